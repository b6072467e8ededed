"""Of which day is a night? By the clocks of the site's time zone, also where they are set, in leap years and at a year's end."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.__main__ import main
from scrapers.settings import Settings
from tests.desk import SITE, furnished

ZONES = ("UTC", "Asia/Tokyo", "America/Los_Angeles", "Europe/London", "Europe/Kyiv", "Pacific/Kiritimati", "Pacific/Pago_Pago",
         "Asia/Kathmandu", "America/St_Johns", "Australia/Lord_Howe")  # fmt: skip
MOMENTS = st.datetimes(
    datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2032-12-31"), timezones=st.just(UTC)
)


def site(zone: str) -> Settings:
    return Settings(name="N", url="https://example.org", email="a@example.org", publisher="P", timezone=zone)


@given(st.sampled_from(ZONES), st.dates(date(2024, 1, 1), date(2032, 1, 1)), st.integers(0, 1439))
def test_nights_at_one_time_of_the_clock_make_every_day_once(zone: str, first: date, minute: int) -> None:
    clock = time(minute // 60, minute % 60)
    days = [
        site(zone).night_of(datetime.combine(first + timedelta(days=n), clock, ZoneInfo(zone)).astimezone(UTC))
        for n in range(380)
    ]
    assert days == [days[0] + timedelta(days=n) for n in range(380)]
    assert days[0] == (first if minute >= 720 else first - timedelta(days=1))


@given(st.sampled_from(ZONES), MOMENTS, st.integers(0, 400))
def test_the_same_time_some_days_before_is_of_the_day_so_many_days_before(zone: str, now: datetime, days: int) -> None:
    chosen = site(zone)
    before = chosen.days_before(now, days)
    assert chosen.night_of(before) == chosen.night_of(now) - timedelta(days=days)
    assert abs((now - before) - timedelta(days=days)) <= timedelta(hours=1)


@given(MOMENTS)
def test_in_utc_a_night_is_of_the_day_twelve_hours_before(now: datetime) -> None:
    assert site("UTC").night_of(now) == (now - timedelta(hours=12)).date()


@pytest.mark.parametrize(
    ("zone", "now", "day"),
    [
        ("Asia/Tokyo", "2026-08-21T19:17:00Z", "2026-08-21"),  # 04:17 of the 22nd
        ("Asia/Tokyo", "2026-08-21T03:00:00Z", "2026-08-21"),  # noon
        ("America/Los_Angeles", "2026-08-22T11:17:00Z", "2026-08-21"),
        ("America/Los_Angeles", "2026-08-22T06:30:00Z", "2026-08-21"),  # half past eleven at night
        ("Europe/London", "2027-03-28T03:17:00Z", "2027-03-27"),  # a day of 23 hours has begun
        ("Europe/London", "2027-10-31T04:17:00Z", "2027-10-30"),  # one of 25
        ("Europe/Kyiv", "2028-03-01T02:17:00Z", "2028-02-29"),
        ("Pacific/Kiritimati", "2026-12-31T14:17:00Z", "2026-12-31"),  # 04:17 of 1 January
        ("Pacific/Pago_Pago", "2027-01-01T15:17:00Z", "2026-12-31"),
    ],
)
def test_a_night_writes_the_briefing_of_its_zone_s_day(
    zone: str, now: str, day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = furnished(tmp_path / "content")
    (content / "wire" / day[:4]).mkdir(parents=True)
    (content / "wire" / day[:4] / f"{day}.jsonl").touch()
    settings = tmp_path / "site.toml"
    settings.write_text(SITE.read_text(encoding="utf-8").replace('timezone = "UTC"', f'timezone = "{zone}"'))
    options = ["--once", "--now", now, "--content", str(content), "--settings", str(settings)]
    assert main(["night", *options, "--cache", str(tmp_path / "cache")]) == 0
    assert f"The briefing of {day} is made already." in capsys.readouterr().out


def test_a_night_after_midnight_knows_the_days_before_as_one_before_it(tmp_path: Path) -> None:
    """Which earlier development one follows or is related to is a matter of days, not of the hour a job starts at."""
    told = []
    for name, now in (("early", "2024-12-29T23:30:00Z"), ("late", "2024-12-30T04:17:00Z")):
        content = furnished(tmp_path / name)
        for day, moment in (("2024-12-28", "2024-12-28T23:30:00Z"), ("2024-12-29", now)):
            options = ["--content", str(content), "--settings", str(SITE), "--now", moment]
            assert main(["night", "--sample", day, *options]) == 0
        lines = (content / "briefings" / "2024" / "2024-12-29.md").read_text(encoding="utf-8").split("\n")
        told.append({line for line in lines if line.startswith(("Follows:", "Related:"))})
    assert told[0] == told[1] != set()
