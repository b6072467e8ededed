"""No page says of a war that it is quiet while the site tells of it."""

from __future__ import annotations

import re

import pytest

TOPIC = "Name: Tarn\nKind: conflict\nKeywords: Tarn!\n\nTwo armies fight over Tarn.\n"


def day(number: int, headline: str, identity: str, follows: str = "") -> str:
    link = f"Follows: {follows}\n" if follows else ""
    return (
        f"Title: Day {number}\nDate: 2024-12-{number:02}\n\n## {headline} {{#{identity}}}\n\nTopics: Tarn\n{link}\n"
        f"- [{headline}](https://example.org/{identity}) — Example Wire, 2024-12-{number:02} 14:20 UTC\n"
    )


def built_with(build, *more: str):
    days = [
        day(1, "Bridge at Selm is mined", "aa1"),
        day(2, "Bridge at Selm is cleared", "aa2", "2024-12-01#aa1"),
        day(3, "Bridge at Selm reopens", "aa3", "2024-12-02#aa2"),
    ]
    files = {f"briefings/2024/2024-12-{n:02}.md": text for n, text in enumerate(days, 1)}
    files |= {f"briefings/2024/{re.search('Date: (.*)', text)[1]}.md": text for text in more}
    return build({**files, "topics/tarn.md": TOPIC})


@pytest.mark.parametrize("later", [4, 5, 9])
def test_a_story_whose_war_goes_on_under_other_headings_is_not_called_quiet(build, later):
    built = built_with(build, day(later, "Army shells Tarn", "bb1"))
    for path in ("", "stories/", "topics/tarn/", "stories/2024-12-01-aa1/"):
        assert "no report found" not in built.page(path).get_text().casefold()
        assert "Gone quiet" not in built.page(path).get_text()
    story = built.page("stories/2024-12-01-aa1/").find("p", class_="silence")
    assert "Last told on 3 December 2024" in story.get_text()


def test_a_war_of_which_nothing_was_told_since_has_gone_quiet(build):
    other = day(9, "Drought in Mirav", "cc1").replace("Topics: Tarn\n", "")
    built = built_with(build, other)
    assert "no report found for 6 days" in built.page("").get_text().casefold()
