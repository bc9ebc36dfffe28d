"""Reading plain UTF-8 text loads no library that it has no use for."""

import subprocess
import sys
from pathlib import Path

CHECK = """
import sys
from workbench.reading.articles import read_article
from workbench.reading.sources import find_sources
read_article(find_sources([sys.argv[1]])[0])
print(*({"charset_normalizer", "markdown_it", "textual", "nupunkt"} & set(sys.modules)))
"""


def test_plain_text_is_read_without_the_libraries_of_other_formats(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("The bridge was closed on Friday.", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", CHECK, str(file)], capture_output=True, text=True, check=True
    )

    assert done.stdout == "\n"
