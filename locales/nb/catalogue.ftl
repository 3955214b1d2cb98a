finding-level-error = feil
finding-level-warning = advarsel
finding-level-note = merknad

finding-missing = Det finnes ikke noe med dette navnet. Kontroller stien.
finding-forbidden = Du har ikke tilgang til å lese den. Spør den som har ansvar for maskinen.
finding-unreadable = Den lot seg ikke lese: { $reason }. Prøv igjen, eller kopier den et annet sted først.
finding-not-a-file = Dette er ikke en fil. Oppgi en fil, eller en mappe med filer.
finding-too-large = Den er større enn { $most } KiB, mer enn en slik fil kan være. Er det riktig fil?
finding-replaces = Denne filen erstatter den tidligere med samme id, { $id }.

finding-syntax = Filen kan ikke leses videre herfra: { $reason }.
finding-wants-text = Her skal det stå en tekst: "i anførselstegn", eller én for hvert språk.
finding-wants-number = Her skal det stå et helt tall, uten anførselstegn.
finding-wants-yes-or-no = Her kan det bare stå true eller false.
finding-wants-list = Her skal det stå en liste, i hakeparenteser.
finding-wants-fields = Her skal det stå felter, i runde parenteser.
finding-wants-names = Her skal det stå navn med det som hører til, i krøllparenteser.
finding-colon = Her mangler et kolon mellom feltets navn og verdien.
finding-comma = Her mangler et komma.
finding-end = Filen slutter før alt er på plass.
finding-trailing = Her er alt allerede lukket: én sluttparentes for mye, her eller lenger opp.
finding-too-deep = Her ligger parentesene for dypt inni hverandre.
finding-number-range = Her kan det bare stå et tall fra { $least } til { $most }.
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
finding-translation-many = Denne teksten og { $count } til mangler på { $language }, som andre tekster i filen har.

finding-access-looser = Hele forløpet er begrenset; et trinn kan ikke være synlig for flere. Ta bort dette.
finding-activity-long = En aktivitet på { $minutes } minutter får ikke plass i en samling på { $session }.
finding-answer-choices = Det må være minst to ting å velge mellom, ikke { $choices }.
finding-answer-nothing = Ikke noe tall kan være minst det første og høyst det andre. Bytt om på dem.
finding-backslash = Omvendt skråstrek betyr ingenting her. Skriv den to ganger, \\, eller ta den bort.
finding-bracket-around = Hele filen skal stå i runde parenteser. Sett ( foran dette og ) helt til slutt.
finding-bracket-extra = Denne { $bracket } er én for mye. Ta den bort.
finding-bracket-missing = Det mangler en parentes ( foran denne delen.
finding-bracket-open = Denne { $bracket } blir aldri lukket. Sett sluttparentesen der delen slutter.
finding-bracket-wrong = Her står { $found }, men { $wanted } trengs for å lukke det som ble åpnet.
finding-byte-order-mark = Et usynlig merke står midt i filen. Slett det, eller skriv linjen på nytt.
finding-choice-alone = Etter { $choice } skal det ikke stå noe i parentes. Skriv bare ordet.
finding-choice-count = I parentesen etter { $choice } hører det { $count ->
    [one] én verdi
   *[other] { $count } verdier
}.
finding-choice-holds = Etter { $choice } hører det noe i runde parenteser.
finding-choice-near = Det finnes ikke noe valg { $choice } her. Mente du { $near }?
finding-choice-quoted = Skriv { $choice } uten anførselstegn: Det er ett av noen få faste ord.
finding-choice-unnamed = Etter { $choice } står verdien alene, uten navn og kolon.
finding-comma-twice = Ett komma for mye. Ta det bort.
finding-comment-open = Merknaden som begynner her med /*, har ingen slutt. Lukk den med */.
finding-country-unknown = Det finnes ikke noe land med koden { $code }. Bruk ISO 3166, for eksempel "NO".
finding-currencies = Disse beløpene er i ulike valutaer og kan ikke legges sammen.
finding-currency = { $currency } er ingen valuta. Bruk tre store bokstaver, for eksempel "CHF".
finding-date-meant = Skriv en dato som år-måned-dag. Mente du "{ $meant }"?
finding-decimal-comma = Her kan det bare stå hele tall, uten komma.
finding-due-before-start = Fristen ville gått ut før forløpet starter. Tell dager etter starten.
finding-due-itself = Et trinn kan ikke ha frist etter seg selv. Nevn et annet trinn.
finding-email = Dette er ingen e-postadresse. Den trenger et navn, @ og et sted, for eksempel "post@example.org".
finding-encoding = Filen er lagret som { $encoding }. Lagre den som UTF-8: Se under «Lagre som».
finding-equals = Skriv kolon her, ikke likhetstegn.
finding-every-nothing = Hver 0. dag er aldri. Skriv antall dager, eller ta bort dette.
finding-field-near = Det finnes ikke noe felt { $field } her. Mente du { $near }?
finding-hash = En merknad til deg selv begynner med //, ikke med #.
finding-language-unquoted = Sett { $language } i anførselstegn: "{ $language }".
finding-limit-of-nothing = Nevn beløpene som denne grensen gjelder.
finding-line-ends = Linjene slutter som på svært gamle maskiner. Lagre filen på nytt med et annet program.
finding-list-empty = Denne listen er tom. Skriv noe i den, eller ta den bort.
finding-list-named = I hakeparenteser står ting uten navn og kolon.
finding-minutes-sum = Aktivitetene er til sammen { $sum } minutter, ikke { $minutes }.
finding-more = Det er mer: { $count ->
    [one] én ting til
   *[other] { $count } ting til
}. Rett disse først, og kontroller på nytt.
finding-name-missing = Dette står alene. Skriv navnet på feltet og et kolon foran.
finding-name-quoted = Skriv navnet på et felt uten anførselstegn.
finding-name-wrong = Denne delen heter { $wanted }, ikke { $found }. Eller skriv bare parentesen.
finding-no-end = Fra trinnet { $step } fører ingen vei til slutten: Det ville aldri blitt ferdig.
finding-no-needs = Tjenesten { $service } nevner ikke noe behov, så søk etter behov finner den aldri.
finding-no-pages = Veilederen har ingen sider. Legg til minst én.
finding-not-a-date = Svaret på { $question } er ingen dato, så ingenting kan regnes ut fra det.
finding-not-an-amount = Svaret på { $question } er ikke noe beløp, så det kan ikke legges sammen.
finding-number-unit = Her skal bare tallet stå. Ta bort { $unit }.
finding-number-whole = Her kan det bare stå et helt tall, uten punktum.
finding-odd-space = Dette er et spesielt mellomrom som ser vanlig ut. Skriv det på nytt med mellomromstasten.
finding-one-way = Én vei alene er ikke noe valg. Legg til én til, eller skriv then i stedet.
finding-page-empty = Siden { $page } har ikke noe innhold.
finding-phone = Dette er ikke noe telefonnummer. Bruk bare sifre, mellomrom og +.
finding-placeholder = Plassen til { $placeholder } har falt ut her: Behold den i krøllparenteser som på første språk.
finding-list-long = Det står { $count } ting i denne listen, og det kan være høyst { $most }. Del filen i flere.
finding-plans-many = Det er { $plans } samlingsplaner; høyst { $most } kan brukes.
finding-quote-bytes = Ta bort b-en foran anførselstegnet.
finding-quote-open = Anførselstegnet som åpner her, lukkes ikke på denne linjen.
finding-quote-single = Skriv en tekst mellom rette doble anførselstegn: "slik", ikke 'slik'.
finding-quote-smart = Et buet anførselstegn, slik tekstbehandlere setter det. Skriv et rett: ".
finding-rules-exclude = Ingen kan oppfylle både { $other } og { $rule }: Den ene regelen utelukker den andre.
finding-semicolon = Skriv komma her, ikke semikolon.
finding-slash = En merknad til deg selv begynner med to skråstreker: //.
finding-some = I Some( ) hører det én verdi, ikke { $count }.
finding-standard = Det finnes ingen slik standard her. Disse finnes: { $known }.
finding-standard-near = Denne standarden er ukjent. Mente du { $near }, og så nummeret på regelen?
finding-standard-number = Skriv nummeret på regelen etter standarden, for eksempel "CM/Rec(2012)12 35.1".
finding-step-unreached = Ingen vei fører til trinnet { $step }.
finding-steps = Forløpet har { $steps } trinn; det må ha 1 til { $most }.
finding-stray = Tegnet { $character } hører ikke hjemme her. Ta det bort, eller sett teksten i anførselstegn.
finding-tab = Det står et tabulatortegn i denne teksten. Sett mellomrom i stedet.
finding-text-wide = Denne teksten har { $length } tegn; rommet viser { $most } på en linje. Gjør den kortere.
finding-then-and-ways = Der veier fører videre, betyr then ingenting. Behold én av de to.
finding-unknown-answer = Spørsmålet { $question } har ikke noe svar { $answer }.
finding-unknown-answer-near = Spørsmålet { $question } har ikke noe svar { $answer }. Mente du { $near }?
finding-unknown-handout = Det finnes ikke noe ark { $handout } i denne filen.
finding-unknown-handout-near = Det finnes ikke noe ark { $handout } i denne filen. Mente du { $near }?
finding-unknown-plan-near = Versjonen { $version } nevner en samlingsplan { $plan } som ikke finnes. Mente du { $near }?
finding-unknown-question = Det finnes ikke noe spørsmål { $question } i denne filen.
finding-unknown-question-near = Det finnes ikke noe spørsmål { $question } i denne filen. Mente du { $near }?
finding-unknown-step = Det finnes ikke noe trinn { $step } i dette forløpet.
finding-unknown-step-near = Det finnes ikke noe trinn { $step } i dette forløpet. Mente du { $near }?
finding-value-missing = Her mangler det noe, etter kolonet.
finding-versions-many = Det er { $versions } versjoner; høyst { $most } kan brukes.
finding-wants-choice = Her hører ett av disse ordene hjemme, uten anførselstegn: { $known }.
finding-wants-plain = Her skal det stå en tekst, i anførselstegn: "slik".
finding-website = Dette er ingen nettadresse. Den begynner med https:// og har ingen mellomrom.
finding-windows-1252 = Dette er ikke UTF-8: Byten { $byte } skulle trolig være { $character }. Lagre filen som UTF-8.
finding-yes-or-no-near = Her kan det bare stå true eller false. Mente du { $near }?
finding-translates-nothing = Det finnes ingen tekst { $part } å oversette, eller den finnes allerede på dette språket.
finding-translation-stale = Det denne oversetter, er endret; den vises ikke før noen har sett på den. Nå står det: { $source }
finding-translation-partial = { $count } av { $of } tekster er ikke oversatt ennå; de vises på det første språket.
finding-translation-alone = Det denne oversetter, ligger ikke ved siden av: { $file }.

finding-review-before = Gjennomgangsdatoen ligger før dagen for siste kontroll, { $as_of }.
finding-review-past = Innholdet skulle vært gjennomgått innen { $date }. Kontroller det, og sett begge datoene på nytt.
finding-group-size = Ingen gruppe kan være minst { $min } og høyst { $max }.
finding-retention = Folk oppbevares i { $least } til { $most } måneder, ikke { $months }. Utelat det hvis lageret skal bestemme.
finding-rule-nobody = Ingen kan oppfylle regelen { $rule }. Oppgi hva den tillater.
finding-rule-everybody = Regelen { $rule } krever ingenting. Gi den en laveste eller høyeste alder.
finding-scale = Skalaen har { $steps ->
    [one] ett
   *[other] { $steps }
} trinn; den må ha 2 til { $most }.
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
