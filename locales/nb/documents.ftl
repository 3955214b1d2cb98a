# Det som skrives for andre: rapporter, kolonnene deres, og hvordan de ser ut på papir.
report-long-form = Fremmøte, én linje per person
report-session-record = Samlingsrapport
report-person-record = Personrapport, for ansatte
report-sheet = Deltakerens eget ark
report-evaluation = Evaluering
report-completeness = Det som mangler
report-journal = Utdrag av journalen
report-timetable = Timeplan
format-html = HTML, klar til utskrift
format-ics = ICS, for kalendere
html-page = Side { $page } av { $pages }
report-when = Når
report-no-session = Denne samlingen er ikke i gruppen. Oppgi nummeret slik fremmøtelisten har det.
report-not-said = Om hvilke grupper? Oppgi én med --group, eller si --all.
report-not-in-this = Denne rapporten skrives ikke i dette formatet. Velg et annet.

session-record-of = { $group }, samling { $session }
person-record-of = Rapport om { $name }
sheet-title = { $name }: har deltatt i
sheet-not-attended = ikke møtt
sheet-not-completed = Ikke fullført
journal-entry = Innføring
journal-what = Hva som ble registrert
timetable-ends = Slutt
timetable-gone = ikke lenger i timeplanen
timetable-uid = Kjennetegn
timetable-revision = Endring nr.

evaluation-since = Grupper startet fra
evaluation-until = Grupper startet til og med
evaluation-groups = Grupper
evaluation-counted = Telles
evaluation-places = plasser: den som deltok i to grupper, telles i begge
evaluation-by-session = Fremmøte per samling
evaluation-by-language = Etter språk
evaluation-by-country = Etter land
evaluation-took-part = Deltok
evaluation-ratings = Egenvurdering, hvor ofte hvert trinn ble valgt

completeness-missing = Fremmøte og mål som mangler, per samling
completeness-marks = Fremmøte mangler
completeness-outcomes = Mål mangler
completeness-whose = Hvem sitt fremmøte
completeness-overdue = Samlinger verken holdt eller avlyst
completeness-days = Dager over
completeness-steps = Trinn i løp som er forfalt
completeness-step = Trinn
completeness-offers = Har ikke fått vite om det de skal tilbys
completeness-trained = Leder en gruppe uten opplæringen programmet krever
completeness-since = Internert siden
completeness-started = Startet, ikke fortalt
completeness-due = Frist
completeness-open = Åpent
completeness-exceptions = Unntak som er gitt
completeness-by = Av hvem
open-second-rating = andre egenvurdering mangler
open-ending = kurset er over: fullført eller sluttet er ikke registrert

personal-counts = ! Tall uten navn; små tall kan peke på noen.
personal-attendance = ! Navngir personer og hva de møtte til.
personal-notes = ! Navngir personer, fremmøte og det ansatte skrev.
personal-pseudonyms = ! Ingen navn: hver person under et eget ord, det samme hver gang.
personal-staff = ! Navngir gruppeledere, ingen andre.

man-not-written = Sidene ble ikke skrevet i { $place }: { $why }. Oppgi en mappe som finnes.

release-for = Gis til
release-hidden = skjult
release-facts = Går ut: { $facts }
release-table = Går ut, { $table }: { $columns }
release-not-given = { $who } får bare { $reports }, som { $formats }. Velg en av disse.
release-unknown = Profilen { $name } finnes ikke. Disse finnes: { $known }.
profile-notes-without-names = Det ansatte skrev, kan navngi hvem som helst: gi det bare der personer er Named.
profile-threshold = Terskelen er et tall fra 3 til 10.
profile-no-threshold = Tall uten navn trenger en terskel: threshold: Some(5).
profile-lines-and-threshold = En terskel hører bare til people: Nobody. Den som har hver linje, kan telle selv.
profile-form = Profilen kan ikke leses: { $reason }. Sammenlign den med dem som følger med.
