"""Is a feed's answer tonight an answer, given what it said before?"""

from __future__ import annotations

from scrapers.fetch.state import Known
from scrapers.model import FeedReading
from scrapers.outcome import Outcome, Result

#: A feed that held at least so many entries ...
_MANY = 10
#: ... and holds less than this share of them has lost them, not published less: in sixteen stored nights the deepest
#: fall of a healthy outlet, of 390 from one night to the next, was to 0.26 (on a Saturday).
_FAR_FEWER = 0.2
#: A feed that stays so short for so many nights has got shorter.
_PATIENCE = 3


def judge(outcome: Outcome, reading: FeedReading | None, *, last: Known) -> tuple[Result, str]:
    """What a feed's night was worth, and a few words on it: the row of the run report.

    `reading` is that of the answer; of the remembered answer where the outcome is UNCHANGED; None where there is
    none to read. `last` is what the state knew before tonight.
    """
    if outcome.result is Result.UNCHANGED:
        if last.failures:
            return Result.HTTP_ERROR, f"not modified since it failed ({last.result})"
        return Result.UNCHANGED, outcome.detail
    if outcome.result is not Result.OK:
        return outcome.result, outcome.detail
    if reading is None:
        return Result.GAVE_UP, "not read"
    if reading.result is not Result.OK:
        return reading.result, reading.detail
    count = len(reading.entries)
    accepted = last.result == Result.FEWER_ITEMS and last.failures >= _PATIENCE
    if last.items is not None and last.items >= _MANY and count < last.items * _FAR_FEWER and not accepted:
        return Result.FEWER_ITEMS, f"{count} entries, {last.items} when it was last good"
    return Result.OK, "; ".join(part for part in (outcome.detail, reading.detail) if part)
