"""What holds for every night there will ever be: on the sample nights, and on real ones where they are shared."""

from __future__ import annotations

import re

import pytest

from scrapers.briefing import Section
from scrapers.briefing_file import dumps, parse
from scrapers.group.copies import voice_of
from scrapers.model import Article, Rights
from scrapers.page.rights import PASSAGE, overlong, rights_of
from scrapers.passage import blocks, passages
from scrapers.text import line
from tests.page.nights import SAMPLE_DAYS, SHARED_DAYS, Night, night

#: Words in a row that a row of data or a field may share with an article outside quotation marks.
COPIED = 5


@pytest.fixture(params=(*SAMPLE_DAYS, *SHARED_DAYS))
def a_night(request: pytest.FixtureRequest) -> Night:
    found = night(request.param)
    if found is None:
        pytest.skip("no shared nights here (set NIGHTDESK_SHARED)")
    return found


def sections(of: Night) -> list[tuple[Section, dict[str, Article]]]:
    """Each section with its articles by their addresses."""
    articles = {development.id: development.articles for development in of.developments}
    return [(s, {a.url: a for a in articles[s.id]}) for s in of.briefing.sections if s.id]


def test_every_passage_stands_word_for_word_in_its_article(a_night: Night) -> None:
    for section, articles in sections(a_night):
        for passage in section.passages:
            read = [preview.text for preview in articles[passage.url].previews]
            if articles[passage.url].rights in (Rights.EXCERPT, Rights.FULL):
                read.append(articles[passage.url].text)
            assert any(passage.text in line(text) for text in read), passage


def test_no_passage_is_longer_than_its_right_or_of_a_source_that_gives_none(a_night: Night) -> None:
    text = dumps(a_night.briefing)
    sources = [a.source for development in a_night.developments for a in development.articles]
    assert list(overlong(parse(text)[0], text, rights_of(sources, Rights.FULL))) == []
    for section, articles in sections(a_night):
        for passage in section.passages:
            assert len(passage.text) <= PASSAGE
            assert articles[passage.url].rights is not Rights.LINK


def test_no_two_passages_of_a_section_are_of_one_origin(a_night: Night) -> None:
    for section, articles in sections(a_night):
        voices = [voice_of(articles[passage.url]) for passage in section.passages]
        assert len(voices) == len(set(voices))


def test_nothing_is_quoted_twice_on_a_day(a_night: Night) -> None:
    quoted = [passage.text for section, _ in sections(a_night) for passage in section.passages]
    assert len(quoted) == len(set(quoted))


def test_a_section_holds_nothing_but_passages_and_rows(a_night: Night) -> None:
    for section, _ in sections(a_night):
        for block in blocks(section.prose):
            if isinstance(block, str):
                assert all(row.startswith("- ") and ": " in row for row in block.split("\n")), block


def test_a_publishers_words_stand_in_marks_or_not_at_all(a_night: Night) -> None:
    for section, articles in sections(a_night):
        read = " ".join(words(f"{a.headline} {a.summary} {a.text}") for a in articles.values())
        told = [block for block in blocks(section.prose) if isinstance(block, str)]
        # what is new may name who speaks by the whole name of an office
        for text in (*told, *([section.change] if section.change and "now quoted" not in section.change else [])):
            bare = re.sub(r"“[^”]*”|\([^()]*(?:\([^()]*\))?[^()]*\)", " | ", re.sub(r"\]\([^)]*\)", "]", text))
            for piece in re.split(r"[|\n,;]", bare):
                assert longest_run(words(piece), read) <= COPIED, piece


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def longest_run(piece: str, read: str) -> int:
    """The most words in a row of a piece that stand in what was read."""
    row, best = piece.split(), 0
    for first in range(len(row)):
        while first + best < len(row) and f" {' '.join(row[first : first + best + 1])} " in f" {read} ":
            best += 1
    return best


def test_the_briefing_is_the_same_whatever_order_its_passages_were_written_in(a_night: Night) -> None:
    text = dumps(a_night.briefing)
    assert dumps(parse(text)[0]) == text
    for section, _ in sections(a_night):
        assert passages(section.prose) == section.passages
