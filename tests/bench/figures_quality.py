"""How many figures are found, are they right, and is their speaker? Prints the score on the labelled sentences.

    python tests/bench/figures_quality.py [--part dev|held|'fresh dev'|'fresh held'|unseen|'unseen 2'|'unseen 3'|all] [--misses]

`tests/data/claims/figures-own.jsonl` holds sentences of our own; `figures-real.jsonl` only where real ones stand, so
that part is skipped where the shared data is absent. `optional` figures (a single person by article, parts of another
figure, another event's) count neither for nor against.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import json
import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import feedparser  # noqa: E402

from scrapers.facts.figures import Figure, figures  # noqa: E402
from scrapers.facts.names import Cast  # noqa: E402
from scrapers.facts.speakers import read_aliases  # noqa: E402

SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))
LABELS = ROOT / "tests" / "data" / "claims"
ALIASES = read_aliases((ROOT / "content" / "speakers.txt").read_text(encoding="utf-8"))
_STOP = frozenset("the a an of for and to in his her their its s says".split())


def clean(markup: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup))).strip()


@cache
def _feed(path: Path) -> dict[str, dict[str, str]]:
    entries = feedparser.parse(str(path)).entries
    return {e.get("link", ""): {f: clean(e.get(f, "")) for f in ("title", "summary")} for e in entries}


@cache
def _pages() -> dict[str, str]:
    lines = (SHARED / "data" / "pages" / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["url"]: row["expected"]["body_text"] or "" for row in map(json.loads, lines)}


@cache
def _group_set(path: Path) -> dict[str, str]:
    return {row["url"]: row["text"] for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}


def own() -> Iterator[dict[str, Any]]:
    for line in (LABELS / "figures-own.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def real() -> Iterator[dict[str, Any]]:
    """The real labelled sentences with their text from the shared data; none where it is absent."""
    if not (SHARED / "data" / "nights").exists():
        return
    for line in (LABELS / "figures-real.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path = SHARED / "data" / row["file"]
        if row["file"].startswith("nights"):
            whole = _feed(path)[row["url"]][row["field"]]
        elif row["file"].startswith("pages"):
            whole = _pages()[row["url"]]
        elif row["file"].startswith("groups"):
            whole = _group_set(path)[row["url"]]
        else:
            whole = path.read_text(encoding="utf-8")
        text = whole[row["start"] : row["end"]]
        if hashlib.sha256(text.encode()).hexdigest()[:16] == row["sha256"]:
            yield row | {"text": text}


def content(words: str | None) -> set[str]:
    plain = re.sub(r"[’']s?\b", "", (words or "").lower())
    plain = plain.replace("defense", "defence").replace("organisation", "organization")
    return {word for word in re.findall(r"[\w-]+", plain) if word not in _STOP}


def same_speaker(found: str | None, gold: str) -> bool:
    """A content word in common, or the table's name for the gold words."""
    known = Cast(ALIASES, {}, {}).named(gold)
    return bool(content(found) & (content(gold) | content(known.name if known else None)))


def score(rows: list[dict[str, Any]], *, misses: bool = False) -> dict[str, float]:
    right = wrong = missed = 0
    qualifier = place = window = 0
    speaker = {"right": 0, "open": 0, "wrong": 0, "named": 0, "named right": 0}
    for row in rows:
        predicted: list[Figure] = [f for f in figures(row["text"], aliases=ALIASES) if f.value is not None]
        gold = list(row["figures"])
        extra = []
        for figure in predicted:
            hit = next(
                (
                    g
                    for g in gold
                    if (g["metric"], g["value"], g.get("upper")) == (figure.metric, figure.value, figure.upper)
                ),
                None,
            )
            if hit is None:
                wrong += 1
                extra.append(f"{figure.metric} {figure.value}")
                continue
            gold.remove(hit)
            if hit.get("optional"):
                continue
            right += 1
            qualifier += figure.qualifier == hit["qualifier"]
            if misses and figure.place != hit.get("place"):
                print(f"  PLACE {figure.place!r}, should be {hit.get('place')!r}: {row['text'][:200]}")
            place += ("place" in hit and hit["place"].lower() in (figure.place or "").lower()) or (
                "place" not in hit and figure.place is None
            )
            window += figure.window == hit.get("window")
            if misses and figure.window != hit.get("window"):
                print(f"  WINDOW {figure.window!r}, should be {hit.get('window')!r}: {row['text'][:250]}")
            said = hit.get("speaker")
            if said is None:
                ok = "right" if figure.speaker is None else "wrong"
            else:
                ok = "open" if figure.speaker is None else "right" if same_speaker(figure.speaker, said) else "wrong"
                speaker["named"] += 1
                speaker["named right"] += ok == "right"
            speaker[ok] += 1
            if misses and ok != "right":
                print(f"  SPEAKER {ok}: {figure.speaker!r}, should be {said!r}: {row['text'][:230]}")
        lost = [g for g in gold if not g.get("optional")]
        missed += len(lost)
        if misses and (lost or extra):
            print(f"  LOST {[(g['metric'], g['value']) for g in lost]} EXTRA {extra}: {row['text'][:300]}")
    told = max(1, right)
    return {
        "sentences": len(rows),
        "figures": right + missed,
        "precision": right / max(1, right + wrong),
        "recall": right / max(1, right + missed),
        "speaker right or open": (speaker["right"] + speaker["open"]) / told,
        "speaker right": speaker["right"] / told,
        "named speaker found": speaker["named right"] / max(1, speaker["named"]),
        "qualifier": qualifier / told,
        "place": place / told,
        "window": window / told,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--part",
        choices=("dev", "held", "fresh dev", "fresh held", "unseen", "unseen 2", "unseen 3", "all"),
        default="dev",
    )
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    for name, rows in (("own", list(own())), ("real", list(real()))):
        chosen = [row for row in rows if options.part in ("all", row["part"])]
        if not chosen:
            print(f"{name}: skipped, no text here (set NIGHTDESK_SHARED)")
            continue
        print(
            name,
            options.part,
            " ".join(
                f"{k} {v:.3f}" if v < 1.001 else f"{k} {v}" for k, v in score(chosen, misses=options.misses).items()
            ),
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
