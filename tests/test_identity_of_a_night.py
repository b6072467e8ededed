"""No house can make another's article vanish, and one article stays one: over feeds, nights, runs and recordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from xml.sax.saxutils import escape

import pytest

from scrapers.addresses import page_of
from scrapers.briefing_file import loads
from scrapers.night import night
from scrapers.outcome import Outcome, Request, Result
from scrapers.plan import Plan
from scrapers.report import Report
from scrapers.wire import read_day
from tests.test_night import DAY, NOW, TOLD, FakeWire, bytes_of, feed, outside, page, plan, text_of

__all__ = ["outside", "plan"]  # fixtures

DOHA = "https://alpha.example/doha"
ODESA = TOLD["gamma"]["odesa"]


def says(fake: FakeWire, outlet: str, rows: Iterable[tuple[str, str, tuple[str, str]]], *, hours: float = 3) -> None:
    """The feed of an outlet has entries of (link, GUID, (headline, summary))."""
    body = feed(outlet, {f"row-{at}": story for at, (_, _, story) in enumerate(rows)}, NOW - timedelta(hours=hours))
    for at, (link, guid, _) in enumerate(rows):
        plain = f"https://{outlet}.example/row-{at}"
        body = body.replace(f"<link>{plain}<", f"<link>{escape(link)}<").replace(
            f"<guid>{plain}<", f"<guid>{escape(guid)}<"
        )
    fake.says(f"https://{outlet}.example/feed", body, "application/rss+xml")


def cited(plan: Plan) -> list[tuple[str, str]]:
    return sorted((c.source, c.url) for s in loads(text_of(plan)).developments for c in s.citations)


def claims(report: Report) -> list[str]:
    return [each.detail for each in report.pages if "claims to be" in each.detail]


def canonical(story: tuple[str, str], address: str) -> str:
    return page(*story).replace("<head>", f'<head><link rel="canonical" href="{address}">')


def _canonical(fake: FakeWire) -> None:
    fake.says("https://gamma.example/odesa", canonical(ODESA, DOHA))


def _canonical_variant(fake: FakeWire) -> None:
    fake.says("https://gamma.example/odesa", canonical(ODESA, "http://www.alpha.example/doha/?utm_source=g"))


def _og_url(fake: FakeWire) -> None:
    body = page(*ODESA).replace("<head>", f'<head><meta property="og:url" content="{DOHA}">')
    fake.says("https://gamma.example/odesa", body)


def _guid(fake: FakeWire) -> None:
    says(fake, "gamma", [("https://gamma.example/odesa", DOHA, ODESA)])


def _link(fake: FakeWire) -> None:
    says(fake, "gamma", [(DOHA, "7", ODESA)])


def _link_and_guid(fake: FakeWire) -> None:
    says(fake, "gamma", [(DOHA, DOHA, ODESA)])


#: Ways in which Gamma claims to be an article of Alpha's, of which it tells other things.
FALSE = {each.__name__[1:]: each for each in (_canonical, _canonical_variant, _og_url, _guid, _link, _link_and_guid)}


@pytest.mark.parametrize("case", FALSE)
@pytest.mark.parametrize("first", [True, False])
def test_a_false_claim_takes_no_article_away_and_is_named(
    plan: Plan, outside: FakeWire, case: str, first: bool
) -> None:
    FALSE[case](outside)
    order = plan.sources[::-1] if first else plan.sources
    report = night(replace(plan, sources=order), fetcher=outside)
    assert ("Alpha", DOHA) in cited(plan)
    assert {source for source, _ in cited(plan)} == {"Alpha", "Beta", "Gamma"}
    assert "via Gamma" not in text_of(plan)
    assert any("alpha.example/doha" in claim for claim in claims(report))


def test_what_a_false_claim_took_last_night_is_told_tonight(plan: Plan, outside: FakeWire) -> None:
    _link(outside)
    only = replace(plan, sources=plan.sources[1:])
    night(only, fetcher=outside)
    tomorrow = replace(plan, day=DAY + timedelta(days=1), now=NOW + timedelta(hours=5))
    night(tomorrow, fetcher=outside)
    assert ("Alpha", DOHA) in [
        (c.source, c.url) for s in loads(text_of(tomorrow, tomorrow.day)).developments for c in s.citations
    ]


def test_a_claim_in_the_same_words_is_a_hint_of_who_made_it(plan: Plan, outside: FakeWire) -> None:
    story = TOLD["alpha"]["doha"]
    says(outside, "gamma", [("https://gamma.example/copied", "9", story)])
    outside.says("https://gamma.example/copied", canonical(story, DOHA))
    report = night(plan, fetcher=outside)
    assert not claims(report)
    assert ("Alpha", DOHA) in cited(plan)
    gamma = next(line for line in read_day(plan.content, DAY)[0] if line.source == "Gamma")
    assert DOHA not in gamma.keys
    assert "Alpha via Gamma" in text_of(plan)


def test_a_like_headline_over_another_text_is_no_proof(plan: Plan, outside: FakeWire) -> None:
    headline = TOLD["alpha"]["doha"][0]
    words = "Families of hostages held in Gaza asked for an end of the war before the Qatari envoys arrived on Friday."
    says(outside, "gamma", [("https://gamma.example/own", "9", (headline, words))])
    body = canonical((headline, ""), DOHA).partition("<p>")[0] + f"<p>{words}</p>" * 3 + "</article></body></html>"
    outside.says("https://gamma.example/own", body)
    report = night(plan, fetcher=outside)
    assert claims(report) == [f"claims to be {DOHA} of Alpha, which tells of another thing there; both stay"]
    assert "via Gamma" not in text_of(plan)


def test_of_one_article_in_two_feeds_its_own_house_is_cited(plan: Plan, outside: FakeWire) -> None:
    outside.says("https://beta.example/feed", feed("alpha", TOLD["alpha"]), "application/rss+xml")
    night(replace(plan, sources=plan.sources[::-1]), fetcher=outside)
    assert ("Alpha", DOHA) in cited(plan)
    assert "Beta" not in {source for source, _ in cited(plan)}


def _session(at: int) -> str:
    return f"https://alpha.example/doha?session={at}"


#: The address of one article in one feed, and in another feed, another run or on the next night; its GUIDs.
AGAIN: dict[str, tuple[Callable[[int], str], str]] = {
    "a link that changes at each request": (_session, "doha-1"),
    "the same, without a GUID": (_session, ""),
    "a tracker that changes": (lambda at: f"{DOHA}?utm_campaign=night-{at}", ""),
    "another scheme and host": (lambda at: (DOHA, "http://www.alpha.example/doha/")[at], ""),
    "AMP": (lambda at: (f"{DOHA}/talks", f"{DOHA}/talks/amp/")[at], ""),
    "an escape": (lambda at: ("https://alpha.example/%7Edoha/1", "https://alpha.example/~doha/1")[at], ""),
}


def _told(fake: FakeWire, case: str, at: int) -> None:
    link, guid = AGAIN[case]
    story = TOLD["alpha"]["doha"]
    says(fake, "alpha", [(link(at), guid or link(at), story)])
    fake.says(link(at), page(*story))


@pytest.mark.parametrize("case", AGAIN)
def test_an_article_is_told_on_one_night_and_once_on_it(plan: Plan, outside: FakeWire, case: str) -> None:
    _told(outside, case, 0)
    night(plan, fetcher=outside)
    assert ("Alpha", AGAIN[case][0](0).replace("?utm_campaign=night-0", "")) in cited(plan)
    before = bytes_of(plan.content)
    _told(outside, case, 1)
    night(plan, fetcher=outside)
    assert bytes_of(plan.content) == before, "a second run of the day"
    tomorrow = replace(plan, day=DAY + timedelta(days=1), now=NOW + timedelta(hours=5))
    report = night(tomorrow, fetcher=outside)
    assert next(row for row in report.sources if row.name == "Alpha").articles == 0


def test_the_posts_of_a_live_page_are_articles_each_and_the_page_is_not_read(plan: Plan, outside: FakeWire) -> None:
    stories = (TOLD["alpha"]["doha"], ODESA)
    says(
        outside,
        "gamma",
        [(f"https://gamma.example/live#post-{at}", f"p{at}", story) for at, story in enumerate(stories)],
    )
    report = night(plan, fetcher=outside)
    assert {url for source, url in cited(plan) if source == "Gamma"} == {
        f"https://gamma.example/live#post-{at}" for at in range(2)
    }
    assert "https://gamma.example/live" not in map(page_of, outside.asked)
    assert not claims(report)


def test_entries_of_one_list_are_articles_each(plan: Plan, outside: FakeWire) -> None:
    stories = (TOLD["alpha"]["doha"], ODESA)
    says(outside, "gamma", [("https://gamma.example/notices/", f"26-{at}", story) for at, story in enumerate(stories)])
    night(plan, fetcher=outside)
    assert [url for source, url in cited(plan) if source == "Gamma"] == ["https://gamma.example/notices/"] * 2
    before = bytes_of(plan.content)
    night(plan, fetcher=outside)
    assert bytes_of(plan.content) == before


class Earlier(FakeWire):
    """A recording of before addresses were kept as they are written."""

    def _outcome(self, request: Request) -> Outcome:
        outcome = super()._outcome(request)
        return outcome if outcome.response else Outcome(request=request, result=Result.OFFLINE)


def test_a_recording_of_before_addresses_were_kept_replays(plan: Plan, outside: FakeWire) -> None:
    earlier = Earlier()
    earlier.answers = dict(outside.answers)
    story = TOLD["alpha"]["doha"]
    says(earlier, "alpha", [("https://alpha.example//doha?b=x,y&rss=1", "1", story)])
    earlier.says("https://alpha.example/doha?b=x%2Cy", page("Talks on Gaza", f"{story[1]} Read on the page."))
    night(plan, fetcher=earlier)
    assert "https://alpha.example/doha?b=x%2Cy" in earlier.asked
    line = next(each for each in read_day(plan.content, DAY)[0] if each.source == "Alpha")
    assert line.url == "https://alpha.example//doha?b=x,y&rss=1"
    assert line.sha256 == earlier._outcome(Request(url="https://alpha.example/doha?b=x%2Cy")).response.sha256  # type: ignore[union-attr]
