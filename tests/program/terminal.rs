//! A terminal: a pty with the program in it, and an emulator that shows what it draws.

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtyPair, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long a slow machine may take until something is on the screen.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The built program in a terminal. Dropping it kills the program.
pub struct Terminal {
    emulator: vt100::Parser,
    /// Everything the program has written.
    pub bytes: Vec<u8>,
    output: Receiver<Vec<u8>>,
    reader: Option<JoinHandle<()>>,
    keys: Option<Box<dyn Write + Send>>,
    /// Both ends are held, so that the settings of the terminal outlive the program.
    pty: Option<PtyPair>,
    ended: Receiver<ExitStatus>,
    status: Option<ExitStatus>,
    pub pid: u32,
    /// The settings of the terminal before the program had it.
    before: String,
}

impl Terminal {
    /// Starts what `line` says in `folder`, with no other variables than these.
    pub fn new(folder: &Path, line: &[&str], variables: impl Iterator<Item = (&'static str, PathBuf)>) -> Self {
        let (program, arguments) = line.split_first().unwrap();
        let pty = native_pty_system().openpty(size(80, 24)).unwrap();
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        variables.for_each(|(name, value)| command.env(name, value));
        command.args(arguments);
        command.cwd(folder);
        let before = settings(pty.master.as_ref());
        let mut child = pty.slave.spawn_command(command).unwrap();
        let pid = child.process_id().unwrap();
        let (end, ended) = channel();
        thread::spawn(move || child.wait().map(|status| end.send(status)));
        let mut source = pty.master.try_clone_reader().unwrap();
        let (to, output) = channel();
        let reader = thread::spawn(move || {
            let mut chunk = [0; 16 * 1024];
            while let Ok(length @ 1..) = source.read(&mut chunk) {
                if to.send(chunk[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            emulator: vt100::Parser::default(),
            bytes: Vec::new(),
            output,
            reader: Some(reader),
            keys: Some(pty.master.take_writer().unwrap()),
            pty: Some(pty),
            ended,
            status: None,
            pid,
            before,
        }
    }

    /// What is on the screen.
    pub fn screen(&self) -> &vt100::Screen {
        self.emulator.screen()
    }

    /// Types `text`, in one write.
    pub fn type_text(&mut self, text: &str) {
        self.keys.as_mut().unwrap().write_all(text.as_bytes()).unwrap();
    }

    /// Takes in what the program writes until `is_there`.
    pub fn wait_until(&mut self, what: &str, is_there: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !is_there(self.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(chunk) => self.take(&chunk),
                Err(why) => panic!("{why}, and no {what} on the screen:\n{}", self.screen().contents()),
            }
        }
    }

    /// Takes in what the program writes until `text` is on the screen.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Types `keys`, and waits for `text`.
    pub fn press(&mut self, keys: &str, text: &str) {
        self.type_text(keys);
        self.wait_for(text);
    }

    /// Takes in what the program writes until it has written nothing for `how_long`.
    pub fn wait_for_rest(&mut self, how_long: Duration) {
        while let Ok(chunk) = self.output.recv_timeout(how_long) {
            self.take(&chunk);
        }
    }

    fn take(&mut self, chunk: &[u8]) {
        self.emulator.process(chunk);
        self.bytes.extend_from_slice(chunk);
    }

    /// Writes on the screen past the program, as a message of the system does.
    pub fn scribble(&mut self, text: &str) {
        let terminal = self.pty.as_ref().unwrap().master.tty_name().unwrap();
        fs::write(terminal, format!("\u{1b}[12;1H{text}")).unwrap();
        self.wait_for(text);
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.emulator.set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.pty.as_ref().unwrap().master.resize(size(columns, rows)).unwrap();
    }

    /// Sends the program a signal.
    pub fn signal(&self, name: &str) {
        let command = format!("kill -{name} {}", self.pid);
        assert!(Command::new("sh").args(["-c", &command]).status().unwrap().success());
    }

    /// Waits until the system says that the program is in this state: `T` is stopped.
    pub fn wait_for_state(&self, state: char) {
        let deadline = Instant::now() + PATIENCE;
        let is_there = || {
            let stat = fs::read_to_string(format!("/proc/{}/stat", self.pid)).unwrap();
            stat.rsplit(')').next().unwrap().trim_start().starts_with(state)
        };
        while !is_there() {
            assert!(Instant::now() < deadline, "never in state {state}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// How often any thread of the program has gone to sleep so far: it does so again only once woken.
    pub fn sleeps(&self) -> u64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.pid)).unwrap();
        let status = tasks.map(|task| fs::read_to_string(task.unwrap().path().join("status")).unwrap());
        let of = |status: String| {
            let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")).map(str::trim);
            line.unwrap().parse::<u64>().unwrap()
        };
        status.map(of).sum()
    }

    /// How the program ends, within `limit`.
    fn end(&mut self, limit: Duration) -> ExitStatus {
        if self.status.is_none() {
            self.status = self.ended.recv_timeout(limit).ok();
        }
        let still = || panic!("still running, and on the screen:\n{}", self.screen().contents());
        self.status.clone().unwrap_or_else(still)
    }

    /// Whether the program has ended by itself.
    pub fn has_ended(&mut self) -> bool {
        if self.status.is_none() {
            self.status = self.ended.try_recv().ok();
        }
        self.status.is_some()
    }

    /// The exit code of the program, which ends by itself within `limit` and gives the terminal back.
    pub fn wait_for_end(&mut self, limit: Duration) -> u32 {
        let status = self.end(limit);
        assert_eq!(status.signal(), None);
        assert!(self.is_given_back_in_settings());
        self.read_to_the_end();
        assert!(self.is_given_back_on_screen());
        status.exit_code()
    }

    /// Kills the program as a power cut would; on the screen is what it drew last.
    pub fn power_cut(&mut self) {
        self.signal("KILL");
        self.end(PATIENCE);
        self.read_to_the_end();
    }

    /// Takes in what a program that has ended wrote.
    fn read_to_the_end(&mut self) {
        // With nobody on the other side reading comes to an end.
        let PtyPair { master, slave } = self.pty.take().unwrap();
        drop(slave);
        while let Ok(chunk) = self.output.recv() {
            self.take(&chunk);
        }
        drop(master);
    }

    /// Closes the terminal, as closing its window does; how the program ends within `limit`.
    pub fn hang_up(mut self, limit: Duration) -> ExitStatus {
        // The reader holds the terminal too: it leaves at the next thing that is drawn.
        self.output = channel().1;
        self.type_text("?");
        self.reader.take().unwrap().join().unwrap();
        self.keys = None;
        self.pty = None;
        self.end(limit)
    }

    /// Takes in what the program writes until keyboard and screen are as before it had them.
    pub fn wait_until_given_back(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        while !self.is_given_back() {
            assert!(Instant::now() < deadline, "never given back:\n{}", self.screen().contents());
            // The keyboard may be given back with nothing written after it.
            self.wait_for_rest(Duration::from_millis(5));
        }
    }

    /// Whether keyboard and screen are as before the program had them.
    pub fn is_given_back(&self) -> bool {
        self.is_given_back_in_settings() && self.is_given_back_on_screen()
    }

    fn is_given_back_in_settings(&self) -> bool {
        settings(self.pty.as_ref().unwrap().master.as_ref()) == self.before
    }

    fn is_given_back_on_screen(&self) -> bool {
        let screen = self.screen();
        !(screen.alternate_screen() || screen.hide_cursor() || screen.bracketed_paste())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if !self.has_ended() {
            self.signal("KILL");
        }
    }
}

/// The line that is marked as selected.
pub fn selected(screen: &vt100::Screen) -> Option<String> {
    screen.contents().lines().find(|line| line.starts_with(" > ")).map(str::to_owned)
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn settings(terminal: &dyn MasterPty) -> String {
    format!("{:?}", terminal.get_termios().unwrap())
}
