//! A folder as a disk has it that loses its power: of each file what was synced, of each folder the names that
//! were synced with it. Whatever else was written is gone; so strict is no real disk.

use crate::trace::Call;
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    File(usize),
    Folder(usize),
}

#[derive(Debug, Default)]
struct File {
    now: Vec<u8>,
    safe: Vec<u8>,
}

type Names = BTreeMap<String, Node>;

#[derive(Debug, Default)]
struct Folder {
    now: Names,
    safe: Names,
}

/// The folder with everything in it.
#[derive(Debug)]
pub struct Disk {
    /// Where it is; the programs run in it.
    root: PathBuf,
    files: Vec<File>,
    /// The first is the root.
    folders: Vec<Folder>,
    /// Where the next byte goes in each open file, and whether always at its end.
    places: HashMap<i32, (usize, bool)>,
}

impl Disk {
    /// The folder as it is, all of it on disk.
    pub fn of(root: &Path) -> Self {
        let root = root.canonicalize().unwrap();
        let mut disk = Self { root: root.clone(), files: Vec::new(), folders: Vec::new(), places: HashMap::new() };
        disk.take_in(&root);
        disk
    }

    fn take_in(&mut self, folder: &Path) -> Node {
        let id = self.folders.len();
        self.folders.push(Folder::default());
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let node = if path.is_dir() {
                self.take_in(&path)
            } else {
                let bytes = fs::read(&path).unwrap();
                self.files.push(File { now: bytes.clone(), safe: bytes });
                Node::File(self.files.len() - 1)
            };
            self.folders[id].now.insert(path.file_name().unwrap().to_str().unwrap().to_owned(), node);
        }
        self.folders[id].safe = self.folders[id].now.clone();
        Node::Folder(id)
    }

    /// What a call does to the folder. What it writes to a terminal is returned.
    pub fn apply(&mut self, call: &Call) -> Option<Vec<u8>> {
        match call.name.as_str() {
            "openat" => self.open(call),
            "lseek" => self.seek(call),
            "write" => return self.write(call),
            "pwrite64" => {
                let at = call.number(3);
                self.put(call, &call.bytes(1)[..to_usize(call.result)], at);
            }
            "ftruncate" => {
                if let Some(file) = self.file(call, 0) {
                    file.now.resize(call.number(1), 0);
                }
            }
            "copy_file_range" => self.copy(call),
            "fsync" | "fdatasync" => self.sync(call),
            "mkdir" => self.make(&self.path(None, call.bytes(0))),
            "rename" => self.rename(&self.path(None, call.bytes(0)), &self.path(None, call.bytes(1))),
            "renameat" | "renameat2" => {
                self.rename(&self.path(call.file(0), call.bytes(1)), &self.path(call.file(2), call.bytes(3)));
            }
            "link" => self.link(&self.path(None, call.bytes(0)), &self.path(None, call.bytes(1))),
            "linkat" => self.link(&self.path(call.file(0), call.bytes(1)), &self.path(call.file(2), call.bytes(3))),
            "unlink" | "rmdir" => self.remove(&self.path(None, call.bytes(0))),
            "unlinkat" => self.remove(&self.path(call.file(0), call.bytes(1))),
            // Where the data of a file lies is no promise that it stays.
            "sync_file_range" => {}
            _ => {
                let ours =
                    (0..call.given.len()).any(|at| call.file(at).is_some_and(|(_, path)| path.starts_with(&self.root)));
                assert!(!ours, "what this does to a file is not known here: {}", call.name);
            }
        }
        None
    }

    /// Puts what a power cut would leave now into the empty folder `to`.
    pub fn leave(&self, to: &Path) {
        self.leave_folder(0, to);
    }

    fn leave_folder(&self, folder: usize, to: &Path) {
        for (name, node) in &self.folders[folder].safe {
            let path = to.join(name);
            match node {
                // Shared memory is no file: whoever opens the store first makes it anew.
                Node::File(_) if name.ends_with("-shm") => {}
                Node::File(file) => fs::write(path, &self.files[*file].safe).unwrap(),
                Node::Folder(folder) => {
                    fs::create_dir_all(&path).unwrap();
                    self.leave_folder(*folder, &path);
                }
            }
        }
    }

    fn open(&mut self, call: &Call) {
        let flags = call.word(2);
        let path = self.path(call.file(0), call.bytes(1));
        self.places.insert(i32::try_from(call.result).unwrap(), (0, flags.contains("O_APPEND")));
        if flags.contains("O_TMPFILE") {
            return;
        }
        if flags.contains("O_CREAT") && self.node(&path).is_none() {
            self.files.push(File::default());
            self.name(&path, Node::File(self.files.len() - 1));
        }
        if flags.contains("O_TRUNC")
            && let Some(Node::File(file)) = self.node(&path)
        {
            self.files[file].now.clear();
        }
    }

    fn seek(&mut self, call: &Call) {
        if let Some(place) = call.file(0).and_then(|(number, _)| self.places.get_mut(&number)) {
            place.0 = to_usize(call.result);
        }
    }

    fn write(&mut self, call: &Call) -> Option<Vec<u8>> {
        let (number, path) = call.file(0)?;
        let bytes = &call.bytes(1)[..to_usize(call.result)];
        if path.starts_with("/dev/pts") {
            return Some(bytes.to_vec());
        }
        let (place, appends) = self.places.get(&number).copied()?;
        let at = if appends { self.file(call, 0)?.now.len() } else { place };
        self.put(call, bytes, at);
        self.places.insert(number, (at + bytes.len(), appends));
        None
    }

    fn put(&mut self, call: &Call, bytes: &[u8], at: usize) {
        let Some(file) = self.file(call, 0) else { return };
        let end = at + bytes.len();
        if file.now.len() < end {
            file.now.resize(end, 0);
        }
        file.now[at..end].copy_from_slice(bytes);
    }

    fn copy(&mut self, call: &Call) {
        let (Some((from, path)), Some((to, _))) = (call.file(0), call.file(2)) else { return };
        assert_eq!((call.word(1), call.word(3)), ("NULL", "NULL"));
        let length = to_usize(call.result);
        let place = self.places[&from].0;
        let Some(Node::File(file)) = self.node(path) else { return };
        let bytes = self.files[file].now[place..place + length].to_vec();
        self.places.get_mut(&from).unwrap().0 += length;
        let at = self.places[&to].0;
        let Some(file) = self.file(call, 2) else { return };
        file.now.resize(file.now.len().max(at + length), 0);
        file.now[at..at + length].copy_from_slice(&bytes);
        self.places.get_mut(&to).unwrap().0 += length;
    }

    fn sync(&mut self, call: &Call) {
        match call.file(0).and_then(|(_, path)| self.node(path)) {
            Some(Node::File(file)) => self.files[file].safe = self.files[file].now.clone(),
            Some(Node::Folder(folder)) => self.folders[folder].safe = self.folders[folder].now.clone(),
            None => {}
        }
    }

    fn make(&mut self, path: &Path) {
        self.folders.push(Folder::default());
        self.name(path, Node::Folder(self.folders.len() - 1));
    }

    fn rename(&mut self, from: &Path, to: &Path) {
        if let Some(node) = self.node(from) {
            self.remove(from);
            self.name(to, node);
        }
    }

    fn link(&mut self, from: &Path, to: &Path) {
        if let Some(node) = self.node(from) {
            self.name(to, node);
        }
    }

    fn remove(&mut self, path: &Path) {
        if let Some(folder) = self.parent(path) {
            self.folders[folder].now.remove(path.file_name().unwrap().to_str().unwrap());
        }
    }

    fn name(&mut self, path: &Path, node: Node) {
        if let Some(folder) = self.parent(path) {
            self.folders[folder].now.insert(path.file_name().unwrap().to_str().unwrap().to_owned(), node);
        }
    }

    fn parent(&self, path: &Path) -> Option<usize> {
        match self.node(path.parent()?)? {
            Node::Folder(folder) => Some(folder),
            Node::File(_) => None,
        }
    }

    /// What is at `path`; nothing outside of the folder.
    fn node(&self, path: &Path) -> Option<Node> {
        let mut node = Node::Folder(0);
        for part in path.strip_prefix(&self.root).ok()?.components() {
            let Node::Folder(folder) = node else { return None };
            node = *self.folders[folder].now.get(part.as_os_str().to_str()?)?;
        }
        Some(node)
    }

    fn file(&mut self, call: &Call, at: usize) -> Option<&mut File> {
        match self.node(call.file(at)?.1)? {
            Node::File(file) => Some(&mut self.files[file]),
            Node::Folder(_) => None,
        }
    }

    /// A path that a call names, from a folder that it names or from the one that programs run in.
    fn path(&self, from: Option<(i32, &Path)>, name: &[u8]) -> PathBuf {
        from.map_or(self.root.as_path(), |(_, path)| path).join(std::str::from_utf8(name).unwrap())
    }
}

fn to_usize(number: u64) -> usize {
    usize::try_from(number).unwrap()
}
