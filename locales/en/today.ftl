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
today-left-running = left open { $date }
today-missing = { $count } of { $of } not recorded
today-release = { $code }  { $name }, released { $date }: misses { $sessions }
today-release-all-essential = { $said } (essential)
today-release-essential = { $said } (essential: { $sessions })
today-not-held = { $code }  session { $number }, { $date }, was not recorded
today-marks-missing = { $code }  session { $number }, { $date }: { $count } of { $of } not recorded
today-small = { $code }  starts { $date } with { $people ->
    [0] nobody
    [one] { $people } person
   *[other] { $people } people
}; { $least } are the least
today-nothing-runs = between two activities
today-activity = { $title }: { $minutes } min left
today-activity-over = { $title }: { $minutes } min over
