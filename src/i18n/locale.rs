//! The interface languages there are, and which one is meant.

/// An interface language with its files.
#[derive(Debug, PartialEq, Eq)]
pub struct Locale {
    /// BCP 47.
    pub tag: &'static str,
    /// Its own name for itself.
    pub name: &'static str,
    /// Fluent resources, in no particular order.
    pub files: &'static [&'static str],
    /// RON: names of languages and countries.
    pub names: &'static str,
}

macro_rules! files {
    ($tag:literal: $($file:literal),+ $(,)?) => {
        &[$(include_str!(concat!("../../locales/", $tag, "/", $file, ".ftl"))),+]
    };
}

macro_rules! locales {
    ($($tag:literal $name:literal),+; $files:tt) => {
        locales!(@each [$($tag $name),+] $files);
    };
    (@each [$($tag:literal $name:literal),+] ($($file:literal),+ $(,)?)) => {
        locales!(@list [$([$tag $name])+] [$($file),+]);
    };
    (@list [$([$tag:literal $name:literal])+] $list:tt) => {
        /// Every interface language; the first is the one to fall back on.
        pub const LOCALES: &[Locale] = &[$(Locale {
            tag: $tag,
            name: $name,
            files: locales!(@files $tag $list),
            names: include_str!(concat!("../../locales/", $tag, "/names.ron")),
        }),+];
    };
    (@files $tag:literal [$($file:literal),+]) => { files!($tag: $($file),+) };
}

locales! {
    "en" "English", "nb" "Norsk bokmål";
    (
        "attendance",
        "backup",
        "audit",
        "author",
        "before",
        "cards",
        "catalogue",
        "change",
        "clock",
        "concerns",
        "coverage",
        "dates",
        "demo",
        "desk",
        "difference",
        "doctor",
        "documents",
        "eligibility",
        "ending",
        "erasing",
        "facts",
        "failure",
        "fields",
        "gate",
        "giving",
        "group_screens",
        "groups",
        "history",
        "house",
        "intake",
        "keys",
        "licences",
        "lists",
        "opening",
        "paper",
        "pathways",
        "people",
        "planner",
        "plans",
        "programmes",
        "report",
        "reports",
        "retention",
        "review",
        "room",
        "schema",
        "room_safe",
        "services",
        "sharing",
        "staff",
        "today",
    )
}

impl Locale {
    /// The language that a BCP 47 or POSIX tag means (`nb-NO`, `no_NO.UTF-8`), if there is one.
    #[must_use]
    pub fn of(tag: &str) -> Option<&'static Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or("").to_lowercase();
        let primary = match primary.as_str() {
            // Nynorsk and the macrolanguage read Bokmål sooner than English.
            "no" | "nn" => "nb",
            other => other,
        };
        LOCALES.iter().find(|locale| locale.tag == primary)
    }

    /// The first of `wishes` that there is, else English.
    #[must_use]
    pub fn choose<'a>(wishes: impl IntoIterator<Item = &'a str>) -> &'static Self {
        wishes.into_iter().find_map(Self::of).unwrap_or(&LOCALES[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_there_is_wins() {
        for (wishes, tag) in [
            (vec!["nb-NO"], "nb"),
            (vec!["no_NO.UTF-8"], "nb"),
            (vec!["nn", "en"], "nb"),
            (vec!["C"], "en"),
            (vec!["C.UTF-8", ""], "en"),
            (vec!["POSIX", "nb"], "nb"),
            (vec!["de-DE", "nb"], "nb"),
            (vec!["EN-gb"], "en"),
            (vec![], "en"),
        ] {
            assert_eq!(Locale::choose(wishes.clone()).tag, tag, "{wishes:?}");
        }
    }
}
