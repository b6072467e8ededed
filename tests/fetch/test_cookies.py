"""A cookie goes with its journey, one request and its redirects, and with nothing else; a circle is still one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from scrapers.fetch.cookies import Cookies
from scrapers.outcome import Request, Result
from tests.fetch.site import PAGE, Answer, Asked, Site
from tests.fetch.test_politeness import network


def led(to: str, cookie: str | None = None) -> Answer:
    return 302, {"Location": to, **({"Set-Cookie": cookie} if cookie else {})}, b""


def page_with(cookie: str, otherwise: Answer) -> Callable[[Asked], Answer]:
    """The page for whoever brings `cookie`, and nothing besides."""
    return lambda asked: PAGE if asked.headers.get("cookie") == cookie else otherwise


GATES = {
    "the same address again": {"/a": page_with("seen=1", led("/a", "seen=1; Path=/"))},
    "the same address with a query between": {
        "/a": page_with("seen=1", led("/a?set=1")),
        "/a?set=1": led("/a", "seen=1; Path=/"),
    },
    "a gate beside it": {"/a": page_with("ok=1", led("/gate?to=/a")), "/gate?to=/a": led("/a", "ok=1; Path=/")},
    "two cookies, one after the other": {
        "/a": lambda asked: {None: led("/a", "x=1"), "x=1": led("/a", "y=2")}.get(asked.headers.get("cookie"), PAGE)
    },
    "a cookie that is renewed": {
        "/a": lambda asked: {None: led("/a", "x=1"), "x=1": led("/a", "x=2")}.get(asked.headers.get("cookie"), PAGE)
    },
    "a cookie that is taken back": {
        "/a": page_with("seen=1", led("/b", "seen=1; Path=/")),
        "/b": led("/c", "more=1; Path=/"),
        "/c": led("/a", "more=; Max-Age=0; Path=/"),
    },
    "a cookie with a value in marks": {"/a": page_with('seen="a b"', led("/a", 'seen="a b"; Path=/'))},
    "a cookie that a busy server sets": {
        "/a": page_with("seen=1", (503, {"Retry-After": "0", "Set-Cookie": "seen=1; Path=/"}, b""))
    },
}


@pytest.mark.parametrize("case", GATES)
def test_a_gate_that_sets_a_cookie_is_passed(case: str) -> None:
    with Site(pages=dict(GATES[case])) as site, network() as fetcher:
        (outcome,) = fetcher.fetch([Request(url=f"{site.base}/a")])
    assert (outcome.result, outcome.detail) == (Result.OK, "")
    assert outcome.response is not None
    assert outcome.response.final_url == f"{site.base}/a"


CIRCLES = {
    "an address that leads to itself": {"/a": led("/a")},
    "two that lead to each other": {"/a": led("/b"), "/b": led("/a")},
    "the same cookie every time": {"/a": led("/a", "x=1; Path=/")},
    "a cookie that is for elsewhere": {"/a": led("/a", "x=1; Path=/elsewhere")},
    "a cookie of another host": {"/a": led("/a", "x=1; Domain=other.example")},
    "a cookie for https alone": {"/a": led("/a", "x=1; Secure")},
    "a cookie too large to be kept": {"/a": led("/a", "x=" + "1" * 5000)},
    "another cookie every time": {
        "/a": lambda asked: led("/a", f"x={int(asked.headers.get('cookie', 'x=0').partition('=')[2]) + 1}")
    },
    "another cookie every time, by a gate": {
        "/a": led("/gate"),
        "/gate": lambda asked: led("/a", f"x={asked.headers.get('cookie', '')[2:]}1; Path=/"),
    },
}


@pytest.mark.parametrize("case", CIRCLES)
def test_a_circle_is_named_with_cookies_or_without(case: str) -> None:
    with Site(pages=dict(CIRCLES[case])) as site, network() as fetcher:
        (outcome,) = fetcher.fetch([Request(url=f"{site.base}/a")])
    assert (outcome.result, outcome.detail) == (Result.REDIRECTS, "in a circle")
    assert len(site.paths) <= 6


def test_a_way_without_end_is_no_circle() -> None:
    pages = {f"/{number}": led(f"/{number + 1}", f"c{number}=1; Path=/") for number in range(9)}
    with Site(pages=pages) as site, network() as fetcher:
        (outcome,) = fetcher.fetch([Request(url=f"{site.base}/0")])
    assert (outcome.result, outcome.detail) == (Result.REDIRECTS, "more than 5")


def test_no_journey_knows_the_cookie_of_another() -> None:
    pages = {
        "/1": (200, {"Set-Cookie": "x=1; Path=/", "Content-Type": "text/html"}, PAGE[2]),
        "/2": led("/3", "y=1; Path=/"),
    }
    with Site(pages=pages) as site, network() as fetcher:
        for number in (1, 2, 1, 4):
            fetcher.fetch([Request(url=f"{site.base}/{number}")])
    assert [(asked.path, asked.headers.get("cookie")) for asked in site.asked] == [
        ("/robots.txt", None), ("/1", None), ("/2", None), ("/3", "y=1"), ("/1", None), ("/4", None)
    ]  # fmt: skip


def test_cookies_of_a_host_go_to_its_subdomains_and_those_of_an_address_to_it_alone() -> None:
    async def sent() -> list[str]:
        cookies = Cookies()
        cookies.keep([("set-cookie", "x=1; Domain=example.org; Path=/")], url="https://gate.example.org/")
        cookies.keep([("set-cookie", "y=1; Path=/"), ("x-other", "z=1")], url="https://gate.example.org/")
        cookies.keep([("set-cookie", "w=1; Path=/")], url="http://10.0.0.1/")
        return [cookies.header(url) for url in ("https://www.example.org/", "https://example.com/", "http://10.0.0.2/")]

    assert asyncio.run(sent()) == ["x=1", "", ""]


def test_what_goes_with_a_request_is_bounded() -> None:
    async def sent() -> str:
        cookies = Cookies()
        for number in range(100):
            cookies.keep([("set-cookie", f"c{number}={'v' * 1000}; Path=/")], url="https://a.example/")
        return cookies.header("https://a.example/b")

    header = asyncio.run(sent())
    assert 7000 < len(header) <= 8192
    assert not header.endswith("; ")
