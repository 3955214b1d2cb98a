//! What was delivered of a session that is over, in a line: minutes, what was not as planned, pauses.

use crate::domain::figures::Fidelity;
use crate::domain::figures::fidelity::How;
use crate::domain::id::SessionId;
use crate::domain::record::GroupRecord;
use crate::say;
use crate::tui::look::Look;

/// `85 of 90 min, 12 min paused, 4 as planned, 1 shortened`; nothing for a session that is not over.
pub(in crate::tui::screens) fn delivered(record: &GroupRecord, session: SessionId, look: &Look) -> Option<String> {
    let words = look.words;
    let fidelity = Fidelity::of(record, session)?;
    let mut parts = vec![say!(words, "given-minutes", minutes = fidelity.minutes, planned = fidelity.planned)];
    if fidelity.paused > 0 {
        parts.push(say!(words, "given-paused", minutes = fidelity.paused));
    }
    let hows = [How::AsPlanned, How::Shortened, How::Lengthened, How::Skipped, How::Added, How::NotRecorded];
    let counts = hows.map(|how| (fidelity.count(how), say!(words, how.message())));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    parts.extend(counts.map(|(count, how)| say!(words, "given-count", count = count, how = how)));
    if fidelity.out_of_order() > 0 {
        parts.push(say!(words, "given-out-of-order", count = fidelity.out_of_order()));
    }
    Some(parts.join(", "))
}
