# På papir: ark til deltakerne. Kort, for folk som leser lite.
paper-name = Navn
paper-date = Dato
paper-sessions = Samlinger
paper-take = Dette tar jeg med meg
paper-rating = Kryss av for det som passer for deg i dag
paper-answer = Svar på dette
paper-one = Velg én.
paper-any = Velg alle som passer.
paper-yes = Ja
paper-no = Nei
paper-think = Spørsmål å tenke på
paper-notes = Mine notater
paper-certificate = Kursbevis
paper-awaiting = Denne oversettelsen er ennå ikke lest av noen som har språket som morsmål.
paper-plan = Min plan
paper-plan-actions = Det som skal gjøres
paper-plan-what = Hva
paper-plan-who = Hvem
paper-plan-when = Innen
paper-plan-done = Gjort
paper-plan-me = meg
paper-plan-goals = Mine mål
paper-plan-needs = Det jeg trenger
paper-plan-progress = Hvor langt
paper-plan-text = Mine tanker
paper-plan-branch = Etter løslatelsen
paper-branch-stay = Bli her
paper-branch-not-sure = Ikke sikker ennå
paper-branch-leave = Reise fra landet
paper-part-best-case = I beste fall
paper-part-worst-case = I verste fall
paper-part-first-days = De første 72 timene
paper-part-meets = Hvem som møter meg
paper-part-funds = Penger
paper-part-belongings = Tingene mine
paper-part-papers = Papirer
paper-need-accommodation = Bolig
paper-need-attitudes = Holdninger og atferd
paper-need-family = Barn, familie, nettverk
paper-need-substances = Rus og alkohol
paper-need-work = Utdanning, ferdigheter, arbeid
paper-need-finance = Økonomi og ID
paper-need-health = Helse
paper-need-not-started = ikke begynt
paper-need-in-progress = i gang
paper-need-met = dekket
paper-need-declined = ikke ønsket

# Veiledningen for den som leder gruppen.
manual-title = { $title }, { $version }: veiledning
manual-group = Grupper på { $min } til { $max } personer, { $per_week ->
    [one] én samling
   *[other] { $per_week } samlinger
} i uken.
manual-signed-by = Underskrives av
manual-descends = Laget av { $from }.
manual-serves = Oppfyller
manual-bring = Ta med
manual-interpreter = Tolk er nødvendig: den som trenger tolk, kan ikke følge denne delen uten.
manual-rating-before = Den første egenvurderingen hører til denne samlingen.
manual-rating-after = Den andre egenvurderingen hører til denne samlingen.

activity-kind-talk = samtale
activity-kind-pairs = i par
activity-kind-worksheet = arbeidsark
activity-kind-film = film
activity-kind-visit = besøk
activity-kind-break = pause

answer-kind-text = egne ord
answer-kind-yes-no = ja eller nei
answer-kind-number = et helt tall
answer-kind-date = en dato
answer-kind-language = et språk
answer-kind-country = et land
answer-kind-amount = et beløp i { $currency }
answer-kind-one = ett valg
answer-kind-any = ett eller flere valg

print-no-session = { $title } har { $sessions } samlinger. Velg en av dem med --session.
which-none = Ingen programmer heter { $name }. Oppgi en fil, eller ett av disse: { $known }.
which-broken = { $file } har feil. Se dem med onward check, og prøv igjen.
which-no-version = Det finnes ingen versjon { $version }. Disse finnes: { $known }.
