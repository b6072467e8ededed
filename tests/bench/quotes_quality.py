"""How often is a quotation's speaker right? Prints the score on the labelled articles; skips where they are absent.

python tests/bench/quotes_quality.py [--misses]
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scrapers.facts.claims import speakers_of_quotations, taken_apart  # noqa: E402

SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))


def predictions(text: str) -> list[dict[str, object]]:
    """Each quotation with the words that name its speaker."""
    parts, quotes = taken_apart(text)
    answers = speakers_of_quotations(text, parts, quotes)
    return [
        {"start": quote.start, "end": quote.end, "source": answer.source.words if answer.source else None}
        for quote, answer in zip(quotes, answers, strict=True)
    ]


def measured() -> dict[str, float] | None:
    """The scorer's figures on the labelled articles; None where they are absent."""
    gold, scorer = SHARED / "data" / "quotes.dev.jsonl", SHARED / "tools" / "score_quotes.py"
    if not gold.exists() or not scorer.exists():
        return None
    spec = importlib.util.spec_from_file_location("score_quotes", scorer)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    articles = {row["id"]: row for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines())}
    found: dict[str, float] = module.score(
        articles, {key: {"quotes": predictions(row["text"])} for key, row in articles.items()}
    )
    return found


def main() -> int:
    began = time.process_time()
    found = measured()
    if found is None:
        print("skipped: no labelled articles here (set NIGHTDESK_SHARED)")
        return 0
    print(" | ".join(f"{name} {value:.3f}" if value <= 1 else f"{name} {value}" for name, value in found.items()))
    print(f"{time.process_time() - began:.2f} CPU s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
