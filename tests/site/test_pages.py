"""What readers find on the pages of the site."""

from __future__ import annotations

import copy
import json
import posixpath
import re
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

import pytest

from plugins.months import weeks
from scrapers.briefing import Briefing

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def words(node) -> str:
    return " ".join(node.get_text(" ").split())


# --- every page


def test_every_link_within_the_site_leads_somewhere(site):
    files = site.files
    anchors = {path: {tag["id"] for tag in page.find_all(id=True)} for path, page in site.pages.items()}
    broken = []
    for path, page in site.pages.items():
        for link in page.find_all("a", href=True):
            href = link["href"].removeprefix("https://example.org/nightdesk/") if path == "404.html" else link["href"]
            parts = urlsplit(href)
            if parts.scheme:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
            target = path if not parts.path else target
            if target not in files:
                target = posixpath.normpath(posixpath.join(target, "index.html"))
            if target not in files or (parts.fragment and parts.fragment not in anchors.get(target, ())):
                broken.append((path, link["href"]))
    assert broken == []
    assert sum(len(page.find_all("a", href=True)) for page in site.pages.values()) > 300


def test_an_id_stands_once_in_a_page(site):
    for path, page in site.pages.items():
        ids = [tag["id"] for tag in page.find_all(id=True)]
        assert sorted(ids) == sorted(set(ids)), path


def test_every_page_has_one_h1_its_landmarks_and_a_way_past_the_masthead(site):
    for path, page in site.pages.items():
        assert len(page.find_all("h1")) == 1, path
        assert [len(page.body.find_all(name, recursive=False)) for name in ("main", "footer")] == [1, 1], path
        # A passage has a line of its own below it.
        assert len(page.find_all("footer")) == 1 + len(page.select("blockquote.passage")), path
        assert page.html["lang"] == "en"
        skip = page.body.find("a")
        assert page.find(id=skip["href"].removeprefix("#")).name == "main"
        for nav in page.find_all("nav"):
            assert nav.get("aria-label") or nav.get("aria-labelledby"), path


def test_headings_leave_no_level_out(site):
    for path, page in site.pages.items():
        level = 0
        for heading in page.find_all(re.compile("^h[1-6]$")):
            assert int(heading.name[1]) <= level + 1, (path, heading)
            level = int(heading.name[1])


def test_every_page_says_where_it_stands_and_where_its_feeds_are(site):
    for path, page in site.pages.items():
        if page.find("meta", attrs={"http-equiv": "refresh"}):
            continue
        address = "https://example.org/nightdesk/" + path.removesuffix("index.html")
        canonical = page.find("link", rel="canonical")
        assert (canonical["href"] if canonical else None) == (None if path == "404.html" else address)
        feeds = [link["href"] for link in page.find_all("link", rel="alternate")]
        assert "https://example.org/nightdesk/feeds/digest.rss.xml" in feeds
        assert all(feed.removeprefix("https://example.org/nightdesk/") in site.files for feed in feeds)
        assert page.find("meta", attrs={"name": "description"})["content"].strip()


def test_a_page_runs_nothing_and_loads_nothing(site):
    for path, page in site.pages.items():
        if path == "search/index.html":
            continue  # the one page with a form and a script: test_search.py
        assert page.find_all(["img", "iframe", "object", "embed", "video", "audio"]) == [], path
        # A form that leads to the search: test_addresses_for_machines.py.
        assert len(page.find_all("form")) == (path == "404.html"), path
        scripts = page.find_all("script")
        assert [script.get("type") for script in scripts] in ([], ["application/ld+json"])
        assert page.find_all("link", rel="stylesheet") == []
        policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_policy_allows_the_very_stylesheet(site):
    import base64
    import hashlib

    page = site.page("")
    digest = base64.b64encode(hashlib.sha256(page.style.string.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert len(page.style.string.encode()) < 12_500


def test_a_day_of_twenty_developments_is_light(site):
    assert len(site.page("2024/12/28/").find_all("article", class_="development")) == 20
    assert len(site.files["2024/12/28/index.html"]) < 60_000


def test_two_builds_give_the_same_bytes(site, build):
    from pathlib import Path

    assert build(base=Path(__file__).parent / "content").ours == site.ours


# --- the day


def test_a_day_begins_with_its_title_its_window_and_the_list_of_its_developments(site):
    page = site.page("2024/12/29/")
    assert words(page.h1) == "Briefing for Sunday 29 December 2024"
    assert "Covers 2024-12-28 17:30 – 2024-12-29 23:30 UTC" in words(page.find("header", class_="day"))
    assert "3 developments" in words(page.find("header", class_="day"))
    assert "2 min to read" in words(page.find("header", class_="day"))
    assert page.find("nav", class_="key") is None  # three lead it, and there are no others


def test_a_headline_stands_once_on_its_days_page_and_once_on_the_front_page(site):
    headings = "article.development > :is(h2, h3), ol.front :is(h2, h3), details.line > summary > :is(h3, h4)"
    for path in ("", "2024/12/29/", "2024/12/28/"):
        page = site.page(path)
        page = copy.copy(page)  # other tests read the same
        told = [words(h).removesuffix(" #") for h in page.select(headings)]
        assert len(told) == len(set(told)) >= 3
        for folded in page.select("details.cited, table.figures, p.story, p.change, ol.front a"):
            folded.extract()
        assert not [link for link in page.main.find_all("a") if words(link) in told]


def test_the_rest_of_a_day_stands_by_its_conflicts_and_the_links_at_its_top_lead_there(site):
    page = site.page("2024/12/28/")
    links = [link["href"] for link in page.select("nav.key a")]
    assert links[-1] == "#also_"
    assert [link.removeprefix("#") for link in links[:-1]] == [h["id"] for h in page.select("section.of > h2")]
    assert all(page.find(id=link.removeprefix("#")) for link in links)


def test_a_summary_of_headlines_follows_what_an_editor_hides_and_rewords_everywhere(build):
    heads = ("Ferry burns at Selm", "Judge frees two in Tarn", "Flour reaches Beled", "Bridge reopens")
    front = "Title: Our day\nDate: 2024-12-29\nWindow: 2024-12-28 17:30 – 2024-12-29 23:30 UTC\n\n"
    text = front + "\n\n".join(f"## {head} {{#one{n}}}\n\nIt was so." for n, head in enumerate(heads)) + "\n"
    edited = text.replace("{#one0}\n", "{#one0}\n\nHidden: yes\n").replace(heads[1], "Two are free in Tarn")
    built = build({"briefings/2024/2024-12-29.md": edited})
    told = "Two are free in Tarn; Flour reaches Beled; Bridge reopens."
    for path in ("", "2024/12/29/"):
        assert built.page(path).select_one("p.summary") is None  # the headlines stand right below
        assert built.page(path).find("meta", attrs={"name": "description"})["content"] == told
    assert [told in built.text(f"feeds/digest{ending}") for ending in (".rss.xml", ".atom.xml", ".json")] == [True] * 3
    for head in heads[:2]:
        assert not [path for path, data in built.files.items() if head.encode() in data]


def test_a_pinned_development_is_first_and_a_hidden_one_is_nowhere(site):
    page = site.page("2024/12/29/")
    assert [h2["id"] for h2 in page.select("article.development > h2")] == ["count1", "selm03", "tarn05"]
    assert not [name for name, data in site.files.items() if b"dam900" in data or b"dam strike" in data]


def test_a_development_shows_its_change_its_place_its_topics_and_its_prose(site):
    section = site.page("2024/12/29/").find(id="selm03").parent
    facts = section.find("p", class_="facts")
    assert words(facts) == "Update Selm, Astria Black coast Shipping Health & Food"
    assert "../../../topics/black-coast/" in [link["href"] for link in facts.find_all("a")]
    assert "What is new: a ship with 31,000 tonnes of wheat left the port" in words(section)
    link = section.find("div", class_="prose").a
    assert link["href"] == "https://example.org/radio-vesna/ship"


def test_a_development_quotes_publishers_and_sets_data_in_rows_and_an_editor_may_quote_too(site):
    page = site.page("2024/12/29/")
    section = page.find(id="selm03").parent
    (quoted,) = section.select("blockquote.passage")
    assert (quoted.p["lang"], quoted.p["dir"]) == ("fr", "ltr")
    assert words(quoted.footer) == "— Vostok Agency state media, RU in French"
    assert quoted.find_previous_sibling("p").get_text().endswith("one of two berths works.")
    assert [words(row.strong) for row in section.select("ul.rows li")] == ["Killed:", "Said:"]
    assert page.find(id="tarn05").parent.blockquote.attrs == {}


def test_the_outlets_of_a_development_stand_by_name_behind_a_plain_summary_with_origin_and_label(site):
    section = site.page("2024/12/29/").find(id="selm03").parent
    assert words(section.summary) == "2 independent outlets"
    assert words(section.select_one("details p")).startswith("Radio Vesna, Vostok Agency state media, RU .")
    assert section.select_one("details .label").string == "state media, RU"
    copied = site.page("2024/12/27/").find(id="selm01").parent
    assert words(copied.summary) == "2 outlets, 1 independent origin"
    assert words(copied.select_one("details p")).startswith("North Wire , North Wire via Example Post.")


def test_each_report_stands_on_the_page_of_evidence_with_its_headline_and_time(site):
    labelled = site.page("2024/12/29/evidence/").find(id="selm03").parent.select("li.report")[1]
    assert words(labelled) == "Vostok Agency state media, RU 12:02 Ship leaves as berth reopens"
    assert labelled.time["datetime"] == "2024-12-29T12:02Z"
    page = site.page("2024/12/27/evidence/")
    assert words(page.find(id="selm01").parent.select("li.report")[1]).startswith("North Wire via Example Post 20:41")
    assert "undated" in words(page.find(id="negot7").parent.find("li"))


def test_a_time_of_another_day_says_the_day_and_a_bare_day_no_time(site):
    section = site.page("2024/12/27/evidence/").find(id="dorn22").parent
    assert (section.time["datetime"], section.time.string) == ("2024-12-27", "27 Dec")


def test_a_story_is_linked_both_ways(site):
    later = [words(link) for link in site.page("2024/12/27/").find(id="selm01").parent.select(".story a")]
    assert later[1:] == ["Later: 28 December", "Later: 29 December"]
    (story,) = site.page("2024/12/29/").find(id="selm03").parent.select(".story a")
    assert "../../2024/12/27/#selm01" in {a["href"] for a in site.page("stories/2024-12-27-selm01/").find_all("a")}
    assert story["href"] == "../../../stories/2024-12-27-selm01/"


def test_what_it_follows_is_no_link_where_that_is_not_on_the_site(site):
    assert site.page("2024/12/29/").find(id="tarn05").parent.select(".story a") == []


def test_notes_and_corrections_are_dated_and_visible(site):
    page = site.page("2024/12/29/")
    section = page.find(id="tarn05").parent
    assert [words(p) for p in section.find_all("p", class_="correction")] == [
        "Correction, 30 December 2024 : We wrote that three reporters were freed. It was two.",
        "Correction, 2 January 2025 : The court sat on Sunday morning, not on Saturday.",
    ]
    assert "We do not name the two" in words(section.find("p", class_="note"))
    assert "Two sources sent their texts a day late" in words(page.find("header", class_="day"))


def test_what_could_not_be_seen_is_a_section_of_its_own(site):
    section = site.page("2024/12/28/").find(id="unseen_").parent
    assert words(section.h2) == "What we could not see"
    assert [words(li) for li in section.find_all("li")][1] == "Coast Herald: robots denied, 2024-12-28 23:31 UTC"
    assert len(section.find_all("li")) == 3


def test_the_editors_own_sections_and_opening_are_shown(site):
    page = site.page("2024/12/29/")
    assert "How to read the counts" in [words(h2) for h2 in page.find_all("h2")]
    assert "Sunday is quiet in most newsrooms" in words(page.main)


def test_the_days_before_and_after_are_one_step_away(site):
    links = {link["rel"][0]: link["href"] for link in site.page("2024/12/28/").select("nav.days a")}
    assert links == {"prev": "../../../2024/12/27/", "next": "../../../2024/12/29/"}


def test_machines_learn_when_a_day_was_published_and_corrected(site):
    data = json.loads(site.page("2024/12/29/").find("script", type="application/ld+json").string)
    assert (data["datePublished"], data["dateModified"]) == ("2024-12-29T23:30:00+00:00", "2025-01-02")


# --- lists


def test_the_front_page_is_the_latest_day_in_its_essentials(site):
    page = site.page("")
    assert words(page.h1) == "Briefing for Sunday 29 December 2024"
    assert words(page.select_one("ol.front h2")) == "Truce monitors publish their weekly count"
    assert [link["href"] for link in page.select("main ul.list a")] == ["./2024/12/28/", "./2024/12/27/"]


def test_a_topic_has_its_introduction_and_its_developments_newest_first(site):
    page = site.page("topics/black-coast/")
    assert "fight over the ports" in words(page.main)
    days = [time["datetime"] for time in page.select("section.told h2 time")]
    assert days == ["2024-12-29", "2024-12-28", "2024-12-27"]
    assert "../../2024/12/27/#selm01" in [link["href"] for link in page.select("section.told li a")]


def test_an_alias_and_a_name_without_a_file_have_their_pages(build):
    day = "Title: T\nDate: 2024-12-29\n\n## One {#one11}\n\nTopics: port selm WAR, Fog\n\nIt was.\n"
    files = {
        "briefings/2024/2024-12-29.md": day,
        "topics/black-coast.md": "Name: Black coast\nAliases: Port Selm war\n\nIntroduction.\n",
    }
    built = build(files)
    links = [link["href"] for link in built.page("2024/12/29/").select("p.facts a")]
    assert links == ["../../../topics/black-coast/", "../../../topics/fog/"]
    assert words(built.page("topics/fog/").h1) == "Fog"


def test_an_address_that_a_topic_had_under_another_name_leads_to_it(site):
    page = site.page("topics/port-selm-war/")
    assert page.find("meta", attrs={"http-equiv": "refresh"})["content"] == "0; url=../../topics/black-coast/"
    assert page.find("link", rel="canonical")["href"] == "https://example.org/nightdesk/topics/black-coast/"


def test_a_topic_file_with_a_fault_is_told_and_the_rest_is_built(build):
    built = build({"topics/fog.md": "Nmae: Fog\n", "topics/ice.md": "Name: Ice\n"})
    assert "content/topics/fog.md" in built.said
    assert "did you mean 'Name'" in built.said
    assert words(built.page("topics/ice/").h1) == "Ice"


def test_a_topic_nobody_told_of_is_listed_apart(site):
    assert "Nothing has been told of this yet" in words(site.page("topics/quiet-war/").main)
    assert [words(link) for link in site.page("topics/").select("ul.inline a")] == ["Quiet war"]


def test_the_archive_goes_by_year_and_month(site):
    assert "3 briefings since Friday 27 December 2024" in words(site.page("archive/").main)
    year = site.page("archive/2024/")
    assert [words(h2) for h2 in year.main.find_all("h2")] == ["December 2024"]
    assert len(year.select("li time")) == 3


def test_a_month_is_a_calendar_whose_days_lead_to_their_briefings(site):
    for path, up in (("archive/", "../"), ("archive/2024/", "../../")):
        (table,) = site.page(path).select("table.month")
        assert words(table.caption) == "December 2024: 3 days with a briefing, and the developments of each"
        heads = table.select("thead th[scope=col]")
        assert [head.get_text() for head in heads] == WEEKDAYS
        days = [[words(cell) for cell in row.find_all("td")] for row in table.select("tbody tr")]
        assert [len(row) for row in days] == [7] * 6
        assert [row[6] for row in days[:4]] == ["1", "8", "15", "22"]  # 1 December 2024 was a Sunday
        assert days[0][:6] == [""] * 6
        assert days[5] == ["30", "31", "", "", "", "", ""]
        links = {link["href"]: " ".join(link.get_text().split()) for link in table.find_all("a")}
        assert list(links) == [f"{up}2024/12/{n}/" for n in (27, 28, 29)]
        assert links[f"{up}2024/12/28/"] == "28: 20 developments"


@pytest.mark.parametrize(
    ("day", "rows", "first"), [("2021-02-14", 4, "1"), ("2024-02-29", 5, ""), ("2026-03-01", 6, "")]
)
def test_every_day_of_a_month_stands_once_in_its_calendar(day, rows, first):
    when = date.fromisoformat(day)
    made = weeks([Briefing(day=when, title="T")])
    assert len(made) == rows
    assert (str(made[0][0].day.day) if made[0][0].day else "") == first
    held = [cell.day for week in made for cell in week if cell.day]
    assert held == sorted(set(held))
    assert held[0].day == 1
    assert (held[-1] + timedelta(days=1)).day == 1
    assert [cell.day for week in made for cell in week if cell.briefing] == [when]
    assert all(cell.day is None or cell.day.weekday() == n for week in made for n, cell in enumerate(week))


def test_all_corrections_are_on_one_page_the_newest_first(site):
    listed = [words(li) for li in site.page("corrections/").select("ul.list li")]
    assert [line.split(" ,")[0] for line in listed] == ["Thursday 2 January 2025", "Monday 30 December 2024"]


def test_places_have_pages_by_country(site):
    assert [words(link) for link in site.page("places/").select("ul.list a")] == ["Astria", "Miravia", "Sarun"]
    assert len(site.page("places/astria/").select("section.told li")) > 3


def test_robots_and_the_sitemap_name_every_page(site):
    from lxml import etree

    assert "Sitemap: https://example.org/nightdesk/sitemap.xml" in site.text("robots.txt")
    tree = etree.fromstring(site.files["sitemap.xml"])
    listed = {loc.text for loc in tree.iter("{*}loc")}
    pages = {"https://example.org/nightdesk/" + path.removesuffix("index.html") for path in site.pages}
    pages -= {"https://example.org/nightdesk/topics/port-selm-war/"}  # moved
    assert {page for page in pages if not re.search(r"404|/archive/|/(topics|places)/$", page)} <= listed
    assert listed <= pages


def test_a_page_that_is_missing_links_by_whole_addresses(site):
    links = [link["href"] for link in site.page("404.html").find_all("a", href=True)]
    assert all(link.startswith(("https://", "mailto:", "#main_")) for link in links)


# --- what the content may be like

DAY = "Title: A day\nDate: 2024-12-29\n\n## One {#one11}\n\nIt was.\n"


def test_before_the_first_night_the_front_page_says_so(build):
    built = build()
    assert words(built.page("").h1) == "The first briefing comes tonight"
    assert "No briefing yet" in words(built.page("archive/"))
    assert b"<title>Nightdesk</title>" in built.files["feeds/digest.rss.xml"]


def test_a_draft_and_the_wire_log_do_not_appear(build):
    draft = DAY.replace("2024-12-29", "2024-12-28\nStatus: draft").replace("It was", "It was secret")
    wire = {"wire/2024/2024-12-29.jsonl": '{"secret": 1}\n'}
    built = build({"briefings/2024/2024-12-29.md": DAY, "briefings/2024/2024-12-28.md": draft, **wire})
    assert "2024/12/29/index.html" in built.files
    assert not [n for n, data in built.files.items() if "jsonl" in n or b"secret" in data or b"2024-12-28" in data]


def test_a_day_of_invented_outlets_marks_every_page(build):
    text = "invented outlets, nothing here happened"
    built = build({"briefings/2024/2024-12-29.md": DAY.replace("Date:", f"Sample: {text}\nDate:")})
    for path, page in built.pages.items():
        assert text in words(page.find(class_="sample")), path
    assert text in built.text("feeds/digest.rss.xml")


FAULTS = {
    "2024-12-21": ("an unknown field", lambda day: day.replace("\n\nIt", "\n\nTopcis: x\n\nIt"), 6, "Topcis"),
    "2024-12-22": ("a date that differs", lambda day: day.replace("2024-12-22", "2024-12-12"), 2, "differs"),
    "2024-12-23": ("an id twice", lambda day: day + "\n## Two {#one11}\n\nAlso.\n", 8, "stands twice"),
    "2024-12-24": ("half a citation", lambda day: day + "\n- [A](https://example.org/a) Post\n", 8, "a citation reads"),
}


@pytest.fixture(scope="module")
def faulty(build):
    files = {f"briefings/2024/{day}.md": make(DAY.replace("2024-12-29", day)) for day, (_, make, *_) in FAULTS.items()}
    return build(files)


@pytest.mark.parametrize("day", FAULTS)
def test_a_day_with_a_fault_is_published_and_the_fault_is_told_with_file_and_line(day, faulty):
    _, _, line, reason = FAULTS[day]
    page = faulty.page("2024/12/12/" if reason == "differs" else day.replace("-", "/") + "/")
    assert "It was." in words(page.main)
    assert f"content/briefings/2024/{day}.md:{line}: " in faulty.said
    assert reason in faulty.said
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_of_two_files_for_one_day_the_first_is_shown(build):
    built = build({"briefings/2024/2024-12-29.md": DAY, "briefings/2024/copy.md": DAY.replace("It was", "It is")})
    assert "It was." in words(built.page("2024/12/29/").main)
    assert "are both for 2024-12-29" in built.said


def test_bytes_that_are_no_text_and_a_file_that_is_no_day_do_not_stop_the_build(build):
    files = {"briefings/2024/2024-12-29.md": DAY.replace("It", "\udcff\x00It\x0c"), "briefings/README.md": "Hello\n"}
    built = build(files)
    assert "It was." in words(built.page("2024/12/29/").main)
    assert "is no day" in built.said


def test_a_topic_with_many_developments_is_split_by_year(build):
    files = {}
    for n in range(40):
        day = f"20{23 + n % 2}-01-{n // 2 + 1:02d}"
        body = "".join(f"\n## Thing {k} {{#id{k}}}\n\nTopics: Fog\n\nIt was.\n" for k in range(2))
        files[f"briefings/{day[:4]}/{day}.md"] = f"Title: {day}\nDate: {day}\n{body}"
    built = build(files)
    assert len(built.page("topics/fog/").select("section.told li")) == 60
    assert len(built.page("topics/fog/2023/").select("section.told li")) == 40
    assert [words(link) for link in built.page("topics/fog/").select("nav.days a")] == ["2024", "2023"]


def test_every_page_has_an_icon_that_is_there(site):
    assert "favicon.svg" in site.files
    for path, page in site.pages.items():
        icon = page.find("link", rel="icon")["href"]
        assert icon.endswith("favicon.svg"), path


@pytest.mark.parametrize(("today", "shown"), [("2024-12-27", False), ("2024-12-28", True), ("2024-12-29", True)])
def test_a_day_that_lies_ahead_is_held_back_and_named(build, today, shown):
    """One that has begun somewhere is shown: it is tomorrow in London when it is today in Tokyo."""
    files = {f"briefings/2024/2024-12-{n}.md": f"Title: A day {n}\nDate: 2024-12-{n}\n" for n in (20, 29)}
    built = build(files, NIGHTDESK_TODAY=today)
    assert ("2024/12/29/index.html" in built.files) is shown
    assert ("2024-12-29.md lies ahead" in built.said) is not shown
    assert ("A day 29" in built.page("").get_text()) is shown
    assert (b"A day 29" in built.files["feeds/digest.rss.xml"]) is shown
