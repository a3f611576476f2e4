"""When the largest part of a module shows, against a page written by hand and stock Material.

`python -m benchmarks.paint [--rounds N]` opens three pages with the same texts and
pictures, in turn: ours (from `site/`), plain HTML with one style and no script, and stock
MkDocs Material. Each time it is a new browser without a cache, on a slow network and a
slow processor, from a server that compresses. It says the median of the largest
contentful paint and its ratio to the hand-written page. On a busy machine only the
ratios mean something.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, sync_playwright

from benchmarks import peer
from benchmarks.served import serve
from smartcorner.check import check
from smartcorner.kinds import discover

ROOT = Path(__file__).resolve().parents[1]
MODULE = "email-basics"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# What Lighthouse calls a slow 4G phone: 1.6 Mbit/s, 150 ms to and fro, a processor 4 times slower.
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 93_750,
}
PROCESSOR = {"rate": 4}
WATCH = """new PerformanceObserver((list) => {
  for (const { startTime } of list.getEntries()) window.largest = startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true });"""
HAND = """<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="hand.css">
{body}
"""


def by_hand(folder: Path) -> Path:
    """Write the module as plain HTML with its pictures, and return its folder."""
    module = next(one for one in check(ROOT, discover()).modules["fr"] if one.id == MODULE)
    folder.mkdir()
    body = MarkdownIt().render(peer.markdown(module, "media"))
    first, mark, rest = body.partition("<img")
    body = first + mark + rest.replace("<img", '<img loading="lazy"')
    (folder / "page.html").write_text(HAND.format(title=module.title, body=body), "utf-8")
    shutil.copy(ROOT / "benchmarks/hand.css", folder)
    shutil.copytree(ROOT / "modules" / MODULE / "media", folder / "media")
    return folder


def stock(folder: Path) -> Path:
    """Build the module with stock Material, and return the site's folder."""
    project = peer.project(ROOT, folder)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=project, check=True)
    return project / "site"


def largest(browser: Browser, address: str) -> float:
    """Return when the largest part of a page was painted, in ms, in a new browser."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True)
    context.route("https://**", lambda route: route.abort())  # stock Material asks for a font
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", NETWORK)
    tools.send("Emulation.setCPUThrottlingRate", PROCESSOR)
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    page.wait_for_function("() => window.largest")
    found: float = page.evaluate("largest")
    context.close()
    return found


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--site", type=Path, default=ROOT / "site")
    said = options.parse_args()
    with ExitStack() as stack, sync_playwright() as playwright:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        pages = {
            "by hand": stack.enter_context(serve(by_hand(folder / "hand"))) + "page.html",
            "ours": stack.enter_context(serve(said.site)) + f"modules/{MODULE}.html",
            "stock Material": stack.enter_context(serve(stock(folder / "stock")))
            + f"modules/fr/{MODULE}/",
        }
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        times: dict[str, list[float]] = {name: [] for name in pages}
        for _ in range(said.rounds):
            for name, address in pages.items():
                times[name].append(largest(browser, address))
        browser.close()
    print(f"Largest contentful paint, {said.rounds} rounds in turn; load of this machine: ", end="")
    print(f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    hand = median(times["by hand"])
    for name, each in times.items():
        middle = median(each)
        spread = f"from {min(each):.0f} to {max(each):.0f}"
        print(f"{name:15}{middle:8.0f} ms  {middle / hand:5.2f} ×   {spread}")


if __name__ == "__main__":
    main()
