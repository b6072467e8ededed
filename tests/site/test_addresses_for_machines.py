"""Sitemaps and the page for addresses that lead nowhere."""

from __future__ import annotations

from datetime import date
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import etree

from plugins.news_sitemap import news_days
from plugins.site import Site
from scrapers.briefing import Briefing
from scrapers.settings import Settings

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SETTINGS = Settings(name="The Quay", url="https://example.org/quay", email="a@example.org", publisher="Us")


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([29, 28, 27], [29, 28]),
        ([29], [29]),
        ([29, 26], [29]),
        ([], []),
    ],
)
def test_news_are_the_days_up_to_one_before_the_newest(days, told):
    site = Site(SETTINGS, tuple(Briefing(day=date(2024, 12, day), title="x") for day in days))
    assert [day.day.day for day, _ in news_days(site)] == told


def test_a_draft_is_no_news_and_does_not_make_older_days_old():
    days = (Briefing(day=date(2024, 12, 29), title="x", draft=True), Briefing(day=date(2024, 12, 20), title="x"))
    assert [str(day.day) for day, _ in news_days(Site(SETTINGS, days))] == ["2024-12-20"]


def test_the_news_sitemap_has_what_google_news_asks_for_and_robots_names_it(site):
    tree = etree.fromstring(site.files["sitemap-news.xml"])
    urls = tree.findall(f"{SITEMAP}url")
    assert len(urls) == 2
    for url in urls:
        news = url.find(f"{NEWS}news")
        assert url.findtext(f"{SITEMAP}loc").removeprefix("https://example.org/nightdesk/") + "index.html" in site.files
        assert news.findtext(f"{NEWS}publication/{NEWS}name") == "Nightdesk"
        assert news.findtext(f"{NEWS}publication/{NEWS}language") == "en"
        assert news.findtext(f"{NEWS}publication_date")[:10] in url.findtext(f"{SITEMAP}loc").replace("/", "-")
        assert news.findtext(f"{NEWS}title")
    named = [line.removeprefix("Sitemap: ") for line in site.text("robots.txt").splitlines() if line.startswith("Site")]
    assert [each.removeprefix("https://example.org/nightdesk/") in site.files for each in named] == [True, True]


def test_a_site_without_a_day_has_no_news_sitemap_and_names_none(build):
    empty = build({})
    assert "sitemap-news.xml" not in empty.files
    assert "sitemap-news" not in empty.text("robots.txt")


@pytest.mark.parametrize("shown_at", ["/", "/nightdesk/x", "/nightdesk/2031/01/01/figures/a/b/", "/elsewhere/deep/er"])
def test_the_page_for_missing_addresses_works_under_any_address(site, shown_at):
    page = site.page("404.html")
    links = [tag[name] for name in ("href", "src", "action") for tag in page.find_all(attrs={name: True})]
    here = f"https://example.org{shown_at}"
    for link in links:
        target = urljoin(here, link)
        if link.startswith(("mailto:", "#")):
            continue
        file = target.split("#")[0].removeprefix("https://example.org/nightdesk/")
        assert (file + "index.html" if not file or file.endswith("/") else file) in site.files, link
    assert page.find("form")["action"] == "https://example.org/nightdesk/search/"
    assert page.style.string.strip()
    assert not page.find("link", rel="stylesheet")
    assert page.find("meta", property="og:url") is None
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_its_search_may_lead_to_the_sites_address_alone(site):
    policy = site.page("404.html").find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    parts = urlsplit("https://example.org/nightdesk")
    assert policy.endswith(f"form-action 'self' {parts.scheme}://{parts.netloc}")
    assert "script-src" not in policy
