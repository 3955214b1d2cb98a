# On paper: sheets for participants. Short, for people who read little.
paper-name = Name
paper-date = Date
paper-sessions = Sessions
paper-take = What I take with me
paper-rating = Mark what fits you today
paper-answer = Please answer
paper-one = Choose one.
paper-any = Choose all that fit.
paper-yes = Yes
paper-no = No
paper-think = Questions to think about
paper-notes = My notes
paper-certificate = Certificate
paper-awaiting = This translation has not been read by a native speaker yet.

# The facilitator's manual.
manual-title = { $title }, { $version }: manual
manual-group = Groups of { $min } to { $max } people, { $per_week ->
    [one] one session
   *[other] { $per_week } sessions
} a week.
manual-signed-by = Signed by
manual-descends = Made from { $from }.
manual-serves = Serves
manual-bring = To bring
manual-interpreter = Interpreter needed: who needs one cannot follow this part without.
manual-rating-before = The first self-rating belongs to this session.
manual-rating-after = The second self-rating belongs to this session.

activity-kind-talk = talk
activity-kind-pairs = in pairs
activity-kind-worksheet = worksheet
activity-kind-film = film
activity-kind-visit = visit
activity-kind-break = break

answer-kind-text = own words
answer-kind-yes-no = yes or no
answer-kind-number = a whole number
answer-kind-date = a date
answer-kind-language = a language
answer-kind-country = a country
answer-kind-amount = an amount in { $currency }
answer-kind-one = one choice
answer-kind-any = any number of choices

print-no-session = { $title } has { $sessions } sessions. Choose one of these with --session.
which-none = No programme is called { $name }. Name a file, or one of these: { $known }.
which-broken = { $file } has faults. See them with onward check, then try again.
which-no-version = There is no version { $version }. These there are: { $known }.
