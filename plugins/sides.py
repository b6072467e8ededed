"""Which words stand for a side? A side is a state's two letters or a party's short name, as the ledger writes it."""

from __future__ import annotations

# ISO 3166 alpha-2 (and EU, NATO, UN), the names as news writes them; a code that is not here is shown as it stands,
# which is right for parties (Hamas, RSF, Houthis).
_STATES = """
AE the United Arab Emirates, AF Afghanistan, AL Albania, AM Armenia, AO Angola, AR Argentina, AT Austria, AU
Australia, AZ Azerbaijan, BA Bosnia, BD Bangladesh, BE Belgium, BF Burkina Faso, BG Bulgaria, BH Bahrain, BI Burundi,
BJ Benin, BO Bolivia, BR Brazil, BY Belarus, CA Canada, CD DR Congo, CF the Central African Republic, CH Switzerland,
CI Ivory Coast, CL Chile, CM Cameroon, CN China, CO Colombia, CU Cuba, CY Cyprus, CZ the Czech Republic, DE Germany,
DJ Djibouti, DK Denmark, DZ Algeria, EC Ecuador, EE Estonia, EG Egypt, ER Eritrea, ES Spain, ET Ethiopia, EU the
European Union, FI Finland, FR France, GB Britain, GE Georgia, GH Ghana, GN Guinea, GR Greece, GT Guatemala, HN
Honduras, HR Croatia, HT Haiti, HU Hungary, ID Indonesia, IE Ireland, IL Israel, IN India, IQ Iraq, IR Iran, IT Italy,
JO Jordan, JP Japan, KE Kenya, KG Kyrgyzstan, KH Cambodia, KP North Korea, KR South Korea, KW Kuwait, KZ Kazakhstan,
LB Lebanon, LK Sri Lanka, LT Lithuania, LV Latvia, LY Libya, MA Morocco, MD Moldova, ML Mali, MM Myanmar, MN Mongolia,
MR Mauritania, MX Mexico, MY Malaysia, MZ Mozambique, NE Niger, NG Nigeria, NI Nicaragua, NL the Netherlands, NO
Norway, NP Nepal, NZ New Zealand, OM Oman, PA Panama, PE Peru, PH the Philippines, PK Pakistan, PL Poland, PS
Palestine, PT Portugal, QA Qatar, RO Romania, RS Serbia, RU Russia, RW Rwanda, SA Saudi Arabia, SD Sudan, SE Sweden,
SG Singapore, SI Slovenia, SK Slovakia, SN Senegal, SO Somalia, SS South Sudan, SV El Salvador, SY Syria, TD Chad, TG
Togo, TH Thailand, TJ Tajikistan, TM Turkmenistan, TN Tunisia, TR Turkey, TW Taiwan, TZ Tanzania, UA Ukraine, UG
Uganda, UN the United Nations, US the United States, UZ Uzbekistan, VE Venezuela, VN Vietnam, XK Kosovo, YE Yemen, ZA
South Africa, ZW Zimbabwe
"""
_PARTIES = """
Houthis the Houthis, RSF the Rapid Support Forces, PIJ Palestinian Islamic Jihad, SDF the Syrian Democratic Forces,
Taliban the Taliban, NUG Myanmar’s National Unity Government, KNU the Karen National Union, TPLF the TPLF
"""
NAMES: dict[str, str] = {
    code: " ".join(words) for entry in (_STATES + "," + _PARTIES).split(",") for code, *words in [entry.split()]
}
_COUNTRIES = frozenset(name.removeprefix("the ").casefold() for name in NAMES.values()) | {
    "gaza",
    "gaza strip",
    "west bank",
    "congo",
}


def side_name(code: str) -> str:
    """As it stands inside a sentence: `Ukraine`, `the United States`; a code that is not known stands as it is."""
    return NAMES.get(code, code)


def side_heading(code: str) -> str:
    """The same at the beginning of a line: `The United States`."""
    name = side_name(code)
    return f"T{name[1:]}" if name.startswith("the ") else name


def possessive(name: str) -> str:
    """`Ukraine’s`, `the United States’`."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def listed(names: list[str]) -> str:
    """`France`, `France and Poland`, `France, Poland and Spain`."""
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


def is_country(place: str) -> bool:
    """Whether a place is a whole country, which no town in it contradicts."""
    return place.casefold().removeprefix("the ") in _COUNTRIES
