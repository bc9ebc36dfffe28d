import pytest
from hypothesis import settings

# The same examples in every run, so that a failure is one of the change and not of the day.
settings.register_profile("steady", deadline=None, derandomize=True)
# Other examples in every run: `pytest --hypothesis-profile explore`.
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let screens that changed on purpose be kept."""
    parser.addoption("--update-snapshots", action="store_true", help="keep the screens as they look now")
