"""The authors' reference: made from the models and the examples, kinds of a project too."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from smartcorner.check import check
from smartcorner.describe import below, keys
from smartcorner.kinds import Entry, discover
from smartcorner.model import Module
from smartcorner.page import Page
from smartcorner.pages import reference
from smartcorner.problems import Refused
from tests.tiny import project

PAIR = re.compile(
    r"<pre[^>]*><code>((?:(?!</code>).)*)</code></pre></div>\s*"
    r'<div class="ref-live">.*?src="([^"]+)"',
    re.DOTALL,
)
COUNTER = '''
from pydantic import Field
from smartcorner.kinds import About, Block, Inline

class Counter(Block):
    """Counts."""
    about = About("Compteur", "Il compte.", "Pour compter.")
    label: Inline = Field(description="Ce qui est compté.")
'''


def made(root: Path) -> dict[str, Page]:
    """Return the reference's pages of a project, by path."""
    course = check(root, discover(root / "kinds"), translations="draft")
    return {page.path: page for page in reference.pages(course)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small project with a kind of its own."""
    folder = project(tmp_path) / "kinds/counter"
    folder.mkdir(parents=True)
    (folder / "model.py").write_text(COUNTER, "utf-8")
    (folder / "template.html").write_text("<p>{{ block.label|inline }}</p>", "utf-8")
    (folder / "example.yml").write_text('- counter:\n    label: "Les jours"\n', "utf-8")
    return tmp_path


def test_every_kind_and_every_key_is_there_in_both_languages(root: Path) -> None:
    pages = made(root)
    for path in ("trainers/reference.html", "en/trainers/reference.html"):
        body = pages[path].body
        for kind in discover().values():
            assert f'<h2 id="{kind.name}">' in body
            models: list[type[Entry]] = [kind.model, *below(kind.model), Module]
            for model in models:
                missing = [k.name for k in keys(model) if f"<code>{k.name}</code>" not in body]
                assert missing == [], model
    assert "La coche y tient" in pages["trainers/reference.html"].body
    assert "The tick hangs on it" in pages["en/trainers/reference.html"].body


def test_a_kind_of_the_project_appears_by_itself(root: Path) -> None:
    pages = made(root)
    body = pages["trainers/reference.html"].body
    assert '<h2 id="counter">Compteur' in body
    assert "Ce qui est compté." in body
    assert "<p>Les jours</p>" in pages["trainers/live/counter.html"].body
    assert (
        '<span lang="fr" dir="ltr">Les jours</span>' in pages["en/trainers/live/counter.html"].body
    )


def test_each_piece_of_yaml_is_whole_and_stands_beside_its_own_result(root: Path) -> None:
    pages = made(root)
    body = pages["trainers/reference.html"].body
    shown = PAIR.findall(body)
    assert len(shown) >= 14
    asked = []
    for text, url in shown:
        plain = re.sub(r"</?span[^>]*>", "", text).replace("&lt;", "<").replace("&gt;", ">")
        blocks = yaml.safe_load(plain.replace("&amp;", "&"))
        assert len(blocks) == 1, "it can be copied as it is"
        page = pages[f"trainers/{url}"]
        for question in blocks[0].get("quiz", {}).get("questions", []):
            asked.append(question["type"])
            assert f'data-id="reference/check/{question["id"]}"' in page.body
    assert sorted(asked) == ["match", "multiple", "order", "single", "spot-the-signs"]


def test_a_wrong_example_is_refused_at_its_line(root: Path) -> None:
    example = root / "kinds/counter/example.yml"
    example.write_text('# Des jours.\n- counter:\n    lable: "Les jours"\n', "utf-8")
    with pytest.raises(Refused) as info:
        made(root)
    assert str(info.value).startswith("kinds/counter/example.yml:3:5: ")
    assert "write “label”" in str(info.value)


def test_a_kind_without_an_example_still_has_its_keys(root: Path) -> None:
    (root / "kinds/counter/example.yml").unlink()
    pages = made(root)
    assert "Ce qui est compté." in pages["trainers/reference.html"].body
    assert "trainers/live/counter.html" not in pages
    shutil.rmtree(root / "kinds")
    assert "counter" not in made(root)["trainers/reference.html"].body


def test_yaml_is_marked_and_escaped() -> None:
    said = reference.highlighted('- tip: "a < b: c" # <why>\n  x-y: 1')
    assert said == (
        '- <span class="y-key">tip</span>: <span class="y-string">"a &lt; b: c"</span> '
        '<span class="y-comment"># &lt;why&gt;</span>\n  <span class="y-key">x-y</span>: 1'
    )
