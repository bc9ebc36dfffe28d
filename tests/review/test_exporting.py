from pathlib import Path

import pytest

from tests.builders import the_ferry_session
from workbench.model.counterparts import Counterparts
from workbench.review.exporting import write_report


class StopError(Exception):
    """Nobody wants the report any more."""


def test_a_report_that_is_given_up_leaves_the_file_of_before_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    target.write_text("of before")
    parts = iter([None, None])

    def stop_at_the_third_part() -> None:
        if next(parts, StopError) is not None:
            raise StopError

    session = the_ferry_session()
    with pytest.raises(StopError):
        write_report(session, Counterparts(session.desk), "md", target, before_part=stop_at_the_third_part)
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]
    assert target.read_text() == "of before"
