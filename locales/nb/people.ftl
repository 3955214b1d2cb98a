people-find = Finn
people-name = Navn
people-reference = Ref.
people-languages = Språk
people-country = Land
people-release = Løslates
people-group = Gruppe
people-release-days = om { $days } d
people-release-months = om { $months } md
people-release-past = passert
people-nobody = Ingen er registrert ennå.
people-nobody-add = { $key }   legger til en person
people-nobody-import = { $key }   henter personer fra en CSV-fil
people-nobody-sample = { $key }   legger til oppdiktede personer, til å prøve seg fram med
people-not-found = Ingen har «{ $text }» i navn, referanse, språk eller land.
people-not-found-clear = { $key } viser alle igjen.
people-sample-refused = Her er det personer: eksempler er for et tomt lager.
import-file = Hvilken fil skal personene hentes fra?
import-file-hint = Stien til en CSV-fil. Ingenting skrives før du har sett hva som blir endret.
import-title = Import: { $file }
import-ready = Ingenting er skrevet ennå: { $key } tar inn alt.
import-refused = Rett filen og les den på nytt: en rad er avvist (!).
import-nothing = Ingenting å ta inn: alt er registrert fra før.
import-changed-since = Noe er registrert i mellomtiden: se på det en gang til.
import-closed = Filen ble lukket fordi skjermen ble låst, eller fordi filen er tom. Gå tilbake og les den på nytt.
import-done = Importert: { $added } nye, { $changed } endret
basis-start = Gruppens startdato
basis-version = Hvilket program?
basis-heading = Fra { $start }: { $version }
basis-no-programme = Ingen programmer kunne leses: se Programmer (4).
person-gone = Denne personen er ikke lenger registrert.
person-missing = Ikke registrert: { $fields }
person-standing = Samlet
person-exception = Unntak
person-exception-by = { $by }, { $day }: { $why }
person-sessions = Samlinger
person-reaches = rekker { $reached } av { $of } før løslatelsen, med møter { $weekdays }
person-reaches-unknown = løslatelsesdato ikke registrert: hvor mange av { $of } personen rekker, er ukjent
person-preferred = Ønskelig, ikke påkrevd:
person-groups = Grupper
person-in-no-group = Har ikke vært i noen gruppe.
person-membership = { $title }: { $place }
person-membership-attended = { $title }: { $place }, møtt { $attended } av { $held }
person-latest = Sist registrert
person-remove = Fjern en person
person-remove-ask = Fjerne { $name } med alle opplysninger? Det som er registrert, blir stående i historikken.
person-remove-guest = Denne personen har vært gjest på en samling og blir stående i fremmøtelisten.
person-remove-in-group = I { $groups }: den som står i en fremmøteliste, fjernes ikke.
person-removed = Fjernet: { $name }
exception-is = Det er gjort et unntak
exception-change = endre det
exception-remove = trekk det tilbake
exception-by = Hvem bestemte det?
exception-by-hint = Navn og rolle til den som gjorde unntaket.
exception-why = Hvorfor?
exception-why-hint = Begrunnelsen i én setning. Reglene vises fortsatt ved siden av.
exception-needed = Skriv noe her: uten det forklarer unntaket ingenting.
exception-recorded = Unntaket er registrert
exception-removed = Unntaket er trukket tilbake
form-new = Ny person
form-edit = { $name }
form-hint-reference = Fengselets egen referanse, en ny for hver person. Må fylles ut.
form-hint-name = Fornavn eller etternavn må fylles ut.
form-hint-languages = Navn eller koder, det beste språket først, med nivå der det er kjent: engelsk B1; lt. Nivåer: A1 A2 B1 B2 C1 C2
form-hint-country = Navn eller kode: Litauen, LT
form-hint-date = 24.11.2026 eller 2026-11-24
form-hint-choice = Ett av disse: { $choices }. Kan stå tomt.
form-hint-note = Det alle som bruker programmet her, bør vite.
form-fault-taken = { $name } har denne referansen allerede.
form-faults = { $count ->
    [one] Ingenting ble lagret: ett felt må rettes først.
   *[other] Ingenting ble lagret: { $count } felt må rettes først.
}
form-unchanged = Ingenting ble endret.
form-saved = Lagret: { $name }
form-leave = Forlate skjemaet?
form-leave-text = Det som er skrevet, er ikke lagret og går tapt.
eligibility-nobody = Ingen er her etter start.
eligibility-not-listed = { $count ->
    [one] Én person er løslatt innen start og vises ikke.
   *[other] { $count } er løslatt innen start og vises ikke.
}
eligibility-have-place = { $count ->
    [one] Én har alt plass.
   *[other] { $count } har alt plass.
}
eligibility-sessions = Rekker
eligibility-in-the-way = Verdt å vite
eligibility-reached = { $reached } av { $of }
eligibility-last-chance = siste sjanse: løslates { $day }
eligibility-waits = venter siden { $day }
eligibility-placed = har plass i { $group }
history-of = Historikk for { $what }
history-of-everything = Historikk for alt
history-empty = Ingenting er registrert ennå.
