backup-made = { $entries ->
    [one] Sikkerhetskopiert og lest tilbake i sin helhet: 1 oppføring, i { $place }.
   *[other] Sikkerhetskopiert og lest tilbake i sin helhet: { $entries } oppføringer, i { $place }.
}
backup-none = Det finnes ingen sikkerhetskopi ennå. Programmet lager én om dagen; onward backup lager en nå.
backup-unknown = Det finnes ingen sikkerhetskopi som heter { $name }. Vis dem med onward backup --list.
backup-entries = { $entries ->
    [one] 1 oppføring
   *[other] { $entries } oppføringer
}
backup-failed = Ingen sikkerhetskopi kunne lages i dag: { $why }
restore-backup = Sikkerhetskopi { $name }: { $held }
restore-store = Lageret nå: { $held }
restore-unreadable = Lageret kan ikke leses nå: { $why }
restore-held = { $entries } oppføringer, { $people } personer, { $groups } grupper, { $marks } merker
restore-held-until = { $counts }; den siste { $last }
restore-other = Lageret fortsatte ikke fra denne kopien: det er et annet, eller journalen er endret.
restore-later = { $entries ->
    [one] Bare lageret har: 1 oppføring av { $name }
   *[other] Bare lageret har: { $entries } oppføringer av { $name }
}
restore-old-passphrases = Nøkkelfilen til lageret åpner ikke kopien: passordfrasene fra den gang følger med tilbake.
restore-unchanged = Ingenting ble endret. For å sette kopien i lagerets sted: onward restore { $name } --yes
restore-owners = Ingenting ble endret. Bare en eier, eller gjenopprettingskoden, kan sette en kopi i lagerets sted.
restore-done = Gjenopprettet. Det som sto der, er tatt vare på i { $place }.
salvage-kept = { $entries ->
    [one] 1 oppføring kunne leses. Den er i det nye lageret i { $place }
   *[other] { $entries } oppføringer kunne leses. De er i det nye lageret i { $place }
}
salvage-whole = Ingenting mangler.
salvage-lost = { $entries ->
    [one] 1 oppføring kan ikke leses: nummer { $first }.
   *[other] { $entries } oppføringer kan ikke leses, den første er nummer { $first }. Derfra er kjeden ny.
}
salvage-open = { $last ->
    [0] Hvor mange oppføringer det var, kan ikke leses lenger.
   *[other] Etter oppføring { $last } kan ingenting leses, heller ikke hvor mange flere det var.
}
salvage-altered = { $entries ->
    [one] 1 oppføring er ikke det som ble registrert, og er utelatt.
   *[other] { $entries } oppføringer er ikke det som ble registrert, og er utelatt.
}
salvage-nameless = { $entries ->
    [one] For 1 oppføring vet ingen lenger hvem som registrerte den, og når.
   *[other] For { $entries } oppføringer vet ingen lenger hvem som registrerte dem, og når.
}
salvage-unfit = { $entries ->
    [one] 1 oppføring passer ikke til noe som ble lest før den, og er utelatt.
   *[other] { $entries } oppføringer passer ikke til noe som ble lest før dem, og er utelatt.
}
salvage-next = Det skadde lageret blir som det er. For å sette det nye i stedet: onward restore { $name } --yes
