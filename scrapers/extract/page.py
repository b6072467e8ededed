"""What does a page say? Bytes to a `Reading`."""

from __future__ import annotations

from scrapers.extract import byline, charset, dates, leaks, markup, metadata
from scrapers.extract.container import container, inside
from scrapers.extract.metadata import head_of
from scrapers.extract.pieces import Piece, pieces_of
from scrapers.extract.standfirst import standfirst
from scrapers.extract.title import site_names, title
from scrapers.model import Block, Profile, Reading, Result


def read_page(body: bytes, *, url: str, content_type: str | None = None, profile: Profile | None = None) -> Reading:
    """Reads an article's page. Never raises: what cannot be read says so in `result` and `detail`."""
    try:
        return _read(body, url=url, content_type=content_type, profile=profile)
    except Exception as error:  # one page's markup must never end the night
        return Reading(url=url, result=Result.NO_TEXT, detail=f"reading failed: {type(error).__name__}: {error}"[:200])


def _read(body: bytes, *, url: str, content_type: str | None, profile: Profile | None) -> Reading:
    if not body.strip():
        return Reading(url=url, result=Result.EMPTY)
    root = markup.parsed(charset.decoded(body, content_type))
    if root is None:
        return Reading(url=url, result=Result.NO_TEXT, detail="no element in it")
    head = head_of(root, url=url)
    names = site_names(head, url=url)
    headline = title(head, url=url)
    markup.prune(root)
    soup = markup.soup_of(root)
    page = soup.body or soup
    every = pieces_of(page)
    people, signed = byline.authors(head, every, sites=names)
    leaks.mark_consent(every)
    leaks.mark_beside(page, every, weak=False)
    holder = container(page, every, title=headline)
    own = [piece for piece in every if inside(piece.tag, holder)]
    leaks.mark_beside(holder, own, weak=True)
    closer = container(holder, own, title=headline)  # what was beside may have hidden the body's own element
    if closer is not holder:
        holder, own = closer, [piece for piece in own if inside(piece.tag, closer)]
    own = [*leaks.intro(page, every, own), *own]
    leaks.cut(holder, own, title=headline)
    summary = standfirst(every, own, descriptions=metadata.descriptions(head), title=headline)
    kept = [piece for piece in own if not piece.why and piece is not summary]
    if summary is not None:
        kept.insert(0, summary)
    blocks = tuple(_block(piece) for piece in kept)
    return Reading(
        url=url,
        title=headline,
        standfirst=summary.text if summary else None,
        authors=people,
        byline=signed,
        published=dates.best(metadata.published(head)),
        updated=dates.best(metadata.updated(head)),
        section=metadata.section(head),
        language=metadata.language(head),
        canonical=head.canonical,
        text="\n".join(block.text for block in blocks),
        blocks=blocks,
        captions=tuple(piece.text for piece in own if piece.kind == "caption"),
        result=Result.OK if blocks else Result.NO_TEXT,
    )


def _block(piece: Piece) -> Block:
    return Block(kind=piece.kind if piece.kind in ("h", "li", "quote") else "p", text=piece.text)
