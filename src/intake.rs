//! People out of a CSV file: what is in it, what taking it in would change, and what stands in the way.
//!
//! The first row that is not blank names the columns, in any interface language and any order. People
//! are found again by their reference. A name is read from two columns, or from one: `Petrović, Ana`,
//! or `Ana Petrović`, where the last word is the family name. An empty cell leaves what is recorded as
//! it is, and so does a column that the file does not have: an import never removes a fact.

mod columns;
mod encoding;
mod plan;
mod records;
mod said;
mod table;
#[cfg(test)]
mod tests;

pub use columns::Column;
pub use encoding::Encoding;
pub use plan::{Added, Changed, Plan, Refusal, Why};
pub use records::Quoting;
pub use table::{LIMIT, Note, Table, Unreadable, read};
