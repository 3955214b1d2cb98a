//! The engine as tables at its edges, and as properties that hold whatever pathway is followed, in whichever way.

use super::due::When;
use super::*;
use crate::domain::codes::Language;
use crate::domain::pathway::{Access, Anchor, Due, Limit, Owner, Way};
use crate::domain::question::OnlyIf;
use crate::domain::sample::day;
use chrono::Days;
use proptest::prelude::*;

const ANA: PersonId = PersonId(1);

fn step(id: &str) -> Step {
    Step {
        id: id.into(),
        title: Localised::from(id),
        tasks: Vec::new(),
        owner: Owner::Coordinator,
        due: None,
        before: Vec::new(),
        reaches: None,
        record: Vec::new(),
        ways: Vec::new(),
        then: Goal::Next,
        escalates: None,
        access: Access::Ordinary,
        serves: Vec::new(),
    }
}

fn way(id: &str, to: Goal) -> Way {
    Way { id: id.into(), text: Localised::from(id), to, why: false }
}

fn asked(id: &str, answer: Answer) -> Question {
    Question { id: id.into(), text: Localised::from(id), answer, required: true, only_if: None }
}

fn due(from: Anchor, days: i16, months: i8, every: Option<u16>) -> Due {
    Due { from, days, months, every }
}

fn following(steps: Vec<Step>, started: &str) -> Following {
    let pathway = Pathway {
        id: "service".into(),
        language: None,
        title: Localised::from("Service"),
        summary: Localised::default(),
        descends_from: None,
        source: "here".into(),
        as_of: day("2026-11-01"),
        review_by: day("2027-11-01"),
        serves: Vec::new(),
        needs: Vec::new(),
        access: Access::Ordinary,
        agencies: Vec::new(),
        trained: Vec::new(),
        offered_to: Vec::new(),
        limits: Vec::new(),
        steps,
    };
    let run = Run {
        pathway: "service@1".into(),
        title: Localised::from("Service"),
        started: day(started),
        by: "Kari".into(),
        ended: None,
    };
    Following {
        id: "7".into(),
        run,
        pathway: pathway.into(),
        taken: Vec::new(),
        consents: Vec::new(),
        snooze: None,
        facts: Facts::default(),
    }
}

fn taken(step: &str, on: &str) -> Taken {
    Taken { step: step.into(), on: day(on), by: "Kari".into(), ..Taken::default() }
}

fn with_way(step: &str, on: &str, way: &str) -> Taken {
    Taken { way: Some(way.into()), ..taken(step, on) }
}

fn take(following: &mut Following, taken: Taken, today: &str) -> Result<(), Refused> {
    let Entry::Step { to: Some(taken), .. } = following.taking(ANA, taken, day(today))? else { panic!("no step") };
    following.taken.push(*taken);
    Ok(())
}

fn agreed(to: Reaches, given: &str) -> Consent {
    Consent {
        to,
        name: "Consulate of Lithuania".into(),
        what: "travel papers".into(),
        given: day(given),
        until: None,
        language: Language::new("lt").unwrap(),
        interpreter: true,
        by: "Kari".into(),
        withdrawn: None,
        told: std::collections::BTreeSet::new(),
    }
}

fn due_on(following: &Following) -> Option<String> {
    match following.due()? {
        When::On(dated) => Some(dated.due.to_string()),
        When::WaitsFor(anchor) => Some(format!("{anchor:?}")),
    }
}

#[test]
fn a_day_is_counted_from_facts_at_its_edges() {
    let release = |release: &str| Facts { release: Some(day(release)), ..Facts::default() };
    for (rule, facts, started, expected) in [
        // Eight weeks before release, over a year's end and a leap day.
        (due(Anchor::Release, -56, 0, None), release("2027-02-10"), "2026-11-24", "2026-12-16"),
        (due(Anchor::Release, -56, 0, None), release("2028-03-31"), "2026-11-24", "2028-02-04"),
        // Released sooner than that: due at once, not in the past.
        (due(Anchor::Release, -56, 0, None), release("2026-12-10"), "2026-11-24", "2026-11-24"),
        (due(Anchor::Release, -56, 0, None), Facts::default(), "2026-11-24", "Release"),
        (due(Anchor::Detention, 28, 0, Some(28)), Facts::default(), "2026-11-24", "Detention"),
        (due(Anchor::Start, 14, 0, None), Facts::default(), "2026-12-24", "2027-01-07"),
        // A month without such a day ends on its last.
        (due(Anchor::Start, 0, 1, None), Facts::default(), "2028-01-31", "2028-02-29"),
        (due(Anchor::Start, 0, 1, None), Facts::default(), "2027-01-31", "2027-02-28"),
        (due(Anchor::Release, 0, -6, None), release("2028-08-31"), "2026-11-24", "2028-02-29"),
        (due(Anchor::Answer("when".into()), 0, 0, None), Facts::default(), "2026-11-24", "Answer(\"when\")"),
    ] {
        let mut followed = following(vec![Step { due: Some(rule.clone()), ..step("one") }], started);
        followed.facts = facts;
        assert_eq!(due_on(&followed).as_deref(), Some(expected), "{rule:?} {facts:?}");
    }
}

fn review() -> Following {
    let ways = vec![way("again", Goal::Step("review".into())), way("ended", Goal::End)];
    let mut followed = following(
        vec![Step { due: Some(due(Anchor::Detention, 28, 0, Some(28))), ways, ..step("review") }],
        "2026-11-24",
    );
    followed.facts.detained = Some(day("2026-11-10"));
    followed
}

#[test]
fn a_review_comes_every_28_days_over_the_end_of_the_year() {
    let mut followed = review();
    for (expected, done) in [
        ("2026-12-08", "2026-12-08"),
        // Early: the series stays where it is.
        ("2027-01-05", "2027-01-02"),
        // Missed, and made good late: the next one is due all the same.
        ("2027-02-02", "2027-03-20"),
        ("2027-03-02", "2027-03-20"),
        ("2027-03-30", "2027-03-30"),
    ] {
        assert_eq!(due_on(&followed).as_deref(), Some(expected));
        take(&mut followed, with_way("review", done, "again"), done).unwrap();
    }
    // The fact moves, and the whole series with it.
    followed.facts.detained = Some(day("2026-11-12"));
    assert_eq!(due_on(&followed).as_deref(), Some("2027-04-29"));
    take(&mut followed, with_way("review", "2027-04-29", "ended"), "2027-04-29").unwrap();
    assert_eq!((followed.standing(), followed.due()), (Standing::Ended(day("2027-04-29")), None));
}

#[test]
fn a_review_that_starts_late_does_not_ask_for_those_before() {
    let mut followed = review();
    for (detained, expected) in
        [("2026-10-27", "2026-11-24"), ("2026-10-26", "2026-12-21"), ("2024-02-01", "2026-12-03")]
    {
        followed.facts.detained = Some(day(detained));
        assert_eq!(due_on(&followed).as_deref(), Some(expected), "{detained}");
    }
}

#[test]
fn what_is_put_off_comes_back_and_is_told_on_when_it_stays() {
    let escalates = Some(crate::domain::pathway::Escalation { to: Owner::Coordinator, after_days: 5 });
    let one = Step { due: Some(due(Anchor::Start, 2, 0, None)), escalates, ..step("one") };
    let mut followed = following(vec![one, step("two")], "2026-11-24");
    let told = |followed: &Following, today: &str| followed.told(day(today)).is_some();
    assert_eq!([told(&followed, "2026-12-01"), told(&followed, "2026-12-02")], [false, true]);
    followed.snooze = Some(Snooze { until: day("2026-12-10"), why: "ill".into(), by: "Kari".into(), steps: 0 });
    let day_of = |followed: &Following| match followed.due() {
        Some(When::On(dated)) => Some(dated.day()),
        _ => None,
    };
    assert_eq!((day_of(&followed), told(&followed, "2026-12-10")), (Some(day("2026-12-10")), false));
    take(&mut followed, taken("one", "2026-11-25"), "2026-11-25").unwrap();
    assert_eq!(day_of(&followed), None, "nothing presses at the second step");
}

#[test]
fn nothing_leaves_without_a_consent_that_holds() {
    let send = Step { reaches: Some(Reaches::Consulate), ..step("send") };
    let mut followed = following(vec![send.clone(), Step { id: "more".into(), ..send }], "2026-11-10");
    let closed = Refused::Closed(Closed::Consent(Some(Reaches::Consulate)));
    let send = |followed: &mut Following, step: &str, on: &str| take(followed, taken(step, on), "2026-11-24");
    assert_eq!(send(&mut followed, "send", "2026-11-12"), Err(closed.clone()));
    followed.consents.push(("7/1".into(), agreed(Reaches::Authority, "2026-11-10")));
    assert_eq!(send(&mut followed, "send", "2026-11-12"), Err(closed.clone()), "to somebody else");
    followed.consents.push(("7/2".into(), agreed(Reaches::Consulate, "2026-11-13")));
    assert_eq!(send(&mut followed, "send", "2026-11-12"), Err(closed), "given later");
    send(&mut followed, "send", "2026-11-13").unwrap();
    assert_eq!(followed.taken[0].consent.as_deref(), Some("7/2"));
    // Withdrawn: everything stops, and what was sent is known.
    followed.consents[1].1.withdrawn = Some(day("2026-11-20"));
    assert!(matches!(followed.standing(), Standing::Stopped(consent) if consent.to == Reaches::Consulate));
    assert_eq!(send(&mut followed, "more", "2026-11-21"), Err(Refused::NotNow));
    assert_eq!(followed.sent("7/2").map(|taken| taken.step.as_str()).collect::<Vec<_>>(), ["send"]);
    assert_eq!((followed.due(), followed.step()), (None, None));
    // Given again, it goes on; what was withdrawn does not count any more.
    followed.consents.push(("7/3".into(), agreed(Reaches::Consulate, "2026-11-22")));
    send(&mut followed, "more", "2026-11-23").unwrap();
    assert_eq!(followed.taken[1].consent.as_deref(), Some("7/3"));
}

#[test]
fn amounts_stay_within_what_they_may_sum_to() {
    let amount = |id| asked(id, Answer::Amount("CHF".into()));
    let record = vec![amount("savings"), amount("support")];
    let ways = vec![way("yes", Goal::End), way("changes", Goal::Step("request".into()))];
    let steps = vec![Step { record, ..step("request") }, Step { ways, ..step("decision") }];
    let mut followed = following(steps, "2026-11-10");
    Arc::make_mut(&mut followed.pathway).limits =
        vec![Limit { of: vec!["savings".into(), "support".into()], at_most: 5_000 }];
    let request = |savings: &str, support: &str| Taken {
        answers: [("savings", savings), ("support", support)].map(|(id, text)| (id.into(), text.into())).into(),
        ..taken("request", "2026-11-10")
    };
    let too_much = Err(Refused::TooMuch { sum: 5_001, at_most: 5_000 });
    assert_eq!(take(&mut followed, request("1000", "4001"), "2026-11-10"), too_much);
    assert_eq!(take(&mut followed, request("1000", ""), "2026-11-10"), Err(Refused::Missing(1)));
    take(&mut followed, request("1000", "4000"), "2026-11-10").unwrap();
    assert_eq!(followed.budgets().collect::<Vec<_>>(), [(5_000, 5_000, "CHF")]);
    // Back to the request: what was asked for first is replaced, not added to.
    take(&mut followed, with_way("decision", "2026-11-11", "changes"), "2026-11-11").unwrap();
    let again = Taken { on: day("2026-11-12"), ..request("2000", "3000") };
    take(&mut followed, again, "2026-11-12").unwrap();
    assert_eq!(followed.at_index(), Some(1));
}

#[test]
fn what_must_be_known_is_asked_or_keeps_the_step_closed() {
    let other = Question {
        only_if: Some(OnlyIf { question: "paper".into(), is: "other".into() }),
        ..asked("which", Answer::Text)
    };
    let before = vec![
        Before::Interpreter,
        Before::Known(Fact::Nationality),
        Before::Paper(Localised::from("birth certificate")),
        Before::Answer("earlier".into()),
    ];
    let record = vec![asked("paper", Answer::Text), other];
    let late = Question { required: false, ..asked("earlier", Answer::Text) };
    let steps = vec![Step { record: vec![late], ..step("one") }, Step { before, record, ..step("two") }];
    let mut followed = following(steps, "2026-11-10");
    followed.facts.needs_interpreter = true;
    take(&mut followed, taken("one", "2026-11-10"), "2026-11-10").unwrap();
    let two = |answers: &[(&str, &str)], interpreter, papers| Taken {
        answers: answers.iter().map(|(id, text)| ((*id).into(), (*text).into())).collect(),
        interpreter,
        papers,
        ..taken("two", "2026-11-10")
    };
    let closed = Refused::Closed(Closed::Unknown(Fact::Nationality));
    let whole: &[(&str, &str)] = &[("earlier", "x"), ("paper", "birth")];
    assert_eq!(take(&mut followed, two(whole, Some(true), true), "2026-11-10"), Err(closed));
    followed.facts.has_nationality = true;
    for (answers, interpreter, papers, refused) in [
        (whole, None, true, Refused::Missing(0)),
        (whole, Some(true), false, Refused::NoPaper),
        (&[("paper", "birth")], Some(true), true, Refused::Missing(2)),
        (&[("earlier", "x"), ("paper", "other")], Some(true), true, Refused::Missing(4)),
    ] {
        assert_eq!(take(&mut followed, two(answers, interpreter, papers), "2026-11-10"), Err(refused), "{answers:?}");
    }
    // What nobody asked for is not kept.
    let surplus = two(&[("earlier", "x"), ("paper", "birth"), ("which", "y"), ("stray", "z")], Some(false), true);
    take(&mut followed, surplus, "2026-11-10").unwrap();
    assert_eq!(followed.taken[1].answers.keys().collect::<Vec<_>>(), ["earlier", "paper"]);
}

/// What a step is made of: its ways, whether it reaches somebody and asks something, its due rule, where it leads back.
type Sketch = (u8, bool, bool, Option<(i16, Option<u16>)>, usize);

/// A pathway of a few steps, from each of which the end can be reached.
fn pathways() -> impl Strategy<Value = Vec<Step>> {
    let one =
        (0..4_u8, any::<bool>(), any::<bool>(), prop::option::of((0..40_i16, prop::option::of(1..30_u16))), 0..9_usize);
    prop::collection::vec(one, 1..7).prop_map(|parts| {
        let count = parts.len();
        let name = |at: usize| format!("s{at}");
        let build = |(at, (kind, reaches, asks, rule, back)): (usize, Sketch)| {
            let back = Goal::Step(name(back % count));
            let ways = match kind {
                0 => vec![way("on", Goal::Next), way("back", back)],
                1 => vec![way("end", Goal::End), way("on", Goal::Next), way("back", back)],
                _ => Vec::new(),
            };
            let anchor = if at % 2 == 0 { Anchor::Start } else { Anchor::Detention };
            Step {
                ways,
                then: if kind == 3 && at + 1 < count { Goal::Step(name(at + 1)) } else { Goal::Next },
                reaches: reaches.then_some(Reaches::Consulate),
                before: if reaches { vec![Before::Known(Fact::Nationality)] } else { Vec::new() },
                record: if asks { vec![asked(&format!("q{at}"), Answer::Text)] } else { Vec::new() },
                due: rule.map(|(days, every)| due(anchor, days, 0, every)),
                ..step(&name(at))
            }
        };
        parts.into_iter().enumerate().map(build).collect()
    })
}

/// One press of somebody who tries anything.
#[derive(Debug, Clone)]
struct Press {
    step: usize,
    way: usize,
    answers: bool,
    later: u64,
    what: u8,
}

fn presses() -> impl Strategy<Value = Vec<Press>> {
    let press = (0..7_usize, 0..4_usize, any::<bool>(), 0..20_u64, 0..12_u8);
    let press = press.prop_map(|(step, way, answers, later, what)| Press { step, way, answers, later, what });
    prop::collection::vec(press, 0..40)
}

/// What takes the step that a run is at, by its way with this number.
fn sound(followed: &Following, on: NaiveDate, way: usize) -> Taken {
    let step = followed.step().unwrap();
    let way = (!step.ways.is_empty()).then(|| step.ways[way % step.ways.len()].id.clone());
    Taken {
        way,
        answers: step.record.iter().map(|question| (question.id.clone(), "said".to_owned())).collect(),
        ..Taken { step: step.id.clone(), on, by: "Kari".into(), ..Taken::default() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Whatever is tried: no gate is skipped, days never go back, what is due never lies before one could know of it,
    /// and from wherever it has come to the end can be reached.
    #[test]
    fn no_gate_is_skipped_days_go_on_and_there_is_always_a_way_to_the_end(steps in pathways(), presses in presses()) {
        let mut followed = following(steps, "2026-11-10");
        followed.facts.detained = Some(day("2026-09-01"));
        let mut today = day("2026-11-10");
        for press in presses {
            today = today + Days::new(press.later);
            match press.what {
                0 => followed.consents.push((format!("7/{}", followed.consents.len()), Consent { given: today, ..agreed(Reaches::Consulate, "2026-11-10") })),
                1 => for (_, consent) in &mut followed.consents {
                    consent.withdrawn = consent.withdrawn.or(Some(today));
                },
                2 => followed.facts.has_nationality = true,
                _ => {}
            }
            let here = followed.at_index();
            let step = if press.what < 9 { here.unwrap_or(press.step) } else { press.step };
            let Some(step) = followed.pathway.steps.get(step).cloned() else { continue };
            let mut wish = Taken { step: step.id.clone(), on: today - Days::new(press.later / 3), ..Taken::default() };
            wish.way = step.ways.get(press.way).map(|way| way.id.clone());
            if press.answers {
                wish.answers = step.record.iter().map(|question| (question.id.clone(), "said".to_owned())).collect();
            }
            let (entered, before) = (followed.entered(), followed.due().map(|when| format!("{when:?}")));
            let Ok(Entry::Step { to: Some(taken), item, .. }) = followed.taking(ANA, wish, today) else {
                prop_assert_eq!(followed.due().map(|when| format!("{when:?}")), before);
                continue;
            };
            // The very step, once, in order.
            prop_assert_eq!(here.map(|at| &followed.pathway.steps[at].id), Some(&taken.step));
            prop_assert_eq!(item, step_item("7", followed.taken.len()));
            prop_assert!(entered <= taken.on && taken.on <= today);
            prop_assert!(step.record.iter().all(|question| taken.answers.contains_key(&question.id)));
            prop_assert_eq!(step.ways.is_empty(), taken.way.is_none());
            if step.reaches.is_some() {
                let rests = followed.consents.iter().find(|(item, _)| Some(item) == taken.consent.as_ref());
                prop_assert!(rests.is_some_and(|(_, consent)| consent.holds(taken.on)));
                prop_assert!(followed.facts.has_nationality);
            }
            followed.taken.push(*taken);
            if let (Some(When::On(dated)), Some(step)) = (followed.due(), followed.step()) {
                prop_assert!(step.due.as_ref().is_some_and(|rule| rule.every.is_some()) || dated.due >= followed.entered());
                prop_assert!(dated.due >= followed.run.started);
            }
        }
        // Everything that can be asked for is given: then it comes to its end by the shortest way that there is.
        followed.facts.has_nationality = true;
        followed.consents.push(("7/last".into(), Consent { given: today, ..agreed(Reaches::Consulate, "2026-11-10") }));
        for _ in 0..followed.pathway.steps.len() {
            let Some(step) = followed.step() else { break };
            let on = step.ways.iter().position(|way| way.to == Goal::End);
            let on = on.or(step.ways.iter().position(|way| way.to == Goal::Next)).unwrap_or(0);
            let Ok(Entry::Step { to: Some(taken), .. }) = followed.taking(ANA, sound(&followed, today, on), today) else {
                return Err(TestCaseError::fail("a dead end"));
            };
            followed.taken.push(*taken);
        }
        prop_assert!(matches!(followed.standing(), Standing::Ended(_)), "{:?}", followed.standing());
    }

    /// What comes again and again comes strictly later each time.
    #[test]
    fn a_series_goes_on(detained in 0..900_u64, every in 1..60_u16, late in prop::collection::vec(0..90_u64, 1..12)) {
        let mut followed = review();
        followed.facts.detained = Some(day("2024-06-01") + Days::new(detained));
        Arc::make_mut(&mut followed.pathway).steps[0].due = Some(due(Anchor::Detention, 28, 0, Some(every)));
        let (mut last, mut today) = (None, day("2026-11-24"));
        for later in late {
            let Some(When::On(dated)) = followed.due() else { return Err(TestCaseError::fail("nothing is due")) };
            let on = dated.due;
            prop_assert!(last.is_none_or(|last| on == last + Days::new(u64::from(every))));
            prop_assert!(on >= followed.run.started);
            last = Some(on);
            today = today + Days::new(later);
            let entry = followed.taking(ANA, sound(&followed, today, 0), today).unwrap();
            let Entry::Step { to: Some(taken), .. } = entry else { continue };
            followed.taken.push(*taken);
        }
    }
}
