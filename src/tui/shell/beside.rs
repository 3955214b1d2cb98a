//! Work beside the desk: a thread of its own that can be stopped, and that nobody leaves behind.

use crate::domain::record::Failure;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

/// Work that goes on. Dropping it stops it and waits until nothing half-done is left.
#[derive(Debug)]
pub struct Beside {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Beside {
    /// Starts `work`, which looks now and then whether it is to stop.
    ///
    /// # Errors
    /// When there are no threads left.
    pub fn start(name: &str, work: impl FnOnce(&AtomicBool) + Send + 'static) -> Result<Self, Failure> {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let builder = std::thread::Builder::new().name(name.to_owned());
        let thread = builder.spawn(move || work(&stopped)).map_err(|error| Failure::Disk(error.to_string()))?;
        Ok(Self { stop, thread: Some(thread) })
    }

    /// Stops it soon; it then says that it was stopped.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.stop();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
