"""What the decks of these tests say."""

from __future__ import annotations

PLATFORMS = [
    "Platforms that couriers own\nCoopCycle, a federation of bicycle delivery cooperatives",
    "What the software does\nOrders, routes and invoices for the couriers",
    "Who decides\nEach cooperative has one vote in the federation",
    "What it costs\n29 cooperatives share 3 developers",
]
PLATEFORMES = [
    (
        "Des plateformes qui appartiennent aux coursiers\n"
        "CoopCycle, une fédération de coopératives de livraison à vélo"
    ),
    "Ce que fait le logiciel\nCommandes, tournées et factures pour les coursiers",
    "Qui décide\nChaque coopérative a une voix dans la fédération",
    "Ce que cela coûte\n29 coopératives se partagent 3 développeurs",
]
PLATAFORMAS = [
    (
        "Plataformas que pertencem aos entregadores\nCoopCycle, uma federação de cooperativas de "
        "entrega em bicicleta"
    ),
    "O que faz o programa\nPedidos, rotas e faturas para os entregadores",
    "Quem decide\nCada cooperativa tem um voto na federação",
    "Quanto custa\n29 cooperativas partilham 3 programadores",
]
BAKERY = [
    "Bread without yeast\nFlour, water and salt",
    "The dough rests\nTwelve hours in a cool room",
    "The oven\nStone, 240 degrees, forty minutes",
]


def signed(pages: list[str], name: str) -> list[str]:
    """Put a name on the cover."""
    return [f"{pages[0]}\n{name}", *pages[1:]]
