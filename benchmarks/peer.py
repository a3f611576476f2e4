"""Write the same modules as a stock MkDocs Material project: one Markdown page each.

`python -m benchmarks.peer PROJECT FOLDER` gives every text of every module, its images
and its answers to the peer, which checks nothing and has no exercise in them.
"""

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

from smartcorner.check import check
from smartcorner.kinds import Entry, discover, media, texts
from smartcorner.model import Module

STOCK = "site_name: Peer\ntheme:\n  name: material\nmarkdown_extensions:\n  - attr_list\n"
WITHOUT_NAVIGATION = "nav:\n  - index.md\nnot_in_nav: /modules/\n"


def _block(block: Entry, folder: str) -> Iterator[str]:
    for _, image in media(block):
        yield f"![]({folder}/{image})"
    short = [text for text in texts(block) if text.rule.form == "inline"]
    long = [text for text in texts(block) if text.rule.form == "markdown"]
    yield from (text.value for text in long)
    if len(short) == 1:
        yield short[0].value
    elif short:
        yield "\n".join(f"- {text.value}" for text in short)


def markdown(module: Module, media_folder: str) -> str:
    """Return a module as one Markdown page: all its texts, in order."""
    parts = [f"# {module.title}", module.summary, f"![]({media_folder}/{module.picture})"]
    parts.append("\n".join(f"- {aim}" for aim in module.objectives))
    for step in module.steps:
        parts.append(f"## {step.title}")
        if step.notes:
            parts.append(step.notes)
        for block in step.blocks:
            parts += _block(block, media_folder)
    parts.append("## Les mots")
    parts.append("\n".join(f"- **{word.word}**: {word.meaning}" for word in module.glossary))
    parts.append(module.home)
    return "\n\n".join(parts) + "\n"


def project(source: Path, folder: Path, *, navigation: bool = True) -> Path:
    """Make the peer's project from one of ours, in a new folder, and return it."""
    course = check(source, discover())
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(STOCK + ("" if navigation else WITHOUT_NAVIGATION), "utf-8")
    (docs / "index.md").write_text("# Peer\n", "utf-8")
    for tag, modules in course.modules.items():
        place = docs / "modules" / tag
        place.mkdir(parents=True)
        for module in modules:
            text = markdown(module, f"../media/{module.id}")
            (place / f"{module.id}.md").write_text(text, "utf-8")
    for module in course.modules["fr"]:
        target = docs / "modules/media" / module.id
        shutil.copytree(source / "modules" / module.id / "media", target)
    return folder


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--without-navigation", action="store_true")
    options = parser.parse_args()
    project(options.source, options.folder, navigation=not options.without_navigation)
