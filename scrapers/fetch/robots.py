"""What does a robots.txt allow us? Protego reads it; what RFC 9309 or Google's reader take otherwise is mended before.

Where the two differ (an Allow for `/%62az` and the address `/baz`) an address is read only if both allow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from protego import Protego

#: The byte-order mark at the beginning, whole or begun, as bytes that are no UTF-8 are decoded here.
_MARK = re.compile("\\A(?:\ufeff|\udcef\udcbb?)")
#: Ends of a line (RFC 9309, 2.2). `str.splitlines` knows more, and would read half a line as a rule.
_END = re.compile(r"\r\n|\r|\n")
#: Bytes of a line that count: Google's reader cuts there (eight times what a browser once took as an address).
_LINE = 2083 * 8 - 1
#: A rule's name, as it is written and as it is misspelt, and its value; the colon may be forgotten. Any other line is
#: passed over, and ends no group (RFC 9309, 2.2.4).
_RULE = re.compile(
    r"(user[- ]?agent|allow|diss?all?ow|diasllow|disallaw|crawl[- ]delay|request[- ]rate)"
    r"(?:\s*:|\s)(.*)",
    re.IGNORECASE | re.DOTALL,
)
#: What counts of an agent's name: `Nightdesk/2.1`, `Nightdesk news` and `Nightdesk*` are Nightdesk.
_TOKEN = re.compile(r"[A-Za-z_-]*")
_HEX = re.compile(r"%[0-9A-Fa-f]{2}")
#: Stands for all agents that are not ours: no name of an agent holds it.
_OTHERS = "/"
_ASCII = "".join(map(chr, range(0x20, 0x7F)))


def decoded(body: bytes) -> str:
    """The text of a robots.txt; bytes that are no UTF-8 keep their value, so that a path of them can be forbidden."""
    return body.decode("utf-8", "surrogateescape")


class Rules:
    """What a robots.txt says, for our name. `None` as text allows everything."""

    def __init__(self, text: str | None, *, agent: str) -> None:
        lines = list(_lines(text or "", agent=agent))
        self._agent = agent
        self._parsed = Protego.parse("\n".join(f"{name}: {value}" for name, value in lines))
        #: The same with every escape as it is written: `%62` is no `b`.
        self._literal = Protego.parse("\n".join(f"{name}: {_literal(value)}" for name, value in lines))

    def allow(self, url: str) -> bool:
        """May `url`, already percent-encoded, be read?"""
        return bool(self._parsed.can_fetch(url, self._agent) and self._literal.can_fetch(_literal(url), self._agent))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the host asks for; 0 if it does not."""
        delay = float(self._parsed.crawl_delay(self._agent) or 0)
        rate = self._parsed.request_rate(self._agent)
        return max(delay, rate.seconds / rate.requests if rate and rate.requests else 0.0, 0.0)


def _lines(text: str, *, agent: str) -> Iterator[tuple[str, str]]:
    """The rules, in their order, as Protego reads them right: each name with its value."""
    for line in _END.split(_MARK.sub("", text)):
        counted = decoded(_bytes(line)[:_LINE]).partition("#")[0]
        if found := _RULE.fullmatch(counted.strip()):
            name, value = found[1].lower(), found[2].strip()
            yield name, _agent(value, ours=agent) if name.startswith("user") else quote(_bytes(value), safe=_ASCII)


def _agent(value: str, *, ours: str) -> str:
    """Whom a group is for: all, us, or somebody else."""
    if value.split()[:1] == ["*"]:
        return "*"
    token = _TOKEN.match(value)
    return ours if token and token[0].lower() == ours.lower() else _OTHERS


def _literal(address: str) -> str:
    return _HEX.sub(lambda escape: escape[0].upper(), address).replace("%", "%25")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
