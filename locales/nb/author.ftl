# Kursholderens skrivebord: mappen, og en fil slik den vil se ut.
author-title = Programmene dine
author-files = { $count ->
    [one] Én fil
   *[other] { $count } filer
}
author-broken = { $count ->
    [one] én med feil
   *[other] { $count } med feil
}
author-none = Her er det ingen fil ennå. Gå ut med q, og kjør så: onward new programme forste-uker
author-no-folder = { $dir } er ikke en mappe. Oppgi mappen med programmene dine.
author-read-again = Alle filene er kontrollert på nytt.
author-clean = uten funn
author-errors = { $count } feil
author-warnings = { $count ->
    [one] 1 advarsel
   *[other] { $count } advarsler
}
author-unread = Kan ikke brukes slik den er: Enter viser hvorfor
author-versions = { $count ->
    [one] 1 versjon med { $sessions } samlinger
   *[other] { $count } versjoner med { $sessions } samlinger
}
author-steps = { $count } trinn
author-pages = { $count ->
    [one] 1 side
   *[other] { $count } sider
}
author-agencies = { $count ->
    [one] 1 instans
   *[other] { $count } instanser
}
author-closures = { $count ->
    [one] Stengte dager: 1 oppføring
   *[other] Stengte dager: { $count } oppføringer
}
author-translation = En oversettelse
author-translation-broken = { $language }: har feil
author-missing = { $count } mangler
author-stale = { $count } foreldet
proof-no-file = Det finnes ingen fil { $file }. Sjekk navnet, eller begynn en: onward new programme forste-uker
proof-text = slik den leses
proof-room = rommet
proof-planner = planleggeren
proof-sheet = ark til å ta med
proof-sheet-in = ark til å ta med, { $language }
proof-group = Prøve
proof-person = Person
proof-earlier = Slik den var kl. { $time }: filen har feil nå.
proof-no-picture = Filen har feil, så det er ingenting å vise ennå. De står nedenfor; f går til neste.
proof-only-programmes = Bare et program vises slik. Bla i andre filer med n.
proof-gone = Filen er borte. Den vises igjen så snart den er der.
proof-finding = { $level }, { $number } av { $of }
proof-place = linje { $line }, kolonne { $column }
