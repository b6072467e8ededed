"""The site in other languages: catalogues are whole, and a page in one has no word of the English interface left."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from babel.dates import format_date
from babel.messages.extract import extract_javascript
from bs4 import BeautifulSoup

from plugins import catalogues, figure_words, search, sides, vocabulary, wording, words
from scrapers.briefing import AHEAD, UNSEEN, Section
from scrapers.facts import counts, saying
from scrapers.group import kinds
from scrapers.ledger import METRICS, FigureLine
from scrapers.page import change as page_change
from scrapers.page import day as page_day
from scrapers.settings import LANGUAGES
from tests.desk import SITE
from tests.site.conftest import CONTENT, ROOT, Build, Built

OTHERS = catalogues.languages()
ZONE = "Europe/Kyiv"


@pytest.fixture(scope="module", params=OTHERS)
def site(request: pytest.FixtureRequest, build: Build, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Built]:
    """The three invented days in another language and time zone."""
    settings = tmp_path_factory.mktemp("settings") / "site.toml"
    text = re.sub(r"(?m)^tagline = .*\n", "", SITE.read_text(encoding="utf-8"))
    text = text.replace('language = "en"', f'language = "{request.param}"')
    settings.write_text(text.replace('timezone = "UTC"', f'timezone = "{ZONE}"'), encoding="utf-8")
    return request.param, build(base=CONTENT, NIGHTDESK_SETTINGS=str(settings))


@pytest.fixture
def spoken() -> Iterator[None]:
    """English and UTC again, whatever a test speaks."""
    yield
    words.use()


# --- catalogues


def test_the_languages_of_the_settings_are_those_of_the_catalogues():
    assert sorted(LANGUAGES) == sorted((*OTHERS, "en"))


def _forms(message) -> tuple[str, ...]:
    return message if isinstance(message, tuple) else (message,)


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_has_every_message_and_no_other(language):
    catalogue = catalogues.catalogue_of(language)
    said = {message.id if isinstance(message.id, str) else tuple(message.id) for message in catalogue if message.id}
    assert said == {message for message, _ in catalogues.messages()}
    assert not catalogue.obsolete


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_is_certain_of_every_word_and_keeps_what_is_put_in(language):
    catalogue = catalogues.catalogue_of(language)
    wrong = []
    for message in catalogue:
        if message.id:
            told = _forms(tuple(message.string) if isinstance(message.id, list | tuple) else message.string)
            needed = catalogue.num_plurals if isinstance(message.id, list | tuple) else 1
            asked = _marks(_forms(message.id)[0])
            if message.fuzzy or len(told) != needed or any(not each or _marks(each) != asked for each in told):
                wrong.append(message.id)
    assert wrong == []


def _marks(text: str) -> tuple[list[str], list[str], list[str]]:
    """What is put into a message, its tags, and stray signs of either."""
    bare = re.sub(r"%\(\w+\)s", "", text)
    return sorted(re.findall(r"%\(\w+\)s", text)), re.findall(r"</?\w+", text), re.findall("%", bare)


def test_no_message_hides_where_it_is_not_found():
    """In an f-string Babel does not look, and a message that is put together is none."""
    hidden = []
    for path in sorted((ROOT / "plugins").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                calls = (each for each in ast.walk(node) if isinstance(each, ast.Call))
                hidden += [path.name for each in calls if getattr(each.func, "id", "") in ("say", "say_count", "N_")]
    assert hidden == []


#: Names of forms of data, alike in every language.
FORMS = frozenset("RSS Atom JSON CSV GeoJSON OPML iCalendar SHA NDJSON".split())
_SAID = re.compile(r"\{#.*?#\}|\{% trans.*?endtrans \+?%\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_TOLD_IN = re.compile(r"<(?!meta|link)[^>]*?\b(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"[^>]*>")


@pytest.mark.parametrize("path", sorted((ROOT / "theme/templates").rglob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_word_that_no_other_language_can_say(path):
    bare = _SAID.sub(" ", path.read_text(encoding="utf-8"))
    bare = re.sub(r"<[^>]*>", " ", _TOLD_IN.sub(r" \1 ", bare))
    bare = re.sub(r"&\w+;", " ", bare)
    named = {"website", "article"} if path.name in ("base.html", "day.html") else set()  # values of `og_type`
    assert set(re.findall(r"[^\W\d_]{2,}", bare)) - FORMS - named == set()


def test_the_tables_hold_what_the_night_writes():
    assert set(vocabulary.KINDS) == set(kinds.KINDS)
    assert set(vocabulary.QUALIFIERS) == set(counts._QUALIFIERS)
    assert set(vocabulary.VERBS) == set(saying.SPEECH.values()) | {"said"}
    assert page_day.SAMPLE == vocabulary.SAMPLE
    assert all(re.search(rf"\b{word}\b", counts._VAGUE.pattern) for word in vocabulary.VAGUE)
    assert set(METRICS.values()) <= set(vocabulary.fixed_words())
    assert {page_change.AGAIN, page_change.NOTHING} <= set(wording.AGAIN)
    assert set(wording.FIXED_HEADINGS) == {UNSEEN, AHEAD}


FIXED = {
    "a change of heading": (
        lambda: wording.change_label(_changed("before, on 28 December: “A ship left”")),
        "28 décembre",
    ),
    "a day that no month has": (
        lambda: wording.change_label(_changed("before, on 31 June: “A ship left”")),
        "before, on 31 June",
    ),
    "told again": (lambda: wording.change_in_words(_changed(page_change.NOTHING)), "de nouveau signalé"),
    "an editor's own": (lambda: wording.change_in_words(_changed("le port rouvre")), "le port rouvre"),
    "a metric": (lambda: vocabulary.row_label("Killed"), "Tués"),
    "who speaks": (lambda: vocabulary.row_label("Said"), "Propos"),
    "a label of an editor's": (lambda: vocabulary.row_label("Harbours"), "Harbours"),
    "who stands behind an outlet": (lambda: vocabulary.label_words("state media, RU"), "média d’État, RU"),
    "a label that is in no list": (lambda: vocabulary.label_words("port paper, RU"), "port paper, RU"),
    "a state": (lambda: sides.side_name("DE"), "Allemagne"),
    "a party": (lambda: sides.side_name("RSF"), "les Forces de soutien rapide"),
    "a party without a name": (lambda: sides.side_name("M23"), "M23"),
    "a number": (lambda: figure_words.number(_figure("1200000", "at least", "USD")), "au moins USD 1,2 millions"),
    "how sure it is, in words of no list": (lambda: figure_words.number(_figure("7", "100% of", None)), "100% of 7"),
    "no number": (lambda: figure_words.number(_figure(None, "dozens", None)), "des dizaines"),
}


def _changed(change: str) -> Section:
    return Section(headline="A ship leaves", id="ship01", change=change)


def _figure(value: str | None, qualifier: str, currency: str | None) -> FigureLine:
    given = {"value": value, "qualifier": qualifier, "currency": currency, "part": False, "metric": "aid_money"}
    return FigureLine(**{**dict.fromkeys(FigureLine.__dataclass_fields__), **given})


@pytest.mark.parametrize("case", FIXED)
def test_what_the_night_writes_in_fixed_form_is_said_anew(spoken, case):
    said, told = FIXED[case]
    words.use("fr")
    assert told in said()


def test_the_script_says_what_its_page_brings():
    with (ROOT / "theme/static/search.js").open("rb") as script:
        said = [
            told if isinstance(told, str) else told[0]
            for _, _, told, _ in extract_javascript(script, ("inWords",), (), {})
        ]
    assert sorted(said) == sorted(search.SCRIPT)


# --- counts, days and times


UKRAINIAN = {1: "1 день", 2: "2 дні", 5: "5 днів", 11: "11 днів", 21: "21 день", 104: "104 дні"}


@pytest.mark.parametrize("number", UKRAINIAN)
def test_a_count_has_as_many_forms_as_the_language(spoken, number):
    words.use("uk")
    assert wording.count(number, "day") == UKRAINIAN[number]


@pytest.mark.parametrize("language", OTHERS)
def test_days_are_said_as_the_language_says_them(spoken, language):
    words.use(language)
    for day in (date(2024, 2, 29), date(2024, 12, 1)):
        assert format_date(day, "EEEE", locale=language) in wording.day_long(day)
        for form in (wording.day_long, wording.day_short, wording.day_near):
            assert format_date(day, "d MMMM", locale=language) in form(day)


TIMES = {
    "summer time": (datetime(2024, 7, 1, 14, 20, tzinfo=UTC), date(2024, 7, 1), "17:20 (14:20 UTC)"),
    "winter time": (datetime(2024, 12, 29, 14, 20, tzinfo=UTC), date(2024, 12, 29), "16:20 (14:20 UTC)"),
    "past midnight there": (
        datetime(2024, 12, 29, 22, 50, tzinfo=UTC),
        date(2024, 12, 29),
        "30 Dec 00:50 (29 Dec 22:50 UTC)",
    ),
    "the day before": (datetime(2024, 12, 28, 12, 0, tzinfo=UTC), date(2024, 12, 29), "28 Dec 14:00 (12:00 UTC)"),
    "the day before, past midnight there": (
        datetime(2024, 12, 28, 23, 30, tzinfo=UTC),
        date(2024, 12, 29),
        "29 Dec 01:30 (28 Dec 23:30 UTC)",
    ),
    "only the day is known": (datetime(2024, 12, 29, tzinfo=UTC), date(2024, 12, 29), "29 Dec"),
}


@pytest.mark.parametrize("case", TIMES)
def test_a_time_is_told_in_the_zone_with_utc_beside(spoken, case):
    moment, day, told = TIMES[case]
    words.use("en", ZONE)
    assert wording.clock(moment, day) == told


def test_a_window_is_told_in_the_zone_and_any_other_text_as_it_stands(spoken):
    words.use("en", ZONE)
    window = "2024-12-28 17:30 – 2024-12-29 23:30 UTC"
    assert wording.window(window) == f"2024-12-28 19:30 – 2024-12-30 01:30 ({window})"
    for other in ("since Friday", "2024-12-28 25:00 – 2024-12-29 23:30 UTC"):
        assert wording.window(other) == other
    words.use()
    assert wording.window(window) == window


# --- the site


def _visible(page: BeautifulSoup) -> list[str]:
    """What a page says in its own language: not what is marked with another, and not what editors wrote."""
    bare = BeautifulSoup(str(page), "lxml")
    for element in bare.select("script, style, [lang]:not(html), .prose, header.day .summary, code"):
        element.decompose()
    attributes = ("aria-label", "title")
    held = [element[name] for name in attributes for element in bare.select(f"[{name}]")]
    return [" ".join(text.split()) for text in (*bare.find_all(string=True), *held)]


def _english(language: str) -> tuple[set[str], list[str]]:
    """English words that stand alone, and stretches of English of three words or more, that the language says otherwise."""
    alone, stretches = set(), []
    for message in catalogues.catalogue_of(language):
        for text, told in zip(_forms(message.id), _forms(message.string), strict=False) if message.id else ():
            parts = [" ".join(part.split()) for part in re.split(r"%\(\w+\)s|<[^>]*>", text)]
            stretches += [part for part in parts if len(part.split()) > 2 and part not in told]
            if text != told and len(parts) == 1 and text[:1].isupper():
                alone.add(text)
    return alone, stretches


def test_no_english_word_of_the_interface_is_left(site):
    language, built = site
    alone, stretches = _english(language)
    pattern = re.compile("|".join(map(re.escape, sorted(stretches, key=len, reverse=True))))
    own = ("about/", "method/", "subscribe/", "corrections/")  # their names are the editors'
    topics = {"Law", "Aid"}  # of the invented content
    left = {
        (path, text)
        for path, page in built.pages.items()
        if not path.startswith("pagefind/")
        for text in _visible(page)
        if (text in alone - topics and path.removesuffix("index.html") not in own) or pattern.search(text)
    }
    assert left == set()


def test_every_page_says_its_language_and_its_day(site):
    language, built = site
    pages = {path: page for path, page in built.pages.items() if not path.startswith("pagefind/")}
    assert {page.html["lang"] for page in pages.values()} == {language}
    long = format_date(date(2024, 12, 29), "EEEE", locale=language)
    assert long in pages["index.html"].h1.text
    assert long in pages["2024/12/28/index.html"].text or long in pages["archive/2024/index.html"].text
    assert all(ZONE in page.select_one("body > footer").text for page in pages.values())


def test_words_of_others_are_marked_with_their_language(site):
    _, built = site
    for passage in built.page("2024/12/29/").select("blockquote.passage > p"):
        assert passage.get("lang") in ("en", "fr", "ar")
    for row in built.page("2024/12/29/").select("ul.rows > li"):
        assert row.select_one("strong + span")["lang"] == "en"


def test_feeds_and_mail_speak_the_language(site):
    language, built = site
    _, stretches = _english(language)
    digest = built.text("feeds/digest.json") + built.text("feeds/corrections.json") + built.text("feeds/all.opml")
    assert [part for part in stretches if part in digest] == []
    assert "[state media" not in digest


def test_the_search_page_brings_the_words_of_its_script(site):
    language, built = site
    form = built.page("search/").select_one("#search_")
    told = {message.id: message.string for message in catalogues.catalogue_of(language)}
    assert json.loads(form["data-words"]) == {each: told[each] for each in search.SCRIPT}
