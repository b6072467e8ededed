"""Who made a text that somebody else carries, and under which rights line?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from scrapers.extract import jsonld
from scrapers.extract.byline import agency
from scrapers.extract.metadata import Head
from scrapers.extract.pieces import Piece
from scrapers.extract.title import is_site, plain
from scrapers.model import Dateline, Origin

#: A line, mostly behind the text, whose link leads to where it was first told.
_SOURCE_LINK = re.compile(
    r"(?:source(?: link| article)?|original (?:source|article|post|story|link)|(?:read|view|see|continue "
    r"reading)(?: the)? (?:original|full)(?: article| story| post| report)?|"
    r"via|originally (?:published|appeared)|first published|this (?:article|story|post|report|piece) "
    r"(?:was |is )?(?:originally |first )?(?:published|appeared|republished|re-published|posted|"
    r"reproduced)|"
    r"republished (?:from|with)|reposted from|courtesy of|(?:zum )?original(?:artikel)?|quelle|zuerst "
    r"erschienen|article original|source originale|fuente(?: original)?|"
    r"fonte(?: originale)?|bron|źródło|kaynak|источник|джерело|المصدر|原文|出典|출처)\b",
    re.IGNORECASE,
)
#: An agency's own site: "apnews", "afpcom".
_OF_A_SITE = ("", "news", "com", "org", "net", "newscom", "agency")
_APPEARED = re.compile(
    r"(?:originally|first|zuerst)?\s*(?:published|appeared|erschienen|republished)(?: originally| "
    r"first)?(?: (?:on|in|at|by|from|"
    r"with permission from|bei|auf))\s+(?:the website of )?([A-ZÀ-Ý][^.,;:()|]{2,40})"
)
_RIGHTS = re.compile(
    r"©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b|\ball rights reserved|creative commons|\bCC[ -]BY|licen[sc]ed "
    r"under|public domain|open government licen|"
    r"may not be (?:published|broadcast|reproduced|copied)|alle rechte vorbehalten|tous droits|todos los "
    r"derechos|tutti i diritti|todos os direitos|"
    r"wszelkie prawa|все права|всі права|جميع الحقوق|無断転載|著作権|무단\s*전재|저작권자|版权所有",
    re.IGNORECASE,
)
#: Longer lines are cut to this: enough for the AFP and AP notices.
RIGHTS_LENGTH = 400
#: An agency's name as the last line, `dpa/afp`, `(AP)`.
_ALONE = re.compile(r"\(?([\w/ -]{2,20})\)?")
_HOLDER = re.compile(
    (
        r"(?:©|\(c\)|copyright|all rights reserved)[\s,:©]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|"
        r"20)?\d\d)?)?[\s,:©]*(?:by |the )?([A-Z][\w'’.& -]{1,50}?)(?=[.,;|(]|\s+[-–—]|\s+all rights|\s+(?:19|"
        r"20)\d\d|$)"
    ),
    re.IGNORECASE,
)


def origin(
    line: Dateline | None,
    signed: Sequence[str],
    pieces: Sequence[Piece],
    head: Head,
    *,
    url: str,
    sites: set[str],
    rights: str | None,
) -> Origin | None:
    """The maker, by the strongest evidence; None where the carrier made the text itself."""

    def foreign(name: str | None) -> bool:
        if not name or is_site(name, {each for each in sites if len(each) > 2}):
            return False
        return not any(plain(name) + ending in sites for ending in _OF_A_SITE)

    host = _host(url)
    if link := source_link(pieces, url=url):
        name, address = link
        if foreign(name):
            return Origin(name=name, url=address, evidence="source link")
    if line and foreign(line.agency):
        return Origin(name=line.agency or "", evidence="dateline")
    for name in signed:
        for part in re.split(r"\s*(?:[/,;|]|\bet\b|\band\b|\bund\b|\bmit\b|\bwith\b)\s*", name):
            found = agency(part)
            if found and foreign(found):
                return Origin(name=found, evidence="byline")
    if head.canonical:
        address = urljoin(url, head.canonical)
        other = _host(address)
        if other and host and _base(other) != _base(host) and len(urlsplit(address).path) > 1:
            return Origin(name=other, url=address, evidence="canonical")
    if rights and (match := _HOLDER.search(rights)):
        found = agency(match.group(1).strip())
        if found and foreign(found):
            return Origin(name=found, evidence="copyright")
    last = max((index for index, piece in enumerate(pieces) if not piece.why), default=0)
    for piece in pieces[last:]:
        alone = _ALONE.fullmatch(piece.text) if piece.why == "credit" else None
        for part in re.split(r"[/-]", alone.group(1)) if alone else ():
            if (found := agency(part)) and foreign(found):
                return Origin(name=found, evidence="text")
    return None


def source_link(pieces: Sequence[Piece], *, url: str) -> tuple[str, str | None] | None:
    """(name, address) of "Source link", "This article was first published by …"; None where no line says so."""
    for piece in reversed(pieces):
        if piece.length > 300 or piece.kind == "h" or not _SOURCE_LINK.match(piece.text):
            continue
        outward = [
            urljoin(url, link)
            for link in piece.links
            if _base(_host(urljoin(url, link))) not in ("", _base(_host(url)))
        ]
        if match := _APPEARED.search(piece.text):
            return match.group(1).strip(), outward[0] if outward else None
        if outward and (piece.length < 120 or piece.link_share > 0.2):
            return _named(piece, outward[0]), outward[0]
    return None


def _named(piece: Piece, address: str) -> str:
    words = re.sub(_SOURCE_LINK, "", piece.text).strip(" :–—-.")
    if 2 < len(words) < 40 and words[0].isupper() and "http" not in words and len(words.split()) <= 5:
        return words
    return _host(address)


def rights_line(own: Sequence[Piece], every: Sequence[Piece], head: Head) -> str | None:
    """The copyright or licence line: the article's own, else JSON-LD's, else the page's last one."""
    for piece in own:
        if piece.kind != "caption" and _claims(piece.text) and piece.length < 700 and (piece.why or piece.length < 250):
            return _cut(piece.text)
    for key in ("copyrightNotice", "license"):
        if (value := jsonld.text(head.article.get(key))) and (_RIGHTS.search(value) or value.startswith("http")):
            return _cut(value)
    for piece in reversed(every):
        if piece.kind != "caption" and piece.length < 2_500 and _claims(piece.text):
            return _cut(piece.text)
    for names in (("dcterms.rights", "dc.rights", "copyright", "rights"),):
        if (value := head.first(names)) and _claims(value):
            return _cut(value)
    return None


def _claims(text: str) -> bool:
    """Does the line speak of rights? "© Max Fern" alone says who took the picture."""
    return bool(_RIGHTS.search(text)) and bool(_MORE_THAN_A_NAME.search(text))


_MORE_THAN_A_NAME = re.compile(
    (
        r"(?:19|20)\d\d|rights|copyright|licen|\bCC\b|vorbehalten|derechos|droits|diritti|direitos|"
        r"domain|prawa|права|حقوق|転載|著作|저작|전재|版权|may not"
    ),
    re.I,
)


def _cut(text: str) -> str:
    if len(text) <= RIGHTS_LENGTH:
        return text
    match = _RIGHTS.search(text)
    start = max(0, match.start() - 80) if match else 0
    if start:
        start = text.find(" ", start) + 1
    return text[start : start + RIGHTS_LENGTH].rsplit(" ", 1)[0] + " …"


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""


def _base(host: str) -> str:
    """The part of a host that is its owner's, near enough: `news.example.co.uk` and `example.co.uk` are one."""
    labels = host.split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])
