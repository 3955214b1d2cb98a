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
