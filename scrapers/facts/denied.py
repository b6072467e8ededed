"""Denied: which numbers does a sentence name without saying that it happened? Denials, wishes, plans, questions."""

from __future__ import annotations

from scrapers.facts.marks import pattern

_DENIED = pattern(
    # denied that he had; rejected claims of; whether
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut\w+|rebuff\w*|disput(?:es|ed|ing)"
    r"|retract\w*|disavow\w*) (?:as \w+ )?(?:\w+(?:[’']s?)? ){0,3}?(?:that|reports?|claims?|allegations?|accusations?"
    r"|rumou?rs|suggestions?|assertions?|statements?|figures?|tolls?|it|he|she|they|having|had|\w+ing)\b"
    r"(?:(?!\b(?:but|and said|while|saying|after|for)\b)[^;:])*$|\bwhether\b[^;:]*$"
    # no evidence that; false reports of; nobody believes; rumours that; it is not true that
    r"|\b(?:no|without) (?:\w+ )?(?:evidence|proof|signs?|indication|confirmation|truth|basis|grounds|word)\b[^;:,]*$"
    r"|\b(?:contrary to|false|falsely|fake|unfounded|baseless|erroneous(?:ly)?|bogus|wrong(?:ly)?) (?:\w+ ){0,2}?"
    r"(?:reports?|reported|claims?|claimed|rumou?rs|stories|suggestions?|allegations?|said|stated)\b[^;:,]*$"
    r"|\b(?:nobody|no one|neither|none)\b[^;:,]*\b(?:believ\w+|confirm\w*|claim\w*|said|says|think\w*|thought)\b[^;:]*$"
    r"|\brumou?rs? (?:that|of)\b[^;:]*$|\bnot (?:true|the case|correct) that\b[^;:,]*$"
    # doubted the toll of; too early to say
    r"|\b(?:question(?:s|ed|ing)|doubt(?:s|ed|ing)?|challeng(?:es|ed|ing))\b[^;:,]*"
    r"\b(?:reports?|tolls?|figures?|claims?|count)\b[^;:]*$"
    r"|\bcast(?:s|ing)? doubt on\b[^;:]*$|\btoo (?:early|soon) to (?:say|tell|know)\b[^;:]*$"
    # simulated; expects 200; would see 40; wants; threatened to shoot
    r"|\b(?:simulat\w+|imagin(?:es|ed|ing)|fictional|hypothetical)\b[^;:]*$|\bexpect(?:s|ed|ing)? $"
    r"|\b(?:would|will|could|should|may|might|to) see $|\b(?:wants?|wanted|demand(?:s|ed)?) $"
    r"|\b(?:propos|suggest|offer|threaten|plan|refus|consider|vow|discuss)\w* (?:to \w+|\w+ing) $"
)
_LATER_DENIED = pattern(
    r"^[^;:,]*\b(?:is|are|was|were|as) (?:\w+ ){0,2}?(?:false|untrue|wrong|fake|unfounded|baseless|fabricated|incorrect"
    r"|lies|nonsense|invented|misleading|withdrawn|retracted|denied|debunked)\b"
)
_REPORTED = pattern(r"\b(?:reports?|claims?|rumou?rs|allegations?|suggestions?|stor(?:y|ies)|statements?|said|says)\b")
_WISHED = pattern(
    r"\b(?:demand\w*|call\w* (?:\w+ )?(?:for|on)|urg\w+|seek\w*|sought|ask\w* for|appeal\w*|plead\w*|agree\w*|deals?"
    r"|plan\w*|propos\w*|talks?|negotiat\w*|await\w*|hop\w+|want\w*|condition\w*|order\w*|offer\w*|promis\w*|pledg\w*"
    r"|vow\w*|approv\w*|provid\w+ for|envisag\w*|prepar\w*|discuss\w*|accord|would|will|could|may|might|should|must|if"
    r"|unless|before|until|ahead of|not|no|in exchange for|in return for|push\w* for|press\w* for|mediat\w*|broker\w*"
    r"|stall\w*|refus\w*|delay\w*|postpon\w*|halt\w*|prevent\w*|blame\w* for)\b[^;:]*$"
)
_MODAL = pattern(
    r"\b(?:would|could|may|might|will|can|should|must|to|not|never|if|'ll|cannot|wants?|about to)(?: (?:have|be|also"
    r"|even))*\s*$"
)
_REPORTED_PAST = pattern(
    r"\bhad to be\s*$|\b(?:claim\w*|said|say|says|stated?|believed|reported|thought|known|understood|estimated|appears?"
    r"|seems?) to have\s*$"
)
_TO_BE = pattern(r"\bto (?:be|have)\b|\b(?:due|set|expected|scheduled|slated|planned) (?:to|for)\b")
_HELD_TRUE = pattern(
    r"\b(?:had|feared|believed|thought|presumed|known|reported|said|estimated|understood|alleged|appears?|seems?) to "
    r"(?:be|have)\b"
)
_NOT = pattern(r"\b(?:not|never|no longer|n[’']t|nearly (?=kill)|yet)\b")
_KIND = pattern(r"\b(?:that|which|who|to) $")


def is_modal(before: str) -> bool:
    """Does what stands before a verb make it a mere possibility? "claimed to have shot down" does not."""
    return _MODAL.search(before) is not None and _REPORTED_PAST.search(before) is None


def denied(before: str, after: str) -> bool:
    """Is the number inside what somebody denies, leaves open or calls false? `before` and `after` end its sentence."""
    return _DENIED.search(before) is not None or (
        _LATER_DENIED.match(after) is not None and _REPORTED.search(before) is not None
    )


def wished(before: str) -> bool:
    """Is what follows only asked for, planned or agreed ("demanded the release of …")?"""
    return _WISHED.search(before) is not None


_ABOUT_TO = pattern(
    r"\b(?:will|would|could|can|may|might|should|must|to) (?!have\b)\w+(?: (?:over|back|out|up|in|home|for))? $"
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
