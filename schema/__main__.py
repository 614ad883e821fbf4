"""Run the command line: `python -m schema`."""

import sys

from schema.cli import main

sys.exit(main())
