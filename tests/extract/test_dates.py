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
    "a place of the zone database": ("21 Aug 2026 14:20 Europe/Kyiv", "2026-08-21T14:20:00+03:00"),
    "that place in winter": ("21 Jan 2026 14:20 Europe/Kyiv", "2026-01-21T14:20:00+02:00"),
    "a place that is none": ("21 Aug 2026 14:20 Europe/Oskel", None),
    "a place behind an offset": ("2026-08-21T14:20:00+03:00[Europe/Kyiv]", "2026-08-21T14:20:00+03:00"),
    "a place alone": ("2026-08-21T14:20:00[Asia/Seoul]", "2026-08-21T14:20:00+09:00"),
    "a clock that changes with the season": ("August 21, 2026 2:20 p.m. ET", "2026-08-21T14:20:00-04:00"),
    "the same in winter": ("January 21, 2026 2:20 p.m. ET", "2026-01-21T14:20:00-05:00"),
    "Korea's": ("2026.08.21 14:20 KST", "2026-08-21T14:20:00+09:00"),
    "America's, China's or Cuba's": ("Fri, 21 Aug 2026 14:20:00 CST", None),
    "a number settles it": ("Fri, 21 Aug 2026 14:20:00 +0800 (CST)", "2026-08-21T14:20:00+08:00"),
    "India's, Israel's or Ireland's": ("Fri, 21 Aug 2026 14:20:00 IST", None),
    "two zones at once": ("2026-08-21T14:20:00Z+02:00", None),
    "Greenwich written out": ("21 August 2026 14:20 Greenwich Mean Time", "2026-08-21T14:20:00+00:00"),
    "four digits and GMT": ("21 August 2026, 1420 GMT", "2026-08-21T14:20:00+00:00"),
    "the time and GMT first": ("14:20 GMT 21 August 2026", "2026-08-21T14:20:00+00:00"),
    "a capital's time": ("21 August 2026, 14:20 Moscow time", "2026-08-21T14:20:00+03:00"),
    "the offset before the year": ("Fri Aug 21 14:20:00 +0200 2026", "2026-08-21T14:20:00+02:00"),
    "seconds since 1970": ("1787322000", "2026-08-21T14:20:00+00:00"),
    "thousandths since 1970": ("1787322000123", "2026-08-21T14:20:00+00:00"),
    "digits that name no time": ("8062627951", None),
    "strokes below the line": ("21-08-2026 14:20", "2026-08-21T14:20:00+00:00"),
    "a clock of one digit": ("Fri, 21 Aug 2026 8:5:0 GMT", "2026-08-21T08:05:00+00:00"),
    "in Arabic": ("الجمعة, 21 أغسطس 2026 14:20 +0300", "2026-08-21T14:20:00+03:00"),
    "in the Arabic of the Levant": ("21 تشرين الثاني 2026 14:20", "2026-11-21T14:20:00+00:00"),
    "in Arabic digits": ("٢١ أغسطس ٢٠٢٦ ١٤:٢٠", "2026-08-21T14:20:00+00:00"),
    "in Hebrew": ("21 באוגוסט 2026 14:20", "2026-08-21T14:20:00+00:00"),
    "in French without marks": ("ven, 21 aout 2026 14:20", "2026-08-21T14:20:00+00:00"),
    "the month in its dictionary form": ("21 август 2026 14:20", "2026-08-21T14:20:00+00:00"),
    "a year of another calendar": ("1405/05/30 14:20", None),
    "an address": ("https://courier.example/2026/08/21/ferry", None),
    "two dates are no clock": ("05.04.2026 - 05.04.2026", "2026-04-05T00:00:00+00:00"),
    "no year": ("21 August, 14:20", None),
    "a day that does not exist": ("2026-02-31T10:00:00Z", None),
    "no date": ("yesterday", None),
}


@pytest.mark.parametrize("case", DATES)
def test_reads_the_date(case: str) -> None:
    text, expected = DATES[case]
    found = moment(text)
    assert (found[0].isoformat() if found else None) == expected
