"""Nations: which country does a word stand for?"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Name = ISO 3166 alpha-2 = adjectives and other words that stand for it or its government. The countries that conflict
# news names most; a capital stands for its government ("Kyiv said").
_TABLE = """
Ukraine=UA=Ukrainian Kyiv Kiev
Russia=RU=Russian Moscow Kremlin
Belarus=BY=Belarusian Belarussian Minsk
Moldova=MD=Moldovan Chisinau
Poland=PL=Polish Warsaw
Romania=RO=Romanian Bucharest
Germany=DE=German Berlin
France=FR=French Paris
Britain=GB=British UK U.K. London United_Kingdom
United States=US=US U.S. American America Washington USA United_States
Canada=CA=Canadian Ottawa
Turkey=TR=Turkish Ankara Turkiye Türkiye
Israel=IL=Israeli
Palestine=PS=Palestinian
Lebanon=LB=Lebanese Beirut
Syria=SY=Syrian Damascus
Iran=IR=Iranian Tehran
Iraq=IQ=Iraqi Baghdad
Jordan=JO=Jordanian Amman
Egypt=EG=Egyptian Cairo
Saudi Arabia=SA=Saudi Riyadh
Yemen=YE=Yemeni
Qatar=QA=Qatari Doha
United Arab Emirates=AE=Emirati UAE
Sudan=SD=Sudanese
South Sudan=SS=South_Sudanese Juba
Ethiopia=ET=Ethiopian
Eritrea=ER=Eritrean Asmara
Somalia=SO=Somali Mogadishu
Kenya=KE=Kenyan Nairobi
Uganda=UG=Ugandan Kampala
Rwanda=RW=Rwandan Kigali
Burundi=BI=Burundian
DR Congo=CD=Congolese Congo Kinshasa DRC
Central African Republic=CF=Central_African
Chad=TD=Chadian
Niger=NE=Nigerien Niamey
Nigeria=NG=Nigerian Abuja
Mali=ML=Malian Bamako
Burkina Faso=BF=Burkinabe Burkinabé Ouagadougou
Cameroon=CM=Cameroonian
Mozambique=MZ=Mozambican Maputo
Libya=LY=Libyan Tripoli
Tunisia=TN=Tunisian
Algeria=DZ=Algerian
Morocco=MA=Moroccan
Afghanistan=AF=Afghan Kabul
Pakistan=PK=Pakistani Islamabad
India=IN=Indian New_Delhi Delhi
China=CN=Chinese Beijing
Taiwan=TW=Taiwanese Taipei
Japan=JP=Japanese Tokyo
North Korea=KP=North_Korean Pyongyang
South Korea=KR=South_Korean Seoul
Myanmar=MM=Burmese Burma
Thailand=TH=Thai Bangkok
Cambodia=KH=Cambodian Phnom_Penh
Philippines=PH=Philippine Filipino Manila
Indonesia=ID=Indonesian Jakarta
Bangladesh=BD=Bangladeshi Dhaka
Sri Lanka=LK=Sri_Lankan
Armenia=AM=Armenian Yerevan
Azerbaijan=AZ=Azerbaijani Azeri Baku
Georgia=GE=Georgian Tbilisi
Kazakhstan=KZ=Kazakh Astana
Serbia=RS=Serbian Belgrade
Kosovo=XK=Kosovan
Hungary=HU=Hungarian Budapest
Slovakia=SK=Slovak Bratislava
Czech Republic=CZ=Czech Czechia Prague
Lithuania=LT=Lithuanian Vilnius
Latvia=LV=Latvian Riga
Estonia=EE=Estonian Tallinn
Finland=FI=Finnish Helsinki
Sweden=SE=Swedish Stockholm
Norway=NO=Norwegian Oslo
Denmark=DK=Danish Copenhagen
Netherlands=NL=Dutch
Belgium=BE=Belgian
Spain=ES=Spanish Madrid
Portugal=PT=Portuguese Lisbon
Italy=IT=Italian Rome
Greece=GR=Greek Athens
Bulgaria=BG=Bulgarian Sofia
Haiti=HT=Haitian Port-au-Prince
Venezuela=VE=Venezuelan Caracas
Colombia=CO=Colombian Bogota Bogotá
Ecuador=EC=Ecuadorian Ecuadorean Quito
Mexico=MX=Mexican Mexico_City
Cuba=CU=Cuban Havana
South Africa=ZA=South_African Pretoria
Mauritania=MR=Mauritanian Nouakchott
Senegal=SN=Senegalese Dakar
Ivory Coast=CI=Ivorian Abidjan
Ghana=GH=Ghanaian Accra
Togo=TG=Togolese
Benin=BJ=Beninese
Guinea=GN=Guinean Conakry
Zimbabwe=ZW=Zimbabwean Harare
Angola=AO=Angolan Luanda
Tanzania=TZ=Tanzanian
Djibouti=DJ=Djiboutian
Kuwait=KW=Kuwaiti
Bahrain=BH=Bahraini Manama
Oman=OM=Omani Muscat
Vietnam=VN=Vietnamese Hanoi
Malaysia=MY=Malaysian Kuala_Lumpur
Singapore=SG=Singaporean
Nepal=NP=Nepalese Nepali Kathmandu
Mongolia=MN=Mongolian
Uzbekistan=UZ=Uzbek Tashkent
Kyrgyzstan=KG=Kyrgyz Bishkek
Tajikistan=TJ=Tajik Dushanbe
Turkmenistan=TM=Turkmen
Austria=AT=Austrian
Switzerland=CH=Swiss
Ireland=IE=Irish Dublin
Slovenia=SI=Slovenian Ljubljana
Croatia=HR=Croatian Zagreb
Bosnia=BA=Bosnian Sarajevo
Albania=AL=Albanian Tirana
Cyprus=CY=Cypriot
Brazil=BR=Brazilian Brasilia Brasília
Argentina=AR=Argentine Argentinian Buenos_Aires
Chile=CL=Chilean
Peru=PE=Peruvian
Bolivia=BO=Bolivian
Honduras=HN=Honduran
Guatemala=GT=Guatemalan
Nicaragua=NI=Nicaraguan Managua
El Salvador=SV=Salvadoran Salvadorean
Panama=PA=Panamanian
Australia=AU=Australian Canberra
New Zealand=NZ=Wellington
European Union=EU=EU European_Union
"""

_WITH_ARTICLE = frozenset(
    (
        "United States",
        "United Arab Emirates",
        "European Union",
        "Netherlands",
        "Philippines",
        "Central African Republic",
    )
)
_POSSESSIVE = re.compile(r"['’]s?$")

#: Lower-case word or phrase -> (country's name, ISO code).
NATIONS: dict[str, tuple[str, str]] = {}
#: Words that are a country's own name, not its adjective or capital.
NAMES: frozenset[str]
for _line in _TABLE.split("\n"):
    if _line:
        _name, _code, _words = _line.split("=")
        for _word in (_name, *_words.split()):
            NATIONS[_word.replace("_", " ").casefold()] = (_name, _code)
NAMES = frozenset(line.split("=")[0] for line in _TABLE.split("\n") if line)
#: For patterns: a country by its own name, the longer before the shorter.
A_STATE = "|".join(re.escape(name) for name in sorted(NAMES, key=lambda name: (-len(name), name)))


def nation(words: str) -> tuple[str, str] | None:
    """(name, ISO code) of the country that a phrase begins with (an article aside), or names as its second word.

    `nation("the Ukrainian air force")` is `("Ukraine", "UA")`; None if no country is named there.
    """
    found = leading_nation(words.split())
    return found[1] if found else None


def leading_nation(parts: Sequence[str]) -> tuple[tuple[int, int], tuple[str, str]] | None:
    """((first, end) of the words that name it, (name, ISO code)) of the country among a phrase's first three words."""
    folded = [_POSSESSIVE.sub("", part.casefold().strip(",")) for part in parts[:6]]
    for start in range(min(3, len(folded))):
        for length in (3, 2, 1):
            piece = " ".join(folded[start : start + length])
            if start + length <= len(folded) and (hit := NATIONS.get(piece)):
                return (start, start + length), hit
    return None


def in_prose(country: str) -> str:
    """The country's name as it stands inside a sentence: "the United States", "Ukraine"."""
    return f"the {country}" if country in _WITH_ARTICLE else country


def names_another(text: str, home: str) -> bool:
    """Does a text name another state, its people or its capital, than `home`?"""
    named = (NATIONS.get(word.casefold().removesuffix("s")) for word in re.findall(r"[A-Z][\w]+", text))
    return any(each is not None and each[0] != home for each in named)
