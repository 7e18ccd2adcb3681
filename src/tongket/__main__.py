"""``python -m tongket`` is ``tongket``."""

import sys

from tongket.cli.main import main

sys.exit(main())
