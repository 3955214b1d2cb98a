people-find = Find
people-name = Name
people-reference = Ref
people-languages = Languages
people-country = Country
people-release = Release
people-group = Group
people-release-days = in { $days } d
people-release-months = in { $months } mo
people-release-past = past
people-nobody = Nobody is recorded yet.
people-nobody-add = { $key }   adds a person
people-nobody-import = { $key }   brings people in from a CSV file
people-nobody-sample = { $key }   adds invented people, to try things out
people-not-found = Nobody has “{ $text }” in name, reference, language or country.
people-not-found-clear = { $key } shows everybody again.
people-sample-refused = There are people here: samples are for an empty desk.
import-file = Bring people in from which file?
import-file-hint = The path of a CSV file. Nothing is written before you have seen what would change.
import-title = Import: { $file }
import-ready = Nothing is written yet: { $key } takes all of it in.
import-refused = Correct the file and read it again: a row is refused (!).
import-nothing = Nothing to take in: all of it is recorded already.
import-changed-since = Something was recorded meanwhile: look at it again.
import-closed = The file was closed, because the desk was locked or the file holds nothing. Go back and read it again.
import-done = Imported: { $added } added, { $changed } changed
basis-start = Start date of the group
basis-version = Which programme?
basis-heading = From { $start }: { $version }
basis-no-programme = No programme could be read: see Programmes (4).
person-gone = This person is no longer recorded.
person-missing = Not recorded: { $fields }
person-standing = Overall
person-exception = Exception
person-exception-by = { $by }, { $day }: { $why }
person-sessions = Sessions
person-reaches = reaches { $reached } of { $of } before release, meeting { $weekdays }
person-reaches-unknown = release date not recorded: how many of { $of } are reached is not known
person-preferred = Preferred, not required:
person-groups = Groups
person-in-no-group = In no group so far.
person-membership = { $title }: { $place }
person-membership-attended = { $title }: { $place }, attended { $attended } of { $held }
person-latest = Recorded last
person-remove = Remove a person
person-remove-ask = Remove { $name } with all facts? What was recorded stays in the history.
person-remove-guest = This person has been a guest at a session, and stays in its register.
person-remove-in-group = In { $groups }: whoever is in a register is not removed.
person-removed = Removed: { $name }
exception-is = There is an exception
exception-change = change it
exception-remove = take it back
exception-by = Who decided?
exception-by-hint = Name and function of whoever made the exception.
exception-why = Why?
exception-why-hint = The reason, in a sentence. The rules stay visible beside it.
exception-needed = Write something here: an exception without it explains nothing.
exception-recorded = Exception recorded
exception-removed = Exception taken back
form-new = New person
form-edit = { $name }
form-hint-reference = The prison’s own reference, another for each person. Needed.
form-hint-name = A given name or a family name is needed.
form-hint-languages = Names or codes, the best first, with the level where it is known: English B1; lt. Levels: A1 A2 B1 B2 C1 C2
form-hint-country = Name or code: Lithuania, LT
form-hint-date = 2026-11-24 or 24.11.2026
form-hint-choice = One of: { $choices }. May stay empty.
form-hint-note = What everybody at this desk should know.
form-fault-taken = { $name } has this reference already.
form-faults = { $count ->
    [one] Nothing was saved: one field has to be put right first.
   *[other] Nothing was saved: { $count } fields have to be put right first.
}
form-unchanged = Nothing was changed.
form-saved = Saved: { $name }
form-leave = Leave the form?
form-leave-text = What was typed has not been saved and would be lost.
eligibility-nobody = Nobody is here after the start.
eligibility-not-listed = { $count ->
    [one] One person is released by the start and not listed.
   *[other] { $count } are released by the start and not listed.
}
eligibility-have-place = { $count ->
    [one] One has a place already.
   *[other] { $count } have a place already.
}
eligibility-sessions = Sessions
eligibility-in-the-way = What to know
eligibility-reached = { $reached } of { $of }
eligibility-last-chance = last chance: released { $day }
eligibility-waits = waiting since { $day }
eligibility-placed = has a place in { $group }
history-of = History of { $what }
history-of-everything = History of everything
history-empty = Nothing has been recorded yet.
