"""What a phone loads of a day: a report more is a name more, and a line unfolds to what tells it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.in_full import in_a_line
from plugins.passages import Rows, pieces
from plugins.reporters import reporters
from scrapers.briefing import Section
from scrapers.briefing_file import parse
from scrapers.passage import Passage, written

ADDRESS = "https://wire{n}.example/2024/12/29/a-report-with-an-address-as-long-as-the-real-ones-{n}"


def day_of(reports: int) -> str:
    pieces_ = ["Title: Briefing for Sunday 29 December 2024\nDate: 2024-12-29\n"]
    for n in range(20):
        cited = "".join(
            f"- [The market of Selm is shelled at noon]({ADDRESS.format(n=m)}) — Wire {m}, 2024-12-29 14:20 UTC\n"
            for m in range(reports)
        )
        quoted = f"> Shells fell.\n> — [Wire 0]({ADDRESS.format(n=0)})\n\n> Four were hurt.\n> — [Wire 1]({ADDRESS.format(n=1)})"
        pieces_.append(f"## Selm is shelled a {n}th time {{#aa{n}}}\n\nChange: new\n\n{quoted}\n\n{cited}")
    return "\n".join(pieces_)


def test_thirty_more_reports_of_each_development_are_thirty_names_and_no_addresses(build):
    few, many = (build({"briefings/2024/2024-12-29.md": day_of(reports)}) for reports in (8, 38))
    path = "2024/12/29/index.html"
    assert len(many.files[path]) - len(few.files[path]) < 20 * 30 * 40
    for built in (few, many):
        shown = built.page("2024/12/29/").select("article.development")
        assert [len(each.select(".cited a[href^=http]")) for each in shown] == [0] * 20
        assert [len(each.select(".passage a[href^=http]")) for each in shown] == [2] * 12 + [1] * 8
    evidence = many.page("2024/12/29/evidence/")
    assert [len(told.select("li.report a")) for told in evidence.select("section.told")] == [38] * 20


def test_what_a_line_leaves_out_stands_on_the_page_of_evidence(build):
    built = build({"briefings/2024/2024-12-29.md": day_of(3)})
    assert "Four were hurt." not in built.page("2024/12/29/").find(id="aa15").get_text()
    assert "Four were hurt." in built.page("2024/12/29/evidence/").find(id="aa15").parent.get_text()


WORDS = st.text("abcdef ghij", min_size=3, max_size=40).map(str.strip).filter(bool)
QUOTED = st.builds(
    lambda text, n: written(Passage(text=text, source="Wire", url=ADDRESS.format(n=n))), WORDS, st.integers(0, 9)
)
ROW = st.integers(1, 999).map(lambda n: f"- Killed: {n} (Selm, by [Wire](https://wire.example/{n}))")


@given(st.lists(st.one_of(WORDS, QUOTED, ROW), max_size=8))
def test_a_line_keeps_every_row_and_every_word_of_an_editors_and_the_first_quotation(blocks):
    section = Section(headline="One", id="aaa111", prose="\n\n".join(blocks))

    def told(prose: str) -> list[object]:
        return [re.sub(r"\s+", " ", piece) if isinstance(piece, str) else piece for piece in pieces(prose)]

    def quoted(prose: str) -> list[str]:
        return [piece.text for piece in told(prose) if isinstance(piece, Passage)]

    def rows(prose: str) -> list[object]:
        return [row for piece in told(prose) if isinstance(piece, Rows) for row in piece.rows]

    def own(prose: str) -> str:
        return " ".join(piece for piece in told(prose) if isinstance(piece, str))

    short = in_a_line(section).prose
    assert quoted(short) == quoted(section.prose)[:1]
    assert rows(short) == rows(section.prose)
    assert own(short) == own(section.prose)


@pytest.mark.parametrize("quoted", [False, True])
def test_each_outlet_stands_once_in_the_order_of_the_reports_and_one_report_is_always_a_link_away(quoted):
    cited = "\n".join(
        f"- [One](https://e.example/{n}) — {who}, undated"
        for n, who in enumerate(["Wire", "Post", "Wire via Post", "Wire", "Hill Radio", "Post"])
    )
    words = "> Shells fell.\n> — [Post](https://e.example/1)\n\n" if quoted else ""
    day, _ = parse(f"Title: A day\nDate: 2024-12-29\n\n## One {{#aaa111}}\n\n{words}{cited}\n")
    found = reporters(day.developments[0])
    assert [(each.source, each.origin, each.reports) for each in found] == [
        ("Wire", None, 2),
        ("Post", None, 2),
        ("Post", "Wire", 1),
        ("Hill Radio", None, 1),
    ]
    assert [each.linked for each in found] == [not quoted, False, False, False]
