"""A new day touches what it tells of, and lists; every other page stands as it stood, so nothing old is read anew."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.built_site import Build, Built
from tests.site.conftest import CONTENT

NEW = "2024/12/29"
#: Pages that are lists of the newest, and files of the whole archive.
LISTS = re.compile(
    r"(index\.html|404\.html|sitemap.*|robots\.txt|card\.png|favicon\.svg|(archive|topics|places|stories|weeks|sources|status|figures|"
    r"search|corrections|subscribe|about|method)/(index\.html|[^/]*\.(csv|ndjson|json|geojson|js|ics))|archive/\d{4}/index\.html|"
    r"feeds/(digest|developments|corrections|figures|weeks|all)[^/]*|figures/.*|weeks/.*|pagefind/.*|ahead\.ics)"
)


@pytest.fixture(scope="module")
def two(build: Build, tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """The site before and after its newest day."""
    earlier = tmp_path_factory.mktemp("earlier") / "content"
    shutil.copytree(CONTENT, earlier)
    for path in sorted(earlier.rglob(f"{NEW.replace('/', '-')}.*")):
        path.unlink()
    return build(base=earlier), build(base=CONTENT)


def test_a_new_day_touches_only_what_it_tells_of(two: tuple[Built, Built]) -> None:
    before, after = two
    changed = {path for path, data in after.ours.items() if before.ours.get(path) != data} | {*before.ours} - {
        *after.ours
    }
    day = after.page(f"{NEW}/")
    evidence = after.page(f"{NEW}/evidence/")
    told = {
        re.sub(r"^(\.\./)+", "", a["href"]).partition("#")[0]
        for page in (day, evidence)
        for a in page.find_all("a", href=True)
    }
    text = (CONTENT / "briefings" / f"{NEW[:4]}/{NEW.replace('/', '-')}.md").read_text(encoding="utf-8")
    links = re.findall(r"^(?:Follows|Related): (\d{4})-(\d\d)-(\d\d)#", text, re.MULTILINE)
    followed = {path for path in told if re.match(r"\d{4}/", path)} | {"/".join(link) + "/" for link in links}
    for path in sorted(changed):
        if LISTS.fullmatch(path) or path.startswith(NEW):
            continue
        kind, _, rest = path.partition("/")
        if kind == "feeds":
            kind, _, rest = rest.partition("/")
        name = re.split(r"[/.]", rest)[0]
        if re.match(r"\d{4}/", path):
            assert str(Path(path).parent) + "/" in followed, f"{path} changed; the new day leads nowhere there"
        else:
            assert any(f"{kind}/{name}" in each for each in told) or kind == "sources", f"{path} changed, not told of"
    assert len(changed) < len(after.ours)
    untouched = {path for path in after.ours if re.match(r"(topics|places|stories)/[^/]+/index", path)} - changed
    assert untouched
