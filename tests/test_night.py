"""A whole night against a fake wire: what is written, what is told, and what never happens."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import TracebackType
from xml.sax.saxutils import escape

import pytest

from scrapers import settings, topics, wire
from scrapers.briefing import UNSEEN
from scrapers.briefing_file import loads
from scrapers.candidates import Candidate
from scrapers.day_files import briefing_path, past_developments
from scrapers.extract.identity import Claims
from scrapers.facts.speakers import NO_ALIASES
from scrapers.group.learned import Names
from scrapers.group.stories import TERMS
from scrapers.model import Article, Entry, Feed, Preview, Reading, Source, Topic
from scrapers.night import AHEAD, _of_tonight, _shared_previews, night
from scrapers.outcome import Outcome, Request, Response, Result
from scrapers.plan import Plan
from scrapers.report import Report
from tests.desk import DESK, SITE
from tests.places.world import gazetteer

ROOT = Path(__file__).parent.parent
DAY = date(2026, 8, 21)
NOW = datetime(2026, 8, 21, 23, 30, tzinfo=UTC)

#: Three outlets, each with its own headline and words for two things that happened.
# fmt: off
TOLD = {
    "alpha": {
        "doha": ("Mediators resume Gaza ceasefire talks in Doha", "Delegations from Israel and Hamas met mediators in the Qatari capital Doha on Friday for talks on a ceasefire in Gaza."),
        "odesa": ("Russian drone strike kills two in Odesa", "A Russian drone attack on the Ukrainian port of Odesa killed two people on Friday night, the regional governor said."),
    },
    "beta": {
        "doha": ("Gaza ceasefire talks resume in Qatar's capital Doha", "Talks on a ceasefire in Gaza began again in Doha on Friday with Israeli and Hamas delegations, mediators said."),
        "sport": ("Late strike decides cup final", "A late strike gave the home side the cup on Friday evening."),
    },
    "gamma": {
        "odesa": ("Two killed in Russian drone attack on Odesa, governor says", "Two people died when Russian drones hit the port city of Odesa in southern Ukraine, its governor said."),
    },
}
# fmt: on


class FakeWire:
    """The outside, faked at the edge: `says` gives an address an answer, `down` takes a host off."""

    def __init__(self) -> None:
        self.answers: dict[str, tuple[bytes, str]] = {}
        self.headers: dict[str, tuple[tuple[str, str], ...]] = {}
        self.results: dict[str, Result] = {}
        self.asked: list[str] = []

    def says(self, url: str, body: str, kind: str = "text/html; charset=utf-8") -> None:
        self.answers[url] = (body.encode("utf-8", "surrogatepass"), kind)

    def down(self, url: str, result: Result = Result.CONNECT) -> None:
        self.results[url] = result

    def fetch(self, requests: Iterable[Request], *, done: Callable[[Outcome], None] | None = None) -> list[Outcome]:
        return [self._outcome(request) for request in requests]

    def _outcome(self, request: Request) -> Outcome:
        self.asked.append(request.url)
        if request.url in self.results:
            return Outcome(request=request, result=self.results[request.url], detail="faked")
        if request.url not in self.answers:
            return Outcome(request=request, result=Result.GONE, detail="status 404")
        body, kind = self.answers[request.url]
        response = Response(
            url=request.url,
            final_url=request.url,
            status=200,
            headers=(("content-type", kind), *self.headers.get(request.url, ())),
            body=body,
            fetched=NOW,
            sha256=hashlib.sha256(body).hexdigest(),
        )
        return Outcome(request=request, result=Result.OK, response=response)

    def remembered(self, url: str) -> Response | None:
        return None

    def close(self) -> None: ...

    def __enter__(self) -> FakeWire:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def feed(outlet: str, stories: dict[str, tuple[str, str]], when: datetime = NOW - timedelta(hours=3)) -> str:
    items = "".join(
        f"<item><title>{escape(title)}</title><link>https://{outlet}.example/{name}</link>"
        f"<guid>https://{outlet}.example/{name}</guid><pubDate>{format_datetime(when)}</pubDate>"
        f"<description>{escape(summary)}</description></item>"
        for name, (title, summary) in stories.items()
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{outlet}</title>{items}</channel></rss>'


def page(title: str, text: str) -> str:
    paragraphs = "".join(f"<p>{text}</p><p>{title}, according to what was known by then ({n}).</p>" for n in range(3))
    return (
        f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )


@pytest.fixture
def outside() -> FakeWire:
    fake = FakeWire()
    for outlet, stories in TOLD.items():
        fake.says(f"https://{outlet}.example/feed", feed(outlet, stories), "application/rss+xml")
        for name, (title, summary) in stories.items():
            fake.says(f"https://{outlet}.example/{name}", page(title, summary))
    return fake


def source(name: str) -> Source:
    return Source(
        name=name.title(), feeds=(Feed(url=f"https://{name}.example/feed"),), homepage=f"https://{name}.example/"
    )


def some_topics() -> tuple[Topic, ...]:
    return tuple(
        topics.loads(path.read_text(encoding="utf-8"), slug=path.stem)
        for path in sorted((DESK / "topics").glob("*.md"))
    )


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return Plan(
        day=DAY,
        now=NOW,
        sources=tuple(map(source, TOLD)),
        topics=some_topics(),
        settings=settings.loads(SITE.read_text(encoding="utf-8")),
        content=tmp_path,
        aliases=NO_ALIASES,
        gazetteer=gazetteer(),
    )


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def text_of(plan: Plan, day: date = DAY) -> str:
    return briefing_path(plan.content, day).read_text(encoding="utf-8")


def row(report: Report, name: str) -> Result:
    return next(r.outcome for r in report.sources if r.name == name)


def test_a_night_gives_a_briefing_of_what_happened(plan: Plan, outside: FakeWire) -> None:
    report = night(plan, fetcher=outside)
    briefing = loads(text_of(plan))
    assert report.developments == 2
    assert sorted(s.outlets for s in briefing.developments) == [2, 2]
    assert {topic for s in briefing.developments for topic in s.topics} >= {"Gaza"}
    assert "cup" not in text_of(plan)
    assert [(r.entries, r.articles, r.cited) for r in report.sources] == [(2, 2, 2), (2, 1, 1), (1, 1, 1)]


def test_pages_that_are_not_on_topic_are_never_asked_for(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    assert "https://beta.example/sport" not in outside.asked


def test_running_a_night_again_changes_no_byte(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    before = bytes_of(plan.content)
    report = night(plan, fetcher=outside)
    assert bytes_of(plan.content) == before
    assert report.written == ()


def test_a_second_run_widens_the_window_unless_an_editor_wrote_it(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    first = text_of(plan)
    second = replace(plan, now=NOW + timedelta(hours=5))
    night(second, fetcher=outside)
    assert loads(first).window == "2026-08-20 17:30 – 2026-08-21 23:30 UTC"
    both = "2026-08-20 17:30 – 2026-08-22 04:30 UTC, first published 2026-08-21 23:30 UTC"
    assert text_of(plan) == first.replace("2026-08-20 17:30 – 2026-08-21 23:30 UTC", both)
    before = bytes_of(plan.content)
    for again in (second, plan):
        night(again, fetcher=outside)
        assert bytes_of(plan.content) == before
    night(replace(plan, now=NOW + timedelta(hours=6)), fetcher=outside)
    assert (loads(text_of(plan)).window or "").startswith("2026-08-20 17:30 – 2026-08-22 05:30 UTC, first")

    edited = text_of(plan).replace("2026-08-20 17:30 – ", "2026-08-20 12:00 – ")
    briefing_path(plan.content, DAY).write_text(edited, encoding="utf-8")
    night(replace(plan, now=NOW + timedelta(hours=7)), fetcher=outside)
    assert text_of(plan) == edited


def test_the_wire_log_keeps_the_evidence_of_what_was_cited(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    lines, _ = wire.read_day(plan.content, DAY)
    cited = {line.url: line for line in lines if line.outcome == wire.CITED}
    body, _ = outside.answers["https://alpha.example/doha"]
    assert cited["https://alpha.example/doha"].sha256 == hashlib.sha256(body).hexdigest()
    assert len(cited) == 4


def test_the_next_days_know_a_development_by_its_terms(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    past, faults = past_developments(replace(plan, day=DAY + timedelta(days=1)))
    terms = {each.headline: dict(each.terms) for each in past}
    assert len(terms) == 2
    assert faults == ()
    assert any("doha" in each for each in terms.values())
    assert all(0 < len(each) <= TERMS and all(count > 0 for count in each.values()) for each in terms.values())


def test_an_article_is_never_cited_on_two_days(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    stories = {**TOLD["alpha"], "kyiv": ("Ukraine says it shot down 40 Russian drones over Kyiv", "Ukraine's air force said on Saturday it shot down 40 Russian drones over Kyiv overnight.")}  # fmt: skip
    outside.says("https://alpha.example/feed", feed("alpha", stories), "application/rss+xml")
    outside.says("https://alpha.example/kyiv", page(*stories["kyiv"]))
    tomorrow = replace(plan, day=DAY + timedelta(days=1), now=NOW + timedelta(hours=20))
    night(tomorrow, fetcher=outside)
    today, later = (loads(text_of(plan, day)) for day in (DAY, DAY + timedelta(days=1)))
    urls = [{c.url for s in briefing.developments for c in s.citations} for briefing in (today, later)]
    assert urls[1] == {"https://alpha.example/kyiv"}
    assert not urls[0] & urls[1]


def test_what_an_editor_deleted_stays_deleted(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    path = briefing_path(plan.content, DAY)
    text = text_of(plan)
    gone = next(s for s in loads(text).developments if "Odesa" in s.headline)
    start = text.index(f"## {gone.headline}")
    end = text.find("\n## ", start + 1)
    path.write_text(text[:start] + (text[end + 1 :] if end > 0 else ""), encoding="utf-8")
    edited = path.read_bytes()
    outside.says("https://gamma.example/new", page(*TOLD["gamma"]["odesa"]))
    report = night(plan, fetcher=outside)
    assert path.read_bytes() == edited
    assert report.developments == 1  # what readers see, not what the night found


def test_a_failed_source_that_an_editor_struck_out_stays_out(plan: Plan, outside: FakeWire) -> None:
    outside.down("https://gamma.example/feed")
    night(plan, fetcher=outside)
    path = briefing_path(plan.content, DAY)
    edited = text_of(plan)[: text_of(plan).index("## What we could not see")]
    path.write_text(edited, encoding="utf-8")
    night(plan, fetcher=outside)
    assert text_of(plan) == edited


BAD_FEEDS = {
    "an unreachable feed": (None, Result.CONNECT),
    "a page where a feed should be": ("<!doctype html><html><head><title>Just a moment...</title></head></html>", Result.NOT_A_FEED),
    "an empty feed": ('<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>', Result.EMPTY),
    "broken XML": ("<?xml version='1.0'?><rss><channel><item><tit", Result.BROKEN_FEED),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_FEEDS)
def test_a_bad_feed_is_one_row_and_the_night_goes_on(case: str, plan: Plan, outside: FakeWire) -> None:
    body, result = BAD_FEEDS[case]
    if body is None:
        outside.down("https://gamma.example/feed")
    else:
        outside.says("https://gamma.example/feed", body, "application/rss+xml")
    report = night(plan, fetcher=outside)
    assert row(report, "Gamma") is result
    briefing = loads(text_of(plan))
    assert len(briefing.developments) == 2
    assert [line.partition(":")[0] for line in briefing.items(UNSEEN)] == ["Gamma"]


def test_an_article_dated_next_year_is_told_and_left_out(plan: Plan, outside: FakeWire) -> None:
    body = feed("gamma", TOLD["gamma"], NOW + timedelta(days=365)) .replace(
        "<item>", f"<item><title>Ukraine and Russia exchange prisoners of war</title><link>https://gamma.example/x</link>"
        f"<pubDate>{format_datetime(NOW - timedelta(hours=2))}</pubDate></item><item>", 1)  # fmt: skip
    outside.says("https://gamma.example/feed", body, "application/rss+xml")
    report = night(plan, fetcher=outside)
    assert [p.url for p in report.pages if p.outcome is Result.FUTURE] == ["https://gamma.example/odesa"]
    assert "https://gamma.example/odesa" not in text_of(plan)


@pytest.mark.parametrize("body", ["", "<html><body></body></html>", "<html><body><div id=app></div></body></html>"])
def test_a_page_without_text_is_a_row_and_its_feeds_words_serve(body: str, plan: Plan, outside: FakeWire) -> None:
    outside.says("https://gamma.example/odesa", body)
    report = night(plan, fetcher=outside)
    assert [p.url for p in report.pages] == ["https://gamma.example/odesa"]
    assert "https://gamma.example/odesa" in text_of(plan)


def test_a_page_that_cannot_be_had_is_a_row_and_its_feeds_words_serve(plan: Plan, outside: FakeWire) -> None:
    outside.down("https://gamma.example/odesa", Result.ROBOTS)
    report = night(plan, fetcher=outside)
    assert [(p.url, p.outcome) for p in report.pages] == [("https://gamma.example/odesa", Result.ROBOTS)]
    assert "https://gamma.example/odesa" in text_of(plan)


def test_a_hand_broken_briefing_keeps_every_line_and_gets_the_nights_news(plan: Plan, outside: FakeWire) -> None:
    path = briefing_path(plan.content, DAY)
    path.parent.mkdir(parents=True)
    broken = "Titel: Our day\nDate: tomorrow\n\n## Something {#Ä\n\nTopcis: x\n\nA line of ours.\n"
    path.write_text(broken, encoding="utf-8")
    report = night(plan, fetcher=outside)
    text = text_of(plan)
    rest = iter(text.split("\n"))
    assert all(line in rest for line in broken.rstrip("\n").split("\n"))
    assert "https://alpha.example/doha" in text
    assert any(":1: unknown field 'Titel'; did you mean 'Title'?" in note for note in report.notes)


def test_when_too_few_sources_answer_nothing_is_written(plan: Plan, outside: FakeWire) -> None:
    outside.down("https://gamma.example/feed")
    outside.down("https://beta.example/feed", Result.TIMEOUT)
    report = night(plan, fetcher=outside)
    assert report.too_few
    assert bytes_of(plan.content) == {}


def test_a_quiet_night_says_that_it_was_quiet(plan: Plan, outside: FakeWire) -> None:
    for outlet in TOLD:
        outside.says(
            f"https://{outlet}.example/feed", feed(outlet, {"sport": TOLD["beta"]["sport"]}), "application/rss+xml"
        )
    night(plan, fetcher=outside)
    briefing = loads(text_of(plan))
    assert briefing.developments == ()
    assert briefing.window


def test_the_same_article_in_two_feeds_is_cited_once(plan: Plan, outside: FakeWire) -> None:
    outside.says("https://beta.example/feed", feed("alpha", TOLD["alpha"]), "application/rss+xml")
    night(plan, fetcher=outside)
    assert text_of(plan).count("(https://alpha.example/doha) — ") == 1


def test_hostile_headlines_are_text(plan: Plan, outside: FakeWire) -> None:
    title = "Russian strike <script>alert(1)</script> kills two ](javascript:x) {#id} in Odesa"
    outside.says(
        "https://gamma.example/feed", feed("gamma", {"odesa": (title, "Russian drone strike killed two in Odesa.")})
    )
    night(plan, fetcher=outside)
    text = text_of(plan)
    assert "<script" not in text
    assert not night(plan, fetcher=outside).notes
    assert all(c.url.startswith("https://") for s in loads(text).developments for c in s.citations)


def test_numbers_as_guids_of_two_sites_are_two_entries(plan: Plan, outside: FakeWire) -> None:
    for outlet in ("alpha", "gamma"):
        body = feed(outlet, TOLD[outlet])
        for number, name in enumerate(TOLD[outlet]):
            body = body.replace(
                f"<guid>https://{outlet}.example/{name}</guid>", f'<guid isPermaLink="false">{number}</guid>'
            )
        outside.says(f"https://{outlet}.example/feed", body, "application/rss+xml")
    report = night(plan, fetcher=outside)
    assert {r.name: r.articles for r in report.sources} == {"Alpha": 2, "Beta": 1, "Gamma": 1}


def test_one_canonical_address_on_every_page_is_nobodys(plan: Plan, outside: FakeWire) -> None:
    for name in TOLD["alpha"]:
        body = page(*TOLD["alpha"][name]).replace(
            "<head>", '<head><link rel="canonical" href="https://alpha.example/en/home">'
        )
        outside.says(f"https://alpha.example/{name}", body)
    report = night(plan, fetcher=outside)
    assert {r.name: r.articles for r in report.sources}["Alpha"] == 2


def test_an_article_that_moved_to_https_is_not_cited_again(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    body = feed("alpha", TOLD["alpha"]).replace("https://alpha", "http://www.alpha").replace("</link>", "/</link>")
    outside.says("https://alpha.example/feed", body, "application/rss+xml")
    tomorrow = replace(plan, day=DAY + timedelta(days=1), now=NOW + timedelta(hours=5))
    night(tomorrow, fetcher=outside)
    assert loads(text_of(plan, tomorrow.day)).developments == ()


def test_a_day_that_an_editor_emptied_stays_empty(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    path = briefing_path(plan.content, DAY)
    for emptied in (b"", b"\n \n"):
        path.write_bytes(emptied)
        report = night(plan, fetcher=outside)
        assert path.read_bytes() == emptied
        assert any("stays so" in note for note in report.notes)
    path.unlink()
    night(plan, fetcher=outside)
    assert not path.exists()


def test_a_day_held_back_was_not_told(plan: Plan, outside: FakeWire) -> None:
    night(plan, fetcher=outside)
    path = briefing_path(plan.content, DAY)
    path.write_text(path.read_text(encoding="utf-8").replace("\nWindow:", "\nStatus: draft\nWindow:"), encoding="utf-8")
    stories = {
        "next": (
            "Gaza ceasefire talks in Doha go into second day",
            "Talks on a ceasefire in Gaza go on in Doha, mediators said.",
        )
    }
    outside.says("https://alpha.example/feed", feed("alpha", stories, NOW + timedelta(hours=18)), "application/rss+xml")
    tomorrow = replace(plan, day=DAY + timedelta(days=1), now=NOW + timedelta(hours=20))
    night(tomorrow, fetcher=outside)
    assert [s.follows for s in loads(text_of(plan, tomorrow.day)).developments] == [None]


def test_what_publishers_forbid_machines_to_show_is_obeyed_and_stands_in_the_wire_log(
    plan: Plan, outside: FakeWire
) -> None:
    outside.headers["https://alpha.example/doha"] = (
        ("x-robots-tag", "otherbot: noindex"),
        ("x-robots-tag", "nosnippet"),
    )
    outside.headers["https://beta.example/feed"] = (("tdm-reservation", "1"),)
    night(plan, fetcher=outside)
    obeyed = {line.url: line.obeyed for line in wire.read_day(plan.content, DAY)[0] if line.url}
    assert obeyed["https://alpha.example/doha"] == "nosnippet"
    assert obeyed["https://beta.example/doha"] == "tdm-reservation:1", "of its feed, where the summary is from"
    assert obeyed["https://gamma.example/odesa"] == ""


def test_what_several_pages_of_a_source_offer_tells_of_the_site_and_is_not_offered() -> None:
    def read(title: str, *texts: str) -> Reading:
        offered = tuple(Preview(text=text, place="description") for text in texts)
        return Reading(url="https://alpha.example/x", title=title, previews=offered)

    entry = Entry(guid="1", url="https://alpha.example/x", headline="x")
    answer = FakeWire()
    answer.says("https://alpha.example/x", "x")
    (outcome,) = answer.fetch([Request(url="https://alpha.example/x")])
    assert outcome.response is not None
    alpha, beta = (Candidate(source(name), entry, outcome.response) for name in ("alpha", "beta"))
    readings = [read("One", "News since 1887.", "A bridge opens."), read("Two", "News since 1887."), None]
    readings += [read("One", "A bridge opens."), read("Three", "News since 1887.")]
    shared = _shared_previews([alpha, alpha, alpha, alpha, beta], readings)
    assert shared == {("Alpha", "News since 1887.")}


def test_only_what_was_published_in_the_window_is_of_tonight_and_what_nobody_dates_is_told(plan: Plan) -> None:
    minute = timedelta(minutes=1)
    inside = {"its first": NOW - plan.window, "its last": NOW + AHEAD}
    outside = {
        "before": NOW - plan.window - minute,
        "a year before": NOW - timedelta(days=365),
        "after": NOW + 2 * AHEAD,
    }
    articles = [
        Article(
            id=name,
            source=source("alpha"),
            url=f"https://alpha.example/{number}",
            keys=(f"https://alpha.example/{number}",),
            headline=TOLD["alpha"]["odesa"][0],
            published=published,
        )
        for number, (name, published) in enumerate({**inside, **outside, "undated": None}.items())
    ]
    kept, told = _of_tonight(plan, articles, Claims(), Names(()))
    assert {article.id for article in kept} == set(inside)
    assert [(page.url, page.outcome) for page in told] == [(articles[-1].url, Result.UNDATED)]


def test_a_source_whose_pages_are_all_walls_is_told_from_its_feed_and_says_so(plan: Plan, outside: FakeWire) -> None:
    words = "Two killed in Russian drone attack on {}, governor says"
    stories = {town.lower(): (words.format(town), f"Two people died when Russian drones hit {town} in Ukraine.")
               for town in ("Odesa", "Kherson", "Sumy")}  # fmt: skip
    outside.says("https://gamma.example/feed", feed("gamma", stories), "application/rss+xml")
    offer = "Read all of our reporting for one mark a week. You may cancel whenever you like, by post or by telephone."
    for name in stories:
        outside.says(f"https://gamma.example/{name}", page("Subscribe", offer))
    report = night(plan, fetcher=outside)
    (gamma,) = (each for each in report.sources if each.name == "Gamma")
    assert (gamma.outcome, gamma.pages, gamma.not_its_article) == (Result.OK, 3, 3)
    assert {each.source for each in report.pages if each.detail.startswith("not the article")} == {"Gamma"}
    assert "https://gamma.example/odesa" in text_of(plan), "what the feed says is told"
    assert offer not in text_of(plan)
    assert "- Gamma: no text (none of 3 pages holds its article), 2026-08-21 23:30 UTC" in text_of(plan)
    outside.says("https://gamma.example/sumy", page(*stories["sumy"]))
    again = night(replace(plan, content=plan.content / "other"), fetcher=outside)
    assert "no text" not in text_of(replace(plan, content=plan.content / "other")), "one page was its article"
    assert next(each.not_its_article for each in again.sources if each.name == "Gamma") == 2


def test_a_night_that_was_not_run_is_made_late_of_its_own_day_alone_and_says_so(plan: Plan, outside: FakeWire) -> None:
    """Two days later: what was published since belongs to other days, and is no fault of a clock."""
    stories = {"lviv": ("Drone strike kills four in Lviv", "A Russian drone strike on Lviv in Ukraine killed four.")}
    outside.says("https://beta.example/feed", feed("beta", stories, NOW + timedelta(hours=30)), "application/rss+xml")
    late = replace(plan, now=NOW + timedelta(days=2), until=NOW)
    report = night(late, fetcher=outside)
    text = text_of(plan)
    assert "Odesa" in text
    assert "Lviv" not in text
    assert not [each for each in report.pages if each.outcome is Result.FUTURE]
    assert "Window: 2026-08-20 17:30 – 2026-08-21 23:30 UTC" in text
    assert "- This briefing: made late (" in text
    assert "2026-08-23 23:30 UTC" in text
    again = night(late, fetcher=outside)
    assert not again.written
    of_its_day = replace(plan, content=plan.content / "other")
    night(of_its_day, fetcher=outside)
    assert "made late" not in text_of(of_its_day)
