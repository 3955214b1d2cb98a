do-erase = slett for godt
erase-title = Slette { $name } for godt?
erase-hint = Alt som er skrevet om dem, blir borte, her og i kopier, og ingen kan hente det tilbake. I fremmøtelister blir et nummer stående. Skriv { $reference } for å gå videre.
erase-asked = { $by } ba om det { $date }: { $why }. Ingen kan hente det tilbake. Skriv { $reference } for å godkjenne.
erase-not-reference = Det er ikke { $reference }. Ingenting er slettet; skriv den slik den står, eller gå ut med Esc.
erase-why = Hvorfor, eller etter ønske fra hvem?
erase-why-hint = Det blir stående i journalen, så nevn ingen navn. For eksempel: etter ønske, oppbevart lenge nok.
erase-waits = Bedt om. Det skjer når en annen godkjenner det på denne siden.
erase-other-needed = Du ba om det selv. En annen må godkjenne det, logget inn med sitt eget navn.
erase-in-group = De har plass i { $group }. La dem slutte i gruppen først, og slett så.
erase-done-already = De er allerede slettet; bare et nummer er igjen.
erased-name = Slettet person { $number }
erased-done = { $count ->
    [one] Slettet for godt, her og i kopier.
   *[other] { $count } personer er slettet for godt, her og i kopier.
}
erased-unsettled = Slettet, men et annet skrivebord har gamle sider åpne, eller en skadet kopi kan ikke leses: lukk det, fjern kopien.
