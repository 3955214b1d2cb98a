# En endring av timeplanen før den registreres.
change-title = { $code }: før noe registreres
change-session = Samling { $number }, { $title },
change-move = { $session } flyttes til { $when }.
change-cancel = { $session } avlyses.
change-again = { $session } settes opp på nytt { $when }.
change-insert = { $session } holdes en ekstra gang { $when }, for dem som gikk glipp av den.
change-split = { $session } deles: fra og med «{ $activity }» holdes den { $when }.
change-join = { $session } og samling { $other } blir til én.
change-why = Hvorfor: { $why }
change-follow = De senere samlingene følger etter, på gruppens ukedager.
change-stay = De senere samlingene blir der de er.
change-head-session = Samling
change-head-now = nå
change-head-then = da
change-new = ny
change-gone-then = slått sammen
change-ends = Gruppens siste dag blir { $after } (nå { $before })
change-nobody = Ingen som deltar, går glipp av flere samlinger enn nå.
change-unknown = { $count ->
    [one] { $count } person har ingen registrert løslatelsesdato.
   *[other] { $count } personer har ingen registrert løslatelsesdato.
}
change-released = { $name }, løslates { $date }
change-lost = { $who }: rekker ikke lenger { $count ->
    [one] samling { $sessions }
   *[other] samling { $sessions }
}
change-won = { $who }: rekker nå { $count ->
    [one] samling { $sessions }
   *[other] samling { $sessions }
}
change-clash = Samling { $number } kolliderer med { $code }, samling { $other }, { $when }: { $needs }
change-clash-own = Samling { $number } kolliderer med samling { $other }, { $when }.
change-order = Samling { $number } ville komme etter samling { $before }.
change-said = { $what } { $count ->
    [0] Ingen andre samlinger flyttes.
    [one] { $count } annen samling flyttes.
   *[other] { $count } andre samlinger flyttes.
}
change-gone = Samlingen finnes ikke lenger. Esc går tilbake.
change-not-planned = Bare en planlagt samling kan endres slik. Esc går tilbake.
change-not-cancelled = Samlingen er ikke avlyst. Esc går tilbake.
change-closed = { $date } er stengt: { $why }. Esc går tilbake; velg en annen dag.
change-not-there = Samlingen kan ikke deles der. Esc går tilbake.
change-before-first = Andre del ville komme før første. Esc går tilbake; velg en senere dag.
change-alone = Ingen planlagt samling følger som den kan slås sammen med. Esc går tilbake.
change-no-day = Ingen av gruppens ukedager er åpne på flere år. Esc går tilbake; e endrer ukedagene.

## Det gruppesiden spør om
change-cancel-how = Samling { $number }, { $when }: hva skjer med den?
change-cancel-off = utsettes til { $when }; de senere følger etter
change-cancel-out = avlyses; de andre blir stående
change-cancel-up = avlyses; de senere rykker frem
change-insert-which = En ekstra samling: av hvilken?
change-insert-when = Ekstra samling { $number } den
change-split-where = Samling { $number }: hvor begynner andre del?
change-split-from = { $activity }, etter { $minutes } av { $all } min
change-split-when = Andre del av samling { $number } den
change-split-none = Samling { $number } kan ikke deles: den har én aktivitet, eller alt er gitt.
change-join-none = Samling { $number } kan ikke slås sammen: ingen planlagt samling etter den passer.
