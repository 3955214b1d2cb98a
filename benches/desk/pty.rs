//! One program in one terminal of 80 by 24, watched from outside.

use anyhow::{Context, Result, bail};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Silence that ends the answer to a key.
const QUIET: Duration = Duration::from_millis(25);
/// Silence after which nothing more is to come.
const SETTLED: Duration = Duration::from_millis(300);
/// How long anything is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// Nanoseconds of the monotonic clock: the one that the program writes too.
pub fn clock() -> u64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    u64::try_from(time.tv_sec).unwrap_or(0) * 1_000_000_000 + u64::try_from(time.tv_nsec).unwrap_or(0)
}

/// What came back for a key.
#[derive(Debug, Clone, Copy)]
pub struct Answer {
    /// From the key written to the last byte read, in milliseconds.
    pub ms: f64,
    pub bytes: usize,
}

/// What a process has used so far.
#[derive(Debug, Clone, Copy)]
pub struct Usage {
    pub resident_mb: f64,
    /// Voluntary context switches of all its threads: how often it slept and was woken.
    pub switches: u64,
}

/// A running program.
pub struct Session {
    writer: Box<dyn Write + Send>,
    chunks: Receiver<(u64, Vec<u8>)>,
    child: Box<dyn Child + Send + Sync>,
    screen: vt100::Parser,
    _master: Box<dyn MasterPty + Send>,
}

impl Session {
    /// Starts `program`; of the environment it gets the terminal, the path and what is given.
    pub fn start(program: &Path, arguments: &[&str], environment: &[(&str, &Path)]) -> Result<Self> {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", std::env::temp_dir());
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command)?;
        let mut reader = pair.master.try_clone_reader()?;
        let (sender, chunks) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 64 * 1024];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let chunk = buffer.get(..count).unwrap_or_default().to_vec();
                if sender.send((clock(), chunk)).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer()?;
        let screen = vt100::Parser::default(); // 24 rows of 80
        Ok(Self { writer, chunks, child, screen, _master: pair.master })
    }

    /// Reads until `text` is on the screen; when the chunk with its last byte came.
    pub fn wait_for(&mut self, text: &str) -> Result<u64> {
        self.until(|screen| screen.contains(text))
    }

    /// What is on the screen.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Reads until nothing more comes; how many bytes that was.
    pub fn settle(&mut self) -> usize {
        self.read_until_silent(SETTLED).map_or(0, |(_, bytes)| bytes)
    }

    /// Writes `keys` at once and reads the answer; none when nothing came.
    pub fn press(&mut self, keys: &str) -> Result<Option<Answer>> {
        let sent = clock();
        self.writer.write_all(keys.as_bytes())?;
        self.writer.flush()?;
        Ok(self.answer(sent))
    }

    /// Does something else that is answered, and reads the answer: it is timed from the end of what was done.
    pub fn after(&mut self, act: impl FnOnce(&Self) -> Result<()>) -> Result<Option<Answer>> {
        act(self)?;
        Ok(self.answer(clock()))
    }

    /// Has the whole screen drawn anew, as after a stop.
    pub fn wake(&self) -> Result<()> {
        let id = self.child.process_id().context("a process without a number")?;
        let id = rustix::process::Pid::from_raw(i32::try_from(id)?).context("a process without a number")?;
        Ok(rustix::process::kill_process(id, rustix::process::Signal::CONT)?)
    }

    fn answer(&mut self, sent: u64) -> Option<Answer> {
        let Ok((mut last, chunk)) = self.chunks.recv_timeout(Duration::from_secs(2)) else { return None };
        let mut bytes = chunk.len();
        self.screen.process(&chunk);
        if let Some((at, more)) = self.read_until_silent(QUIET) {
            (last, bytes) = (at, bytes + more);
        }
        #[expect(clippy::cast_precision_loss, reason = "times of milliseconds")]
        let ms = last.saturating_sub(sent) as f64 / 1e6;
        Some(Answer { ms, bytes })
    }

    /// Writes `keys` and reads until the text of the screen is as `is_there` wants it; milliseconds until then.
    pub fn press_until(&mut self, keys: &str, is_there: impl Fn(&str) -> bool) -> Result<f64> {
        let sent = clock();
        self.writer.write_all(keys.as_bytes())?;
        self.writer.flush()?;
        let at = self.until(is_there)?;
        #[expect(clippy::cast_precision_loss, reason = "times of milliseconds")]
        let ms = at.saturating_sub(sent) as f64 / 1e6;
        Ok(ms)
    }

    /// Reads until the text of the screen is as `is_there` wants it; when the chunk that made it so came.
    pub fn until(&mut self, is_there: impl Fn(&str) -> bool) -> Result<u64> {
        if is_there(&self.text()) {
            return Ok(clock());
        }
        loop {
            match self.chunks.recv_timeout(PATIENCE) {
                Ok((at, chunk)) => {
                    self.screen.process(&chunk);
                    if is_there(&self.text()) {
                        return Ok(at);
                    }
                }
                Err(_) => bail!("waited in vain:\n{}", self.text()),
            }
        }
    }

    /// Presses each of `keys` and waits for its answer, whatever it is.
    pub fn go(&mut self, keys: &[&str]) -> Result<()> {
        for key in keys {
            self.press(key)?;
        }
        self.settle();
        Ok(())
    }

    /// Reads for so long; how many chunks came, and how many bytes they had.
    pub fn watch(&mut self, how_long: Duration) -> (u32, usize) {
        let end = Instant::now() + how_long;
        let (mut chunks, mut bytes) = (0, 0);
        while let Ok((_, chunk)) = self.chunks.recv_timeout(end.saturating_duration_since(Instant::now())) {
            self.screen.process(&chunk);
            (chunks, bytes) = (chunks + 1, bytes + chunk.len());
        }
        (chunks, bytes)
    }

    /// When the last chunk came and how many bytes all had; none when there was none.
    fn read_until_silent(&mut self, silence: Duration) -> Option<(u64, usize)> {
        let mut seen = None;
        let mut bytes = 0;
        loop {
            match self.chunks.recv_timeout(silence) {
                Ok((at, chunk)) => {
                    self.screen.process(&chunk);
                    bytes += chunk.len();
                    seen = Some((at, bytes));
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return seen,
            }
        }
    }

    /// What the process has used so far.
    pub fn usage(&self) -> Result<Usage> {
        usage(self.child.process_id().context("a process without a number")?)
    }

    /// Leaves with `q`, and waits for the end.
    pub fn leave(mut self) -> Result<()> {
        for _ in 0..20 {
            // The pty is closed when the program has gone.
            let _ = self.writer.write_all(b"q");
            let _ = self.writer.flush();
            for _ in 0..50 {
                if self.child.try_wait()?.is_some() {
                    return Ok(());
                }
                thread::sleep(Duration::from_millis(10));
            }
        }
        self.child.kill()?;
        self.child.wait()?;
        bail!("it did not leave:\n{}", self.text())
    }
}

/// What process `id` has used so far.
pub fn usage(id: u32) -> Result<Usage> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
    let resident: u32 = field(&status, "VmRSS:").unwrap_or(0);
    let mut switches = 0;
    for task in std::fs::read_dir(format!("/proc/{id}/task"))? {
        let status = std::fs::read_to_string(task?.path().join("status"))?;
        switches += field::<u64>(&status, "voluntary_ctxt_switches:").unwrap_or(0);
    }
    Ok(Usage { resident_mb: f64::from(resident) / 1024.0, switches })
}

/// The number after `name` at the start of a line.
fn field<T: std::str::FromStr>(status: &str, name: &str) -> Option<T> {
    status.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}
