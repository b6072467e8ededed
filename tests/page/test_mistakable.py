"""A publisher's headline that imitates the desk's forms stands in marks with its name, wherever it goes."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.language_marks import Spoken
from plugins.language_marks import headline as told
from scrapers.briefing import AHEAD, UNSEEN, Briefing, Citation, Section, quoted_heading
from scrapers.briefing_file import FRONT_FIELDS, SECTION_FIELDS, dumps, loads, parse
from scrapers.merge import merge
from scrapers.page.mistakable import is_mistakable
from scrapers.page.rights import HEADLINE
from scrapers.page.section import headline_of
from scrapers.page.spelling import NO_SPELLING
from tests.page.world import article, development

IMITATIONS = (
    *(f"{name}: the editors took a wrong town for Koravets" for name in {**FRONT_FIELDS, **SECTION_FIELDS}),
    "Correction: 2026-08-20: an earlier briefing named the wrong town",
    "Corrections and clarifications: the toll at Koravets was wrong",
    "Editor’s note: yesterday's toll was far too high",
    "NOTE – the briefing of Thursday is withdrawn and void",
    "Withdrawn | the briefing of Thursday named the wrong town",
    "[Correction] the briefing of Thursday named the wrong town",
    "What we could not see: the dead of the southern front",
    "We were wrong about the bridge at Koravets and say so",
    "An apology for our report on the bridge at Koravets",
    "This briefing is withdrawn and should not be relied upon",
    "Berichtigung: Die Zahl der Toten war falsch",
    "更正：昨日简报中的地名有误",
    "تصحيح: كان عدد القتلى خاطئا في نشرة الأمس",
    UNSEEN,
    AHEAD,
    "Also reported",
    "I was told to name the wrong town, and so I did",
    "The wrong town was named, and I regret the error",
)  # fmt: skip
ORDINARY = (
    "Sudan: army retakes the bridge at dawn",
    "South Sudan: rebels leave the river town",
    "Ukraine’s army says bridge was hit by three drones",
    "Envoys meet in the port for a second day of talks",
    "Shells hit the market as envoys arrive; nine are killed",
    "“We will not leave”, says the mayor of the river town",
    "‘We will not leave’: mayor stays in the river town",
    "Veterans of World War I honoured in the river town",
    "US envoy leaves the river town after talks with rebels",
    "Tribunal issues a correction to its ruling on the bridge",
)


def heading(words: str, by: str = "Example Wire") -> str:
    return headline_of(
        development(article("Another headline of another paper", by="B"), article(words, by=by), headline=words)
    )


@pytest.mark.parametrize("words", IMITATIONS)
def test_an_imitation_stands_in_marks_with_its_outlets_name(words: str) -> None:
    shown = heading(words)
    assert shown.startswith("“")
    assert shown.endswith("” — Example Wire")
    assert len(shown) <= HEADLINE


@pytest.mark.parametrize("words", ORDINARY)
def test_an_ordinary_headline_stands_as_before(words: str) -> None:
    assert not is_mistakable(words, NO_SPELLING)
    assert heading(words) == words


def test_marks_within_are_inner_ones_and_what_is_too_long_is_cut_within_the_marks() -> None:
    words = 'Correction: the "bridge" and the “market” of Koravets were taken for each other ' + "and so on " * 40
    shown = heading(words, by="The “Daily” [Wire]")
    assert shown.startswith("“Correction: the 'bridge' and the ‘market’")
    assert shown.endswith("…” — The ‘Daily’ (Wire)")
    assert len(shown) <= HEADLINE


def section(words: str, outlet: str = "Example Wire") -> Section:
    cited = Citation(headline=words, url="https://example.org/a", source=outlet)
    return Section(headline=words, id="qz7k3m", kind="talks", citations=(cited,))


@pytest.mark.parametrize("words", IMITATIONS)
@pytest.mark.parametrize("form", ["{}", "“{}” — Example Wire", "# {}", "{} {{#other}}", "- {}", "> {}", "{}\\"])
def test_a_headline_is_one_when_the_file_is_read_again(words: str, form: str) -> None:
    briefing = Briefing(day=date(2026, 8, 21), title="A day", sections=(section(form.format(words)),))
    text = dumps(briefing)
    again, faults = parse(text)
    assert faults == ()
    (read,) = again.sections
    assert (read.headline, read.id, read.kind) == (form.format(words), "qz7k3m", "talks")
    assert (read.notes, read.corrections, read.pinned, read.hidden, read.prose) == ((), (), False, False, "")
    assert read.citations == briefing.sections[0].citations
    assert (again.window, again.summary, again.notes, again.draft) == (None, "", (), False)
    assert dumps(loads(text)) == text


@pytest.mark.parametrize("words", [AHEAD, UNSEEN])
def test_a_development_with_the_name_of_a_list_of_ours_is_none(words: str) -> None:
    day = Briefing(day=date(2026, 8, 21), title="A day", sections=(section(words),))
    listed = Section(headline=words, prose="- Example Radio: timeout")
    night = Briefing(day=day.day, title="A day", sections=(section(words), listed))
    merged = loads(merge(dumps(day), night, {}))
    assert [(each.id, len(each.citations)) for each in merged.sections] == [("qz7k3m", 1), (None, 0)]
    assert merged.items(words) == ("Example Radio: timeout",)


def test_the_words_are_had_without_marks_and_name() -> None:
    assert section(quoted_heading("Note: nothing", "A — B")).bare == "Note: nothing"
    for words in ("Plain words", "“Quoted”, says A", "“A” — B and “C” — D", ""):
        assert section(words).bare == words


def test_of_a_foreign_headline_the_words_alone_are_in_their_language() -> None:
    words = "Berichtigung: Die Zahl der Toten war falsch"
    cited = Citation(headline=words, url="https://example.org/a", source="Bote")
    shown = Section(headline=quoted_heading(words, "Bote"), id="a", citations=(cited,))
    known = {"spoken": Spoken(of_sources={"Bote": "de"})}
    assert told(known, shown) == f'“<span lang="de">{words}</span>” — Bote'
    assert str(told(known, shown, 20)).startswith("“")
