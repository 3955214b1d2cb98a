# What changed between two versions of a programme: what it is about, a colon, then these.
diff-none = Nothing changed.
diff-count = { $count ->
    [one] 1 thing changed
   *[other] { $count } things changed
} from { $was } to { $is }:
diff-descends = { $is } was made from { $was }.
diff-unrelated = { $is } was not made from { $was }: what is told is between two programmes.

diff-about-programme = Programme
diff-about-version = Version { $title }
diff-about-session = Session { $title }
diff-about-place = Version { $version }, session { $title }
diff-about-objective = objective “{ $text }”
diff-about-question = question “{ $text }”
diff-about-rule = Rule “{ $rule }”
diff-about-rating = Self-rating “{ $text }”
diff-about-scale = Scale of the self-rating
diff-about-handout = Handout { $title }

diff-looser = looser
diff-stricter = stricter
diff-instead = { $is } instead of { $was }
diff-added = new
diff-removed = taken out
diff-moved = at place { $is } instead of { $was }
diff-minutes = { $is } min instead of { $was }
diff-essential = now essential
diff-not-essential = no longer essential
diff-interpreter = now needs an interpreter
diff-no-interpreter = no longer needs an interpreter
diff-rating-before = the first self-rating belongs here now
diff-rating-after = the second self-rating belongs here now
diff-rating-none = no self-rating belongs here any longer
diff-hands-out = hands out { $titles }
diff-hands-out-nothing = hands out nothing any longer
diff-retitled = has this title now, was “{ $was }”
diff-retitled-elsewhere = title translated anew ({ $languages })
diff-reworded = { $what } changed
diff-reworded-in = { $what } changed ({ $languages })
diff-group-size = groups of { $min } to { $max } people instead of { $was_min } to { $was_max }
diff-per-week = { $is ->
    [one] 1 session
   *[other] { $is } sessions
} a week instead of { $was }
diff-completion = completed with { $is } instead of { $was }
diff-retention = people are kept for { $months } months
diff-retention-setting = people are kept for as long as the setting says
diff-held = held against its source { $as_of }, to be reviewed by { $review }
diff-required = must be answered now
diff-optional = may stay open now
diff-asked-after = asked after another answer than before
diff-blank-lines = { $is } lines to write on instead of { $was }
diff-serves = serves { $standards }
diff-serves-nothing = serves no standard any longer
diff-also-in = now also in { $languages }
diff-no-longer-in = no longer in { $languages }
diff-trained = asks for training in { $what }
diff-trained-nothing = asks for no training any longer

diff-text-summary = summary
diff-text-source = source
diff-text-aim = aim
diff-text-say = what is said
diff-text-do = what is done
diff-text-need = what is needed
diff-text-leaves-with = what each person leaves with
diff-text-closing = closing questions
diff-text-why = reason
diff-text-wording = wording
diff-text-choices = choices
diff-text-lines = lines
diff-text-signed-by = who signs

diff-groups = { $count ->
    [0] No running group stays on another version.
    [one] 1 running group stays on the version it began with:
   *[other] { $count } running groups stay on the version they began with:
}
diff-group = { $code }: { $version } as of { $as_of }, { $held } of { $sessions } sessions held; { $count ->
    [one] 1 thing is
   *[other] { $count } things are
} different in { $is }
diff-group-gone = { $code }: { $version } as of { $as_of }, { $held } of { $sessions } sessions held; the version is not in { $is }
