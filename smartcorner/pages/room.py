"""The trainers' own pages: the doors to the lessons and the modules, the log of lessons."""

from collections.abc import Iterator

from smartcorner.check import Course
from smartcorner.page import Page
from smartcorner.pages import trainers
from smartcorner.pages.contents import Contents
from smartcorner.render import Site
from smartcorner.translate import COMPLETE

NAMES = ("lessons", "log")


def made(course: Course, contents: Contents) -> Iterator[Page]:
    """Yield each page in each language, and the list of modules where there are guides."""
    for language in course.languages:
        site = Site(course, language)
        themes = contents.themes(language.tag)
        for name in NAMES:
            # On a TV or the trainer's laptop: nothing of the learners' frame, nobody's work.
            site.open(f"{name}.html")
            body, said = site.exported(f"{name}.html", themes=themes)
            assert site.place
            yield Page(
                site.place.path,
                language.tag,
                said.title,
                said.description,
                body,
                end=str(site.sprite()),
                styles=("assets/base.css", f"assets/{name}.css"),
                scripts=(f"assets/{name}.js",),
                kind=name,
            )
        if language.tag in COMPLETE:
            yield trainers.listed(site, themes)
