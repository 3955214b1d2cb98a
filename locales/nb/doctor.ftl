# Hva som verner opplysningene på denne maskinen.
doctor-good = ok
doctor-look = se
doctor-none = nei
doctor-core-off = Minnedump er av: en feil etterlater ingenting av minnet på disken.
doctor-core-on = Minnedump er på: en feil kan etterlate navn på disken. Start onward etter: ulimit -c 0
doctor-watch-off = Ingen andre programmer på denne kontoen kan se inn i minnet til arbeidsflaten.
doctor-watch-on = Andre programmer på denne kontoen kan se inn i minnet til arbeidsflaten. Kjør ikke noe annet du ikke stoler på.
doctor-network-shut = Systemet nekter arbeidsflaten ethvert nettverk.
doctor-network-open = Dette systemet kan ikke holde et program unna nettverk (seccomp). Arbeidsflaten selv bruker ingen.
doctor-folders-shut = Arbeidsflaten skriver bare i mappen til lageret og i { $place }.
doctor-folders-open = Dette systemet kan ikke holde et program til mappene sine (Landlock, Linux 5.19 eller nyere).
doctor-key-locked = Nøkkelen holdes utenfor vekselfilen.
doctor-key-swapped = Nøkkelen kan havne i vekselfilen. Hev grensen for låst minne: ulimit -l 8192
doctor-swap-none = Det er ingen vekselfil på en disk.
doctor-swap = Det som er i minnet, kan bli skrevet til { $place }. Krypter vekselfilen, eller slå den av: swapoff -a
doctor-rights-none = Det er ikke noe lager i { $place } ennå.
doctor-rights-good = { $place } er åpen bare for eieren.
doctor-rights-bad = Andre på denne maskinen kan se inn i { $place }. Ta det fra dem: chmod -R go= på mappen.
doctor-slots = Hver nøkkelplass er slik den ble skrevet.
doctor-slots-altered = En nøkkelplass er ødelagt og åpner ingenting lenger: { $names }. En ny passordfrase erstatter den (onward staff change), eller en sikkerhetskopi: onward restore
doctor-slots-none = Det er ingen nøkkelfil ennå.
doctor-files = Lageret ligger på et filsystem på denne maskinen ({ $kind }).
doctor-files-network = Lageret ligger på en nettverksdisk ({ $kind }): tregere, og i hendene på den maskinen også. Bruk en disk på denne.
