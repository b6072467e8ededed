"""Which charset is a page in?"""

from __future__ import annotations

import re

from w3lib.encoding import html_to_unicode

#: Bytes looked at when nothing declares a charset: enough for a detector, and bounded.
SAMPLE = 60_000

#: What no XML or HTML parser may see: control characters, and surrogates that stand alone.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def decoded(body: bytes, content_type: str | None) -> str:
    """The page as text: BOM, header, declaration in the page, then valid UTF-8, then a detector; never raises."""
    if not body.isascii():
        # Bytes that are UTF-8 by chance hardly exist; pages that declare something else and send UTF-8 do.
        try:
            return _UNFIT.sub(" ", body.decode("utf-8-sig"))
        except UnicodeDecodeError:
            pass
    _, text = html_to_unicode(content_type, body, auto_detect_fun=_detected, default_encoding="utf-8")
    return _UNFIT.sub(" ", text)


def _detected(body: bytes) -> str | None:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    import chardet  # costs 100 ms to import and is needed on few pages

    found = chardet.detect(body[:SAMPLE])
    return str(found["encoding"]) if found.get("encoding") else "windows-1252"
