"""Words of speech: which verbs report it, which nouns can do it, which words only stand between.

Word lists of English news prose, for `attribution`. A verb's class is what the reader is told it was.
"""

from __future__ import annotations

_VERBS = """
said: say says said saying | tell tells told telling | add adds added adding | note notes noted noting
said: state states stated stating | comment comments commented | write writes wrote written writing
said: tweet tweets tweeted tweeting | post posts posted posting | explain explains explained explaining
said: reply replies replied replying | respond responds responded responding | answer answers answered
said: remark remarks remarked remarking | continue continues continued continuing | recall recalls recalled recalling
said: observe observes observed observing | conclude concludes concluded concluding | joke joked quip quipped
said: argue argues argued arguing | stress stresses stressed stressing | emphasize emphasizes emphasized emphasizing
said: emphasise emphasises emphasised emphasising | reiterate reiterates reiterated reiterating | repeat repeated
said: describe describes described describing | call calls called calling | dub dubbed | label labeled labelled
said: declare declares declared declaring | mention mentioned mentioning | point points pointed pointing
said: exclaim exclaimed | shout shouts shouted shouting | complain complains complained complaining
said: quote quotes quoted | thank thanked thanking | lament lamented lamenting | tells | summarize summarized
said: elaborate elaborated | interject interjected | boast boasts boasted boasting | mock mocked mocking
said: joke jokes joking | muse mused | sing sings sang singing | chant chanted chanting | opine opined
said: yell yells yelled yelling | scream screamed screaming | cry cried | whisper whispered | beg begged | text texted
said: express expresses expressed expressing | praise praised praising | hail hails hailed hailing
reported: report reports reported reporting | announce announces announced announcing | reveal reveals revealed
reported: revealing
reported: disclose disclosed disclosing | record records recorded | find finds found | list lists listed
reported: publish published | document documents documented | put puts
claimed: claim claims claimed claiming | allege alleges alleged alleging | assert asserts asserted asserting
claimed: insist insists insisted insisting | maintain maintains maintained maintaining | contend contends
claimed: contended contending
claimed: boast boasts | suggest suggests suggested suggesting | speculate speculated
denied: deny denies denied denying | reject rejects rejected rejecting | dismiss dismisses dismissed dismissing
denied: refute refuted | rebuff rebuffed | dispute disputes disputed
confirmed: verify verifies verified verifying
confirmed: confirm confirms confirmed confirming | acknowledge acknowledges acknowledged acknowledging
confirmed: admit admits admitted admitting | concede concedes conceded conceding
warned: warn warns warned warning | caution cautions cautioned cautioning | threaten threatens threatened threatening
ordered: order orders ordered ordering | demand demands demanded demanding | instruct instructed | command commanded
urged: urge urges urged urging | implore implored | appeal appealed appealing | plead pleaded
promised: pledge pledges pledged pledging | promise promises promised promising | vow vows vowed vowing
accused: accuse accuses accused accusing | blame blames blamed blaming | criticize criticized criticizing
accused: criticise criticises criticised criticising | condemn condemns condemned condemning | denounce denounced
accused: denouncing
accused: charge charges charged | slam slammed slamming | blast blasted blasting | decry decried | attack attacked
estimated: reckon reckons reckoned reckoning
estimated: estimate estimates estimated estimating | predict predicts predicted predicting | forecast forecasts
believed: believe believes believed | think thinks thought | expect expects expected | assess assesses assessed
believed: hope hopes hoped hoping | feel feels felt | doubt doubts doubted | fear fears feared
asked: ask asks asked asking | wonder wonders wondered wondering
"""

#: Verb form -> class.
SPEECH: dict[str, str] = {}
for _line in _VERBS.strip().splitlines():
    _class, _forms = _line.split(": ")
    for _form in _forms.replace("|", " ").split():
        SPEECH.setdefault(_form, _class)
SPEECH["according to"] = "said"
SPEECH["citing"] = SPEECH["quoting"] = "reported"

#: Verbs that report speech only beside a quotation or a "that"; elsewhere they are too common.
WEAK = frozenset(
    """find finds found list lists listed put puts attack attacked call calls called calling point points pointed
    think thinks thought feel feels felt hope hopes hoped fear fears feared expect expects expected record
    records recorded charge charges charged document documents documented publish published label labeled
    labelled post posts posted sing sings sang singing continue continues continued continuing believe believes
    believed order orders ordered ordering repeat repeated quote quotes quoted observe observes observed hail
    hails express expresses expressed expressing praise praised praising thank thanked thanking mock mocked
    mocking threaten threatens threatened threatening slam slammed blast blasted command commanded dismiss
    dismisses dismissed describe describes described describing dub dubbed dispute disputes disputed write
    written record appeal appealed demand demands doubt doubts ask asks asked""".split()
)

#: Forms that are nouns as well.
NOUN_TOO = frozenset(
    """claims claim reports report comments comment warning warnings charges charge states state orders order posts
    post tweets tweet notes note calls call points point answer answers quotes quote attack command demands
    demand fears fear hopes hope promise promises pledge pledges vow vows estimate estimates doubts doubt
    dispute disputes record records forecast forecasts reply replies label find finds list lists documents
    document""".split()
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
#: For patterns: a day of the week.
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
#: For patterns: a month, and the offices of those who speak for a state, an army or a body.
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
OFFICE = r"minister|president|secretary|chief|leader|spokes\w+|ambassador|envoy|governor|mayor|director|commander"
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
    | frozenset("According Asked Speaking Responding Meanwhile I A I'm I’m I've I’ve It's It’s That's That’s".split())
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
