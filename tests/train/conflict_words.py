"""Train the weights by which a text is judged to be about armed conflict (`scrapers/group/conflict_words.txt`).

    make train        (or: python tests/train/conflict_words.py [--without 2023-04] [--out FILE])

Learned from sentences that people filed by category in Wikipedia's Current events portal, 2010 to 2020: armed conflict,
and international relations that speak of arms, against the rest; and from what outlets of stored nights file under
sport, culture or business, as what is none. Two voices: one knows names, one does not. Same input, same file: sorted,
a fixed seed, weights rounded. `--without` leaves out nights, for measuring on them (`tests/bench/news_quality.py`).
scikit-learn is needed here only, never by a night.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import feedparser
import numpy as np
from scipy import sparse

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scrapers.group.learned import SCALE, Weights, terms_of, written  # noqa: E402
from scrapers.text import plain  # noqa: E402

SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))
OUT = ROOT / "scrapers" / "group" / "conflict_words.txt"
#: Terms of each voice that are kept: the heaviest; more add nothing (tried 9,000 to 60,000).
KEPT = (12_000, 9_000)
#: Sentences that must hold a term, and terms that are looked at.
SEEN, LOOKED_AT = 4, 60_000
#: What an entry of an outlet's off-topic section weighs beside a sentence.
OF_A_SECTION = 0.5

_CONFLICT = re.compile(
    r"^armed|war\b|wars\b|insurgency|conflict|uprising|unrest|arab spring|crisis|revolution|protests", re.I
)
_RELATIONS = re.compile(r"^international relations", re.I)
_ARMS = re.compile(
    r"\b(?:arm|troop|militar|missile|nuclear|war|weapon|ceasefire|truce|peace|attack|kill|soldier|sanction|airstrike"
    r"|drone|navy|hostage|rebel|terror|embass|spy|border|bomb|refugee)",
    re.I,
)
_OTHER = re.compile(
    r"^(?:sports?|arts? and culture|science|health|business|disasters|politics|law and crime|religion|television)", re.I
)
_MAYBE = re.compile(r"^(?:law and crime|politics)", re.I)
#: Sections of outlets' addresses that hold no news of war.
_SECTION = re.compile(
    r"/(?:sports?|football|soccer|cricket|rugby|tennis|golf|nba|nfl|culture|films?|movies|music|books|tv-and-radio|tv"
    r"|stage|artanddesign|arts?|lifeandstyle|lifestyle|life|food|travel|fashion|style|games?|gaming|entertainment"
    r"|celebrity|showbiz|tvshowbiz|femail|business|money|markets|economy|finance|technology|tech|science|health"
    r"|property|realestate|cars|weather|education|media|wellness|shopping|obituaries|dining|theater|personal-finance"
    r"|investing)(?:/|$)",
    re.I,
)


def sentences() -> Iterator[tuple[str, int]]:
    """Sentences of the portal with 1 for armed conflict and 0 for something else; what may be either is left out."""
    with gzip.open(SHARED / "data" / "current-events" / "2010-2020.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            category, text = row["category"], row["text"]
            if row["kind"] != "sentence":
                continue
            if _CONFLICT.search(category) or (_RELATIONS.search(category) and _ARMS.search(text)):
                yield text, 1
            elif _OTHER.search(category) and not (_MAYBE.search(category) and _ARMS.search(text)):
                yield text, 0


def off_topic(without: Sequence[str]) -> Iterator[str]:
    """Headlines, and headlines with summaries, of English entries that outlets file under sport, culture or business."""
    found: dict[str, None] = {}
    for night in sorted((SHARED / "data" / "nights").iterdir()):
        if night.name.startswith(tuple(without)):
            continue
        rows = [json.loads(row) for row in (night / "index.jsonl").read_text(encoding="utf-8").splitlines()]
        for source in sorted({row["source"] for row in rows if (row["lang"] or "en")[:2] == "en"}):
            real = {key: r["item_url"] for r in rows if r["source"] == source for key in (r["title"], r["item_url"])}
            for entry in feedparser.parse(night / source / "feed.xml").entries:
                title = plain(entry.get("title", ""))
                address = real.get(entry.get("link", "")) or real.get(title) or entry.get("link", "")
                if title and _SECTION.search("/" + address.split("//", 1)[-1].partition("/")[2]):
                    found.setdefault(f"{title}. {plain(entry.get('summary', ''))[:400]}")
                    found.setdefault(title)
    yield from found


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Words that stand with a capital inside sentences and hardly ever without."""
    large: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        for word in re.findall(r"[A-Za-z][\w’']*", text)[1:]:
            (large if word[0].isupper() else small)[word.lower()] += 1
    return frozenset(word for word, count in large.items() if count >= 2 and count > 4 * small[word])


def fitted(
    texts: Sequence[str], labels: Sequence[int], weights: Sequence[float], kept: int, names: frozenset[str]
) -> tuple[dict[str, int], float]:
    """The heaviest terms of a logistic regression with their weights in whole numbers, and its start."""
    from sklearn.linear_model import LogisticRegression

    held = [terms_of(text, without=names) for text in texts]
    spread = Counter(term for terms in held for term in terms)
    ordered = sorted(spread.items(), key=lambda item: (-item[1], item[0]))[:LOOKED_AT]
    column = {term: at for at, (term, count) in enumerate(ordered) if count >= SEEN}
    rows = [sorted(column[term] for term in terms if term in column) for terms in held]
    lengths = np.array([max(1, len(row)) for row in rows])
    values = np.repeat(1.0 / np.sqrt(lengths), [len(row) for row in rows])
    ends = np.concatenate(([0], np.cumsum([len(row) for row in rows])))
    matrix = sparse.csr_matrix(
        (values, np.concatenate([np.array(r, int) for r in rows]), ends), (len(rows), len(column))
    )
    model = LogisticRegression(max_iter=300, solver="liblinear", random_state=0)
    model.fit(matrix, labels, sample_weight=weights)
    coefficients = model.coef_[0]
    terms = list(column)
    order = sorted(range(len(terms)), key=lambda at: (-abs(coefficients[at]) * spread[terms[at]] ** 0.5, terms[at]))
    best = {terms[at]: round(float(coefficients[at]) * SCALE) for at in order[:kept]}
    return {term: weight for term, weight in best.items() if weight}, round(float(model.intercept_[0]), 3)


def trained(without: Sequence[str] = ()) -> Weights:
    """The weights, learned without the nights whose days begin so."""
    portal = list(sentences())
    others = list(off_topic(without))
    texts = [text for text, _ in portal] + others
    labels = [label for _, label in portal] + [0] * len(others)
    weights = [1.0] * len(portal) + [OF_A_SECTION] * len(others)
    names = names_in(text for text, _ in portal)
    with_names, start = fitted(texts, labels, weights, KEPT[0], frozenset())
    masked, masked_start = fitted(texts, labels, weights, KEPT[1], names)
    terms = {term: (with_names.get(term, 0), masked.get(term, 0)) for term in sorted({*with_names, *masked})}
    return Weights(terms, (start, masked_start))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=["none"], help="beginnings of days that are left out")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    if not SHARED.exists():
        print("skipped: no shared data here (set NIGHTDESK_SHARED)")
        return 0
    weights = trained(options.without)
    options.out.write_text(written(weights), encoding="utf-8")
    print(f"{options.out}: {len(weights.terms)} terms, {options.out.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
