# Pakker som en enhet signerer, og en leders gjennomgang av dem.
report-bundle = Pakke til en leder
format-bundle = Pakke, signert, for onward review
bundle-desk = Enhet
bundle-signs-as = Signerer som
bundle-journal = Journal til og med
bundle-none-met = Ingen gruppe møttes da. Nevn andre grupper, eller en lengre periode.
bundle-too-much = Mer enn 64 MB, som er for mye å gå gjennom på én gang. Nevn færre grupper, eller en kortere periode.
setting-desk-name = hva denne enheten heter i pakker, eller none
staff-signs = Denne enheten signerer som { $fingerprint }

bundle-is-none = ingen pakke
bundle-is-none-text = Denne filen er ingen pakke fra Onward. Be enheten om filen som onward export bundle skrev.
bundle-truncated = avkortet
bundle-truncated-text = Slutten av denne filen mangler. Kopier den en gang til, eller be enheten om den på nytt.
bundle-altered = endret
bundle-altered-text = Dette er ikke det enheten signerte: Filen er endret. Ikke bruk den; be enheten om den på nytt.
bundle-newer = fra et nyere Onward
bundle-newer-text = En nyere versjon av Onward laget denne pakken. Gå gjennom den med den versjonen.
bundle-unreadable = ikke lesbar
bundle-unreadable-text = Seglet holder, men ingenting i pakken kan leses. Be enheten skrive den en gang til.

review-title = Gjennomgang av pakker
review-files = Filer
review-file = Fil
review-verdict = Vurdering
review-made = Laget
review-sealed = forseglet, kjent enhet
review-unknown = ukjent enhet
review-unbalanced = går ikke opp
review-superseded = en nyere er her
review-older = eldre enn gjennomgått
review-another = en annen journal
review-ticked = krysset av
review-sent-back = sendt tilbake
review-new = venter
review-counted = Regnet med
review-side-by-side = Grupper side om side
review-discrepancies = Går ikke opp
review-missing = Mangler
review-periods = Måned for måned
review-month = Måned
review-stated = Oppgitt
review-recounted = Talt på nytt
review-remarks = Merknader
review-lacks-session = Samling { $session }, { $day }: { $what } mangler
review-lacks-marks = { $count ->
    [one] ett fremmøte
   *[other] { $count } fremmøter
}
review-lacks-outcomes = { $count ->
    [one] ett mål
   *[other] { $count } mål
}
review-lacks-overdue = Samling { $session }, { $day }: verken holdt eller avlyst, { $days ->
    [one] en dag
   *[other] { $days } dager
} over tiden
review-lacks-person = { $name }: { $open }

review-head = { $groups ->
    [one] Én gruppe
   *[other] { $groups } grupper
} fra { $desks ->
    [one] én enhet
   *[other] { $desks } enheter
}, { $counted } regnet med
review-ticked-of = { $ticked } av { $counted } krysset av
review-done = Fullf.
review-miss = Mgl.
review-zero = –
review-none = Her er ingen pakke. Nevn noen: onward review FIL…
review-more = … Enter viser alt
review-origin = { $desk } · { $day } · journal { $head }
review-nothing-missing = Ingenting mangler.
review-differs = { $of }: pakken sier { $stated }, føringene gir { $counted }
review-unknown-text = Ingen har sammenlignet fingeravtrykket ennå, så enheten regnes ikke med: Ring enheten, og trykk e.
review-unbalanced-text = Signert, men summene er ikke det føringene gir: Den regnes ikke med. Send den tilbake.
review-superseded-text = En annen av disse filene har også gruppen, og er nyere: Denne regnes ikke med.
review-older-text = Du gikk gjennom en senere tilstand av gruppen { $day }: Denne regnes ikke med. Be om en ny pakke.
review-another-text = På samme sted i journalen gikk du gjennom noe annet: Denne regnes ikke med. Spør enheten hvorfor.
review-sent-back-text = Sendt tilbake: { $remarks }
review-ticked-text = Krysset av { $day }.
review-not-a-bundle = Denne filen er ingen pakke å stole på. Be enheten om den på nytt.
review-know-first = Sammenlign først fingeravtrykket med det enheten viser: trykk e.
review-not-this = Denne regnes ikke med: En senere er gjennomgått, eller er her. Be om en ny pakke.
review-unequal = Summene går ikke opp, så den kan ikke krysses av. Send den tilbake: trykk b.
review-remarks-on = Merknader til { $group }
review-remarks-hint = De kommer i en fil ved siden av pakken, til enheten. Ingenting krypterer dem: skriv referanser, ikke navn.
review-remarks-name = Dette navngir noen, og ingenting krypterer det. Skriv { $reference } i stedet.
review-remarks-again = Enter en gang til beholder det som det er.
review-know = Viser enheten { $fingerprint }?
review-know-hint = Sammenlign bokstav for bokstav (Ctrl-K der). Er det likt, skriv hva enheten heter.
review-merge-hint = Endelsen sier hvordan: .xlsx, .csv, .md, .json eller .html. Filen er ny, og bare du kan lese den.
review-known = { $name } er kjent fra nå av.
review-ticked-off = { $group } er krysset av.
review-taken-back = Den er åpen igjen.
review-goes-back = Merknader til enheten: { $place }
review-no-file = { $path } kan ikke leses: { $why }. Nevn en pakke som finnes.
review-kept-broken = { $path } er ikke det som ble lagret, og er latt være. Sett inn en kopi, eller flytt filen.
review-no-such-desk = Ingen av disse pakkene er fra en enhet med fingeravtrykket { $fingerprint }. Se på det en gang til.
scope-review = En gjennomgang
do-tick-off = kryss av
do-send-back = send tilbake
do-know-desk = kjenn enheten
do-by-month = måned for måned
do-write-figures = skriv tall
