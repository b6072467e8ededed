"""The stylesheet as it stands in every page, and the policy that lets a browser run nothing else.

It stands inside the page because a page on a poor connection is then complete after one request.
"""

from __future__ import annotations

import base64
import hashlib
import re

from markupsafe import Markup


def stylesheet(source: str) -> Markup:
    """The theme's CSS without comments and white space that browsers do not need."""
    css = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    css = re.sub(r"([{;][a-z-]+): ", r"\1:", css).replace(";}", "}").strip()
    if "<" in css:
        raise ValueError("the stylesheet holds '<', which could end its element")
    return Markup(css)


def policy(css: str) -> str:
    """The Content-Security-Policy of a page with this stylesheet: no script, no frame, nothing from elsewhere.

    The site's own files may be asked for: auditors read robots.txt from within a page.
    """
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    own = "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
    return f"default-src 'none'; style-src 'sha256-{digest}'; {own}"


def policy_of_search(css: str) -> str:
    """The same for the one page that runs a script: the site's own files alone, and WebAssembly, which Pagefind is.

    Its form may lead to the page itself, for a browser that runs no script.
    """
    own = "script-src 'self' 'wasm-unsafe-eval'; form-action 'self'"
    return policy(css).replace("form-action 'none'", own)
