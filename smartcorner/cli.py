"""The commands: their options, wording and exit codes."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from smartcorner import translate
from smartcorner.check import Course, check, sources
from smartcorner.kinds import discover
from smartcorner.problems import Problem, Refused
from smartcorner.site import NotBuilt, build_site, serve_site

WRONG, MISUSED = 1, 2  # exit codes of the contract (design.md, 3)


def _say(problems: Iterable[Problem], form: str) -> None:
    found = list(problems)
    if form == "json":
        print(json.dumps([problem.as_json() for problem in found], ensure_ascii=False))
        return
    for problem in found:
        print(problem, file=sys.stderr)
    errors = sum(problem.severity == "error" for problem in found)
    if errors:
        print(f"{errors} error{'s' if errors > 1 else ''}. Nothing was changed.", file=sys.stderr)


def _build(root: Path, _: argparse.Namespace) -> int:
    print("Building the site…")
    site = build_site(root)
    page = (site / "index.html").resolve()
    print(f"The site is in {site.name}/. Open it with a double click, with no network: {page}")
    print("To see your changes live: make serve")
    return 0


def _serve(root: Path, options: argparse.Namespace) -> int:
    serve_site(root, options.port)
    return 0


def _files(root: Path, paths: Sequence[Path]) -> list[Path]:
    """Return the module files that paths name: a module.yml, a module or a folder of modules.

    Raises:
        FileNotFoundError: a path holds no module.
    """
    found: list[Path] = []
    for path in paths:
        place = path if path.exists() else root / "modules" / path
        inside = [place] if place.is_file() else sorted(place.rglob("module.yml"))
        if not inside:
            raise FileNotFoundError(path)
        found += inside
    return found


def _check(root: Path, options: argparse.Namespace) -> int:
    try:
        files = _files(root, options.paths)
    except FileNotFoundError as error:
        print(f"no module at {error} → name a module, a folder or a module.yml", file=sys.stderr)
        return MISUSED
    course = check(root, discover(root / "kinds"), files)
    _say(course.warnings, options.format)
    if options.format == "text":
        modules = course.modules[translate.SOURCE]
        tags = ", ".join(language.tag for language in course.languages)
        warnings = f", {len(course.warnings)} warnings" if course.warnings else ""
        print(f"{len(modules)} modules are right, in {tags}{warnings}.")
    return 0


def _texts(root: Path, _: argparse.Namespace) -> int:
    """Write every catalogue anew from the French texts, keeping what is translated."""
    course = check(root, discover(root / "kinds"), translations="none")
    changed = [*_module_texts(root, course), *_interface_texts(course)]
    for path, data in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(f"written: {path}")
    if not changed:
        print("The catalogues are up to date.")
    return 0


def _module_texts(root: Path, course: Course) -> Iterable[tuple[Path, bytes]]:
    for module in course.modules[translate.SOURCE]:
        folder = root / "modules" / module.id
        tags = {path.stem for path in folder.glob("*.po")} | set(translate.COMPLETE[1:])
        for tag in sorted(tags):
            path = folder / f"{tag}.po"
            new = translate.updated(translate.read(path, tag), translate.entries(module), tag)
            data = translate.written(new)
            if not path.is_file() or path.read_bytes() != data:
                yield path, data


def _interface_texts(course: Course) -> Iterable[tuple[Path, bytes]]:
    tags = translate.locales(*sources(course.kinds).values()).keys() | set(translate.COMPLETE)
    for folder, place in sources(course.kinds).items():
        wanted = translate.extracted(folder)
        for tag in sorted(tags - {translate.SOURCE}):
            path = place / f"{tag}.po"
            data = translate.written(translate.updated(translate.read(path, tag), wanted, tag))
            if wanted and (not path.is_file() or path.read_bytes() != data):
                yield path, data


Command = Callable[[Path, argparse.Namespace], int]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build_modules.py", description="Check modules, build the site, preview it."
    )
    commands = parser.add_subparsers(metavar="COMMAND")

    def command(name: str, run: Command, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    command("build", _build, "check every module and build the site into site/ (the default)")
    serve = command("serve", _serve, "preview the site; what you save shows at once")
    serve.add_argument("--port", type=int, default=8000, help="port on this machine (8000)")
    checking = command("check", _check, "check modules without building")
    checking.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="modules to check (all)"
    )
    checking.add_argument(
        "--format", choices=("text", "json"), default="text", help="json is for editors"
    )
    command("texts", _texts, "write the translation catalogues (.po) anew from the French texts")
    parser.set_defaults(run=_build, format="text")
    return parser


def main(arguments: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Run a command in a project's folder; return 0, 1 (something is wrong) or 2 (misused)."""
    options = _parser().parse_args(arguments)
    run: Command = options.run
    try:
        return run(root or Path.cwd(), options)
    except Refused as refused:
        _say(refused.problems, options.format)
        return WRONG
    except (NotBuilt, OSError) as error:
        print(f"The site wasn’t built, the earlier one is unchanged: {error}", file=sys.stderr)
        return WRONG
