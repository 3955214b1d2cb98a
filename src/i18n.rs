//! The interface language: picking it, saying messages, dates, names of languages and countries.
