programmes-title = Programmes
programmes-none = No programme could be read. See what was found below, then start the desk again.
programmes-facts = { $sessions } sessions of { $minutes } min · { $min }–{ $max } people
programmes-review = review by { $date }
programmes-review-past = ! review was due { $date }
programmes-remarks = Found in the files
programme-no-findings = Nothing was found in this file.
programme-findings = { $count ->
    [one] 1 finding
   *[other] { $count } findings
}
programme-page = { $page ->
    [0] overview
   *[other] session { $page } of { $of }
}
programme-sessions = Sessions
programme-essential = essential
programme-who = Who may take part
programme-required = required
programme-preferred = preferred
programme-completed = Completed when
programme-completion = { $needed } of { $of } sessions are attended or caught up.
programme-completion-essentials = Every essential session must be among them.
programme-ratings = Self-rating, before and after
programme-source = Source
programme-dates = As of { $as_of }; to be reviewed by { $review }.
programme-session = { $number } { $title } · { $minutes } min
programme-interpreter = interpreter
programme-say = Say
programme-do = Do
programme-need = Need
programme-objectives = Objectives
programme-leaves-with = Each person leaves with
programme-closing = Closing questions
programme-questions = Questions to each person
programme-optional = may stay open
programme-handout = Hand out
