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
