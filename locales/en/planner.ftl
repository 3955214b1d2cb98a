# The planner: releases against sessions, and proposals.
planner-finish = { $all ->
    [0] nobody enrolled yet
   *[other] { $count } of { $all } reach every session ahead
}
planner-nobody = Nobody yet: a adds people.
planner-all = all { $count }
planner-no-release = { $name } has no release date recorded: every session is taken as reached.
planner-reaches-all = { $name } is released { $release } and reaches every session.
planner-misses = { $name } is released { $release } and misses { $count ->
    [one] session { $sessions }
   *[other] { $count } sessions: { $sessions }
}.
planner-misses-essential = { $count ->
    [one] Essential: { $sessions }.
   *[other] Essential ones: { $sessions }.
}
planner-with-both = With one more a week { $more ->
    [0] nothing
    [one] { $more } session
   *[other] { $more } sessions
} would be missed, with one fewer { $fewer }.
planner-with-more = With one more a week { $more ->
    [0] nothing
    [one] { $more } session
   *[other] { $more } sessions
} would be missed.
planner-with-fewer = With one fewer a week { $fewer ->
    [one] { $fewer } session
   *[other] { $fewer } sessions
} would be missed.
planner-pace = { $count } a week ({ $weekdays }): to { $last }; { $finish } of { $all } reach every session.
planner-proposals = { $count ->
    [0] Proposals
    [one] { $count } proposal
   *[other] { $count } proposals
}
planner-aside = { $count } left aside
planner-start = Start on { $to }, not { $from }
planner-rhythm = Meet { $weekdays }: { $count } a week instead of { $was }
planner-rhythm-start = Meet { $weekdays } from { $start }: { $count } a week instead of { $was }
planner-forward = { $session } to { $date }
planner-order = Bring essential sessions forward: { $sessions }
planner-shorter = Run “{ $version }” instead: { $count } sessions, not { $was }
planner-why-all = All { $count } reach every session instead of { $was }.
planner-why-finish = { $count } of { $all } reach every session instead of { $was }.
planner-why-essential = Essential sessions missed: { $count } instead of { $was }.
planner-why-missed = Sessions missed: { $count } instead of { $was }.
planner-why-latest = No later start does that.
planner-why-shorter = All { $was } do not fit before the releases at this rhythm.
planner-why-last = It ends { $last }, not { $was }.
planner-none-yet = Proposals come when people are enrolled: a adds people.
planner-all-finish = Everybody reaches every session: nothing to propose.
planner-no-help = Neither another start, rhythm, order nor version lets anybody reach more.
planner-latest = The group could start as late as { $date }.
planner-taken = Done, u takes it back: { $what }.
planner-nothing-to-take = There is no proposal to take.
planner-why-clashes = { $count ->
    [0] Nothing collides
    [one] { $count } session collides
   *[other] { $count } sessions collide
} ({ $was } now).
planner-left-aside = Left aside, u takes it back: { $what }
planner-taken-up = Taken up again: { $what }
