"""Run the command line with `python -m workbench`."""

import sys

from workbench.cli import main

sys.exit(main())
