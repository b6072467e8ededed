"""The stylesheet as it stands in every page, and the policy that lets a browser run nothing else.

It stands inside the page because a page on a poor connection is then complete after one request; and a page holds only
the rules that it can use, because most of them are for other kinds of page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup

_AROUND = re.compile(r" ?([{};,>]) ?")
_VALUE = re.compile(r"([{;][a-z-]+): ")
#: What stands in a page: names of elements and of classes.
_TAG = re.compile(r"<([a-z][a-z0-9]*)")
_CLASS = re.compile(r'<[^<>]* class="([^"<>]*)"')
#: What a selector asks of the page whatever else it says; what stands in brackets is one of several or an attribute.
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_ASKED = re.compile(r"(?P<dot>[.:]{0,2})(?P<name>-?[a-zA-Z_][\w-]*)")


@dataclass(frozen=True)
class _Rule:
    """`head{…}`: declarations, or the rules inside an at-rule."""

    head: str
    body: str
    inner: tuple[_Rule, ...] = ()

    @property
    def text(self) -> str:
        return f"{self.head}{{{self.body or ''.join(rule.text for rule in self.inner)}}}"


class Stylesheet:
    """The theme's CSS without comments and white space that browsers do not need."""

    def __init__(self, source: str) -> None:
        """Raises ValueError where it could end its own element, or a bracket stays open."""
        css = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL))
        css = _VALUE.sub(r"\1:", _AROUND.sub(r"\1", css)).replace(";}", "}").strip()
        if "<" in css:
            raise ValueError("the stylesheet holds '<', which could end its element")
        self._rules = tuple(_rules(css))
        self._of = lru_cache(maxsize=256)(self._with)

    @property
    def whole(self) -> Markup:
        """All of it, for a page whose script makes what it holds."""
        return Markup("".join(rule.text for rule in self._rules))

    def needed(self, body: str) -> Markup:
        """What a page with this body can use: a rule stays where all elements and classes it names are on the page."""
        classes = frozenset(f".{name}" for names in _CLASS.findall(body) for name in names.split())
        return self._of(classes | frozenset(_TAG.findall(body)) | {"html", "body", "main"})

    def _with(self, present: frozenset[str]) -> Markup:
        return Markup("".join(rule.text for rule in _kept(self._rules, present)))


def policy(css: str) -> str:
    """The Content-Security-Policy of a page with this stylesheet: no script, no frame, nothing from elsewhere.

    The site's own files may be asked for: auditors read robots.txt from within a page.
    """
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    own = "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; style-src 'sha256-{digest}'; {own}"


def policy_of_missing(css: str, site: str) -> str:
    """The same for the page that stands for a missing one: its search leads to the site's own address.

    That need not be the one it is shown at: a preview, or a name that the site is also served under.
    """
    parts = urlsplit(site)
    return policy(css).replace("form-action 'none'", f"form-action 'self' {parts.scheme}://{parts.netloc}")


def policy_of_search(css: str) -> str:
    """The same for the one page that runs a script: the site's own files alone, and WebAssembly, which Pagefind is.

    Its form may lead to the page itself, for a browser that runs no script.
    """
    own = "script-src 'self' 'wasm-unsafe-eval'; form-action 'self'"
    return policy(css).replace("form-action 'none'", own)


def _rules(css: str) -> Iterator[_Rule]:
    at = 0
    while at < len(css):
        opened = css.find("{", at)
        if opened < 0:
            raise ValueError(f"the stylesheet ends within a rule: {css[at : at + 60]!r}")
        end = _closed(css, opened)
        head, body = css[at:opened].strip(), css[opened + 1 : end]
        yield _Rule(head, "", tuple(_rules(body))) if "{" in body else _Rule(head, body)
        at = end + 1


def _closed(css: str, opened: int) -> int:
    depth = 0
    for match in re.compile(r"[{}]").finditer(css, opened):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    raise ValueError(f"the stylesheet has a rule without its end: {css[opened - 40 : opened + 20]!r}")


def _kept(rules: tuple[_Rule, ...], present: frozenset[str]) -> Iterator[_Rule]:
    for rule in rules:
        if rule.inner:
            inner = tuple(_kept(rule.inner, present))
            if inner:
                yield _Rule(rule.head, "", inner)
        elif rule.head.startswith("@"):
            yield rule
        else:
            heads = [head for head in _selectors(rule.head) if _asked(head) <= present]
            if heads:
                yield _Rule(",".join(heads), rule.body)


def _selectors(head: str) -> list[str]:
    """The selectors of a list: commas within brackets part nothing."""
    return re.split(r",(?![^(\[]*[)\]])", head)


@lru_cache(maxsize=1024)
def _asked(selector: str) -> frozenset[str]:
    while (plain := _BRACKETS.sub("", selector)) != selector:
        selector = plain
    found = _ASKED.finditer(selector)
    return frozenset(
        match["dot"] + match["name"] if match["dot"] else match["name"]
        for match in found
        if not match["dot"].startswith(":")
    )
