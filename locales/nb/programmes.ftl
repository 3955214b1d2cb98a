programmes-title = Programmer
programmes-none = Ingen programmer kunne leses. Se hva som ble funnet nedenfor, og start på nytt.
programmes-facts = { $sessions } samlinger à { $minutes } min · { $min }–{ $max } personer
programmes-review = gjennomgås innen { $date }
programmes-review-past = ! skulle vært gjennomgått { $date }
programmes-remarks = Funnet i filene
programme-no-findings = Ingenting ble funnet i denne filen.
programme-findings = { $count } funn
programme-page = { $page ->
    [0] oversikt
   *[other] samling { $page } av { $of }
}
programme-sessions = Samlinger
programme-essential = nødvendig
programme-who = Hvem som kan delta
programme-required = krav
programme-preferred = ønskelig
programme-completed = Fullført når
programme-completion = { $needed } av { $of } samlinger er møtt eller tatt igjen.
programme-completion-essentials = Alle nødvendige samlinger må være blant dem.
programme-ratings = Egenvurdering, før og etter
programme-source = Kilde
programme-dates = Slik det var { $as_of }; gjennomgås innen { $review }.
programme-session = { $number } { $title } · { $minutes } min
programme-interpreter = tolk
programme-say = Si
programme-do = Gjør
programme-need = Trenger
programme-objectives = Mål
programme-leaves-with = Hver deltaker går ut med
programme-closing = Avsluttende spørsmål
programme-questions = Spørsmål til hver deltaker
programme-optional = kan stå åpent
programme-handout = Deles ut
