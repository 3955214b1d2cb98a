//! What is written of plans, of what may be told, of coverage and of the house, from a store that holds an example of
//! each: and that nothing goes to anybody by name without a basis.

use super::{now, words};
use crate::domain::entry::Entry;
use crate::domain::id::{GroupId, PersonId};
use crate::domain::person::LegalStatus;
use crate::domain::record::Records;
use crate::domain::sample::{self, day};
use crate::domain::sharing::{Topic, Untold};
use crate::domain::shelf::Services;
use crate::domain::trace::Recipient;
use crate::report::{Fault, Format, Ground, Report, Request, Watch, write};
use crate::store::Store;
use crate::store::tests::{entries, new_store, noon, sample_group};
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

const ANA: PersonId = PersonId(1);

fn store() -> (TempDir, Store) {
    let (folder, mut store) = new_store();
    let record = sample_group();
    store.record(&entries(&record), &noon()).unwrap();
    store.record(&sample::persons_plan(ANA), &noon()).unwrap();
    store.record(&sample::house(record.id), &noon()).unwrap();
    (folder, store)
}

fn written(store: &Store, request: &Request) -> Result<String, Fault> {
    let (words, stop) = (words("en"), AtomicBool::new(false));
    let zone = |_| *now().offset();
    let ground = Ground::new(store, &words, now(), &zone, &stop);
    let mut out = Vec::new();
    write(request, &ground, &mut out, &mut Watch { told: &mut |_| (), stop: &stop })?;
    Ok(String::from_utf8(out).unwrap())
}

#[test]
fn plans_hand_overs_coverage_and_action_plans_as_text() {
    let (_folder, store) = store();
    let about = |report| Request::new(report).about(ANA).written(Format::Markdown);
    let hand_over = Request { partner: Some("83".to_owned()), ..about(Report::HandOver) };
    for (name, request) in [
        ("plan_md", about(Report::Plan)),
        ("hand_over_md", hand_over),
        ("coverage_person_md", about(Report::Coverage)),
        ("action_plan_md", Request::new(Report::ActionPlan).written(Format::Markdown)),
        ("action_plan_group_csv", Request::new(Report::ActionPlan).in_group(GroupId(7))),
    ] {
        insta::assert_snapshot!(name, written(&store, &request).unwrap());
    }
    let whole = written(&store, &about(Report::Person)).unwrap();
    assert!(whole.contains("Ask the consulate for a passport") && whole.contains("Execution of Sentences"), "{whole}");
    let complete = written(&store, &Request::new(Report::Completeness).written(Format::Markdown)).unwrap();
    assert!(complete.contains("Actions that are overdue"), "{complete}");
    let evaluation = written(&store, &Request::new(Report::Evaluation).written(Format::Markdown)).unwrap();
    assert!(evaluation.contains("Needs of those who took part"), "{evaluation}");
}

#[test]
fn a_hand_over_holds_what_was_named_and_nothing_else() {
    let (_folder, store) = store();
    let request = Request { partner: Some("83".to_owned()), ..Request::new(Report::HandOver).about(ANA) };
    let sheet = written(&store, &request.written(Format::Markdown)).unwrap();
    assert!(sheet.contains("passport") && sheet.contains("0412"), "{sheet}");
    // Her goals, what she thought through, and when she is released were not named.
    for untold in ["children", "aunt", "Dec", "2027"] {
        assert!(!sheet.contains(untold), "{untold}: {sheet}");
    }
    let nobody = Request::new(Report::HandOver).about(ANA).written(Format::Markdown);
    assert!(matches!(written(&store, &nobody), Err(Fault::ToWhom)));
}

#[test]
fn nothing_about_a_person_goes_to_anybody_by_name_without_a_basis() {
    let (_folder, mut store) = store();
    let to = |name: &str| Recipient { to: name.to_owned(), purpose: String::new() };
    let of = |report: Report| Request::new(report).about(ANA);
    let today = day("2026-11-24");
    let refused = |store: &Store, report: Report, name: &str| match of(report).released_to(to(name), store, today) {
        Err(Fault::Untold(untold)) => Some(untold),
        Err(other) => panic!("{other}"),
        Ok(_) => None,
    };
    assert_eq!(refused(&store, Report::Person, ""), None);
    assert_eq!(refused(&store, Report::Sheet, "Ana Petrović"), None);
    assert_eq!(refused(&store, Report::Sheet, "Embassy"), Some(Untold::Nobody("Embassy".to_owned())));
    assert!(matches!(refused(&store, Report::Person, "Probation"), Some(Untold::Beyond(_))));
    assert!(matches!(refused(&store, Report::Plan, "Probation"), Some(Untold::Beyond(_))));
    // The sheet names its recipient itself; without the line of the matrix there is none.
    let sheet = of(Report::HandOver).for_partner("probation", &store).unwrap();
    assert_eq!(sheet.clone().released_to(to(""), &store, today).unwrap().1.to, "Probation");
    store.record(&[Entry::Partner { person: ANA, item: "83".into(), to: None }], &noon()).unwrap();
    assert!(matches!(sheet.clone().released_to(to(""), &store, today), Err(Fault::ToWhom)));
}

#[test]
fn what_names_a_group_goes_to_somebody_by_name_only_once_everybody_in_it_has_agreed() {
    let (_folder, mut store) = store();
    let group = sample_group();
    let today = day("2026-11-24");
    let given = |store: &Store, request: &Request, name: &str| {
        let to = Recipient { to: name.to_owned(), purpose: String::new() };
        match request.clone().released_to(to, store, today) {
            Err(Fault::NotAllAgreed { count, .. }) => count,
            Err(other) => panic!("{other}"),
            Ok(_) => 0,
        }
    };
    let of = |report: Report| Request::new(report).in_group(group.id);
    let named = || group.members.iter().chain(&group.visitors);
    let everybody = named().count();
    for report in [Report::Register, Report::Session, Report::Group, Report::Completeness, Report::Bundle] {
        assert_eq!(given(&store, &of(report), "Probation"), everybody, "{report:?}");
        // Of all groups it names everybody there is.
        assert_eq!(given(&store, &Request::new(report), "Embassy"), everybody, "{report:?}");
        // Nobody is named: it stays in the prison; so it does with those who run the group.
        assert_eq!(given(&store, &of(report), ""), 0);
        for name in &group.group.facilitators {
            assert_eq!(given(&store, &of(report), name), 0, "{name}");
        }
    }
    // What counts, or plans days, names nobody.
    for report in [Report::Evaluation, Report::Coverage, Report::Timetable, Report::ActionPlan] {
        assert_eq!(given(&store, &of(report), "Probation"), 0, "{report:?}");
    }
    // One after another agrees; Ana's line did not tell everything that a register says.
    let mut left = everybody;
    for member in named() {
        let entry = told_by_law(member.id);
        store.record(&[entry], &noon()).unwrap();
        left -= 1;
        assert_eq!(given(&store, &of(Report::Register), "probation"), left);
    }
}

/// Probation, as somebody who may be told everything about this person by law.
fn told_by_law(person: PersonId) -> Entry {
    let partner = crate::domain::sharing::Partner {
        to: crate::domain::pathway::Reaches::Authority,
        name: "Probation".into(),
        before: String::new(),
        after: String::new(),
        told: Topic::ALL.into_iter().collect(),
        law: Some(crate::domain::sharing::Law { named: "Act 1".into(), until: None }),
    };
    Entry::Partner { person, item: "83".into(), to: Some(Box::new(partner)) }
}

#[test]
fn who_has_not_agreed_is_left_out_of_every_line_and_every_count() {
    let (_folder, mut store) = store();
    let (group, today) = (sample_group(), day("2026-11-24"));
    let to = || Recipient { to: "probation".to_owned(), purpose: String::new() };
    let of = |report: Report| {
        let session = (report == Report::Session).then_some(crate::domain::id::SessionId(2));
        Request { session, leave_out: true, ..Request::new(report).in_group(group.id) }
    };
    // Nobody would be left; that is no report.
    let nobody = of(Report::Register).released_to(to(), &store, today);
    assert!(matches!(nobody, Err(Fault::NobodyLeft(_))), "{nobody:?}");
    let stays = group.members[0].id;
    store.record(&[told_by_law(stays)], &noon()).unwrap();
    let gone: Vec<_> = group.members.iter().chain(&group.visitors).filter(|member| member.id != stays).collect();
    let asked = Request { leave_out: false, ..of(Report::Register) }.released_to(to(), &store, today);
    let Err(Fault::NotAllAgreed { names, count, left, .. }) = asked else { panic!("{asked:?}") };
    assert_eq!((count, left), (gone.len(), 1));
    assert!(names.iter().all(|name| gone.iter().any(|member| member.person.name() == *name)), "{names:?}");
    for report in
        [Report::Register, Report::Marks, Report::Session, Report::Group, Report::Completeness, Report::Duties]
    {
        let (request, _) = of(report).released_to(to(), &store, today).unwrap();
        assert_eq!(request.without.len(), gone.len(), "{report:?}");
        for format in [Format::Markdown, Format::Csv, Format::Json] {
            let text = written(&store, &request.clone().written(format)).unwrap();
            for member in &gone {
                let person = &member.person;
                let named = text.contains(&person.reference) || text.contains(&person.list_name());
                assert!(!named, "{report:?}: {text}");
            }
            let is_told = text.contains("People left out") || text.contains("\"left_out\":");
            assert_eq!(is_told, format != Format::Csv, "{report:?}: {text}");
        }
    }
    // The register is that of whoever stays, and reconciles.
    let (request, _) = of(Report::Register).released_to(to(), &store, today).unwrap();
    insta::assert_snapshot!("register_without_most", written(&store, &request.written(Format::Markdown)).unwrap());
    // What has every entry, or is held against its own marks, is not written so.
    for report in [Report::Journal, Report::Bundle] {
        assert!(matches!(of(report).released_to(to(), &store, today), Err(Fault::NotWithout)), "{report:?}");
    }
    // Of all groups: the same through lines that are read one by one.
    let all = Request { leave_out: true, ..Request::new(Report::Register) };
    let (request, _) = all.released_to(to(), &store, today).unwrap();
    let text = written(&store, &request.written(Format::Csv)).unwrap();
    let reference = |at: usize| &group.members[at].person.reference;
    assert!(text.contains(reference(0)) && !text.contains(reference(1)) && !text.contains(reference(2)), "{text}");
}

#[test]
fn the_list_of_what_is_missing_names_who_was_not_told_of_what_has_to_be_offered() {
    let (_folder, mut store) = store();
    let mut services = Services::default();
    let pathway =
        crate::domain::pathway::Pathway { offered_to: vec![LegalStatus::ImmigrationDetention], ..sample::pathway() };
    services.pathways.change(|all| all.push(pathway.clone()));
    let listed = |store: &Store| {
        let (words, stop) = (words("en"), AtomicBool::new(false));
        let zone = |_| *now().offset();
        let ground = Ground { services: &services, ..Ground::new(store, &words, now(), &zone, &stop) };
        let mut out = Vec::new();
        let request = Request::new(Report::Completeness).written(Format::Markdown);
        write(&request, &ground, &mut out, &mut Watch { told: &mut |_| (), stop: &stop }).unwrap();
        let text = String::from_utf8(out).unwrap();
        text.split("Not told of what has to be offered").nth(1).unwrap().split("##").next().unwrap().to_owned()
    };
    // Nobody is detained.
    assert!(!listed(&store).contains("0412"), "{}", listed(&store));
    let detained = Entry::Detention { person: ANA, to: Some(Box::new(day("2026-11-02"))) };
    store.record(&[detained], &noon()).unwrap();
    assert!(listed(&store).contains("0412"), "{}", listed(&store));
    // Started is not told; the first step is.
    let entries = sample::letter(ANA);
    let (begun, then): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.kind() != "step");
    let pinned = pathway.starting(ANA, "70", false, (day("2026-11-10"), "Kari"));
    store.record(&begun, &noon()).unwrap();
    store.record(&pinned, &noon()).unwrap();
    assert!(listed(&store).contains("0412"), "{}", listed(&store));
    store.record(&then, &noon()).unwrap();
    assert!(!listed(&store).contains("0412"), "{}", listed(&store));
}
