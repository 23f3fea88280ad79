"""The command ``dimitra-studio``, and ``python -m dimitra_studio``."""

import sys

from dimitra_studio.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
