"""A day of thirty developments prints on two sheets, as a browser does it."""

from __future__ import annotations

import re

from tests.site.browser import visiting

WORDS = "Shells fell on the market of Selm at noon, and four people who had come for flour were hurt, doctors said."


def day_of(count: int) -> str:
    pieces = ["Title: Briefing for Sunday 29 December 2024\nDate: 2024-12-29\n"]
    for n in range(count):
        url = f"https://example.org/{n}"
        cited = "".join(
            f"- [Market of Selm is shelled a {m}th time as flour arrives]({url}/{m}) — Example Wire {m}, 2024-12-29 14:20 UTC\n"
            for m in range(6)
        )
        quoted = "\n\n".join(f"> {WORDS}\n> — [Example Wire {m}]({url}/{m})" for m in range(3))
        pieces.append(
            f"## Market of Selm is shelled a {n}th time as flour arrives {{#aa{n}}}\n\nTopics: War {n % 4}\nChange: new\n\n"
            f"{quoted}\n\n{cited}"
        )
    return "\n".join(pieces)


def test_a_day_of_thirty_developments_prints_on_two_sheets(build, chromium):
    built = build({"briefings/2024/2024-12-29.md": day_of(30)})
    with visiting(chromium) as visit:
        visit.page.goto((built.folder / "2024/12/29/index.html").as_uri())
        sheets = visit.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", sheets)) <= 2
