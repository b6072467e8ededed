"""What other days cite, as it is known again: read off a year of wire logs, and kept between nights in the cache.

A night asks for a few thousand keys of the forty thousand articles of a year. So `cited.sqlite` in the cache folder
holds them by key, a day's again only where its wire log has changed. Without a cache folder, as for a recording, and
where the file cannot be used, all of them are read anew. Losing it costs time only.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import asdict
from datetime import date
from itertools import islice
from pathlib import Path

from scrapers import wire
from scrapers.addresses import address_key
from scrapers.digests import of_files, program
from scrapers.extract.identity import Claim, Claims, own_keys

#: How far back the wire log is asked whether an article was cited before.
REMEMBERED = 366  # days
NAME = "cited.sqlite"
_TABLES = """
create table made (by text);
create table days (day text primary key, digest text, faults text);
create table claims (id integer primary key, day text, n integer, claim text);
create index claims_by_day on claims (day);
create table keys (key integer, claim integer, primary key (key, claim)) without rowid;
"""


def claim_of(line: wire.WireLine, *, own: bool = False) -> Claim:
    """By what an article of the wire log is known again; with `own`, only by what its own house says."""
    return Claim(
        source=line.source,
        keys=frozenset(own_keys(line.keys) if own else map(address_key, line.keys)),
        headline=line.headline,
        published=line.published,
        url=line.url,
        id=line.id,
        development=line.development,
    )


def cited_before(content: Path, day: date, cache: Path | None) -> tuple[Claims, tuple[str, ...]]:
    """Every article that another day cites, or that an editor took out of one; and what no log could tell."""
    days = list(islice(wire.other_days(content, day), REMEMBERED))
    if cache is not None:
        with suppress(sqlite3.Error, OSError):
            return _kept(content, days, cache)
    known = Claims()
    notes: list[str] = []
    for each in days:
        lines, faults = wire.known_of(content, each)
        notes += map(str, faults)
        for line in lines:
            known.add(claim_of(line))
    return known, tuple(notes)


class _Kept(Claims):
    """Claims that stand in a file; those of a key are read when it is asked for, newest day first."""

    def __init__(self, file: sqlite3.Connection) -> None:
        super().__init__()
        self._file = file

    def holders(self, key: object) -> Sequence[Claim]:
        if key not in self._by:
            asked = (
                "select c.claim from keys k join claims c on c.id = k.claim where k.key = ? order by c.day desc, c.n"
            )
            found = (_loaded(text) for (text,) in self._file.execute(asked, (_number(key),)))
            self._by[key] = [claim for claim in found if key in claim.known_by]
        return self._by[key]


def _kept(content: Path, days: Sequence[date], cache: Path) -> tuple[Claims, tuple[str, ...]]:
    cache.mkdir(parents=True, exist_ok=True)
    path = cache / NAME
    try:
        return _brought_up(path, content, days)
    except (sqlite3.DatabaseError, ValueError, TypeError, KeyError):  # another program's, or damaged: made anew
        path.unlink(missing_ok=True)
        return _brought_up(path, content, days)


def _brought_up(path: Path, content: Path, days: Sequence[date]) -> tuple[Claims, tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as file, file:
        if not file.execute("select 1 from sqlite_master where name = 'made'").fetchone():
            file.executescript(_TABLES)
            file.execute("insert into made values (?)", (program(),))
        if file.execute("select by from made").fetchall() != [(program(),)]:
            raise ValueError("made by another version")
        held = dict(file.execute("select day, digest from days"))
        wanted = {str(day): of_files(wire.wire_path(content, day)) for day in days}
        for day in [day for day, digest in held.items() if wanted.get(day) != digest]:
            file.execute("delete from keys where claim in (select id from claims where day = ?)", (day,))
            file.execute("delete from claims where day = ?", (day,))
            file.execute("delete from days where day = ?", (day,))
        for day, digest in wanted.items():
            if held.get(day) != digest:
                lines, faults = wire.known_of(content, date.fromisoformat(day))
                for n, line in enumerate(lines):
                    _put(file, day, n, claim_of(line))
                file.execute("insert into days values (?, ?, ?)", (day, digest, json.dumps(list(map(str, faults)))))
        told = file.execute("select faults from days order by day desc").fetchall()
    return _Kept(sqlite3.connect(path)), tuple(fault for (faults,) in told for fault in json.loads(faults))


def _put(file: sqlite3.Connection, day: str, n: int, claim: Claim) -> None:
    text = json.dumps({**asdict(claim), "keys": sorted(claim.keys)}, ensure_ascii=False)
    made = file.execute("insert into claims values (null, ?, ?, ?)", (day, n, text)).lastrowid
    file.executemany("insert or ignore into keys values (?, ?)", [(_number(key), made) for key in claim.known_by])


def _loaded(text: str) -> Claim:
    values = json.loads(text)
    return Claim(**{**values, "keys": frozenset(values["keys"])})


def _number(key: object) -> int:
    """By which a key is looked up; two keys of one number are told apart by the claims themselves."""
    text = key if isinstance(key, str) else json.dumps(key)
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)
