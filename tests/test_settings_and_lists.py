"""What an operator edits: settings, sources, subscription lists; and the wire log beside it."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scrapers import settings, sources, subscriptions, wire
from scrapers.errors import ConfigError, ContentError
from scrapers.fields import field_of, known, leading_fields
from scrapers.model import Affiliation, Feed, Rights, Source, strictest
from scrapers.newswires import sells_its_wire
from tests.desk import SITE

ROOT = Path(__file__).parent.parent
DELIVERED = SITE.read_text(encoding="utf-8")


def test_the_settings_that_come_along_are_good() -> None:
    assert settings.loads(DELIVERED).developments == tomllib.loads(DELIVERED)["night"]["developments"]


BAD_SETTINGS = {
    "no TOML": ("name =", "quotation marks"),
    "an unknown name": (
        '[night]\nwindow = 3\n[site]\nname="x"\nurl="https://x.org"\nemail="a@b.c"\npublisher="p"',
        "unknown setting 'window'",
    ),
    "an unknown table": ("[sight]\nname='x'", "unknown table"),
    "a number as text": ('[night]\npause = "1"', "pause is a number from 0 to 600"),
    "a truth value as a number": ("[night]\npause = true", "pause is a number"),
    "nothing in full": ("[site]\nin_full = 0", "in_full is a number from 1 to 200"),
    "out of bounds": ("[night]\nanswered = 2", "answered is a number from 0 to 1"),
    "an address without a scheme": ('[site]\nurl = "example.org"', "url is the site's address"),
    "a class of rights that is none": ('[night]\nrights = "all"', "rights is 'link', 'preview', 'excerpt' or 'full'"),
    "a language without words": (
        '[site]\nlanguage = "de"',
        "the pages' own words are in en, fr, uk alone, not in 'de'",
    ),
    "a zone that is none": (
        '[site]\ntimezone = "Kyiv"',
        "site.toml: line 2: timezone is a name of the IANA list such as 'Europe/Kyiv'",
    ),
    "a zone that is a path": ('[site]\ntimezone = "../Kyiv"', "timezone is a name of the IANA list"),
    "a folder of zones": ('[site]\ntimezone = "Europe"', "timezone is a name of the IANA list"),
    "a whole address as the host of ids": (
        '[site]\nid_host = "https://old.example.org/news"',
        "id_host is the old site's host alone, such as old.example.org",
    ),
    "a port as a part of the host of ids": ('[site]\nid_host = "old.example.org:8000"', "id_host is the old site's"),
    "no host of ids": ('[site]\nid_host = ""', "id_host is the old site's host alone"),
    "no address for mail": ('[site]\nemail = "nobody"', "email is an address"),
    "something missing": ('[site]\nname = "x"', "needs url, email, publisher"),
}


@pytest.mark.parametrize("case", BAD_SETTINGS)
def test_a_wrong_setting_is_told_with_what_to_write(case: str) -> None:
    text, message = BAD_SETTINGS[case]
    with pytest.raises(ConfigError) as caught:
        settings.loads(text)
    assert str(caught.value).startswith("site.toml: ")
    assert message in str(caught.value)


def test_ids_name_the_sites_own_host_or_the_one_it_had_before() -> None:
    before = settings.loads(DELIVERED)
    assert before.authority == "example.org"
    moved = DELIVERED.replace("https://example.org/nightdesk", "https://new.example.net").replace(
        '# id_host = "old.example.org"', 'id_host = "Example.org"'
    )
    assert settings.loads(moved).authority == before.authority


def test_what_stands_as_it_was_delivered_is_named_until_it_is_set() -> None:
    delivered = settings.loads(DELIVERED)
    assert [told.split()[0] for told in settings.unset(delivered)] == ["url", "email"]
    own = replace(delivered, url="https://myexample.org.uk/a", email="desk@notexample.org")
    assert list(settings.unset(own)) == []


@pytest.mark.parametrize(
    ("repository", "stands"),
    {
        "Anna/briefing": "https://anna.github.io/briefing",
        "Anna/Anna.github.io": "https://anna.github.io",
        "": "https://example.org/nightdesk",
        "nonsense": "https://example.org/nightdesk",
    }.items(),
)
def test_a_site_without_an_address_stands_where_pages_serves_its_repository(repository: str, stands: str) -> None:
    delivered, named = settings.loads(DELIVERED), {"GITHUB_REPOSITORY": repository}
    assert settings.address(delivered, named) == stands
    assert settings.address(replace(delivered, url="https://briefing.net"), named) == "https://briefing.net"


def test_the_file_of_the_settings_is_the_folders_or_the_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NIGHTDESK_SETTINGS", raising=False)
    assert settings.named(Path("there")) == Path("there/site.toml")
    monkeypatch.setenv("NIGHTDESK_SETTINGS", "/elsewhere/desk.toml")
    assert settings.named(Path("there")) == Path("/elsewhere/desk.toml")


def test_the_sources_that_come_along_can_be_read() -> None:
    found = sources.load()
    assert all(s.feeds and s.rights_why for s in found)
    assert len({feed.url for s in found for feed in s.feeds}) == sum(len(s.feeds) for s in found)


def test_every_state_gets_the_same_words() -> None:
    def label(affiliation: Affiliation, country: str | None) -> str | None:
        return Source(name="x", feeds=(), affiliation=affiliation, country=country).label

    assert label(Affiliation.STATE, "RU") == "state media, RU"
    assert label(Affiliation.STATE, "UA") == "state media, UA"
    assert label(Affiliation.STATE, None) == "state media"
    assert label(Affiliation.INDEPENDENT, "GB") is None


@pytest.mark.parametrize("rights", Rights)
def test_the_most_that_is_shown_of_anybody_is_one_of_the_classes(rights: Rights) -> None:
    assert settings.loads(DELIVERED.replace('rights = "full"', f'rights = "{rights}"')).rights is rights


def test_the_length_of_a_passage_is_the_operators() -> None:
    assert settings.loads(DELIVERED).quote_limit == 280
    assert settings.loads(DELIVERED.replace("quote_limit = 280", "quote_limit = 120")).quote_limit == 120


BAD_SOURCES = {
    "no source in it": ("x = 1", "there is no SOURCE"),
    "broken Python": ("def", "bad.py:1"),
    "a feed without its comma": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org/f')))",
        "with the comma",
    ),
    "all of it without a reason": (
        "from scrapers.model import Feed, Rights, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org/f'),), rights=Rights.FULL)",
        "Rights.FULL needs its reason, rights_why=",
    ),
    "rights that are none": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org/f'),), rights='fulll')",
        "Rights.LINK",
    ),
    "an address without a scheme": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='x.org/f'),))",
        "each feed is Feed",
    ),
    "a name with our own signs": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='A via B', feeds=(Feed(url='https://x.org/f'),))",
        "cannot hold ' via '",
    ),
    "a limit that is none": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org/f'),), quote_limit='280')",
        "quote_limit is a number of characters",
    ),
    "a plain name of two lines": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org/f'),), shown='a\\nb')",
        "shown is the outlet's plain name",
    ),
    "a credit of two lines": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org/f'),), credit='a\\nb')",
        "credit is one line",
    ),
    "a credit with its address in the middle": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org/f'),), credit='see https://x.org/l for it')",
        "after its last word",
    ),
    "a credit with an address of nowhere": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org/f'),), credit='of us https://')",
        "after its last word",
    ),
    "a credit nobody reads to its end": (
        "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org/f'),), credit='x' * 301)",
        "300 have room",
    ),
    "a file that ends the program": ("raise SystemExit(7)", "SystemExit"),
    "a word that does not exist": ("from scrapers.model import Rights\n\nx = Rights.QUOTE", "bad.py:3"),
    "a word that is none": ("from scrapers.model import Source\nSOURCE = Source(nam='x')", "nam"),
}


@pytest.mark.parametrize("case", BAD_SOURCES)
def test_a_broken_source_file_is_named(case: str, tmp_path: Path) -> None:
    text, message = BAD_SOURCES[case]
    (tmp_path / "bad.py").write_text(text)
    with pytest.raises(ConfigError) as caught:
        sources.load(tmp_path)
    assert "bad.py" in str(caught.value)
    assert message in str(caught.value)


def test_two_sources_cannot_have_one_name(tmp_path: Path) -> None:
    text = "from scrapers.model import Feed, Source\nSOURCE = Source(name='x', feeds=(Feed(url='https://x.org'),))"
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text(text)
    with pytest.raises(ConfigError, match=r"name of a\.py too"):
        sources.load(tmp_path)


OPML = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="World">
<outline type="rss" text="One" xmlUrl="https://one.example/feed"/><outline type="rss" title="Two" xmlUrl="https://two.example/feed"/>
<outline type="rss" text="Two" xmlUrl="https://two.example/other"/><outline type="rss" text="Bad" xmlUrl="file:///etc/passwd"/>
<outline type="rss" text="One again" xmlUrl="https://one.example/feed"/></outline></body></opml>"""


def test_reads_a_subscription_list() -> None:
    known_source = Source(name="The One", feeds=(Feed(url="https://one.example/feed"),), rights=Rights.FULL)
    found = subscriptions.sources_of(OPML, name="x.opml", known={"https://one.example/feed": known_source})
    assert [s.name for s in found] == ["The One", "Two (https://two.example/feed)", "Two (https://two.example/other)"]
    assert [s.rights for s in found] == [Rights.FULL, Rights.PREVIEW, Rights.PREVIEW]
    assert [s.plain_name for s in found] == ["The One", "Two", "Two"]
    assert [s.family for s in found] == [None, "two", "two"]


#: (title, feed, site): the class of a line of a list, where `WIRE` is known, which sells its text.
LISTED = {
    "a paper": ("The Harbour Courier - World", "https://courier.example/rss", Rights.PREVIEW),
    "a wire that is sold, by its name": ("Reuters - World News", "https://mirror.example/r", Rights.LINK),
    "by its name alone": ("AP", "https://mirror.example/ap", Rights.LINK),
    "by the host of its feed": ("Top stories", "https://feeds.apnews.com/rss", Rights.LINK),
    "a name that only begins alike": ("Apple Valley Post", "https://apple.example/rss", Rights.PREVIEW),
    "a host that only ends alike": ("The Cap", "https://notreuters.com/rss", Rights.PREVIEW),
    "another feed of a wire that we know, by its host": ("Sport", "https://www.northwire.example/sport", Rights.LINK),
    "by its name, in another's place": ("Northwire - Asia", "https://mirror.example/n", Rights.LINK),
}


@pytest.mark.parametrize("case", LISTED)
def test_a_list_s_feeds_are_of_class_preview_but_for_wires_that_are_sold(case: str) -> None:
    title, url, rights = LISTED[case]
    northwire = Source(
        name="Northwire",
        homepage="https://northwire.example/",
        feeds=(Feed(url="https://northwire.example/world"),),
        rights=Rights.LINK,
        rights_why="sells its text",
    )
    opml = f'<opml><body><outline text="{title}" xmlUrl="{url}"/></body></opml>'.encode()
    (found,) = subscriptions.sources_of(opml, name="x.opml", known=sources.known_at([northwire]))
    assert found.rights is rights
    assert found.name == title


def test_a_wire_is_known_by_the_site_that_its_line_names() -> None:
    opml = b'<opml><body><outline text="World" xmlUrl="https://m.example/1" htmlUrl="https://www.afp.com/en"/></body></opml>'
    (found,) = subscriptions.sources_of(opml, name="x.opml", known={})
    assert (found.rights, found.rights_why) == (Rights.LINK, "sells its wire: a contract is needed")


def test_who_sells_a_wire_is_of_class_link_among_the_sources_that_come_along() -> None:
    for source in sources.load():
        if source.affiliation is Affiliation.AGENCY or sells_its_wire(source.name, [f.url for f in source.feeds]):
            assert source.rights is Rights.LINK, source.name
            assert "contract" in source.rights_why
        else:
            assert source.rights is not Rights.LINK, source.name


def test_a_source_we_know_stands_once_with_the_feeds_the_list_names() -> None:
    both = Source(name="One", feeds=tuple(Feed(url=f"https://one.example/{n}") for n in ("feed", "b", "c")))
    opml = OPML.replace(b"https://two.example/feed", b"https://one.example/b")
    found = subscriptions.sources_of(opml, name="x.opml", known={feed.url: both for feed in both.feeds})
    assert [(s.name, len(s.feeds)) for s in found] == [("One", 2), ("Two (https://two.example/other)", 1)]


@pytest.mark.parametrize("text", [b"", b"\x00\x01", b"<html><body>no</body></html>", b"<opml><body/></opml>"])
def test_what_is_no_subscription_list_is_refused(text: bytes) -> None:
    with pytest.raises(ConfigError, match=r"x\.opml"):
        subscriptions.sources_of(text, name="x.opml", known={})


def test_the_stricter_class_wins() -> None:
    assert strictest(Rights.FULL, Rights.LINK, Rights.EXCERPT) is Rights.LINK
    assert strictest(Rights.FULL, Rights.PREVIEW, Rights.EXCERPT) is Rights.PREVIEW


def test_fields_end_where_prose_begins() -> None:
    fields, at = leading_fields(["Title: Doha: talks", "Kind:", "", "Text: no field"])
    assert [(f.name, f.value, f.line) for f in fields] == [("Title", "Doha: talks", 1), ("Kind", "", 2)]
    assert at == 2
    assert field_of("lower: case", 1) is None


def test_an_unknown_field_lists_what_is_known() -> None:
    fields, _ = leading_fields(["Zzz: 1"])
    with pytest.raises(ContentError, match="known here are Date, Title"):
        known(fields, ("Title", "Date"))


def line(identity: str, outcome: str) -> wire.WireLine:
    return wire.WireLine(
        id=identity, development="d", url="u", canonical="u", keys=("u",), source="s", headline="h",
        published=None, time=None, status=None, sha256=None, outcome=outcome,
    )  # fmt: skip


def append(content: Path, day: date, lines: list[wire.WireLine]) -> int:
    """Writes what is new; how many lines that were."""
    path = wire.wire_path(content, day)
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text() if path.exists() else ""
    text = wire.appended(content, day, lines)
    path.write_text(before if text is None else text)
    return 0 if text is None else text.count("\n") - before.count("\n")


def test_the_wire_log_only_grows_and_its_last_word_holds(tmp_path: Path) -> None:
    day = date(2026, 8, 21)
    assert append(tmp_path, day, [line("a", wire.LEFT_OUT), line("b", wire.CITED)]) == 2
    before = wire.wire_path(tmp_path, day).read_bytes()
    assert append(tmp_path, day, [line("a", wire.LEFT_OUT), line("b", wire.CITED)]) == 0
    assert wire.wire_path(tmp_path, day).read_bytes() == before
    assert append(tmp_path, day, [line("a", wire.CITED)]) == 1
    assert wire.wire_path(tmp_path, day).read_bytes().startswith(before)
    lines, faults = wire.read_day(tmp_path, day)
    assert {(w.id, w.outcome) for w in lines} == {("a", wire.CITED), ("b", wire.CITED)}
    assert not faults


def test_what_was_obeyed_stands_in_the_wire_log_and_older_lines_do_without(tmp_path: Path) -> None:
    day = date(2026, 8, 21)
    plain, obeying = line("a", wire.CITED), replace(line("b", wire.CITED), obeyed="max-snippet:120, noarchive")
    append(tmp_path, day, [plain, obeying])
    first, second = wire.wire_path(tmp_path, day).read_text().splitlines()
    assert "obeyed" not in first, "the line is as it was before there was such a field"
    assert json.loads(second)["obeyed"] == "max-snippet:120, noarchive"
    assert set(wire.read_day(tmp_path, day)[0]) == {plain, obeying}
    assert append(tmp_path, day, [replace(plain, obeyed="nosnippet"), obeying]) == 1
    assert wire.read_day(tmp_path, day)[0][0].obeyed == "nosnippet"


def test_a_broken_line_of_the_wire_log_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    day = date(2026, 8, 21)
    append(tmp_path, day, [line("a", wire.CITED)])
    path = wire.wire_path(tmp_path, day)
    path.write_text("<<<<<<< HEAD\n" + path.read_text())
    lines, faults = wire.read_day(tmp_path, day)
    assert [w.id for w in lines] == ["a"]
    assert faults[0].line == 1


def test_other_days_are_the_newest_first(tmp_path: Path) -> None:
    for name in ("2026-08-19", "2026-08-20", "2026-08-21", "notes"):
        path = tmp_path / "wire" / "2026" / f"{name}.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    assert list(wire.other_days(tmp_path, date(2026, 8, 21))) == [date(2026, 8, 20), date(2026, 8, 19)]


# --- an operator's own sources, beside site.toml --------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NIGHTDESK_SETTINGS", str(tmp_path / "site.toml"))
    (tmp_path / "sources").mkdir()
    return tmp_path


MINIMAL = '[site]\nname = "x"\nurl = "https://x.org"\nemail = "a@x.org"\npublisher = "x"\n'
OWN = 'name = "River Post"\nfeeds = ["https://river.example/feed"]\naffiliation = "state media"\ncountry = "XX"\n'


def tonight(text: str = "") -> list[str]:
    return [source.name for source in sources.read_tonight(settings.loads(MINIMAL + text))]


def test_a_source_may_be_a_toml_file_beside_the_settings(desk: Path) -> None:
    (desk / "sources" / "river.toml").write_text(OWN)
    delivered = [source.name for source in sources.load()]
    assert sorted(tonight(), key=str.casefold) == sorted([*delivered, "River Post"], key=str.casefold)
    (found,) = (source for source in sources.every() if source.name == "River Post")
    assert found.label == "state media, XX"
    assert found.feeds == (Feed(url="https://river.example/feed"),)
    assert found.rights is Rights.PREVIEW


def test_delivered_sources_are_left_out_by_name_or_file_and_hers_are_read_in_any_case(desk: Path) -> None:
    (desk / "sources" / "river.toml").write_text(OWN)
    assert "TASS" not in tonight('[sources]\nwithout = ["tass"]\n')
    assert tonight('[sources]\nonly = ["bbc", "Al Jazeera"]\n') == ["Al Jazeera", "BBC News", "River Post"]
    assert tonight('[sources]\nonly = ["bbc", "tass"]\nwithout = ["TASS"]\n') == ["BBC News", "River Post"]
    with pytest.raises(ConfigError, match="no source 'tas'; did you mean tass"):
        tonight('[sources]\nwithout = ["tas"]\n')
    assert "TASS" in [source.name for source in sources.every()], "what it said on other days keeps label and right"


def test_hers_of_the_same_name_stands_for_the_delivered_one(desk: Path) -> None:
    (desk / "sources" / "bbc.toml").write_text('name = "BBC News"\nfeeds = ["https://bbc.example/feed"]\n')
    (found,) = (source for source in sources.read_tonight(settings.loads(MINIMAL)) if source.name == "BBC News")
    assert found.feeds == (Feed(url="https://bbc.example/feed"),)


BAD_TOML = {
    "no name": ('feeds = ["https://x.org"]', "name is missing"),
    "no feeds": ('name = "x"', "feeds is missing"),
    "one feed without brackets": ('name = "x"\nfeeds = "https://x.org"', 'feeds = ["https://…"]'),
    "a feed that is no address": ('name = "x"\nfeeds = ["x"]', "each feed"),
    "a field that there is not": ('name = "x"\nfeeds = ["https://x.org"]\nfeed = 1', "unknown field 'feed'"),
    "a label that there is not": ('name = "x"\nfeeds = ["https://x.org"]\naffiliation = "evil"', "state media"),
    "a right that there is not": ('name = "x"\nfeeds = ["https://x.org"]\nrights = "all"', "preview"),
    "a right without its reason": ('name = "x"\nfeeds = ["https://x.org"]\nrights = "full"', "reason"),
    "no quotation marks": ("name = x", 'text stands in "quotation marks"'),
    "a word in place of a list": ('name = "x"\nfeeds = ["https://x.org"]\nregions = "sudan"', '["sudan"]'),
}


@pytest.mark.parametrize("case", BAD_TOML)
def test_a_broken_toml_source_is_named_with_what_to_write(case: str, desk: Path) -> None:
    text, message = BAD_TOML[case]
    (desk / "sources" / "bad.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        sources.every()
    assert "bad.toml" in str(caught.value)
    assert message in str(caught.value)


@pytest.mark.parametrize("text", ["format = 2\n", 'format = "1"\n', "format = 0\n"])
def test_settings_of_a_version_to_come_are_not_read_as_something_else(text: str) -> None:
    with pytest.raises(ConfigError, match="format is 1"):
        settings.loads(text + MINIMAL)
    assert settings.loads("format = 1\n" + MINIMAL) == settings.loads(MINIMAL)
