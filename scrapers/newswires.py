"""Which outlets sell their text to newsrooms? Of such a wire nothing but the headline is shown without a contract.

The one list of them. `extract/agencies.txt` is another: how any agency signs, whether it sells its text or not.
"""

from __future__ import annotations

from collections.abc import Iterable

from scrapers.addresses import host
from scrapers.outlet import house

WHY = "sells its wire: a contract is needed"

#: Their sites; a host below one is its too.
_SITES = frozenset(
    """
    aap.com.au aa.com.tr aninews.in ansa.it antaranews.com anp.nl ap.org apnews.com apa.at afp.com belga.be
    belganewsagency.eu bernama.com bta.bg canadianpress.com thecanadianpress.com ceskenoviny.cz cna.com.tw
    ctk.cz ctk.eu dpa.com dpa-international.com efe.com en.interfax.com.ua focustaiwan.tw hina.hr ians.in interfax.com
    interfax.ru interfax.com.ua jiji.com keystone-sda.ch kyodonews.net kyodonews.jp kyodo.co.jp lusa.pt mti.hu ntb.no
    pa.media pap.pl ptinews.com reuters.com reutersagency.com ria.ru ritzau.dk sta.si stt.fi tanjug.rs tass.com
    tass.ru tt.se ukrinform.net ukrinform.ua unian.info unian.ua unian.net upi.com xinhuanet.com news.cn
    yna.co.kr yonhapnews.co.kr
    """.split()
)
#: Their names; what follows one ("Reuters World", "TASS (English)") makes it no other.
_NAMES = tuple(
    name.strip()
    for name in """
    agence france-presse | agence france presse | afp | anadolu | anadolu agency | anadolu ajansı | ansa | ap news |
    associated press | australian associated press | austria presse agentur | belga | bernama |
    canadian press | deutsche presse-agentur | dpa | efe | agencia efe | focus taiwan | interfax |
    interfax-ukraine | jiji press | keystone-sda | kyodo | kyodo news | lusa | pa media | polska agencja prasowa |
    press association | press trust of india | reuters | thomson reuters | ria novosti | ritzau | tanjug | tass |
    itar-tass | united press international | ukrinform | unian | xinhua | yonhap
    """.split("|")
)
#: Short ones that are words or others' names too: these only alone.
_ALONE = frozenset("aap ani anp ap apa bta hina ians lusa mti ntb pa pap pti stt tt upi čtk ctk".split())


def sells_its_wire(name: str, addresses: Iterable[str] = ()) -> bool:
    """Is the outlet of this name, or of one of these addresses, a wire that is sold?"""
    plain = house(name)
    if plain in _ALONE or any(plain == each or plain.startswith((f"{each} ", f"{each}:")) for each in _NAMES):
        return True
    return any(site == each or site.endswith(f".{each}") for site in map(host, addresses) if site for each in _SITES)
