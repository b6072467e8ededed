"""What of a page does no visitor see? It is taken out before anything looks for the article.

Only what the page itself says counts: an element's own attributes, and rules of its `<style>` elements that name one
class or id. Rules for paper, for states (`:hover`) and for what lies in something else are left aside, and so are
stylesheets elsewhere; for those stand the few names that every framework gives to text for screen readers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lxml import etree, html

#: Names of text that is for screen readers alone (Bootstrap, WordPress, GOV.UK, Drupal, USWDS).
_FOR_READERS = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-only "
    "element-invisible u-visually-hidden usa-sr-only a11y-hidden".split()
)
_DIALOGS = ("dialog", "alertdialog")
#: Where less than this many letters would be left, the page shows its text by a script, and all of it stays.
LEFT = 200

#: What stands in a declaration that may hide what it is given to, as it is written.
_HIDING = (":none", ": none", ":hidden", ": hidden", ":collapse", ": collapse", "clip:", "clip-path:", ":-9", ": -9")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?([.#][\w-]+)", re.IGNORECASE)
_GONE = re.compile(r"display:none|visibility:(?:hidden|collapse)|content-visibility:hidden")
_SEEN = re.compile(r"display:(?!none)|visibility:visible")
_CLIPPED = re.compile(
    r"clip:rect\((?:0|1px)|clip-path:inset\((?:50|100)%|(?:left|right|top|text-indent):-\d{3,}(?:px|r?em)"
)
_TINY = re.compile(r"(?<![\w-])(?:width|height):[01](?:px)?(?![\d.])")


def strip_invisible(root: html.HtmlElement) -> None:
    """Takes out of the tree, in place, what no visitor sees; nothing where hardly anything would be left.

    Scripts, styles and vector drawings go with it. Costs about a millisecond of a page.
    """
    hidden = _hidden_names(root)
    etree.strip_elements(root, "script", "style", "noscript", "template", "svg", with_tail=False)
    gone = {element for element in _MARKED(root) if _says_so(element)} | set(_of_names(root, hidden))
    body = root.find("body")
    gone -= {root, body}
    if not gone:
        return
    outermost: list[html.HtmlElement] = [
        each for each in gone if not any(above in gone for above in each.iterancestors())
    ]
    text = sum(_letters(each) for each in outermost)
    if _letters(root if body is None else body) - text < LEFT:
        return
    for element in outermost:
        element.drop_tree()  # keeps the tail


#: Elements whose attributes may say that they are not seen.
_CLASSES: Callable[[object], list[str]] = etree.XPath("//@class", smart_strings=False)  # type: ignore[assignment]
_IDS: Callable[[object], list[str]] = etree.XPath("//@id", smart_strings=False)  # type: ignore[assignment]
_CLASSED: Callable[[object], list[html.HtmlElement]] = etree.XPath("//*[@class]")  # type: ignore[assignment]
_NAMED: Callable[[object], list[html.HtmlElement]] = etree.XPath("//*[@class or @id]")  # type: ignore[assignment]
_MARKED: Callable[[object], list[html.HtmlElement]] = etree.XPath(  # type: ignore[assignment]
    "//*[@hidden or @aria-hidden or @aria-modal or @style or @role]"
)


def _says_so(element: html.HtmlElement) -> bool:
    own = element.attrib
    if own.get("hidden") is not None and own["hidden"] != "until-found":
        return True
    if "true" in (own.get("aria-hidden", "").strip().lower(), own.get("aria-modal", "").strip().lower()):
        return True
    return own.get("role", "").strip().lower() in _DIALOGS or is_hiding(own.get("style", ""))


def _of_names(root: html.HtmlElement, hidden: frozenset[str]) -> Iterator[html.HtmlElement]:
    """Elements that a class or id of theirs hides, unless their own style shows them."""
    verdicts: dict[str, bool] = {}
    for element in _NAMED(root) if hidden else _CLASSED(root):
        names = element.get("class", "")
        if (unseen := verdicts.get(names)) is None:
            unseen = any(f".{name}" in hidden or name.lower() in _FOR_READERS for name in names.split())
            verdicts[names] = unseen
        if unseen:
            if not _SEEN.search(_plain(element.get("style", ""))):
                yield element
        elif hidden and f"#{element.get('id')}" in hidden:
            yield element


def is_hiding(declarations: str) -> bool:
    """Does a style let nobody see what it is given to?"""
    if not declarations:
        return False
    plain = _plain(declarations)
    if _GONE.search(plain):
        return True
    absolute = "position:absolute" in plain or "position:fixed" in plain or "text-indent:-" in plain
    return absolute and (bool(_CLIPPED.search(plain)) or len(_TINY.findall(plain)) == 2)


def _plain(declarations: str) -> str:
    return re.sub(r"\s+", "", declarations).lower()


def _hidden_names(root: html.HtmlElement) -> frozenset[str]:
    """`.name` and `#name` of the page that its own rules hide and no later rule shows."""
    used = {f".{name}" for names in _CLASSES(root) for name in str(names).split()}
    used |= {f"#{name}" for name in _IDS(root)}
    found: set[str] = set()
    for element in root.iter("style"):
        if element.get("media", "all").strip().lower() in ("", "all", "screen"):
            css = element.text or ""
            css = _COMMENT.sub(" ", css) if "/*" in css else css
            for selectors, declarations, end in _hiding_rules(css):
                for selector in selectors.split(","):
                    simple = _SIMPLE.fullmatch(selector.strip())
                    if simple and simple[1] in used and is_hiding(declarations) and not _shown(simple[1], css, end):
                        found.add(simple[1])
    return frozenset(found)


def _shown(name: str, css: str, after: int) -> bool:
    """Does a later rule for the same name, and for it alone, show it?"""
    for at in _places(css, name, after):
        opened, closed = css.find("{", at), css.find("}", at)
        before = css[max(after, at - 40) : at].rstrip()[-1:]
        behind = css[at + len(name) : opened].lstrip()[:1]
        alone = 0 <= opened < closed and before in ("", "}", ",") and behind in ("", ",")
        if alone and _SEEN.search(_plain(css[opened + 1 : closed])):
            return True
    return False


def _places(text: str, words: str, start: int = 0) -> Iterator[int]:
    at = text.find(words, start)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _hiding_rules(css: str) -> Iterator[tuple[str, str, int]]:
    """Selectors, declarations and end of the rules that may hide, those in an at-rule left out.

    A stylesheet may have a megabyte, so only the surroundings of a hit are looked at.
    """
    depth = at = 0
    for hit in sorted(place for words in _HIDING for place in _places(css, words)):
        if hit < at:
            continue  # of the rule before
        opened, closed = css.rfind("{", at, hit), css.find("}", hit)
        if closed < 0:
            return
        if opened >= 0:
            depth += css.count("{", at, opened) - css.count("}", at, opened)
            begun = max(at - 1, css.rfind("}", at, opened))
            if not depth:
                yield css[begun + 1 : opened].rpartition(";")[2], css[opened + 1 : closed], closed + 1
        at = closed + 1


def _letters(element: html.HtmlElement) -> int:
    return sum(len(text.strip()) for text in element.itertext())
