"""Where may a line of HTML be broken, so that no mail server refuses it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

# RFC 5321 allows 998 octets in a line of mail; feeds stay under 900 with the indent and the tag around their text.
OCTETS = 800
_TOKEN = re.compile(r"""(?P<tag><[^<>"]*(?:"[^"]*"[^<>"]*)*>)|(?P<blank> +)|&\#?\w{1,31};|[^<& ]+|[<&]""")
_BETWEEN_ATTRIBUTES = re.compile(r' (?=(?:[^"]*"[^"]*")*[^"]*$)')


def folded(text: str, octets: int = OCTETS) -> str:
    """`text` with line breaks in place of blanks so that no line is longer; blanks at line ends and empty lines go.

    Only where there is no blank, as in scripts that write none, is a line broken between letters; never within an
    attribute or an entity. A line break makes no markup, so what was safe stays safe.
    """
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(piece for line in lines if line for piece in _pieces(line, octets))


def octets_in_xml(text: str) -> int:
    """The length of `text` in a feed, where `&`, `<` and `>` are escaped."""
    return len(text.encode()) + 4 * text.count("&") + 3 * (text.count("<") + text.count(">"))


def _pieces(line: str, octets: int) -> Iterator[str]:
    if octets_in_xml(line) <= octets:
        yield line
        return
    held: list[tuple[str, str]] = []
    size = 0
    for gap, unit in _units(line, octets):
        held.append((gap, unit))
        size += len(gap) + octets_in_xml(unit)
        while size > octets and len(held) > 1:
            at = next((n for n in range(len(held) - 1, 0, -1) if held[n][0]), len(held) - 1)
            yield _joined(held[:at])
            held = [("", held[at][1]), *held[at + 1 :]]
            size = octets_in_xml(_joined(held))
    yield _joined(held)


def _joined(units: list[tuple[str, str]]) -> str:
    return "".join(gap + unit for gap, unit in units)


def _units(line: str, octets: int) -> Iterator[tuple[str, str]]:
    """What must stay together, each with the blank before it or with none."""
    gap = ""
    for token in _TOKEN.finditer(line):
        if token["blank"]:
            gap = " "
            continue
        parts = _BETWEEN_ATTRIBUTES.split(token[0]) if token["tag"] else [token[0]]
        for part in parts:
            for unit in [part] if token["tag"] else _cut(part, octets):
                yield gap, unit
                gap = ""
            gap = " "
        gap = ""


def _cut(word: str, octets: int) -> Iterator[str]:
    start = used = 0
    for n, letter in enumerate(word):
        size = octets_in_xml(letter)
        if used + size > octets and n > start:
            yield word[start:n]
            start, used = n, 0
        used += size
    yield word[start:]
