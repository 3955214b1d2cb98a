backup-made = { $entries ->
    [one] Backed up and read back whole: 1 entry, in { $place }.
   *[other] Backed up and read back whole: { $entries } entries, in { $place }.
}
backup-none = There is no backup yet. The desk makes one a day; onward backup makes one now.
backup-unknown = There is no backup called { $name }. List them with onward backup --list.
backup-entries = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
}
backup-failed = No backup could be made today: { $why }
restore-backup = Backup { $name }: { $held }
restore-store = The store now: { $held }
restore-unreadable = The store now cannot be read: { $why }
restore-held = { $entries } entries, { $people } people, { $groups } groups, { $marks } marks
restore-held-until = { $counts }; the last of { $last }
restore-other = The store did not go on from this backup: it is another one, or its journal was changed.
restore-later = { $entries ->
    [one] Only the store has: 1 entry by { $name }
   *[other] Only the store has: { $entries } entries by { $name }
}
restore-old-passphrases = The key file of the store does not open the backup: the passphrases of its time come back with it.
restore-unchanged = Nothing was changed. To put the backup in the store's place: onward restore { $name } --yes
restore-owners = Nothing was changed. Only an owner, or the recovery code, may put a backup in the store's place.
restore-done = Restored. What stood there is kept in { $place }.
salvage-kept = { $entries ->
    [one] 1 entry was read. It is in the new store in { $place }
   *[other] { $entries } entries were read. They are in the new store in { $place }
}
salvage-whole = Nothing is missing.
salvage-lost = { $entries ->
    [one] 1 entry cannot be read: number { $first }.
   *[other] { $entries } entries cannot be read, the first of them number { $first }. From there on the chain is a new one.
}
salvage-open = { $last ->
    [0] How many entries there were cannot be read any more.
   *[other] After entry { $last } nothing can be read, nor how many more there were.
}
salvage-altered = { $entries ->
    [one] 1 entry is not what was recorded, and was left out.
   *[other] { $entries } entries are not what was recorded, and were left out.
}
salvage-nameless = { $entries ->
    [one] Of 1 entry nobody knows any more who recorded it, and when.
   *[other] Of { $entries } entries nobody knows any more who recorded them, and when.
}
salvage-unfit = { $entries ->
    [one] 1 entry fits nothing that was read before it, and was left out.
   *[other] { $entries } entries fit nothing that was read before them, and were left out.
}
salvage-next = The damaged store stays as it is. To put the new one in its place: onward restore { $name } --yes
