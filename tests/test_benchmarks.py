"""The projects that benchmarks measure: right in every check, and no module like another."""

from pathlib import Path

import pytest

from benchmarks import generate, peer
from smartcorner.check import check
from smartcorner.kinds import discover, texts


@pytest.mark.slow
def test_generated_modules_pass_all_checks_and_share_few_texts(tmp_path: Path) -> None:
    root = generate.project(tmp_path / "project", 6)
    course = check(root, discover())
    for modules in course.modules.values():
        first, again = ({text.value for text in texts(modules[n])} for n in (0, 3))
        assert len(first & again) < len(first) / 2
    made = peer.project(root, tmp_path / "peer")
    assert len(list(made.glob("docs/modules/*/*.md"))) == 12
