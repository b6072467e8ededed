"""Words of speech: which verbs report it, which nouns can do it, which words only stand between.

Word lists of English news prose, for `attribution`. A verb's class is what the reader is told it was.
"""

from __future__ import annotations

#: Class: verbs. Past forms that no rule makes stand behind a stroke; `+` doubles the last letter ("quipped"), and with
#: `~` the form in "-ing" is seldom speech ("putting", "attacking").
_VERBS = """
said: say/said tell/told add note state comment write/wrote/written tweet post explain reply respond answer remark
said: continue recall observe conclude joke quip+ argue stress emphasize emphasise reiterate repeat~ describe call dub+~
said: label~ label+~ declare mention point exclaim shout complain quote thank lament~ summarize elaborate~ interject
said: boast mock muse sing/sang chant opine yell scream cry~ whisper~ beg+ text~ express praise hail
reported: report announce reveal disclose record~ find/found~ list~ publish~ document~ put+/put~
claimed: claim allege assert insist maintain contend suggest speculate
denied: deny reject dismiss refute rebuff dispute~
confirmed: verify confirm acknowledge admit+ concede
warned: warn caution threaten
ordered: order demand instruct command~
urged: urge implore appeal plead
promised: pledge promise vow
accused: accuse blame criticize criticise condemn denounce charge~ slam+ blast decry attack~
estimated: reckon estimate predict forecast/forecast~
believed: believe~ think/thought~ expect~ assess~ hope feel/felt~ doubt~ fear~
asked: ask wonder
"""


def _forms(verb: str) -> tuple[str, ...]:
    """Base, "-s", past forms and "-ing" of a verb as it stands in the lists here."""
    base, *irregular = verb.rstrip("~").split("/")
    stem = base.rstrip("+")
    long = stem + stem[-1] if base.endswith("+") else stem.removesuffix("e")
    y = stem[-1] == "y" and stem[-2] not in "aeiou"
    third = stem[:-1] + "ies" if y else stem + ("es" if stem.endswith(("s", "sh", "ch")) else "s")
    past = irregular or [stem[:-1] + "ied" if y else long + "ed"]
    return (stem, third, *past) if verb.endswith("~") else (stem, third, *past, long + "ing")


#: Verb form -> class.
SPEECH: dict[str, str] = {}
for _line in _VERBS.strip().splitlines():
    _class, _verbs = _line.split(": ")
    SPEECH |= {form: _class for verb in _verbs.split() for form in _forms(verb) if form not in SPEECH}
SPEECH |= {"according to": "said", "citing": "reported", "quoting": "reported"}

#: Verbs that report speech only beside a quotation or a "that"; elsewhere they are too common.
WEAK = frozenset(
    form
    for verb in """find/found list put+/put attack call point think/thought feel/felt hope fear expect record charge
    document publish label label+ post sing/sang continue believe order repeat quote observe hail express praise thank
    mock threaten slam+ blast command dismiss describe dub+ dispute appeal demand doubt ask cry text""".split()
    for form in _forms(verb)
) - {"demanded", "demanding"} | {"write", "written"}

#: Forms that are nouns as well.
NOUN_TOO = frozenset(
    form
    for noun in """claim report comment charge state order post tweet note call point answer quote attack command
    demand fear hope promise pledge vow estimate doubt dispute record forecast reply label find list document text cry
    joke remark shout""".split()
    for form in _forms(noun)[:2]
) | {"warning", "warnings"}
#: Verbs that nothing but a speaker takes: no result says, though it may suggest, show or confirm.
STRONG = frozenset(
    form
    for form, kind in SPEECH.items()
    if kind in ("said", "claimed", "asked")
    and form not in (WEAK | NOUN_TOO) - {"asks", "asked", "claims", "states"}
    and not form.startswith(("suggest", "maintain", "according"))
)
#: Passive in "X was told", "X is said to": X does not speak.
SPOKEN_OF = frozenset(
    """told said reported claimed alleged accused asked quoted ordered charged described called expected believed
    thought feared urged warned blamed criticized criticised condemned estimated recorded found shown listed
    published documented labeled labelled dubbed attacked put denied rejected dismissed confirmed announced
    revealed posted written added noted""".split()
)

PRONOUNS = frozenset("he she they it we i who you".split())
AUXILIARIES = frozenset("has have had was is are were did does do will would also be been being having".split())
ADVERBS = frozenset(
    """also later then further again now reportedly separately earlier previously repeatedly recently once still
    even just only never ever today yesterday tomorrow tonight overnight already soon too meanwhile subsequently
    additionally however instead simply often sometimes always finally first quickly since therefore thus both
    all himself herself themselves itself""".split()
)
LINKS = frozenset("of for in at from to and & on with by near".split())
#: For patterns: titles as they are shortened before names, and months.
TITLES = "Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Cmdr|Gov|Sens?|Reps?|Pres|Prof|Dr|Mrs?|Ms|Rev|Hon|Amb"
MONTHS_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTHS_AND_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. jan feb aug
    sept oct nov dec mon tue wed thu fri sat sun""".split()
)
FUNCTION_WORDS = (
    frozenset(
        """the a an this that these those and or but nor so yet if when while as because since until unless although
    though whether after before during than then there here where how why what which who whom whose not no of
    for in at from to on with by near into onto over under about against between among through without within
    upon off out up down across along around behind beyond amid despite per via is are was were be been being am
    do does did has have had having can could will would shall should may might must it its they them their he
    him his she her hers we us our you your i me my more most much many few each every all both some any other
    such same own very just only even still also too again once ever never always often""".split()
    )
    | AUXILIARIES
    | ADVERBS
)
CAPITAL_FUNCTION_WORDS = (
    frozenset(word.capitalize() for word in FUNCTION_WORDS)
    | frozenset("According Asked Speaking Responding Meanwhile I A I'm I've It's That's".split())
) - {"May"}

#: Nouns that can be said to speak: people by office or calling, bodies, papers.
SPEAKING_NOUNS = frozenset(
    """official officials officer officers spokesman spokeswoman spokesperson spokespeople spokesmen minister
    ministers ministry ministries president governor governors mayor mayors general commander commanders chief
    chiefs army military police authorities authority government governments source sources witness witnesses
    eyewitness eyewitnesses resident residents medic medics doctor doctors rescuer rescuers paramedic paramedics
    nurse nurses surgeon analyst analysts expert experts report reports statement statements agency agencies
    group groups union unions council councils office offices administration service services force forces rebel
    rebels militant militants militia militias activist activists leader leaders head heads envoy envoys
    ambassador ambassadors diplomat diplomats secretary lawmaker lawmakers lawyer lawyers prosecutor prosecutors
    judge judges court courts media newspaper newspapers paper network reporter reporters correspondent
    correspondents journalist journalists coastguard department departments embassy institute organisation
    organization organisations organizations committee commission observatory hospital hospitals aide aides
    adviser advisers advisor advisors staff headquarters family families mother father parents woman man women
    men neighbor neighbour neighbors neighbours student students teacher teachers professor author director
    manager candidate campaign senator senators congressman congresswoman attorney king prince pope premier
    chancellor chairman chairwoman chair chairperson deputy monitor monitors watchdog charity bureau command
    coalition alliance bloc soldier soldiers survivor survivors relative relatives villager villagers driver
    pilot fighter fighters owner star singer player coach writer poll polls study survey surveys document
    documents letter filing lawsuit indictment complaint memo junta presidency parliament opposition party
    movement regime navy brigade battalion unit troops veteran veterans historian scholar researcher researchers
    scientist scientists economist economists critic critics supporter supporters protester protesters organiser
    organizer organisers organizers strategist pollster columnist editor host anchor narrator publication
    magazine website outlet outlets channel broadcaster blogger bloggers detective detectives investigators
    investigator sheriff deputies trooper firefighters spokesgroup emir sultan cleric bishop archbishop priest
    imam rabbi nun monk pastor son daughter wife husband brother sister uncle aunt cousin grandmother
    grandfather friend friends colleague colleagues mediator mediators negotiator negotiators delegation
    delegates delegate member members representative representatives ombudsman mission inspectors inspector
    watchdogs team teams operator company companies firm manufacturer airline regulator analysis update briefing
    bulletin communique communiqué post tweet message email article story piece editorial book headline caption
    transcript video advert ad boss tycoon billionaire businessman businesswoman entrepreneur farmer farmers
    worker workers refugee refugees migrant migrants prisoner prisoners hostage hostages captain sergeant
    colonel lieutenant major admiral marshal guard guards intelligence counterpart predecessor successor
    incumbent nominee congress senate house board panel tribunal governorate municipality directorate federation
    association society foundation syndicate centre center forum responders defence defense kremlin pentagon
    girl boy teenager child children people americans democrats republicans republican democrat voter voters
    conservative liberal actor actress comedian artist musician filmmaker activist-turned executive ceo founder
    co-founder vice-president consultant fellow lecturer psychologist psychiatrist doctor-turned spokes
    commentator pundit operative surrogate staffer ally allies rival rivals opponent opponents predecessors
    backers aides-de-camp conservationist ecologist climatologist meteorologist engineer engineers technician
    commissioner announcer questioner clip spot ruling bylaws insider insiders user users customer customers
    victim victims suspect defendant plaintiff juror jury lawmen sources think-tank thinktank thinktanks""".split()
)
