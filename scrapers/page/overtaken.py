"""Overtaken: does a passage tell the state before the heading's news, so that beside it a reader would be misled?"""

from __future__ import annotations

import re
from datetime import timedelta

from scrapers.facts.figures import figures
from scrapers.model import Article, Development

#: How much older a report is that may be overtaken: within less newsrooms only publish in another order.
OLDER = timedelta(hours=2)
#: What is only to come.
_TO_COME = re.compile(
    r"\b(?:will|would|(?:is|are|was|were)\s(?:now\s)?(?:set|due|expected|scheduled|poised|about|preparing|heading|seeking|trying)"
    r"(?:\sto)?|to\s(?:begin|start|decide|vote|meet|hold|visit)|ahead\sof|hopes?\sto|plans?\sto|later\stoday)\b",
    re.I,
)


def is_overtaken(article: Article, text: str, development: Development) -> bool:
    """Is it of an older report than the heading, and tells of what was to come, or counts fewer than the heading?"""
    heading = development.headline
    newest = max((a.published for a in development.articles if a.headline == heading and a.published), default=None)
    if newest is None or article.published is None or newest - article.published < OLDER:
        return False
    if article.in_english and _TO_COME.search(text) and not _TO_COME.search(heading):
        return True
    known = {f.metric: f.value for f in figures(f"{heading.rstrip('.')}.") if f.value is not None}
    return any(
        figure.value is not None and not figure.part and figure.value < known[figure.metric]
        for figure in figures(text)
        if figure.metric in known
    )
