"""A lesson's running order: what a group does, moment after moment, in 90 minutes."""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from smartcorner.kinds import About, Entry, Id, Inline, _
from smartcorner.problems import Problem, near

LONGEST = 90  # minutes; a half-day holds one such lesson and its welcome

Deed = Literal["group", "alone", "paper", "talk", "pause"]


class Moment(Entry):
    """One stretch of a lesson.

    `group` goes through a step on the big screen; `alone` and `paper` show « À vous »:
    the step's number, the task in `text`, the minutes; `talk` shows a sentence to talk
    about; `pause` shows a clock.
    """

    about = About(
        _("Un moment de la leçon"),
        _("Ce que le groupe fait pendant quelques minutes, devant la télévision ou sans elle."),
    )

    do: Deed = Field(
        description=_(
            "`group` : vous faites l’étape ensemble, sur la télévision. `alone` et `paper` : "
            "l’écran « À vous » montre la tâche. `talk` : une phrase dont on parle. `pause` : "
            "une horloge."
        )
    )
    minutes: int = Field(ge=1, le=60, description=_("Combien de minutes ce moment dure."))
    step: Id | None = Field(
        default=None, description=_("L’étape, par son nom court : avec `group`, `alone`, `paper`.")
    )
    text: Inline | None = Field(
        default=None,
        description=_("La tâche ou la phrase à l’écran : avec `alone`, `paper` et `talk`."),
    )

    def ids_under(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return `lesson/alone/write`: a text is found by what is done where."""
        return (*ids, self.do, *([self.step] if self.step else []))

    def problems(self) -> Iterator[Problem]:
        """Yield what is missing, or stands there in vain."""
        on_step = self.do in ("group", "alone", "paper")
        if on_step != (self.step is not None):
            found = f"“{self.do}” " + ("needs a step" if on_step else "has no step")
            fix = "add `step:` and the step’s id" if on_step else "remove `step`"
            yield Problem(("step",), found, fix)
        said = self.do in ("alone", "paper", "talk")
        if said != (self.text is not None):
            what = "a text: what the screen asks people to do"
            found = f"“{self.do}” " + (f"needs {what}" if said else "shows no text")
            yield Problem(("text",), found, "add `text:`" if said else "remove `text`")


def problems(moments: Sequence[Moment], steps: Sequence[str]) -> Iterator[Problem]:
    """Yield what is wrong with a running order; `steps` are the module's, in order."""
    for n, moment in enumerate(moments):
        for problem in moment.problems():
            yield problem.under("lesson", n)
        if moment.step and moment.step not in steps:
            meant = near(moment.step, steps)
            found = f"no step is called “{moment.step}”"
            fix = f"write “{meant}”" if meant else "write the id of one of the steps"
            yield Problem(("lesson", n, "step"), found, fix)
    told = list(dict.fromkeys(moment.step for moment in moments if moment.step in steps))
    if not moments or not told:
        return
    for step in steps:
        if step not in told:
            found = f"the running order leaves out the step “{step}”"
            fix = f"add `- {{do: group, step: {step}, minutes: 10}}` in its place"
            yield Problem(("lesson",), found, fix)
    if told != [step for step in steps if step in told]:
        yield Problem(("lesson",), "steps in another order than the module’s", "follow its order")
    if (total := sum(moment.minutes for moment in moments)) > LONGEST:
        found = f"the running order takes {total} minutes"
        yield Problem(("lesson",), found, f"make it {LONGEST} minutes at most", "warning")
