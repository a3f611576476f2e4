"""Many pictures in one, to see them at a glance."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

GAP, LINE = 24, 28


def glue(rows: Sequence[Sequence[tuple[str, Path]]], height: int, target: Path) -> Path:
    """Glue rows of pictures into one, each picture so high, its title above it."""
    small = []
    for n, row in enumerate(rows):
        left = GAP
        for title, path in row:
            with Image.open(path) as image:
                width = round(image.width * height / image.height)
                picture = image.convert("RGB").resize((width, height))
            small.append((title, picture, left, n * (height + LINE + GAP)))
            left += width + GAP
    wide = max(left + picture.width for _, picture, left, _ in small)
    total = Image.new("RGB", (wide + GAP, len(rows) * (height + LINE + GAP)), "#777")
    draw = ImageDraw.Draw(total)
    for title, picture, left, top in small:
        draw.text((left, top + 6), title, fill="white")
        total.paste(picture, (left, top + LINE))
    target.parent.mkdir(parents=True, exist_ok=True)
    total.save(target, optimize=True)
    return target
