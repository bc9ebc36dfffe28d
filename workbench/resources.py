"""Where styles/ and seeds/ lie: inside the wheel, or beside the package in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    shipped = _PACKAGE / f"_{name}"
    return shipped if shipped.is_dir() else _PACKAGE.parent / name


def styles_folder() -> Path:
    """Return the folder of the .tcss files."""
    return _folder("styles")


def seeds_folder() -> Path:
    """Return the folder of the sample articles."""
    return _folder("seeds")
