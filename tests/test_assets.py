from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from smartcorner import assets
from smartcorner.problems import Refused

ROOT = Path(__file__).parent.parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the installed tools and an empty cache."""
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def test_scripts_and_styles_shrink_and_keep_shared_names(root: Path) -> None:
    small = assets.minify(
        {
            "kinds/quiz.js": "class Quiz {\n  ask(question) { return question; }\n}\n",
            "kinds/quiz.css": "sc-quiz {\n  color: #ffffff;\n}\n",
        },
        root,
    )
    assert small == {
        "kinds/quiz.js": b"class Quiz{ask(s){return s}}\n",
        "kinds/quiz.css": b"sc-quiz{color:#fff}\n",
    }


def test_tokens_get_one_short_name_in_all_files(root: Path) -> None:
    ink = ":root{--sc-ink:red;--sc-ink-soft:#ccc}"
    small = assets.minify({"a.css": ink, "b.css": "b{color:var(--sc-ink)}"}, root)
    assert small == {"a.css": b":root{--a:red;--b:#ccc}\n", "b.css": b"b{color:var(--a)}\n"}


def test_words_of_people_stay_readable(root: Path) -> None:
    assert "« été »".encode() in assets.minify({"a.js": "x('« été »');"}, root)["a.js"]


def test_a_second_call_reads_the_cache(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = {"a.js": "let a = 1;", "b.css": "a { top: 0px }"}
    first = assets.minify(sources, root)
    monkeypatch.setattr("smartcorner.assets._run_esbuild", None)
    assert assets.minify(sources, root) == first


def test_one_edit_minifies_one_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assets.minify({"a.js": "let a = 1;", "b.js": "let b = 1;"}, root)
    asked: list[set[str]] = []

    def run(_esbuild: Path, sources: dict[str, str]) -> dict[str, bytes]:
        asked.append(set(sources))
        return dict.fromkeys(sources, b"")

    monkeypatch.setattr("smartcorner.assets._run_esbuild", run)
    assets.minify({"a.js": "let a = 2;", "b.js": "let b = 1;"}, root)
    assert asked == [{"a.js"}]


def test_a_broken_script_is_refused_with_its_name_and_line(root: Path) -> None:
    with pytest.raises(Refused, match=r"kinds/quiz\.js:2:"):
        assets.minify({"kinds/quiz.js": "let a;\nlet = ;"}, root)


def test_missing_tools_name_the_command_that_installs_them(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="make site"):
        assets.minify({"a.js": ""}, tmp_path)
    with pytest.raises(Refused, match="make site"):
        assets.minisearch(tmp_path)


def test_minisearch_ships_with_its_licence(root: Path) -> None:
    name = "assets/minisearch.js"
    small = assets.minify({name: assets.minisearch(root)}, root)[name]
    assert b"Permission is hereby granted" in small
    assert b"sourceMappingURL" not in small


def test_both_fonts_fit_in_30_kib_and_write_our_languages(root: Path) -> None:
    files = assets.font_files(root)
    fonts = {name: content for name, content in files.items() if name.endswith(".woff2")}
    assert sum(map(len, fonts.values())) <= 30 * 1024
    for name, content in fonts.items():
        path = root / name
        path.write_bytes(content)
        known = set(TTFont(path).getBestCmap())
        assert not {
            char
            for char in "Œuvre à l’été : « cœur », “él” ë ï – — … € • @"
            if ord(char) not in known
        }
    assert b"SIL OPEN FONT LICENSE" in files["atkinson-hyperlegible-licence.txt"]


def test_fonts_are_the_same_bytes_each_time(root: Path, tmp_path: Path) -> None:
    first = assets.font_files(root)
    (tmp_path / ".cache").rename(tmp_path / "earlier")
    assert assets.font_files(root) == first
