# Bundles that a desk signs, and a supervisor’s review of them.
report-bundle = Bundle for a supervisor
format-bundle = Bundle, signed, for onward review
bundle-desk = Desk
bundle-signs-as = Signs as
bundle-journal = Journal up to
bundle-none-met = No group met then. Name other groups, or a longer period.
bundle-too-much = More than 64 MB, which is too much to review at once. Name fewer groups, or a shorter period.
setting-desk-name = what this desk is called in bundles, or none
staff-signs = This desk signs as { $fingerprint }

bundle-is-none = no bundle
bundle-is-none-text = This file is no bundle of Onward. Ask the desk for the file that onward export bundle wrote.
bundle-truncated = cut off
bundle-truncated-text = The end of this file is missing. Copy it once more, or ask the desk for it again.
bundle-altered = altered
bundle-altered-text = This is not what the desk signed: the file was altered. Do not use it; ask the desk for it again.
bundle-newer = from a newer Onward
bundle-newer-text = A newer version of Onward made this bundle. Review it with that version.
bundle-unreadable = not readable
bundle-unreadable-text = The seal holds, but nothing in it can be read. Ask the desk to write it once more.

review-title = Review of bundles
review-files = Files
review-file = File
review-verdict = Verdict
review-made = Made on
review-sealed = sealed, desk known
review-unknown = desk not known
review-unbalanced = does not add up
review-superseded = a newer one is here
review-older = older than reviewed
review-another = another record
review-ticked = ticked off
review-sent-back = sent back
review-new = to be reviewed
review-counted = Counted
review-side-by-side = Groups side by side
review-discrepancies = Does not add up
review-missing = Missing
review-periods = By month
review-month = Month
review-stated = Stated
review-recounted = Counted again
review-remarks = Remarks
review-lacks-session = Session { $session }, { $day }: { $what } missing
review-lacks-marks = { $count ->
    [one] one mark
   *[other] { $count } marks
}
review-lacks-outcomes = { $count ->
    [one] one outcome
   *[other] { $count } outcomes
}
review-lacks-overdue = Session { $session }, { $day }: neither held nor cancelled, { $days ->
    [one] a day
   *[other] { $days } days
} over
review-lacks-person = { $name }: { $open }

review-head = { $groups ->
    [one] One group
   *[other] { $groups } groups
} of { $desks ->
    [one] one desk
   *[other] { $desks } desks
}, { $counted } counted
review-ticked-of = { $ticked } of { $counted } ticked off
review-done = Done
review-miss = Miss
review-zero = –
review-none = There is no bundle here. Name some: onward review FILE…
review-more = … Enter shows all of it
review-origin = { $desk } · { $day } · journal { $head }
review-nothing-missing = Nothing is missing.
review-differs = { $of }: the bundle says { $stated }, its marks come to { $counted }
review-unknown-text = Nobody compared this desk’s fingerprint yet, so it is not counted: call the desk, then press e.
review-unbalanced-text = Signed, and yet its totals are not those of its marks: it is not counted. Send it back.
review-superseded-text = Another of these files has this group too, and later: this one is not counted.
review-older-text = You reviewed a later state of this group on { $day }: this one is not counted. Ask for a new bundle.
review-another-text = At the same place of its journal you reviewed another record: this one is not counted. Ask the desk why.
review-sent-back-text = Sent back: { $remarks }
review-ticked-text = Ticked off on { $day }.
review-not-a-bundle = This file is no bundle that can be trusted. Ask the desk for it again.
review-know-first = First compare the fingerprint with what the desk shows: press e.
review-not-this = This one is not counted: a later one was reviewed, or is here. Ask for a new bundle.
review-unequal = Its totals do not add up, so it cannot be ticked off. Send it back: press b.
review-remarks-on = Remarks on { $group }
review-remarks-hint = They go into a file beside the bundle, for the desk. Nothing encrypts them: write references, no names.
review-remarks-name = This names somebody, and nothing encrypts it. Write { $reference } instead.
review-remarks-again = Enter once more keeps it as it is.
review-know = Does the desk show { $fingerprint }?
review-know-hint = Compare it letter by letter (Ctrl-K there). If it is the same, type what the desk is called.
review-merge-hint = The ending says how: .xlsx, .csv, .md, .json or .html. The file is new, and only you can read it.
review-known = { $name } is known from now on.
review-ticked-off = { $group } is ticked off.
review-taken-back = It is open again.
review-goes-back = Remarks for the desk: { $place }
review-no-file = { $path } cannot be read: { $why }. Name a bundle that is there.
review-kept-broken = { $path } is not what was kept, and was left as it is. Put a copy in its place, or move it away.
review-no-such-desk = None of these bundles is of a desk with the fingerprint { $fingerprint }. Look at it once more.
scope-review = A review
do-tick-off = tick off
do-send-back = send back
do-know-desk = know the desk
do-by-month = by month
do-write-figures = write figures
