"""Marks: the pieces that the rules for figures are written with.

In a marked sentence each counted number stands as \\x02INDEX\\x03, so that a rule reads as the phrase it is for.
"""

from __future__ import annotations

import re

N = r"\x02(?P<n>\d+)\x03"
ANY = r"\x02\d+\x03"
PEOPLE = (
    r"people|persons?|civilians?|men|women|man|woman|children|child|boys?|girls?|soldiers?|troops?"
    r"|servicem[ae]n|service"
    r" members?|fighters?|militants?|rebels?|insurgents?|terrorists?|combatants?|officers?|police(?:m[ae]n)?"
    r"|guards?|workers?"
    r"|journalists?|medics?|doctors?|nurses?|students?|pupils?|teachers?|residents?|villagers?|migrants?"
    r"|refugees?|patients?"
    r"|worshippers?|prisoners?|detainees?|hostages?|captives?|inmates?|others?|victims?|citizens?|nationals?"
    r"|foreigners?"
    r"|families|family|members?|personnel|staff|employees?|diplomats?|evacuees?|adults?|infants?|bab(?:y"
    r"|ies)|teenagers?"
    r"|pilots?|sailors?|crew|paramedics?|rescuers?|firefighters?|protesters?|demonstrators?|activists?|suspects?|gunmen"
    r"|attackers?|assailants?|commanders?|generals?|leaders?|smugglers?|miners?|farmers?|herders?|passengers?|tourists?"
    r"|Palestinians|Israelis|Ukrainians|Russians|Syrians|Sudanese|Americans|Britons|Armenians|Lebanese|Indians"
    r"|Pakistanis|Iranians|Afghans|Somalis|Ethiopians|Rohingya|Yazidis|Kurds|Turks|Egyptians|Azerbaijanis|Yemenis"
    r"|Iraqis|Congolese|Haitians?|souls|defenders|conscripts|recruits|mercenaries|households|lives|wounded|dead|injured"
    r"|clerics|professionals|contractors|relatives|brothers|sisters|friends|inhabitants|peacekeepers|marines"
    r"|reservists|PoWs|POWs|pilgrims?|herders?|herdsmen|schoolgirls?|schoolboys?|schoolchildren|toddlers?|youths?"
    r"|youngsters|mothers?|fathers?|parents|sons|daughters|pensioners?|mourners|shoppers|commuters|motorists?|drivers?"
    r"|labou?rers?|traders?|shopkeepers?|fisherm[ae]n|seafarers?|crewm[ae]n|peasants?|hikers?|cadets?|sappers?"
    r"|jihadists?|extremists|separatists?|bandits?|kidnappers|traffickers|operatives?|agents?|spies|saboteurs?"
    r"|partisans|guerrillas?|paratroopers?|commandos?|bodyguards?|lawmakers?|politicians?|officials?|lawyers?|judges?"
    r"|volunteers?|reporters?|photographers?|nuns?|priests?|pastors?|imams?|monks?|dissidents?|looters|gendarmes?"
    r"|vigilantes|militiam[ae]n|tribesmen|clansmen|locals|islanders|survivors?|ministers|envoys|executives|individuals?"
    r"|orphans|invaders|loyalists|observers?|monitors|inspectors|advisers|advisors|delegates|deserters|comrades|spectators|bystanders?|onlookers|congregants|musicians|engineers?"
    r"|technicians?|railwaymen|electricians?|vendors?|cameram[ae]n|compatriots|expatriates|holidaymakers|dependants"
    r"|Christians|Muslims|Druze|Alawites|Jews|Chinese|Nepalis|Filipinos|Thais|Poles|Germans|Turkish|Nigerians|Malians"
    r"|neighbou?rs|Chadians|Libyans|Jordanians|Bangladeshis|Vietnamese|Koreans|Georgians|Moldovans|Belarusians|Eritreans|Colombians"
)
METRIC_VERB = (
    r"kill\w*|injur\w*|wound\w*|dead|died|dies|hurt|missing|captur\w*|displac\w*|evacuat\w*|detain\w*|arrest\w*|freed"
    r"|releas\w*|abduct\w*|kidnap\w*|rescu\w*|shot|fled|left|leaving"
)
STOP = (
    rf"(?!(?:{METRIC_VERB}|would|could|may|might|will|should|must|said|says|say|and|or|but|who|whose|whom"
    rf"|where|while|when"
    rf"|after|before|as|that|which|because|of\s\x02|if|he|she)\b)"
)
#: A word between a number and its verb; a bare dash ends the phrase.
_BETWEEN = rf"\s+{STOP}(?![—–-]+\s)(?:U\.[SKN]\.[\w-]*|[^\s\x02,;:.!?()“”\"]+)"
GAP = rf"(?:{_BETWEEN}){{0,6}}"
SHORT = rf"(?:{_BETWEEN}){{0,3}}"
AUX = (
    r"(?:,?\s+(?:has|have|had|was|were|is|are|being|been|to\sbe|to\shave|also|reportedly|feared|believed"
    r"|confirmed|reported|thought"
    r"|presumed|now|still|left|found|all|since|allegedly|being|known|estimated|declared|officially|already|both|more))*"
)
OBJECT = (
    r"(?:\s+(?:an?\s+(?:estimated|additional|further)|another|a\s+further|an\s+estimated|all|what|the"
    r"|its|their|as\s+many\s+as|a\s+total\s+of|over))?"
)
ONE_AND = (
    r"(?:\s+(?:an?|the|its|their|his|her)\s+(?!couple|family|pair)[\w’'-]+(?:\s[\w’'-]+){0,2},?\s+and"
    r"|\s+(?:an?|the)\s+(?:record|total(?:\s+of)?|staggering|reported|combined|confirmed)"
    r"|\s+(?:its|their|his|her|the)\s+(?:own|first|last|final|remaining|latest))?"
)

#: `21 soldiers whom they said they had (captured)`, `17 fighters it said it had (captured)`, `people who have (fled)`
REL = (
    r"(?:,?\s+(?:who|whom|that|which)\b)?"
    r"(?:\s+(?:it|they|he|she|the\s+\w+)\s+(?:said|says|say|claim(?:s|ed)?|reported)(?:\s+(?:it|they|he|she|that)\b)?)?"
)

#: `14,000 people, mostly women and children, (fled)`, `23 residents, the youngest a month old, (were hurt)`
APART = (
    r"(?:\s(?:—|–|-|--)\s(?:including|among\s+them|mostly|most|all|both|(?:one|two|three)\s+of)\b[^;.\x02—–]{2,60}\s(?:—|–|-|--)(?=\s)"
    r"|\s+including\s+an?\s[^;.,\x02]{2,30}?(?=\s(?:was|were|is|are|has|have|had)\b)"
    r"|,\s\x02\d+\x03\s+of\s+(?:them|whom)\s[^;.,\x02]{2,30},"
    r"|,\s(?:mostly|mainly|most|many|some\s+of|including|among|all|both)\b[^;.]{2,60}?,"
    r"|,\s(?!(?:and|but|while|after|when|with|kill\w*|wound\w*|injur\w*)\b)[^;.,\x02]{2,50},)?"
)

MODAL = re.compile(
    r"\b(?:would|could|may|might|will|can|should|must|to|not|never|if|'ll|cannot|wants?"
    r"|about\s+to)(?:\s+(?:have|be|also|even))*\s*$",
    re.I,
)

DRONES = r"(?:drones?|UAVs?|Shaheds?|unmanned|quadcopters?|loitering)"
MISSILES = r"(?:missiles?|rockets?|Kinzhals?|Iskanders?|Kalibrs?|ATACMS|projectiles?)"
_REPORTED_PAST = re.compile(
    r"\bhad\s+to\s+be\s*$|\b(?:claim\w*|said|say|says|believed|reported|thought|known|understood|estimated|appears?"
    r"|seems?)\s+to\s+have\s*$",
    re.I,
)


def is_modal(before: str) -> bool:
    """Does what stands before a verb make it a mere possibility? "claimed to have shot down" does not."""
    return MODAL.search(before) is not None and _REPORTED_PAST.search(before) is None
