"""What somebody says, plans or is called stands in a row as text: every word and sign of it, and no link of its own."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from plugins.markup import prose
from plugins.wording import plain
from scrapers.briefing import Briefing, Section
from scrapers.briefing_file import dumps, loads
from scrapers.facts.speakers import NO_ALIASES
from scrapers.page.data_rows import speaker_rows
from scrapers.page.day import ahead_lines
from scrapers.passage import escaped, unescaped
from tests.page.world import DAY, article, development, tonight

WIRE = "https://wire.example/a"


#: What may stand in a speaker's words and means something in Markdown.
SIGNS = (
    "*in all* camps",
    "in _all_ camps",
    "**in** file_one_name all",
    "in [all](https://evil.example/) camps",
    "in ![all](https://evil.example/x.png) camps",
    "in <b>all</b> camps",
    "in <https://evil.example/> camps",
    "in `all` camps",
    "in \\*all\\* camps \\",
    "R&D in &lt;all&gt; &amp;amp; camps &copy; &#42;",
)


@pytest.mark.parametrize("sign", SIGNS)
def test_what_somebody_says_or_plans_is_text_whatever_it_holds(sign):
    told = f"Prisoners {sign} must be free at noon"
    report = article(
        "Prisoners of Koravets must be free",
        text=f"“{told},” said Ana Petrov, the governor of Koravets. The envoys will hold talks {sign} in Doha on August 28.",
        by=f"Wire {sign}",
        url=WIRE,
    )
    one = development(report)
    (row,) = speaker_rows(one, aliases=NO_ALIASES, tonight=tonight(one), told=())
    dates = ahead_lines([one], day=DAY.date())
    assert dates or set("(:;") & set(sign), "what may be no clause of its own is left out"
    for item, said in ((row, told), *((item, f"The envoys will hold talks {sign} in Doha") for item in dates)):
        shown = BeautifulSoup(str(prose(item)), "lxml")
        assert said in shown.get_text()
        assert said in plain(item)
        assert [(link["href"], link.get_text()) for link in shown.find_all("a")] == [(WIRE, f"Wire {sign}")]
        assert shown.find_all(["em", "code", "img", "b"]) == []
        assert dumps_and_reads(item) == item


def dumps_and_reads(prose: str) -> str:
    section = Section(headline="x", id="x", prose=prose)
    return loads(dumps(Briefing(day=DAY.date(), title="x", sections=(section,)))).sections[0].prose


@given(st.text())
def test_what_is_made_safe_comes_back_as_it_was(words):
    assert unescaped(escaped(words)) == words
