"""Which address is the same as which? Canonical URLs, and the short ids made from them."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

# Parameters that name the reader's way here, never the article. The Guardian's CMP, the BBC's at_*, Google's and
# Facebook's click ids, Matomo's and Adobe's campaigns; list kept from the feeds met in the stored nights.
_TRACKERS = re.compile(
    r"(utm_\w*|at_\w+|pk_\w+|mtm_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|cmpid?|ns_\w+|ito|smid|smtyp|"
    r"ref_src|ref_url|rss|feed|xtor|traffic_source|ocid|taid|sh|itid|wpisrc|srnd|guccounter|spm|partner|_ga)",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def absolute_url(url: str, base: str = "") -> str | None:
    """`url` as an absolute http or https address; None if it is none (mailto:, javascript:, data:, malformed)."""
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        if parts.scheme not in _PORTS or not parts.hostname:
            return None
        parts.port  # noqa: B018  raises ValueError for a port that is no number
        return urlunsplit(parts)
    except ValueError:
        return None


def canonical_url(url: str) -> str:
    """The one address of an article: lower-case host, no default port, trackers, fragment or doubled slash gone.

    Anything that is no http(s) address comes back as it is. Idempotent.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return url.strip()
    scheme = parts.scheme.lower()
    host = parts.hostname.rstrip(".")
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS[scheme]:
        host = f"{host}:{port}"
    path = quote(re.sub(r"/{2,}", "/", parts.path) or "/", safe="/%:@!$&'()*+,;=~-._")
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKERS.fullmatch(k)]
    return urlunsplit((scheme, host, path, urlencode(query), ""))


def address_key(key: str) -> str:
    """What an address is compared by: its scheme, a `www.` and a last slash make no other article. Other keys stay."""
    return re.sub(r"^https?://(?:www\.)?", "//", key).rstrip("/") if key.startswith("http") else key


def host(url: str) -> str:
    """The host of an address without `www.`; empty if there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def short_hash(text: str, length: int = 6) -> str:
    """`length` letters and digits that stand for `text`: SHA-256 in Crockford-like base 32, lower case.

    Six of them are 30 bits: among 30 developments a day the chance of two alike is one in two million.
    """
    digest = base64.b32encode(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()).decode().lower()
    return digest[:length]
