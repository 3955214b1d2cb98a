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
paper-plan = My plan
paper-plan-actions = What is to be done
paper-plan-what = What
paper-plan-who = Who
paper-plan-when = By when
paper-plan-done = Done
paper-plan-me = me
paper-plan-goals = My goals
paper-plan-needs = What I need
paper-plan-progress = How far
paper-plan-text = My thoughts
paper-plan-branch = After release
paper-branch-stay = Staying here
paper-branch-not-sure = Not sure yet
paper-branch-leave = Leaving the country
paper-part-best-case = At best
paper-part-worst-case = At worst
paper-part-first-days = The first 72 hours
paper-part-meets = Who meets me
paper-part-funds = Money
paper-part-belongings = My things
paper-part-papers = Papers
paper-need-accommodation = Accommodation
paper-need-attitudes = Attitudes and behaviour
paper-need-family = Children, family, community
paper-need-substances = Drugs and alcohol
paper-need-work = Education, skills, work
paper-need-finance = Finance and ID
paper-need-health = Health
paper-need-not-started = not started
paper-need-in-progress = in progress
paper-need-met = met
paper-need-declined = declined

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
