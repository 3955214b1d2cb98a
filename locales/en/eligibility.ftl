verdict-met = met
verdict-not-met = not met
verdict-unknown = unknown
standing-eligible = eligible
standing-exception = eligible by exception
standing-facts-missing = facts missing
standing-not-eligible = not eligible
ground-release-enough = released { $release }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} after the start: { $spare ->
    [0] just enough
    [one] { $spare } day to spare
   *[other] { $spare } days to spare
}
ground-release-short = released { $release }, { $days ->
    [0] on the day of the start
    [one] { $days } day after the start
   *[other] { $days } days after the start
}: { $short ->
    [one] { $short } day short
   *[other] { $short } days short
}
ground-release-before = released { $release }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} before the start: { $short ->
    [one] { $short } day short
   *[other] { $short } days short
}
ground-release-unknown = release date not recorded; { $needed } days are needed
ground-speaks = { $language } { $has }
ground-speaks-less = { $language } { $has }, below { $level }
ground-speaks-not = does not speak { $languages } ({ $level } is needed)
ground-level-unknown = { $language }, level not assessed; { $level } is needed
ground-languages-unknown = no language recorded
ground-occupation-unknown = occupation not recorded
ground-status-unknown = legal status not recorded
ground-age = { $years } years old at the start
ground-age-unknown = date of birth not recorded
ground-consent-given = consent given
ground-consent-refused = consent refused
ground-consent-unknown = not asked for consent yet
ground-answer-unknown = not answered yet
answer-yes = yes
answer-no = no
ground-asked = { $fact }; asked for: { $asked }
rule-remaining = Sentence left
rule-speaks = Language
rule-age = Age
rule-consents = Consent
rule-or = {" "}or{" "}
rule-asks-days = at least { $days ->
    [one] { $days } day
   *[other] { $days } days
} from the start
rule-asks-language = { $languages } { $level } or better
rule-asks-age = { $least } to { $most }
rule-asks-age-from = { $least } or older
rule-asks-age-to = { $most } at the most
rule-asks-age-any = any age
ground-short = { $short ->
    [one] { $short } day short
   *[other] { $short } days short
}, released { $release }
