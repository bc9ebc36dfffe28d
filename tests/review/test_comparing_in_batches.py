"""What the comparison finds reaches the screen in batches that it has time to show."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.relation import Agreement, Comparison, Provenance, Relation
from workbench.review.relating import joined, paced


def batch(number: int, *lineage: str) -> Comparison:
    relation = Relation(f"a{number}", f"b{number}", Provenance.TOPIC, Agreement.SAME, "", 0.5)
    return Comparison((relation,), lineages=(frozenset(lineage),) if lineage else ())


def ticking(*seconds: float) -> Iterator[float]:
    yield from seconds


def test_the_first_batch_comes_at_once_and_quick_ones_are_joined() -> None:
    clock = ticking(0.0, 0.0, 0.01, 0.02, 0.2, 0.2, 0.21)
    batches = list(paced(map(batch, range(5)), 0.1, clock.__next__))
    assert [len(found.relations) for found in batches] == [1, 3, 1]


def test_the_latest_lineages_hold() -> None:
    assert joined([batch(1, "a", "b"), batch(2), batch(3, "c", "d")]).lineages == (frozenset("cd"),)
    assert joined([batch(1, "a", "b"), batch(2)]).lineages == (frozenset("ab"),)


@given(st.lists(st.floats(0, 1), max_size=30))
def test_nothing_is_lost_and_nothing_comes_out_of_order(waits: list[float]) -> None:
    now = 0.0

    def slow() -> Iterator[Comparison]:
        nonlocal now
        for number, wait in enumerate(waits):
            now += wait
            yield batch(number)

    found = [relation for one in paced(slow(), 0.5, lambda: now) for relation in one.relations]
    assert found == [relation for number in range(len(waits)) for relation in batch(number).relations]
