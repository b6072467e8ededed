"""News nouns: of which does a headline leave out the article, which is one of many, which the only one?"""

from __future__ import annotations

_PLURALS = frozenset(
    """people police troops children men women forces medics gunmen fishermen servicemen policemen crew staff
    nationals mps pows lives media militia congressmen lawmen""".split()
)
_NOT_PLURAL = frozenset(
    """us is was has this its his news series politics across less press congress access process crisis status hamas
    texas paris athens caracas brussels algiers
    wales naples analysis gas bus virus laos corps chaos boss business witness illness fitness mess loss cross
    class hostess express address success progress fortress afterwards always perhaps honduras cyprus barbados
    philippines netherlands hospitals’ minus plus versus as yes focus campus genius census diagnosis axis basis
    thesis emphasis hypothesis oasis synthesis tennis pus ethos isis sas kursk’s u.s""".split()
) - {"philippines"}
#: One of many: a headline leaves out its "a".
ONE_OF_MANY = frozenset(
    """official soldier officer journalist reporter gunman man woman boy girl toddler child baby teenager lawmaker
    lawyer diplomat envoy spokesman spokesperson spokeswoman critic activist protester sniper pilot militant
    fighter rebel warlord prisoner hostage suspect judge court medic doctor teacher priest cleric general
    commander attack strike airstrike raid drone missile rocket bomb explosion blast ambush clash shootout
    shooting convoy plane jet warship ship tanker vessel boat submarine helicopter bomber mob gang shell grenade
    mine crowd truck bus car village town museum hotel school church mosque hospital prison stampede riot
    documentary referendum letter video student preacher electrician politician executive citizen national refugee
    migrant worker veteran academic scientist ex-soldier spy ballot lawsuit settler bank firm company sailor tank
    event building fireball station base facility laboratory lab call mother father warrant depot trip tour
    halt decision sister brother son daughter""".split()
)
#: Places: one of many unless a name stands before them ("Kherson region").
PLACES = frozenset("city region town village province district port area country nation base camp site".split())
#: One of many where a word of its own stands before it ("a fragile ceasefire"); alone it may be one that is known.
ONE_OF_A_KIND = frozenset(
    """ceasefire cease-fire truce deal agreement plan ban effort unit mission package visit role sentence delegation
    group system law test launch crackdown response warning operation drill exercise ruling bid summit meeting
    conference inquiry offensive pact upgrade takeover leader force wave fire""".split()
)
#: What one is in, at or under without an article.
WITHOUT = frozenset("prison court fire attack school hospital church jail detention station sea war".split())
#: There is one: "the army"; after a country's name it is the country's.
THE_ONE = frozenset(
    """army military government president pm premier navy parliament junta presidency opposition kremlin pentagon
    capital border ministry toll regime chancellor king ambassador governor mayor chief deadline""".split()
)
_PAIRS = """prime minister|foreign minister|defence minister|defense minister|interior minister|foreign ministry
    |defence ministry|defense ministry|air force|army chief|death toll|security council|white house|opposition leader
    |general staff|coast guard|supreme leader|finance minister|transport minister|state department|foreign secretary
    |european union|red cross|united nations|african union|supreme court|military chief|nato chief|un chief|eu chief
    |defence secretary|defense secretary|wagner group|red sea|black sea|west bank|security chief
    |top court|un security council"""
THE_PAIRS = frozenset(" ".join(pair.split()) for pair in _PAIRS.split("|"))


def is_plural(word: str) -> bool:
    """Does the word look like a plural noun?"""
    low = word.casefold()
    if low in _PLURALS:
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "’s")) and low not in _NOT_PLURAL and len(low) > 2


def is_singular(word: str) -> bool:
    """Is it a noun that stands for one person, body or thing?"""
    low = word.casefold()
    return (
        low in ONE_OF_MANY
        or low in THE_ONE
        or low in ("leader", "minister", "chief", "ambassador", "governor", "mayor", "founder")
    )
