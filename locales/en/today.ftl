today-sessions = Sessions today
today-watch = Watch
today-coming = Coming
today-files = Files
today-no-session = No session today.
today-nothing-planned = No group is planned yet.
today-nobody = Nobody is recorded yet.
today-nobody-then = Add people: Onward then says who may take part, and why.
today-offer-add = add a person
today-offer-import = import people from a spreadsheet (CSV)
today-offer-sample = add sample people, to try things out
today-offer-group = plan a group
today-offer-people = the people, and who may take part
today-number = { $number } of { $of }
today-running = running since { $time }
today-missing = { $count } of { $of } not recorded
today-not-held = { $code }  session { $number }, { $date }, was not recorded
today-marks-missing = { $code }  session { $number }, { $date }: { $count } of { $of } not recorded
today-nothing-runs = between two activities
today-activity = { $title }: { $minutes } min left
today-activity-over = { $title }: { $minutes } min over
today-due = Due
today-more = { $count } more: { $key } shows them
today-left-open = { $code }  session { $number }, { $date }, was not closed
today-outcomes-missing = { $code }  session { $number }, { $date }: { $count } of { $of } outcomes missing
today-ratings-missing = { $code }  second rating missing of { $people ->
    [one] { $people } person
   *[other] { $people } people
}
today-promise = { $code }  for session { $number } today: { $text }
today-release = { $code }  { $name }, released { $date }: misses { $sessions }
today-release-all-essential = { $code }  { $name }, released { $date }: misses essential { $essential }
today-release-essential = { $code }  { $name }, released { $date }: misses { $sessions }, essential { $essential }
today-release-next = { $code }  { $name }, released { $date }: before the next session
today-release-gone = { $code }  { $name }, released { $date }: still has a place
today-small = { $code }  starts { $date } with { $people ->
    [0] nobody
    [one] { $people } person
   *[other] { $people } people
}, { $least } needed
today-places = { $code }  starts { $date }, { $places ->
    [one] { $places } place free
   *[other] { $places } places free
}
today-fit = { $said }: { $people } { $people ->
    [one] fits
   *[other] fit
}
today-more-fit = { $said }: { $people } fit, maybe more
today-place-waiting = { $code }  has { $places ->
    [one] { $places } place free
   *[other] { $places } places free
}: { $people ->
    [one] { $people } person waits
   *[other] { $people } people wait
}
