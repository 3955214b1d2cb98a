//! What each role is shown and may press. It spares people keys that lead nowhere; what holds is the record, which
//! refuses what a role may not change, whatever asked for it.

use super::Action;
use crate::domain::staff::{Area, Role};

/// Whether somebody in `role` is offered `action`.
pub(super) fn permits(role: Role, action: Action) -> bool {
    match role {
        Role::Trainer => reads_programmes(action),
        _ if governs(action) => role.may(Area::Staff),
        _ if action == Action::Verify => role.reviews(),
        // Whoever may erase somebody may see whom it is time to erase.
        _ if matches!(action, Action::Erase | Action::Retention) => role.may(Area::Erasing),
        _ if changes(action) => role.may(Area::Casework),
        _ => true,
    }
}

/// All that a desk without a store is for.
fn reads_programmes(action: Action) -> bool {
    use Action as A;
    matches!(
        action,
        A::Up
            | A::Down
            | A::Left
            | A::Right
            | A::PageUp
            | A::PageDown
            | A::First
            | A::Last
            | A::NextPane
            | A::PreviousPane
            | A::Open
            | A::Back
            | A::Programmes
            | A::ChangeProgramme
            | A::Coverage
            | A::Planner
            | A::ViewText
            | A::ViewRoom
            | A::ViewSheet
            | A::SheetLanguage
            | A::Findings
            | A::NextFinding
            | A::PreviousFinding
            | A::ReadAgain
            | A::TickOff
            | A::SendBack
            | A::KnowDesk
            | A::ByMonth
            | A::Write
            | A::Find
            | A::Directory
            | A::Guides
            | A::Help
            | A::Palette
            | A::Language
            | A::Suspend
            | A::Quit
    )
}

/// What changes who works here, or the rules of the store.
fn governs(action: Action) -> bool {
    use Action as A;
    matches!(action, A::AddStaff | A::StaffRole | A::Revoke | A::RecoveryCode | A::LockAfter)
}

/// What changes people, groups, or what happened in them.
fn changes(action: Action) -> bool {
    use Action as A;
    let about_people = matches!(
        action,
        A::Add | A::Edit | A::Remove | A::Import | A::SamplePeople | A::Exception | A::Apart | A::Appointment
    );
    let about_pathways = matches!(
        action,
        A::StartPathway
            | A::DoStep
            | A::Snooze
            | A::GiveConsent
            | A::Withdraw
            | A::EndPathway
            | A::WhoSees
            | A::Detention
    );
    let about_plans =
        matches!(action, A::AgreeAction | A::NewGoal | A::Done | A::GiveUp | A::PlanBranch | A::NewPartner);
    let about_groups = matches!(
        action,
        A::NewGroup
            | A::AddPeople
            | A::Toggle
            | A::Leave
            | A::Enrol
            | A::MoveSession
            | A::CancelSession
            | A::AddSession
            | A::InsertSession
            | A::SplitSession
            | A::JoinSessions
            | A::Facilitators
            | A::OfferPlace
            | A::LaterToo
            | A::Take
            | A::LeaveAside
            | A::Settle
    );
    let in_the_room = matches!(
        action,
        A::Start
            | A::Mark(_)
            | A::Away
            | A::AllPresent
            | A::Clear
            | A::NextActivity
            | A::SkipActivity
            | A::Pause
            | A::Longer
            | A::Shorter
            | A::LongerByOne
            | A::ShorterByOne
            | A::Minutes
            | A::AddActivity
            | A::SwapActivity
            | A::Fit
            | A::Until
            | A::Note
            | A::SessionNote
            | A::Rate
            | A::CameBack
            | A::Guest
            | A::AllAchieved
            | A::Close
    );
    let of_outcomes = matches!(action, A::Achieved | A::Partly | A::NotAchieved);
    let in_the_register = matches!(action, A::CatchUp | A::FillRight | A::FillDown | A::Paste);
    about_people || about_pathways || about_plans || about_groups || in_the_room || of_outcomes || in_the_register
}
