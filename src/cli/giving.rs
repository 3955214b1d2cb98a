//! What a command gives out is recorded first: what it was, to whom, and for what.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::open;
use crate::domain::entry::Entry;
use crate::domain::id::{Ids, PersonId};
use crate::domain::record::{About, Failure, Reads, Records, Stamp};
use crate::domain::setting::Setting;
use crate::domain::sharing::Topic;
use crate::domain::text::{LINE, clean};
use crate::domain::trace::{Disclosure, Recipient};
use crate::i18n::Words;
use crate::report::all_may_be_told;
use crate::say;
use crate::store::{Store, system_random};
use crate::tui::shell::clock::now;
use clap::Args;

/// To whom, and for what.
#[derive(Debug, Clone, Default, Args)]
pub struct Giving {
    /// To whom it goes: recorded, and needed where the setting disclosure-purpose asks for it
    #[arg(long, value_name = "WHO")]
    to: Option<String>,
    /// For what: recorded, and needed where the setting disclosure-purpose asks for it
    #[arg(long, value_name = "WHY")]
    purpose: Option<String>,
}

impl Giving {
    /// To whom it goes, or that it has to be said.
    pub fn recipient(&self, reads: &dyn Reads, words: &Words) -> Result<Recipient, Trouble> {
        let said = |text: &Option<String>| {
            let text = clean(text.as_deref().unwrap_or_default(), LINE);
            text.map_err(|fault| Trouble::new(Exit::Usage, words.text_fault(&fault)))
        };
        let recipient = Recipient { to: said(&self.to)?, purpose: said(&self.purpose)? };
        let asks = Setting::DisclosurePurpose.is_on(reads).map_err(|failure| open::failed(&failure, words))?;
        if asks && (recipient.to.is_empty() || recipient.purpose.is_empty()) {
            return Err(Trouble::new(Exit::Usage, say!(words, "giving-needed")));
        }
        Ok(recipient)
    }
}

/// That the recipient may be told who these people are, and everything about them.
pub fn told_of(
    recipient: &Recipient,
    people: impl IntoIterator<Item = PersonId>,
    reads: &dyn Reads,
    words: &Words,
) -> Result<(), Trouble> {
    let everything = Topic::ALL.into_iter().collect();
    let told = all_may_be_told(&recipient.to, &everything, people, reads, now().date_naive());
    told.map_err(|fault| Trouble::of(&fault, words))
}

/// Records that something is given out: before it is. `given` says it, with what tells it from other exports. A
/// store that can only be read takes nothing, and what is exported from it says so.
pub fn disclose(store: &mut Store, actor: &str, given: impl FnOnce(String) -> Vec<Entry>) -> Result<(), Failure> {
    if store.is_frozen() {
        return Ok(());
    }
    let at = now();
    let item = new_ids().next(at.timestamp_millis()).to_string();
    store.record(&given(item), &Stamp { actor: actor.to_owned(), at }).map(drop)
}

/// A list that is printed, of some people, or of everything where it is of none in particular: nothing of it is,
/// until this is on disk.
pub fn disclose_list(
    store: &mut Store,
    actor: &str,
    (report, format): (&str, &str),
    recipient: Recipient,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<(), Failure> {
    let head = store.head()?.to_string();
    let disclosure = Disclosure { report: report.to_owned(), format: format.to_owned(), recipient, head };
    let mut about: Vec<About> = people.into_iter().map(About::Person).collect();
    if about.is_empty() {
        about.push(About::Everything);
    }
    disclose(store, actor, |item| about.into_iter().map(|about| disclosure.clone().of(about, item.clone())).collect())
}

/// New identifiers.
pub fn new_ids() -> Ids {
    let mut seed = [0; 8];
    // Without randomness of the system identifiers still differ by the millisecond.
    let _ = system_random(&mut seed);
    Ids::new(u64::from_le_bytes(seed))
}
