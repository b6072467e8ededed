"""When does the page itself show that it was published?

Asked only where head and `<time>` say nothing: a written date with its year in the short lines below the headline.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from scrapers.extract import dates
from scrapers.extract.byline import NEAR, title_at
from scrapers.extract.dateline import dateline
from scrapers.extract.pagetimes import ELSEWHERE, PROSE
from scrapers.extract.pieces import Piece
from scrapers.extract.writtendate import written_date

_UPDATED = re.compile(
    r"updat|modif|aktualisi|stand\s*:|mis à jour|actualiza|aggiorna|atualiza|обновл|оновл|güncelle", re.IGNORECASE
)
#: What stands between the time of publication and that of an update.
_PARTS = re.compile(rf"\s[|·•–—/-]\s|[,;(]?\s*\b(?={_UPDATED.pattern})", re.IGNORECASE)
#: A longer line is no line of the head.
LONGEST = 100
_YEAR = re.compile(r"(?:19|20)\d\d")


def visible_date(pieces: Sequence[Piece], *, title: str | None, related: Collection[str] = ()) -> datetime | None:
    """The time in a line below the headline, in UTC where it names no zone; None if no line gives a whole date.

    `related` are the times of other stories, as they stand in `datetime`; a zone that leaves a choice leaves the day.
    """
    top = title_at(pieces, title)
    prose = 0
    for piece in pieces[top + 1 : top + 1 + NEAR] if top is not None else ():
        prose += piece.length
        if prose - piece.length >= PROSE:
            return None
        if piece.kind == "caption" or piece.time in related or piece.tag.find_parent(ELSEWHERE):
            continue
        if not _YEAR.search(piece.text) or _UPDATED.match(piece.text) or piece.length > LONGEST:
            continue
        if dateline(piece.text):
            continue  # when it was written, not when it was published
        for text in (piece.time, piece.text, _PARTS.split(piece.text, maxsplit=1)[0]):
            if found := dates.moment(text):
                return found[0]
        if (day := written_date(piece.text)) is not None:
            return datetime(day.year, day.month, day.day, tzinfo=UTC)
    return None
