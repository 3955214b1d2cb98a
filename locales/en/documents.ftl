# What is written for others: reports, their columns, and how they look on paper.
report-long-form = Marks, one line each
report-session-record = Session record
report-person-record = Person’s record, for staff
report-sheet = Person’s own sheet
report-evaluation = Evaluation
report-completeness = What is missing
report-journal = Journal extract
report-timetable = Timetable
format-html = HTML, ready to print
format-ics = ICS, for calendars
html-page = Page { $page } of { $pages }
report-when = When
report-no-session = This session is not in the group. Say which by its number, as the register has it.
report-not-said = Of which groups? Name one with --group, or say --all.
report-not-in-this = This report is not written in this format. Choose another.

session-record-of = { $group }, session { $session }
person-record-of = Record of { $name }
sheet-title = { $name }: taken part in
sheet-not-attended = not attended
sheet-not-completed = Not completed
journal-entry = Entry
journal-what = What was recorded
timetable-ends = Ends
timetable-gone = no longer in the timetable
timetable-uid = Identifier
timetable-revision = Revision

evaluation-since = Groups started from
evaluation-until = Groups started until
evaluation-groups = Groups
evaluation-counted = Counted
evaluation-places = places: who took part in two groups counts in each
evaluation-by-session = Attendance by session
evaluation-by-language = By language
evaluation-by-country = By country
evaluation-took-part = Took part
evaluation-ratings = Self-rating, how often each step was chosen

completeness-missing = Marks and outcomes missing, by session
completeness-marks = Marks missing
completeness-outcomes = Outcomes missing
completeness-whose = Whose marks
completeness-overdue = Sessions neither held nor cancelled
completeness-days = Days over
completeness-steps = Steps of pathways that are overdue
completeness-step = Step
completeness-offers = Not told of what has to be offered to them
completeness-trained = Who runs a group without the training its programme asks for
completeness-since = Detained since
completeness-started = Started, not told
completeness-due = Due
completeness-open = Open
completeness-exceptions = Exceptions granted
completeness-by = By whom
open-second-rating = second self-rating missing
open-ending = course over: completed or left not recorded

personal-counts = ! Counts, no names; small ones can point at somebody.
personal-attendance = ! Names people and what they attended.
personal-notes = ! Names people, attendance, and what staff wrote.
personal-pseudonyms = ! No names: each person under a word of their own, the same each time.
personal-staff = ! Names facilitators, nobody else.

man-not-written = The pages were not written into { $place }: { $why }. Name a folder that is there.

release-for = Given to
release-hidden = hidden
release-facts = Leaves: { $facts }
release-table = Leaves, { $table }: { $columns }
release-not-given = { $who } is given { $reports } only, as { $formats }. Choose one of these.
release-unknown = There is no profile { $name }. There are: { $known }.
profile-notes-without-names = What staff wrote can name anybody: give it only where people are Named.
profile-threshold = The threshold is a number from 3 to 10.
profile-no-threshold = Counts without names need a threshold: threshold: Some(5).
profile-lines-and-threshold = A threshold goes with people: Nobody alone. Who has every line can count for themselves.
profile-form = This profile cannot be read: { $reason }. Compare it with the ones that come with the desk.
