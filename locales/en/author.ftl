# A trainer's desk: the folder, and a file as it will be seen.
author-title = Your programmes
author-files = { $count ->
    [one] One file
   *[other] { $count } files
}
author-broken = { $count ->
    [one] one with errors
   *[other] { $count } with errors
}
author-none = There is no file here yet. Leave with q, then run: onward new programme first-weeks
author-no-folder = { $dir } is not a folder. Name the folder that holds your programmes.
author-read-again = Every file was checked again.
author-clean = clean
author-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
author-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
author-unread = Cannot be used as it is: Enter shows why
author-versions = { $count ->
    [one] 1 version of { $sessions } sessions
   *[other] { $count } versions of { $sessions } sessions
}
author-steps = { $count ->
    [one] 1 step
   *[other] { $count } steps
}
author-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
author-agencies = { $count ->
    [one] 1 agency
   *[other] { $count } agencies
}
author-closures = { $count ->
    [one] Closed days: 1 entry
   *[other] Closed days: { $count } entries
}
author-translation = A translation
author-translation-broken = { $language }: has errors
author-missing = { $count } missing
author-stale = { $count } stale
proof-no-file = There is no file { $file }. Check the name, or begin one: onward new programme first-weeks
proof-text = as it is read
proof-room = the room
proof-planner = the planner
proof-sheet = sheet to take along
proof-sheet-in = sheet to take along, { $language }
proof-group = Preview
proof-person = Person
proof-earlier = As it was at { $time }: the file has errors now.
proof-no-picture = The file has errors, so there is nothing to see yet. They are told below; f goes to the next.
proof-only-programmes = Only a programme is seen so. Pages of other files are turned with n.
proof-gone = The file is gone. It is shown again as soon as it is there.
proof-finding = { $level }, { $number } of { $of }
proof-place = line { $line }, column { $column }
