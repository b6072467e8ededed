"""A line may be broken anywhere but inside a tag or an entity, and nothing is lost."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.folding import folded, octets_in_xml

LINES = {
    "words": "word " * 400,
    "one word": "a" * 2000,
    "a script without blanks": "你" * 700,
    "pictures": "💣" * 500,
    "entities": "&#34;" * 500,
    "tags": '<b style="color:red">x</b>' * 100,
    "a tag among letters": "a" * 790 + '<a href="https://example.org/x" style="a b c">' + "b" * 900 + "</a>",
}


class Text(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.words = [], ""

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, tuple(attributes)))

    def handle_data(self, data):
        self.words += data


def read(html: str) -> tuple[list, str]:
    parser = Text()
    parser.feed(html)
    parser.close()
    return parser.tags, re.sub(r"\s", "", parser.words)


@pytest.mark.parametrize("case", LINES)
def test_no_line_is_too_long_and_nothing_is_lost(case):
    made = folded(LINES[case])
    assert all(octets_in_xml(line) <= 800 for line in made.split("\n"))
    assert read(made) == read(LINES[case])


@given(
    st.lists(
        st.sampled_from(["a" * 30, "&amp;", "&#34;", "<b>", "</b>", " ", "é" * 9, '<i class="x y">', "\n"]), max_size=80
    )
)
def test_whatever_the_pieces_are_no_tag_and_no_entity_is_broken(pieces):
    html = "".join(pieces)
    made = folded(html, 60)
    assert read(made) == read(html)
    assert all(octets_in_xml(line) <= 60 for line in made.split("\n"))
    assert unescape(made).count('"') == unescape(html).count('"')
