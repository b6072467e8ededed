"""A topic's file: `Name: value` lines, a blank line, and an introduction in Markdown.

    Name: Sudan
    Aliases: Darfur, Sudan war
    Kind: conflict
    Keywords: RSF!, Khartoum!, Sudan*, Bashir?
    Where: SD
    Regions: africa

    Who fights whom, in two or three sentences of our own.

A keyword with a star stands for every word that begins so; case matters where a keyword has a capital. A mark at its
end says how much it tells. `RSF!` names the war itself: beside it, an embassy or a grain ban is news of the war. A
plain keyword is a place where there is war and peace. `Moscow?` is a hint that yields to other topics' keywords.
`Where:` lists the states (two letters, its own first) and places where a conflict is fought, as the gazetteer or
`content/places.txt` has them. `Events: talks` gives a subject every development of that `Kind:`, whatever words its
reports use.
"""

from __future__ import annotations

import re

from scrapers.errors import ContentError
from scrapers.fields import known, listed, parse_fields, written
from scrapers.model import Topic

NAMES = ("Name", "Aliases", "Kind", "Keywords", "Events", "Where", "Regions")
KINDS = ("conflict", "subject")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def loads(text: str, *, slug: str) -> Topic:
    """The topic a file holds; `slug` is the file's name without its ending.

    Raises ContentError with line and remedy for an unknown field, a missing name, an unknown kind, a bad slug.
    """
    if not _SLUG.fullmatch(slug):
        raise ContentError(f"'{slug}' cannot be a topic's address: use lower-case letters, digits and single hyphens")
    fields, body = parse_fields(text.replace("\r\n", "\n").lstrip("\ufeff"))
    found = known(fields, NAMES)
    value = {name: field.value for name, field in found.items()}
    name = value.get("Name", "").strip()
    if not name:
        raise ContentError("a topic needs a 'Name:' line", line=1)
    kind = value.get("Kind", "conflict").strip()
    if kind not in KINDS:
        raise ContentError(f"unknown kind '{kind}'; use {' or '.join(KINDS)}", line=found["Kind"].line)
    for keyword in listed(value.get("Keywords", "")):
        bare = keyword.removesuffix("?").removesuffix("!")
        if len(bare.removesuffix("*")) < 2 or any(mark in bare[:-1] for mark in "*?!") or bare.endswith(("?", "!")):
            raise ContentError(
                f"keyword '{keyword}' cannot be read: two letters or more, then one star at most, then ! or ? at most",
                line=found["Keywords"].line,
            )
    return Topic(
        slug=slug,
        name=name,
        aliases=listed(value.get("Aliases", "")),
        keywords=listed(value.get("Keywords", "")),
        events=listed(value.get("Events", "")),
        kind=kind,
        where=listed(value.get("Where", "")),
        regions=listed(value.get("Regions", "")),
        introduction=body.strip(),
    )


def dumps(topic: Topic) -> str:
    """The file of a topic; `loads(dumps(topic), slug=topic.slug)` gives it back."""
    lines = [written("Name", topic.name)]
    if topic.aliases:
        lines.append(written("Aliases", topic.aliases))
    lines.append(written("Kind", topic.kind))
    if topic.keywords:
        lines.append(written("Keywords", topic.keywords))
    if topic.events:
        lines.append(written("Events", topic.events))
    if topic.where:
        lines.append(written("Where", topic.where))
    if topic.regions:
        lines.append(written("Regions", topic.regions))
    body = topic.introduction.strip()
    return "\n".join(lines) + "\n" + (f"\n{body}\n" if body else "")
