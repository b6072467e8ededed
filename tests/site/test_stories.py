"""A story: the developments of several days that follow one another, and how long nothing was told of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from plugins.site import Site
from plugins.stories import STORY_ITEMS, Stories
from scrapers.briefing_file import parse
from scrapers.settings import loads

SETTINGS = loads('[site]\nname="N"\nurl="https://example.org/n"\nemail="a@b.c"\npublisher="p"')
FIRST = date(2024, 12, 1)


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


def day_text(n: int, *sections: str, front: str = "") -> str:
    """The briefing of the n-th day; a section is `id`, or `id<DAY#id` with what it follows, then fields."""
    pieces = [f"Title: Day {n}\nDate: {FIRST + timedelta(days=n)}\n{front}"]
    for section in sections:
        head, *fields = section.split("\n")
        identity, _, before = head.partition("<")
        if before:
            back, _, other = before.partition("#")
            fields.append(f"Follows: {FIRST + timedelta(days=int(back))}#{other}")
        below = "".join(f"{field}\n" for field in fields)
        pieces.append(f"## What {identity} tells {{#{identity}}}\n\n{below}\nIt was.\n")
    return "\n".join(pieces)


def stories(*days: str) -> Stories:
    return Stories(Site(SETTINGS, tuple(parse(text)[0] for text in days)))


def told(*days: str) -> dict[str, list[str]]:
    """Each story's address and its developments, newest first."""
    return {s.path: [str(item.section.id) for item in s.items] for s in stories(*days).every}


# --- what is one story

CHAINS = {
    "a development alone": ([day_text(0, "a"), day_text(1, "b")], {}),
    "two days": ([day_text(0, "a"), day_text(1, "b<0#a")], {"stories/2024-12-01-a/": ["b", "a"]}),
    "days without a word between": ([day_text(0, "a"), day_text(9, "b<0#a")], {"stories/2024-12-01-a/": ["b", "a"]}),
    "a chain": (
        [day_text(0, "a"), day_text(1, "b<0#a"), day_text(2, "c<1#b")],
        {"stories/2024-12-01-a/": ["c", "b", "a"]},
    ),
    "branches": (
        [day_text(0, "a"), day_text(1, "b<0#a", "c<0#a"), day_text(2, "d<1#c")],
        {"stories/2024-12-01-a/": ["d", "b", "c", "a"]},
    ),
    "two stories": (
        [day_text(0, "a", "x"), day_text(1, "b<0#a", "y<0#x")],
        {"stories/2024-12-01-a/": ["b", "a"], "stories/2024-12-01-x/": ["y", "x"]},
    ),
    "a link to nothing": ([day_text(1, "b<0#gone"), day_text(2, "c<1#b")], {"stories/2024-12-02-b/": ["c", "b"]}),
    "a link to its own day": ([day_text(0, "a", "b<0#a")], {}),
    "a link to a later day": ([day_text(0, "a<1#b"), day_text(1, "b")], {}),
    "links in a ring": ([day_text(0, "a<1#b"), day_text(1, "b<0#a")], {"stories/2024-12-01-a/": ["b", "a"]}),
    "a first day held back": (
        [day_text(0, "a", front="Status: draft\n"), day_text(1, "b<0#a"), day_text(2, "c<1#b")],
        {"stories/2024-12-02-b/": ["c", "b"]},
    ),
    "a hidden beginning": ([day_text(0, "a\nHidden: yes"), day_text(1, "b<0#a")], {}),
}


@pytest.mark.parametrize("case", CHAINS)
def test_developments_that_follow_one_another_are_a_story(case):
    days, expected = CHAINS[case]
    assert told(*days) == told(*reversed(days)) == expected


def test_the_address_comes_from_the_first_development_and_stays_as_the_story_grows():
    days = [day_text(0, "a"), *(day_text(n, f"d{n}<{n - 1}#{f'd{n - 1}' if n > 1 else 'a'}") for n in range(1, 9))]
    assert {next(iter(told(*days[: n + 1]))) for n in range(1, 9)} == {"stories/2024-12-01-a/"}


def test_when_an_editor_cuts_a_link_each_part_has_the_address_of_its_own_beginning():
    days = [day_text(0, "a"), day_text(1, "b<0#a"), day_text(2, "c<1#b"), day_text(3, "d<2#c")]
    days[2] = day_text(2, "c")
    assert told(*days) == {"stories/2024-12-03-c/": ["d", "c"], "stories/2024-12-01-a/": ["b", "a"]}


def test_the_longest_id_still_is_the_name_of_a_folder_and_its_own():
    long = "a" * 300
    found = told(day_text(0, long, long + "b"), day_text(1, f"x<0#{long}", f"y<0#{long}b"))
    assert len(found) == 2
    assert max(map(len, found)) < 100


def test_a_story_is_called_by_its_newest_headline_that_brought_something_new():
    again = "Change: told again, with no new figure, speaker or source"
    (story,) = stories(day_text(0, "a"), day_text(1, "b<0#a"), day_text(2, f"c<1#b\n{again}")).every
    assert story.title == "What b tells"
    (story,) = stories(day_text(0, f"a\n{again}"), day_text(1, f"b<0#a\n{again}")).every
    assert story.title == "What b tells"


def test_a_day_counts_once_however_much_of_the_story_it_tells():
    (story,) = stories(day_text(0, "a"), day_text(4, "b<0#a", "c<0#a")).every
    assert (story.days, len(story.items)) == (2, 3)


def test_the_topic_of_most_of_its_developments_comes_first():
    made = stories(day_text(0, "a\nTopics: Fog, Ice"), day_text(1, "b<0#a\nTopics: Ice"))
    assert [taxon.name for taxon in made.topics(made.every[0])] == ["Ice", "Fog"]


# --- quiet for N days

PAIR = (day_text(0, "a"), day_text(1, "b<0#a"))
SILENT = {
    "told today": ([1], 0, "no report found for 0 days"),
    "a day": ([1, 2], 1, "no report found for 1 day"),
    "three days": ([1, 2, 3, 4], 3, "no report found for 3 days"),
    "days without a briefing": ([1, 2, 6], 5, "no report found for 5 days, 3 of them without a briefing"),
}


@pytest.mark.parametrize("case", SILENT)
def test_how_long_nothing_was_told_is_counted_by_the_days_of_the_site(case):
    days, number, said = SILENT[case]
    (story,) = stories(*PAIR, *(day_text(n, "other") for n in days if n > 1)).every
    assert (story.silence.days, story.silence.words) == (number, said)
    assert story.silence.last == FIRST + timedelta(days=1)


def test_a_day_held_back_is_no_day_of_the_site():
    (story,) = stories(*PAIR, day_text(2, "x"), day_text(9, "x", front="Status: draft\n")).every
    assert story.silence.days == 1


@pytest.mark.parametrize(("days", "where"), [(0, "on"), (2, "on"), (3, "quiet"), (14, "quiet"), (15, "long")])
def test_a_story_goes_on_or_is_quiet_or_has_been_quiet_for_long(days, where):
    made = stories(*PAIR, *([day_text(1 + days, "other")] if days else []))
    found = {"on": made.going_on, "quiet": made.gone_quiet, "long": made.long_quiet}
    assert [name for name, listed in found.items() if listed] == [where]


def chain(name: str, first: int, days: int) -> list[tuple[int, str]]:
    """The sections of a story of so many days in a row."""
    return [(first + n, f"{name}{n}" + (f"<{first + n - 1}#{name}{n - 1}" if n else "")) for n in range(days)]


def of_sections(*sections: tuple[int, str]) -> Stories:
    days: dict[int, list[str]] = {}
    for n, section in sections:
        days.setdefault(n, []).append(section)
    return stories(*(day_text(n, *told) for n, told in days.items()))


def test_the_front_page_names_the_five_longest_stories_that_went_quiet():
    told = [section for n in range(6) for section in chain(f"s{n}x", 5 - n, 3 + n)]
    short, going, old = chain("short", 6, 2), chain("going", 5, 5), chain("old", 0, 1)
    made = of_sections(*told, *short, *going, *old, (10, "last"))
    assert [story.days for story in made.on_front] == [8, 7, 6, 5, 4]


# --- its pages


def test_a_storys_page_has_its_days_newest_first_with_what_was_new_and_who_tells(site):
    page = site.page("stories/2024-12-27-selm01/")
    assert words(page.h1) == "First ship leaves Port Selm since the strikes"
    assert "Told on 3 days since 27 December 2024" in words(page.find("p", class_="facts"))
    assert [link["href"] for link in page.select("p.kicker a, p.facts a")][:2] == [
        "../../stories/",
        "../../topics/black-coast/",
    ]
    assert [time["datetime"] for time in page.select("section.told h2 time")] == [
        "2024-12-29",
        "2024-12-28",
        "2024-12-27",
    ]
    newest, middle, first = page.select("section.told li")
    assert newest.a["href"] == "../../2024/12/29/#selm03"
    assert words(newest.find(class_="new")) == "A ship with 31,000 tonnes of wheat left the port"
    assert words(middle.find(class_="count")) == "3 outlets, 2 independent origins"
    assert first.find(class_="new") is None


def test_each_development_of_a_story_leads_to_its_page_and_another_does_not(site):
    for day, identity in (("27", "selm01"), ("28", "gegkzy"), ("29", "selm03")):
        link = site.page(f"2024/12/{day}/").find(id=identity).find_parent("article").select_one("p.story a")
        assert (words(link), link["href"]) == (
            "Story since 27 December",
            "../../../stories/2024-12-27-selm01/",
        )
    assert site.page("2024/12/29/").find(id="count1").find_parent("article").find("p", class_="story") is None


@pytest.fixture(scope="module")
def quiet(build):
    """A story that goes on, one that went quiet, one that has been quiet for long, and a last day without the two."""
    days: dict[int, list[str]] = {}
    for n, section in [*chain("old", 0, 2), *chain("gone", 10, 4), *chain("going", 18, 3)]:
        days.setdefault(n, []).append(section + "\nTopics: Fog" * section.startswith("gone"))
    files = {f"briefings/2024/{FIRST + timedelta(days=n)}.md": day_text(n, *told) for n, told in days.items()}
    last = FIRST + timedelta(days=20)
    files[f"briefings/2024/{last}.md"] += "\n## What we could not see\n\n- Hill Radio: timeout, 2024-12-21 23:30 UTC\n"
    return build({**files, "topics/fog.md": "Name: Fog\nKind: conflict\n\nA war.\n"})


def test_a_storys_page_says_when_it_was_last_told_and_never_that_it_is_calm(quiet):
    told = quiet.page("stories/2024-12-11-gone0/").find(class_="silence")
    assert words(told) == (
        "Last told on 14 December 2024 . A day without a report is not the same as calm: what could not be seen ."
    )
    assert told.a["href"] == "../../status/"


def test_the_index_has_what_goes_on_first_and_the_quiet_ones_after_it(quiet):
    page = quiet.page("stories/")
    listed = {words(section.h2): [words(a) for a in section.select("li a")] for section in page.find_all("section")}
    assert list(listed.items()) == [
        ("Going on", ["What going2 tells"]),
        ("Gone quiet", ["What gone3 tells"]),
        ("Quiet for longer", ["What old1 tells"]),
    ]
    line = words(page.find(id="quiet_").parent.find("li"))
    assert line.endswith("last on 14 December 2024 · no report found for 7 days, 4 of them without a briefing")


def test_a_conflicts_page_says_when_it_was_last_told_of_and_a_subject_is_never_quiet(build):
    for kind in ("conflict", "subject"):
        built = build(
            {
                "briefings/2024/2024-12-01.md": day_text(0, "a\nTopics: Fog"),
                f"briefings/2024/{FIRST + timedelta(days=9)}.md": day_text(9, "b"),
                "topics/fog.md": f"Name: Fog\nKind: {kind}\n",
            }
        )
        told = built.page("topics/fog/").find(class_="silence")
        assert (told is not None and "Last told on 1 December 2024" in words(told)) == (kind == "conflict")


def test_the_front_page_says_in_one_line_what_has_gone_quiet(quiet):
    section = quiet.page("").find(id="quiet_").parent
    assert [(words(li.a), li.a["href"]) for li in section.find_all("li")] == [
        ("What gone3 tells", "./stories/2024-12-11-gone0/")
    ]
    assert (
        words(section.li.span) == "Fog · no report found for 7 days, 4 of them without a briefing; last on 14 December"
    )


def test_nothing_on_the_front_page_is_called_quiet_while_everything_goes_on(site):
    assert site.page("").find(id="quiet_") is None


def test_the_masthead_leads_to_the_stories_once_there_are_any(quiet, build):
    assert "./stories/" in [link["href"] for link in quiet.page("").find("nav").find_all("a")]
    built = build({"briefings/2024/2024-12-01.md": day_text(0, "a")})
    assert not [name for name in built.files if name.startswith("stories/")]
    assert "Stories" not in words(built.page("").find("nav"))


def test_no_page_shows_a_development_of_a_story_that_is_hidden_or_of_a_draft(build):
    files = [
        day_text(0, "a"),
        day_text(1, "b<0#a", "secret1<0#a\nHidden: yes"),
        day_text(2, "secret2<1#b", front="Status: draft\n"),
    ]
    built = build({f"briefings/2024/{FIRST + timedelta(days=n)}.md": text for n, text in enumerate(files)})
    assert [name for name in built.files if name.startswith("stories/2")] == ["stories/2024-12-01-a/index.html"]
    assert not [name for name, data in built.files.items() if b"secret" in data]


def test_a_long_story_shows_its_newest_developments_and_leads_to_its_first(build):
    count = STORY_ITEMS + 20
    texts = [day_text(0, "a"), day_text(1, *(f"b{n}<0#a" for n in range(count - 1)))]
    built = build({f"briefings/2024/{FIRST + timedelta(days=n)}.md": text for n, text in enumerate(texts)})
    page = built.page("stories/2024-12-01-a/")
    assert len(page.select("section.told li")) == STORY_ITEMS
    assert words(page.find("p", class_="more")) == "20 earlier developments, from 1 December 2024 on"
    assert page.find("p", class_="more").a["href"] == "../../2024/12/01/#a"


def test_more_old_stories_than_the_index_lists_stand_on_pages_of_the_month_they_began(build):
    files = {
        "briefings/2024/2024-12-01.md": day_text(0, *(f"a{n}" for n in range(31))),
        "briefings/2024/2024-12-02.md": day_text(1, *(f"b{n}<0#a{n}" for n in range(31))),
        "briefings/2025/2025-02-01.md": day_text(62, "x"),
    }
    built = build(files)
    page = built.page("stories/")
    assert len(page.find(id="long_quiet_").parent.find_all("li")) == 30
    assert [(words(a), a["href"]) for a in page.select("ul.inline a")] == [("December 2024", "../stories/2024-12/")]
    assert len(built.page("stories/2024-12/").select("ul.list li")) == 31
    assert "https://example.org/nightdesk/stories/2024-12/" in built.text("sitemap.xml")
