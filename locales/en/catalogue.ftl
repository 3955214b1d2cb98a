finding-level-error = error
finding-level-warning = warning
finding-level-note = note

finding-missing = There is nothing of this name. Check the path.
finding-forbidden = You may not read it. Ask whoever looks after this computer.
finding-unreadable = It could not be read: { $reason }. Try again, or copy it elsewhere first.
finding-not-a-file = It is not a file. Name a file, or a folder that holds files.
finding-too-large = It is larger than { $most } KiB, more than such a file can be. Is it the right file?
finding-replaces = This file replaces the earlier one of the same id, { $id }.

finding-syntax = It cannot be read on from here: { $reason }.
finding-wants-text = A text belongs here: "in quotation marks", or one for each language.
finding-wants-number = A whole number belongs here, without quotation marks.
finding-wants-yes-or-no = Only true or false can stand here.
finding-wants-list = A list belongs here, in square brackets.
finding-wants-fields = Fields belong here, in round brackets.
finding-wants-names = Names with what belongs to them belong here, in curly brackets.
finding-colon = A colon is missing here, between the name of the field and its value.
finding-comma = A comma is missing here.
finding-end = The file ends before everything is there.
finding-trailing = Everything is closed here already: one closing bracket too many, here or above.
finding-too-deep = Brackets lie too deep inside each other here.
finding-number-range = Only a number from { $least } to { $most } can stand here.
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
finding-translation-many = This text and { $count } more are missing in { $language }, which other texts of the file have.

finding-access-looser = The whole pathway is restricted; a step cannot be seen by more people. Take this out.
finding-activity-long = An activity of { $minutes } minutes does not fit in a session of { $session }.
finding-answer-choices = There must be at least two things to choose from, not { $choices }.
finding-answer-nothing = No number can be at least the first and at most the second. Swap them.
finding-backslash = A backslash here does not mean anything. Write it twice, \\, or take it out.
finding-bracket-around = The whole file stands in round brackets. Put ( before this and ) at the very end.
finding-bracket-extra = This { $bracket } is one too many. Take it out.
finding-bracket-missing = An opening bracket ( is missing before this part.
finding-bracket-open = This { $bracket } is never closed. Put its closing bracket where the part ends.
finding-bracket-wrong = Here stands { $found }, but { $wanted } is needed to close what was opened.
finding-byte-order-mark = An invisible mark stands in the middle of the file. Delete it, or type the line again.
finding-choice-alone = Nothing belongs in brackets after { $choice }. Write the word alone.
finding-choice-count = In the brackets after { $choice } belong { $count ->
    [one] one value
   *[other] { $count } values
}.
finding-choice-holds = Something belongs in round brackets after { $choice }.
finding-choice-near = There is no choice { $choice } here. Did you mean { $near }?
finding-choice-quoted = Write { $choice } without quotation marks: it is one of a few fixed words.
finding-choice-unnamed = After { $choice } the value stands alone, without a name and a colon.
finding-comma-twice = One comma too many. Take it out.
finding-comment-open = The note that begins here with /* has no end. Close it with */.
finding-country-unknown = There is no country with the code { $code }. Use ISO 3166, such as "NO".
finding-currencies = These amounts are in different currencies and cannot be added up.
finding-currency = { $currency } is not a currency. Use three capital letters, such as "CHF".
finding-date-meant = Write a date as year-month-day. Did you mean "{ $meant }"?
finding-decimal-comma = Only whole numbers can stand here, without a comma in them.
finding-due-before-start = It would be due before the pathway starts. Count days after the start.
finding-due-itself = A step cannot be due after itself. Name another step.
finding-email = This is not an e-mail address. It needs a name, @ and a place, such as "post@example.org".
finding-encoding = This file was saved as { $encoding }. Save it as UTF-8: look under “Save as”.
finding-equals = Write a colon here, not an equals sign.
finding-every-nothing = Every 0 days is never. Write the number of days, or take this out.
finding-field-near = There is no field { $field } here. Did you mean { $near }?
finding-hash = A note for yourself begins with //, not with #.
finding-language-unquoted = Put { $language } in quotation marks: "{ $language }".
finding-limit-of-nothing = Name the amounts that this limit is for.
finding-line-ends = The lines end as on very old computers. Save the file again with another editor.
finding-list-empty = This list is empty. Write something in it, or take it out.
finding-list-named = In square brackets things stand without a name and a colon.
finding-minutes-sum = The activities add up to { $sum } minutes, not { $minutes }.
finding-more = There is more: { $count ->
    [one] one further thing
   *[other] { $count } further things
}. Put these right first, then check again.
finding-name-missing = This stands alone. Write the name of its field and a colon before it.
finding-name-quoted = Write the name of a field without quotation marks.
finding-name-wrong = This part is called { $wanted }, not { $found }. Or write the bracket alone.
finding-no-end = From the step { $step } no way leads to the end: it would never be done.
finding-no-needs = The service { $service } names no need, so a search by need never finds it.
finding-no-pages = The guide has no pages. Add at least one.
finding-not-a-date = The answer to { $question } is no date, so nothing can be counted from it.
finding-not-an-amount = The answer to { $question } is no amount, so it cannot be added up.
finding-number-unit = Only the number belongs here. Take out { $unit }.
finding-number-whole = Only a whole number can stand here, without a point.
finding-odd-space = This is a special space that looks like a usual one. Type it again with the space bar.
finding-one-way = One way alone is no decision. Add another, or write then instead.
finding-page-empty = The page { $page } has nothing on it.
finding-phone = This is not a telephone number. Use digits, spaces and + only.
finding-placeholder = The place for { $placeholder } got lost here: keep it in braces as in the first language.
finding-list-long = There are { $count } things in this list, and at most { $most } can be. Part the file in several.
finding-plans-many = There are { $plans } session plans; at most { $most } can be used.
finding-quote-bytes = Take out the b before the quotation mark.
finding-quote-open = The quotation mark that opens here is not closed on this line.
finding-quote-single = Write a text between straight double quotation marks: "so", not 'so'.
finding-quote-smart = A curly quotation mark, as word processors put it. Type a straight one: ".
finding-rules-exclude = Nobody can meet both { $other } and { $rule }: one rule excludes the other.
finding-semicolon = Write a comma here, not a semicolon.
finding-slash = A note for yourself begins with two strokes: //.
finding-some = Inside Some( ) belongs one value, not { $count }.
finding-standard = No such standard is known here. These are: { $known }.
finding-standard-near = This standard is not known. Did you mean { $near }, then the number of the rule?
finding-standard-number = Write the number of the rule after the standard, such as "CM/Rec(2012)12 35.1".
finding-step-unreached = No way leads to the step { $step }.
finding-steps = The pathway has { $steps } steps; it needs 1 to { $most }.
finding-stray = The character { $character } does not belong here. Take it out, or put the text in quotation marks.
finding-tab = A tab stands inside this text. Put spaces in its place.
finding-text-wide = This text has { $length } characters; the room shows { $most } on a line. Shorten it.
finding-then-and-ways = Where ways lead on, then has no meaning. Keep one of the two.
finding-unknown-answer = The question { $question } has no answer { $answer }.
finding-unknown-answer-near = The question { $question } has no answer { $answer }. Did you mean { $near }?
finding-unknown-handout = There is no handout { $handout } in this file.
finding-unknown-handout-near = There is no handout { $handout } in this file. Did you mean { $near }?
finding-unknown-plan-near = The version { $version } names a session plan { $plan } that there is not. Did you mean { $near }?
finding-unknown-question = There is no question { $question } in this file.
finding-unknown-question-near = There is no question { $question } in this file. Did you mean { $near }?
finding-unknown-step = There is no step { $step } in this pathway.
finding-unknown-step-near = There is no step { $step } in this pathway. Did you mean { $near }?
finding-value-missing = Something is missing here, after the colon.
finding-versions-many = There are { $versions } versions; at most { $most } can be used.
finding-wants-choice = One of these words belongs here, without quotation marks: { $known }.
finding-wants-plain = A text belongs here, in quotation marks: "so".
finding-website = This is not an address of a page. It begins with https:// and has no spaces.
finding-windows-1252 = This is not UTF-8: the byte { $byte } was probably meant as { $character }. Save the file as UTF-8.
finding-yes-or-no-near = Only true or false can stand here. Did you mean { $near }?
finding-translates-nothing = There is no text { $part } to translate, or it is there in this language already.
finding-translation-stale = What this translates was changed; it is not shown until somebody looks. It says now: { $source }
finding-translation-partial = { $count } of { $of } texts are not translated yet; they are shown in the first language.
finding-translation-alone = What this translates is not beside it: { $file }.

finding-review-before = The review date lies before the day of the last check, { $as_of }.
finding-review-past = The content should have been reviewed by { $date }. Check it, then set both dates anew.
finding-group-size = No group can be at least { $min } and at most { $max }.
finding-retention = People are kept for { $least } to { $most } months, not { $months }. Leave it out where the store is to decide.
finding-rule-nobody = Nobody can meet the rule { $rule }. Say what it allows.
finding-rule-everybody = The rule { $rule } asks for nothing. Give it a lowest or a highest age.
finding-scale = The scale has { $steps ->
    [one] one step
   *[other] { $steps } steps
}; it needs 2 to { $most }.
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
    [0] none keeps a file from being used.
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
