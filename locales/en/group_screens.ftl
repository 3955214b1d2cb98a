# Groups: the list, the form, one group, choosing people.
n-of-m = { $n } of { $m }
rows-seen = rows { $first }–{ $last } shown
and-more = and { $count } more
find-label = Find:
group-code = Code
group-start = Start
group-weekdays = Weekdays
group-time = Time
group-room = Room
group-facilitators = Facilitators
groups-programme = Programme
groups-held = Held
groups-people = People
groups-next = Next
groups-finished = finished { $date }
groups-no-next = none planned
groups-none = No groups yet. Press n to plan one.
groups-none-found = No group has “{ $typed }” in its code, room or facilitators. Esc shows all.

## Prompts
time-fault = “{ $text }” is not a time: write 10:00 or 930.
text-needed = This cannot be empty: write a few words, or press Esc.
minutes-fault = Write whole minutes from 1 to { $most }.

## The form
weekday-mon-also = mo; monday; mondays
weekday-tue-also = tu; tues; tuesday; tuesdays
weekday-wed-also = we; weds; wednesday; wednesdays
weekday-thu-also = th; thur; thurs; thursday; thursdays
weekday-fri-also = fr; friday; fridays
weekday-sat-also = sa; saturday; saturdays
weekday-sun-also = su; sunday; sundays
group-form-which-programme = Which programme does the group run?
group-form-no-programme = No programme is loaded, so no group can be planned. Look at Programmes (4).
group-form-hint-code = What staff call the group: short, and unlike any other.
group-form-hint-start = The first day that can have a session: mon, 30 nov or 2026-11-30.
group-form-hint-weekdays = Every weekday with a session: tue thu.
group-form-hint-time = When each session begins: 10:00.
group-form-hint-room = Where it is held; may stay empty.
group-form-hint-facilitators = Who runs it, with commas between; may stay empty.
group-form-fault-code = A group needs a code, such as K-01.
group-form-fault-taken = Another group is called “{ $code }”: choose another code.
group-form-fault-weekday = “{ $text }” is no weekday: write days such as tue thu.
group-form-fault-closed = The prison is closed on all these weekdays. Choose other weekdays.
group-form-fault-weekdays = Write at least one weekday, such as tue thu.
group-form-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
group-form-sum = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}, { $weeks }, to { $last }
odd-past = in the past
odd-closed = closed: { $why }
odd-weekend = weekend
odd-year-end = holidays
group-form-planned = Group { $code } is planned, with { $count } sessions. Now its people.
group-form-saved = Group { $code } is saved.
group-form-redate = { $count ->
    [one] Session { $sessions } gets a new date or time
   *[other] Sessions { $sessions } get new dates or times
}
group-form-redate-yes = date anew, as the form shows
group-form-redate-today = date anew, today's session too
group-form-redate-no = keep the dates they have
group-form-leave = Leave the form?
group-form-leave-lost = What was typed here is not saved and would be lost.

## Choosing people
pick-title = { $code }: who takes part? Starts { $start }
pick-none = Nobody is left to choose. Add people with People (2), then a.
pick-none-found = Nobody matches “{ $typed }”. Esc shows all.
pick-no-release = no release date
pick-placed = in { $code }
pick-picked = { $count } picked
people-in-group = { $count ->
    [one] { $count } person in the group
   *[other] { $count } people in the group
}
size-warning = ! { $count ->
    [0] Nobody in the group
    [one] { $count } person in the group
   *[other] { $count } people in the group
}; the programme is made for { $min }–{ $max }
pick-apart = keep apart
pick-apart-detail = { $name } and { $other } must be kept apart
pick-clash = clash { $sessions }
pick-last-chance = last chance
pick-since = since { $date }
pick-interpreters = interpreter: { $languages }
clash-group = group { $code }
clash-detail = Session { $session } collides: { $what }, { $date } { $time }
roll-ask = Names or references of those who take part
roll-hint = With ; between them. A list can also be pasted right onto the screen.
roll-picked = { $count ->
    [0] Nobody new is picked.
    [one] { $count } person of the list is picked.
   *[other] { $count } people of the list are picked.
}
roll-there = { $count ->
    [one] One was there already.
   *[other] { $count } were there already.
}
roll-open = { $count ->
    [one] One line is open.
   *[other] { $count } lines are open.
}
roll-open-lines = ! o settles: { $lines }
roll-line-not-found = “{ $line }” not found
roll-line-several = “{ $line }” may be { $count } people
roll-line-released = “{ $line }” is released before
roll-which = Who is “{ $line }”?
roll-none-of-them = none of them
roll-released = released { $date }
roll-too-long = The list has more than { $most } lines: nobody was picked. Paste fewer, or import a file of people (2, i).
roll-settled = Every line of the list is settled.
roll-not-found = Nobody is called “{ $line }”
roll-is-released = “{ $line }” is released before they could join
roll-again-hint = Write it differently; as it stands, Enter leaves it out.
pick-nobody = Nobody is picked yet: Space picks.
pick-enrolled = { $count ->
    [one] { $count } person is enrolled in { $code }.
   *[other] { $count } people are enrolled in { $code }.
}
pick-exception-who = { $name } is not eligible. Who allows the exception?
pick-exception-why = { $name }: why does { $by } allow it?
pick-exception-hint = Recorded with the exception. The verdict stays visible under it.

## One group
group-gone = This group is no longer recorded. Esc goes back.
group-sessions = { $count ->
    [one] { $count } session
   *[other] { $count } sessions
}
group-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
group-people-waiting = { $count } waiting
group-people-gone = { $count } left
group-waiting-release = released { $date }
group-earlier = Here before: { $spells }
group-run-by = Run by { $names }
facilitators-who = Who runs { $code }?
facilitators-when = { $who }: from which day on?
facilitators-when-hint = Sessions before that day stay with who ran them.
facilitators-same = The same people run { $code } already.
facilitators-said = { $who } will run { $code } from { $date }.
offer-title = A place in { $code }: who takes it?
offer-free = { $name } leaves a place. Who takes it? Esc: nobody yet.
offer-nobody = Nobody waits who may take part and can still reach a session.
offer-line = { $name }: reaches { $n } of { $m }, { $release }
offer-released = released { $date }
offer-no-release = no release date
offer-since = { $release }, waits since { $date }
offer-waits-here = { $name } (waits here)
offer-apart = ! { $line }; must be kept apart from { $names }
group-nobody = Nobody yet: a adds people.
group-in-room = room { $room }
group-from = from { $date }
group-moved-mark = moved
group-exception = by exception
group-apart = ! { $one } and { $other } must be kept apart
group-released-before = ! released before { $number }
group-released = ! { $name } is released { $date }: misses { $count ->
    [one] session { $sessions }
   *[other] sessions { $sessions }
}
group-released-essential = { $text }; essential: { $sessions }
group-essential-note = * essential session
group-planner-note = * essential session; t shows what would help those released too soon
group-why-cancelled = Cancelled: { $why }
group-why-moved = Moved from { $date }: { $why }
group-why-left = Left: { $reason }{ $note }
group-why-exception = Exception by { $by }: { $why }
group-session-cancelled = Session { $number } is cancelled: p plans it again.
group-session-held = Session { $number } has taken place, so its date stands.
group-not-cancelled = Session { $number } is not cancelled: m moves it.
group-move-title = Move session { $number } to
group-move-hint = A day, a time or both: fri, 3 dec, +7, 10:00, 2026-11-24 10:00.
group-move-same = It stands there already: write another date or time.
group-move-closed = { $date } is closed ({ $why }): write another day.
group-move-why = Session { $number } to { $when }: why is it moved?
group-cancel-why = Session { $number }, { $when }: why is it cancelled?
group-why-hint = A few words for the register: no escort, lockdown, illness.
group-again-title = Plan session { $number } again on
group-choose-person = First choose a person: Tab goes to the people.
group-has-marks = { $name } has taken part: press l and say why they leave.
group-has-completed = { $name } has completed the programme.
group-waits = { $name } is waiting for a place.
group-enrolled = { $name } is enrolled from { $from }.
group-back = { $name } is back, from { $from }.
group-has-left = { $name } has left already: r brings them back.
group-leave-why = Why does { $name } leave?
group-leave-when = { $name }: the last day in the group
group-leave-when-hint = Sessions on this day still count.
group-leave-too-early = That is before the first day, { $from }: write that day or a later one.
group-leave-note = { $name }: a note on leaving
group-leave-note-hint = May stay empty.
group-leave-note-needed = A few words on the reason.
group-left = { $name } left on { $date }.

## The register
register-nobody = Nobody takes part yet. Esc goes back, then a adds people.
register-empty = Nobody takes part yet.
register-part = { $first }–{ $last } of { $all }
register-attended = attended
register-of = of
register-not-recorded = not recorded
register-completion = completion
register-met = met
register-possible = possible
register-out-of-reach = no longer
register-detail = { $name }, session { $number }, { $date }: { $value }
register-booked = { $value }; booked: { $what }
register-cell = { $name }, session { $number }
register-waits = over, waits for marks
register-cancelled = Session { $number } is cancelled and takes no marks. On the group’s page p plans it again.
register-ahead = Session { $number } is on { $date }: it takes marks from that day on.
register-due = Session { $number } is today at { $time }: start it on the group’s page with s.
register-not-expected = { $name } has no place in the group on { $date }.
register-same = { $name }: { $value } already.
register-marked = { $name }, session { $number }: { $value }
register-minutes = { $name } { $what }: how many minutes?
register-note-needed = { $name } { $what }: what happened?
register-note = { $name }, session { $number }: note
register-note-hint = Stays with the mark; it is not in the figures.
register-code-first = First record how { $name } attended.
register-not-missed = { $name } did not miss session { $number }.
register-caught-up = { $name } caught up session { $number }
register-caught-up-again = another day or other minutes
register-caught-up-not = not caught up after all
register-caught-up-when = { $name } caught up session { $number } on
register-caught-up-hint = The day of the session or the talk that made it good.
register-caught-up-fault = Write a day from { $missed } to { $today }.
register-caught-up-minutes = { $name }: how many minutes?
caught-up-which = { $name }: which session was made good?
caught-up-line = { $code } { $number } { $title }, { $date }: { $value }
caught-up-nothing = { $name } has missed nothing that could be made good.
caught-up-how = { $name }, session { $number }: made good by what?
caught-up-extra = extra session { $number }: { $when }
caught-up-book = book { $what }
caught-up-unbook = take out { $what } (booked)
caught-up-booked = { $name } is booked: { $what }.
caught-up-unbooked = { $name } is no longer booked: { $what }.
caught-up-not-booked = { $name } has a place there already: { $what }.
caught-up-who = { $name }: a one-to-one with whom?
caught-up-who-hint = Who gave it; may stay empty.
register-history = { $name }, session { $number }: what was recorded
register-history-line = { $date } { $time } { $actor }: { $change }
register-no-history = Nothing was recorded here for { $name }.
register-legend-not-recorded = . not recorded
register-legend-not-counted = - does not count
register-legend-caught-up = + caught up
register-legend-note = * note
register-legend-booked = > booked with another group
register-legend-waits = ! over, waits for marks
register-guests = guests at { $number }: { $names }
register-legend-parts = a b parts of a session
register-legend-extra = x extra session
register-by-name = By name.
register-by-attendance = By attendance, the lowest first.
register-by-missing = By what is missing, the most first.
register-complete = Nothing is missing: every mark is recorded.
register-block = { $people } × { $sessions } cells: letter marks, { $right } right, { $down } down, { $copy } copy, { $back } leaves
block-cells = { $count } cells
block-minutes = { $count } cells { $what }: how many minutes?
block-note-needed = { $count } cells { $what }: what happened?
block-marked = { $count ->
    [one] { $count } cell changed.
   *[other] { $count } cells changed.
}
block-marked-partly = { $count } changed, { $left } not: { $why }
block-refused = Nothing changed: { $why }
block-same = All of it says so already.
block-nothing-to-fill = Nothing is recorded there to fill from.
block-copied = { $count ->
    [one] { $count } cell copied
   *[other] { $count } cells copied
}: { $key } pastes here; also offered to the terminal.
block-copied-here = { $count ->
    [one] { $count } cell copied
   *[other] { $count } cells copied
}: { $key } pastes here; this terminal takes no copies.
refusal-cancelled = session { $number } is cancelled.
refusal-ahead = session { $number } is ahead, on { $date }.
refusal-due = session { $number } is today: start it in the room.
refusal-not-expected = { $name } had no place on { $date }.
refusal-note = { $what } needs a note.
refusal-minutes = { $what } needs minutes, 1 to { $most }: such as “L 10”.
refusal-no-minutes = { $what } takes no minutes.
paste-title = Paste { $lines } × { $columns }
paste-changes = { $count ->
    [one] { $count } cell would change:
   *[other] { $count } cells would change:
}
paste-refused = { $count ->
    [one] { $count } cell is left as it is:
   *[other] { $count } cells are left as they are:
}
paste-same = { $count ->
    [one] { $count } cell says so already.
   *[other] { $count } cells say so already.
}
paste-unknown = { $at }: “{ $text }” is no code.
paste-outside = “{ $text }” lies beyond the register.
paste-which = “{ $text }”: who is meant?
paste-nobody = “{ $text }” is nobody in this register.
paste-twice = “{ $text }” is named twice.
paste-nothing = There is nothing in what was pasted.
paste-nothing-copied = Nothing was copied here yet. Text of other programs is pasted with the terminal’s own key.
paste-done-partly = { $count } pasted, { $left } not.
