"""What the tests of reading share."""

from pathlib import Path

import pytest

from workbench.resources import seeds_folder


@pytest.fixture
def seeds() -> Path:
    return seeds_folder()
