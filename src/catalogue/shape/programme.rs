//! What may stand in a programme.

use super::{
    Choice, Fields, HEADING, LANGUAGES, LINES, MAYBE_LANGUAGE, MAYBE_NAME, NOTED, Number, OPTIONAL, QUESTIONS,
    STANDARDS, Shape, TEXT, TEXTS, TITLE, fields, options,
};

pub(super) static PROGRAMME: Fields = Fields {
    name: "Programme",
    about: "schema-Programme",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "language": MAYBE_LANGUAGE, "schema-language" = "None";
        "title": TITLE, "schema-title";
        "summary": TEXT, "schema-summary";
        "descends_from": MAYBE_NAME, "schema-descends_from" = "None";
        "source": NOTED, "schema-source";
        "as_of": Shape::Date, "schema-as_of";
        "review_by": Shape::Date, "schema-review_by";
        "group_size": Shape::Fields(&GROUP_SIZE), "schema-Programme-group_size" = "(min: 3, max: 4)";
        "retention_months": Shape::Maybe(&Shape::Number(Number::U16)), "schema-Programme-retention_months" = "None";
        "trained": TEXTS, "schema-trained" = "[]";
        "eligibility": Shape::List(&Shape::Fields(&RULE)), "schema-Programme-eligibility" = "[]";
        "ratings": Shape::Fields(&RATINGS), "schema-Programme-ratings" = "()";
        "serves": STANDARDS, "schema-serves" = "[]";
        "handouts": Shape::List(&Shape::Fields(&HANDOUT)), "schema-Programme-handouts" = "[]";
        "certificate": Shape::Maybe(&Shape::Fields(&CERTIFICATE)), "schema-Programme-certificate" = "None";
        "plans": Shape::List(&Shape::Fields(&PLAN)), "schema-Programme-plans";
        "versions": Shape::List(&Shape::Fields(&VERSION)), "schema-Programme-versions";
    },
};

static GROUP_SIZE: Fields = Fields {
    name: "GroupSize",
    about: "schema-GroupSize",
    fields: fields! {
        "min": Shape::Number(Number::U8), "schema-GroupSize-min";
        "max": Shape::Number(Number::U8), "schema-GroupSize-max";
    },
};

static RULE: Fields = Fields {
    name: "Rule",
    about: "schema-Rule",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "weight": Shape::Choice(&WEIGHT), "schema-Rule-weight" = "Required";
        "test": Shape::Choice(&TEST), "schema-Rule-test";
        "why": OPTIONAL, "schema-Rule-why" = "{}";
    },
};

static WEIGHT: Choice = Choice {
    name: "Weight",
    about: "schema-Weight",
    options: options! {
        Required, "schema-Weight-Required";
        Preferred, "schema-Weight-Preferred";
    },
};

static TEST: Choice = Choice {
    name: "Test",
    about: "schema-Test",
    options: options! {
        RemainingDays(Shape::Number(Number::U16)), "schema-Test-RemainingDays";
        Speaks {
            "any_of": LANGUAGES, "schema-Test-languages";
            "level": Shape::Choice(&CEFR), "schema-Test-level";
        }, "schema-Test-Speaks";
        Occupied { "any_of": Shape::List(&Shape::Choice(&OCCUPATION)), "schema-Test-occupations"; }, "schema-Test-Occupied";
        Held { "any_of": Shape::List(&Shape::Choice(&LEGAL_STATUS)), "schema-Test-grounds"; }, "schema-Test-Held";
        Age {
            "at_least": Shape::Maybe(&Shape::Number(Number::U8)), "schema-Test-at_least" = "None";
            "at_most": Shape::Maybe(&Shape::Number(Number::U8)), "schema-Test-at_most" = "None";
        }, "schema-Test-Age";
        Consents, "schema-Test-Consents";
        Answer {
            "question": TEXT, "schema-Test-question";
            "expected": Shape::YesNo, "schema-Test-expected";
        }, "schema-Test-Answer";
    },
};

static CEFR: Choice = Choice {
    name: "Cefr",
    about: "schema-Cefr",
    options: options! {
        A1, "schema-Cefr-A1"; A2, "schema-Cefr-A2"; B1, "schema-Cefr-B1";
        B2, "schema-Cefr-B2"; C1, "schema-Cefr-C1"; C2, "schema-Cefr-C2";
    },
};

static OCCUPATION: Choice = Choice {
    name: "Occupation",
    about: "schema-Occupation",
    options: options! {
        None, "schema-Occupation-None";
        Work, "schema-Occupation-Work";
        Education, "schema-Occupation-Education";
        OtherActivity, "schema-Occupation-OtherActivity";
    },
};

pub(super) static LEGAL_STATUS: Choice = Choice {
    name: "LegalStatus",
    about: "schema-LegalStatus",
    options: options! {
        Sentenced, "schema-LegalStatus-Sentenced";
        Remand, "schema-LegalStatus-Remand";
        ImmigrationDetention, "schema-LegalStatus-ImmigrationDetention";
        Recalled, "schema-LegalStatus-Recalled";
    },
};

static RATINGS: Fields = Fields {
    name: "Ratings",
    about: "schema-Ratings",
    fields: fields! {
        "scale": Shape::List(&TITLE), "schema-Ratings-scale" = "[]";
        "items": Shape::List(&Shape::Fields(&RATING_ITEM)), "schema-Ratings-items" = "[]";
    },
};

static RATING_ITEM: Fields = Fields {
    name: "RatingItem",
    about: "schema-RatingItem",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "text": TEXT, "schema-RatingItem-text";
    },
};

static HANDOUT: Fields = Fields {
    name: "Handout",
    about: "schema-Handout",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "title": TITLE, "schema-title";
        "lines": TEXTS, "schema-Handout-lines" = "[]";
        "blank_lines": Shape::Number(Number::U8), "schema-Handout-blank_lines" = "0";
    },
};

static CERTIFICATE: Fields = Fields {
    name: "Certificate",
    about: "schema-Certificate",
    fields: fields! {
        "text": TEXT, "schema-Certificate-text";
        "signed_by": Shape::List(&TITLE), "schema-Certificate-signed_by" = "[]";
    },
};

static PLAN: Fields = Fields {
    name: "SessionPlan",
    about: "schema-SessionPlan",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "title": HEADING, "schema-title";
        "aim": TEXT, "schema-SessionPlan-aim";
        "essential": Shape::YesNo, "schema-SessionPlan-essential" = "false";
        "minutes": Shape::Maybe(&Shape::Number(Number::U16)), "schema-SessionPlan-minutes" = "None";
        "activities": Shape::List(&Shape::Fields(&ACTIVITY)), "schema-SessionPlan-activities";
        "objectives": Shape::List(&Shape::Fields(&OBJECTIVE)), "schema-SessionPlan-objectives" = "[]";
        "leaves_with": TEXTS, "schema-SessionPlan-leaves_with" = "[]";
        "closing_questions": TEXTS, "schema-SessionPlan-closing_questions" = "[]";
        "rating": Shape::Maybe(&Shape::Choice(&RATING_TIME)), "schema-SessionPlan-rating" = "None";
        "questions": QUESTIONS, "schema-SessionPlan-questions" = "[]";
        "serves": STANDARDS, "schema-serves" = "[]";
    },
};

static RATING_TIME: Choice = Choice {
    name: "RatingTime",
    about: "schema-RatingTime",
    options: options! {
        Before, "schema-RatingTime-Before";
        After, "schema-RatingTime-After";
    },
};

static ACTIVITY: Fields = Fields {
    name: "Activity",
    about: "schema-Activity",
    fields: fields! {
        "title": HEADING, "schema-title";
        "minutes": Shape::Number(Number::U16), "schema-Activity-minutes";
        "kind": Shape::Choice(&ACTIVITY_KIND), "schema-Activity-kind" = "Talk";
        "essential": Shape::YesNo, "schema-Activity-essential" = "false";
        "say": LINES, "schema-Activity-say" = "[]";
        "do": LINES, "schema-Activity-do" = "[]";
        "need": LINES, "schema-Activity-need" = "[]";
        "interpreter": Shape::YesNo, "schema-Activity-interpreter" = "false";
        "handouts": Shape::List(&Shape::IdOf("Handout")), "schema-Activity-handouts" = "[]";
        "serves": STANDARDS, "schema-serves" = "[]";
    },
};

static ACTIVITY_KIND: Choice = Choice {
    name: "ActivityKind",
    about: "schema-ActivityKind",
    options: options! {
        Talk, "schema-ActivityKind-Talk";
        Pairs, "schema-ActivityKind-Pairs";
        Worksheet, "schema-ActivityKind-Worksheet";
        Film, "schema-ActivityKind-Film";
        Visit, "schema-ActivityKind-Visit";
        Break, "schema-ActivityKind-Break";
    },
};

static OBJECTIVE: Fields = Fields {
    name: "Objective",
    about: "schema-Objective",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "text": TEXT, "schema-Objective-text";
    },
};

static VERSION: Fields = Fields {
    name: "Version",
    about: "schema-Version",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "title": TITLE, "schema-title";
        "sessions": Shape::List(&Shape::IdOf("SessionPlan")), "schema-Version-sessions";
        "per_week": Shape::Number(Number::U8), "schema-Version-per_week" = "2";
        "completion": Shape::Fields(&COMPLETION), "schema-Version-completion" = "()";
    },
};

static COMPLETION: Fields = Fields {
    name: "Completion",
    about: "schema-Completion",
    fields: fields! {
        "sessions": Shape::Maybe(&Shape::Number(Number::U16)), "schema-Completion-sessions" = "None";
        "essentials": Shape::YesNo, "schema-Completion-essentials" = "false";
    },
};
