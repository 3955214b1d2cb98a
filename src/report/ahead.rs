//! Reading ahead: what was read is worked on beside the reading of what follows, on a thread of its own.

mod portion;

pub(super) use portion::Portion;

use crate::report::Fault;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Works on what `read` sends, while it reads on; it is held up where more than `room` of it waits, and its sending
/// fails once `work` has had enough. What both of them came to.
///
/// # Errors
/// When the system has no thread to work on.
pub(super) fn ahead<T: Send, R, W: Send>(
    room: usize,
    read: impl FnOnce(&SyncSender<T>) -> R,
    work: impl FnOnce(Receiver<T>) -> W + Send,
) -> Result<(R, W), Fault> {
    let (sender, receiver) = sync_channel(room);
    thread::scope(|scope| {
        let working = thread::Builder::new().spawn_scoped(scope, move || work(receiver))?;
        let outcome = read(&sender);
        // There is no more to come.
        drop(sender);
        Ok((outcome, working.join().unwrap_or_else(|panic| resume_unwind(panic))))
    })
}
