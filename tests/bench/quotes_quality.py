"""How often is a quotation's speaker right? Prints the score on the labelled articles; says so and ends where they are absent.

python tests/bench/quotes_quality.py [--misses]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from scrapers.compose.claims import speakers_of_quotations, taken_apart  # noqa: E402

SHARED = Path(os.environ.get("NIGHTDESK_SHARED", ROOT.parent / "shared"))


def predictions(text: str) -> list[dict[str, object]]:
    """Each quotation with the words that name its speaker."""
    parts, quotes = taken_apart(text)
    answers = speakers_of_quotations(text, parts, quotes)
    return [
        {"start": quote.start, "end": quote.end, "source": answer.source.words if answer.source else None}
        for quote, answer in zip(quotes, answers, strict=True)
    ]


def main() -> int:
    gold, scorer = SHARED / "data" / "quotes.dev.jsonl", SHARED / "tools" / "score_quotes.py"
    if not gold.exists() or not scorer.exists():
        print("skipped: no labelled articles here (set NIGHTDESK_SHARED)")
        return 0
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    began = time.process_time()
    predicted = {article["id"]: predictions(article["text"]) for article in articles}
    seconds = time.process_time() - began
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for key, quotes in predicted.items():
            file.write(json.dumps({"id": key, "quotes": quotes}) + "\n")
        file.flush()
        subprocess.run([sys.executable, str(scorer), str(gold), file.name], check=True)
    print(f"{sum(len(a['text']) for a in articles) / 1e6:.2f} Mchar in {seconds:.2f} CPU s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
