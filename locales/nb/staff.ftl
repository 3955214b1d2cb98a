# Hvem som kan åpne lageret.
role-owner = eier
role-coordinator = koordinator
role-supervisor = leder
role-trainer = kursholder
role-owner-does = bestemmer hvem som arbeider her, og leder grupper
role-coordinator-does = leder grupper
role-supervisor-does = leser, kontrollerer og eksporterer
role-refuses = Det er ikke for rollen din. Ingenting ble endret; spør en eier av lageret.
staff-title = Hvem som kan åpne lageret
staff-signs-in = logger på som { $sign_in }
staff-hint = Alle bytter sin egen passordfrase. Alt annet her er eierens.
staff-name = Navn
staff-name-hint = Slik kollegene kjenner dem: det står ved alt de registrerer.
staff-sign-in = Påloggingsnavn
staff-sign-in-hint = Skrives ved innlogging. Det står leselig i nøkkelfilen: initialer er nok.
staff-role = Rolle
staff-passphrase-of = Passordfrasen til { $name }
staff-passphrase-hint = De skriver den selv. Fire–fem ord uten sammenheng er sterkt og lett å skrive.
staff-new-passphrase = Ny passordfrase:
staff-passphrase-again = En gang til:
staff-not-the-same = De to var ikke like. Ingenting ble endret; skriv den på nytt.
staff-added = { $name } logger på som { $sign_in } fra nå av.
staff-changed = { $sign_in } ble endret.
staff-passphrase-changed = { $sign_in } har en ny passordfrase; den gamle åpner ingenting lenger.
staff-revoke = Steng { $name } ute?
staff-revoke-text = Passordfrasen åpner ingenting lenger. Det de har registrert, blir stående under navnet deres.
staff-revoked = { $sign_in } åpner ingenting lenger.
staff-new-code = En ny gjenopprettingskode?
staff-new-code-text = Koden på papiret åpner ingenting lenger. Den nye vises én gang.
staff-code = Skriv den på papir og lås det inn: { $code }
staff-code-is = Gjenopprettingskoden, som bare vises nå: { $code }
staff-lock-after = Lås etter hvor mange minutter uten tastetrykk?
staff-locks-after = { $minutes ->
    [one] Arbeidsflaten låses etter et minutt uten tastetrykk.
   *[other] Arbeidsflaten låses etter { $minutes } minutter uten tastetrykk.
}
staff-taken = «{ $name }» er allerede en annen. Ingenting ble endret; velg et annet navn.
staff-nobody = Ingen logger på som «{ $name }». Se hvem som gjør det med: onward staff list.
staff-last-owner = Lageret må ha en eier. Gjør en annen til eier først.
staff-no-key = Kursholdere trenger ingen nøkkel: de leser programmer med F4 ved innlogging.
staff-change-what = Si hva som skal endres: --name, --role eller --passphrase.
rule-lock-after = minutter uten tastetrykk før arbeidsflaten låses ({ $least }–{ $most })
rule-unlock-time = millisekunder åpning tar med en ny passordfrase ({ $least }–{ $most })
rule-unknown = Det finnes ingen regel «{ $name }». Disse finnes: { $known }.
rule-range = Et helt tall fra { $least } til { $most }, takk. Ingenting ble endret.
