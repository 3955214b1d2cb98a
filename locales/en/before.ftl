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
# After a session
after-title = After session { $number }
after-next = Next:
after-next-moves = { $next } T moves it.
after-none = Nothing more is planned. T shows who completed, with certificates.
after-next-time = Next time:
after-next-time-none = nothing noted (C)
after-delivered = Delivered:
after-missing = Missing:
close-word = Next time
close-session = Session { $number }
close-next = { $next } Another date or time moves it: what changes for whom is shown first.
close-last = It is the last one planned: who completed is shown next.
