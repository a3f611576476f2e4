"""A module's page → its sheet, as a document of its own.

The frame of the sheet, templates/paper.html, says what of the page goes where. In
browsers frontend/paper.js fills it in the same way.
"""

import copy
from collections.abc import Callable, Iterator
from urllib.parse import quote, urljoin
from xml.etree import ElementTree as ET

import cssselect2
import tinyhtml5

from smartcorner.page import Page
from smartcorner.pages.drawings import line_name

NOWHERE = "https://smartcorner.invalid/"  # stands for a site that has no address
LIFE = ("id", "name", "hidden", "data-card", "data-keep")  # what a copy does without
HEAD = '<html><head><meta charset="utf-8"><title></title><meta name="description"></head></html>'
LINE = 38  # letters of half a sheet
LINES = ("h2", "li", "p")
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" '
    'stroke-width="2" stroke-linecap="round" stroke-linejoin="round">{}</svg>'
)
CODE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {size} {size}">'
    '<path fill="#fff" d="M-4-4h{size}v{size}h-{size}z"/><path d="{path}"/></svg>'
)

Code = Callable[[str], tuple[int, str]]  # a text → its QR code: squares a side, the dark ones


def document(page: Page, direction: str, frame: str, address: str, code: Code) -> str:
    """Return a module's sheet as HTML, whose links begin with `address`, or `NOWHERE`.

    `frame` is what paper.html writes, with links relative to `assets/`.
    """
    site = address or NOWHERE
    place = urljoin(site, page.path)
    source, words = _parsed(page.body, place), _parsed(frame, urljoin(site, "assets/"))
    sheet = next(_found(words, "#sc-paper > section"))
    for slot in [*_found(sheet, "[data-slot]")]:
        selector = slot.attrib.pop("data-slot")
        slot.extend([_copied(part) for part in _found(source, selector)])
        if not len(slot):
            _leave_out(slot, sheet)
    _say_where(sheet, place if address else "", code)
    for icon in [*_found(sheet, "svg.i")]:
        _draw(icon, words)
    _list(sheet)
    for parts in [*_found(sheet, ".ho-parts")]:
        _halve(parts)
    for picture in [*_found(sheet, "img[alt='']")]:
        _decorate(picture)
    made = _parsed(HEAD, site)
    made.attrib |= {"lang": page.locale, "dir": direction}
    head, body = made
    head[1].text = page.title
    head[2].set("content", page.description)
    links = (*_found(source, "link[rel=stylesheet]"), *_found(words, "link[rel=stylesheet]"))
    for style in (
        *(urljoin(site, path) for path in page.styles),
        *(link.get("href", "") for link in links),
    ):
        ET.SubElement(head, "link", rel="stylesheet", href=style)
    ET.SubElement(body, "div", {"data-paper": "sheet"}).append(sheet)
    return "<!DOCTYPE html>" + ET.tostring(made, encoding="unicode", method="html")


def _parsed(html: str, place: str) -> ET.Element:
    """Return a document with whole links."""
    root: ET.Element = tinyhtml5.parse(html, namespace_html_elements=False)
    for element in root.iter():
        for name in ("href", "src"):
            if (link := element.get(name)) and not link.startswith("#"):
                element.set(name, urljoin(place, link))
    return root


def _found(root: ET.Element, selector: str) -> Iterator[ET.Element]:
    """Yield what a CSS selector finds, in order."""
    for found in cssselect2.ElementWrapper.from_html_root(root).query_all(selector):
        yield found.etree_element


def _parents(sheet: ET.Element) -> dict[ET.Element, ET.Element]:
    return {child: parent for parent in sheet.iter() for child in parent}


def _leave_out(slot: ET.Element, sheet: ET.Element) -> None:
    """Remove what stayed empty, with the whole that it is the point of."""
    parents = _parents(sheet)
    whole = slot
    while whole in parents and "data-whole" not in whole.attrib:
        whole = parents[whole]
    gone = whole if whole in parents else slot
    parents[gone].remove(gone)


def _copied(part: ET.Element) -> ET.Element:
    """Return a copy for paper: no life of its own, headings of one level, drawings in lines."""
    made = copy.deepcopy(part)
    made.tail = None
    for element in made.iter():
        for name in LIFE:
            element.attrib.pop(name, None)
        if "-" in element.tag:
            element.tag = "div"
        elif element.tag == "h3":
            element.tag = "h2"
        elif element.tag == "img":
            element.set("src", line_name(element.get("src", "")))
        elif element.tag == "a" and element.get("href", "").startswith((NOWHERE, "#")):
            del element.attrib["href"]
    return made


def _say_where(sheet: ET.Element, place: str, code: Code) -> None:
    """Write the page's address and its QR code, or neither."""
    holder = next(_found(sheet, "[data-code]"))
    alt = holder.attrib.pop("data-code")
    parents = _parents(sheet)
    for line in [*_found(sheet, "[data-address]")]:
        if not place or line.attrib.pop("data-address") != "anywhere":
            parents[line].remove(line)
        else:
            shown = next(_found(line, "b"))
            for part in place.partition("://")[2].split("/"):  # a line ends after a stroke alone
                if len(shown):
                    shown[-1].text = f"{shown[-1].text}/"
                    ET.SubElement(shown, "wbr")
                ET.SubElement(shown, "span", {"class": "nb"}).text = part
    if not place:
        parents[holder].remove(holder)
        return
    size, path = code(place)
    drawn = CODE.format(size=size + 8, path=path)  # with its quiet edge
    ET.SubElement(holder, "img", alt=alt, src=f"data:image/svg+xml,{quote(drawn)}")


def _draw(icon: ET.Element, words: ET.Element) -> None:
    """Turn an icon, which uses a drawing of the page, into a picture of its own."""
    symbol = next(_found(words, f"symbol{icon[0].get('href', '')}"), ())
    inside = "".join(ET.tostring(part, encoding="unicode") for part in symbol)
    for child in [*icon]:
        icon.remove(child)
    drawn = f"data:image/svg+xml,{quote(ICON.format(inside))}"
    icon.tag, icon.attrib = "img", {"class": "i", "alt": "", "src": drawn}


def _list(sheet: ET.Element) -> None:
    """Make lists of what a reader of a PDF would not know as one: lines to tick, words."""
    for fieldset in [*_found(sheet, "fieldset")]:
        rows = [row for row in fieldset if "row" in row.get("class", "").split()]
        boxes = ET.SubElement(fieldset, "ul", {"class": "rows"})
        for row in rows:
            fieldset.remove(row)
            row.tag, row[0].tag = "li", "i"
            boxes.append(row)
    for words in [*_found(sheet, "dl")]:
        words.tag = "ul"
        for pair in words:
            pair.tag = "li"
            for part in pair:
                part.tag = {"dt": "b", "dd": "span"}[part.tag]


def _halve(parts: ET.Element) -> None:
    """Put parts side by side, in two halves of about one height: quicker than columns."""
    heights = [
        sum(1 + len("".join(line.itertext())) // LINE for line in part.iter() if line.tag in LINES)
        for part in parts
    ]
    cut = min(
        range(len(heights), 0, -1),
        key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])),
        default=0,
    )
    every = [*parts]
    for part in every:
        parts.remove(part)
    parts.set("class", "ho-pair ho-cols ho-halves")
    for half in (every[:cut], every[cut:]):
        ET.SubElement(parts, "div").extend(half)


def _decorate(picture: ET.Element) -> None:
    """Turn a picture that says nothing into a ground: readers of a PDF pass over it."""
    source = picture.get("src", "")
    picture.tag, picture.attrib = "i", {"class": picture.get("class", "") + " ground"}
    picture.set("style", f"background-image: url('{source}')")
