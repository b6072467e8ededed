"""How days, times, counts and prose are said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins import markup, wording
from plugins.in_full import parted
from plugins.markup import page, prose, sentence
from plugins.routes import slug_of
from scrapers.briefing import Section
from scrapers.briefing_file import parse

DAY = date(2024, 12, 29)
CLOCK = {
    "the same day": (datetime(2024, 12, 29, 14, 20, tzinfo=UTC), "14:20", "2024-12-29T14:20Z"),
    "the day before": (datetime(2024, 12, 28, 23, 50, tzinfo=UTC), "28 Dec 23:50", "2024-12-28T23:50Z"),
    "only the day is known": (datetime(2024, 12, 29, tzinfo=UTC), "29 Dec", "2024-12-29"),
}


@pytest.mark.parametrize("case", CLOCK)
def test_a_time_is_as_short_as_it_can_be(case):
    moment, shown, machine = CLOCK[case]
    assert (wording.clock(moment, DAY), wording.machine_time(moment)) == (shown, machine)


PLAIN = {
    "a link keeps its words": ("They said [so](https://example.org/a_b).", "They said so."),
    "emphasis": ("It was *very* **bad** and `code`.", "It was very bad and code."),
    "an underscore within a word": ("See t.me/some_channel now.", "See t.me/some_channel now."),
    "what was escaped": (r"2 \* 3 \[sic\]", "2 * 3 [sic]"),
    "a link with brackets": (r"[Talks \[live\]](https://example.org/a)", "Talks [live]"),
    "quotations and lists": ("> They said\n- one\n- two", "They said\none\ntwo"),
    "a passage keeps its outlet": (
        "Today.\n\n> We \\*left\\*.\n> — [Wire \\[live\\]](https://example.org/a) · state media, RU · in French\n\nMore.",
        "Today.\n“We *left*.” — Wire [live] (state media, RU; in French)\nMore.",
    ),
    "rows": (
        "- Killed: 12 (mayor, by [Wire](https://example.org/a)), 9 (by [Post](https://example.org/b))",
        "Killed: 12 (mayor, by Wire), 9 (by Post)",
    ),
    "a minus sign stays": ("It was -5 - or less.", "It was -5 - or less."),
}


@pytest.mark.parametrize("case", PLAIN)
def test_prose_as_plain_text(case):
    text, expected = PLAIN[case]
    assert wording.plain(text) == expected


MARKUP = {
    "an address that is no page's": ("[x](javascript:x)", "<p><a>x</a></p>"),
    "an address that looks relative to browsers": ("[x](https:evil.example)", "<p><a>x</a></p>"),
    "an address on the site": ("[x](/2024/)", "<p><a>x</a></p>"),
    "a tag": ("<b onclick=x>y</b>", "<p>&lt;b onclick=x&gt;y&lt;/b&gt;</p>"),
    "signs that were escaped": (r"a \<b\> \*c\* \_d \[e\] \\ \`f\`", "<p>a &lt;b&gt; *c* _d [e] \\ `f`</p>"),
    "a tag that was escaped": (r"\<script\>x\</script\> \<a href='https://example.org/'\>y", None),
    "sentences of one paragraph": ("One.\nTwo.", "<p>One.\nTwo.</p>"),
    "a heading that would be the page's": ("# One\n\nTwo.", "One\n<p>Two.</p>"),
    "a picture": ("![x](https://example.org/x.png)", "<p></p>"),
}


@pytest.mark.parametrize("case", MARKUP)
def test_prose_as_html(case):
    text, expected = MARKUP[case]
    if expected is None:
        assert "<" not in prose(text).removeprefix("<p>").removesuffix("</p>")
    else:
        assert prose(text) == expected


PIECES = (
    *(
        "They said",
        "so",
        " ",
        " ",
        ", ",
        ".",
        "\n",
        "\n\n",
        "  ",
        "\n\n\n",
        "-",
        "- ",
        "1. ",
        "1986",
        "#",
        "=",
        "===",
        "---",
        "!",
    ),
    *(
        "[a paper](https://example.org/a_b-c)",
        "[x](https://example.org/a?b=c)",
        "[x](http://e.org)",
        "[x](javascript:y)",
    ),
    *(
        "[x]",
        "(y)",
        "![x](https://e.org/z)",
        "[a [b] c](https://e.org/)",
        "[ x ](https://e.org/)",
        '[x](https://e.org/ "t")',
    ),
    *(
        '"',
        "'",
        "“quoted”",
        "&",
        "&amp;",
        "<b>",
        "<",
        ">",
        "*",
        "**",
        "_",
        "`",
        "\\",
        "\\*",
        "{",
        "}",
        "|",
        "~",
        ":",
        "+",
        "\t",
    ),
    *(
        "قال",
        "🕊",
        "\u2028",
        "\x85",
        "https://example.org/bare",
        "t.me/some_channel",
        "*[HTML]: x",
        "[1]: https://e.org/",
    ),
)


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_short_way_for_plain_prose_gives_what_markdown_gives(text):
    converter = markup._converter(("sane_lists",)).reset()
    allowed = (markup._PROSE, {"a": {"href"}}, markup._ABSOLUTE)
    if markup._PLAIN.fullmatch(text):
        assert markup._cleaned(markup._plain_html(text), *allowed) == markup._cleaned(converter.convert(text), *allowed)


def test_the_short_way_is_taken_for_ordinary_prose():
    text = (
        "At least 7 were killed, [A Paper](https://example.org/a_b) (state media, RU) reports.\nIt said: “no”!\n\nMore."
    )
    assert markup._PLAIN.fullmatch(text)


def test_thousands_of_marks_within_one_another_do_not_stop_the_build():
    for mark in ("> ", "- ", "[", "*", "`", "(", "!["):
        text = mark * 300 + "end"
        assert "end" in prose(text)
        assert "end" in sentence(text)


def test_a_page_may_link_within_the_site_and_has_anchors():
    assert 'href="../method/"' in page("[x](../method/)")
    assert '<h2 id="what-is-read">' in page("## What is read")


SLUGS = {
    "accents": ("São Tomé", "sao-tome"),
    "apostrophes": ("Sana'a", "sanaa"),
    "signs": ("Health & Food", "health-food"),
    "another script": ("غزة", "n-"),
    "nothing": ("!?", "n-"),
}


@pytest.mark.parametrize("case", SLUGS)
def test_a_name_as_a_part_of_an_address(case):
    name, expected = SLUGS[case]
    assert slug_of(name).startswith(expected) if expected.endswith("-") else slug_of(name) == expected


def test_long_names_do_not_share_an_address():
    assert slug_of("a" * 300) != slug_of("a" * 301)
    assert len(slug_of("a" * 300)) < 80


def day_of(*headings: str, front: str = "") -> str:
    """A day's file with a development for each heading; fields may follow it, a line each."""
    told = [
        f"## {head} {{#h{n}00}}\n{rest}\nIt was.\n"
        for n, (head, _, rest) in enumerate(h.partition("\n") for h in headings)
    ]
    return f"Title: T\nDate: 2024-12-29\nWindow: as ever\n{front}\n" + "\n".join(told)


LONG = "Mediators of the river towns " * 4
SUMMARIES = {
    "one": (day_of("Truce holds."), "Truce holds."),
    "three at most": (day_of("A", "B", "C", "D", "E"), "A; B; C; and 2 more developments."),
    "one more": (day_of("A", "B", "C", "D"), "A; B; C; and 1 more development."),
    "whole or not at all": (
        day_of(f"{LONG}meet", f"{LONG}meet again and again", "Truce holds"),
        f"{LONG}meet; Truce holds; and 1 more development.",
    ),
    "one is hidden": (day_of("A\nHidden: yes\n", "B", "C"), "B; C."),
    "one is pinned": (day_of("A", "B\nPinned: yes\n", "C"), "B; A; C."),
    "all are hidden": (day_of("A\nHidden: yes\n"), ""),
    "nothing was found": (day_of(), "No development was found in the feeds that could be read."),
    "an editor's own": (day_of("A", "B\nHidden: yes\n", front="Summary: B, and what A is.\n"), "B, and what A is."),
}


@pytest.mark.parametrize("case", SUMMARIES)
def test_the_summary_tells_the_first_headlines_that_readers_see_or_what_an_editor_wrote(case):
    text, expected = SUMMARIES[case]
    assert wording.summary(parse(text)[0]) == expected


def test_a_day_says_how_long_it_takes_to_read():
    day, _ = parse("Title: T\nDate: 2024-12-29\n\n## H {#h11111}\n\n" + "word " * 470)
    assert wording.minutes(day, parted(day, 12)) == 2
    empty, _ = parse("Title: T\nDate: 2024-12-29\n")
    assert wording.minutes(empty, parted(empty, 12)) == 1


def test_a_count_agrees_with_its_noun():
    assert [wording.count(n, "day") for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


PASSAGES = (
    "> Two bridges were closed in Selm, the mayor said.\n> — [Wire](https://wire.example/a)\n\n"
    "> A third one follows in Orn.\n> — [The Post](https://post.example/b)"
)


@pytest.mark.parametrize(
    ("change", "marks"),
    [
        ("new in the words of Wire", [0]),
        ("new in the words of The Post", [3]),
        ("new in the words of Wire and The Post", [0]),  # all of them: once
        ("new in the words of Radio", []),
        ("killed: 12 people in Selm (Wire)", []),
        ("new", []),
    ],
)
def test_passages_that_are_new_are_marked_above_them_and_keep_their_own_words(change, marks):
    section = Section(headline="Selm", prose=PASSAGES, change=change)
    marked = wording.marked_prose(section)
    lines = marked.split("\n")
    below = [lines[number + 2] for number, line in enumerate(lines) if line == "**New:**"]
    assert below == [PASSAGES.split("\n")[at] for at in marks]
    assert wording.change_beside(section) == ("" if marks else change)
    assert [p.text for p in replace(section, prose=marked).passages] == [p.text for p in section.passages]


def test_the_first_words_are_a_passage_with_its_outlet_or_an_editors_and_no_row():
    row = "- Killed: 12 (by [Wire](https://wire.example/a))\n\n"
    assert (
        wording.first_words(f"{row}> {'word ' * 99}\n> — [Wire](https://wire.example/a)", 60)
        == f"“{'word ' * 8}word word…” — Wire"
    )
    assert wording.first_words(f"{row}It was *cold*.", 60) == "It was cold."
    assert wording.first_words(row, 60) == "Killed: 12 (by Wire)"
    assert wording.first_words("", 60) == ""


def test_what_the_heading_was_is_not_called_new():
    section = Section(headline="Truce holds", id="a1", change="before, on 28 December: “Truce is signed”", prose="")
    assert (wording.change_label(section), wording.change_words(section)) == (
        "Before, on 28 December",
        "“Truce is signed”",
    )
    fact = replace(section, change="The bridge is open (Example Wire)")
    assert (wording.change_label(fact), wording.change_words(fact)) == ("What is new", fact.change)


GERMAN = "> Gespräche begannen.\n> — [Wire](https://wire.example/a) · in German\n"
LANGUAGES = {
    "all of one other language": (f"{GERMAN}\n{GERMAN}", "German"),
    "an editor's words beside it": (f"The envoy said so.\n\n{GERMAN}", "German"),
    "one in our own": (f"{GERMAN}\n> Talks began.\n> — [Post](https://post.example/b)\n", ""),
    "of two others": (f"{GERMAN}\n{GERMAN.replace('German', 'French')}", ""),
    "our own": ("> Talks began.\n> — [Post](https://post.example/b)\n", ""),
    "nothing quoted": ("The envoy said so.", ""),
}


@pytest.mark.parametrize("case", LANGUAGES)
def test_the_language_of_a_development_is_told_where_all_it_quotes_is_in_one_other(case):
    prose, name = LANGUAGES[case]
    assert wording.language(Section(headline="Gespräche in Koravets", id="a", prose=prose)) == name
