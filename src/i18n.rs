//! The interface language: picking it, saying messages, dates, names of languages and countries.

pub mod agenda;
mod audit;
pub mod change;
mod clash;
mod coverage;
pub mod dates;
pub mod difference;
pub mod ending;
pub mod entry;
pub mod facts;
pub mod failure;
pub mod field;
pub mod find;
pub mod labels;
pub mod locale;
pub mod meaning;
mod messages;
pub mod names;
pub mod numbers;
mod pathway;
mod plan;
pub mod question;
mod retention;
mod room_safe;
pub mod rule;
pub mod spoken;
mod training;
pub mod verdict;
pub mod words;

pub use locale::Locale;
pub use words::Words;

/// Says a message: `say!(words, "people-found", count = 3)`. Texts among the values are escaped.
///
/// A test reads every use: the message must exist in every locale with just these variables.
#[macro_export]
macro_rules! say {
    ($words:expr, $id:expr $(,)?) => { $words.say($id, &[]) };
    ($words:expr, $id:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $words.say($id, &[$((stringify!($name), $crate::i18n::words::Value::from($value))),+])
    };
}
