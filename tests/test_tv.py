"""The model of a TV screen: 7 lines of 40 characters, cut where a thought ends."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from smartcorner import tv

WORDS = st.lists(st.text("abcdéèç'-", min_size=1, max_size=12), min_size=1, max_size=30)
SENTENCES = st.lists(
    st.lists(st.sampled_from(["vous", "lisez", "un", "message", "court"]), min_size=2, max_size=9),
    min_size=1,
    max_size=8,
)


def sentence(words: list[str]) -> str:
    """Return words as a sentence."""
    return " ".join(words).capitalize() + "."


def split(units: Sequence[tv.Unit], title: str, *, large: bool = False) -> list[tv.Start]:
    """Return where the TV screens of some units begin."""
    return tv.Cut(units, title).starts(large=large)


@given(WORDS)
def test_lines_never_hold_more_than_their_width(words: list[str]) -> None:
    text = " ".join(words)
    assert tv.wrapped(text, tv.WIDTH) >= len(text) / (tv.WIDTH + 1)
    assert tv.wrapped(text, tv.WIDTH) <= 1 + len(text) // (tv.WIDTH - 12)


@given(SENTENCES)
def test_sentences_together_are_the_text(words: list[list[str]]) -> None:
    text = " ".join(map(sentence, words))
    assert " ".join(tv.sentences(text)) == text
    assert len(tv.sentences(text)) == len(words)


def test_quotes_addresses_and_abbreviations_end_no_sentence() -> None:
    whole = "M. Petit dit : « Bonjour. Merci. » à 9 h. 30 personnes écoutent nadia@example.org."
    assert tv.sentences(whole) == [whole]
    assert tv.sentences("Lisez « Bonjour. » Écrivez.") == ["Lisez « Bonjour. »", "Écrivez."]


@given(st.lists(SENTENCES, min_size=1, max_size=5))
def test_every_screen_holds_its_lines_and_nothing_is_lost(
    paragraphs: list[list[list[str]]],
) -> None:
    texts = [" ".join(map(sentence, words)) for words in paragraphs]
    units = [tv.Unit(0, text) for text in texts]
    starts = split(units, "Lire")
    assert (starts[0].unit, starts[0].solid) == (0, 0)
    places = [(start.unit, start.solid) for start in starts]
    assert places == sorted(set(places))
    for start, end in pairwise([*starts, tv.Start(len(units), 0, 1)]):
        shown = []
        for n in range(start.unit, min(end.unit, len(texts) - 1) + 1):
            first = start.solid if n == start.unit else 0
            last = end.solid if n == end.unit else tv.solid(texts[n])
            at, held = 0, []
            for piece in tv.sentences(texts[n]):
                if first <= at < last:
                    held.append(piece)
                at += tv.solid(piece)
            shown.append(" ".join(held))
        lines = sum(tv.wrapped(text, tv.WIDTH) for text in shown)
        assert lines <= tv.LEVELS[start.level].lines


def test_a_short_text_is_shown_larger_and_a_large_room_asks_for_more_screens() -> None:
    short, long = tv.Unit(0, "Lisez le message."), tv.Unit(0, "Lisez encore le message. " * 20)
    assert split([short], "Lire")[0].level == 3
    assert len(split([long], "Lire", large=True)) > len(split([long], "Lire"))


def test_a_list_stays_with_the_line_that_leads_into_it() -> None:
    units = [
        tv.Unit(0, "Nadia lit son message. Elle le relit, puis elle écrit à sa conseillère. " * 2),
        tv.Unit(0, "Elle prépare sa table :"),
        *[tv.Unit(0, "La tablette est bien branchée.", "item") for _ in range(4)],
    ]
    starts = [start.unit for start in split(units, "Lire")]
    assert 2 not in starts


def test_a_figure_stands_alone_or_beside_a_few_words() -> None:
    figure = tv.Unit(1, "", "figure")
    assert len(split([tv.Unit(0, "Nadia lit un message."), figure], "Lire")) == 1
    assert len(split([tv.Unit(0, "Nadia lit un long message. " * 9), figure], "Lire")) > 1
    assert len(split([figure, tv.Unit(2, "", "figure")], "Lire")) == 2


def test_a_sentence_too_long_for_a_screen_is_told() -> None:
    long = "Lisez " + "encore et encore " * 20 + "la fin."
    assert list(tv.too_long(f"Court. {long}")) == [long]
    assert not list(tv.too_long("Court. " * 50))
