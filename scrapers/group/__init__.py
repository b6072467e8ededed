"""Articles to developments: what is on topic, which are copies, what happened once, in what order, what it follows."""

from __future__ import annotations

from scrapers.group.copies import copies
from scrapers.group.developments import developments, same_event
from scrapers.group.importance import WEIGHTS, Weight
from scrapers.group.relevance import relevance

__all__ = ["WEIGHTS", "Weight", "copies", "developments", "relevance", "same_event"]
