"""What does a news sitemap say?"""

from __future__ import annotations

from lxml import etree

from scrapers.extract.entries import Draft, Found, NotAFeed
from scrapers.extract.feedtext import character_references, from_root
from scrapers.extract.feedtime import feed_time
from scrapers.extract.syndication import checked_xml
from scrapers.outcome import Result


def read(text: str, *, url: str) -> Found:
    """The addresses that a news sitemap lists with a title. Raises NotAFeed."""
    document = character_references(from_root(text)[1])
    problem = checked_xml(document)
    whole = document.rstrip().lower().endswith(("urlset>", "sitemapindex>"))
    if not whole:
        document = document[: document.lower().rfind("</url>") + len("</url>")]  # an address may be cut too
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    root = etree.fromstring(document.encode("utf-8", "replace"), parser=parser)
    if root is None:
        raise NotAFeed(Result.BROKEN_FEED, problem or "no XML")
    if root.tag.rpartition("}")[2] == "sitemapindex":
        listed = [node.text.strip() for node in root.iter("{*}loc") if node.text]
        first = f", such as {listed[0]}" if listed else ""
        raise NotAFeed(Result.NOT_A_FEED, f"an index of {len(listed)} sitemaps; name one{first}"[:200])
    drafts = [_draft(node, base=url) for node in root.iter("{*}url")]
    if not drafts and problem:
        raise NotAFeed(Result.BROKEN_FEED, problem)
    language = next((draft.language for draft in drafts if draft.language), None)
    if not whole:
        return Found(
            drafts=drafts, language=language, result=Result.TRUNCATED, detail=f"ends early, after {len(drafts)} entries"
        )
    return Found(drafts=drafts, language=language)


def _draft(node: etree._Element, *, base: str) -> Draft:
    def text(name: str) -> str | None:
        found = node.find(f".//{{*}}{name}")
        return found.text.strip() if found is not None and found.text and found.text.strip() else None

    keywords = text("keywords") or ""
    updated = feed_time(text("lastmod"))
    return Draft(
        link=text("loc"),
        base=base,
        title=text("title"),
        published=feed_time(text("publication_date")),
        updated=updated,
        categories=tuple(word.strip() for word in keywords.split(",") if word.strip()),
        language=text("language"),
    )
