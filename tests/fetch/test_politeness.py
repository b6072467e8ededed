"""A host is asked gently, and only for what its robots.txt allows."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from scrapers.fetch import Network, State
from scrapers.fetch.client import Exchange, retry_after
from scrapers.fetch.politeness import Host
from scrapers.fetch.robots import Rules
from scrapers.outcome import Request, Result
from tests.fetch.site import NONE, PAGE, Site

NOW = datetime(2026, 8, 21, 20, 0, tzinfo=UTC)


def network(**changes: Any) -> Network:
    return Network(
        **{"contact": "tests@example.org", "allow_private_hosts": True, "deadline": 5.0, "backoff": 0.02} | changes
    )


def robots(text: str) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "text/plain"}, text.encode()


def test_a_host_gets_one_request_at_a_time_and_many_hosts_are_asked_at_once() -> None:
    with (
        Site(delay=0.03, address="127.0.0.2") as one,
        Site(delay=0.03, address="127.0.0.3") as two,
        network() as fetcher,
    ):
        requests = [Request(url=f"{site.base}/{number}") for number in range(6) for site in (one, two)]
        outcomes = fetcher.fetch(requests)
    assert {outcome.result for outcome in outcomes} == {Result.OK}
    assert [outcome.request for outcome in outcomes] == requests
    assert (one.most_at_once(), two.most_at_once()) == (1, 1)
    assert any(a.at < b.until and b.at < a.until for a, b in itertools.product(one.asked, two.asked))


def test_two_names_of_one_port_are_two_hosts_but_two_ports_of_one_name_are_one() -> None:
    with Site(delay=0.03) as one, Site(delay=0.03) as two, network() as fetcher:
        fetcher.fetch([Request(url=f"{site.base}/{number}") for number in range(3) for site in (one, two)])
        one.asked += two.asked
    assert one.most_at_once() == 1


def test_a_crawl_delay_is_kept() -> None:
    with Site(pages={"/robots.txt": robots("User-agent: *\nCrawl-delay: 0.2")}) as site, network() as fetcher:
        fetcher.fetch([Request(url=f"{site.base}/{number}") for number in range(3)])
    starts = [asked.at for asked in site.asked[1:]]
    assert all(b - a >= 0.19 for a, b in itertools.pairwise(starts))


def test_a_crawl_delay_too_long_for_a_night_lets_one_request_through() -> None:
    with Site(pages={"/robots.txt": robots("User-agent: *\nCrawl-delay: 600")}) as site, network() as fetcher:
        results = [o.result for o in fetcher.fetch([Request(url=f"{site.base}/{number}") for number in range(3)])]
    assert (results, site.paths) == ([Result.OK, Result.ROBOTS, Result.ROBOTS], ["/0"])


NEWS = ["/news/1"]


def test_crawl_delays_do_not_add_up_to_more_than_a_quarter_of_an_hour() -> None:
    async def asked(delay: float, times: int) -> int:
        host = Host("a.example", pause=0.0)
        host.delay = delay
        for number in range(times):
            if host.closed:
                return number
            async with host.turn():
                host.leave_alone(0.0, result=Result.OK)
            host._free_at = 0.0  # the waiting itself is not what is tested
        return times

    assert asyncio.run(asked(10.0, 200)) == 91
    assert asyncio.run(asked(0.0, 200)) == 200


def test_a_feed_that_moved_for_good_says_where_to() -> None:
    pages = {"/old": (301, {"Location": "/new"}, b""), "/new": PAGE, "/now": (302, {"Location": "/new"}, b"")}
    with Site(pages=pages) as site, network() as fetcher:
        urls = [f"{site.base}/old", f"{site.base}/now"]
        moved, elsewhere = fetcher.fetch([Request(url=url, purpose="feed") for url in urls])
    assert (moved.detail, elsewhere.detail) == (f"moved to {site.base}/new", "")


def test_a_host_that_says_too_many_is_left_alone_as_long_as_it_asks() -> None:
    with Site(pages={"/1": (429, {"Retry-After": "1"}, b"")}) as site, network() as fetcher:
        first, second = fetcher.fetch([Request(url=f"{site.base}/1"), Request(url=f"{site.base}/2")])
    assert (first.result, second.result) == (Result.BLOCKED, Result.OK)
    assert site.asked[2].at - site.asked[1].until >= 0.95


ROBOTS = {
    "allows": (robots("User-agent: *\nDisallow: /private/"), Result.OK, NEWS),
    "denies all": (robots("User-agent: *\nDisallow: /"), Result.ROBOTS, []),
    "denies us by name": (robots("User-agent: nightdesk\nDisallow: /\n\nUser-agent: *\nDisallow:"), Result.ROBOTS, []),
    "allows us by name": (robots("User-agent: *\nDisallow: /\n\nUser-agent: Nightdesk\nAllow: /"), Result.OK, NEWS),
    "denies by a wildcard": (robots("User-agent: *\nDisallow: /*/1$"), Result.ROBOTS, []),
    "is missing": (NONE, Result.OK, NEWS),
    "is forbidden": ((403, {}, b""), Result.OK, NEWS),
    "is empty": (robots(""), Result.OK, NEWS),
    "is a web page": (PAGE, Result.OK, NEWS),
    "cannot be had": ((503, {}, b""), Result.ROBOTS, []),
    "has moved": ([(301, {"Location": "/moved.txt"}, b"")], Result.ROBOTS, ["/moved.txt"]),
}  # fmt: skip


@pytest.mark.parametrize("case", ROBOTS)
def test_robots_txt_is_obeyed(case: str) -> None:
    answer, result, asked = ROBOTS[case]
    pages = {"/robots.txt": answer, "/moved.txt": robots("User-agent: *\nDisallow: /news/")}
    with Site(pages=pages) as site, network(attempts=1) as fetcher:
        (outcome,) = fetcher.fetch([Request(url=f"{site.base}/news/1")])
    assert (outcome.result, site.paths) == (result, asked)


def test_robots_txt_is_read_up_to_its_cap() -> None:
    text = "User-agent: *\nDisallow: /news/\n" + "# filling\n" * 100_000
    with Site(pages={"/robots.txt": robots(text)}) as site, network() as fetcher:
        (outcome,) = fetcher.fetch([Request(url=f"{site.base}/news/1")])
    assert outcome.result is Result.ROBOTS


def test_a_redirect_is_held_to_the_robots_txt_of_where_it_leads() -> None:
    pages = {
        "/robots.txt": robots("User-agent: *\nDisallow: /closed/"),
        "/open": (302, {"Location": "/closed/1"}, b""),
    }
    with Site(pages=pages) as site, network() as fetcher:
        (outcome,) = fetcher.fetch([Request(url=f"{site.base}/open")])
    assert (outcome.result, site.paths) == (Result.ROBOTS, ["/open"])


def test_robots_txt_is_asked_once_a_host_and_kept_for_the_day(tmp_path: Path) -> None:
    def night(site: Site, now: datetime) -> None:
        state = State(tmp_path)
        with network(state=state, clock=lambda: now) as fetcher:
            fetcher.fetch([Request(url=f"{site.base}/{number}") for number in range(3)])
        state.save()

    with Site() as site:
        night(site, NOW)
        night(site, NOW.replace(hour=22))
        assert [asked.path for asked in site.asked].count("/robots.txt") == 1
        night(site, NOW.replace(day=22))
        assert [asked.path for asked in site.asked].count("/robots.txt") == 2


def test_addresses_are_percent_encoded_before_robots_txt_is_asked() -> None:
    with (
        Site(pages={"/robots.txt": robots("User-agent: *\nDisallow: /%D0%BC%D0%B8%D1%80")}) as site,
        network() as fetcher,
    ):
        (outcome,) = fetcher.fetch([Request(url=f"{site.base}/мир")])
    assert (outcome.result, site.paths) == (Result.ROBOTS, [])


def test_a_request_names_the_project_and_whom_to_write_to_and_carries_no_cookie() -> None:
    pages = {"/1": (200, {"Set-Cookie": "a=1", "Content-Type": "text/html"}, PAGE[2])}
    with Site(pages=pages) as site, network() as fetcher:
        fetcher.fetch([Request(url=f"{site.base}/1"), Request(url=f"{site.base}/2")])
    for asked in site.asked:
        assert asked.headers["user-agent"].startswith("Nightdesk/")
        assert "tests@example.org" in asked.headers["user-agent"]
        assert "cookie" not in asked.headers


RETRIES = {
    "a server error is tried again": ([(500, {}, b""), (502, {}, b""), PAGE], Result.OK, 3),
    "three times at most": ([(500, {}, b"")], Result.SERVER_ERROR, 3),
    "a refusal is not": ([(403, {}, b""), PAGE], Result.BLOCKED, 1),
    "nor is what is gone": ([(404, {}, b""), PAGE], Result.GONE, 1),
    "nor 'too many requests'": ([(429, {"Retry-After": "1"}, b""), PAGE], Result.BLOCKED, 1),
    "nor 'not implemented'": ([(501, {}, b""), PAGE], Result.SERVER_ERROR, 1),
    "'later' beyond the deadline is not waited for": (
        [(503, {"Retry-After": "50"}, b""), PAGE],
        Result.SERVER_ERROR,
        1,
    ),
}


@pytest.mark.parametrize("case", RETRIES)
def test_what_is_tried_again(case: str) -> None:
    answers, result, times = RETRIES[case]
    with Site(pages={"/1": list(answers)}) as site, network(deadline=8.0) as fetcher:
        (outcome,) = fetcher.fetch([Request(url=f"{site.base}/1")])
    assert (outcome.result, len(site.paths)) == (result, times)


def test_retry_after_is_waited_for() -> None:
    answers = [(503, {"Retry-After": "1"}, b""), PAGE]
    with Site(pages={"/1": answers}) as site, network() as fetcher:
        (outcome,) = fetcher.fetch([Request(url=f"{site.base}/1")])
    assert outcome.result is Result.OK
    assert site.asked[2].at - site.asked[1].until >= 0.95


WISHES = {
    "seconds": ("120", 120.0),
    "a date": ("Fri, 21 Aug 2026 20:01:00 GMT", 60.0),
    "a date gone by": ("Fri, 21 Aug 2026 19:00:00 GMT", 0.0),
    "nonsense": ("soon", None),
    "nothing": ("", None),
}


@pytest.mark.parametrize("case", WISHES)
def test_retry_after_is_seconds_or_a_date(case: str) -> None:
    value, seconds = WISHES[case]
    exchange = Exchange(
        url="http://a.example/",
        sent=(),
        status=503,
        reason="",
        headers=(("retry-after", value),),
        body=b"",
        time=NOW,
        address=None,
    )
    assert retry_after(exchange) == seconds


def test_a_request_rate_is_a_delay() -> None:
    assert Rules("User-agent: *\nRequest-rate: 1/5", agent="Nightdesk").delay == 5.0
    assert Rules("User-agent: *\nCrawl-delay: -3", agent="Nightdesk").delay == 0.0


def test_what_done_raises_ends_the_fetching() -> None:
    def stop(_: object) -> None:
        raise RuntimeError("enough")

    with Site() as site, network() as fetcher, pytest.raises(RuntimeError, match="enough"):
        fetcher.fetch([Request(url=f"{site.base}/{number}") for number in range(3)], done=stop)


def test_a_robots_txt_with_a_mark_of_its_byte_order_is_obeyed() -> None:
    text = b"\xef\xbb\xbfUser-agent: Nightdesk/1.0 (news)\nDisallow: /\xd0\xbd/\n"
    with Site(pages={"/robots.txt": (200, {}, text)}) as site, network() as fetcher:
        closed, open_ = fetcher.fetch([Request(url=f"{site.base}/{path}/1") for path in ("н", "a")])
    assert (closed.result, open_.result, site.paths) == (Result.ROBOTS, Result.OK, ["/a/1"])
