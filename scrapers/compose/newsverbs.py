"""News verbs: which word of a headline can be its verb, and in which form?

Word lists of English headlines, for `retold`. A form that is a plural noun as well ("strikes") stands apart: only its
neighbours tell which it is.
"""

from __future__ import annotations

_VERBS = """
stampede expedite position insult sputter resist dismantle reinforce criticise
abduct carry redirect assess task cry roar persist rescind catch achieve affect amplify anger answer attend attribute
authorise authorize besiege blacklist complete complicate conduct congratulate contradict coordinate create decide
deplore depose detonate direct endure engulf follow highlight hurl implement lob buy choose hide mistake overthrow
rebuild sell shake steal teach throw undergo undertake write wrap produce reaffirm sound toss tweet violate widen
accept accuse acknowledge acquire acquit act add admit adopt agree aim airstrike allege allow ambush announce
appeal approve argue arrest arrive ask assassinate assault assign assure attack avoid back backtrack ban batter
battle become beg begin behead believe berate bid blame blast block boast bolster bomb bombard boost brace bring
bristle brush build burn bury call cancel capture care cause cement challenge change charge check chide circle cite
claim clash clear climb close collapse come command commemorate commit compromise condemn confirm confront conquer
consider consult contact continue control convene convict convince cope cost count counter cover crash criticise
criticize cross cut damage date deal debate declare decline decry deepen defeat defend defy delay deliver demand
denounce deny depart deploy describe destroy detain deter die disappear discover discuss dismiss dispatch displace
dispute disrupt dissolve divide dodge donate doubt down draw drill drive drone drop dump ease edge eject elect elude
embrace emerge enable encourage end endorse engage enter erupt escalate escape establish estimate evacuate evade
exchange exclude execute expand expect expel explode exploit expose express extend extradite eye face fail fall
falter fear fend fight file finance find fine finish fire flare flatten flee flock flood fly focus foil force
forecast forge free freeze fuel fund gain gather get give go grant grapple greet grill grip grow guard guide hail
halt halve hand happen harm head hear help hint hit hold honor honour hope host hunt identify ignore impact impose
inaugurate include increase indict infiltrate inflame inflict inform injure insist inspect instruct intensify
intercept intervene introduce invade investigate invite isolate issue jail join jolt jostle jump keep kidnap kill
knock land laud launch lay lead leak leave let liberate lift limit line link list lobby lock look loot lose maintain
make march mark mask matter mediate meet mend mine miss mobilise mobilize mock monitor mount mourn move mull murder
name near need negotiate nominate note notify object obtain occupy offer open oppose order oust outline overrun
oversee overwhelm pardon participate pass patrol pause pay penalise persuade place plan play plead pledge plot
plunge point pounce pound pour power praise predict prep prepare present preside press prevent print probe proceed
profit progress prohibit promise prompt propose prosecute protest prove provide provoke publish pull pummel purchase
push put question quit quote race rage raid raise rally ram range rank rap rate reach ready realise rebel rebuff
rebuke recall recapture receive recognise recognize record recover recruit reduce refuse refute regain rein
reiterate reject release relent relocate remain remove renew reopen repatriate repel replace replenish reply report
repulse request rescue reserve resign resist resolve respond restart restock restore restrict result resume
resurface resurge retake retaliate retreat return reveal review revive revoke revolt rise risk rock rocket rout row
rule run sabotage sack sail sanction save say scale score scramble search secure see seek seize send sentence set
settle sever share shatter shell shelter shift ship shoot shout show shrink shun shut sidestep sign signal sink skip
slam slap slow slump snub soar soften soothe spare spark speak speed spend spike splinter split spot spread spur
spurn sputter stab stage stall stand start state stay step stockpile stoke stop storm strain strengthen stress
stretch strike strip struggle study submit sue suffer suggest summon supply support suppress surge surpass surrender
survive suspect suspend swamp swap sway swear sweep swell swing swoop take talk target tax tell tender test thank
threat threaten thwart tie tighten top topple torture touch toughen tour track trade trail train transfer transform
trap travel treat trial trigger trim trip trust try tumble turn underline undermine underscore unleash unveil update
upgrade uphold urge use vacate value vanish veto vie view vindicate visit voice vote vow wait waive walk want warn
watch weaken weigh welcome win wish withdraw withhold woo work worry worsen wound wreck wrestle yield zero
"""
#: Those whose form in -s is a noun of conflict news as well.
_NOUNS_TOO = """
act aim airstrike ambush appeal arrest attack ban battle bid block boast bomb boost cause challenge change charge
check claim clash command contact control cost count cover crash cut damage date deal debate delay demand dispute
doubt draw drill drive drone drop edge end estimate exchange fear fight file fine fire force forecast fuel fund gain
grant guard hand hold hope issue jump land launch leak leave limit line link list look march mark matter mine
monitor mount move murder need note object offer order patrol pause place plan play pledge point power praise press
print probe profit promise protest question quote race raid range rank rate rebel record recruit release reply
report request rescue reserve result return review risk rocket row rule sail sanction scale score search sentence
share shell shelter shift ship show sign slump spark spike split spot spread stage stand state step stop storm
strain stress strike struggle study supply support surge suspect talk target tax test threat tie tour track trade
trail train transfer trap trial trigger trip trust update upgrade use value view visit voice vote vow walk watch
work wound yield
"""
#: base, s-form, past, participle where they are not regular.
_IRREGULAR = """
become becomes became become|begin begins began begun|bring brings brought brought|build builds built built
catch catches caught caught|break breaks broke broken|buy buys bought bought|choose chooses chose chosen
deal deals dealt dealt|feel feels felt felt|forbid forbids forbade forbidden|hide hides hid hidden
mistake mistakes mistook mistaken|overthrow overthrows overthrew overthrown|prove proves proved proven
rebuild rebuilds rebuilt rebuilt|sell sells sold sold|shake shakes shook shaken|steal steals stole stolen
teach teaches taught taught|think thinks thought thought|throw throws threw thrown
undergo undergoes underwent undergone|undertake undertakes undertook undertaken|write writes wrote written
come comes came come|draw draws drew drawn|drive drives drove driven|fall falls fell fallen|find finds found found
flee flees fled fled|fly flies flew flown|freeze freezes froze frozen|get gets got got|give gives gave given
go goes went gone|grow grows grew grown|hear hears heard heard|hold holds held held|keep keeps kept kept
lay lays laid laid|lead leads led led|leave leaves left left|let lets let let|lose loses lost lost|make makes made made
meet meets met met|overrun overruns overran overrun|put puts put put|retake retakes retook retaken
rise rises rose risen|say says said said|seek seeks sought sought|send sends sent sent|shoot shoots shot shot
shrink shrinks shrank shrunk|sink sinks sank sunk|spread spreads spread spread|swear swears swore sworn
take takes took taken|tell tells told told|uphold upholds upheld upheld|win wins won won
withdraw withdraws withdrew withdrawn|withhold withholds withheld withheld|fight fights fought fought
hit hits hit hit|cut cuts cut cut|see sees saw seen
speak speaks spoke spoken|stand stands stood stood|strike strikes struck struck|quit quits quit quit|set sets set set
shut shuts shut shut|pay pays paid paid|run runs ran run|sweep sweeps swept swept|spend spends spent spent
split splits split split|die dies died died|tie ties tied tied|swap swaps swapped swapped|stop stops stopped stopped
ban bans banned banned|ram rams rammed rammed|step steps stepped stepped|expel expels expelled expelled
repel repels repelled repelled|admit admits admitted admitted|commit commits committed committed
submit submits submitted submitted|transfer transfers transferred transferred|drop drops dropped dropped
trap traps trapped trapped|stab stabs stabbed stabbed|slam slams slammed slammed|snub snubs snubbed snubbed
strip strips stripped stripped|spot spots spotted spotted|top tops topped topped|deter deters deterred deterred
"""
_KNOWN = {row.split()[0]: tuple(row.split()[1:]) for line in _IRREGULAR.strip().splitlines() for row in line.split("|")}


#: Their last letter is doubled: "planned".
_DOUBLED = frozenset(
    """beg control grip kidnap lob patrol plan plot prep rap rebel ship shun sidestep skip slap spur trim trip wrap
    cancel signal travel pummel""".split()
)


def _s(base: str) -> str:
    if base in _KNOWN:
        return _KNOWN[base][0]
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(base: str) -> str:
    if base in _KNOWN:
        return _KNOWN[base][1]
    if base in _DOUBLED:
        return base + base[-1] + "ed"
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in "aeiou" else base + "ed"


_BASES = frozenset(_VERBS.split())
_NOUNS = frozenset(_NOUNS_TOO.split())

#: Base forms that are other words as well: adjectives, nouns in the singular.
_OTHERS = frozenset(
    """open clear near ready slow free secure mock close welcome face name host back rally climb rise fall start turn
    finish head hit kill rage escape hail flood slap rap pull push blame quote trap trade target hint flare stall
    spare advance exploit defeat retreat escape rebuff rebuke mob level lower prey veto probe assault plot finish
    honor honour approach capture surrender influence ally export import purchase murder exile exit decline
    increase decrease rescue return release visit vote vow pledge hope shift batter circle stretch push laud ease
    eye brace sack complete direct sound answer anger tweet conduct produce task cry roar""".split()
)

#: Third person singular: nothing else than a verb.
SINGULAR = frozenset(_s(base) for base in _BASES - _NOUNS)
#: Third person singular, or a plural noun.
SINGULAR_OR_NOUN = frozenset(_s(base) for base in _NOUNS)
#: The form after a plural subject: nothing else than a verb.
PLURAL = frozenset(_BASES - _NOUNS - _OTHERS)
#: The form after a plural subject, or a noun or adjective.
PLURAL_OR_NOUN = frozenset(_NOUNS | _OTHERS)
#: Any form that shows where a noun phrase ends.
VERBS = SINGULAR | PLURAL | frozenset(_past(base) for base in _BASES) | frozenset(_KNOWN[base][2] for base in _KNOWN)
#: Finite whatever stands beside it.
FINITE = frozenset(
    """is are was were has have had will must should could may might would does do did can
    cannot can't won't isn't aren't wasn't weren't hasn't
    haven't doesn't don't didn't""".split()
)
#: Past forms that are no participle: finite.
PAST = frozenset(
    _KNOWN[base][1] for base in _KNOWN if _KNOWN[base][1] != _KNOWN[base][2] and _KNOWN[base][1] != base
) | {"said"}
#: A past that is the participle too and does not end in -ed: "left", "met", "shot".
IRREGULAR = frozenset(
    _KNOWN[base][1]
    for base in _KNOWN
    if _KNOWN[base][1] == _KNOWN[base][2] and _KNOWN[base][1] != base and not _KNOWN[base][1].endswith("ed")
)
#: The past of each participle: "took" of "taken".
PAST_OF = {"been": "was"} | {
    (_KNOWN[base][2] if base in _KNOWN else _past(base)): _past(base) for base in sorted(_BASES)
}
#: The participle of each past: "taken" of "took".
PARTICIPLE_OF = {past: participle for participle, past in PAST_OF.items() if participle != "been"}
#: What is done to people and things: with "was" or "were" before it, a headline's participle is a sentence's verb.
DONE = frozenset(
    """caught killed injured wounded hurt arrested detained evacuated freed released sentenced jailed imprisoned
    abducted
    kidnapped captured rescued expelled extradited convicted indicted displaced destroyed seized suspended halted
    banned stabbed beheaded executed assassinated deported repatriated intercepted murdered pardoned acquitted
    hospitalised hospitalized poisoned recaptured bombed shelled torpedoed sunk shot attacked targeted heard
    stranded trapped wounded surprised accused overwhelmed gunned convicted expected urged thrown dead fired""".split()
)
#: Under way: with "is" or "are" before it.
GOING_ON = frozenset(
    """preparing deploying sending planning seeking considering visiting evacuating training buying hosting weighing
    positioning facing moving building searching prepping deploying""".split()
)
#: What begins a clause that hangs on another.
SUBORDINATE = frozenset(
    "as after when who that because if while until before since although though where which whose than".split()
)
