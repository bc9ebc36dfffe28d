"""Changes made at each key name every field, which is faster than `replace`; they must forget none."""

from dataclasses import fields
from typing import Any

from workbench.model.decision import Decision, State, Verdict
from workbench.model.view import View


def changed_fields(before: object, after: object) -> set[str]:
    names = [field.name for field in fields(before)]  # type: ignore[arg-type]  # a dataclass
    return {name for name in names if getattr(after, name) is not getattr(before, name)}


def with_any_values(model: type[Any], **known: object) -> Any:
    return model(**({field.name: object() for field in fields(model)} | known))


def test_another_verdict_keeps_what_was_written_and_collected() -> None:
    before = with_any_values(Decision, state=State.DECIDED, verdict=Verdict.CONFIRMED)
    after = before.put(State.PARKED, None, "Ben", "2031-03-05T09:00:00Z", "why")
    assert changed_fields(before, after) == {"state", "verdict", "reviewer", "at", "confidence", "reason"}


def test_a_cursor_that_moves_leaves_the_layout() -> None:
    before = with_any_values(View)
    after = before.at("claim", "article")
    assert changed_fields(before, after) == {"claim", "article"}
    assert (after.claim, after.article) == ("claim", "article")


def test_a_cursor_that_stays_is_the_same_view() -> None:
    view = View(claim="claim", article="article")
    assert view.at("claim", "article") is view
