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
today-missing = { $count } av { $of } ikke ført
today-not-held = { $code }  samling { $number }, { $date }, er ikke ført
today-marks-missing = { $code }  samling { $number }, { $date }: { $count } av { $of } er ikke ført
today-nothing-runs = mellom to aktiviteter
today-activity = { $title }: { $minutes } min igjen
today-activity-over = { $title }: { $minutes } min over tiden
today-due = Å gjøre
today-more = { $count } til: { $key } viser dem
today-left-open = { $code }  samling { $number }, { $date }, ble ikke avsluttet
today-outcomes-missing = { $code }  samling { $number }, { $date }: { $count } av { $of } resultater mangler
today-ratings-missing = { $code }  andre egenvurdering mangler for { $people ->
    [one] { $people } person
   *[other] { $people } personer
}
today-promise = { $code }  til samling { $number } i dag: { $text }
today-release = { $code }  { $name }, løslates { $date }: mister { $sessions }
today-release-all-essential = { $code }  { $name }, løslates { $date }: mister nødvendig { $essential }
today-release-essential = { $code }  { $name }, løslates { $date }: mister { $sessions }, nødvendig { $essential }
today-release-next = { $code }  { $name }, løslates { $date }: før neste samling
today-release-gone = { $code }  { $name }, løslatt { $date }: har fortsatt plass
today-small = { $code }  starter { $date } med { $people ->
    [0] ingen
    [one] { $people } deltaker
   *[other] { $people } deltakere
}, { $least } trengs
today-places = { $code }  starter { $date }, { $places ->
    [one] { $places } ledig plass
   *[other] { $places } ledige plasser
}
today-fit = { $said }: { $people } passer
today-more-fit = { $said }: { $people } passer, kanskje flere
today-place-waiting = { $code }  har { $places ->
    [one] { $places } ledig plass
   *[other] { $places } ledige plasser
}: { $people ->
    [one] { $people } person venter
   *[other] { $people } personer venter
}
