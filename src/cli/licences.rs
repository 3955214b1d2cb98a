//! `onward licences`: what is built in, and under which licences. The bill and the texts are made from what cargo
//! resolves, and held to it, by `tests/sbom`.

use crate::cli::exit::{Exit, Trouble};
use crate::cli::list::row;
use crate::cli::output::{print, stream};
use crate::cli::{Options, place};
use crate::domain::record::Failure;
use crate::say;
use clap::Args;
use serde::Deserialize;

/// The bill of materials, as CycloneDX has it.
const BILL: &str = include_str!("licences/sbom.json");

/// The licences of what is built in, word for word.
const TEXTS: &str = include_str!("licences/texts.txt");

/// List what the program is made of, with versions and licences
///
/// For whoever has to account for what runs on a machine. No store is opened.
#[derive(Debug, Args)]
pub struct Licences {
    /// The licences of what is built in, word for word
    #[arg(long, conflicts_with = "sbom")]
    texts: bool,
    /// The same as a bill of materials (SBOM) for programs: CycloneDX 1.5, JSON
    #[arg(long)]
    sbom: bool,
}

impl Licences {
    /// Prints one of the three.
    pub fn run(&self, options: &Options) -> Result<Exit, Trouble> {
        let words = place::words(options, None);
        if self.sbom || self.texts {
            return print(if self.sbom { BILL } else { TEXTS }, &words).map(|()| Exit::Done);
        }
        stream(&words, |out| {
            let bill: Bill = serde_json::from_str(BILL).map_err(Failure::from)?;
            let heading =
                [say!(words, "licences-part"), say!(words, "licences-version"), say!(words, "licences-licence")];
            writeln!(out, "{}", line(heading.each_ref().map(String::as_str), ""))?;
            let only_builds = say!(words, "licences-builds");
            for part in &bill.components {
                let licence = part.licenses.first().map_or("", |licence| licence.expression.as_str());
                let how = if part.is_built_in() { "" } else { only_builds.as_str() };
                writeln!(out, "{}", line([&part.name, &part.version, licence], how))?;
            }
            let built_in = bill.components.iter().filter(|part| part.is_built_in()).count();
            let others = bill.components.len() - built_in;
            Ok(writeln!(out, "\n{}", say!(words, "licences-foot", count = built_in, others = others))?)
        })?;
        Ok(Exit::Done)
    }
}

fn line([part, version, licence]: [&str; 3], how: &str) -> String {
    row(&[(part, 24), (version, 11), (licence, 24), (how, 0)])
}

/// As much of the bill as the list needs.
#[derive(Deserialize)]
struct Bill {
    components: Vec<Part>,
}

#[derive(Deserialize)]
struct Part {
    name: String,
    version: String,
    scope: String,
    licenses: Vec<Licence>,
}

impl Part {
    /// Whether it is in the program, and not only needed to build it.
    fn is_built_in(&self) -> bool {
        self.scope == "required"
    }
}

#[derive(Deserialize)]
struct Licence {
    expression: String,
}
