//! `onward settings`: what the prison chose for this store, and choosing it.

use crate::cli::Options;
use crate::cli::exit::{Exit, Trouble};
use crate::cli::list::row;
use crate::cli::open::{self, Opened};
use crate::cli::output::print;
use crate::domain::entry::Entry;
use crate::domain::record::{Records, Stamp};
use crate::domain::setting::Setting;
use crate::say;
use crate::tui::shell::clock::now;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// Show what is chosen for this store, or choose
#[derive(Debug, Args)]
pub struct Settings {
    /// What to choose; without it everything is shown
    #[arg(requires = "value", value_parser = PossibleValuesParser::new(Setting::ALL.map(Setting::id)).try_map(|id| Setting::from_id(&id).ok_or(id)))]
    setting: Option<Setting>,
    /// What it is from now on
    value: Option<String>,
}

impl Settings {
    /// Shows or chooses.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let Opened { mut store, words, actor } = open::open_store(options)?;
        let failed = |failure| open::failed(&failure, &words);
        if let (Some(setting), Some(value)) = (self.setting, &self.value) {
            if !setting.takes(value) {
                return Err(Trouble::new(Exit::Usage, say!(words, "setting-refused", name = setting.id())));
            }
            let entry = Entry::Setting { item: setting.id().to_owned(), to: Some(Box::new(value.clone())) };
            store.record(&[entry], &Stamp { actor, at: now() }).map_err(failed)?;
        }
        let mut text = String::new();
        for setting in Setting::ALL.into_iter().filter(|one| self.setting.is_none_or(|wanted| wanted == *one)) {
            let value = setting.read(&store).map_err(failed)?;
            text += &row(&[(setting.id(), 20), (&value, 4), (&say!(words, setting.message()), 0)]);
            text.push('\n');
        }
        print(&text, &words).map(|()| Exit::Done)
    }
}
