//! What may stand in a guide.

use super::{
    COUNTRIES, Choice, Fields, MAYBE_LANGUAGE, MAYBE_NAME, MAYBE_NOTED, NAME, NEEDS, NOTED, STANDARDS, Shape, TEXT,
    TEXTS, TITLE, fields, options,
};

pub(super) static GUIDE: Fields = Fields {
    name: "Guide",
    about: "schema-Guide",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "language": MAYBE_LANGUAGE, "schema-language" = "None";
        "title": TITLE, "schema-title";
        "summary": TEXT, "schema-summary";
        "descends_from": MAYBE_NAME, "schema-descends_from" = "None";
        "source": NOTED, "schema-source";
        "as_of": Shape::Date, "schema-as_of";
        "review_by": Shape::Date, "schema-review_by";
        "countries": COUNTRIES, "schema-Guide-countries" = "[]";
        "needs": NEEDS, "schema-Guide-needs" = "[]";
        "serves": STANDARDS, "schema-serves" = "[]";
        "pages": Shape::List(&Shape::Fields(&PAGE)), "schema-Guide-pages";
    },
};

static PAGE: Fields = Fields {
    name: "Page",
    about: "schema-Page",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "title": TITLE, "schema-title";
        "parts": Shape::List(&Shape::Choice(&BLOCK)), "schema-Page-parts";
        "source": MAYBE_NOTED, "schema-Page-source" = "None";
    },
};

static BLOCK: Choice = Choice {
    name: "Block",
    about: "schema-Block",
    options: options! {
        Heading(TITLE), "schema-Block-Heading";
        Text(TEXT), "schema-Block-Text";
        Points(TEXTS), "schema-Block-Points";
        Steps(TEXTS), "schema-Block-Steps";
        Note(TEXT), "schema-Block-Note";
        Chart(Shape::List(&Shape::Fields(&SPOKEN))), "schema-Block-Chart";
    },
};

static SPOKEN: Fields = Fields {
    name: "Spoken",
    about: "schema-Spoken",
    fields: fields! {
        "language": Shape::Language, "schema-Spoken-language";
        "says": NAME, "schema-Spoken-says";
    },
};
