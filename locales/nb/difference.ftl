# Hva som er endret mellom to versjoner av et program: hva det gjelder, kolon, så disse.
diff-none = Ingenting er endret.
diff-count = { $count ->
    [one] 1 endring
   *[other] { $count } endringer
} fra { $was } til { $is }:
diff-descends = { $is } er laget av { $was }.
diff-unrelated = { $is } er ikke laget av { $was }: det som står her, er forskjeller mellom to programmer.

diff-about-programme = Programmet
diff-about-version = Versjonen { $title }
diff-about-session = Samlingen { $title }
diff-about-place = Versjonen { $version }, samlingen { $title }
diff-about-objective = målet «{ $text }»
diff-about-question = spørsmålet «{ $text }»
diff-about-rule = Regelen «{ $rule }»
diff-about-rating = Egenvurderingen «{ $text }»
diff-about-scale = Skalaen for egenvurderingen
diff-about-handout = Utdelingsarket { $title }

diff-looser = mildere
diff-stricter = strengere
diff-instead = { $is } i stedet for { $was }
diff-added = ny
diff-removed = tatt ut
diff-moved = på plass { $is } i stedet for { $was }
diff-minutes = { $is } min i stedet for { $was }
diff-essential = nå nødvendig
diff-not-essential = ikke lenger nødvendig
diff-interpreter = trenger nå tolk
diff-no-interpreter = trenger ikke lenger tolk
diff-rating-before = den første egenvurderingen hører nå til her
diff-rating-after = den andre egenvurderingen hører nå til her
diff-rating-none = ingen egenvurdering hører lenger til her
diff-hands-out = deler ut { $titles }
diff-hands-out-nothing = deler ikke lenger ut noe
diff-retitled = har denne tittelen nå, het «{ $was }»
diff-retitled-elsewhere = tittelen er oversatt på nytt ({ $languages })
diff-reworded = { $what } er endret
diff-reworded-in = { $what } er endret ({ $languages })
diff-group-size = grupper på { $min } til { $max } personer i stedet for { $was_min } til { $was_max }
diff-per-week = { $is ->
    [one] 1 samling
   *[other] { $is } samlinger
} i uken i stedet for { $was }
diff-completion = fullføres med { $is } i stedet for { $was }
diff-retention = personer oppbevares i { $months } måneder
diff-retention-setting = personer oppbevares så lenge innstillingen sier
diff-held = holdt opp mot kilden { $as_of }, gjennomgås innen { $review }
diff-required = må nå besvares
diff-optional = kan nå stå åpent
diff-asked-after = stilles etter et annet svar enn før
diff-blank-lines = { $is } linjer å skrive på i stedet for { $was }
diff-serves = oppfyller { $standards }
diff-serves-nothing = oppfyller ikke lenger noen standard
diff-also-in = nå også på { $languages }
diff-no-longer-in = ikke lenger på { $languages }
diff-trained = krever opplæring i { $what }
diff-trained-nothing = krever ingen opplæring lenger

diff-text-summary = sammendraget
diff-text-source = kilden
diff-text-aim = målet
diff-text-say = det som sies
diff-text-do = det som gjøres
diff-text-need = det som trengs
diff-text-leaves-with = det hver deltaker går ut med
diff-text-closing = de avsluttende spørsmålene
diff-text-why = begrunnelsen
diff-text-wording = ordlyden
diff-text-choices = valgene
diff-text-lines = linjene
diff-text-signed-by = hvem som underskriver

diff-groups = { $count ->
    [0] Ingen pågående gruppe blir stående på en annen versjon.
    [one] 1 pågående gruppe blir stående på versjonen den begynte med:
   *[other] { $count } pågående grupper blir stående på versjonen de begynte med:
}
diff-group = { $code }: { $version }, slik den var { $as_of }, { $held } av { $sessions } samlinger holdt; { $count ->
    [one] 1 ting er annerledes
   *[other] { $count } ting er annerledes
} i { $is }
diff-group-gone = { $code }: { $version }, slik den var { $as_of }, { $held } av { $sessions } samlinger holdt; versjonen finnes ikke i { $is }
