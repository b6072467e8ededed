"""Is this response an answer? A block page, an empty body or an error status is none, whatever the status says."""

from __future__ import annotations

import re

from scrapers.outcome import Response, Result

_REFUSALS = frozenset({401, 402, 403, 407, 429, 451, 999})
_GONE = frozenset({404, 410})
#: Statuses under 300 that carry no whole document.
_PARTIAL = frozenset({204, 205, 206})

#: What challenge and block pages carry in their markup, whatever language they are shown in: Cloudflare, Imperva,
#: DataDome, PerimeterX/HUMAN, Akamai, AWS WAF, Sucuri, DDoS-Guard, StackPath, Vercel, Anubis.
_MARKS = re.compile(
    rb"/cdn-cgi/challenge-platform/|cf-chl-|cf_chl_opt|cf-browser-verification|cf-error-details|"
    rb"_Incapsula_Resource|Incapsula incident ID|captcha-delivery\.com|px-captcha|_pxAppId|"
    rb"errors\.edgesuite\.net|awsWafCookieDomainList|\.awswaf\.com/|Sucuri WebSite Firewall|"
    rb"ddos-guard\.net|/.well-known/ddos-guard|sp_security_check|/_vercel/security|x-vercel-challenge|"
    rb"anubis_challenge|/\.within\.website/|kpsdk|geo\.captcha-delivery",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"just a moment|attention required|access denied|access to this page has been denied|pardon our interruption|"
    r"security check|ddos protection|ddos-guard|are you a robot|are you human|robot check|bot verification|"
    r"human verification|verify(ing)? (that )?you are (a )?human|checking your browser|please wait\b.*(verif|check)|"
    r"request (blocked|rejected)|^\W*(403|forbidden|blocked|error 1020|just a sec)|you have been blocked|"
    r"making sure you.re not a bot|captcha|one more step|^\W*unauthorized",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"enable javascript and cookies to continue|checking (if the site connection is secure|your browser)|"
    r"unusual (traffic|activity) from your|verify (that )?you are (a )?human|you have been blocked|"
    r"please (enable js|complete the security check|solve the captcha)|automated (access|requests|queries)|"
    r"press (and|&amp;|&) hold|access to this (page|site|resource) (has been|is) (denied|blocked)|"
    r"you don.t have permission to access|request could not be satisfied|your (ip|ip address|access) (has been|is) "
    r"(blocked|limited|banned)",
    re.IGNORECASE,
)
_TITLE = re.compile(rb"<title[^>]*>(.{0,300}?)</title", re.IGNORECASE | re.DOTALL)
#: What is not seen, a tag, or (group 2) a run of text.
_PIECE = re.compile(
    rb"<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^>]*>|([^<]+|<)",
    re.IGNORECASE | re.DOTALL,
)
#: A block page says little: longer text is an article, be it about access denied. Judgement, not measured.
_LITTLE = 1500  # characters
#: Sites behind such a service carry its marks on their ordinary pages too; a challenge says next to nothing.
_NEXT_TO_NOTHING = 400  # characters
_FIRST_TAG = re.compile(rb"<([a-zA-Z][\w:.-]*)")
_FEED_TAGS = frozenset({b"rss", b"feed", b"rdf:rdf", b"urlset", b"sitemapindex", b"opml"})
_LOOKED_AT = 100_000  # bytes

_NO_PAGE = re.compile(r"(image|video|audio|font)/|application/(pdf|zip|x-|octet-stream|vnd\.|msword)", re.IGNORECASE)


def judged(response: Response, *, purpose: str) -> tuple[Result, str]:
    """What a complete response is worth: OK, or the name of what it is instead, with a few words for people."""
    status = response.status
    blocked = block_page(response)
    if status in _REFUSALS:
        return Result.BLOCKED, f"status {status}" + (f", {blocked}" if blocked else "")
    if status in _GONE:
        return Result.GONE, f"status {status}"
    if blocked and (status >= 400 or status < 300):
        return Result.BLOCKED, f"{blocked}, status {status}"
    if 500 <= status < 600:
        return Result.SERVER_ERROR, f"status {status}"
    if not 200 <= status < 300 or status in _PARTIAL:
        if status in (204, 205):
            return Result.EMPTY, f"status {status}"
        return Result.HTTP_ERROR, f"status {status}"
    if purpose == "robots":
        return Result.OK, ""
    if not response.body.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf"):
        return Result.EMPTY, f"status {status}, no content"
    if purpose == "page" and _NO_PAGE.match(kind := (response.header("content-type") or "").strip()):
        return Result.NO_TEXT, f"{kind.partition(';')[0]}, not a page"
    return Result.OK, ""


def block_page(response: Response) -> str | None:
    """What kind of block page it is, in a few words; None if it is none."""
    if (response.header("cf-mitigated") or "").lower() == "challenge":
        return "a challenge page"
    if (response.header("x-amzn-waf-action") or "").lower() in ("challenge", "captcha"):
        return "a challenge page"
    body = response.body[:_LOOKED_AT]
    tag = _FIRST_TAG.search(body)
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") or (tag and tag[1].lower() in _FEED_TAGS):
        return None
    words = _few_words(body)
    if words is None:
        return None
    found = _TITLE.search(body)
    title = " ".join((found[1] if found else b"").decode("utf-8", "replace").split())
    if _TITLES.search(title):
        return f"a block page ({title[:60]})"
    if len(words) <= _NEXT_TO_NOTHING and _MARKS.search(body):
        return "a challenge page"
    if _WORDS.search(words):
        return "a block page"
    return None


def _few_words(body: bytes) -> str | None:
    """What a reader sees of a page that says little; None for one that says more, found out without reading it all."""
    pieces: list[str] = []
    size = 0
    for match in _PIECE.finditer(body):
        if match[2] is None:
            continue
        # The beginning tells: a longer run is no short page, or is mostly white space.
        piece = " ".join(match[2][: 4 * _LITTLE].decode("utf-8", "replace").split())
        if piece:
            size += len(piece) + 1
            pieces.append(piece)
            if size > _LITTLE:
                return None
    return " ".join(pieces)
