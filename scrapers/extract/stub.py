"""Is the text only the beginning of the article, with the rest behind a wall or a link?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from scrapers.extract.metadata import Head
from scrapers.extract.pieces import Piece, width

#: A text this long is an article, whatever stands below it: walls are often shown under free texts too.
WHOLE = 2_500
#: A text this short below a wall is a teaser.
SHORT = 1_200
#: So little on a page that says it is not free is a teaser even without a wall in sight.
A_FEW_SENTENCES = 300

_WALL = re.compile(
    r"il vous reste \d|\d+\s?% (?:de cet article|of (?:this|the) article)|(?:to|and) (?:continue|keep) "
    r"reading|continue reading (?:this|your|with|for)|subscribe (?:now )?to (?:read|continue|unlock|"
    r"access)|"
    r"(?:this|the) (?:article|content|story|report) is (?:for|only|exclusive|available|reserved|"
    r"locked)[^.]{0,60}(?:subscriber|member|premium|paid|registered)|(?:for|only) subscribers|"
    r"subscriber.only|subscribers? only|"
    r"already (?:a|have an?) (?:subscriber|member|subscription)|unlock (?:this|the|full|unlimited)|you(?:'|"
    r"’)?(?:ve| have) (?:reached|read|used)[^.]{0,40}(?:free|limit|articles)|sign in to (?:read|continue)|"
    r"register to (?:read|continue)|"
    r"(?:nur|exklusiv) für abonnent|mit (?:einem )?[\w+ -]{0,20}abo (?:weiter)?lesen|jetzt (?:weiterlesen|"
    r"freischalten|abo)|artikel (?:freischalten|weiterlesen)|um (?:den|diesen) (?:ganzen |vollständigen "
    r")?(?:artikel|beitrag|text) (?:zu lesen|lesen)|weiterlesen mit|sie haben bereits ein abo|"
    r"réservée? aux abonnés|la suite est réservée|pour lire la suite|abonnez-vous pour|déjà abonné|"
    r"(?:solo|exclusivo) para (?:suscriptores|abonados)|para (?:continuar|seguir) leyendo|suscríbete para|"
    r"contenuto riservato|per continuare a leggere|riservato agli abbonati|"
    r"conteúdo exclusivo|exclusivo para assinantes|voor abonnees|verder lezen\?|dla prenumeratorów|"
    r"pozostało \d+\s?%|dalsza część|pouze pro předplatitele|for abonnenter|logg inn for å lese|"
    r"только для подписчиков|оформите подписку|للمشتركين فقط|有料会員|会員限定|残り[\s:]*\d+\s*文字|"
    r"この記事は(?:有料|会員)|구독자 전용|유료회원|订阅后|訂閱",
    re.IGNORECASE,
)
#: A wall that says how much is missing.
_REST = re.compile(
    r"il vous reste \d|\d+\s?% (?:de cet article|of (?:this|the) article)|pozostało \d+\s?%|残り[\s:：]*\d+\s*文字",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:…|\.\.\.|\[\s?(?:…|\.\.\.)\s?\])\s*(?:\(?\[?(?:read|continue|mehr|weiterlesen|lire la suite|leer "
    r"más|leggi|more)[^.]{0,30})?$|"
    r"(?:read more|continue reading|weiterlesen|lire la suite|seguir leyendo|leggi tutto|czytaj dalej|"
    r"читать далее|читати далі|اقرأ المزيد|続きを読む|더 ?보기)\s*[.…»→>]*$",
    re.IGNORECASE,
)


def is_stub(kept: Sequence[Piece], every: Sequence[Piece], head: Head) -> bool:
    """Whether the text breaks off: a wall right behind it, or a teaser's end, and the text short for an article."""
    length = sum(width(piece.text) for piece in kept)
    if not kept:
        return False
    last = kept[-1]
    after = [piece for piece in every if last.order < piece.order <= last.order + 12]
    if any(_REST.search(piece.text) for piece in after if piece.length < 400):
        return True
    if length > WHOLE:
        return False
    walled = any(_WALL.search(piece.text) for piece in (*after, last) if piece.length < 400)
    if walled and (length < SHORT or closed(head)):
        return True
    if closed(head) and length < A_FEW_SENTENCES:
        return True
    if length < SHORT and _MORE.search(last.text):
        return True
    following = next((piece for piece in after if piece.text), None)
    return (
        length < SHORT
        and following is not None
        and following.length < 60
        and bool(_MORE.search(following.text))
        and length < 700
    )


def closed(head: Head) -> bool:
    """Does the page say that it is not free? (Some say so of free ones: the length decides too.)"""
    return _false(head.article.get("isAccessibleForFree")) or any(
        _false(part.get("isAccessibleForFree")) for part in _list(head.article.get("hasPart")) if isinstance(part, dict)
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _false(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() == "false")
