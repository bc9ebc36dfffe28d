import pytest

from workbench.config import setting_names


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the developer's terminal and settings from the screens under test."""
    for variable in ("NO_COLOR", "WORKBENCH_HOME", "VISUAL", "EDITOR", "TEXTUAL_THEME", "COLORFGBG"):
        monkeypatch.delenv(variable, raising=False)
    for name in setting_names():
        monkeypatch.delenv(f"WORKBENCH_{name.upper()}", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
