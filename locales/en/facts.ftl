people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
occupation-none = no occupation
occupation-work = work
occupation-education = education
occupation-other = another activity
status-sentenced = sentenced
status-remand = remand
status-immigration = immigration detention
status-recalled = recalled
