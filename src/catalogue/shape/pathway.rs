//! What may stand in a pathway.

use super::programme::LEGAL_STATUS;
use super::{
    Choice, Fields, LINES, MAYBE_LANGUAGE, MAYBE_NAME, NEEDS, NOTED, Number, QUESTIONS, STANDARDS, Shape, TEXT, TEXTS,
    TITLE, fields, options,
};

pub(super) static PATHWAY: Fields = Fields {
    name: "Pathway",
    about: "schema-Pathway",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "language": MAYBE_LANGUAGE, "schema-language" = "None";
        "title": TITLE, "schema-title";
        "summary": TEXT, "schema-summary";
        "descends_from": MAYBE_NAME, "schema-descends_from" = "None";
        "source": NOTED, "schema-source";
        "as_of": Shape::Date, "schema-as_of";
        "review_by": Shape::Date, "schema-review_by";
        "serves": STANDARDS, "schema-serves" = "[]";
        "needs": NEEDS, "schema-Pathway-needs" = "[]";
        "trained": TEXTS, "schema-trained" = "[]";
        "offered_to": Shape::List(&Shape::Choice(&LEGAL_STATUS)), "schema-Pathway-offered_to" = "[]";
        "access": Shape::Choice(&ACCESS), "schema-Pathway-access" = "Ordinary";
        "agencies": Shape::List(&Shape::IdOf("Agency")), "schema-Pathway-agencies" = "[]";
        "limits": Shape::List(&Shape::Fields(&LIMIT)), "schema-Pathway-limits" = "[]";
        "steps": Shape::List(&Shape::Fields(&STEP)), "schema-Pathway-steps";
    },
};

static ACCESS: Choice = Choice {
    name: "Access",
    about: "schema-Access",
    options: options! {
        Ordinary, "schema-Access-Ordinary";
        Restricted, "schema-Access-Restricted";
    },
};

static LIMIT: Fields = Fields {
    name: "Limit",
    about: "schema-Limit",
    fields: fields! {
        "of": Shape::List(&Shape::IdOf("Question")), "schema-Limit-of";
        "at_most": Shape::Number(Number::U32), "schema-Limit-at_most";
    },
};

static STEP: Fields = Fields {
    name: "Step",
    about: "schema-Step",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "title": TITLE, "schema-title";
        "do": LINES, "schema-Step-do" = "[]";
        "owner": Shape::Choice(&OWNER), "schema-Step-owner";
        "due": Shape::Maybe(&Shape::Fields(&DUE)), "schema-Step-due" = "None";
        "before": Shape::List(&Shape::Choice(&BEFORE)), "schema-Step-before" = "[]";
        "reaches": Shape::Maybe(&Shape::Choice(&REACHES)), "schema-Step-reaches" = "None";
        "record": QUESTIONS, "schema-Step-record" = "[]";
        "ways": Shape::List(&Shape::Fields(&WAY)), "schema-Step-ways" = "[]";
        "then": Shape::Choice(&GOAL), "schema-Step-then" = "Next";
        "escalates": Shape::Maybe(&Shape::Fields(&ESCALATION)), "schema-Step-escalates" = "None";
        "access": Shape::Choice(&ACCESS), "schema-Step-access" = "Ordinary";
        "serves": STANDARDS, "schema-serves" = "[]";
    },
};

static OWNER: Choice = Choice {
    name: "Owner",
    about: "schema-Owner",
    options: options! {
        Person, "schema-Owner-Person";
        Facilitator, "schema-Owner-Facilitator";
        Coordinator, "schema-Owner-Coordinator";
        SocialWorker, "schema-Owner-SocialWorker";
        Healthcare, "schema-Owner-Healthcare";
        Agency(Shape::IdOf("Agency")), "schema-Owner-Agency";
    },
};

static DUE: Fields = Fields {
    name: "Due",
    about: "schema-Due",
    fields: fields! {
        "from": Shape::Choice(&ANCHOR), "schema-Due-from";
        "days": Shape::Number(Number::I16), "schema-Due-days" = "0";
        "months": Shape::Number(Number::I8), "schema-Due-months" = "0";
        "every": Shape::Maybe(&Shape::Number(Number::U16)), "schema-Due-every" = "None";
    },
};

static ANCHOR: Choice = Choice {
    name: "Anchor",
    about: "schema-Anchor",
    options: options! {
        Start, "schema-Anchor-Start";
        Release, "schema-Anchor-Release";
        Detention, "schema-Anchor-Detention";
        Step(Shape::IdOf("Step")), "schema-Anchor-Step";
        Answer(Shape::IdOf("Question")), "schema-Anchor-Answer";
    },
};

static BEFORE: Choice = Choice {
    name: "Before",
    about: "schema-Before",
    options: options! {
        Consent, "schema-Before-Consent";
        Interpreter, "schema-Before-Interpreter";
        Paper(TITLE), "schema-Before-Paper";
        Answer(Shape::IdOf("Question")), "schema-Before-Answer";
        Known(Shape::Choice(&FACT)), "schema-Before-Known";
    },
};

static FACT: Choice = Choice {
    name: "Fact",
    about: "schema-Fact",
    options: options! {
        Release, "schema-Fact-Release";
        Detention, "schema-Fact-Detention";
        Nationality, "schema-Fact-Nationality";
        Languages, "schema-Fact-Languages";
    },
};

static REACHES: Choice = Choice {
    name: "Reaches",
    about: "schema-Reaches",
    options: options! {
        Consulate, "schema-Reaches-Consulate";
        Authority, "schema-Reaches-Authority";
        AuthorityAbroad, "schema-Reaches-AuthorityAbroad";
        Agency(Shape::IdOf("Agency")), "schema-Reaches-Agency";
        Somebody, "schema-Reaches-Somebody";
    },
};

static WAY: Fields = Fields {
    name: "Way",
    about: "schema-Way",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "text": TITLE, "schema-Way-text";
        "to": Shape::Choice(&GOAL), "schema-Way-to" = "Next";
        "why": Shape::YesNo, "schema-Way-why" = "false";
    },
};

static GOAL: Choice = Choice {
    name: "Goal",
    about: "schema-Goal",
    options: options! {
        Next, "schema-Goal-Next";
        Step(Shape::IdOf("Step")), "schema-Goal-Step";
        End, "schema-Goal-End";
    },
};

static ESCALATION: Fields = Fields {
    name: "Escalation",
    about: "schema-Escalation",
    fields: fields! {
        "to": Shape::Choice(&OWNER), "schema-Escalation-to";
        "after_days": Shape::Number(Number::U16), "schema-Escalation-after_days";
    },
};
