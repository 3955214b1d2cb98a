verdict-met = oppfylt
verdict-not-met = ikke oppfylt
verdict-unknown = ukjent
standing-eligible = kan delta
standing-exception = kan delta ved unntak
standing-facts-missing = opplysninger mangler
standing-not-eligible = kan ikke delta
ground-release-enough = løslates { $release }, { $days ->
    [one] { $days } dag
   *[other] { $days } dager
} etter start: { $spare ->
    [0] akkurat nok
    [one] { $spare } dag til overs
   *[other] { $spare } dager til overs
}
ground-release-short = løslates { $release }, { $days ->
    [0] på startdagen
    [one] { $days } dag etter start
   *[other] { $days } dager etter start
}: { $short ->
    [one] { $short } dag for lite
   *[other] { $short } dager for lite
}
ground-release-before = løslates { $release }, { $days ->
    [one] { $days } dag
   *[other] { $days } dager
} før start: { $short ->
    [one] { $short } dag for lite
   *[other] { $short } dager for lite
}
ground-release-unknown = løslatelsesdato ikke registrert; { $needed } dager trengs
ground-speaks = { $language } { $has }
ground-speaks-less = { $language } { $has }, under { $level }
ground-speaks-not = snakker ikke { $languages } ({ $level } trengs)
ground-level-unknown = { $language }, nivå ikke vurdert; { $level } trengs
ground-languages-unknown = ingen språk registrert
ground-occupation-unknown = sysselsetting ikke registrert
ground-status-unknown = rettslig status ikke registrert
ground-age = { $years } år ved start
ground-age-unknown = fødselsdato ikke registrert
ground-consent-given = samtykke gitt
ground-consent-refused = samtykke avslått
ground-consent-unknown = ikke spurt om samtykke ennå
ground-answer-unknown = ikke besvart ennå
answer-yes = ja
answer-no = nei
ground-asked = { $fact }; kravet er: { $asked }
rule-remaining = Tid igjen
rule-speaks = Språk
rule-age = Alder
rule-consents = Samtykke
rule-or = {" "}eller{" "}
rule-asks-days = minst { $days ->
    [one] { $days } dag
   *[other] { $days } dager
} fra start
rule-asks-language = { $languages } { $level } eller bedre
rule-asks-age = { $least } til { $most }
rule-asks-age-from = { $least } eller eldre
rule-asks-age-to = { $most } på det meste
rule-asks-age-any = uansett alder
ground-short = { $short ->
    [one] { $short } dag for lite
   *[other] { $short } dager for lite
}, løslates { $release }
