//! What taking a table in would add and change, and everything that stands in the way. Nothing is written.

use crate::domain::entry::Entry;
use crate::domain::field::{Field, FieldFault, Names, split_name};
use crate::domain::id::{Ids, PersonId};
use crate::domain::person::{Person, PersonFault};
use crate::domain::record::{Failure, Reads};
use crate::domain::text::{LINE, clean};
use crate::domain::trace::Combination;
use crate::i18n::Words;
use crate::i18n::meaning::Lexicon;
use crate::intake::columns::Column;
use crate::intake::records::{Broken, Quoting, Record};
use crate::intake::table::{Heading, Note, Table, brief};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::path::Path;

/// Somebody the record does not have yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    pub row: usize,
    pub person: Person,
}

/// Somebody of whom the file says something else than the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    pub row: usize,
    pub id: PersonId,
    pub old: Person,
    pub new: Person,
    /// The fields that differ.
    pub fields: Vec<Field>,
}

/// Something in the file that cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// As a spreadsheet counts, the header being row 1.
    pub row: usize,
    /// The line of the file on which the row begins: another number where cells hold line breaks.
    pub line: usize,
    /// The column as the file names it, where one is to blame.
    pub column: Option<String>,
    /// The beginning of what stands there.
    pub value: String,
    pub why: Why,
}

/// Why something was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    Field(FieldFault),
    Person(PersonFault),
    /// The reference stands in an earlier row as well.
    Twice {
        row: usize,
    },
    /// Another number of cells than the header has.
    Cells {
        cells: usize,
        columns: usize,
    },
    /// Reading stopped here.
    Quoting(Quoting),
}

/// What taking a table in would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    pub added: Vec<Added>,
    pub changed: Vec<Changed>,
    /// Rows that say what is recorded already.
    pub unchanged: usize,
    pub refused: Vec<Refusal>,
    pub notes: Vec<Note>,
}

impl Plan {
    /// Whether there is nothing to take in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }

    /// Everything as entries, new people in the order of the file; `None` while anything is refused.
    #[must_use]
    pub fn entries(&self, ids: &mut Ids, millis: i64) -> Option<Vec<Entry>> {
        if !self.refused.is_empty() {
            return None;
        }
        let entry = |person, to: &Person| Entry::Person { person, to: Some(Box::new(to.clone())) };
        let added = self.added.iter().map(|added| entry(PersonId(ids.next(millis)), &added.person));
        let changed = self.changed.iter().map(|changed| entry(changed.id, &changed.new));
        Some(added.chain(changed).collect())
    }

    /// That it came from the file at `path`, to be recorded with it.
    #[must_use]
    pub fn origin(&self, path: &Path, ids: &mut Ids, millis: i64) -> Entry {
        let source = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let to = Combination { source, added: self.added.len(), changed: self.changed.len() };
        Entry::Combination { item: ids.next(millis).to_string(), to: Some(Box::new(to)) }
    }
}

impl Table {
    /// Holds every row against the record: a dry run.
    ///
    /// # Errors
    /// [`Failure`] when the record cannot be read.
    pub fn plan(&self, reads: &dyn Reads, words: &Words, today: NaiveDate) -> Result<Plan, Failure> {
        let known = |reference: &str| {
            let Some(id) = reads.person_by_reference(reference)? else { return Ok(None) };
            Ok(reads.person(id)?.map(|person| (id, person)))
        };
        self.plan_with(&known, words, today)
    }

    pub(super) fn plan_with(&self, known: Known, words: &Words, today: NaiveDate) -> Result<Plan, Failure> {
        let mut planning = Planning {
            headings: &self.headings,
            known,
            names: Lexicon::new(words),
            today,
            seen: HashMap::new(),
            plan: Plan { notes: self.notes(), ..Plan::default() },
        };
        for record in self.records() {
            match record {
                Ok(record) => planning.take(&record)?,
                Err(Broken { row, line, quoting }) => {
                    let why = Why::Quoting(quoting);
                    planning.plan.refused.push(Refusal { row, line, column: None, value: String::new(), why });
                }
            }
        }
        Ok(planning.plan)
    }
}

/// Finds who has a reference.
type Known<'a> = &'a dyn Fn(&str) -> Result<Option<(PersonId, Person)>, Failure>;

struct Planning<'a> {
    headings: &'a [Heading],
    known: Known<'a>,
    names: Lexicon<'a>,
    today: NaiveDate,
    /// The row in which each reference stood first.
    seen: HashMap<String, usize>,
    plan: Plan,
}

impl Planning<'_> {
    fn take(&mut self, record: &Record) -> Result<(), Failure> {
        let before = self.plan.refused.len();
        if !self.fits(record) {
            return Ok(());
        }
        let reference = self.reference(record);
        let known = match &reference {
            Some(reference) => (self.known)(reference)?,
            None => None,
        };
        let old = known.as_ref().map(|(_, person)| person);
        let mut new = old.cloned().unwrap_or_default();
        for (at, cell) in record.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            if let Err(fault) = self.set(at, cell, &mut new) {
                self.refuse(record, Some(at), cell, Why::Field(fault));
            }
        }
        if self.plan.refused.len() == before {
            self.judge(record, old, &new);
        }
        if self.plan.refused.len() == before {
            self.sort(record.row, known, new);
        }
        Ok(())
    }

    /// Whether the row has a cell for each column: one that has not may have lost one anywhere.
    fn fits(&mut self, record: &Record) -> bool {
        let columns = self.headings.len();
        let beyond = record.cells.iter().skip(columns).any(|cell| !cell.trim().is_empty());
        let fits = record.cells.len() >= columns && !beyond;
        if !fits {
            self.refuse(record, None, "", Why::Cells { cells: record.cells.len(), columns });
        }
        fits
    }

    /// The reference of the row, refused when it is missing or stood in an earlier one.
    fn reference(&mut self, record: &Record) -> Option<String> {
        let at = self.place(Column::Field(Field::Reference))?;
        let cell = record.cells.get(at)?;
        let mut person = Person::default();
        match Field::Reference.set(&mut person, cell, &self.names) {
            Ok(()) => {}
            // Said when the cell itself is read; an empty one is not.
            Err(FieldFault::Required) => {
                self.refuse(record, Some(at), cell, Why::Field(FieldFault::Required));
                return None;
            }
            Err(_) => return None,
        }
        let first = *self.seen.entry(person.reference.clone()).or_insert(record.row);
        if first != record.row {
            self.refuse(record, Some(at), cell, Why::Twice { row: first });
        }
        Some(person.reference)
    }

    fn set(&self, at: usize, cell: &str, person: &mut Person) -> Result<(), FieldFault> {
        let Some(heading) = self.headings.get(at) else { return Ok(()) };
        match heading.column {
            None => Ok(()),
            Some(Column::Name) => set_name(cell, person, &self.names),
            // Between dots the day always comes first.
            Some(Column::Field(field)) if field.is_date() && heading.day_first => {
                field.set(person, &cell.replace('/', "."), &self.names)
            }
            Some(Column::Field(field)) => field.set(person, cell, &self.names),
        }
    }

    /// Refuses what cannot be right about the facts together, except what was recorded like that.
    fn judge(&mut self, record: &Record, old: Option<&Person>, new: &Person) {
        let before = old.map_or_else(Vec::new, |old| old.faults(self.today));
        for fault in new.faults(self.today).into_iter().filter(|fault| !before.contains(fault)) {
            let at = self.place(Column::Field(fault.field())).or_else(|| self.place(Column::Name));
            let cell = at.and_then(|at| record.cells.get(at)).map_or("", |cell| cell);
            self.refuse(record, at, cell, Why::Person(fault));
        }
    }

    fn sort(&mut self, row: usize, known: Option<(PersonId, Person)>, new: Person) {
        match known {
            None => self.plan.added.push(Added { row, person: new }),
            Some((_, old)) if old == new => self.plan.unchanged += 1,
            Some((id, old)) => {
                let differs = |field: &Field| field.get(&old, &self.names) != field.get(&new, &self.names);
                let fields = Field::ALL.into_iter().filter(differs).collect();
                self.plan.changed.push(Changed { row, id, old, new, fields });
            }
        }
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.headings.iter().position(|heading| heading.column == Some(column))
    }

    fn refuse(&mut self, record: &Record, at: Option<usize>, cell: &str, why: Why) {
        let column = at.and_then(|at| self.headings.get(at)).map(|heading| heading.name.clone());
        let value = brief(cell).into_owned();
        self.plan.refused.push(Refusal { row: record.row, line: record.line, column, value, why });
    }
}

/// Parts a whole name, unless it is the recorded one, which staff may have parted better.
fn set_name(cell: &str, person: &mut Person, names: &dyn Names) -> Result<(), FieldFault> {
    let name = clean(cell, LINE).map_err(FieldFault::Text)?;
    if [person.name(), person.list_name()].contains(&name) {
        return Ok(());
    }
    let (given, family) = split_name(&name);
    Field::Given.set(person, &given, names)?;
    Field::Family.set(person, &family, names)
}
