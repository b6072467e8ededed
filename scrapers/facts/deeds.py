"""Deeds: by which words is it told that people were killed, hurt, driven out, taken or let go?

Expressions for `countedpeople`, a metric each: what follows the number (`PARTICIPLES`: "12 were gunned down"), what
stands before it (`ACTIVES`: "gunned down 12", `NOUNS`: "the killing of 12") and what is split around it (`AROUND`:
"shot 12 dead").
"""

from __future__ import annotations

_TO_DEATH = (
    r"(?:stabbed|hacked|beaten|beat|burn(?:ed|t)|crushed|trampled|starved|bludgeoned|clubbed|frozen|froze|tortured|shot"
    r"|choked|stoned|speared|bled|put)"
)
_DOWN = r"(?:gun(?:s|ned|ning)?|mow(?:s|ed|n|ing)?)"
_HOSPITAL = r"(?:a\s+|the\s+|an?\s+\w+\s+)?(?:\w+\s+){0,2}?(?:hospitals?|clinics?|intensive\s+care)"
_BADLY = r"(?:(?:\w+ly|badly|fatally)\s+)?"
_HURTS = r"(?:\w+[\s-]){0,3}?(?:injur(?:y|ies)|wounds?|burns?|concussions?|fractures?|trauma)"

PARTICIPLES = {
    "killed": (
        r"killed|dead|died|dies|die|slain|murdered|massacred|slaughtered|butchered|drowned|perished|assassinated"
        r"|executed|hanged|lynched|beheaded|decapitated|suffocated|incinerated|eliminated|liquidated|wiped\s+out"
        rf"|{_DOWN}\s+down|cut\s+down|(?:blown|torn)\s+(?:up|apart|to\s+pieces)|(?:shot|found)\s+dead|shot\s+and\s+killed|{_TO_DEATH}\s+to\s+death"
        r"|bur(?:ned|nt|ied)\s+alive|fatally\s+(?:shot|wounded|injured|stabbed)|dying\s+at\s+the\s+scene|lost\s+(?:their|his|her)\s+li(?:ves|fe)"
        r"|succumbed\s+to"
    ),
    "injured": (
        rf"{_BADLY}(?:injured|wounded|hurt|maimed)|hospitali[sz]ed"
        rf"|(?:taken|rushed|brought|sent|ferried|carried|airlifted|admitted|evacuated)\s+to\s+{_HOSPITAL}"
        rf"|(?:remain(?:s|ed)?|are|were|is|lie|lay|being\s+treated)\s+(?:still\s+)?in\s+{_HOSPITAL}|treated"
        r"|(?:need(?:s|ed|ing)?|requir(?:ed?|ing)|receiv(?:ed?|ing)|sought|undergoing)\s+"
        r"(?:(?:\w+\s+)?(?:treatment|surgery)|(?:hospital|medical)\s+(?:care|attention))"
        rf"|(?:suffer(?:s|ed|ing)?|sustain(?:s|ed|ing)?|received|with)\s+{_HURTS}"
    ),
    "missing": r"missing|unaccounted\s+for",
    "captured": (
        r"captured|taken\s+prisoner|surrendered|laid\s+down\s+(?:their\s+)?(?:arms|weapons)"
        r"|(?:given|gave)\s+themselves\s+up"
    ),
    "displaced": (
        r"displaced|uprooted|(?:fled|left|abandoned|forced\s+from|driven\s+from|forced\s+out\s+of"
        r"|forced\s+to\s+(?:flee|leave))\s+(?:from\s+)?their\s+(?:homes?|houses|villages?|towns?|land)"
        r"|forced\s+to\s+(?:flee|leave)|had\s+to\s+flee|crossed\s+(?:into|the\s+border)|made\s+homeless|homeless"
        r"|(?:driven|forced|pushed|chased)\s+(?:out\s+)?(?:of|from|out)"
    ),
    "evacuated": (
        r"evacuated|airlifted|(?:moved|taken|brought|led|relocated)\s+to\s+safety"
        r"|(?:bus(?:s)?ed|flown|ferried|shipped|moved)\s+(?:out|home)"
    ),
    "detained": (
        r"arrested|detained|rounded\s+up|picked\s+up|apprehended|taken\s+in(?:to)?\s+(?:police\s+)?"
        r"(?:custody|detention|for\s+questioning)|in\s+(?:police\s+)?custody|thrown\s+(?:in|into)\s+(?:jail|prison)"
    ),
    "freed": r"freed|released|let\s+go|set\s+free|liberated|(?:walk(?:s|ed)|gone|went)\s+free|handed\s+over",
    "abducted": (
        r"abducted|kidnapped|snatched|(?:taken|held)\s+hostage|taken\s+captive"
        r"|(?:were|was|been)\s+(?:seized|carried\s+off|led\s+away)"
    ),
    "rescued": (
        r"rescued|plucked\s+(?:from|to)|pulled\s+(?:out\s+)?alive|dug\s+out\s+alive|pulled\s+from|saved|brought\s+ashore"
    ),
    "prisoners_exchanged": r"exchanged|swapped|traded",
}

ACTIVES = {
    "killed": (
        r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)|slaughter(?:s|ed|ing)|massacr(?:es|ed|ing)|behead(?:s|ed|ing)"
        r"|execut(?:es|ed|ing)|fatally\s+(?:shoot(?:s|ing)|shot|stabb(?:ed|ing|s)|wound(?:ed|ing|s))|shot\s+dead|shoots\s+dead|shooting\s+dead|assassinat(?:es|ed|ing)"
        rf"|{_TO_DEATH}\s+to\s+death|claim(?:s|ed|ing)\s+the\s+lives\s+of|(?:cost|took)\s+the\s+lives\s+of"
    ),
    "injured": r"injur(?:es?|ed|ing)|wound(?:s|ed|ing)?|hurt(?:s|ing)?|maim(?:s|ed|ing)",
    "captured": r"captur(?:es?|ed|ing)",
    "displaced": (
        r"displac(?:es|ed|ing)|uproot(?:s|ed|ing)|forced|forces|forcing|driv(?:es|ing)|drove|driven"
        r"|expel(?:s|led|ling)"
    ),
    "evacuated": r"evacuat(?:es?|ed|ing)|airlift(?:s|ed|ing)|brought|brings",
    "detained": r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|round(?:s|ed|ing)\s+up|apprehend(?:s|ed|ing)",
    "freed": r"fre(?:es?|ed|eing)|releas(?:es?|ed|ing)|liberat(?:es|ed|ing)|(?:let|lets|letting)\s+go|sets?\s+free",
    "abducted": r"abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|(?:took|takes)\s+hostage|snatch(?:es|ed|ing)",
    "rescued": (
        r"rescu(?:es|ed|ing)|pull(?:ed|s|ing)(?:\s+out)?|sav(?:es|ed|ing)|pluck(?:s|ed|ing)|(?:dug|digging)\s+out"
    ),
    "prisoners_exchanged": r"exchang(?:es|ed|ing)|swap(?:s|ped|ping)|traded",
}

NOUNS = {
    "killed": (
        r"deaths?|killings?|murders?|massacre|slaughter|assassinations?|executions?|lynching|beheading|shooting\s+dead"
    ),
    "injured": r"wounding|injuring|maiming",
    "captured": r"capture",
    "displaced": r"displacement|uprooting|expulsion",
    "evacuated": r"evacuation|airlift",
    "detained": r"arrests?|detention|rounding\s+up",
    "freed": r"release|freeing|liberation",
    "abducted": r"abductions?|kidnapping|kidnap|hostage-taking",
    "rescued": r"rescue",
    "missing": r"disappearance",
    "prisoners_exchanged": r"exchange|swap",
}

#: Verbs that kill only where it is people: "eliminated 13 insurgents" but "eliminated 300 jobs".
KILLS_PEOPLE = (
    r"eliminat(?:es|ed|ing)|liquidat(?:es|ed|ing)|wip(?:es|ed|ing)\s+out|lynch(?:es|ed|ing)|hang(?:s|ed)"
    rf"|butcher(?:s|ed|ing)|{_DOWN}\s+down|cut(?:s|ting)?\s+down|blew\s+up"
)

#: (verb, what stands behind the people)
AROUND = {
    "killed": (
        (
            r"sho(?:t|ots|oting)|hack(?:s|ed)|stabb?(?:s|ed)|beat(?:s|en)?|burn(?:s|ed|t)|crush(?:es|ed)"
            r"|trampl(?:es|ed)|starv(?:es|ed)|put|bludgeoned|tortured"
        ),
        r"dead|to\s+death",
    ),
    "displaced": (
        r"forc(?:es|ed|ing)|driv(?:es|ing|en)|drove|push(?:es|ed|ing)|chas(?:es|ed|ing)|sen(?:t|ds|ding)",
        r"(?:out\s+)?(?:of|from)\s+(?:their\s+)?\w+|out\b|to\s+(?:flee|leave)|fleeing",
    ),
    "evacuated": (
        r"moved|moves|moving|bus(?:s)?ed|flew|flown|ferried|led|taken|took|brought|transferred",
        r"to\s+safety|out\s+of|out\b|home\b|to\s+safer",
    ),
    "detained": (
        r"took|taken|takes|taking|picked|rounded|hauled",
        r"into\s+(?:police\s+)?custody|in\s+for\s+questioning|up\b",
    ),
    "freed": (r"set|sets|let|lets|letting", r"free\b|go\b"),
    "captured": (r"took|takes|taken|taking", r"prisoner|captive"),
    "abducted": (r"took|takes|taken|taking|held", r"hostage"),
    "rescued": (
        r"pulled|dug|brought",
        r"(?:out\s+)?alive|ashore|out\s+(?:of|from)\s+(?:the\s+)?(?:rubble|debris|ruins|wreckage)\s+alive",
    ),
    "injured": (r"sent|put|puts|landed", r"(?:to|in)\s+(?:a\s+|the\s+)?(?:hospital|intensive\s+care)"),
}

#: What must be counted for verbs that are also used of things ("captured three districts").
NEEDS_PEOPLE = frozenset(("captured", "displaced", "evacuated", "freed", "rescued", "prisoners_exchanged", "abducted"))

#: What is no person: "killed 40 cows", "detained four tankers", "11 elephants were found dead".
THINGS = (
    r"dogs?|cows?|cattle|sheep|birds?|chickens?|animals?|horses?|goats?|camels?|pigs?|donkeys?|livestock|elephants?"
    r"|whales?|dolphins?|lions?|fish|rhinos?|buffalo(?:es)?|deer|bears?|wolves|boars?|kangaroos?|foxes|badgers|poultry|bats|cats|rats|trees"
    r"|bills?|jobs|ballots?|votes?|weapons?|rifles?|guns|tanks?|ships?|vessels?|boats?|tankers?|planes?|aircraft|jets?"
    r"|helicopters?|vehicles?|cars|trucks?|lorr(?:y|ies)|documents?|files?|phones?|villages?|towns?|settlements?"
    r"|districts?|cities|positions?|checkpoints?|posts?|bases?|outposts?|pages|reports?|seats?|goals?|games?|records?"
    r"|houses?|homes?|buildings?|huts?|schools?|shops?|churches|mosques|hospitals?|bridges?|depots?|systems?"
    r"|shells|mines|containers?|passports?|books?|companies|firms|banks?|accounts|assets|e-?mails?|tournaments?|pills?"
    r"|departments?|stations?"
)
