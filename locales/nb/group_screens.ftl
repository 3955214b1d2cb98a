# Grupper: listen, skjemaet, én gruppe, valg av personer.
n-of-m = { $n } av { $m }
rows-seen = linje { $first }–{ $last } vises
and-more = og { $count } til
find-label = Finn:
group-code = Kode
group-start = Start
group-weekdays = Ukedager
group-time = Tid
group-room = Rom
group-facilitators = Ledere
groups-programme = Program
groups-held = Holdt
groups-people = Pers.
groups-next = Neste
groups-finished = ferdig { $date }
groups-no-next = ingen planlagt
groups-none = Ingen grupper ennå. Trykk n for å planlegge en.
groups-none-found = Ingen gruppe har «{ $typed }» i kode, rom eller ledere. Esc viser alle.

## Spørsmål
time-fault = «{ $text }» er ikke et klokkeslett: skriv 10:00 eller 930.
text-needed = Feltet kan ikke være tomt: skriv noen ord, eller trykk Esc.
minutes-fault = Skriv hele minutter fra 1 til { $most }.

## Skjemaet
weekday-mon-also = man; ma; mandag; mandager
weekday-tue-also = tir; ti; tirs; tirsdag; tirsdager
weekday-wed-also = ons; on; onsdag; onsdager
weekday-thu-also = tor; to; tors; torsdag; torsdager
weekday-fri-also = fre; fredag; fredager
weekday-sat-also = lør; lørdag; lørdager
weekday-sun-also = søn; søndag; søndager
group-form-which-programme = Hvilket program skal gruppen følge?
group-form-no-programme = Ingen programmer er lastet, så ingen gruppe kan planlegges. Se under Programmer (4).
group-form-hint-code = Det ansatte kaller gruppen: kort, og ulikt alle andre.
group-form-hint-start = Første dag som kan ha en samling: man, 30. nov eller 30.11.2026.
group-form-hint-weekdays = Alle ukedager med samling: tir tor.
group-form-hint-time = Når hver samling begynner: 10:00.
group-form-hint-room = Hvor den holdes; kan stå tomt.
group-form-hint-facilitators = Hvem som leder den, med komma mellom; kan stå tomt.
group-form-fault-code = En gruppe trenger en kode, for eksempel K-01.
group-form-fault-taken = En annen gruppe heter «{ $code }»: velg en annen kode.
group-form-fault-weekday = «{ $text }» er ingen ukedag: skriv dager som tir tor.
group-form-fault-closed = Fengselet er stengt alle disse ukedagene. Velg andre ukedager.
group-form-fault-weekdays = Skriv minst én ukedag, for eksempel tir tor.
group-form-weeks = { $count ->
    [one] { $count } uke
   *[other] { $count } uker
}
group-form-sum = { $count ->
    [one] { $count } samling
   *[other] { $count } samlinger
}, { $weeks }, til { $last }
odd-past = i fortiden
odd-closed = stengt: { $why }
odd-weekend = helg
odd-year-end = høytid
group-form-planned = Gruppe { $code } er planlagt med { $count } samlinger. Nå deltakerne.
group-form-saved = Gruppe { $code } er lagret.
group-form-redate = { $count ->
    [one] Samling { $sessions } får ny dato eller tid
   *[other] Samlingene { $sessions } får nye datoer eller tider
}
group-form-redate-yes = sett dem slik skjemaet viser
group-form-redate-today = sett dem på nytt, dagens samling også
group-form-redate-no = behold datoene de har
group-form-leave = Forlate skjemaet?
group-form-leave-lost = Det som er skrevet her, er ikke lagret og går tapt.

## Valg av personer
pick-title = { $code }: hvem skal delta? Start { $start }
pick-none = Ingen er igjen å velge. Legg til personer under Personer (2), med a.
pick-none-found = Ingen passer til «{ $typed }». Esc viser alle.
pick-no-release = ingen dato
pick-placed = i { $code }
pick-picked = { $count } valgt
people-in-group = { $count ->
    [one] { $count } person i gruppen
   *[other] { $count } personer i gruppen
}
size-warning = ! { $count ->
    [0] Ingen i gruppen
    [one] { $count } person i gruppen
   *[other] { $count } personer i gruppen
}; programmet er laget for { $min }–{ $max }
pick-apart = hold fra hverandre
pick-apart-detail = { $name } og { $other } må holdes fra hverandre
pick-clash = krasj { $sessions }
pick-last-chance = siste sjanse
pick-since = siden { $date }
pick-interpreters = tolk: { $languages }
clash-group = gruppe { $code }
clash-detail = Samling { $session } kolliderer: { $what }, { $date } { $time }
roll-ask = Navn eller referanser på dem som skal delta
roll-hint = Med ; mellom. En liste kan også limes rett inn på skjermen.
roll-picked = { $count ->
    [0] Ingen nye er valgt.
    [one] { $count } person fra listen er valgt.
   *[other] { $count } personer fra listen er valgt.
}
roll-there = { $count ->
    [one] Én var der allerede.
   *[other] { $count } var der allerede.
}
roll-open = { $count ->
    [one] Én linje er åpen.
   *[other] { $count } linjer er åpne.
}
roll-open-lines = ! o avklarer: { $lines }
roll-line-not-found = «{ $line }» finnes ikke
roll-line-several = «{ $line }» kan være { $count } personer
roll-line-released = «{ $line }» løslates før
roll-which = Hvem er «{ $line }»?
roll-none-of-them = ingen av dem
roll-released = løslates { $date }
roll-too-long = Listen har mer enn { $most } linjer: ingen ble valgt. Lim inn færre, eller importer en fil med personer (2, i).
roll-settled = Alle linjene i listen er avklart.
roll-not-found = Ingen heter «{ $line }»
roll-is-released = «{ $line }» løslates før de kan begynne
roll-again-hint = Skriv det annerledes; som det står, lar Enter det ute.
pick-nobody = Ingen er valgt ennå: mellomrom velger.
pick-enrolled = { $count ->
    [one] { $count } person har fått plass i { $code }.
   *[other] { $count } personer har fått plass i { $code }.
}
pick-exception-who = { $name } kan ikke delta. Hvem tillater unntaket?
pick-exception-why = { $name }: hvorfor tillater { $by } det?
pick-exception-hint = Lagres med unntaket. Vurderingen blir stående under det.

## Én gruppe
group-gone = Denne gruppen er ikke registrert lenger. Esc går tilbake.
group-sessions = { $count ->
    [one] { $count } samling
   *[other] { $count } samlinger
}
group-people = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
group-people-waiting = { $count } venter
group-people-gone = { $count } har sluttet
group-waiting-release = løslates { $date }
group-earlier = Her før: { $spells }
group-run-by = Ledes av { $names }
facilitators-who = Hvem leder { $code }?
facilitators-when = { $who }: fra hvilken dag?
facilitators-when-hint = Samlinger før den dagen blir hos dem som ledet dem.
facilitators-same = De samme leder { $code } allerede.
facilitators-said = { $who } leder { $code } fra { $date }
offer-title = En plass i { $code }: hvem får den?
offer-free = { $name } gir fra seg en plass. Hvem får den? Esc: ingen ennå.
offer-nobody = Ingen som venter, kan delta og rekker en samling.
offer-line = { $name }: rekker { $n } av { $m }, { $release }
offer-released = løslates { $date }
offer-no-release = uten løslatelsesdato
offer-since = { $release }, venter siden { $date }
offer-waits-here = { $name } (venter her)
offer-apart = ! { $line }; må holdes atskilt fra { $names }
group-nobody = Ingen ennå: a legger til personer.
group-in-room = rom { $room }
group-from = fra { $date }
group-moved-mark = flyttet
group-exception = ved unntak
group-apart = ! { $one } og { $other } må holdes fra hverandre
group-released-before = ! løslates før { $number }
group-released = ! { $name } løslates { $date }: mister { $count ->
    [one] samling { $sessions }
   *[other] samlingene { $sessions }
}
group-released-essential = { $text }; nødvendig: { $sessions }
group-essential-note = * nødvendig samling
group-planner-note = * nødvendig samling; t viser hva som hjelper dem som løslates for tidlig
group-why-cancelled = Avlyst: { $why }
group-why-moved = Flyttet fra { $date }: { $why }
group-why-left = Sluttet: { $reason }{ $note }
group-why-exception = Unntak ved { $by }: { $why }
group-session-cancelled = Samling { $number } er avlyst: p planlegger den på nytt.
group-session-held = Samling { $number } er holdt, så datoen står fast.
group-not-cancelled = Samling { $number } er ikke avlyst: m flytter den.
group-move-title = Flytt samling { $number } til
group-move-hint = En dag, et klokkeslett eller begge: fre, 3. des, +7, 10:00, 24.11.2026 10:00.
group-move-same = Der står den allerede: skriv en annen dato eller tid.
group-move-closed = { $date } er stengt ({ $why }): skriv en annen dag.
group-move-why = Samling { $number } til { $when }: hvorfor flyttes den?
group-cancel-why = Samling { $number }, { $when }: hvorfor avlyses den?
group-why-hint = Noen ord til fremmøtelisten: uten følge, nedlåst, sykdom.
group-again-title = Planlegg samling { $number } på nytt
group-choose-person = Velg først en person: Tab går til personene.
group-has-marks = { $name } har deltatt: trykk l og si hvorfor vedkommende slutter.
group-has-completed = { $name } har fullført programmet.
group-waits = { $name } venter på plass.
group-enrolled = { $name } deltar fra { $from }.
group-back = { $name } er tilbake, fra { $from }.
group-has-left = { $name } har allerede sluttet: r tar vedkommende inn igjen.
group-leave-why = Hvorfor slutter { $name }?
group-leave-when = { $name }: siste dag i gruppen
group-leave-when-hint = Samlinger denne dagen teller fortsatt.
group-leave-too-early = Det er før første dag, { $from }: skriv den dagen eller en senere.
group-leave-note = { $name }: merknad om at vedkommende slutter
group-leave-note-hint = Kan stå tomt.
group-leave-note-needed = Noen ord om årsaken.
group-left = { $name } sluttet { $date }.

## Fremmøtelisten
register-nobody = Ingen deltar ennå. Esc går tilbake, a legger til personer.
register-empty = Ingen deltar ennå.
register-part = { $first }–{ $last } av { $all }
register-attended = fremmøte
register-of = av
register-not-recorded = ikke ført
register-completion = fullføring
register-met = nådd
register-possible = mulig
register-out-of-reach = ikke lenger
register-detail = { $name }, samling { $number }, { $date }: { $value }
register-booked = { $value }; satt opp: { $what }
register-cell = { $name }, samling { $number }
register-waits = over, venter på føring
register-cancelled = Samling { $number } er avlyst og føres ikke. På gruppens side planlegger p den på nytt.
register-ahead = Samling { $number } er { $date }: den kan føres fra den dagen.
register-due = Samling { $number } er i dag kl. { $time }: start den på gruppens side med s.
register-not-expected = { $name } har ikke plass i gruppen { $date }.
register-same = { $name }: { $value } fra før.
register-marked = { $name }, samling { $number }: { $value }
register-minutes = { $name }, { $what }: hvor mange minutter?
register-note-needed = { $name }, { $what }: hva skjedde?
register-note = { $name }, samling { $number }: merknad
register-note-hint = Følger føringen; er ikke med i tallene.
register-code-first = Før først hvordan { $name } møtte.
register-not-missed = { $name } gikk ikke glipp av samling { $number }.
register-caught-up = { $name } har tatt igjen samling { $number }
register-caught-up-again = en annen dag eller andre minutter
register-caught-up-not = ikke tatt igjen likevel
register-caught-up-when = { $name } tok igjen samling { $number } den
register-caught-up-hint = Dagen for samlingen eller samtalen som tok det igjen.
register-caught-up-fault = Skriv en dag fra { $missed } til { $today }.
register-caught-up-minutes = { $name }: hvor mange minutter?
caught-up-which = { $name }: hvilken samling er tatt igjen?
caught-up-line = { $code } { $number } { $title }, { $date }: { $value }
caught-up-nothing = { $name } har ikke mistet noe som kan tas igjen.
caught-up-how = { $name }, samling { $number }: tatt igjen ved hva?
caught-up-extra = ekstra samling { $number }: { $when }
caught-up-book = sett opp { $what }
caught-up-unbook = ta ut { $what } (satt opp)
caught-up-booked = { $name } er satt opp: { $what }.
caught-up-unbooked = { $name } er ikke lenger satt opp: { $what }.
caught-up-not-booked = { $name } har allerede plass der: { $what }.
caught-up-who = { $name }: én-til-én med hvem?
caught-up-who-hint = Den som ga den; kan stå tomt.
register-history = { $name }, samling { $number }: hva som er ført
register-history-line = { $date } { $time } { $actor }: { $change }
register-no-history = Her er ingenting ført for { $name }.
register-legend-not-recorded = . ikke ført
register-legend-not-counted = - teller ikke
register-legend-caught-up = + tatt igjen
register-legend-note = * merknad
register-legend-booked = > satt opp hos en annen gruppe
register-legend-waits = ! over, venter på føring
register-guests = gjester på { $number }: { $names }
register-legend-parts = a b deler av en samling
register-legend-extra = x ekstra samling
register-by-name = Etter navn.
register-by-attendance = Etter fremmøte, lavest først.
register-by-missing = Etter hva som mangler, mest først.
register-complete = Ingenting mangler: alt fremmøte er ført.
register-block = { $people } × { $sessions } ruter: bokstav fører, { $right } høyre, { $down } ned, { $copy } kopi, { $back } ut
block-cells = { $count } ruter
block-minutes = { $count } ruter { $what }: hvor mange minutter?
block-note-needed = { $count } ruter { $what }: hva skjedde?
block-marked = { $count ->
    [one] { $count } rute endret.
   *[other] { $count } ruter endret.
}
block-marked-partly = { $count } endret, { $left } ikke: { $why }
block-refused = Ingenting endret: { $why }
block-same = Alt står slik allerede.
block-nothing-to-fill = Det er ikke ført noe der å fylle fra.
block-copied = { $count ->
    [one] { $count } rute kopiert
   *[other] { $count } ruter kopiert
}: { $key } limer inn her; også tilbudt terminalen.
block-copied-here = { $count ->
    [one] { $count } rute kopiert
   *[other] { $count } ruter kopiert
}: { $key } limer inn her; denne terminalen tar ingen kopier.
refusal-cancelled = samling { $number } er avlyst.
refusal-ahead = samling { $number } er ikke før { $date }.
refusal-due = samling { $number } er i dag: start den i rommet.
refusal-not-expected = { $name } hadde ingen plass { $date }.
refusal-note = { $what } trenger et notat.
refusal-minutes = { $what } trenger minutter, 1 til { $most }: som «L 10».
refusal-no-minutes = { $what } tar ingen minutter.
paste-title = Lim inn { $lines } × { $columns }
paste-changes = { $count ->
    [one] { $count } rute ville bli endret:
   *[other] { $count } ruter ville bli endret:
}
paste-refused = { $count ->
    [one] { $count } rute blir som den er:
   *[other] { $count } ruter blir som de er:
}
paste-same = { $count ->
    [one] { $count } rute står slik allerede.
   *[other] { $count } ruter står slik allerede.
}
paste-unknown = { $at }: «{ $text }» er ingen kode.
paste-outside = «{ $text }» ligger utenfor fremmøtelisten.
paste-which = «{ $text }»: hvem menes?
paste-nobody = «{ $text }» er ingen i dette fremmøtet.
paste-twice = «{ $text }» er nevnt to ganger.
paste-nothing = Det er ingenting i det som ble limt inn.
paste-nothing-copied = Ingenting er kopiert her ennå. Tekst fra andre programmer limes inn med terminalens egen tast.
paste-done-partly = { $count } limt inn, { $left } ikke.
