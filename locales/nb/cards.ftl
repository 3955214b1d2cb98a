# Spørrekort som går rundt bordet. Det som står på et kort, leses av deltakerne: enkelt og vennlig.
card-pass = Takk. Gi den videre til:
card-take = { $count ->
    [one] { $count } spørsmål. Trykk Enter for å begynne.
   *[other] { $count } spørsmål. Trykk Enter for å begynne.
}
card-number = { $number } av { $of }
card-press = Trykk { $keys }
card-back = Backspace: ett tilbake
card-keep = Enter: behold svaret
card-ready = Ferdig
card-hand-on = Enter: gi videre
card-thanks = Takk
card-give-back = Gi den tilbake, er du snill.
card-lock = Gruppeleder: { $key }
# Slik gruppelederen ser dem
cards-title = egenvurdering
cards-before = Første egenvurdering, { $count } spørsmål
cards-after = Andre egenvurdering, { $count } spørsmål
cards-progress = { $done } av { $of } har svart
cards-answered-all = har svart
cards-answered-none = har ikke svart
cards-asked-in = { $preferred }, spørres på { $asked }
cards-no-language = språk ikke registrert
cards-nobody = Ingen er her å spørre: før opp hvem som er her først.
cards-all = Alle som er her, har svart.
cards-missing = Har ikke svart ennå: { $names }
cards-how = Enter gir kortet til den som er valgt: De som har svart, kan se gjennom og endre et svar. Fra da av viser skjermen ett kort om gangen og ingenting annet, og ber om å bli gitt videre. Låsetasten og passordfrasen din henter skrivebordet tilbake.
