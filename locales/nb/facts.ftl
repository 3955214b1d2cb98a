people-count = { $count ->
    [one] { $count } person
   *[other] { $count } personer
}
occupation-none = ingen sysselsetting
occupation-work = arbeid
occupation-education = utdanning
occupation-other = annen aktivitet
status-sentenced = dømt
status-remand = varetekt
status-immigration = utlendingsinternering
status-recalled = gjeninnsatt
