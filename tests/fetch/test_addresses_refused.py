"""No request reaches this machine or a private network, however the address is spelled."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from scrapers.fetch import Network, State
from scrapers.fetch.guard import address_refusal, refusal
from scrapers.outcome import Request, Result
from tests.fetch.site import Site

LOOPBACK = (
    "127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.0.0.1 0177.0.0.1 017700000001 localhost LOCALHOST localhost. "
    "127.0.0.1. [::1] [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:7f00:1] [::127.0.0.1] 0 0.0.0.0 [::] "
    "①②⑦.⓪.⓪.① 127。0。0。1 [64:ff9b::7f00:1] [2002:7f00:1::] 127.8.9.10"
).split()


@pytest.fixture(autouse=True)
def _no_name_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers in every spelling and `localhost` are resolved by this machine; nothing else is asked."""
    here = socket.getaddrinfo

    def resolved(host: str, port: Any, family: int = 0, kind: int = 0, protocol: int = 0, flags: int = 0) -> Any:
        flags = 0 if host.lower().rstrip(".") == "localhost" else socket.AI_NUMERICHOST
        return here(host, port, family, kind, protocol, flags)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)


@pytest.mark.parametrize("host", LOOPBACK)
def test_loopback_is_refused_in_every_spelling(host: str) -> None:
    with (
        Site(address="127.0.0.1") as site,
        Network(contact="tests@example.org", pause=0, attempts=1, deadline=5) as fetcher,
    ):
        # Without a port, so that only the address can be what is refused.
        (outcome,) = fetcher.fetch([Request(url=f"http://{host}/")])
    assert outcome.result in (Result.REFUSED_ADDRESS, Result.DNS)
    assert outcome.response is None
    assert site.asked == []


@pytest.mark.parametrize("host", LOOPBACK)
def test_a_redirect_to_loopback_is_refused_in_every_spelling(host: str) -> None:
    with Site(address="127.0.0.1") as inside, Site(address="127.0.0.2") as outside:
        port = inside.server.server_port
        outside.pages["/1"] = (302, {"Location": f"http://{host}:{port}/".encode().decode("latin-1")}, b"")
        # Even where private hosts are allowed: a source may not lead into the operator's network.
        with Network(contact="tests@example.org", allow_private_hosts=True, attempts=1, deadline=5) as fetcher:
            (outcome,) = fetcher.fetch([Request(url=f"{outside.base}/1")])
    assert outcome.result in (Result.REFUSED_ADDRESS, Result.DNS)
    assert inside.asked == []


def test_a_name_that_leads_to_loopback_is_refused_when_the_connection_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def bound(host: object, port: object, *rest: object, **named: object) -> object:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", bound)
    with (
        Site(address="127.0.0.1") as site,
        Network(contact="tests@example.org", pause=0, attempts=1, deadline=5) as fetcher,
    ):
        (outcome,) = fetcher.fetch([Request(url="http://rebound.example/")])
    assert (outcome.result, outcome.detail) == (Result.REFUSED_ADDRESS, "127.0.0.1 is this machine")
    assert (asked[:1], site.asked) == (["rebound.example"], [])


INSIDE = {
    "a name": ("http://inside.example/x", 302),
    "a name in capitals with a dot": ("http://INSIDE.example./x", 301),
    "a name, by another kind of redirect": ("http://inside.example/x", 307),
    "a name at a second hop": ("/hop", 303),
    "a name whose robots.txt was asked directly, with leave": ("http://known.example/x", 302),
}


@pytest.mark.parametrize("case", INSIDE)
def test_a_redirect_by_name_asks_a_private_host_for_nothing_not_even_its_robots_txt(
    case: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    to, status = INSIDE[case]
    with Site(address="127.0.0.1") as inside, Site(address="127.0.0.2") as outside:
        port = inside.server.server_port

        def bound(host: str, asked: Any, *rest: object, **named: object) -> Any:
            here = host.lower().rstrip(".").endswith(".example")
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port) if here else (host, asked))]

        monkeypatch.setattr(socket, "getaddrinfo", bound)
        outside.pages |= {"/1": (status, {"Location": to}, b""), "/hop": (302, {"Location": "//inside.example/"}, b"")}
        state = State(tmp_path)
        with Network(
            contact="tests@example.org", allow_private_hosts=True, pause=0, attempts=1, deadline=5, state=state
        ) as fetcher:
            direct = fetcher.fetch([Request(url="http://known.example/a")] if "known" in to else [])
            (outcome,) = fetcher.fetch([Request(url=f"{outside.base}/1")])
            asked = len(inside.asked)
            # What is refused says nothing of robots.txt: asked for directly, it is asked anew.
            (later,) = fetcher.fetch([Request(url="http://inside.example/b")])
    assert (outcome.result, outcome.detail) == (Result.REFUSED_ADDRESS, "127.0.0.1 is this machine")
    assert asked == 2 * len(direct)
    assert later.result is Result.OK
    assert [each.path for each in inside.asked[asked:]] == ["/robots.txt", "/b"]


def test_what_a_refused_host_would_say_is_not_kept_as_its_robots_txt(tmp_path: Path) -> None:
    now = datetime(2026, 8, 21, 20, 0, tzinfo=UTC)
    with Site(address="127.0.0.2") as outside:
        outside.pages["/1"] = (302, {"Location": "http://localhost/x"}, b"")
        state = State(tmp_path)
        with Network(
            contact="tests@example.org",
            allow_private_hosts=True,
            attempts=1,
            deadline=5,
            state=state,
            clock=lambda: now,
        ) as fetcher:
            fetcher.fetch([Request(url=f"{outside.base}/1")])
    assert state.robots(outside.base, day=now.date()) == ""
    assert state.robots("http://localhost", day=now.date()) is None


REFUSED = {
    "a file": ("file:///etc/passwd", "scheme file, not http or https"),
    "ftp": ("ftp://a.example/", "scheme ftp, not http or https"),
    "no scheme": ("//a.example/", "scheme missing, not http or https"),
    "another port": ("http://a.example:8080/", "port 8080, not 80 or 443"),
    "a port that is none": ("http://a.example:port/", "no address that can be read"),
    "a user name": ("http://me@a.example/", "a user name in the address"),
    "no host": ("http:///news", "no host"),
    "a private network": ("http://10.0.0.1/", "10.0.0.1 is a private network"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_the_spelling_alone_tells(case: str) -> None:
    url, reason = REFUSED[case]
    assert refusal(url, allow_private=False) == reason


ADDRESSES = {
    "93.184.216.34": (True, True),
    "2606:4700::1111": (True, True),
    "127.0.0.1": (False, True),
    "::1": (False, True),
    "10.1.2.3": (False, True),
    "172.16.0.1": (False, True),
    "192.168.1.1": (False, True),
    "100.64.0.1": (False, True),
    "fd00::1": (False, True),
    "fec0::1": (False, True),
    "169.254.169.254": (False, False),
    "fe80::1%eth0": (False, False),
    "fd00:ec2::254": (False, False),
    "168.63.129.16": (False, False),
    "224.0.0.1": (False, False),
    "ff02::1": (False, False),
    "0.0.0.0": (False, False),
    "::": (False, False),
    "255.255.255.255": (False, False),
    "240.0.0.1": (False, False),
    "::ffff:169.254.169.254": (False, False),
    "::ffff:93.184.216.34": (True, True),
    "2002:a9fe:a9fe::1": (False, False),
    "64:ff9b::a9fe:a9fe": (False, False),
    "::10.0.0.1": (False, True),
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_which_addresses_may_be_asked(address: str) -> None:
    strict, open_ = ADDRESSES[address]
    assert (address_refusal(address, allow_private=False) is None) == strict
    assert (address_refusal(address, allow_private=True) is None) == open_
