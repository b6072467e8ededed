"""Which subjects that cut across conflicts (aid, prisoners, law) does a development belong to?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scrapers.model import Development, Topic

#: At most this many beside the conflict: a list of tags that names everything says nothing.
SUBJECTS = 2


def subjects_of(development: Development, topics: Sequence[Topic]) -> tuple[str, ...]:
    """Slugs of the subjects whose kind of event it is, or whose keywords at least half of the articles have.

    Headline and summary count, so that feeds with terse headlines are not left out; but what a single article names,
    in passing perhaps, must stand in the heading too. The most often named first.
    """
    named: dict[str, int] = {}
    for topic in topics:
        if development.kind is not None and development.kind in topic.events:
            named[topic.slug] = len(development.articles)
        elif topic.kind == "subject" and topic.keywords:
            is_named = _pattern(topic.keywords).search
            times = sum(bool(is_named(f"{article.headline} {article.summary}")) for article in development.articles)
            if 2 * times >= len(development.articles) and (times > 1 or is_named(development.headline)):
                named[topic.slug] = times
    return tuple(sorted(named, key=lambda slug: (-named[slug], slug))[:SUBJECTS])


@lru_cache(maxsize=256)
def _pattern(keywords: tuple[str, ...]) -> re.Pattern[str]:
    """One expression of a topic's plain keywords; hints (`?`) do not count. Case matters where one has a capital."""
    made = []
    for keyword in keywords:
        if keyword.endswith("?"):
            continue
        word = keyword.removesuffix("!")
        body = re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
        made.append(body if word != word.lower() else f"(?i:{body})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(made) or '(?!)'})(?!\w)")
