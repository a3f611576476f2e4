"""All the modules of a project, checked: a Course, or every problem of every file."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from gettext import NullTranslations
from pathlib import Path

from smartcorner import media_files
from smartcorner.check.checker import Checker, Translations, sources
from smartcorner.kinds import Kind
from smartcorner.memory import Memory, Same, stamp
from smartcorner.model import Module
from smartcorner.problems import Problem, Refused, Severity
from smartcorner.references import References
from smartcorner.translate import COMPLETE, SOURCE, Language, interface, language, locales

__all__ = ["Course", "Translations", "Use", "check", "sources"]


@dataclass(frozen=True)
class Course:
    """All modules, checked, in each language, with what the pages need beside them.

    `order` names all the modules; where each was used as soon as it was checked, `modules`
    holds none of them.
    """

    root: Path
    kinds: Mapping[str, Kind]
    languages: tuple[Language, ...]
    words: Mapping[str, NullTranslations]
    references: References
    modules: Mapping[str, tuple[Module, ...]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()
    accepted: tuple[Problem, ...] = ()
    memory: Memory = field(default_factory=Memory, compare=False)

    def language(self, tag: str) -> Language:
        """Return one of its languages."""
        return next(language for language in self.languages if language.tag == tag)

    def media(self, module: str) -> list[Path]:
        """Return the files of a module's media folder, sorted."""
        folder = self.root / "modules" / module / "media"
        return sorted(path for path in folder.glob("*") if path.is_file())

    def size(self, module: str, name: str) -> tuple[int, int]:
        """Return an image's width and height in CSS pixels."""
        return media_files.size(self.root / "modules" / module / "media" / name)


Use = Callable[[Course, Mapping[str, Module]], None]  # takes a module, by language


def check(
    root: Path,
    kinds: Mapping[str, Kind],
    only: Iterable[Path] = (),
    *,
    translations: Translations = "complete",
    memory: Memory | None = None,
    use: Use | None = None,
) -> Course:
    """Return the course of a project, or of the module files in `only`, without the interface.

    Where `translations` are a "draft", a missing one only warns; with "none" they are
    left alone. With a memory that keeps, only modules that changed are read again. What
    takes modules (`use`) gets each one once it is checked, as long as nothing is wrong,
    and the course holds none: 3,000 of them would fill the memory.

    Raises:
        Refused: all errors of all files, and the warnings with them.
    """
    memory = memory or Memory()
    checker = Checker(root, kinds, translations, memory)
    if memory.keeps:
        references = root / "modules/references.yml"
        own = stamp(Path(__file__).parents[1], root / "locales", root / "kinds", references)
        memory.begin((own, translations, tuple(checker.names)))
    translated = translations != "none"
    found = locales(*sources(kinds), root / "locales") if translated else {SOURCE: []}
    wanted = {path.resolve() for path in only}
    for tag, paths in found.items() if translated and not wanted else ():
        if tag in COMPLETE[1:]:
            checker.interface(tag)
        elif tag != SOURCE:
            checker.interface_in_short(tag, paths)
    words = {tag: interface(paths, tag) for tag, paths in found.items()}
    languages = tuple(map(language, found))
    course = Course(root, kinds, languages, words, checker.references, memory=memory)
    modules: dict[str, list[Module]] = {tag: [] for tag in found}
    steps: dict[str, set[str]] = {}
    needs: dict[str, tuple[str, ...]] = {}
    seen, wrong = 0, False
    for local in _checked(checker, wanted, list(found)):
        module = local[SOURCE]
        wrong = wrong or any(one.severity == "error" for one in checker.problems[seen:])
        seen = len(checker.problems)
        steps[module.id] = {step.id for step in module.steps}
        needs[module.id] = module.prerequisites
        if use is None:
            for tag, one in local.items():
                modules[tag].append(one)
        elif not wrong:
            use(course, local)
    problems = [problem for problem in checker.problems if not _meanwhile(problem, steps)]
    if any(problem.severity == "error" for problem in problems):
        raise Refused(problems)
    order = _in_order(needs)
    place = {name: n for n, name in enumerate(order)}
    return dataclasses.replace(
        course,
        order=order,
        modules={
            tag: tuple(sorted(every, key=lambda module: place[module.id]))
            for tag, every in modules.items()
        },
        warnings=_sorted(problems, "warning"),
        accepted=_sorted(problems, "accepted"),
    )


def _sorted(problems: Iterable[Problem], severity: Severity) -> tuple[Problem, ...]:
    kept = (problem for problem in problems if problem.severity == severity)
    return tuple(sorted(kept, key=lambda problem: problem.order))


def _checked(
    checker: Checker, wanted: set[Path], tags: Sequence[str]
) -> Iterator[Mapping[str, Module]]:
    """Yield each module that can be read, by language; what is wrong is the checker's to tell."""
    for name in checker.names:
        path = checker.root / "modules" / name / "module.yml"
        if wanted and path.resolve() not in wanted:
            continue
        files = stamp(path.parent) if checker.memory.keeps else ()
        read = checker.once(path, files, partial(checker.read, path))
        if read is None:
            continue
        checker.once((path, SOURCE), Same(read), partial(checker.french, read))
        local = {SOURCE: read.module}
        for tag in tags:
            if tag != SOURCE:
                make = partial(checker.translation, read, tag)
                local[tag] = checker.once((path, tag), Same(read), make)
        if checker.translations != "none":
            checker.problems += read.exceptions()
        yield local


def _meanwhile(problem: Problem, steps: Mapping[str, set[str]]) -> bool:
    """Say whether a link leads somewhere after all, now that all modules are read."""
    if problem.unless is None:
        return False
    module, step = problem.unless
    return module not in steps or step in steps[module]


def _in_order(needs: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the names of modules, each after those that it builds on, else by name."""
    waiting = dict(needs)
    ordered: list[str] = []
    while waiting:
        ready = [name for name, before in waiting.items() if not any(p in waiting for p in before)]
        # A circle of prerequisites has no first module: its names decide.
        chosen = ready or list(waiting)[:1]
        ordered += chosen
        for name in chosen:
            del waiting[name]
    return tuple(ordered)
