demo-filling = { $people } av { $of } personer
demo-filled =
    { $people ->
        [one] Et lager med 1 oppdiktet person
       *[other] Et lager med { $people } oppdiktede personer
    } ligger i { $place }.
demo-passphrase = Passordfrasen, som bare vises nå: { $passphrase }
