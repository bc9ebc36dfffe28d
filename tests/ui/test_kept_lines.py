"""Lines that are drawn once and kept, and what makes them be drawn anew."""

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.strip import Strip

from workbench.ui.widgets.kept_lines import KeptScrollingLines


class Numbers(KeptScrollingLines):
    """A thousand numbered lines, and which of them were drawn since somebody asked."""

    DEFAULT_CSS = "Numbers { scrollbar-size-vertical: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []
        self.virtual_size = Size(0, 1000)

    def draw_line(self, y: int, width: int, ground: Style) -> Strip:
        self.drawn.append(y)
        return Strip([Segment(f"{y:<{width}}", ground)], width)

    def asked(self) -> list[int]:
        drawn, self.drawn = self.drawn, []
        return drawn


class NumbersApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Numbers()


def rows(app: App[None]) -> list[str]:
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


async def test_a_line_that_comes_into_sight_again_is_not_drawn_again() -> None:
    async with NumbersApp().run_test(size=(20, 5)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        assert numbers.asked() == [0, 1, 2, 3, 4]
        numbers.scroll_to(y=3, animate=False)
        await pilot.pause()
        assert numbers.asked() == [5, 6, 7]
        numbers.scroll_to(y=0, animate=False)
        await pilot.pause()
        assert numbers.asked() == []
        assert [row[0] for row in rows(pilot.app)] == ["0", "1", "2", "3", "4"]


async def test_only_lines_that_are_forgotten_are_drawn_anew() -> None:
    async with NumbersApp().run_test(size=(20, 5)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        numbers.asked()
        numbers.forget_lines((2, 900))
        numbers.refresh_lines(2, 1)
        await pilot.pause()
        assert numbers.asked() == [2]
        numbers.forget_lines()
        numbers.refresh()
        await pilot.pause()
        assert numbers.asked() == [0, 1, 2, 3, 4]


async def test_another_width_and_another_theme_draw_all_lines_anew() -> None:
    async with NumbersApp().run_test(size=(20, 5)) as pilot:
        numbers = pilot.app.query_one(Numbers)
        numbers.asked()
        await pilot.resize_terminal(30, 5)
        await pilot.pause()
        assert set(numbers.asked()) == {0, 1, 2, 3, 4}
        pilot.app.theme = "textual-light"
        await pilot.pause()
        assert set(numbers.asked()) == {0, 1, 2, 3, 4}


async def test_the_scroll_bar_moves_with_what_is_in_sight() -> None:
    async with NumbersApp().run_test(size=(20, 5)) as pilot:
        bar = pilot.app.query_one(Numbers).vertical_scrollbar
        top = bar.render_lines(bar.size.region)
        pilot.app.query_one(Numbers).scroll_to(y=995, animate=False)
        await pilot.pause()
        assert bar.render_lines(bar.size.region) != top
        assert [strip.cell_length for strip in top] == [1] * 5
