//! What may stand in a directory of agencies.

use super::{
    COUNTRIES, Fields, LANGUAGES, MAYBE_LANGUAGE, MAYBE_NAME, MAYBE_NOTED, NAME, NEEDS, NOTED, OPTIONAL, Shape, TEXT,
    TITLE, fields,
};

const MAYBE_DATE: Shape = Shape::Maybe(&Shape::Date);
const PHONES: Shape = Shape::List(&Shape::Fields(&PHONE));

pub(super) static DIRECTORY: Fields = Fields {
    name: "Directory",
    about: "schema-Directory",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "language": MAYBE_LANGUAGE, "schema-language" = "None";
        "title": TITLE, "schema-title";
        "source": NOTED, "schema-source";
        "as_of": Shape::Date, "schema-as_of";
        "review_by": Shape::Date, "schema-review_by";
        "agencies": Shape::List(&Shape::Fields(&AGENCY)), "schema-Directory-agencies";
    },
};

static AGENCY: Fields = Fields {
    name: "Agency",
    about: "schema-Agency",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "name": NAME, "schema-Agency-name";
        "alternate_name": MAYBE_NAME, "schema-Agency-alternate_name" = "None";
        "description": TEXT, "schema-Agency-description";
        "website": MAYBE_NAME, "schema-website" = "None";
        "email": MAYBE_NAME, "schema-email" = "None";
        "phones": PHONES, "schema-phones" = "[]";
        "addresses": Shape::List(&Shape::Fields(&ADDRESS)), "schema-Agency-addresses" = "[]";
        "contacts": Shape::List(&Shape::Fields(&CONTACT)), "schema-Agency-contacts" = "[]";
        "services": Shape::List(&Shape::Fields(&SERVICE)), "schema-Agency-services" = "[]";
        "source": MAYBE_NOTED, "schema-Agency-source" = "None";
        "as_of": MAYBE_DATE, "schema-Agency-as_of" = "None";
        "review_by": MAYBE_DATE, "schema-Agency-review_by" = "None";
    },
};

static SERVICE: Fields = Fields {
    name: "Service",
    about: "schema-Service",
    fields: fields! {
        "id": Shape::Id, "schema-id";
        "name": TITLE, "schema-Service-name";
        "description": OPTIONAL, "schema-Service-description" = "{}";
        "needs": NEEDS, "schema-Service-needs";
        "countries": COUNTRIES, "schema-Service-countries" = "[]";
        "languages": LANGUAGES, "schema-Service-languages" = "[]";
        "eligibility": OPTIONAL, "schema-Service-eligibility" = "{}";
        "fees": OPTIONAL, "schema-Service-fees" = "{}";
        "apply": OPTIONAL, "schema-Service-apply" = "{}";
        "hours": OPTIONAL, "schema-Service-hours" = "{}";
        "website": MAYBE_NAME, "schema-website" = "None";
        "email": MAYBE_NAME, "schema-email" = "None";
        "phones": PHONES, "schema-phones" = "[]";
    },
};

static PHONE: Fields = Fields {
    name: "Phone",
    about: "schema-Phone",
    fields: fields! {
        "number": NAME, "schema-Phone-number";
        "description": OPTIONAL, "schema-Phone-description" = "{}";
        "languages": LANGUAGES, "schema-Phone-languages" = "[]";
    },
};

static ADDRESS: Fields = Fields {
    name: "Address",
    about: "schema-Address",
    fields: fields! {
        "lines": Shape::List(&NAME), "schema-Address-lines";
        "city": NAME, "schema-Address-city";
        "postal_code": MAYBE_NAME, "schema-Address-postal_code" = "None";
        "country": Shape::Country, "schema-Address-country";
    },
};

static CONTACT: Fields = Fields {
    name: "Contact",
    about: "schema-Contact",
    fields: fields! {
        "name": NAME, "schema-Contact-name";
        "title": OPTIONAL, "schema-Contact-title" = "{}";
        "email": MAYBE_NAME, "schema-email" = "None";
        "phones": PHONES, "schema-phones" = "[]";
    },
};
