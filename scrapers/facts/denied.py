"""Unsaid: which numbers does a sentence name without saying that it happened? Denials, wishes, plans, questions."""

from __future__ import annotations

import re

_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut\w+|rebuff\w*|disput(?:es|ed|ing)"
    r"|retract\w*|disavow\w*)\s+(?:as\s+\w+\s+)?(?:\w+(?:[’']s?)?\s+){0,3}?"
    r"(?:that|reports?|claims?|allegations?|accusations?|rumou?rs|suggestions?|assertions?|statements?|figures?|tolls?"
    r"|it|he|she|they|having|had|\w+ing)\b(?:(?!\b(?:but|and\s+said|while|saying|after|for)\b)[^;:])*$"
    r"|\bwhether\b[^;:]*$"
    r"|\b(?:no|without)\s+(?:\w+\s+)?(?:evidence|proof|signs?|indication|confirmation|truth|basis|grounds|word)\b[^;:,]*$"
    r"|\b(?:contrary\s+to|false|falsely|fake|unfounded|baseless|erroneous(?:ly)?|bogus|wrong(?:ly)?)\s+(?:\w+\s+){0,2}?"
    r"(?:reports?|reported|claims?|claimed|rumou?rs|stories|suggestions?|allegations?|said|stated)\b[^;:,]*$"
    r"|\b(?:nobody|no\s+one|neither|none)\b[^;:,]*\b(?:believ\w+|confirm\w*|claim\w*|said|says|think\w*|thought)\b[^;:]*$"
    r"|\brumou?rs?\s+(?:that|of)\b[^;:]*$|\b(?:simulat\w+|imagin(?:es|ed|ing)|fictional|hypothetical)\b[^;:]*$"
    r"|\bexpect(?:s|ed|ing)?\s+$|\b(?:would|will|could|should|may|might|to)\s+see\s+$"
    r"|\b(?:wants?|wanted|demand(?:s|ed)?)\s+$"
    r"|\b(?:propos|suggest|offer|threaten|plan|refus|consider|vow|discuss)\w*\s+(?:to\s+\w+|\w+ing)\s+$"
    r"|\bnot\s+(?:true|the\s+case|correct)\s+that\b[^;:,]*$"
    r"|\b(?:question(?:s|ed|ing)|doubt(?:s|ed|ing)?|challeng(?:es|ed|ing))\b[^;:,]*\b(?:reports?|tolls?|figures?|claims?|count)\b[^;:]*$"
    r"|\bcast(?:s|ing)?\s+doubt\s+on\b[^;:]*$|\btoo\s+(?:early|soon)\s+to\s+(?:say|tell|know)\b[^;:]*$",
    re.I,
)
_LATER_DENIED = re.compile(
    r"^[^;:,]*\b(?:is|are|was|were|as)\s+(?:\w+\s+){0,2}?(?:false|untrue|wrong|fake|unfounded|baseless|fabricated"
    r"|incorrect|lies|nonsense|invented|misleading|withdrawn|retracted|denied|debunked)\b",
    re.I,
)
_REPORTED = re.compile(
    r"\b(?:reports?|claims?|rumou?rs|allegations?|suggestions?|stor(?:y|ies)|statements?|said|says)\b", re.I
)
_WISHED = re.compile(
    r"\b(?:demand\w*|call\w*\s+(?:\w+\s+)?(?:for|on)|urg\w+|seek\w*|sought|ask\w*\s+for|appeal\w*|plead\w*"
    r"|agree\w*|deals?|plan\w*|propos\w*|talks?|negotiat\w*|await\w*|hop\w+|want\w*|condition\w*|order\w*|offer\w*"
    r"|promis\w*|pledg\w*|vow\w*|approv\w*|provid\w+\s+for|envisag\w*|prepar\w*|discuss\w*|accord|would|will|could|may"
    r"|might|should|must|if|unless|before|until|ahead\s+of|not|no|in\s+exchange\s+for|in\s+return\s+for|push\w*\s+for"
    r"|press\w*\s+for|mediat\w*|broker\w*|stall\w*|refus\w*|delay\w*|postpon\w*|halt\w*|prevent\w*|blame\w*\s+for)\b"
    r"[^;:]*$",
    re.I,
)
_TO_BE = re.compile(r"\bto\s+(?:be|have)\b|\b(?:due|set|expected|scheduled|slated|planned)\s+(?:to|for)\b", re.I)
_HELD_TRUE = re.compile(
    r"\b(?:had|feared|believed|thought|presumed|known|reported|said|estimated|understood|alleged|appears?|seems?)\s+to\s+"
    r"(?:be|have)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|no\s+longer|n[’']t|nearly\s+(?=kill)|yet)\b", re.I)
_KIND = re.compile(r"\b(?:that|which|who|to)\s+$", re.I)


def denied(before: str, after: str) -> bool:
    """Is the number inside what somebody denies, leaves open or calls false? `before` and `after` end its sentence."""
    return _DENIED.search(before) is not None or (
        _LATER_DENIED.match(after) is not None and _REPORTED.search(before) is not None
    )


def wished(before: str) -> bool:
    """Is what follows only asked for, planned or agreed ("demanded the release of …")?"""
    return _WISHED.search(before) is not None


_ABOUT_TO = re.compile(
    r"\b(?:will|would|could|can|may|might|should|must|to)\s+(?!have\b)\w+(?:\s+(?:over|back|out|up|in|home|for))?\s+$",
    re.I,
)


def planned(before: str) -> bool:
    """Does a verb of what is yet to come govern the number ("will hand over 6,000 bodies")?"""
    return _ABOUT_TO.search(before) is not None


def not_done(phrase: str) -> bool:
    """Does the phrase from the number to its verb say it did not happen, or not yet ("are to be freed")?"""
    if _NOT.search(phrase):
        return True
    return _TO_BE.search(phrase) is not None and _HELD_TRUE.search(phrase) is None


def in_general(before: str, verb: str) -> bool:
    """`attacks that kill more than 50`: a kind of event, none that was."""
    return _KIND.search(before) is not None and not verb.lower().endswith(("s", "ed", "ing", "shot", "took", "cost"))
