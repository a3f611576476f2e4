"""The commands: their options, wording and exit codes.

Each imports what only it needs: the engine takes longer to start than a module to be checked.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from pathlib import Path
from socket import SO_REUSEADDR, SOL_SOCKET, socket

from smartcorner import translate
from smartcorner.begin import begin
from smartcorner.check import Course, check, sources
from smartcorner.kinds import discover
from smartcorner.packages import NotMade, formats, package
from smartcorner.problems import NotBuilt, Problem, Refused

WRONG, MISUSED = 1, 2  # exit codes of the contract (design.md, 3)
STOPPED = 130  # a shell's own, for Ctrl+C


def _say(problems: Iterable[Problem], form: str) -> None:
    found = list(problems)
    if form == "json":
        print(json.dumps([problem.as_json() for problem in found], ensure_ascii=False))
        return
    for problem in found:
        print(problem, file=sys.stderr)
    errors = sum(problem.severity == "error" for problem in found)
    if errors:
        print(f"{_many(errors, 'error')}. Nothing was changed.", file=sys.stderr)


def _many(number: int, name: str) -> str:
    return f"{number} {name}{'s' if number > 1 else ''}"


def _build(root: Path, _: argparse.Namespace) -> int:
    from smartcorner.site import build_site

    print("Building the site…")
    site = build_site(root)
    page = (site / "index.html").resolve()
    print(f"The site is in {site.name}/. Open it with a double click, with no network: {page}")
    print("To see your changes live: make serve")
    return 0


def _started(address: str) -> None:
    print(f"The preview is here: {address}", flush=True)
    print("What you save shows by itself. Ctrl+C ends it.", flush=True)


def _serve(root: Path, options: argparse.Namespace) -> int:
    from smartcorner.site import serve_site

    try:
        with socket() as probe:
            probe.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", options.port))
    except OSError:
        other = f"make serve PORT={options.port + 1}"
        print(f"port {options.port} is taken → end the other preview, or: {other}", file=sys.stderr)
        return WRONG
    serve_site(root, options.port, _started)
    return 0


def _files(root: Path, paths: Sequence[Path]) -> list[Path]:
    """Return the module files that paths name: a module.yml, a module or a folder of modules.

    Raises:
        FileNotFoundError: a path holds no module of the project.
    """
    found: list[Path] = []
    modules = (root / "modules").resolve()
    for path in paths:
        place = path if path.exists() else root / "modules" / path
        files = [place] if place.name == "module.yml" else sorted(place.rglob("module.yml"))
        inside = [file for file in files if file.resolve().parent.parent == modules]
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
    _say([*course.warnings, *course.accepted], options.format)
    if options.format == "text":
        modules = course.modules[translate.SOURCE]
        tags = ", ".join(language.tag for language in course.languages)
        counted = ((course.warnings, "warning"), (course.accepted, "exception"))
        more = "".join(f", {_many(len(each), name)}" for each, name in counted if each)
        right = "module is" if len(modules) == 1 else "modules are"
        print(f"{len(modules)} {right} right, in {tags}{more}.")
    return 0


def _new(root: Path, options: argparse.Namespace) -> int:
    try:
        folder = begin(root, options.id, options.title, discover(root / "kinds"))
    except Refused as refused:
        _say(refused.problems, "text")
        return MISUSED
    written = folder.relative_to(root)
    print(f"Written: {written}/, a module that builds as it is. Change the texts of module.yml.")
    print("See it while you write: make serve. Then update its English: build_modules.py texts")
    return 0


def _schema(root: Path, options: argparse.Namespace) -> int:
    """Print the schema, or write it where an editor looks for it."""
    from smartcorner.schema import json_schema

    made = json_schema(discover(root / "kinds"))
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if options.output is None:
        sys.stdout.write(text)
        return 0
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(text, "utf-8")
    print(f"written: {options.output}")
    return 0


def _texts(root: Path, _: argparse.Namespace) -> int:
    """Write every catalogue anew from the French texts, keeping what is translated."""
    course = check(root, discover(root / "kinds"), translations="none")
    changed = [*_module_texts(root, course), *_interface_texts(root, course)]
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
        tags = translate.locales(folder).keys() | set(translate.COMPLETE)
        for tag in sorted(tags - {translate.SOURCE}):
            path = folder / f"{tag}.po"
            new = translate.updated(translate.read(path, tag), translate.entries(module), tag)
            data = translate.written(new)
            if not path.is_file() or path.read_bytes() != data:
                yield path, data


def _interface_texts(root: Path, course: Course) -> Iterable[tuple[Path, bytes]]:
    """Yield our catalogues, by kind, and those of a project's own languages, each whole."""
    places = {place: translate.extracted(*them) for place, them in sources(course.kinds).items()}
    ours = translate.locales(*places).keys() | set(translate.COMPLETE)
    own = translate.locales(root / "locales").keys() - ours
    whole = list(dict.fromkeys(chain.from_iterable(places.values())))
    wanted = [(place, tag, each) for place, each in places.items() if each for tag in sorted(ours)]
    for place, tag, entries in [*wanted, *((root / "locales", tag, whole) for tag in sorted(own))]:
        path = place / f"{tag}.po"
        data = translate.written(translate.updated(translate.read(path, tag), entries, tag))
        if tag != translate.SOURCE and (not path.is_file() or path.read_bytes() != data):
            yield path, data


def _package(root: Path, options: argparse.Namespace) -> int:
    """Check all modules, then make the packages that are asked for."""
    from smartcorner.pages.contents import Contents

    contents = Contents()
    course = check(root, discover(root / "kinds"), use=contents.add)
    contents.finish(course)
    shown = sys.stderr.isatty()

    def tell(done: int, total: int) -> None:
        if shown:
            end = "\n" if done == total else ""
            print(f"\r{done} of {total}", end=end, file=sys.stderr, flush=True)

    print(f"Making {', '.join(options.formats)}…")
    for said in package(course, contents, options.formats, options.address or "", tell):
        print(said)
    print(f"They are in {', '.join(f'dist/{name}/' for name in dict.fromkeys(options.formats))}.")
    return 0


def _port(text: str) -> int:
    """Return a port's number."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"“{text}” is no port → a number from 1 to 65535")
    return int(text)


def _address(text: str) -> str:
    """Return a site's address, which ends with a slash."""
    if not re.fullmatch(r"https?://[^\s/?#\"'<>]+(/[^\s?#\"'<>]*)?", text):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no address → https://example.org/smartcorner/"
        )
    return text if text.endswith("/") else f"{text}/"


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
    serve.add_argument("--port", type=_port, default=8000, help="port on this machine (8000)")
    checking = command("check", _check, "check modules without building")
    checking.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="modules to check (all)"
    )
    checking.add_argument(
        "--format", choices=("text", "json"), default="text", help="json is for editors"
    )
    new = command("new", _new, "write a new module, ready to edit, that builds")
    new.add_argument("id", metavar="ID", help="its folder’s name, such as video-cv")
    new.add_argument("--title", help="its French title, in quotes")
    schema = command("schema", _schema, "print the JSON Schema of a module, for editors")
    schema.add_argument(
        "--output", type=Path, metavar="FILE", help="write it there: modules/module.schema.json"
    )
    packaging = command("package", _package, "make packages of the site to hand on, in dist/")
    packaging.add_argument(
        "formats", nargs="+", choices=formats(), metavar="FORMAT", help=" or ".join(formats())
    )
    packaging.add_argument(
        "--address",
        type=_address,
        metavar="URL",
        help="where the site can be reached, for QR codes: https://example.org/smartcorner/",
    )
    command("texts", _texts, "write the translation catalogues (.po) anew from the French texts")
    parser.set_defaults(run=_build, format="text")
    return parser


def main(arguments: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Run a command in a project's folder; return its exit code."""
    options = _parser().parse_args(arguments)
    run: Command = options.run
    try:
        return run(root or Path.cwd(), options)
    except Refused as refused:
        _say(refused.problems, options.format)
        return WRONG
    except NotMade as error:
        print(f"No package was made, dist/ is unchanged: {error}", file=sys.stderr)
        return WRONG
    except NotBuilt as error:
        print(f"The site wasn’t built, the earlier one is unchanged: {error}", file=sys.stderr)
        return WRONG
    except OSError as error:
        print(f"{error.filename or 'the system says'}: {error.strerror or error}", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return STOPPED
