finding-level-error = feil
finding-level-warning = advarsel
finding-level-note = merknad

finding-missing = Det finnes ikke noe med dette navnet. Kontroller stien.
finding-forbidden = Du har ikke tilgang til å lese den. Spør den som har ansvar for maskinen.
finding-unreadable = Den lot seg ikke lese: { $reason }. Prøv igjen, eller kopier den et annet sted først.
finding-not-a-file = Dette er ikke en fil. Oppgi en fil, eller en mappe med filer.
finding-too-large = Den er større enn { $most } KiB, mer enn en slik fil kan være. Er det riktig fil?
finding-not-utf8 = Herfra er dette ikke UTF-8-tekst. Lagre filen som UTF-8 i redigeringsprogrammet.
finding-replaces = Dette programmet erstatter det tidligere med samme id, { $programme }.

finding-syntax = Filen kan ikke leses videre herfra: { $reason }.
finding-wants-text = Her skal det stå en tekst: "i anførselstegn", eller én for hvert språk.
finding-wants-number = Her skal det stå et helt tall, uten anførselstegn.
finding-wants-yes-or-no = Her kan det bare stå true eller false.
finding-wants-list = Her skal det stå en liste, i hakeparenteser.
finding-wants-fields = Her skal det stå felter, i runde parenteser.
finding-wants-names = Her skal det stå navn med det som hører til, i krøllparenteser.
finding-colon = Her mangler et kolon mellom feltets navn og verdien.
finding-comma = Her mangler et komma, eller et anførselstegn foran det.
finding-closing = Her mangler en sluttparentes eller et komma.
finding-end = Filen slutter før alt er lukket: En parentes eller et anførselstegn mangler.
finding-trailing = Alt er lukket før dette: kanskje én sluttparentes for mye lenger opp.
finding-too-deep = Her ligger parentesene for dypt inni hverandre.
finding-number-range = Tallet her er for stort eller for lite.
finding-field-missing = Feltet { $field } mangler i denne delen. Legg det til.
finding-field-twice = Feltet { $field } står her for andre gang. Behold ett.
finding-field-unknown = Det finnes ikke noe felt { $field } her. Disse finnes: { $known }.
finding-choice-unknown = Det finnes ikke noe valg { $choice } her. Disse finnes: { $known }.
finding-date = Dette er ikke en dato. Skriv den som år-måned-dag, for eksempel "2026-11-24".
finding-month-day = Dette er ikke en dag i året. Skriv den som måned-dag, for eksempel "05-17".
finding-code-unknown = Det finnes ikke noe språk med koden { $code }. Bruk ISO 639, for eksempel "en".
finding-language-twice = Språket { $language } er oppgitt to ganger for én tekst. Behold én.

finding-id = En id har bare små bokstaver a–z, sifre og bindestreker, høyst 60: ikke { $id }.
finding-id-twice = Id-en { $id } er brukt to ganger. Gi hver sin egen.
finding-hidden = Her står det et skjult tegn, { $code }. Slett det, eller skriv teksten på nytt.
finding-text-empty = Denne teksten er tom. Skriv den, eller ta bort linjen.
finding-text-long = Denne teksten har { $length } tegn; høyst { $most } kan vises.
finding-language = { $language } er ikke en språkkode. Bruk for eksempel "en" eller "nb".
finding-translation = Denne teksten mangler på { $language }, som andre tekster i filen har.

finding-review-before = Gjennomgangsdatoen ligger før dagen for siste kontroll, { $as_of }.
finding-review-past = Innholdet skulle vært gjennomgått innen { $date }. Kontroller det, og sett begge datoene på nytt.
finding-group-size = Ingen gruppe kan være minst { $min } og høyst { $max }.
finding-rule-nobody = Ingen kan oppfylle regelen { $rule }. Oppgi hva den tillater.
finding-rule-everybody = Regelen { $rule } krever ingenting. Gi den en laveste eller høyeste alder.
finding-scale = Skalaen har { $steps } trinn; den må ha 2 til { $most }.
finding-rating-without-items = Her hører det til en egenvurdering, men det er ingenting å vurdere. Legg til punkter under ratings.
finding-minutes = En aktivitet tar 1 til { $most } minutter, ikke { $minutes }.
finding-no-activities = Samlingsplanen { $plan } har ingen aktiviteter. Legg til minst én.
finding-session-long = Samlingsplanen { $plan } tar { $minutes } minutter; høyst { $most } er tillatt.
finding-plan-unused = Ingen versjon bruker samlingsplanen { $plan }.
finding-no-versions = Programmet har ingen versjon. Legg til en som nevner samlingene sine.
finding-unknown-plan = Versjonen { $version } nevner samlingsplanen { $plan }, som ikke finnes i filen.
finding-sessions = Versjonen { $version } har { $sessions } samlinger; den må ha 1 til { $most }.
finding-per-week = En versjon holdes 1 til 7 ganger i uken, ikke { $sessions }.
finding-completion = For å fullføre kreves { $needed } samlinger, men versjonen har bare { $sessions }.
finding-completion-nothing = Det kreves ingenting for å fullføre: Alle ville fullført med én gang.
finding-no-essential = Ingen samling i versjonen { $version } er merket som nødvendig.
finding-no-rating-before = Ingen samling i versjonen { $version } har egenvurderingen før.
finding-no-rating-after = Ingen samling i versjonen { $version } har egenvurderingen etter.

finding-closed-order = Den første dagen ligger etter den siste. Bytt om på dem.
finding-closed-always = Alle ukedager er stengt, så ingen gruppe kan møtes. Ta bort én.
finding-closed-past = Den siste av disse dagene er forbi. Legg til dem for neste år.

check-nothing = Det er ingen programfil å kontrollere. Oppgi en fil som slutter på .ron, eller en mappe med slike filer.
check-clean = { $files ->
    [one] { $files } fil kontrollert
   *[other] { $files } filer kontrollert
}, ingenting å bemerke.
check-found = { $files ->
    [one] { $files } fil kontrollert
   *[other] { $files } filer kontrollert
}, { $findings ->
    [one] { $findings } funn
   *[other] { $findings } funn
}: { $errors ->
    [0] ingen av dem hindrer at et program kan brukes.
    [one] { $errors } feil å rette.
   *[other] { $errors } feil å rette.
}

finding-key-scope = Ingen side heter { $scope } her. onward keys skriver navnene i klammer.
finding-key-action = Ingenting i { $scope } heter { $action }. onward keys skriver navnene til høyre.
finding-key-unknown = Ingen tast heter { $key }. Skriv en bokstav, F1 til F12, Ctrl-A, Enter, Space, Tab, Up …
finding-key-none = { $action } trenger en tast her, eller ta ut linjen.
finding-key-twice = { $action } får taster en gang til. Behold én.
finding-key-taken = { $key } er opptatt: { $does } ({ $place }). Velg en annen, eller gi den andre også nye taster.
finding-setting-unknown = Det finnes ingen innstilling som heter { $name }.
finding-setting-switch = { $name } er "on" eller "off".
