"""Who are the sides of a conflict? So that a page can say when only one of them is quoted."""

from __future__ import annotations

# Topic = the sides, with slashes between them; codes of one side, with commas, stand together against the others. A
# conflict whose sides are not told by code (armed groups without one, a state against itself) has an empty line: of it
# nothing is said. A topic that is not here counts every code as a side of its own.
_TABLE = """
afghanistan = Taliban / PK
armenia-azerbaijan = AM / AZ
central-african-republic =
colombia = CO / ELN, FARC
drc = CD / M23, RW
ethiopia-eritrea = ET / ER / TPLF
gaza = IL / PS, Hamas, PIJ
haiti =
india = IN / CPI-Maoist
iran = IR / IL / US
iraq = IQ / PMF
kashmir = IN / PK
korea = KP / KR
kosovo = XK / RS
lebanon = IL / Hezbollah, LB
libya = LY / LNA
mexico =
mozambique =
myanmar = MM / NUG, KNU
nigeria-lake-chad =
pakistan = PK / TTP / BLA
papua = ID / TPNPB
philippines = PH / NPA
sahel =
somalia = SO / al-Shabaab
south-sudan = SS / SPLM-IO
sudan = SD / RSF
syria = SY / SDF / TR / IL
taiwan-south-china-sea = CN / TW / PH
thailand-cambodia = TH / KH
turkey-pkk = TR / PKK
ukraine = UA / RU, Wagner
venezuela = VE / US
west-bank = IL / PS, Hamas, PIJ
western-sahara = MA / Polisario
yemen-red-sea = Houthis / YE, SA / IL, US, GB
"""

PARTIES: dict[str, tuple[tuple[str, ...], ...]] = {
    topic.strip(): tuple(tuple(code.strip() for code in side.split(",")) for side in sides.split("/") if side.strip())
    for topic, _, sides in (line.partition("=") for line in _TABLE.strip().split("\n"))
}


def camps(conflict: str, codes: set[str]) -> list[str]:
    """One code for each side of a conflict that `codes` belong to; codes that are no party to it belong to none."""
    known = PARTIES.get(conflict)
    if known is None:
        return sorted(codes)
    return [next(code for code in camp if code in codes) for camp in known if codes & set(camp)]
