# The room: one session as it is run. Read at a glance, with people waiting: short.
room-gone = This session is not in the record any more. Esc goes back.
room-title = { $code } · session { $number } of { $of } · { $title }
room-planned = planned { $date } { $time }, { $planned } min
room-clock = { $elapsed } of { $planned } min  { $pace }
room-clock-short = { $elapsed }  { $pace }
room-held = held { $date } { $from }–{ $to }
room-agenda = Agenda
room-left-out = left out
room-people = People
room-here = { $here } of { $of } here
room-here-guests = { $here } of { $of } here + { $guests ->
    [one] { $guests } guest
   *[other] { $guests } guests
}
room-guest = guest
room-guest-marked = guest, { $mark }
room-not-recorded = not recorded
room-back = back after { $minutes }
room-with-note = { $mark } + note
room-say = Say:
room-do = Do:
room-need = Need:
room-more = …
room-more-enter = … Enter: all
room-more-tab = … Tab, Enter: all
room-interpreter = ! Interpreter: { $people }
room-needs = { $name } ({ $language })
room-last-time = From last time: { $note }
room-noted = Note: { $note }
room-due = Planned for { $time }. The first mark or Space begins it.
room-due-in = Planned for { $time }, { $room }. The first mark or Space begins it.
room-over = Planned for { $date } { $time }. A mark now says that it was held as planned.
room-over-today = Planned for { $time } today. Space begins it now; a mark says that it was held as planned.
room-left-open = open since { $date } { $time }
room-left-open-then = Left open since another day. C closes it: it then ended when its plan says.
room-ahead-of-time = Planned for { $date }, { $distance }. Nothing can be marked before that day.
room-cancelled = Cancelled: { $why }. No marks are taken.
room-closed = Closed. Marks, notes and outcomes can still be corrected.
room-next = { $date } { $time }, session { $number }, { $title }.
room-next-is = Next: { $next }
room-no-next = No session of this group is planned.
room-for-next-time = For next time: { $note }
# What was recorded
room-marked = { $name }: { $mark }
room-begun = Session { $number } has begun. { $said }
room-held-as-planned = Session { $number } was held as planned. { $said }
room-all-present = { $count ->
    [one] { $count } person present
   *[other] { $count } people present
}
room-all-achieved = { $count ->
    [one] { $count } outcome: achieved
   *[other] { $count } outcomes: achieved
}
room-guest-in = { $name } is a guest at this session
room-guest-out = { $name } is no guest any more
room-cleared = { $name }: not recorded
room-now = Now: { $title }, { $minutes } min
room-all-done = Every activity is done. C closes the session.
room-skipped = Left out: { $title }
room-broken-off = Left after { $minutes } min: { $title }. { $next }
room-skipped-now = Left out: { $title }. { $next }
room-taken-in = On the agenda again: { $title }
room-note-kept = Noted: { $name }
room-note-gone = No note any more: { $name }
# What is asked
room-session = session { $number }
room-minutes = { $name }, { $mark }: how many minutes?
room-back-minutes = { $name } is back: how many minutes were missed?
room-guest-who = Guest at session { $number }: who?
room-minutes-hint = Minutes missed, from 1 to { $most }.
room-minutes-fault = Write a number from 1 to { $most }, or press Esc.
room-reason = { $name }, { $mark }: why?
room-reason-hint = The mark is saved. A few words say why; Esc leaves it without.
room-note-on = Note: { $name }
room-note-hint = Who may read the register may read this. Empty takes the note away.
# Closing
room-close-title = Close session { $number }: what to do next time?
room-close-hint = Enter closes, with or without a word.
room-next-time-title = Session { $number }: what to do next time?
room-missing = Not recorded yet, and can be added later:
room-missing-people = no mark: { $names }
room-missing-outcomes = { $count } of { $of } outcomes (o)
room-missing-ratings = self-rating (R): { $names }
room-missing-activities = activities not begun: { $titles }
room-missing-nothing = Everything is recorded.
room-closed-now = Session { $number } is closed. { $next }
room-closed-last = Session { $number } is closed, and the group is finished: { $completed } of { $of } completed.
room-next-time-kept = Kept for the time after session { $number }.
# Why a key does nothing
room-not-yet = Planned for { $date }: move it to today in its group first.
room-over-already = This session is over. Marks can still be corrected.
room-not-begun = This session has not begun. Press Space to begin it.
room-not-skipped = This activity is done: it cannot be left out any more.
room-not-away = { $name } is here, or not marked yet. Come back is for somebody marked away.
room-no-objectives = This session has no objectives.
room-guest-expected = { $name } is expected at this session anyway.
room-nothing-new = That is recorded already.
room-no-rating = No self-rating belongs to this session.
# Outcomes
outcomes-title = outcomes
outcomes-number = { $number } of { $of }
outcomes-none = This session has no objectives. Esc goes back.
outcomes-away = away
outcomes-all = Objective { $number }: { $count ->
    [one] { $count } person achieved it
   *[other] { $count } people achieved it
}
