"""A passage: a publisher's own words in a section, marked as a quotation of it. How it stands in the briefing file.

    > Three peacekeepers were killed by a roadside bomb near Songobia, several others were hurt.
    > — [Example Wire](https://example.org/a) · state media, RU · in French

A block quotation of Markdown whose last line names the outlet and links the article; behind it, with a middle dot each,
what a reader must know: the source's label, `opinion`, the language. Editors may change, delete or add one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.languages import LANGUAGES, code_of

OPINION = "opinion"

_LINE = re.compile(r">[ \t]?(?P<text>.*?)[ \t\r]*")
_BY = re.compile(
    r"(?:—|–|--?)\s*\[(?P<source>(?:\\.|[^\[\]\\])+)\]\(<?(?P<url>https?://[^()\s<>]+)>?\)(?P<more>(?:\s·\s[^·]+)*)"
)
_IN = re.compile(r"in (?P<name>[A-Z]\w+(?:[ -]\w+)*)")
_SIGN = re.compile(r"([\\`*_\[\]<>])")
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>])")
#: `&lt;` in somebody's words is no sign; written as `&amp;lt;` it stays what it is.
_ENTITY, _KEPT_ENTITY = re.compile(r"&(?=#?\w+;)"), re.compile(r"&amp;(?=#?\w+;)")
#: What would make a list or a heading of a line's beginning, and the sign that keeps it from it.
_OPENS = re.compile(r"^(?=[-+#>=~|]|\d+[.)]\s)")
_KEPT = re.compile(r"^\\(?=[-+#=~|]|\d+[.)]\s)")


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A publisher's words, word for word."""

    text: str
    #: The outlet's plain name, and the article.
    source: str
    url: str
    #: What a reader must know about the source ("state media, RU").
    label: str | None = None
    opinion: bool = False
    #: BCP 47; None for the briefing's own language.
    language: str | None = None
    #: Of its first line in the text it was found in, counted from 0.
    line: int = 0

    @property
    def remarks(self) -> tuple[str, ...]:
        """What stands behind the outlet's name."""
        language = f"in {LANGUAGES[self.language]}" if self.language in LANGUAGES else None
        return tuple(filter(None, (self.label, OPINION if self.opinion else None, language)))


def escaped(text: str) -> str:
    """Somebody's words as Markdown that is only text; `unescaped` gives them back."""
    return _ENTITY.sub("&amp;", _SIGN.sub(r"\\\1", text))


def unescaped(markdown: str) -> str:
    """The words that `escaped` made safe."""
    return _ESCAPED.sub(r"\1", _KEPT_ENTITY.sub("&", markdown))


def written(passage: Passage) -> str:
    """A passage as its lines in the file; `passages` gives it back."""
    text = _OPENS.sub(r"\\", escaped(passage.text))
    return f"> {text}\n> — " + " · ".join((f"[{escaped(passage.source)}]({passage.url})", *passage.remarks))


def passages(prose: str) -> tuple[Passage, ...]:
    """The passages of a section's prose, in order. A block quotation that names no article is not one (`blocks`)."""
    return tuple(block for block in blocks(prose) if isinstance(block, Passage))


def blocks(prose: str) -> Iterator[Passage | str]:
    """The prose in its order: each passage, and the Markdown between them."""
    lines = prose.split("\n")
    held: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].startswith(">"):
            end += 1
            # What stands below without a blank line is another's quotation.
            if (match := _LINE.fullmatch(lines[end - 1])) and _BY.fullmatch(match["text"]):
                break
        passage = _passage(lines[at:end], at) if end > at else None
        if passage is None:
            held += lines[at : max(end, at + 1)]
        else:
            if any(line.strip() for line in held):
                yield "\n".join(held).strip("\n")
            held = []
            yield passage
        at = max(end, at + 1)
    if any(line.strip() for line in held):
        yield "\n".join(held).strip("\n")


def _passage(quoted: list[str], at: int) -> Passage | None:
    texts = [match["text"] for line in quoted if (match := _LINE.fullmatch(line))]
    by = _BY.fullmatch(texts[-1]) if texts else None
    words = " ".join(text for text in texts[:-1] if text)
    if by is None or not words:
        return None
    remarks = [remark.strip() for remark in by["more"].split(" · ") if remark.strip()]
    language = next((code_of(match["name"]) for remark in remarks if (match := _IN.fullmatch(remark))), None)
    label = [r for r in remarks if r != OPINION and not (_IN.fullmatch(r) and code_of(r.removeprefix("in ")))]
    return Passage(
        text=unescaped(_KEPT.sub("", words)),
        source=unescaped(by["source"]),
        url=by["url"],
        label=" · ".join(label) or None,
        opinion=OPINION in remarks,
        language=language,
        line=at,
    )
