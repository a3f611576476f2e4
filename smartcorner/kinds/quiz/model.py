"""Questions that explain: every answer has a feedback of its own."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from smartcorner.kinds import About, Activity, Entry, Problem, _
from smartcorner.kinds.quiz.naming import words_of
from smartcorner.kinds.quiz.questions import Question, same_ids


class Quiz(Activity):
    """Questions, each a screen of its own, with unlimited tries and no marks."""

    alone: ClassVar[bool] = True

    about = About(
        _("Questions"),
        _(
            "Des questions qui expliquent chaque réponse. Ni note, ni temps, autant d’essais "
            "qu’on veut."
        ),
        _("Après un exemple, pour essayer ; à la fin, pour se rappeler."),
    )

    questions: tuple[Question, ...] = Field(
        min_length=1, max_length=8, description=_("Les questions. Chacune a un écran à elle.")
    )

    def parts(self) -> tuple[Entry, ...]:
        """Return the questions: each is a screen."""
        return self.questions

    def tv_lines(self, item: Entry) -> float | None:
        """Return the lines of the question that a screen shows."""
        return next((one.tv_lines for one in self.questions if one is item), None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with each question, ids and feedbacks used twice."""
        yield from same_ids([one.id for one in self.questions], "questions")
        first: dict[str, str] = {}
        for n, question in enumerate(self.questions):
            for problem in question.problems():
                yield problem.under("questions", n)
            for m, line in enumerate(question.lines):
                said = " ".join(words_of(line.feedback))
                if said in first:
                    yield Problem(
                        path=("questions", n, question.lines_in, m, "feedback"),
                        found=f"this is the same feedback as for « {first[said]} »",
                        expected="say what is right or not in this answer, and why",
                    )
                first.setdefault(said, line.said.strip())
