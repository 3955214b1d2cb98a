finding-level-error = error
finding-level-warning = warning
finding-level-note = note

finding-missing = There is nothing of this name. Check the path.
finding-forbidden = You may not read it. Ask whoever looks after this computer.
finding-unreadable = It could not be read: { $reason }. Try again, or copy it elsewhere first.
finding-not-a-file = It is not a file. Name a file, or a folder that holds files.
finding-too-large = It is larger than { $most } KiB, more than such a file can be. Is it the right file?
finding-not-utf8 = This is not UTF-8 text from here on. Save the file as UTF-8 in your editor.
finding-replaces = This programme replaces the earlier one of the same id, { $programme }.

finding-syntax = It cannot be read on from here: { $reason }.
finding-wants-text = A text belongs here: "in quotation marks", or one for each language.
finding-wants-number = A whole number belongs here, without quotation marks.
finding-wants-yes-or-no = Only true or false can stand here.
finding-wants-list = A list belongs here, in square brackets.
finding-wants-fields = Fields belong here, in round brackets.
finding-wants-names = Names with what belongs to them belong here, in curly brackets.
finding-colon = A colon is missing here, between the name of the field and its value.
finding-comma = A comma is missing here, or a quotation mark before it.
finding-closing = A closing bracket or a comma is missing here.
finding-end = The file ends before everything is closed: a bracket or a quotation mark is missing.
finding-trailing = Everything is closed before this: one closing bracket too many, perhaps above.
finding-too-deep = Brackets lie too deep inside each other here.
finding-number-range = The number is too large or too small here.
finding-field-missing = The field { $field } is missing in this part. Add it.
finding-field-twice = The field { $field } stands here a second time. Keep one.
finding-field-unknown = There is no field { $field } here. These there are: { $known }.
finding-choice-unknown = There is no choice { $choice } here. These there are: { $known }.
finding-date = This is not a date. Write it as year-month-day, such as "2026-11-24".
finding-month-day = This is not a day of a year. Write it as month-day, such as "05-17".
finding-code-unknown = There is no language with the code { $code }. Use ISO 639, such as "en".
finding-language-twice = The language { $language } is given twice for one text. Keep one.

finding-id = An id holds only small letters a–z, digits and hyphens, at most 60: not { $id }.
finding-id-twice = The id { $id } is used a second time. Give each its own.
finding-hidden = A hidden character, { $code }, stands here. Delete it, or type the text again.
finding-text-empty = This text is empty. Write it, or take the line out.
finding-text-long = This text has { $length } characters; at most { $most } can be shown.
finding-language = { $language } is not a language tag. Use one such as "en" or "nb".
finding-translation = This text is missing in { $language }, which other texts of the file have.

finding-review-before = The review date lies before the day of the last check, { $as_of }.
finding-review-past = The content should have been reviewed by { $date }. Check it, then set both dates anew.
finding-group-size = No group can be at least { $min } and at most { $max }.
finding-rule-nobody = Nobody can meet the rule { $rule }. Say what it allows.
finding-rule-everybody = The rule { $rule } asks for nothing. Give it a lowest or a highest age.
finding-scale = The scale has { $steps } steps; it needs 2 to { $most }.
finding-rating-without-items = A self-rating belongs here, but there is nothing to rate. Add items under ratings.
finding-minutes = An activity takes 1 to { $most } minutes, not { $minutes }.
finding-no-activities = The session plan { $plan } has no activities. Add at least one.
finding-session-long = The session plan { $plan } takes { $minutes } minutes; at most { $most } are allowed.
finding-plan-unused = No version uses the session plan { $plan }.
finding-no-versions = The programme has no version. Add one that names its sessions.
finding-unknown-plan = The version { $version } names a session plan { $plan } that is not in this file.
finding-sessions = The version { $version } has { $sessions } sessions; it needs 1 to { $most }.
finding-per-week = A version is held 1 to 7 times a week, not { $sessions }.
finding-completion = Completion asks for { $needed } sessions, but the version has only { $sessions }.
finding-completion-nothing = Completion asks for nothing: everybody would complete at once.
finding-no-essential = No session of the version { $version } is marked essential.
finding-no-rating-before = No session of the version { $version } takes the self-rating before.
finding-no-rating-after = No session of the version { $version } takes the self-rating after.

finding-closed-order = The first day lies after the last. Swap them.
finding-closed-always = Every weekday is closed, so that no group can meet. Take one out.
finding-closed-past = The last of these days is past. Add those of the next year.

check-nothing = There is no programme file to check. Name a file that ends in .ron, or a folder that holds some.
check-clean = { $files ->
    [one] { $files } file checked
   *[other] { $files } files checked
}, nothing found.
check-found = { $files ->
    [one] { $files } file checked
   *[other] { $files } files checked
}, { $findings ->
    [one] { $findings } thing found
   *[other] { $findings } things found
}: { $errors ->
    [0] none keeps a programme from being used.
    [one] { $errors } error to put right.
   *[other] { $errors } errors to put right.
}

finding-key-scope = No screen is called { $scope } here. onward keys prints the names in brackets.
finding-key-action = Nothing in { $scope } is called { $action }. onward keys prints the names on the right.
finding-key-unknown = No key is called { $key }. Write a letter, F1 to F12, Ctrl-A, Enter, Space, Tab, Up …
finding-key-none = { $action } needs a key here, or take the line out.
finding-key-twice = { $action } is given keys a second time. Keep one.
finding-key-taken = { $key } is taken: { $does } ({ $place }). Choose another, or give that one other keys too.
finding-setting-unknown = There is no setting called { $name }.
finding-setting-switch = { $name } is "on" or "off".
