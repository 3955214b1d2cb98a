# Room-safe mode: what stands on the screen while a whole group may see it.
room-safe = room-safe
room-safe-on = Room-safe: initials, no reasons, no notes. { $key } shows them.
room-safe-off = Names, reasons and notes are shown. { $key } hides them.
room-safe-hidden = not shown in room-safe mode
room-safe-veiled = Room-safe mode is on, and this page shows names and what is recorded of people.
room-safe-veiled-keys = { $key } shows it, when nobody else can see the screen. Esc goes back.
room-safe-away = away
room-safe-not-counted = does not count
room-safe-completed = completed
room-safe-not-yet = not yet
room-safe-not-completed = not completed
room-safe-typed = Typed letters show as *: room-safe mode.
room-safe-form = For staff
