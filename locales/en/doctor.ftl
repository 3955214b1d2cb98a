# What protects the data on this machine.
doctor-good = ok
doctor-look = look
doctor-none = none
doctor-core-off = Core dumps are off: a fault leaves nothing of the memory on disk.
doctor-core-on = Core dumps are on: a fault may leave names on disk. Start onward after: ulimit -c 0
doctor-watch-off = No other program of this account can look into the memory of the desk.
doctor-watch-on = Other programs of this account can look into the memory of the desk. Run nothing else that you do not trust.
doctor-network-shut = The system refuses the desk every network.
doctor-network-open = This system cannot keep a program from networks (seccomp). The desk itself speaks to none.
doctor-folders-shut = The desk writes only in the folder of the store and in { $place }.
doctor-folders-open = This system cannot keep a program to its folders (Landlock, Linux 5.19 or newer).
doctor-key-locked = The key is kept out of the swap file.
doctor-key-swapped = The key may reach the swap file. Raise the limit for locked memory: ulimit -l 8192
doctor-swap-none = There is no swap file on a disk.
doctor-swap = What is in memory may be written to { $place }. Encrypt the swap file, or switch it off: swapoff -a
doctor-rights-none = There is no store in { $place } yet.
doctor-rights-good = { $place } is open to its owner alone.
doctor-rights-bad = Others of this machine may look into { $place }. Take that from them: chmod -R go= on the folder.
doctor-slots = Every key slot is what was written.
doctor-slots-altered = A key slot is spoiled and opens nothing any more: { $names }. A new passphrase replaces it (onward staff change), or a backup: onward restore
doctor-slots-none = There is no key file yet.
doctor-files = The store lies on a file system of this machine ({ $kind }).
doctor-files-network = The store lies on a network share ({ $kind }): slower, and in the hands of that machine too. Use a disk of this one.
