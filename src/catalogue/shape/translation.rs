//! What may stand in a translation.

use super::{Choice, Fields, NAME, Shape, fields, options};

pub(super) static TRANSLATION: Fields = Fields {
    name: "Translation",
    about: "schema-Translation",
    fields: fields! {
        "translates": Shape::Id, "schema-Translation-translates";
        "language": Shape::Language, "schema-Translation-language";
        "review": Shape::Choice(&REVIEW), "schema-Translation-review" = "Awaiting";
        "partial": Shape::YesNo, "schema-Translation-partial" = "false";
        "texts": Shape::List(&Shape::Fields(&TRANSLATED)), "schema-Translation-texts";
    },
};

static REVIEW: Choice = Choice {
    name: "Review",
    about: "schema-Review",
    options: options! {
        Awaiting, "schema-Review-Awaiting";
        Reviewed {
            "by": NAME, "schema-Review-by";
            "on": Shape::Date, "schema-Review-on";
        }, "schema-Review-Reviewed";
    },
};

static TRANSLATED: Fields = Fields {
    name: "Translated",
    about: "schema-Translated",
    fields: fields! {
        "part": NAME, "schema-Translated-part";
        "of": Shape::Digest, "schema-Translated-of";
        "text": Shape::Unwritten, "schema-Translated-text";
        "changed": Shape::YesNo, "schema-Translated-changed" = "false";
    },
};
