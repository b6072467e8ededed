"""A publisher's words are text, once, with its name and link; rows have their form; an editor's quotation stays one."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from plugins import passages
from plugins.in_full import LEAD
from plugins.markup import lead, lead_in_mail, prose, prose_in_mail
from plugins.passages import Row, Rows, in_marks, pieces
from plugins.wording import plain
from scrapers.passage import Passage, written
from scrapers.text import line

ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
WIRE = "https://wire.example/a"


def passage(**fields) -> Passage:
    return Passage(**{"text": "Three were hurt.", "source": "Example Wire", "url": WIRE} | fields)


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(str(html), "lxml")


def words(node) -> str:
    return " ".join(node.get_text().split())


HOSTILE = {
    "a script": "<script>pwn()</script> and <img src=x onerror=pwn()>",
    "a link to a script": "Read [this](javascript:pwn()) or ](javascript:pwn())",
    "the end of its quotation": "No.</p></blockquote><h1>Yes",
    "Markdown": "**Five** _men_ `ran` ![x](https://e.example/p.png) <https://e.example/>",
    "a heading": "# Not ours",
    "a list": "1. One, and - two",
    "a quotation": "> — [Another](https://e.example/)",
    "entities": "Tom &amp; &lt;b&gt; &#60;",
    "four hundred letters without a blank": "a" * 400,
    "Arabic": "قال المتحدث إن المحادثات ستستأنف غداً.",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_passage_is_text_whatever_it_holds(case):
    quoted = passage(text=HOSTILE[case], source=HOSTILE[case], label=None)
    for html in (prose(written(quoted)), prose_in_mail(written(quoted)), lead(written(quoted))):
        made = soup(html)
        (block,) = made.body.find_all(recursive=False)
        assert block.name == "blockquote"
        assert block.p.get_text() == HOSTILE[case]
        assert block.p.find_all() == []
        assert [link["href"] for link in made.find_all("a")] == [WIRE]
        assert made.a.get_text() == HOSTILE[case]
    assert plain(written(quoted)).count(line(HOSTILE[case])) == (1 if len(HOSTILE[case]) > 120 else 2)


SIGNS = [
    "a",
    "b",
    " ",
    " ",
    "\\",
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "-",
    "+",
    "#",
    "=",
    "~",
    "|",
    "1.",
    "2) ",
]
SIGNS += ["—", " · ", "](javascript:x)", "> ", "- ", "https://e.example/", "&amp;", "<b>", "“", "”", '"', "قال", "\n"]
TEXTS = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=12).map("".join).map(line).filter(bool)


@settings(max_examples=400, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(["", "Ours.", "- ours", "> ours"]))
def test_every_passage_stands_once_and_whole_between_whatever_an_editor_wrote(texts, own):
    quoted = [passage(text=text, url=f"https://wire.example/{n}") for n, text in enumerate(texts)]
    section = f"\n\n{own}\n\n".join(map(written, quoted))
    for html in (prose(section), prose_in_mail(section)):
        blocks = [p for p in soup(html).select("blockquote > p:first-child") if p.parent.find("a")]
        assert [p.get_text() for p in blocks] == texts


@pytest.mark.parametrize(
    ("language", "attributes"),
    [("fr", {"lang": "fr", "dir": "ltr"}), ("ar", {"lang": "ar", "dir": "rtl"}), (None, {"dir": "auto"})],
    ids=["French", "Arabic", "our own"],
)
def test_only_the_words_of_a_passage_are_in_its_language(language, attributes):
    text = written(passage(language=language))
    page = soup(prose(text)).blockquote
    assert page.p.attrs == attributes
    assert page.footer.attrs == {}
    mail = soup(prose_in_mail(text)).blockquote
    assert {name: value for name, value in mail.p.attrs.items() if name != "style"} == attributes
    assert {name for tag in mail.find_all("p")[1:] for name in tag.attrs} == {"style"}


def test_below_a_passage_stand_its_outlet_with_its_link_and_what_must_be_known_of_it():
    text = written(passage(label="state media, RU", opinion=True, language="fr"))
    page = soup(prose(text)).blockquote
    assert page["class"] == ["passage"]
    assert words(page.footer) == "— Example Wire state media, RU opinion in French"
    assert page.cite.a["href"] == WIRE
    mail = soup(prose_in_mail(text)).blockquote
    assert words(mail.find_all("p")[1]) == "— Example Wire [state media, RU] [opinion] [in French]"
    assert all(tag.get("style") for tag in mail.find_all(["p", "a"]))
    assert plain(text) == "“Three were hurt.” — Example Wire (state media, RU; opinion; in French)"


MARKS = {
    "none": ("Three were hurt.", "“Three were hurt.”"),
    "round all of it": ("“Three were hurt.”", "“Three were hurt.”"),
    "other ones": ("«Trois blessés.»", "«Trois blessés.»"),
    "straight ones": ('"Three were hurt."', '"Three were hurt."'),
    "at the beginning": ("“We left,” he said.", "“‘We left,’ he said.”"),
    "at the end": ("He said: “We left.”", "“He said: ‘We left.’”"),
    "at both ends, of two": ("“We left” and “we came”", "“‘We left’ and ‘we came’”"),
    "in the middle": ("He “left” them.", "“He “left” them.”"),
}


@pytest.mark.parametrize("case", MARKS)
def test_in_plain_text_a_quotation_has_marks_and_never_two_pairs(case):
    text, shown = MARKS[case]
    assert in_marks(text) == shown


def test_marks_are_added_to_a_passage_in_plain_text_only(site):
    quoted = "“We left,” he said."
    assert soup(prose(written(passage(text=quoted)))).p.get_text() == quoted
    assert "quotes:" not in str(site.page("").style)
    assert 'content:"“' not in str(site.page("").style)


def test_two_passages_without_a_blank_line_between_them_are_of_two_outlets():
    first, second = passage(), passage(text="Four.", source="Example Post", url="https://post.example/b")
    made = soup(prose(f"{written(first)}\n{written(second)}"))
    assert [words(block) for block in made.find_all("blockquote")] == [
        "Three were hurt.— Example Wire",
        "Four.— Example Post",
    ]


OWN = {
    "without an outlet": "> They are well.\n> And at home.",
    "with an outlet that has no link": "> They are well.\n> — Example Wire",
    "with a link that is no page": "> They are well.\n> — [Wire](javascript:x)",
    "of an outlet and no words": "> — [Wire](https://wire.example/a)",
}


@pytest.mark.parametrize("case", OWN)
def test_an_editors_quotation_stays_a_plain_one(case):
    made = soup(prose(OWN[case]))
    assert made.blockquote.attrs == {}
    assert made.find("footer") is None


ROWS = (
    "- Killed: at least 180 (UN envoy, by [The Paper](https://paper.example/b)), 97 (doctors’ union, by [Wire](https://wire.example/a))\n"
    "- Said: Ana Petrov, chief negotiator: “we will not leave the talks” (by [The Paper](https://paper.example/b))"
)


def test_rows_of_data_are_a_list_of_their_own_with_what_each_is_about_in_bold():
    made = soup(prose(f"Ours.\n{ROWS}\nOurs again.\n\n{written(passage())}"))
    assert [tag.name for tag in made.body.find_all(recursive=False)] == ["p", "ul", "p", "blockquote"]
    assert made.ul["class"] == ["rows"]
    assert [words(tag) for tag in made.ul.find_all("strong")] == ["Killed:", "Said:"]
    assert [words(tag) for tag in made.ul.find_all("li")] == [
        "Killed: at least 180 (UN envoy, by The Paper), 97 (doctors’ union, by Wire)",
        "Said: Ana Petrov, chief negotiator: “we will not leave the talks” (by The Paper)",
    ]
    assert [link["href"] for link in made.ul.find_all("a")][:2] == ["https://paper.example/b", "https://wire.example/a"]
    assert "<strong>Killed:</strong>" in prose_in_mail(ROWS)


def test_a_row_is_no_markup_and_links_to_pages_only():
    row = "- Killed: <b>9</b> (by [x](javascript:y), by [Wire](https://wire.example/a))"
    made = soup(prose(row))
    assert made.ul["class"] == ["rows"]
    assert made.find("b") is None
    assert [link.get("href") for link in made.find_all("a")] == [None, "https://wire.example/a"]


def test_a_list_that_holds_anything_else_is_an_editors():
    for text in (f"{ROWS}\n- and this", "- Water: none\n- Bread: some", f"{ROWS}\n  - below"):
        assert not any(isinstance(piece, Rows) for piece in pieces(text))
        assert soup(prose(text)).ul.attrs == {}
    assert list(pieces("- Killed: 9 (by [Wire](https://wire.example/a))")) == [
        Rows((Row("Killed", "9 (by [Wire](https://wire.example/a))"),))
    ]


def test_prose_of_neither_is_one_piece_as_it_was_written():
    text = "# One\n\n> quoted\n\n- a\n- b\n\nTwo."
    assert list(pieces(text)) == [text]


def test_a_long_passage_is_cut_in_a_list_and_an_address_too_long_for_mail_leads_to_the_page():
    text = written(passage(text="word " * 200, url=f"{WIRE}?{'x' * 700}"))
    made = soup(lead_in_mail(text, "https://example.org/2024/", 300))
    assert len(made.p.get_text()) <= 300
    assert made.p.get_text().endswith("…")
    assert made.a["href"] == "https://example.org/2024/"
    assert soup(prose_in_mail(text, "https://example.org/2024/")).a["href"] == "https://example.org/2024/"
    assert passages.as_text(passage(source="x" * 999)).endswith("…")


# --- a built site

DAY = """\
Title: A day
Date: 2024-12-29
Window: 2024-12-28 17:30 – 2024-12-29 23:30 UTC

"""


@pytest.fixture(scope="module")
def quoting(build):
    """A day with a development for each hostile text, and what it quotes."""
    sections, quoted = [], {}
    for n, text in enumerate(HOSTILE.values()):
        own = [passage(text=f"{text} ({n})", label="state media, RU", language="ar" if "قال" in text else None)]
        own.append(passage(text=f"Second of {n}: it is so.", source="Example Post", url="https://post.example/b"))
        quoted[f"dev{n:03d}"] = own
        sections.append(
            f"## Thing {n} {{#dev{n:03d}}}\n\nTopics: Fog\n\n" + "\n\n".join(map(written, own)) + f"\n\n{ROWS}\n"
        )
    return quoted, build({"briefings/2024/2024-12-29.md": DAY + "\n".join(sections)})


def test_the_page_of_a_day_holds_every_passage_once(quoting):
    quoted, built = quoting
    page = built.page("2024/12/29/")
    shown = page.body.get_text()
    for identity, own in quoted.items():
        section = page.find(id=identity).find_parent("article")
        assert [block.p.get_text() for block in section.select("blockquote.passage")] == [each.text for each in own]
        assert [words(item)[:6] for item in section.select("ul.rows > li")] == ["Killed", "Said: "]
        for each in own:
            assert shown.count(each.text) == 1
    assert page.find("script", type=None) is None


def test_the_front_page_quotes_the_first_passage_with_its_outlet(quoting):
    quoted, built = quoting
    blocks = built.page("").select("ol.front blockquote.passage")
    assert [(block.p.get_text(), block.a["href"]) for block in blocks] == [
        (own[0].text, WIRE) for own in list(quoted.values())[:LEAD]
    ]


def test_every_feed_holds_the_passages_with_outlet_and_link(quoting):
    quoted, built = quoting
    expected = sorted((line(each.text), each.url) for own in quoted.values() for each in own)
    for name in ("digest", "developments"):
        bodies = [
            item.find(ENCODED).text for item in etree.fromstring(built.files[f"feeds/{name}.rss.xml"]).iter("item")
        ]
        found = [
            ("".join(block.p.get_text().split()), block.a["href"])
            for body in bodies
            for block in soup(body).find_all("blockquote")
        ]
        # A long word is broken so that no line of mail is too long.
        assert sorted(found) == sorted(("".join(text.split()), url) for text, url in expected)
        for item in json.loads(built.files[f"feeds/{name}.json"])["items"]:
            assert "— Example Wire (state media, RU" in item["content_text"]
            assert "““" not in item["content_text"]
            assert "Killed: at least 180 (UN envoy, by The Paper)" in item["content_text"]


def test_a_summary_is_the_first_passage_and_says_whose_it_is(quoting):
    quoted, built = quoting
    tree = etree.fromstring(built.files["feeds/developments.rss.xml"])
    said = {
        item.find("guid").text.rpartition(":")[2]: " ".join(item.find("description").text.split())
        for item in tree.iter("item")
    }
    assert set(said) == set(quoted)
    for text in said.values():
        assert text[0] in "“"
        assert "— Example Wire (state media, RU" in text
        assert len(text) <= 400


def test_a_topics_feed_quotes_the_first_passage_with_its_outlet(quoting):
    _, built = quoting
    for item in etree.fromstring(built.files["feeds/topics/fog.rss.xml"]).iter("item"):
        (block,) = soup(item.find(ENCODED).text).find_all("blockquote")
        assert words(block.find_all("p")[1]) in (
            "— Example Wire [state media, RU]",
            "— Example Wire [state media, RU] [in Arabic]",
        )


def test_what_is_new_is_said_above_the_passage_that_tells_it(build):
    own = replace(passage(), text="Two bridges were closed in Selm, the mayor said.")
    before = "## Selm {#sel001}\n\nIt was.\n"
    text = f"## Selm {{#sel002}}\n\nFollows: 2024-12-28#sel001\nChange: new in the words of {own.source}\n\n{written(own)}\n"
    built = build(
        {
            "briefings/2024/2024-12-28.md": DAY.replace("12-29\n", "12-28\n", 1) + before,
            "briefings/2024/2024-12-29.md": DAY + text,
        }
    )
    section = built.page("2024/12/29/").find(id="sel002").find_parent("article")
    assert section.text.count("Two bridges were closed") == 1
    assert words(section.blockquote.find_previous_sibling("p")) == "New:"
    assert section.find(class_="change") is None


def test_the_days_of_version_one_still_have_their_sentences(site):
    section = site.page("2024/12/28/").find(id="amqtba").find_parent("article")
    assert "Drivers told Hill Radio that they were stopped at six checkpoints." in words(section.find(class_="prose"))
