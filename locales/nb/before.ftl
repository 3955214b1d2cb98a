# Før en samling begynner. Korte merkelapper; én linje hver der det går.
before-title = Før samling { $number }
before-more = … I: alt
before-last-time = Fra sist:
before-away = Var borte:
before-open = Ikke ennå:
before-interpreter = Tolk:
before-bring = Ta med:
before-rating = Egenvurdering:
before-rating-key = hører til denne samlingen (R)
before-aim = Mål:
before-who-was-away = { $name } ({ $mark })
before-who-not-yet = { $objective } — { $names }
# Etter en samling
after-title = Etter samling { $number }
after-next = Neste:
after-next-moves = { $next } T flytter den.
after-none = Ingenting mer er planlagt. T viser hvem som fullførte, med kursbevis.
after-next-time = Neste gang:
after-next-time-none = ingenting notert (C)
after-delivered = Gjennomført:
after-missing = Mangler:
close-word = Neste gang
close-session = Samling { $number }
close-next = { $next } En annen dato eller et annet klokkeslett flytter den: Først vises hva som endres for hvem.
close-last = Den er den siste som er planlagt: Etterpå vises hvem som fullførte.
