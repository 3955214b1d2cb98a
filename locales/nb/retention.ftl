do-erase-due = slett alle
do-retention = hvem er oppbevart lenge nok
retention-asked = Bedt om av
retention-asked-by = { $by } ba om det
retention-asks = { $count ->
    [one] Bes om; en annen må godkjenne. Så blir alt borte for godt, her og i kopier ({ $copies }):
   *[other] Det bes om { $count }; en annen må godkjenne. Så blir alt borte for godt, her og i kopier ({ $copies }):
}
retention-done = Slettet for godt: { $erased }. Bedt om, til en annen godkjenner: { $asked }.
retention-dry-run = Dette blir borte
retention-erases = { $count ->
    [one] Blir borte for godt, her og i kopier ({ $copies }):
   *[other] { $count } blir borte for godt, her og i kopier ({ $copies }):
}
retention-goes = { $entries ->
    [one] { $who }: én oppføring om dem
   *[other] { $who }: { $entries } oppføringer om dem
}
retention-kept-until = til { $date }
retention-last = Siste dag
retention-left = Ingenting ble endret. For å gjøre det: onward retention --erase --yes
retention-name = Navn
retention-named = { $naming ->
    [one] { $said }, navnet fra én til
   *[other] { $said }, navnet fra { $naming } til
}
retention-none = Ingen er oppbevart lenger enn de skal.
retention-nothing = Det er ingenting du kan gjøre.
retention-reference = Referanse
retention-rule = Måneder etter siste gruppe: det programmet sier, ellers { $months }.
retention-rule-none = Måneder etter siste gruppe: det programmet sier, ellers uten frist.
retention-stays = { $said }; fremmøtelister teller videre med et nummer
retention-sure = Slette for godt?
retention-sure-text = Slettes nå: { $erased }. Bes om: { $asked }. Ingen kan hente tilbake det som er slettet.
retention-title = Oppbevart lenge nok: { $count }
retention-until = Oppbevares til
retention-waits = { $count ->
    [one] Du ba om denne selv; en annen må godkjenne:
   *[other] Du ba om disse { $count } selv; en annen må godkjenne:
}
retention-who = { $reference } { $name }, oppbevart til { $until }
retention-why = oppbevart lenge nok
scope-retention = Oppbevart lenge nok
