//! Lists: found as typed, sorted as the language sorts, every row once whichever way it is paged.

use super::*;
use crate::domain::codes::{Country, Language};
use crate::domain::person::Spoken;
use crate::domain::record::{GroupsQuery, Needle, PeopleQuery, Reads, Records, Row, Window};
use crate::store::window::{Keyset, Run};
use crate::store::{forgotten, groups, people, today};
use rusqlite::params_from_iter;

fn crowd() -> (TempDir, Store) {
    let (home, mut store) = new_store();
    let names = [
        ("Kari", "Østby"),
        ("Ali", "Zadeh"),
        ("Liv", "Åsen"),
        ("Đorđe", "Đorđević"),
        ("İbrahim", "Şahin"),
        ("Ana", "Petrović"),
        ("Ana", "Petrović"),
        ("Suharto", ""),
        ("Nguyễn", "Văn An"),
    ];
    let mut people: Vec<_> =
        (1..).zip(names).map(|(n, (given, family))| somebody(n, &format!("{:04}", 411 + n), given, family)).collect();
    if let Entry::Person { to: Some(ali), .. } = &mut people[1] {
        ali.languages = vec![Spoken { language: Language::new("lt").unwrap(), level: None }];
        ali.country = Some(Country::new("IR").unwrap());
    }
    store.record(&people, &noon()).unwrap();
    (home, store)
}

fn query(order: &str, words: &[&str]) -> PeopleQuery {
    let needles = words.iter().map(|word| Needle { text: crate::domain::text::fold(word), ..Needle::default() });
    PeopleQuery { order: order.to_owned(), needles: needles.collect() }
}

fn families<T>(rows: &[Row<T>], name: impl Fn(&T) -> String) -> Vec<String> {
    rows.iter().map(|row| name(&row.value)).collect()
}

#[test]
fn names_sort_as_the_language_sorts_them() {
    let (_home, store) = crowd();
    let sorted = |order: &str| {
        let rows = store.people(&query(order, &[]), &Window::Start, 100).unwrap();
        families(&rows, |row| row.person.list_name()).join(" | ")
    };
    assert_eq!(
        sorted("en"),
        "Åsen, Liv | Đorđević, Đorđe | Østby, Kari | Petrović, Ana | Petrović, Ana | Şahin, İbrahim | Suharto | \
         Văn An, Nguyễn | Zadeh, Ali"
    );
    assert_eq!(
        sorted("nb"),
        "Đorđević, Đorđe | Petrović, Ana | Petrović, Ana | Şahin, İbrahim | Suharto | Văn An, Nguyễn | Zadeh, Ali | \
         Østby, Kari | Åsen, Liv"
    );
}

#[test]
fn people_are_found_by_every_word() {
    let (_home, store) = crowd();
    let found = |needles: Vec<Needle>| {
        let query = PeopleQuery { order: "en".to_owned(), needles };
        families(&store.people(&query, &Window::Start, 100).unwrap(), |row| row.id.0.to_string()).join(" ")
    };
    let text = |words: &[&str]| query("en", words).needles;
    for (words, ids) in [
        (vec!["ost"], "1"),
        (vec!["petrovic"], "6 7"),
        (vec!["PETROVIĆ", "ana"], "6 7"),
        (vec!["ana", "417"], "6"),
        (vec!["dordevic"], "4"),
        (vec!["ibrahim", "sahin"], "5"),
        (vec!["04"], "3 4 1 6 7 5 8 9 2"),
        // A code is no part of the text: `lt` and `ir` stand in nobody's name.
        (vec!["lt"], ""),
        (vec!["%"], ""),
    ] {
        assert_eq!(found(text(&words)), ids, "{words:?}");
    }
    let lithuanian =
        Needle { text: "lithuanian".to_owned(), languages: vec![Language::new("lt").unwrap()], ..Needle::default() };
    let iran = Needle { text: "iran".to_owned(), countries: vec![Country::new("IR").unwrap()], ..Needle::default() };
    assert_eq!(found(vec![lithuanian.clone()]), "2");
    assert_eq!(found(vec![iran, lithuanian.clone()]), "2");
    assert_eq!(found([vec![lithuanian], text(&["kari"])].concat()), "");
}

#[test]
fn a_changed_name_leaves_its_old_place() {
    let (_home, mut store) = crowd();
    store.record(&[somebody(2, "0413", "Ali", "Abadi")], &noon()).unwrap();
    assert!(store.people(&query("nb", &["zadeh"]), &Window::Start, 9).unwrap().is_empty());
    assert_eq!(store.people(&query("nb", &[]), &Window::Start, 1).unwrap()[0].value.person.family, "Abadi");
    store.undo(&noon()).unwrap();
    assert_eq!(store.people(&query("nb", &["zadeh"]), &Window::Start, 9).unwrap().len(), 1);
}

/// Every row once, both ways, by windows of `size`.
fn paged<T: Clone + std::fmt::Debug + PartialEq>(all: &[Row<T>], size: usize, read: impl Fn(&Window) -> Vec<Row<T>>) {
    let (mut forwards, mut window) = (Vec::new(), Window::Start);
    loop {
        let rows = read(&window);
        let Some(last) = rows.last() else { break };
        window = Window::After(last.cursor.clone());
        forwards.extend(rows);
    }
    assert_eq!(forwards, all, "forwards by {size}");
    let (mut backwards, mut window) = (Vec::new(), Window::End);
    loop {
        let mut rows = read(&window);
        let Some(first) = rows.first() else { break };
        window = Window::Before(first.cursor.clone());
        rows.append(&mut backwards);
        backwards = rows;
    }
    assert_eq!(backwards, all, "backwards by {size}");
    assert_eq!(read(&Window::From(all[1].cursor.clone()))[0], all[1]);
}

#[test]
fn paging_gives_every_row_once() {
    let (_home, mut store) = crowd();
    let record = sample_group();
    store
        .record(&[Entry::Course { course: record.group.course, to: Some(Box::new((*record.course).clone())) }], &noon())
        .unwrap();
    for n in 0..7_i64 {
        let mut group = record.group.clone();
        group.code = format!("K-{n}");
        // Some start on the same day.
        group.start = sample::day("2026-11-10") + chrono::Days::new(u64::try_from(n / 2).unwrap());
        let group_id = crate::domain::id::GroupId(100 - n);
        store.record(&[Entry::Group { group: group_id, to: Some(Box::new(group)) }], &noon()).unwrap();
    }
    let (people, any) = (query("nb", &[]), GroupsQuery::default());
    let everybody = store.people(&people, &Window::Start, 100).unwrap();
    let every_group = store.groups(&any, &Window::Start, 100).unwrap();
    assert_eq!((everybody.len(), every_group.len()), (9, 7));
    assert!(every_group.windows(2).all(|pair| pair[0].value.group.start >= pair[1].value.group.start));
    for size in [1, 2, 3, 100] {
        paged(&everybody, size, |window| store.people(&people, window, size).unwrap());
        paged(&every_group, size, |window| store.groups(&any, window, size).unwrap());
    }
}

#[test]
fn groups_are_found_by_code_room_and_facilitator() {
    let (_home, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    let found = |text: &str, unfinished| {
        let query = GroupsQuery { text: text.to_owned(), unfinished };
        store.groups(&query, &Window::Start, 9).unwrap().len()
    };
    assert_eq!([found("k-07", true), found("b2", true), found("nordmann", false), found("k-08", false)], [1, 1, 1, 0]);
    let mut finished = record.group.clone();
    finished.finished = Some(sample::day("2026-11-24"));
    store.record(&[Entry::Group { group: record.id, to: Some(Box::new(finished)) }], &noon()).unwrap();
    let found = |unfinished| {
        let query = GroupsQuery { text: String::new(), unfinished };
        store.groups(&query, &Window::Start, 9).unwrap().len()
    };
    assert_eq!([found(true), found(false)], [0, 1]);
}

#[test]
fn a_store_sorted_by_other_alphabets_is_sorted_anew() {
    let (home, store) = crowd();
    store.db.execute_batch("DELETE FROM find; UPDATE made SET value = 'of old'").unwrap();
    let store = reopened(&home, store);
    assert_eq!(store.people(&query("nb", &[]), &Window::End, 1).unwrap()[0].value.person.family, "Åsen");
}

/// What SQLite means to do for a statement.
fn plan<'a>(
    store: &Store,
    sql: &str,
    given: impl IntoIterator<Item = rusqlite::types::ToSqlOutput<'a>>,
) -> Vec<String> {
    let mut statement = store.db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let rows = statement.query_map(params_from_iter(given), |row| row.get::<_, String>(3)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn first_screens_read_by_index_alone() {
    let (_home, store) = crowd();
    let window = Window::After(crate::domain::record::Cursor { sort: Vec::new(), id: 0 });
    let (query, groups_query) = (query("nb", &[]), GroupsQuery { text: String::new(), unfinished: true });
    let (up, down) = (Keyset::of(&window, Run::Ascending), Keyset::of(&Window::Start, Run::Descending));
    let (people, given) = people::select(&query, &up, 20);
    let mut plans = vec![("people", plan(&store, &people, given))];
    let (groups, given) = groups::select(&groups_query, &down, 20).unwrap();
    plans.push(("groups", plan(&store, &groups, given)));
    plans.push(("today", plan(&store, &today::sessions(), ["2026-11-24".into(), 5.into(), 0.into()])));
    let since = ["2026-11-24".into(), "2026-11-10".into(), 5.into()];
    plans.push(("lacking", plan(&store, &forgotten::held(), since)));
    plans.push(("places", plan(&store, crate::store::free_places::SELECT, ["2026-12-08".into(), 5.into()])));
    let released_after = crate::store::applicants::select_released_after();
    plans.push(("fitting", plan(&store, &released_after, [739_000.into()])));
    plans.push(("place", plan(&store, crate::store::applicants::HAS_PLACE, [5.into(), "p".into()])));
    plans.push(("watch", plan(&store, crate::store::watch::SELECT, ["2026-11-24".into(), 5.into()])));
    plans.push(("undo", plan(&store, &crate::store::journal::select_undoable(), ["Kari".into()])));
    plans.push(("redo", plan(&store, &crate::store::journal::select_redoable(), ["Kari".into()])));
    plans.push(("sessions", plan(&store, &crate::store::register::sessions(false), [])));
    plans.push(("marks", plan(&store, &crate::store::register::marks(false), [])));
    for (name, lines) in &plans {
        // A scan in the order of an index that ends at the limit is fine, as is one of what was chosen.
        let whole = |line: &&String| {
            let chosen = line.starts_with("SCAN (")
                || ["SCAN s", "SCAN w", "SCAN chosen", "SCAN line", "SCAN CONSTANT ROW"].contains(&line.as_str());
            line.starts_with("SCAN") && !line.contains("INDEX") && !chosen
        };
        assert_eq!(lines.iter().filter(whole).collect::<Vec<_>>(), Vec::<&String>::new(), "{name}: {lines:#?}");
        let sorts = lines.iter().any(|line| line.contains("TEMP B-TREE"));
        assert!(!sorts || ["today", "coming", "forgotten", "lacking"].contains(name), "{name}: {lines:#?}");
    }
}
