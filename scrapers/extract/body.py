"""What is the article's text on a page: which pieces, in which order, and which of them is the standfirst?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bs4.element import Tag

from scrapers.extract import leaks, strangers
from scrapers.extract.container import container, inside
from scrapers.extract.islands import Chain, Places
from scrapers.extract.pieces import Piece, width
from scrapers.extract.standfirst import standfirst


@dataclass(frozen=True)
class Body:
    """The pieces of a page, judged: `why` says of each that was cut what it is."""

    every: tuple[Piece, ...]  # the whole page's
    own: tuple[Piece, ...]  # the container's, and an opening that was set apart
    kept: tuple[Piece, ...]  # the text's; the standfirst is the first of them
    standfirst: Piece | None


def body_of(
    page: Tag,
    every: Sequence[Piece],
    *,
    title: str | None,
    descriptions: Sequence[str] = (),
    holder: Tag | None = None,
    summary: Piece | None = None,
) -> Body:
    """Judges the pieces. A `holder` or a `summary` that is given is taken as the container or the standfirst."""
    given = holder is not None
    head = strangers.headline_of(every, title)
    leaks.mark_beside(page, every, weak=False, head=head)
    strangers.mark_strangers(page, every, head, title=title, descriptions=descriptions)
    if holder is None:
        holder = container(page, every, title=title)
        own = [piece for piece in every if inside(piece.tag, holder)]
        leaks.mark_beside(holder, own, weak=True, head=head)
        closer = container(holder, own, title=title)  # what was beside may have hidden the body's own element
        if closer is not holder:
            holder, own = closer, [piece for piece in own if inside(piece.tag, closer)]
        own = [*leaks.intro(page, every, own, head=head), *own]
    else:
        own = [piece for piece in every if inside(piece.tag, holder)]
        leaks.mark_beside(holder, own, weak=True, head=head)
    leaks.cut(holder, own, title=title)
    if not given and (found := second_opinion(page, every, own, head)):
        own = found
        leaks.cut(page, own, title=title)
    if summary is None:
        summary = standfirst(every, own, descriptions=descriptions, title=title)
    kept = [piece for piece in own if not piece.why and piece is not summary]
    if summary is not None:
        kept.insert(0, summary)
    return Body(every=tuple(every), own=tuple(own), kept=tuple(kept), standfirst=summary)


#: A text with less prose than this is no article that was found (characters).
FAILED = 300
#: The other reading is taken where it has this many times as much.
BETTER = 3
#: A list or table that is all of the article has at least so many characters.
LIST = 80


def second_opinion(
    page: Tag, every: Sequence[Piece], own: Sequence[Piece], head: Piece | None = None
) -> list[Piece] | None:
    """The other way to a body, for pages where the first found next to nothing; None where that is no better.

    The paragraphs that stand alike, wherever that is and whatever the elements round them are named; or a list or a
    table below the headline, where the article is nothing else.
    """
    kept = sum(piece.weight for piece in own if not piece.why)
    if kept >= FAILED:
        return None
    places = Places(page, [])
    alike: dict[Chain, list[Piece]] = {}
    for piece in every:
        if (
            (piece.weight or _listed(piece, head))
            and not piece.inside_link
            and not (piece.why and _NEVER.search(piece.why))
        ):
            alike.setdefault(places.chain(piece), []).append(piece)
    best = max(alike.values(), key=_told, default=[])
    if len(best) < 3 or _told(best) < (max(BETTER * kept, FAILED) if any(piece.weight for piece in best) else LIST):
        return None
    for piece in best:
        piece.why = None
    return best


def _told(group: Sequence[Piece]) -> float:
    return sum(piece.weight or width(piece.text) for piece in group)


def _listed(piece: Piece, head: Piece | None) -> bool:
    """An item of a list or a row of a table below the headline that leads nowhere."""
    below = head is not None and piece.order > head.order
    return below and not piece.linked and piece.kind in ("li", "row")


_NEVER = re.compile(r"stranger|consent|cookie|comment|disqus|footer|nav|caption|figure|form|label|card")
