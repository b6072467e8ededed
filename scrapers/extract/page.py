"""What does a page say? Bytes to a `Reading`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from scrapers.extract import byline, charset, dates, jsonld, markup, metadata, preview, profiled, roundup, ticker
from scrapers.extract.belonging import addressed
from scrapers.extract.body import Body, body_of
from scrapers.extract.dateline import dateline
from scrapers.extract.initials import are_initials, without_initials
from scrapers.extract.metadata import Head, head_of
from scrapers.extract.origin import origin, rights_line
from scrapers.extract.pieces import Piece, framed, pieces_of, width
from scrapers.extract.scripted import scripted_text
from scrapers.extract.snippet import snippet_of
from scrapers.extract.stub import is_stub
from scrapers.extract.tables import with_rows
from scrapers.extract.title import site_names, title
from scrapers.extract.visibledate import visible_date
from scrapers.extract.window import window
from scrapers.model import Block, Dateline, Part, Profile, Reading
from scrapers.outcome import Result

#: A profile whose text is shorter than this share of the generic reading's is broken (research/extraction, finding 5).
TOO_LITTLE = 0.5


def read_page(body: bytes, *, url: str, content_type: str | None = None, profile: Profile | None = None) -> Reading:
    """Reads an article's page. Never raises: what cannot be read says so in `result` and `detail`.

    The text begins with the standfirst where the page shows one; the dateline and desk initials are cut from it.
    Times without a zone are taken as UTC. Costs about 25 ms of a 350 kB page.
    """
    try:
        return addressed(_read(body, url=url, content_type=content_type, profile=profile))
    except (Exception, RecursionError) as error:  # one page's markup must never end the night
        return Reading(url=url, result=Result.NO_TEXT, detail=f"{type(error).__name__}: {error}"[:200])


def _read(body: bytes, *, url: str, content_type: str | None, profile: Profile | None) -> Reading:
    if not body.strip():
        return Reading(url=url, result=Result.EMPTY, detail="no bytes")
    if markup.binary(body):
        return Reading(url=url, result=Result.NO_TEXT, detail="not a page but a file")
    text = charset.decoded(body, content_type)
    root = markup.parsed(text)
    if root is None:
        return Reading(url=url, result=Result.NO_TEXT, detail="no element in it")
    if markup.too_many(root):
        return Reading(url=url, result=Result.TOO_LARGE, detail=f"more than {markup.MOST_ELEMENTS} elements")
    head = head_of(root, url=url)
    headline = title(head, url=url)
    markup.prune(root)
    soup = markup.soup_of(root)
    page = soup.body or soup
    found = body_of(page, with_rows(page, pieces_of(page)), title=headline, descriptions=metadata.descriptions(head))
    if profile is None or profile == Profile():
        return _reading(found, head, headline, url=url, source=text)
    odd, broken = profiled.body(text, profile, title=headline, descriptions=metadata.descriptions(head))
    if odd is None or (profile.container and _size(odd) < TOO_LITTLE * _size(found)):
        odd, broken = found, True
    people = profiled.people(text, profile)
    reading = _reading(odd, head, headline, url=url, source=text)
    if people is not None:
        kept = byline.people(people, sites=site_names(head, url=url))
        reading = replace(reading, authors=kept, byline=tuple(people))
    return replace(reading, profile_broken=broken)


def _size(body: Body) -> float:
    return sum(width(piece.text) for piece in body.kept)


def _reading(found: Body, head: Head, headline: str | None, *, url: str, source: str) -> Reading:
    names = site_names(head, url=url)
    people, signed = byline.authors(head, found.every, title=headline, sites=names)
    published = (
        dates.best(metadata.published(head))
        or visible_date(found.every, title=headline, related=head.times.related)
        or dates.best(list(head.times.elsewhere[:1]))
    )
    updated = dates.best(metadata.updated(head))
    day = published.date() if published else None
    line, blocks = _told(found, day)
    rights = rights_line(found.own, found.every, head)
    parts = _parts(found, head, headline, published, updated, url=url)
    detail = ""
    if not blocks and (script := scripted_text(head, source)):
        blocks = tuple(Block(kind="p", text=paragraph) for paragraph in script)
        detail = "text from a script"
    summary = _summary(found, line)
    return Reading(
        url=url,
        title=headline,
        standfirst=summary,
        authors=people,
        byline=signed,
        published=published,
        updated=updated,
        section=metadata.section(head),
        language=metadata.language(head),
        canonical=metadata.canonical(head, url=url),
        text="\n".join(block.text for block in blocks),
        blocks=blocks,
        captions=tuple(dict.fromkeys(piece.text for piece in found.own if piece.kind == "caption")),
        dateline=line,
        origin=origin(
            line,
            (*signed, *byline.near(found.every, title=headline)),
            found.own,
            head,
            url=url,
            sites=names,
            rights=rights,
        ),
        previews=preview.of_page(head, summary, title=headline, sites=names),
        snippet=snippet_of(head.meta),
        withheld=head.withheld,
        rights_line=rights,
        stub=is_stub(found.kept, found.every, head),
        parts=parts,
        window=_window(found, headline, day) if parts else None,
        result=Result.OK if blocks else Result.NO_TEXT,
        detail=detail if blocks else "no paragraph found",
    )


def _told(found: Body, day: date | None) -> tuple[Dateline | None, tuple[Block, ...]]:
    """The dateline, and the text as blocks without it and without the desk's initials."""
    line: Dateline | None = None
    cut_from: Piece | None = None
    texts = {piece.order: piece.text for piece in found.kept}
    top = found.standfirst
    first = next((piece for piece in found.kept if piece.weight and piece is not top), None)
    for piece in (first, top) if top is not None and top.summary else (top, first):
        if piece is not None and (read := dateline(piece.text, published=day)):
            line, texts[piece.order] = read
            if read[1]:
                line, cut_from = replace(line, written=piece.text.removesuffix(read[1])), piece
            break
    if line is None and first is not None:  # a line of its own above the text
        for piece in found.every:
            if first.order - 15 <= piece.order < first.order and piece.length <= 100 and piece.kind != "caption":
                read = dateline(piece.text, published=day)
                if read and not read[1] and (read[0].agency or read[0].date):
                    line = read[0]
                    texts.pop(piece.order, None)
    kept = [piece for piece in found.kept if texts.get(piece.order)]
    while len(kept) > 1 and are_initials(kept[-1].text):
        kept.pop()
    if kept:
        texts[kept[-1].order] = without_initials(texts[kept[-1].order])
    if line and cut_from in kept:
        line = replace(line, block=kept.index(cut_from))
    return line, tuple(_block(piece, texts[piece.order]) for piece in kept)


def text_as_shown(reading: Reading) -> str:
    """The text with the dateline where the page has it."""
    lines = [block.text for block in reading.blocks]
    if reading.dateline and reading.dateline.written and lines:
        lines[reading.dateline.block] = reading.dateline.written + lines[reading.dateline.block]
    return "\n".join(lines)


def _block(piece: Piece, text: str) -> Block:
    if words := framed(text):
        return Block(kind="h", text=words)
    return Block(kind=piece.kind if piece.kind in ("h", "li", "quote", "row") else "p", text=text)


def _summary(found: Body, line: Dateline | None) -> str | None:
    if found.standfirst is None or not found.standfirst.summary:
        return None
    return found.standfirst.text.removeprefix(line.written) if line and line.written else found.standfirst.text


def _parts(
    found: Body, head: Head, headline: str | None, published: datetime | None, updated: datetime | None, *, url: str
) -> tuple[Part, ...]:
    live = any("LiveBlogPosting" in jsonld.types(node) for node in (head.article, *head.nodes))
    return (
        ticker.from_jsonld(head, url=url)
        or ticker.entries(found.own, title=headline, published=published, updated=updated, url=url, live=live)
        or roundup.parts(found.kept, title=headline, url=url)
    )


def _window(found: Body, headline: str | None, day: date | None) -> tuple[date, date] | None:
    """The days a round-up states: in the line above its list, its headline or its standfirst."""
    first = found.kept[0].order if found.kept else 0
    near = [piece for piece in found.own if piece.order <= first + 6 and piece.kind != "caption"]
    lines = [piece.text for piece in near if roundup.key_line(piece)]
    standfirst = found.standfirst.text if found.standfirst else ""
    for text in (*lines, headline or "", standfirst):
        if span := window(text, published=day):
            return span
    return None
