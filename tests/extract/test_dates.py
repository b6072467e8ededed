"""A written date is read as the publisher meant it, or not at all."""

from __future__ import annotations

import pytest

from scrapers.extract.dates import moment

DATES = {
    "ISO with an offset": ("2026-08-21T14:20:00+03:00", "2026-08-21T14:20:00+03:00"),
    "RFC 822": ("Fri, 21 Aug 2026 14:20:00 +0300", "2026-08-21T14:20:00+03:00"),
    "RFC 822 with a known zone": ("21 Aug 2026 14:20:00 GMT", "2026-08-21T14:20:00+00:00"),
    "a zone that the mail standard does not know": ("21 Aug 2026 14:20:00 MSK", "2026-08-21T14:20:00+03:00"),
    "an offset by name": ("21 Aug 2026 14:20 GMT+3", "2026-08-21T14:20:00+03:00"),
    "twelve hours": ("Aug 21, 2026 2:20:00 PM", "2026-08-21T14:20:00+00:00"),
    "points put the day first": ("21.08.2026 14:20", "2026-08-21T14:20:00+00:00"),
    "a day above twelve can only be the day": ("23/05/2026", "2026-05-23T00:00:00+00:00"),
    "month first or day first": ("03/05/2026", None),
    "no year": ("21 August, 14:20", None),
    "a day that does not exist": ("2026-02-31T10:00:00Z", None),
    "no date": ("yesterday", None),
}


@pytest.mark.parametrize("case", DATES)
def test_reads_the_date(case: str) -> None:
    text, expected = DATES[case]
    found = moment(text)
    assert (found[0].isoformat() if found else None) == expected
