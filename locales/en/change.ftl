# A change of a timetable before it is recorded.
change-title = { $code }: before anything is recorded
change-session = Session { $number }, { $title },
change-move = { $session } moves to { $when }.
change-cancel = { $session } is cancelled.
change-again = { $session } is planned again on { $when }.
change-insert = { $session } is held an extra time on { $when }, for those who missed it.
change-split = { $session } is split: from “{ $activity }” on it is held on { $when }.
change-join = { $session } and session { $other } become one.
change-why = Why: { $why }
change-follow = The later sessions follow, along the weekdays of the group.
change-stay = The later sessions stay where they are.
change-head-session = Session
change-head-now = now
change-head-then = then
change-new = new
change-gone-then = joined
change-ends = The group ends on { $after } instead of { $before }.
change-nobody = Nobody enrolled misses more sessions than now.
change-unknown = { $count ->
    [one] { $count } person has no release date recorded.
   *[other] { $count } people have no release date recorded.
}
change-released = { $name }, released { $date }
change-lost = { $who }: no longer reaches { $count ->
    [one] session { $sessions }
   *[other] sessions { $sessions }
}
change-won = { $who }: now reaches { $count ->
    [one] session { $sessions }
   *[other] sessions { $sessions }
}
change-clash = Session { $number } runs into { $code }, session { $other }, { $when }: { $needs }
change-clash-own = Session { $number } runs into session { $other }, { $when }.
change-order = Session { $number } would come after session { $before }.
change-said = { $what } { $count ->
    [0] No other session moves.
    [one] { $count } other session moves.
   *[other] { $count } other sessions move.
}
change-gone = The session is no longer there. Esc goes back.
change-not-planned = Only a planned session can be changed so. Esc goes back.
change-not-cancelled = The session was not cancelled. Esc goes back.
change-closed = { $date } is closed: { $why }. Esc goes back; choose another day.
change-not-there = The session cannot be split there. Esc goes back.
change-before-first = The second part would come before the first. Esc goes back; choose a later day.
change-alone = No planned session follows that it could be joined with. Esc goes back.
change-no-day = No weekday of the group is open in years. Esc goes back; e changes the weekdays.

## What the group's page asks
change-cancel-how = Session { $number }, { $when }: what becomes of it?
change-cancel-off = put off to { $when }; the later ones follow
change-cancel-out = cancelled; the others stay
change-cancel-up = cancelled; the later ones move up
change-insert-which = An extra session: of which one?
change-insert-when = Extra session { $number } on
change-split-where = Session { $number }: where does the second part begin?
change-split-from = { $activity }, after { $minutes } of { $all } min
change-split-when = The second part of session { $number } on
change-split-none = Session { $number } cannot be split: it has one activity, or all were given.
change-join-none = Session { $number } cannot be joined: no planned session follows that would fit.
