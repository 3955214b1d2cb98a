//! What may stand in a file of closed days.

use super::{Choice, Fields, Shape, TITLE, fields, options};

pub(super) static CLOSED_DAYS: Fields = Fields {
    name: "ClosedDays",
    about: "schema-ClosedDays",
    fields: fields! { "closed": Shape::List(&Shape::Fields(&CLOSURE)), "schema-ClosedDays-closed"; },
};

static CLOSURE: Fields = Fields {
    name: "Closure",
    about: "schema-Closure",
    fields: fields! {
        "when": Shape::Choice(&WHEN), "schema-Closure-when";
        "why": TITLE, "schema-Closure-why";
    },
};

static WHEN: Choice = Choice {
    name: "When",
    about: "schema-When",
    options: options! {
        On(Shape::Date), "schema-When-On";
        Between(Shape::Date, Shape::Date), "schema-When-Between";
        EveryYear(Shape::MonthDay), "schema-When-EveryYear";
        Every(Shape::Choice(&WEEKDAY)), "schema-When-Every";
    },
};

static WEEKDAY: Choice = Choice {
    name: "Weekday",
    about: "schema-Weekday",
    options: options! {
        Mon, "schema-Weekday-Mon"; Tue, "schema-Weekday-Tue"; Wed, "schema-Weekday-Wed"; Thu, "schema-Weekday-Thu";
        Fri, "schema-Weekday-Fri"; Sat, "schema-Weekday-Sat"; Sun, "schema-Weekday-Sun";
    },
};
