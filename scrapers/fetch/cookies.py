"""Which cookies go with a request? Those that the servers of the same journey set; no journey knows another's.

A gate that sets a cookie and leads back to the article is passed so; nothing is kept for later.
"""

from __future__ import annotations

from collections.abc import Iterable

from aiohttp import CookieJar
from yarl import URL

#: Bytes of one cookie, and of all that go with one request: what browsers keep and servers take at most.
_COOKIE, _ALL = 4096, 8192


class Cookies:
    """The cookies of one journey. To be made inside the running loop."""

    def __init__(self) -> None:
        # An article's server may have no name; a cookie of an address goes to no other address.
        self._jar = CookieJar(unsafe=True)

    def keep(self, headers: Iterable[tuple[str, str]], *, url: str) -> None:
        """Takes what the answer of `url` sets."""
        lines = [value for name, value in headers if name == "set-cookie" and len(value) <= _COOKIE]
        self._jar.update_cookies_from_headers(lines, URL(url, encoded=True))

    def header(self, url: str) -> str:
        """What goes to `url`, as the value of `Cookie`; nothing if no cookie is for it."""
        pairs: list[str] = []
        for cookie in self._jar.filter_cookies(URL(url, encoded=True)).values():
            pair = f"{cookie.key}={cookie.coded_value}"
            if sum(map(len, pairs)) + 2 * len(pairs) + len(pair) <= _ALL:
                pairs.append(pair)
        return "; ".join(pairs)
