//! A computer whose power can be cut: what was not synced may be lost, torn, or zeros, and names that
//! were not synced may be old or new, each by itself.

mod ends;

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use reflexe_personas::store::disk::{Disk, DiskFile, Entry, EntryKind};

use super::{Files, now};

#[derive(Clone, Debug, Default)]
struct Content {
    /// As programs see it.
    seen: Vec<u8>,
    /// As it is on the platter.
    kept: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Node {
    Folder,
    File(usize),
}

/// A change of names in one folder that may not have reached the platter.
#[derive(Clone, Debug)]
struct Change {
    folder: PathBuf,
    gone: Option<PathBuf>,
    given: Option<(PathBuf, Node)>,
}

#[derive(Debug, Default)]
struct State {
    contents: Vec<Content>,
    seen: BTreeMap<PathBuf, Node>,
    kept: BTreeMap<PathBuf, Node>,
    waiting: Vec<Change>,
    calls: usize,
    /// After this many calls, the power goes.
    cut_after: Option<usize>,
    /// Whether something was asked for since: the program is no more.
    over: bool,
    modified: Option<SystemTime>,
}

impl State {
    fn is_off(&self) -> bool {
        self.cut_after.is_some_and(|most| self.calls >= most)
    }

    fn change(&mut self, change: Change) {
        apply(&mut self.seen, &change);
        self.waiting.push(change);
    }
}

fn apply(names: &mut BTreeMap<PathBuf, Node>, change: &Change) {
    if let Some(gone) = &change.gone {
        names.remove(gone);
    }
    if let Some((path, node)) = &change.given {
        names.insert(path.clone(), *node);
    }
}

fn parent(path: &Path) -> PathBuf {
    path.parent().unwrap().to_owned()
}

/// The computer, as a [`Disk`].
#[derive(Clone, Debug, Default)]
pub(super) struct Machine(Arc<Mutex<State>>);

impl Machine {
    /// Starts with these files below a root folder, all on the platter.
    pub(super) fn with(root: &Path, files: &Files) -> Self {
        let mut state = State {
            modified: Some(now()),
            ..State::default()
        };
        let mut folders = vec![root.to_owned()];
        for (name, bytes) in files {
            let path = root.join(name);
            folders.push(parent(&path));
            state.seen.insert(path, Node::File(state.contents.len()));
            state.contents.push(Content {
                seen: bytes.clone(),
                kept: bytes.clone(),
            });
        }
        for folder in folders.iter().flat_map(|folder| folder.ancestors()) {
            state.seen.insert(folder.to_owned(), Node::Folder);
        }
        state.kept = state.seen.clone();
        Self(Arc::new(Mutex::new(state)))
    }

    /// The power will go after that many calls.
    pub(super) fn cut_after(&self, calls: usize) {
        self.0.lock().unwrap().cut_after = Some(calls);
    }

    /// Says whether the power went while the program had still something to do.
    pub(super) fn is_over(&self) -> bool {
        self.0.lock().unwrap().over
    }

    /// How many calls there have been.
    pub(super) fn calls(&self) -> usize {
        self.0.lock().unwrap().calls
    }

    /// The files below a folder, as programs see them.
    pub(super) fn files(&self, root: &Path) -> Files {
        let state = self.0.lock().unwrap();
        let contents: Vec<Vec<u8>> = state.contents.iter().map(|c| c.seen.clone()).collect();
        named(&state.seen, &contents, root)
    }

    fn call<T>(&self, work: impl FnOnce(&mut State) -> io::Result<T>) -> io::Result<T> {
        let mut state = self.0.lock().unwrap();
        if state.is_off() {
            state.over = true;
            return Err(io::Error::from_raw_os_error(5));
        }
        state.calls += 1;
        work(&mut state)
    }
}

/// Files whose folders are all there; without its folder, a file cannot be found.
fn named(names: &BTreeMap<PathBuf, Node>, contents: &[Vec<u8>], root: &Path) -> Files {
    let reachable = |path: &Path| {
        let mut above = path.ancestors().skip(1).take_while(|a| a.starts_with(root));
        above.all(|folder| names.get(folder) == Some(&Node::Folder))
    };
    let file = |(path, node): (&PathBuf, &Node)| match node {
        Node::File(id) if reachable(path) => {
            let name = path.strip_prefix(root).ok()?.to_str()?.to_owned();
            Some((name, contents[*id].clone()))
        }
        _ => None,
    };
    names.iter().filter_map(file).collect()
}

impl Disk for Machine {
    fn make_folder(&self, folder: &Path, _private: bool) -> io::Result<()> {
        self.call(|state| {
            let missing: Vec<PathBuf> = folder
                .ancestors()
                .take_while(|above| !state.seen.contains_key(*above))
                .map(Path::to_owned)
                .collect();
            for new in missing.into_iter().rev() {
                state.change(Change {
                    folder: parent(&new),
                    gone: None,
                    given: Some((new, Node::Folder)),
                });
            }
            match state.seen.get(folder) {
                Some(Node::Folder) => Ok(()),
                _ => Err(ErrorKind::AlreadyExists.into()),
            }
        })
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.call(|state| {
            if state.seen.get(&parent(path)) != Some(&Node::Folder) {
                return Err(ErrorKind::NotFound.into());
            }
            if state.seen.contains_key(path) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            let id = state.contents.len();
            state.contents.push(Content::default());
            state.change(Change {
                folder: parent(path),
                gone: None,
                given: Some((path.to_owned(), Node::File(id))),
            });
            Ok(Box::new(Open(self.clone(), id)) as Box<dyn DiskFile>)
        })
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.call(|state| match state.seen.get(path) {
            Some(Node::File(id)) => Ok(Box::new(Open(self.clone(), *id)) as Box<dyn DiskFile>),
            Some(Node::Folder) => Err(ErrorKind::InvalidInput.into()),
            None => Err(ErrorKind::NotFound.into()),
        })
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.call(|state| match state.seen.get(path) {
            Some(Node::File(id)) => {
                let bytes = &state.contents[*id].seen;
                let most = bytes.len().min(usize::try_from(most).unwrap());
                Ok(bytes[..most].to_vec())
            }
            Some(Node::Folder) => Err(ErrorKind::InvalidInput.into()),
            None => Err(ErrorKind::NotFound.into()),
        })
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.call(|state| match state.seen.get(path) {
            Some(Node::File(id)) => Ok(Entry {
                kind: EntryKind::File,
                bytes: state.contents[*id].seen.len() as u64,
                modified: state.modified,
            }),
            Some(Node::Folder) => Ok(Entry {
                kind: EntryKind::Folder,
                bytes: 0,
                modified: state.modified,
            }),
            None => Err(ErrorKind::NotFound.into()),
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.call(|state| {
            let inside = |path: &&PathBuf| path.parent() == Some(folder);
            Ok(state.seen.keys().filter(inside).cloned().collect())
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call(|state| {
            let node = *state.seen.get(from).ok_or(ErrorKind::NotFound)?;
            if state.seen.get(to) == Some(&Node::Folder) {
                return Err(ErrorKind::IsADirectory.into());
            }
            state.change(Change {
                folder: parent(to),
                gone: Some(from.to_owned()),
                given: Some((to.to_owned(), node)),
            });
            Ok(())
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call(|state| {
            state.seen.get(path).ok_or(ErrorKind::NotFound)?;
            state.change(Change {
                folder: parent(path),
                gone: Some(path.to_owned()),
                given: None,
            });
            Ok(())
        })
    }

    fn share(&self, _path: &Path) -> io::Result<()> {
        self.call(|_state| Ok(()))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call(|state| {
            let waiting = std::mem::take(&mut state.waiting);
            for change in waiting {
                if change.folder == folder {
                    apply(&mut state.kept, &change);
                } else {
                    state.waiting.push(change);
                }
            }
            Ok(())
        })
    }
}

/// A file of the computer, open.
#[derive(Debug)]
struct Open(Machine, usize);

impl DiskFile for Open {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.call(|state| {
            // Long ones in parts, as systems may.
            let count = bytes.len().min(100_000);
            state.contents[self.1].seen.extend(&bytes[..count]);
            Ok(count)
        })
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.call(|state| {
            let content = &mut state.contents[self.1];
            content.kept.clone_from(&content.seen);
            Ok(())
        })
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.0.call(|state| {
            let length = usize::try_from(length).unwrap();
            state.contents[self.1].seen.resize(length, 0);
            Ok(())
        })
    }
}
