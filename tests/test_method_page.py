"""The method page says what the program does: the formula there is the formula here."""

from __future__ import annotations

from scrapers.group import WEIGHTS
from tests.desk import DESK

METHOD = (DESK / "pages" / "method.md").read_text(encoding="utf-8")


def test_every_weight_of_the_order_stands_on_the_method_page() -> None:
    told = [line for line in METHOD.splitlines() if line.startswith("- **")]
    assert told == [f"- **{weight.name}** ({weight.weight:+g}): {weight.sentence}" for weight in WEIGHTS]
