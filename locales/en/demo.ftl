demo-filling = { $people } of { $of } people
demo-filled =
    { $people ->
        [one] A store with 1 invented person
       *[other] A store with { $people } invented people
    } is in { $place }.
demo-passphrase = Its passphrase, shown this once: { $passphrase }
