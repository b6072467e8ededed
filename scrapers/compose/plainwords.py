"""Plain words: which words of a headline are no name, and which are one only beside a name?

Lower case. What a night's texts show goes first; these lists help where a small night does not hold a word.
"""

from __future__ import annotations

import re
from importlib.resources import files

#: Ordinary words of the news: a capital on them is the headline's manner.
PLAIN = frozenset(
    word
    for line in (files("scrapers.compose") / "plainwords.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
#: Words by which names end or begin: with a capital where the name has one ("Gaza Strip", "Wagner Group").
IN_NAMES = frozenset(
    """accords act agency alliance amnesty association authority bank basin battalion bay board bridge
    brigade brigades bureau cape channel church college command commission committee company conference congress
    constitution convention corps council court crescent cross crossing day declaration department desert division
    dome empire federation fleet force forest foundation front gate group guard guards gulf heights
    highway hill holiday house institute island islands jihad journal kingdom lake league liberation library
    memorial mount mountain mountains museum nations ocean organisation organization palace
    park parliament party peninsula plain plateau post province quarter reef region republic
    river road royal sea senate service sink society square station strait straits street
    strip sultanate summit supreme temple territories territory times treaty tribunal trust union university
    valley wall watch wing zone""".split()
)
_NAMED = """white house|red sea|black sea|north sea|dead sea|south china sea|west bank|gaza strip|red cross
    |red crescent|security council|human rights council|human rights watch|amnesty international|general assembly
    |united nations|european union|african union|arab league|state department|islamic state|islamic jihad
    |middle east|far east|horn of africa|international criminal court|new year|cold war|world war|world bank
    |world food programme|supreme leader|revolutionary guard|national guard|foreign office|home office
    |northern ireland|eastern europe|western europe|memorial day|independence day|victory day|new zealand
    |truth social|air force one|iron dome"""
#: Names of several words, each of which is an ordinary word.
NAMED = frozenset(" ".join(name.split()) for name in _NAMED.split("|"))
#: Names that a small night may not show and that are no country of `nations`; peoples, faiths, parts of the world.
ALWAYS = frozenset(
    """brazil brazilian argentina argentine peru peruvian chile chilean bolivia bolivian paraguay uruguay
    nicaragua nicaraguan honduras guatemala panama jamaica vietnam vietnamese laos malaysia malaysian singapore
    nepal bhutan mongolia angola zambia zimbabwe senegal ghana guinea gabon benin togo botswana namibia malawi
    madagascar mauritania liberia ireland irish scotland scottish england english wales welsh austria austrian
    vienna switzerland swiss geneva croatia bosnia bosnian slovenia montenegro albania albanian cyprus iceland
    luxembourg maldives malta monaco kuwait kuwaiti bahrain oman omani dubai hague brussels europe european
    africa african asia asian arab arabs arabia islam islamic islamist islamists muslim muslims christian
    christians christianity jew jews jewish judaism hindu hindus sikh sikhs buddhist buddhists catholic kurd
    kurds kurdish druze yazidi yazidis rohingya tatar tatars chechen chechnya crimea crimean donbas gaza hamas
    hezbollah taliban houthi houthis wagner balkan balkans baltic caucasus arctic antarctic pacific atlantic
    mediterranean indo-pacific soviet nazi nazis nobel pulitzer interpol easter ramadan christmas eid orthodox
    alabama alaska arizona california colorado florida hawaii illinois kansas massachusetts michigan minnesota
    nevada ohio oregon pennsylvania tennessee texas virginia wisconsin york chicago houston boston biden trump
    putin zelensky zelenskyy zelenskiy xi netanyahu erdogan macron blinken lavrov""".split()
)
#: Offices: with a capital before a person's name.
OFFICES = frozenset(
    """president minister secretary general chancellor king prince princess queen pope senator governor premier
    colonel captain admiral lieutenant sergeant major vice prime foreign defense defence interior crown deputy
    ambassador mayor inspector""".split()
)
#: Parts of the sky: which are a part of the world, and which only a direction?
SIDES = frozenset("north south east west northern southern eastern western".split())
#: Endings that names of people and places do not have.
_ENDING = re.compile(
    r".{3,}(?:tions?|sions?|ously|ous|ively|ives?|ibles?|ful|fully|less|isms?|ilit(?:y|ies)|ically|ological|nesses)$"
)


def ends_plainly(word: str) -> bool:
    """Has the lower-case word an ending that only ordinary words have?"""
    return bool(_ENDING.match(word))
