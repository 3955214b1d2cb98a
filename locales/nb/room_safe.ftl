# Romtrygg visning: det som står på skjermen mens en hel gruppe kan se den.
room-safe = romtrygg
room-safe-on = Romtrygt: initialer, ingen grunner. { $key } viser alt.
room-safe-off = Navn, grunner og notater vises. { $key } skjuler dem.
room-safe-hidden = vises ikke i romtrygg visning
room-safe-veiled = Romtrygg visning er på, og denne siden viser navn og det som er registrert om personer.
room-safe-veiled-keys = { $key } viser den når ingen andre kan se skjermen. Esc går tilbake.
room-safe-away = borte
room-safe-not-counted = teller ikke
room-safe-completed = fullført
room-safe-not-yet = ikke ennå
room-safe-not-completed = ikke fullført
room-safe-typed = Bokstavene vises som *: romtrygg visning.
room-safe-form = For ansatte
