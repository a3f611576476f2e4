"""All the modules of a project, checked: a Course, or every problem of every file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from smartcorner import markdown, media_files
from smartcorner.kinds import Block, Kind, media, texts
from smartcorner.load import Source, load
from smartcorner.model import Module, parse
from smartcorner.problems import Path as DataPath
from smartcorner.problems import Problem, Refused, Severity, near
from smartcorner.references import References
from smartcorner.references import read as read_references
from smartcorner.translate import (
    COMPLETE,
    SOURCE,
    Language,
    PoFileError,
    context,
    extracted,
    interface,
    interface_problems,
    language,
    locales,
    translated,
)
from smartcorner.translate import read as read_catalog

PAGES = ("index.html", "progress.html", "search.html", "help.html")  # what a text may link to

Translations = Literal["complete", "draft", "none"]
Words = Mapping[tuple[str | None, str], str | list[str]]


@dataclass(frozen=True)
class Course:
    """All modules, checked, in each language, with what the pages need beside them."""

    root: Path
    kinds: Mapping[str, Kind]
    languages: tuple[Language, ...]
    words: Mapping[str, Words]
    references: References
    modules: Mapping[str, tuple[Module, ...]]
    warnings: tuple[Problem, ...] = ()

    def media(self, module: str) -> list[Path]:
        """Return the files of a module's media folder, sorted."""
        folder = self.root / "modules" / module / "media"
        return sorted(path for path in folder.glob("*") if path.is_file())

    def size(self, module: str, name: str) -> tuple[int, int]:
        """Return an image's width and height in CSS pixels."""
        return media_files.size(self.root / "modules" / module / "media" / name)

    def audio(self, module: str, step: str, locale: str) -> str | None:
        """Return the name of the sound that a trainer recorded for a step, if any."""
        names = {path.name for path in self.media(module)}
        return next(
            (n for end in media_files.SOUNDS if (n := f"{step}.{locale}{end}") in names), None
        )


@dataclass(frozen=True)
class _Checked:
    """One module file, read: its models and where its data stands."""

    module: Module
    source: Source
    path: Path
    refused: tuple[DataPath, ...]

    def locate(self, problem: Problem) -> Iterator[Problem]:
        """Yield a problem with its line, unless its place was refused already."""
        if not any(problem.path[: len(place)] == place for place in self.refused):
            yield self.source.locate(problem)


class _Checker:
    """Gathers the problems of all files of one run."""

    def __init__(self, root: Path, kinds: Mapping[str, Kind], translations: Translations) -> None:
        self.root = root
        self.translations = translations
        self.kinds = kinds
        self.problems: list[Problem] = []
        try:
            self.references = read_references(root / "modules" / "references.yml", root)
        except Refused as refused:
            self.problems += refused.problems
            self.references = {}
        folders = sorted((root / "modules").glob("*/"))
        self.names = [path.name for path in folders if (path / "module.yml").is_file()]
        self.published = {
            name: reference.unpublishable() for name, reference in self.references.items()
        }

    def read(self, path: Path) -> _Checked | None:
        """Return a module file's models, or None after noting what is wrong."""
        try:
            data, source = load(path, self.root)
        except Refused as refused:
            self.problems += refused.problems
            return None
        module, problems = parse(data, path.parent.name, self.kinds)
        self.problems += map(source.locate, problems)
        places = tuple(problem.path for problem in problems)
        return _Checked(module, source, path, places) if module else None

    def french(self, checked: _Checked, steps: Mapping[str, set[str]]) -> None:
        """Note what is wrong in a module beyond its own models."""
        module, locate = checked.module, checked.locate
        for n, name in enumerate(module.prerequisites):
            if name not in self.names or name == module.id:
                meant = near(name, [known for known in self.names if known != module.id])
                found = f"no module is called “{name}”"
                fix = f"write “{meant}”" if meant else "remove this line"
                self.problems += locate(Problem(("prerequisites", n), found, fix))
        for text in texts(module):
            for problem in self.text(text.value, text.rule.form == "inline", module, steps):
                self.problems += locate(problem.under(*text.path))
        folder = checked.path.parent / "media"
        for path, name in media(module):
            if wrong := media_files.image_problem(folder, name):
                self.problems += locate(Problem(path, *wrong))
        for file, found, fix in media_files.heavy(folder):
            at = file.relative_to(self.root)
            self.problems.append(Problem((), found, fix, "warning", file=at))

    def text(
        self, value: str, inline: bool, module: Module, steps: Mapping[str, set[str]]
    ) -> Iterator[Problem]:
        """Yield what is wrong with one text."""

        def target(href: str) -> str | None:
            name, _, step = href.partition("#")
            if ":" in href or href.startswith("//"):
                return f"the link “{href}” leaves the site"
            if href in PAGES:
                return None
            if (name or module.id) not in self.names:
                meant = near(name, [*self.names, *PAGES])
                return f"the link “{href}” leads nowhere" + (f" (“{meant}”?)" if meant else "")
            known = steps.get(name or module.id)
            if step and known is not None and step not in known:
                return f"the link “{href}” leads nowhere: no step “{step}” there"
            return None

        return markdown.problems(value, inline=inline, references=self.published, targets=target)

    def translation(self, checked: _Checked, tag: str, steps: Mapping[str, set[str]]) -> Module:
        """Return a module in another language, after noting what is wrong in its catalogue."""
        path = checked.path.parent / f"{tag}.po"
        at = path.relative_to(self.root)
        try:
            catalog = read_catalog(path, tag)
        except (PoFileError, UnicodeDecodeError) as error:
            line = getattr(error, "lineno", None)
            found, fix = f"not a readable catalogue: {error}", "open and save it with Poedit"
            self.problems.append(Problem((), found, fix, file=at, line=line))
            return checked.module
        module, missing = translated(checked.module, catalog, tag)
        severity = self.severity(tag)
        self.problems += [p.replace(file=at, line=ln, severity=severity) for ln, p in missing]
        lines = {(m.context, m.id): m.lineno for m in catalog if m.id}
        french = {text.path: text for text in texts(checked.module)}
        own = [
            (text.path, problem)
            for text in texts(module)
            for problem in self.text(text.value, text.rule.form == "inline", module, steps)
        ]
        own += [
            ((*place, *problem.path), problem)
            for place, block in _blocks(module)
            for problem in block.problems()
        ]
        for place, problem in own:
            source = french.get(place)
            key = (context(source.ids), source.value) if source else None
            line = lines.get(key) if key else None
            words = key[0] if key else ""
            self.problems.append(problem.replace(file=at, line=line or 1, column=None, words=words))
        return module

    def severity(self, tag: str) -> Severity:
        """Return how bad it is that a text is missing in a language."""
        bound = tag in COMPLETE and self.translations == "complete"
        return "error" if bound else "warning"

    def interface(self, tag: str) -> None:
        """Note what the interface lacks in a language that must be complete."""
        for folder, place in sources(self.kinds).items():
            path = place / f"{tag}.po"
            wrong = interface_problems(extracted(folder), read_catalog(path, tag))
            severity = self.severity(tag)
            self.problems += [p.replace(file=path, line=ln, severity=severity) for ln, p in wrong]


def _blocks(module: Module) -> Iterator[tuple[DataPath, Block]]:
    for s, step in enumerate(module.steps):
        for b, block in enumerate(step.blocks):
            yield ("steps", s, "blocks", b, block.kind), block


def sources(kinds: Mapping[str, Kind]) -> Mapping[Path, Path]:
    """Return the folders of templates, each with the folder of its catalogues."""
    here = Path(__file__).parent
    folders = {here / "templates": here / "locales"}
    return folders | {kind.folder: kind.folder / "locales" for kind in kinds.values()}


def check(
    root: Path,
    kinds: Mapping[str, Kind],
    only: Iterable[Path] = (),
    *,
    translations: Translations = "complete",
) -> Course:
    """Return the course of a project, or of the module files in `only`.

    Where `translations` are a "draft", a missing one only warns; with "none" they are
    left alone.

    Raises:
        Refused: all errors of all files, and the warnings with them.
    """
    checker = _Checker(root, kinds, translations)
    files = [root / "modules" / name / "module.yml" for name in checker.names]
    wanted = {path.resolve() for path in only}
    read = [
        checked
        for path in files
        if (not wanted or path.resolve() in wanted) and (checked := checker.read(path))
    ]
    steps = {c.module.id: {step.id for step in c.module.steps} for c in read}
    for checked in read:
        checker.french(checked, steps)
    found = (
        locales(*sources(kinds).values(), root / "locales")
        if translations != "none"
        else {SOURCE: []}
    )
    for tag in COMPLETE[1:] if translations != "none" else ():
        checker.interface(tag)
    modules: dict[str, tuple[Module, ...]] = {SOURCE: tuple(c.module for c in read)}
    words: dict[str, Words] = {SOURCE: {}}
    for tag, paths in found.items():
        if tag != SOURCE:
            modules[tag] = tuple(checker.translation(c, tag, steps) for c in read)
            words[tag] = interface(paths, tag)
    errors = [problem for problem in checker.problems if problem.severity == "error"]
    if errors:
        raise Refused(checker.problems)
    ordered = {tag: _in_order(every) for tag, every in modules.items()}
    return Course(
        root,
        kinds,
        tuple(language(tag) for tag in found),
        words,
        checker.references,
        ordered,
        Refused(checker.problems).problems,
    )


def _in_order(modules: Iterable[Module]) -> tuple[Module, ...]:
    """Return modules so that each comes after what it builds on, else by name."""
    waiting = {module.id: module for module in modules}
    ordered: list[Module] = []
    while waiting:
        ready = [m for m in waiting.values() if not any(p in waiting for p in m.prerequisites)]
        # A circle of prerequisites has no first module: its names decide.
        chosen = ready or list(waiting.values())[:1]
        ordered += [waiting.pop(module.id) for module in chosen]
    return tuple(ordered)
