# Rommet: én samling mens den går. Leses i et øyekast, mens folk venter: kort.
room-gone = Denne samlingen finnes ikke lenger. Esc går tilbake.
room-title = { $code } · samling { $number } av { $of } · { $title }
room-planned = planlagt { $date } { $time }, { $planned } min
room-clock = { $elapsed } av { $planned } min  { $pace }
room-clock-short = { $elapsed }  { $pace }
room-held = holdt { $date } { $from }–{ $to }
room-agenda = Kjøreplan
room-left-out = utelatt
room-people = Deltakere
room-here = { $here } av { $of } her
room-here-guests = { $here } av { $of } her + { $guests ->
    [one] { $guests } gjest
   *[other] { $guests } gjester
}
room-guest = gjest
room-guest-marked = gjest, { $mark }
room-not-recorded = ikke ført
room-back = inne etter { $minutes }
room-with-note = { $mark } + notat
room-say = Si:
room-do = Gjør:
room-need = Trengs:
room-more = …
room-more-enter = … Enter: alt
room-more-tab = … Tab, Enter: alt
room-interpreter = ! Tolk: { $people }
room-needs = { $name } ({ $language })
room-last-time = Fra sist: { $note }
room-noted = Notat: { $note }
room-due = Planlagt kl. { $time }. Første føring eller mellomrom starter den.
room-due-in = Planlagt kl. { $time }, { $room }. Første føring eller mellomrom starter den.
room-over = Planlagt { $date } { $time }. Føres noen nå, regnes den som holdt etter planen.
room-over-today = Planlagt kl. { $time } i dag. Mellomrom starter nå; føres noen, regnes den som holdt etter planen.
room-left-open = åpen siden { $date } { $time }
room-left-open-then = Ikke avsluttet den dagen. C avslutter: sluttiden blir den i planen.
room-ahead-of-time = Planlagt { $date }, { $distance }. Ingen kan føres før den dagen.
room-cancelled = Avlyst: { $why }. Ingen føres her.
room-closed = Avsluttet. Fremmøte, notater og resultater kan fortsatt rettes.
room-next = { $date } { $time }, samling { $number }, { $title }.
room-next-is = Neste: { $next }
room-no-next = Gruppen har ingen planlagt samling.
room-for-next-time = Til neste gang: { $note }
# Hva som ble ført
room-marked = { $name }: { $mark }
room-begun = Samling { $number } er i gang. { $said }
room-held-as-planned = Samling { $number } ble holdt etter planen. { $said }
room-all-present = { $count ->
    [one] { $count } deltaker til stede
   *[other] { $count } deltakere til stede
}
room-all-achieved = { $count ->
    [one] { $count } resultat: nådd
   *[other] { $count } resultater: nådd
}
room-guest-in = { $name } er gjest på denne samlingen
room-guest-out = { $name } er ikke gjest lenger
room-cleared = { $name }: ikke ført
room-now = Nå: { $title }, { $minutes } min
room-all-done = Alle aktiviteter er gjort. C avslutter samlingen.
room-skipped = Utelatt: { $title }
room-broken-off = Forlatt etter { $minutes } min: { $title }. { $next }
room-skipped-now = Utelatt: { $title }. { $next }
room-taken-in = Med igjen: { $title }
room-note-kept = Notert: { $name }
room-note-gone = Notatet er fjernet: { $name }
# Hva det spørres om
room-session = samling { $number }
room-minutes = { $name }, { $mark }: hvor mange minutter?
room-back-minutes = { $name } er tilbake: hvor mange minutter gikk tapt?
room-guest-who = Gjest på samling { $number }: hvem?
room-minutes-hint = Minutter som gikk tapt, fra 1 til { $most }.
room-minutes-fault = Skriv et tall fra 1 til { $most }, eller trykk Esc.
room-reason = { $name }, { $mark }: hvorfor?
room-reason-hint = Fremmøtet er lagret. Noen ord sier hvorfor; Esc lar det være.
room-note-on = Notat: { $name }
room-note-hint = De som får lese fremmøtelisten, får lese dette. Tomt felt fjerner notatet.
# Avslutning
room-close-title = Avslutte samling { $number }: Hva gjør vi neste gang?
room-close-hint = Enter avslutter, med eller uten tekst.
room-next-time-title = Samling { $number }: Hva gjør vi neste gang?
room-missing = Ikke ført ennå, men kan føres senere:
room-missing-people = uten fremmøte: { $names }
room-missing-outcomes = { $count } av { $of } resultater (o)
room-missing-ratings = egenvurdering (R): { $names }
room-missing-activities = aktiviteter som ikke er startet: { $titles }
room-missing-nothing = Alt er ført.
room-closed-now = Samling { $number } er avsluttet. { $next }
room-closed-last = Samling { $number } er avsluttet, og gruppen er ferdig: { $completed } av { $of } har fullført.
room-next-time-kept = Husket til etter samling { $number }.
# Hvorfor en tast ikke gjør noe
room-not-yet = Planlagt { $date }: flytt den til i dag i gruppen først.
room-over-already = Samlingen er over. Fremmøte kan fortsatt rettes.
room-not-begun = Samlingen er ikke begynt. Trykk mellomrom for å starte den.
room-not-skipped = Aktiviteten er gjort: den kan ikke utelates lenger.
room-not-away = { $name } er her, eller ikke ført ennå. Tasten gjelder den som er ført som borte.
room-no-objectives = Denne samlingen har ingen mål.
room-guest-expected = { $name } er ventet til denne samlingen uansett.
room-nothing-new = Det er ført allerede.
room-no-rating = Ingen egenvurdering hører til denne samlingen.
# Resultater
outcomes-title = resultater
outcomes-number = { $number } av { $of }
outcomes-none = Denne samlingen har ingen mål. Esc går tilbake.
outcomes-away = borte
outcomes-all = Mål { $number }: { $count ->
    [one] { $count } deltaker har nådd det
   *[other] { $count } deltakere har nådd det
}
