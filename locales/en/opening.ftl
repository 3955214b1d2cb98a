open-nothing-there = There is no store in { $place }. Name its folder with --data, or start onward to make one.
open-not-a-folder = { $place } is no folder, or lies under a file. Nothing was changed; name another folder for the store.
open-already-there = There is a store in { $place } already. Nothing was changed; choose another folder.
open-key-missing = The key file is missing from { $place }; without it the store cannot be opened. See what a backup would bring back: onward restore
open-database-missing = The database is missing from { $place }. See what a backup would bring back: onward restore
open-key-unreadable = The key file in { $place } cannot be used: { $why }. See what a backup would bring back: onward restore
open-key-altered = The key file is spoiled: even a right passphrase may not open it. See what a backup would bring back: onward restore
open-no-terminal = The desk needs a terminal for keys and screen. Run onward in one, or use a command: onward --help.
open-terminal-failed = The terminal cannot be set up: { $why }. Try another terminal.
open-no-home = There is no home directory to keep data in. Name a folder with --data.
open-passphrase-file = The passphrase file { $place } cannot be read: { $why }. Check its name and rights.
open-passphrase-empty = The first line of the passphrase file { $place } is empty. Write the passphrase there.
open-passphrase-needed = The store is locked. Name a file that holds the passphrase with --passphrase-file.
open-passphrase-prompt = Passphrase:
open-stopped = Onward had to stop because of a fault of its own. Everything that showed its tick is on disk. Start it again; if it happens once more, tell whoever looks after the program this place: { $place }
open-needs-writing = The store in { $place } is of version { $found }, not { $known }, and cannot be written there. Copy its folder elsewhere.
open-who-needed = Several people work on this store. Say who you are with --as and your sign-in name.
open-too-soon = { $seconds ->
    [one] Wrong passphrases slow this down: wait a second, then press Enter again.
   *[other] Wrong passphrases slow this down: wait { $seconds } seconds, then press Enter again.
}
open-revoked = This passphrase is out of force. Ask an owner of the store for a new one.
