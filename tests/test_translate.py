from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from smartcorner.check import check
from smartcorner.kinds import discover
from smartcorner.model import Module
from smartcorner.translate import Entry, Foreign, entries, read, translated, updated, written
from tests.tiny import project

KINDS = discover()


def module(tmp_path: Path) -> Module:
    return check(project(tmp_path), KINDS, translations="none").modules["fr"][0]


def catalogue(tmp_path: Path, wanted: list[Entry], **said: str) -> Path:
    path = tmp_path / "en.po"
    new = updated(read(path, "en"), wanted, "en")
    for message in new:
        if message.id:
            message.string = said.get(str(message.context), f"EN {message.id}")
    path.write_bytes(written(new))
    return path


def test_a_catalogue_is_stable_when_nothing_changed(tmp_path: Path) -> None:
    wanted = list(entries(module(tmp_path)))
    path = catalogue(tmp_path, wanted)
    assert written(updated(read(path, "en"), wanted, "en")) == path.read_bytes()


def test_a_translated_module_has_every_text_in_its_language(tmp_path: Path) -> None:
    source = module(tmp_path)
    made, problems = translated(
        source, read(catalogue(tmp_path, list(entries(source))), "en"), "en"
    )
    assert problems == []
    assert made.title == "EN Le courrier"
    assert made.steps[0].blocks[0].model_dump()["text"] == "EN Ouvrez la boîte."
    assert made.steps[0].id == "read"


def test_a_changed_french_text_makes_its_translation_stale(tmp_path: Path) -> None:
    source = module(tmp_path)
    path = catalogue(tmp_path, list(entries(source)))
    changed = source.model_copy(update={"title": "Le facteur"})
    path.write_bytes(written(updated(read(path, "en"), entries(changed), "en")))
    made, problems = translated(changed, read(path, "en"), "en")
    assert [problem.found for _, problem in problems] == [
        "title: the translation of “Le facteur” is stale"
    ]
    assert made.title == "Le facteur"
    assert isinstance(made.title, Foreign)


def test_a_text_that_moves_to_another_step_keeps_its_translation(tmp_path: Path) -> None:
    source = module(tmp_path)
    path = catalogue(tmp_path, list(entries(source)))
    first, second = source.steps
    moved = source.model_copy(
        update={
            "steps": (
                first.model_copy(update={"blocks": first.blocks[:1]}),
                second.model_copy(update={"blocks": (*second.blocks, first.blocks[1])}),
            )
        }
    )
    assert translated(moved, read(path, "en"), "en")[1] == []


def test_references_must_be_the_same_on_both_sides(tmp_path: Path) -> None:
    source = module(tmp_path)
    path = catalogue(tmp_path, list(entries(source)), title="{ref:desk}")
    [(_, problem)] = translated(source, read(path, "en"), "en")[1]
    assert "other references" in problem.found


texts = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c/d"]), texts, texts), max_size=6))
def test_a_written_catalogue_reads_back_the_same(rows: list[tuple[str, str, str]]) -> None:
    wanted = {(context, text): said for context, text, said in rows}
    new = updated(read(Path("none.po"), "en"), [Entry(*key) for key in wanted], "en")
    for message in new:
        if message.id:
            message.string = wanted[(str(message.context), str(message.id))]
    again = read_po(BytesIO(written(new)), locale="en")
    assert {(m.context, m.id): m.string for m in again if m.id} == wanted
