//! Any bytes as a file of people: read, or refused in words; and what taking it in would change is always told.

#![no_main]

use libfuzzer_sys::fuzz_target;
use onward::i18n::{Locale, Words};
use onward::intake::read;
use onward::store::{Cost, Store, system_random};

thread_local! {
    /// Nobody is in it, and nothing is recorded.
    static STORE: (tempfile::TempDir, Store) = {
        let folder = tempfile::tempdir().expect("a folder");
        let cost = Cost { memory_kib: 64, passes: 1, lanes: 1 };
        let made = Store::create(&folder.path().join("store"), "Fuzz", "seven grey herons", cost, &mut system_random);
        (folder, made.expect("a store").0)
    };
    static WORDS: [Words; 2] = ["en", "nb"].map(|tag| Words::new(Locale::choose([tag])));
}

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    WORDS.with(|words| {
        let words = &words[usize::from(*first) % 2];
        match read(bytes, words) {
            Err(fault) => assert!(!fault.say(words).is_empty()),
            Ok(table) => {
                table.notes().iter().for_each(|note| assert!(!note.say(words).is_empty()));
                let today = "2026-11-24".parse().expect("a day");
                let plan = STORE.with(|(_, store)| table.plan(store, words, today));
                let plan = plan.expect("an empty store can be read");
                assert!(plan.changed.is_empty() && plan.added.len() <= table.rows(), "{plan:?}");
                assert!(plan.refused.iter().all(|refusal| !refusal.say(words).is_empty()), "{plan:?}");
            }
        }
    });
});
