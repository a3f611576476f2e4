"""The site of one small module, `practice`, whose texts the tests know by heart."""

import shutil
from pathlib import Path

from smartcorner.check import check
from smartcorner.kinds import discover
from smartcorner.translate import entries, read, updated, written
from tests.support.sites import ROOT

SOURCE = ROOT / "tests/journeys/course"
ENGLISH = "EN "  # what its English texts begin with


def project(folder: Path) -> Path:
    """Make a project of the small module and of our own code, shells and pages."""
    for name in ("smartcorner", "overrides", "docs", "node_modules", "build_modules.py"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    module = folder / "modules/practice"
    (module / "media").mkdir(parents=True)
    shutil.copy(ROOT / "modules/references.yml", folder / "modules")
    shutil.copy(SOURCE / "practice/module.yml", module)
    shutil.copy(SOURCE / "practice/cover.svg", module / "media")
    course = check(folder, discover(folder / "kinds"), translations="none")
    (french,) = course.modules["fr"]
    catalogue = updated(read(module / "en.po", "en"), entries(french), "en")
    for message in catalogue:
        if message.id:
            message.string = f"{ENGLISH}{message.id}"
            message.flags.discard("fuzzy")
    (module / "en.po").write_bytes(written(catalogue))
    return folder
