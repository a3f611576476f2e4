"""Texts that are read without the Markdown parser look as if it had read them."""

from hypothesis import example, given
from hypothesis import strategies as st

from smartcorner import markdown, quick

SIGNS = [
    *"aé 1.-+*_#>=~|`[]()!<&{}:\\\"'’«\u00a0\t\n",
    "**",
    "\n\n",
    "### ",
    "a b",
    "**a**",
    "\n- a",
    "\n1. a",
    "\n2. ",
]


def shown(text: str, *, inline: bool) -> str:
    return markdown.html(text, inline=inline, ref=lambda _: markdown.Shown("x"), link=str)


@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=9).map("".join))
@example("- a")
@example("1. a")
@example("a  b")
@example("a-a a")
@example("### a\n**a b** c\n\nd **e.** f")
@example("a\n### a")
@example("a\n\n- a\n- **b** c\n\nd")
@example("### a\n1. a\n2. b")
@example("- a\n1. b")
@example("- a\n\n- b")
@example("- a\nb")
@example("1. a\n3. b")
@example("### a\n\n1 a\n\n\na")
@example("a**b**")
@example("**a.**b")
@example("** a**")
def test_a_simple_text_reads_the_same_without_the_parser(text: str) -> None:
    parser = markdown._parser()
    for inline in (True, False):
        if not quick.rows(text, inline=inline):
            continue
        made = parser.renderInline(text) if inline else parser.render(text)
        kept = markdown._ONE_LETTER.sub(markdown._UNBROKEN, made.strip())
        assert shown(text, inline=inline) == kept
        tokens = markdown._tokens(text, inline=inline)
        read = [markdown._passage(t, t.map[0] if t.map else 0) for t in tokens if t.children]
        opened = [t for t in tokens if t.type in ("bullet_list_open", "ordered_list_open")]
        passages, lists = markdown.passages(text, inline=inline)
        assert passages == read
        assert [(one.numbered, one.line) for one in lists] == [
            (token.type == "ordered_list_open", token.map and token.map[0]) for token in opened
        ]
        items = [token for token in tokens if token.type == "list_item_open"]
        assert sum(one.length for one in lists) == len(items)
        if not inline:
            assert markdown.plain(text, ref=lambda _: markdown.Shown("x")) == markdown._words(text)


def test_most_of_what_authors_write_needs_no_parser() -> None:
    assert quick.rows("L’e-mail est parti : Nadia l’a relu deux fois !", inline=True)
    assert quick.rows("### L’avion\n\n**Touchez** l’avion.", inline=False)
    assert quick.rows("Elle lit :\n\n- une ligne\n- une autre", inline=False)
    assert quick.rows("- une ligne\n\n- une autre", inline=False) is None


def test_a_text_that_was_read_before_leads_where_each_page_says() -> None:
    text = "[a](other)"
    links = [
        markdown.html(text, inline=True, ref=lambda _: markdown.Shown("x"), link=link)
        for link in (lambda _: "one.html", lambda _: "../two.html?a&b")
    ]
    assert links == ['<a href="one.html">a</a>', '<a href="../two.html?a&amp;b">a</a>']
