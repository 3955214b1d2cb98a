do-erase-due = erase all of them
do-retention = who was kept long enough
retention-asked = Asked by
retention-asked-by = asked by { $by }
retention-asks = { $count ->
    [one] Is asked for; somebody else has to approve. Then it goes for good, here and in copies ({ $copies }):
   *[other] { $count } are asked for; somebody else has to approve. Then they go for good, here and in copies ({ $copies }):
}
retention-done = Erased for good: { $erased }. Asked for, until somebody else approves: { $asked }.
retention-dry-run = What would go
retention-erases = { $count ->
    [one] Goes for good, here and in copies ({ $copies }):
   *[other] { $count } go for good, here and in copies ({ $copies }):
}
retention-goes = { $entries ->
    [one] { $who }: one entry about them
   *[other] { $who }: { $entries } entries about them
}
retention-kept-until = until { $date }
retention-last = Last day
retention-left = Nothing was changed. To do it: onward retention --erase --yes
retention-name = Name
retention-named = { $naming ->
    [one] { $said }, their name from one more
   *[other] { $said }, their name from { $naming } more
}
retention-none = Nobody has been kept longer than they should be.
retention-nothing = There is nothing that you could do.
retention-reference = Reference
retention-rule = Months after the last group: as the programme says, else { $months }.
retention-rule-none = Months after the last group: as the programme says, else without end.
retention-stays = { $said }; registers go on counting a number
retention-sure = Erase for good?
retention-sure-text = Erased now: { $erased }. Asked for: { $asked }. Nobody can bring back what was erased.
retention-title = Kept long enough: { $count }
retention-until = Kept until
retention-waits = { $count ->
    [one] You asked for this one yourself; somebody else has to approve:
   *[other] You asked for these { $count } yourself; somebody else has to approve:
}
retention-who = { $reference } { $name }, kept until { $until }
retention-why = kept long enough
scope-retention = Kept long enough
