today-sessions = Samlinger i dag
today-watch = Følg med
today-coming = Kommende
today-files = Filer
today-no-session = Ingen samling i dag.
today-nothing-planned = Ingen gruppe er planlagt ennå.
today-nobody = Ingen er registrert ennå.
today-nobody-then = Legg til personer: Onward sier så hvem som kan delta.
today-offer-add = legg til en person
today-offer-import = hent personer fra et regneark (CSV)
today-offer-sample = legg til eksempelpersoner, for å prøve
today-offer-group = planlegg en gruppe
today-offer-people = personene, og hvem som kan delta
today-number = { $number } av { $of }
today-running = pågår siden { $time }
today-left-running = ikke avsluttet { $date }
today-missing = { $count } av { $of } ikke ført
today-release = { $code }  { $name }, løslatelse { $date }: mister { $sessions }
today-release-all-essential = { $said } (nødvendige)
today-release-essential = { $said } (nødvendige: { $sessions })
today-not-held = { $code }  samling { $number }, { $date }, er ikke ført
today-marks-missing = { $code }  samling { $number }, { $date }: { $count } av { $of } er ikke ført
today-small = { $code }  starter { $date } med { $people ->
    [0] ingen
    [one] { $people } deltaker
   *[other] { $people } deltakere
}; minst { $least } trengs
today-nothing-runs = mellom to aktiviteter
today-activity = { $title }: { $minutes } min igjen
today-activity-over = { $title }: { $minutes } min over tiden
