"""What is wrong in the files of one run: each module, its languages, the interface."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeVar

from babel.messages.catalog import Catalog

from smartcorner import fit, markdown, media_files
from smartcorner.check import proof
from smartcorner.check.modulefile import ModuleFile, blocks, in_short
from smartcorner.check.worlds import read as read_worlds
from smartcorner.kinds import Kind, Text, media, texts
from smartcorner.load import load
from smartcorner.memory import Memory
from smartcorner.model import Module
from smartcorner.parse import parse
from smartcorner.problems import Path as DataPath
from smartcorner.problems import Problem, Refused, Severity, near
from smartcorner.reading.language import Written, written
from smartcorner.reading.module import read as read_texts
from smartcorner.references import read as read_references
from smartcorner.references import reasons
from smartcorner.textfile import relative
from smartcorner.translate import (
    COMPLETE,
    SOURCE,
    Foreign,
    context,
    extracted,
    interface_problems,
    joined,
    translated,
)
from smartcorner.translate import read as read_catalog

PAGES = ("index.html", "progress.html", "search.html", "help.html")  # what a text may link to
LINK = "write a module’s name, such as email-basics, or {ref:…} for an address"

Translations = Literal["complete", "draft", "none"]
Result = TypeVar("Result")


class Checker:
    """Gathers the problems of all files of one run."""

    def __init__(
        self, root: Path, kinds: Mapping[str, Kind], translations: Translations, memory: Memory
    ) -> None:
        self.root = root
        self.translations = translations
        self.kinds = kinds
        self.memory = memory
        self.problems: list[Problem] = []
        self.written: dict[str, Written] = {}
        try:
            self.references = read_references(root / "modules" / "references.yml", root)
        except Refused as refused:
            self.problems += refused.problems
            self.references = {}
        folders = sorted((root / "modules").glob("*/"))
        self.names = [path.name for path in folders if (path / "module.yml").is_file()]
        self.published = reasons(self.references)

    def once(self, name: object, inputs: object, make: Callable[[], Result]) -> Result:
        """Return a step's result and note its problems, both maybe from an earlier run."""

        def noting() -> tuple[Result, list[Problem]]:
            before, self.problems = self.problems, []
            result = make()
            found, self.problems = self.problems, before
            return result, found

        result, found = self.memory.get(name, inputs, noting)
        self.problems += found
        return result

    def read(self, path: Path) -> ModuleFile | None:
        """Return a module file's models, or None after noting what is wrong."""
        try:
            data, source = load(path, self.root)
        except Refused as refused:
            self.problems += refused.problems
            return None
        worlds = read_worlds(path.parent, self.root, self.kinds)
        module, problems = parse(data, path.parent.name, self.kinds, worlds.models)
        self.problems += [*map(source.locate, problems), *worlds.problems]
        places = tuple(problem.path for problem in problems)
        return ModuleFile(module, source, path, places, worlds) if module else None

    def french(self, checked: ModuleFile) -> None:
        """Note what is wrong in a module beyond its own models."""
        module, locate = checked.module, checked.locate
        for n, name in enumerate(module.prerequisites):
            if name not in self.names or name == module.id:
                meant = near(name, [known for known in self.names if known != module.id])
                found = f"no module is called “{name}”"
                fix = f"write “{meant}”" if meant else "write a folder of modules/, or remove this"
                self.problems += locate(Problem(("prerequisites", n), found, fix))
        every = texts(module)
        for problem in fit.problems(module, every):
            self.problems += locate(problem)
        self.play(checked, module, SOURCE)
        for place, problem in self.texts(module, every):
            self.problems += locate(problem.under(*place))
        for problem in self.reading(checked, module, every, SOURCE):
            self.problems += locate(problem)
        folder = checked.path.parent / "media"
        for path, name in media(module):
            if wrong := media_files.image_problem(folder, name):
                self.problems += locate(Problem(path, *wrong))
        for file, found, fix in media_files.heavy(folder):
            at = file.relative_to(self.root)
            self.problems.append(Problem((), found, fix, "warning", file=at))

    def play(self, checked: ModuleFile, module: Module, tag: str) -> None:
        """Note what playing a module's simulations shows, in one language."""
        cache = self.root / ".cache/simulations"
        for problem in proof.problems(module, tag, checked.worlds.names, self.kinds, cache):
            self.problems += checked.locate(problem)

    def texts(self, module: Module, every: Sequence[Text]) -> Iterator[tuple[DataPath, Problem]]:
        """Yield what is wrong with the Markdown of a module's texts, each with its text's path."""
        own = {step.id for step in module.steps}

        def target(href: str) -> Problem | None:
            name, _, step = href.partition("#")
            if ":" in href or href.startswith("//"):
                return Problem((), f"the link “{href}” leaves the site", LINK)
            if href in PAGES:
                return None
            if (name or module.id) not in self.names:
                meant = near(name, [*self.names, *PAGES])
                found = f"the link “{href}” leads nowhere" + (f" (“{meant}”?)" if meant else "")
                return Problem((), found, LINK)
            if not step or (name in ("", module.id) and step in own):
                return None
            found = f"the link “{href}” leads nowhere: no step “{step}” there"
            return Problem((), found, LINK, unless=(name or module.id, step))

        for text in every:
            inline = text.rule.form == "inline"
            for problem in markdown.problems(
                text.value, inline=inline, references=self.published, targets=target
            ):
                yield text.path, problem

    def translation(self, checked: ModuleFile, tag: str) -> Module:
        """Return a module in another language, after noting what is wrong in its catalogue."""
        path = checked.path.parent / f"{tag}.po"
        at = path.relative_to(self.root)
        try:
            catalog = read_catalog(path, tag, self.root)
        except Refused as refused:
            self.problems += refused.problems
            return checked.module
        module, missing = translated(checked.module, catalog, tag)
        if tag not in COMPLETE:
            missing = in_short(len(missing), tag)
        severity = self.severity(tag)
        self.problems += [p.replace(file=at, line=ln, severity=severity) for ln, p in missing]
        every = texts(module)
        own = [(problem.path, problem) for problem in self.reading(checked, module, every, tag)]
        own += self.texts(module, every)
        own += [
            ((*place, *problem.path), problem)
            for place, block in blocks(module)
            if not (missing and any(isinstance(text.value, Foreign) for text in texts(block)))
            for problem in block.problems()
        ]
        if own:
            self.problems += _in_catalogue(own, checked.module, catalog, at)
        if not missing:
            self.play(checked, module, tag)
        return module

    def severity(self, tag: str) -> Severity:
        """Return how bad it is that a text is missing in a language."""
        bound = tag in COMPLETE and self.translations == "complete"
        return "error" if bound else "warning"

    def reading(
        self, checked: ModuleFile, module: Module, every: list[Text], tag: str
    ) -> Iterator[Problem]:
        """Yield what breaks the writing rules; only warnings where texts may be missing."""
        if tag not in self.written:
            try:
                self.written[tag] = written(tag, self.root / "locales")
            except Refused as refused:
                self.problems += refused.problems
                self.written[tag] = Written()
        wrong, needed = read_texts(module, checked.module, every, self.written[tag])
        checked.needed.update(needed)
        least = tag != SOURCE and self.severity(tag) == "warning"
        for problem in wrong:
            yield problem.replace(severity="warning") if least else problem

    def interface(self, tag: str) -> None:
        """Note what the interface lacks in a language that must be complete."""
        for place, folders in sources(self.kinds).items():
            path = place / f"{tag}.po"
            wrong = interface_problems(extracted(*folders), read_catalog(path, tag))
            severity = self.severity(tag)
            self.problems += [p.replace(file=path, line=ln, severity=severity) for ln, p in wrong]

    def interface_in_short(self, tag: str, paths: Sequence[Path]) -> None:
        """Note how much of the interface a language that grows step by step lacks."""
        folders = [folder for each in sources(self.kinds).values() for folder in each]
        lacks = list(interface_problems(extracted(*folders), joined(paths, tag)))
        self.problems += [
            problem.replace(file=relative(paths[-1], self.root), line=line, severity="warning")
            for line, problem in in_short(len(lacks), tag)
        ]


def _in_catalogue(
    own: Iterable[tuple[DataPath, Problem]], source: Module, catalog: Catalog, at: Path
) -> Iterator[Problem]:
    """Yield problems of a translated module's texts with their lines in its catalogue."""
    lines = {(m.context, m.id): m.lineno for m in catalog if m.id}
    french = {text.path: text for text in texts(source)}
    for place, problem in own:
        text = french.get(place)
        key = (context(text.ids), text.value) if text else None
        line = lines.get(key) if key else None
        words = key[0] if key else ""
        yield problem.replace(file=at, line=line or 1, column=None, words=words)


def sources(kinds: Mapping[str, Kind]) -> Mapping[Path, tuple[Path, ...]]:
    """Return the folders of catalogues, each with the folders whose texts it holds."""
    here = Path(__file__).parents[1]
    folders = {here / "locales": (here / "templates", here, here / "pages", here / "kinds")}
    return folders | {kind.folder / "locales": (kind.folder,) for kind in kinds.values()}
