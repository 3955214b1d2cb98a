# Before a session begins. Short labels; one line each where it can be.
before-title = Before session { $number }
before-more = … I: all
before-last-time = Last time:
before-away = Was away:
before-open = Not yet:
before-interpreter = Interpreter:
before-bring = Bring:
before-rating = Self-rating:
before-rating-key = belongs to this session (R)
before-aim = Aim:
before-who-was-away = { $name } ({ $mark })
before-who-not-yet = { $objective } — { $names }
