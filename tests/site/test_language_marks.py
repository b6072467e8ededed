"""Foreign words change the voice of a screen reader: each stands in an element with its language."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup, NavigableString
from lxml import etree

from plugins.language_marks import Spoken
from plugins.letters import SCRIPT_TAGS, agrees, stretches, told_by_letters
from scrapers.briefing import Briefing, Citation, Section
from scrapers.languages import LANGUAGES
from scrapers.passage import Passage, written

ATOM, XML_LANG = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/XML/1998/namespace}lang"
#: A sentence of ours in each script, and the tag that its letters tell.
SENTENCES = {
    "uk": "Дві лікарні Торнавеля працюють від генераторів",
    "ru": "Порт был закрыт на один день",
    "und-Cyrl": "Порт Торнавел",
    "ar": "عادت الكهرباء إلى المدينة",
    "fa": "برق به شهر برگشت و پل باز شد",
    "he": "הנמל נפתח מחדש ביום חמישי",
    "ur": "بندرگاہ دوبارہ کھل گئی ہے",
    "el": "Το λιμάνι άνοιξε ξανά",
    "zh": "港口重新开放，这个城市恢复供电",
    "ja": "港は再開した",
    "ko": "항구가 다시 열렸다",
    "ka": "პორტი ხელახლა გაიხსნა",
    "und-Ethi": "ወደቡ እንደገና ተከፈተ",
}
FRENCH = "Le port de Tornavel rouvre après deux jours"
GERMAN = "Der Hafen von Tornavel ist wieder offen"


@pytest.mark.parametrize("tag", SENTENCES)
def test_letters_tell_a_language_or_at_least_a_script(tag):
    assert told_by_letters(SENTENCES[tag]) == tag
    assert tag in LANGUAGES or tag in SCRIPT_TAGS


@pytest.mark.parametrize("text", ["The port reopens", "Über Łódź, à Đà Nẵng", "", "12 – 15", "the beta (β) decay", "…"])
def test_latin_letters_and_none_tell_nothing(text):
    assert told_by_letters(text) is None
    assert [tag for _, tag in stretches(text) if tag] == []


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_text_in_pieces_is_the_same_text(tag):
    text = f"They said: “{SENTENCES[tag]}” (15), and {SENTENCES['uk']}."
    pieces = stretches(text)
    assert "".join(piece for piece, _ in pieces) == text
    assert (SENTENCES[tag], tag) in pieces


def test_what_is_said_of_a_text_holds_unless_its_letters_contradict():
    spoken = Spoken("en")
    assert spoken.of_text(FRENCH, "fr-FR") == "fr"
    assert spoken.of_text(SENTENCES["und-Cyrl"], "bg") == "bg"
    assert spoken.of_text(SENTENCES["uk"], "ru") == "uk"
    assert spoken.of_text("The port reopens", "uk") is None
    assert spoken.of_text("The port reopens", "en-GB") is None
    assert spoken.of_text(SENTENCES["ar"], "en") == "ar"
    assert not agrees("The port reopens", "ru")
    assert agrees(FRENCH, "fr")
    assert Spoken("ru").of_text("Порт Торнавел") is None


def test_a_heading_is_in_the_language_of_the_citation_whose_headline_it_is():
    cited = Citation(headline=FRENCH, url="https://example.org/a", source="Le Quai")
    section = Section(headline=FRENCH, id="a", citations=(cited,))
    assert Spoken("en", {"Le Quai": "fr"}).of_section(section) == "fr"
    assert Spoken("en", {"Le Quai": "en"}, {"https://example.org/a": "fr"}).of_section(section) == "fr"
    reworded = Section(headline="The port reopens", id="a", citations=(cited,))
    assert Spoken("en", {"Le Quai": "fr"}).of_section(reworded) is None


def test_a_summary_made_of_headlines_has_each_in_its_language():
    cited = Citation(headline=FRENCH, url="https://example.org/a", source="Le Quai")
    sections = (
        Section(headline="The bridge is open", id="a"),
        Section(headline=FRENCH, id="b", citations=(cited,)),
        Section(headline=SENTENCES["ar"], id="c"),
    )
    spoken = Spoken("en", {"Le Quai": "fr"})
    made = spoken.summary(
        Briefing(day=None, title="", sections=sections), f"The bridge is open; {FRENCH}; {SENTENCES['ar']}."
    )
    assert made == (f'The bridge is open; <span lang="fr">{FRENCH}</span>; <span lang="ar">{SENTENCES["ar"]}</span>.')
    cut = spoken.summary(Briefing(day=None, title="", sections=sections), "The bridge is open; Le port de…")
    assert cut == 'The bridge is open; <span lang="fr">Le port de…</span>'


# --- on the pages


def day(date: str, follows: str = "") -> str:
    """Developments whose headings, outlets, notes and places are in many letters."""
    pieces = [
        f"Title: Порт Торнавел, {date}\nDate: {date}\nWindow: {date} 00:00 – {date} 23:30 UTC\nNote: {SENTENCES['uk']}\n"
    ]
    for n, (tag, words) in enumerate({**SENTENCES, "fr": FRENCH, "de": GERMAN}.items()):
        passage = written(Passage(text=words, source=words[:20], url=f"https://example.org/{n}q", label="x"))
        known = (
            written(Passage(text=words, source="Le Quai", url=f"https://example.org/{n}", language="fr"))
            if tag == "fr"
            else ""
        )
        source = {"fr": "Le Quai", "de": "Der Hafenbote"}.get(tag, words[:20])
        pieces.append(
            f"## {words} {{#d{n}}}\n\nTopics: Port, {SENTENCES['ru']}\nPlace: Торнавел, {words[:12].strip()}\n"
            + (f"Follows: {follows}#d{n}\nChange: it was {words}\n" if follows else "Change: new\n")
            + f"Note: See {words}\nCorrection: {date}: It said {words}.\n\n"
            f"An editor wrote {words} here.\n\n{passage if tag not in ('fr', 'de') else known}\n\n"
            f"- Killed: 4 ({words}, by [{words[:20]}](https://example.org/{n}))\n\n"
            f"- [{words}](https://example.org/{n}) — {source}, {date} 10:00 UTC\n"
        )
    pieces.append(f"## Ahead\n\n- 2 January: {SENTENCES['uk']}\n")
    pieces.append(f"## What we could not see\n\n- {SENTENCES['uk']}: timeout\n")
    return "\n".join(pieces)


def wire(date: str) -> str:
    line = {"url": "https://example.org/14", "time": f"{date}T20:00:00Z", "sha256": "0" * 64, "language": "de"}
    line = {**line, "id": "x", "development": "d14", "canonical": "", "keys": [], "source": "Der Hafenbote"}
    other = {**line, "id": "y", "url": "https://example.org/13", "language": "fr"}
    return "\n".join(json.dumps(each) for each in (line, other)) + "\n"


@pytest.fixture(scope="module")
def foreign(build):
    return build(
        {
            "briefings/2024/2024-12-28.md": day("2024-12-28"),
            "briefings/2024/2024-12-29.md": day("2024-12-29", "2024-12-28"),
            "wire/2024/2024-12-28.jsonl": wire("2024-12-28"),
            "wire/2024/2024-12-29.jsonl": wire("2024-12-29"),
            "topics/port.md": f"Name: Port\nKind: conflict\nKeywords: port\n\nA war over {SENTENCES['ru']}.\n",
        }
    )


def tongue(node: NavigableString) -> str:
    return next(str(each["lang"]) for each in node.parents if each.get("lang"))


def unmarked(soup: BeautifulSoup) -> list[str]:
    """The texts that a reader sees which stand in an element of another language than their letters tell."""
    found = []
    for node in soup.find_all(string=True):
        if node.parent.name in ("script", "style", "title") or not isinstance(node, NavigableString):
            continue
        for piece, tag in stretches(str(node)):
            if tag and tongue(node) != tag and not agrees(piece, tongue(node)):
                found.append(f"{tag} in {tongue(node)}: {piece[:60]}")
        words = " ".join(str(node).split())
        for language, sentence in (("fr", FRENCH), ("de", GERMAN)):
            # What an editor or a row says in Latin letters nobody tells the language of.
            if words == sentence and tongue(node) != language:
                found.append(f"{language} in {tongue(node)}: {words}")
    return found


def test_every_foreign_text_of_every_page_stands_in_its_language(foreign):
    kinds = {path.split("/")[0] for path in foreign.pages}
    assert {"2024", "topics", "places", "stories", "sources", "weeks", "status", "archive", "corrections"} <= kinds
    assert {path: found for path, page in foreign.pages.items() if (found := unmarked(page))} == {}


def test_the_voice_changes_for_the_foreign_words_alone(foreign):
    page = foreign.page("2024/12/29/")
    for tag, words in {**SENTENCES, "fr": FRENCH, "de": GERMAN}.items():
        heading = next(h for h in page.find_all(["h2", "h3", "h4"]) if words in h.get_text())
        assert heading.find("span", lang=tag).get_text() == words
        assert heading.get("lang") is None
    assert all(tongue(link.string) == "en" for link in page.select("a.permalink"))
    # What has a direction of its own is passed over by `dir="auto"` around it, and the line would begin on the wrong side.
    assert page.select("span[lang][dir]") == []


def test_what_is_the_sites_own_has_no_mark_and_titles_stay_plain(site, foreign):
    marks = [span for page in site.pages.values() for span in page.select("span[lang]")]
    assert {span["lang"] for span in marks} == {"ar", "fr"}
    assert all(span["lang"] == "fr" or told_by_letters(span.get_text()) == "ar" for span in marks)
    assert all("lang=" not in page.title.string for page in foreign.pages.values())


def test_feeds_mark_them_in_their_html_and_titles_stay_text(foreign):
    feed = json.loads(foreign.files["feeds/developments.json"])
    for item in feed["items"]:
        soup = BeautifulSoup(f'<body lang="en">{item["content_html"]}</body>', "lxml")
        assert unmarked(soup) == []
        assert "<" not in item["title"]
    atom = etree.fromstring(foreign.files["feeds/developments.atom.xml"])
    titles = {title.text: title.get(XML_LANG) for title in atom.iterfind(f"{ATOM}entry/{ATOM}title")}
    assert titles == {words: tag for tag, words in {**SENTENCES, "fr": FRENCH, "de": GERMAN}.items()}
    digest = json.loads(foreign.files["feeds/digest.json"])["items"]
    assert all(
        unmarked(BeautifulSoup(f'<body lang="en">{each["content_html"]}</body>', "lxml")) == [] for each in digest
    )
