"""Which address is the same as which? The one that is cited, the one that is compared, and short ids made of it.

`cited_url` is the publisher's own writing, with nothing but trackers cut out of it; `canonical_url` is made of it, for
identity alone, and `address_key` says by what two of them are compared.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection
from urllib.parse import parse_qsl, quote, quote_plus, unquote_to_bytes, urlencode, urljoin, urlsplit, urlunsplit

# Parameters that name the reader's way here, never the article: each is written by an analytics tool or an ad network
# that documents it (Google, Facebook, Microsoft, Yandex, Matomo, Mailchimp, AT Internet). What is cut here and below
# was cut when the oldest recordings were made; a name that is added is to be asked for uncut in `page_answers`.
_TRACKERS = re.compile(
    r"utm_\w*|mtm_\w+|mc_[ce]id|fbclid|[gdy]clid|msclkid|igshid|_ga|guccounter|xtor",
    re.IGNORECASE,
)
# Parameters by which outlets name the feed a reader came from, as the stored nights have them. Others call their
# articles so: whether one is a tracker the entries of its feed decide (`extract.trackers`), never its name.
_SUSPECTS = re.compile(
    r"at_\w+|pk_\w+|cmpid?|ns_\w+|ito|smid|smtyp|ref_src|ref_url|rss|feed|traffic_source|ocid|taid|sh|itid|wpisrc|srnd|"
    r"spm|partner",
    re.IGNORECASE,
)
#: A fragment that leads to a place every page has, or says where the reader came from.
_NOISE = re.compile(
    r"|comments?|comments?-form|respond|reactions|disqus_thread|top|main|content|maincontent|main-content|:~:.*|"
    r"(?:xtor|utm_\w*|at_\w+|echobox|ref|rss)(?:=.*)?",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}
#: What cannot stand in an address: white space, quotes, controls, and letters that go over the wire as UTF-8.
_UNFIT = re.compile(r"[^!#-;=?-\[\]_a-z~]")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_AMP_PAIR = re.compile(r"(?:amp(?:=1?)?|outputtype=amp)?", re.IGNORECASE)
#: A page's second dress for phones: `/amp/story`, `/story/amp`, `/story.amp.html`.
_AMP = re.compile(r"(?<=^//)([^/]+)/amp(?=/[^/])|(?<=[^/])[/.]amp(?=(?:\.html?)?$)", re.IGNORECASE)


def absolute_url(url: str, base: str = "") -> str | None:
    """`url` as an absolute http or https address; None if it is none (mailto:, javascript:, data:, malformed).

    One that is absolute already stays as it is written.
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        if parts.scheme not in _PORTS or not parts.hostname:
            return None
        parts.port  # noqa: B018  raises ValueError for a port that is no number
        scheme, mark, rest = url.strip().partition("://")
        return f"{parts.scheme}://{rest}" if mark and scheme.lower() == parts.scheme else urlunsplit(parts)
    except ValueError:
        return None


def cited_url(url: str, trackers: Collection[str] = (), fragments: Collection[str] = ()) -> str:
    """An absolute address as it is cited: to the byte as its publisher wrote it, but for what names the reader's way.

    `trackers` are names of parameters and `fragments` those that are known to tell nothing, beside the ones that never
    do. They are cut out of the text; what cannot stand in an address is percent-encoded, a name and password go.
    """
    page, mark, fragment = _UNFIT.sub(lambda match: quote(match[0], errors="replace"), url.strip()).partition("#")
    address, asked, query = page.partition("?")
    scheme, slashes, rest = address.partition("://")
    site, slash, path = rest.partition("/")
    address = f"{scheme}{slashes}{site.rpartition('@')[2]}{slash}{path}"
    pairs = query.split("&")
    kept = [pair for pair in pairs if not _is_tracker(pair, trackers)]
    if len(kept) < len(pairs):
        asked, query = ("?", "&".join(kept)) if kept else ("", "")
    if _NOISE.fullmatch(fragment) or fragment in fragments:
        mark, fragment = "", ""
    return f"{address}{asked}{query}{mark}{fragment}"


def _is_tracker(pair: str, trackers: Collection[str]) -> bool:
    name = pair.partition("=")[0]
    return bool(_TRACKERS.fullmatch(name)) or name in trackers


def suspects(url: str) -> dict[str, str]:
    """The parameters of an address whose names outlets give to trackers and others to their articles, with values."""
    query = url.partition("#")[0].partition("?")[2]
    pairs = (pair.partition("=") for pair in query.split("&"))
    return {name: value for name, _, value in pairs if _SUSPECTS.fullmatch(name)}


def canonical_url(url: str) -> str:
    """The one address of an article, for identity: lower-case host, no default port, tracker or doubled slash.

    A fragment stays unless it leads to what every page has. Of escapes the bytes stay, whatever letters they are.
    Anything that is no http(s) address comes back as it is. Idempotent.
    """
    try:
        parts = urlsplit(cited_url(url))
        port = parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return url.strip()
    scheme = parts.scheme.lower()
    path = quote(re.sub(r"/{2,}", "/", parts.path) or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "&".join(map(_pair, filter(None, parts.query.split("&"))))
    return urlunsplit((scheme, _site(parts.hostname, port, scheme), path, query, parts.fragment))


def _site(name: str, port: int | None, scheme: str) -> str:
    name = name.rstrip(".")
    name = f"[{name}]" if ":" in name else name
    return name if port is None or port == _PORTS[scheme] else f"{name}:{port}"


def _pair(pair: str) -> str:
    name, _, value = pair.partition("=")
    return "=".join(quote_plus(unquote_to_bytes(each.replace("+", " "))) for each in (name, value))


def page_of(url: str) -> str:
    """An address without its fragment: what a server is asked for."""
    return url.partition("#")[0]


def address_key(key: str) -> str:
    """What an address is compared by. Keys that are no address stay.

    Its scheme, a `www.`, a last slash, how a letter is escaped, the order of parameters and AMP make no other article.
    """
    if not key.startswith(("http://", "https://")):
        return key
    page, mark, fragment = key.partition("#")
    path, _, query = page.partition("?")
    path = "//" + path.partition("://")[2].removeprefix("www.").removeprefix("amp.").rstrip("/")
    path = _ESCAPE.sub(_unreserved, path) if "%" in path else path
    if "amp" in path.lower() and path.count("/") > 3:
        path = _AMP.sub(lambda match: match[1] or "", path)
    pairs = sorted(pair for pair in query.split("&") if not _AMP_PAIR.fullmatch(pair)) if query else []
    return path + ("?" if pairs else "") + "&".join(pairs) + mark + fragment


def _unreserved(escape: re.Match[str]) -> str:
    letter = chr(int(escape[1], 16))
    return letter if re.fullmatch(r"[A-Za-z0-9._~-]", letter) else escape[0].upper()


def is_page(url: str) -> bool:
    """Not a front page: some sites give their home as every page's address, or every entry's GUID."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.path.strip("/") or parts.query or parts.fragment.startswith(("/", "!")))


def one_house(url: str, other: str) -> bool:
    """Do two addresses lie on one site, or one of them below the other's: `rss.paper.example` and `paper.example`?"""
    one, two = (host(each).removeprefix("amp.").removeprefix("m.") for each in (url, other))
    return bool(one and two) and (one == two or one.endswith(f".{two}") or two.endswith(f".{one}"))


#: As nights wrote addresses before they kept the publisher's writing.
_ONCE = re.compile(
    r"(utm_\w*|at_\w+|pk_\w+|mtm_\w+|mc_[ce]id|fbclid|gclid|dclid|msclkid|yclid|igshid|cmpid?|ns_\w+|ito|smid|smtyp|"
    r"ref_src|ref_url|rss|feed|xtor|traffic_source|ocid|taid|sh|itid|wpisrc|srnd|guccounter|spm|partner|_ga)",
    re.IGNORECASE,
)


def as_once_written(url: str) -> str:
    """A cited address as recordings of before December 2026 have it: to replay them, and for nothing else."""
    try:
        parts = urlsplit(url)
        site = _site(parts.hostname or "", parts.port, parts.scheme)
    except (ValueError, KeyError):
        return url
    path = quote(re.sub(r"/{2,}", "/", parts.path) or "/", safe="/%:@!$&'()*+,;=~-._")
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _ONCE.fullmatch(k)]
    return urlunsplit((parts.scheme, site, path, urlencode(query), ""))


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
