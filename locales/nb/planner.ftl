# Planleggeren: løslatelser mot samlinger, og forslag.
planner-finish = { $all ->
    [0] ingen er påmeldt ennå
   *[other] { $count } av { $all } rekker alle samlinger framover
}
planner-nobody = Ingen ennå: a legger til personer.
planner-all = alle { $count }
planner-no-release = { $name } har ingen løslatelsesdato registrert: alle samlinger regnes som mulige.
planner-reaches-all = { $name } løslates { $release } og rekker alle samlinger.
planner-misses = { $name } løslates { $release } og mister { $count ->
    [one] samling { $sessions }
   *[other] { $count } samlinger: { $sessions }
}.
planner-misses-essential = { $count ->
    [one] Nødvendig: { $sessions }.
   *[other] Nødvendige: { $sessions }.
}
planner-with-both = Med én til i uken ville { $more ->
    [0] ingenting
    [one] { $more } samling
   *[other] { $more } samlinger
} gå tapt, med én færre { $fewer }.
planner-with-more = Med én til i uken ville { $more ->
    [0] ingenting
    [one] { $more } samling
   *[other] { $more } samlinger
} gå tapt.
planner-with-fewer = Med én færre i uken ville { $fewer ->
    [one] { $fewer } samling
   *[other] { $fewer } samlinger
} gå tapt.
planner-pace = { $count } i uken ({ $weekdays }): til { $last }; { $finish } av { $all } rekker alle samlinger.
planner-proposals = { $count ->
    [0] Forslag
    [one] { $count } forslag
   *[other] { $count } forslag
}
planner-aside = { $count } lagt til side
planner-start = Start { $to }, ikke { $from }
planner-rhythm = Møtes { $weekdays }: { $count } i uken i stedet for { $was }
planner-rhythm-start = Møtes { $weekdays } fra { $start }: { $count } i uken i stedet for { $was }
planner-forward = { $session } til { $date }
planner-order = Flytt nødvendige samlinger fram: { $sessions }
planner-shorter = Kjør «{ $version }» i stedet: { $count } samlinger, ikke { $was }
planner-why-all = Alle { $count } rekker alle samlinger i stedet for { $was }.
planner-why-finish = { $count } av { $all } rekker alle samlinger i stedet for { $was }.
planner-why-essential = Nødvendige samlinger som går tapt: { $count } i stedet for { $was }.
planner-why-missed = Samlinger som går tapt: { $count } i stedet for { $was }.
planner-why-latest = Ingen senere start gir det samme.
planner-why-shorter = Alle { $was } får ikke plass før løslatelsene med denne rytmen.
planner-why-last = Siste gang: { $last }, ikke { $was }.
planner-none-yet = Forslag kommer når noen er påmeldt: a legger til personer.
planner-all-finish = Alle rekker alle samlinger: ingenting å foreslå.
planner-no-help = Verken en annen start, rytme, rekkefølge eller versjon lar noen rekke mer.
planner-latest = Gruppen kan starte så sent som { $date }.
planner-taken = Gjort, u tar det tilbake: { $what }.
planner-nothing-to-take = Det er ingen forslag å ta.
planner-why-clashes = { $count ->
    [0] Ingenting kolliderer
    [one] { $count } samling kolliderer
   *[other] { $count } samlinger kolliderer
} ({ $was } nå).
planner-left-aside = Lagt til side, u angrer: { $what }
planner-taken-up = Tatt frem igjen: { $what }
