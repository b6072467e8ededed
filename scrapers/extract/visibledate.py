"""When does the page itself show that it was published?

Asked only where head and `<time>` say nothing: a written date with its year in the short lines below the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from scrapers.extract import dates
from scrapers.extract.byline import below_title
from scrapers.extract.dateline import dateline
from scrapers.extract.pieces import Piece
from scrapers.extract.writtendate import written_date

_UPDATED = re.compile(
    r"updat|modif|aktualisi|stand\s*:|mis à jour|actualiza|aggiorna|atualiza|обновл|оновл|güncelle", re.IGNORECASE
)
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.h]([0-5]\d)(?!\d)(\s?[ap]\.?m)?", re.IGNORECASE)
#: A longer line is no line of the head.
LONGEST = 100
_YEAR = re.compile(r"(?:19|20)\d\d")


def visible_date(pieces: Sequence[Piece], *, title: str | None) -> datetime | None:
    """The time in a line below the headline, in UTC where it names no zone; None if no line gives a whole date."""
    for piece in below_title(pieces, title):
        if not _YEAR.search(piece.text) or _UPDATED.match(piece.text) or piece.length > LONGEST:
            continue
        if dateline(piece.text):
            continue  # when it was written, not when it was published
        own = dates.moment(piece.time or piece.text)
        if own and own[1]:
            return own[0]
        if (day := written_date(piece.text)) is not None:
            behind = piece.text[piece.text.index(str(day.year)) + 4 :]
            clock = _CLOCK.search(behind[:20])
            hour, minute = (int(clock[1]), int(clock[2])) if clock else (0, 0)
            if clock and clock[3]:
                hour = hour % 12 + (12 if "p" in clock[3].lower() else 0)
            return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)
    return None
