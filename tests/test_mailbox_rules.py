"""The rules of the mailbox, in the script that pages run: what is kind, what is refused."""

import json
from typing import Any

import pytest
import quickjs

from smartcorner import engine
from smartcorner.kinds import discover

RULES = engine.scripts(discover()["mailbox"].folder / "rules.js")
WORLD: dict[str, Any] = {
    "id": "w",
    "me": "nadia",
    "people": [
        {
            "id": one,
            "name": f"{one.title()} Diallo",
            "first": one.title(),
            "address": f"{one}@example.org",
        }
        for one in ("nadia", "karim", "ana")
    ],
    "files": [
        {"id": "cv", "name": "CV.pdf", "megabytes": 0.3, "shows": "CV"},
        {"id": "film", "name": "film.mp4", "megabytes": 48, "shows": "film"},
    ],
    "limit": 10,
    "sentences": [
        {"id": "topic", "text": "Aide de cuisine", "means": ["subject"]},
        {"id": "hello", "text": "Bonjour,", "means": ["greeting"]},
        {"id": "here", "text": "Mon CV est ci-joint.", "means": ["attached"]},
        {"id": "thanks", "text": "Merci.", "means": ["thanks"]},
    ],
    "words": {
        "greeting": ["bonjour"],
        "thanks": ["merci", "je vous remercie"],
        "job": ["aide de cuisine"],
        "attached": ["ci-joint"],
        "secret": ["mot de passe", "code pin"],
    },
    "messages": [
        {
            "id": "ask",
            "from": "karim",
            "to": ["nadia", "ana"],
            "cc": [],
            "date": "lundi",
            "subject": "Entretien",
            "body": [{"id": "p1", "text": "Venez jeudi.", "link": "karim.example"}],
            "attached": [],
            "signs": [{"part": "from", "why": "?"}],
        },
        {
            "id": "late",
            "from": "ana",
            "date": "mardi",
            "subject": "Après",
            "later": True,
            "body": [{"id": "p2", "text": "Bravo"}],
        },
    ],
}


class Box:
    """A mailbox: what is done in it, one action after the other."""

    def __init__(self) -> None:
        self.js = quickjs.Context()
        for script in RULES:
            self.js.eval(script)
        self.world = json.dumps(WORLD)
        exercise = json.dumps({"kind": "mailbox", "world": WORLD})
        self.state = json.loads(
            self.js.eval(f"JSON.stringify(SmartCornerSimulation.worlds.mailbox.start({exercise}))")
        )

    def call(self, name: str, *args: Any) -> Any:
        """Return what one of the mailbox's functions gives."""
        said = ",".join(json.dumps(one) for one in args)
        script = f"JSON.stringify(SmartCornerSimulation.worlds.mailbox.{name}({said}))"
        return json.loads(self.js.eval(script))

    def do(self, name: str, **args: Any) -> "Box":
        """Do something that must be possible here."""
        before = self.state
        self.state = self.call("act", before, {"do": name, **args}, WORLD)
        assert self.state != before, f"{name} {args} changes nothing"
        return self

    def cannot(self, name: str, **args: Any) -> bool:
        """Tell whether something changes nothing here."""
        return bool(self.call("act", self.state, {"do": name, **args}, WORLD) == self.state)

    def holds(self, test: str, **args: Any) -> bool:
        """Return what a test says."""
        return bool(self.call(f"tests.{test}", self.state, args, WORLD))

    def folder(self, name: str) -> list[str]:
        """Return the messages of a folder, newest first."""
        return [mail["id"] for mail in self.state["mail"] if mail["folder"] == name]

    @property
    def draft(self) -> Any:
        """Return the draft that is open."""
        return next(mail for mail in self.state["mail"] if mail["id"] == self.state["edit"])


@pytest.fixture
def box() -> Box:
    return Box()


def secret(box: Box, text: str) -> str:
    call = f"SmartCornerText.secret({json.dumps(text)}, ['mot de passe', 'code pin'])"
    return str(box.js.eval(call))


@pytest.mark.parametrize(
    "text",
    ["85.07.30-033.28", "mon numéro 85073003328", "BE68 5390 0754 7034", "4111 1111 1111 1111"],
)
def test_numbers_that_are_nobodys_business_are_refused(box: Box, text: str) -> None:
    assert secret(box, text) == "number"
    assert box.do("compose").cannot("type", field="text", text=text)


@pytest.mark.parametrize("text", ["Soleil2024!", "mot de passe : soleil12", "code pin 1234"])
def test_passwords_are_refused(box: Box, text: str) -> None:
    assert secret(box, text) == "password"
    assert box.do("compose").cannot("type", field="subject", text=text)


@pytest.mark.parametrize(
    "text",
    ["0470 12 34 56", "+32 470 12 34 56", "jeudi 3 décembre 2026, à 14h30", "CV_Nadia_2026.pdf",
     "J’ai oublié mon mot de passe.", "karim.diallo@example.org", "5000 Namur, rue du Pont 12"],
)  # fmt: skip
def test_what_people_write_to_employers_is_not_taken_for_a_secret(box: Box, text: str) -> None:
    assert not secret(box, text)


@pytest.mark.parametrize("typed", ["Bonjour", "bonjor madame", "BONJUOR,", "Bonjour Karim !"])
def test_a_greeting_counts_however_it_is_spelt(box: Box, typed: str) -> None:
    box.do("open", message="ask").do("reply").do("type", field="text", text=typed).do("send")
    assert box.holds("sent", greeting=True, answers="ask")


def test_other_words_are_no_greeting(box: Box) -> None:
    box.do("open", message="ask").do("reply").do("type", field="text", text="Je viens.").do("send")
    assert box.holds("sent", greeting=False)
    assert not box.holds("sent", greeting=True)


@pytest.mark.parametrize(
    "typed", [" Karim@Example.org. ", "karim@example.org", "Karim", "karim diallo"]
)
def test_an_address_is_known_without_case_spaces_and_full_stop(box: Box, typed: str) -> None:
    box.do("compose").do("type", field="to", text=typed)
    assert box.draft["people"]["to"] == ["karim@example.org"]


def test_a_sentence_goes_where_it_belongs_and_comes_out_again(box: Box) -> None:
    box.do("compose").do("sentence", sentence="thanks").do("sentence", sentence="hello")
    assert box.draft["text"] == "Bonjour,\nMerci."
    box.do("sentence", sentence="thanks")
    assert box.draft["text"] == "Bonjour,"
    box.do("sentence", sentence="topic")
    assert box.draft["subject"] == "Aide de cuisine"


def test_a_forgotten_file_is_asked_about_before_the_message_leaves(box: Box) -> None:
    box.do("open", message="ask").do("reply").do("sentence", sentence="here").do("send")
    assert box.state["ask"] == "attachment"
    assert not box.folder("sent")
    box.do("attach", file="cv").do("send")
    assert box.holds("sent", attached=["cv"], forgot=False)


def test_who_insists_sends_without_the_file(box: Box) -> None:
    box.do("open", message="ask").do("reply").do("sentence", sentence="here")
    box.do("send", anyway=True)
    assert box.holds("sent", forgot=True)


def test_a_file_that_is_too_large_is_not_attached(box: Box) -> None:
    box.do("compose").do("attach", file="film")
    assert box.state["ask"] == "size"
    assert box.draft["files"] == []


def test_nothing_leaves_without_a_whole_address(box: Box) -> None:
    box.do("compose").do("type", field="text", text="Bonjour").do("send")
    assert box.state["ask"] == "nobody"
    box.do("type", field="to", text="karim@example").do("send")
    assert box.state["ask"] == "address"
    box.do("remove", field="to", address="karim@example").do("add", field="to", person="karim")
    assert box.do("send").state["ask"] == "subject"


def test_a_sending_is_undone_until_something_else_is_done(box: Box) -> None:
    box.do("open", message="ask").do("reply").do("send").do("unsend")
    assert box.folder("drafts")
    assert not box.holds("sent", answers="ask")
    box.do("send").do("folder", folder="sent")
    assert box.cannot("unsend")


def test_a_draft_keeps_itself_and_an_empty_one_goes(box: Box) -> None:
    box.do("compose").do("close")
    assert not box.folder("drafts")
    box.do("compose").do("type", field="text", text="Bonjour").do("close")
    (kept,) = box.folder("drafts")
    assert box.do("open", message=kept).draft["text"] == "Bonjour"


def test_answering_all_reaches_the_others_and_not_oneself(box: Box) -> None:
    box.do("open", message="ask").do("reply-all")
    assert box.draft["people"]["to"] == ["karim@example.org", "ana@example.org"]


def test_what_is_deleted_or_reported_comes_back_to_its_place(box: Box) -> None:
    for deed in ("delete", "report"):
        box.do("open", message="ask").do(deed)
        assert not box.folder("inbox")
        box.do("recover", message="ask")
        assert box.folder("inbox") == ["ask"]
    assert box.holds("reported", message="ask")


def test_a_search_finds_words_without_accents_in_all_folders_that_count(box: Box) -> None:
    box.do("search", text="ENTRET")
    assert box.holds("searched", finds="ask")
    box.do("open", message="ask").do("delete").do("search", text="venez")
    assert box.state["found"] == ["ask"]  # found before; the bin isn't searched


def test_a_false_alarm_is_not_a_sign(box: Box) -> None:
    box.do("open", message="ask").do("look").do("sign", part="p1")
    assert box.holds("alarm", message="ask")
    assert not box.holds("signs", message="ask")
    box.do("sign", part="p1").do("sign", part="from")
    assert box.holds("signs", message="ask")
    assert not box.holds("alarm", message="ask")


def test_a_touched_link_is_remembered(box: Box) -> None:
    box.do("open", message="ask").do("link", part="p1")
    assert box.holds("clicked", message="ask")


def test_a_message_that_an_event_brings_is_new_and_first(box: Box) -> None:
    box.state = box.call("happen", box.state, {"do": "receive", "message": "late"}, WORLD)
    assert box.folder("inbox") == ["late", "ask"]
