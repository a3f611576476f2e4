"""A module's images and sounds: which there may be, and what is wrong with one."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree as ET

import imagesize

from smartcorner.problems import near

IMAGES = (".svg", ".png", ".jpg", ".jpeg")
SOUNDS = (".mp3", ".ogg", ".m4a", ".wav")
LONGEST = 255  # bytes of a file's name, on any disk
HEAVY = 200_000  # bytes; design.md, 8: a file above needs a reason


def size(path: Path) -> tuple[int, int]:
    """Return an image's width and height in CSS pixels; -1 where it can't be read."""
    facts = path.stat()
    return _size(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=256)  # an image is checked, then shown in each language
def _size(path: Path, _changed: int, _weight: int) -> tuple[int, int]:
    width, height = imagesize.get(path)
    return round(width), round(height)


def sound(names: Collection[str], step: str, locale: str) -> str | None:
    """Return the name of the sound that a trainer recorded for a step, if any of `names` is it."""
    return next((name for end in SOUNDS if (name := f"{step}.{locale}{end}") in names), None)


def heavy(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield each file that is too heavy, what is wrong and what to do."""
    for path in sorted(folder.glob("*")):
        if path.is_file() and (weight := path.stat().st_size) > HEAVY:
            found = f"{path.name} weighs {weight // 1000} kB"
            yield path, found, "make it lighter, 200 kB at most"


def image_problem(folder: Path, name: str) -> tuple[str, str] | None:
    """Return what is wrong with an image of a media folder and what to write, or None."""
    path = folder / name
    if len(name.encode()) > LONGEST:
        return f"the name “{name[:40]}…” is too long for a file", "give the image a short name"
    if not path.resolve().is_relative_to(folder.resolve()):
        return f"the image “{name}” is outside the module’s media folder", "copy it into media/"
    if path.suffix.lower() not in IMAGES:
        return f"“{name}” isn’t an image that pages can show", "use .svg, .png or .jpg"
    if not path.is_file():
        known = [file.name for file in folder.glob("*")]
        meant = near(name, known)
        return f"no image “{name}” in media/", f"write “{meant}”" if meant else "put the file there"
    try:
        if path.suffix.lower() == ".svg":
            ET.fromstring(path.read_text("utf-8-sig"))  # noqa: S314  an author's own file
        width, height = size(path)
    except (ET.ParseError, OSError, ValueError):
        width = height = -1
    if width <= 0 or height <= 0:
        return (
            f"the image “{name}” can’t be read",
            "save it again as .svg, .png or .jpg with a size",
        )
    return None
