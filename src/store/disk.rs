//! The few calls to the file system that decide what is kept and what is gone.
//!
//! It exists so that tests can make each call fail in turn, or cut the power after it: everything
//! this program writes goes through a [`Disk`]. It must never decide what a file means, follow a
//! link, or retry what the system refused.

use std::fmt::Debug;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What stands at a path; a link is told as such, never followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was last written, if the system says.
    pub modified: Option<SystemTime>,
}

/// The kind of an [`Entry`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A link, wherever it leads.
    Link,
    /// A pipe, a device, a socket.
    Other,
}

/// The file system, as this program uses it.
pub trait Disk: Debug + Send + Sync {
    /// Makes a folder and those above it, new ones for their owner alone if `private`.
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()>;
    /// Creates a file for its owner alone, open for writing; fails if anything stands there.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;
    /// Opens an ordinary file to add at its end; a link is refused.
    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>>;
    /// Reads at most so many bytes of an ordinary file; a link is refused.
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>>;
    /// Says what stands at a path.
    fn entry(&self, path: &Path) -> io::Result<Entry>;
    /// Lists the paths in a folder, sorted.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// Gives a file another name in one go, replacing what has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file or a link.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Lets those who may read a folder read a file in it, and nobody change it.
    fn share(&self, path: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk, where the file system can.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// A file open for writing.
pub trait DiskFile: Debug + Send {
    /// Writes some of the bytes and says how many.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;
    /// Waits until the content is on the disk.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts the file at a length in bytes.
    fn cut(&mut self, length: u64) -> io::Result<()>;
}

/// Calls again as long as a signal interrupts: that is no refusal.
///
/// # Errors
/// What the system refused.
pub fn uninterrupted<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// Writes all the bytes, however few the system takes at a time.
///
/// # Errors
/// What the system refused; some of the bytes may be written.
pub fn write_all(file: &mut dyn DiskFile, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match uninterrupted(|| file.write(bytes))? {
            0 => return Err(ErrorKind::WriteZero.into()),
            count => bytes = bytes.get(count..).unwrap_or_default(),
        }
    }
    Ok(())
}

/// Gives the folder a path is in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// The real one.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl RealDisk {
    /// Refuses what is not an ordinary file: opening a pipe would wait for ever.
    fn ordinary(self, path: &Path) -> io::Result<()> {
        match self.entry(path)?.kind {
            EntryKind::File => Ok(()),
            _ => Err(ErrorKind::InvalidInput.into()),
        }
    }
}

impl Disk for RealDisk {
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        if private {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        #[cfg(not(unix))]
        let _ = private;
        builder.create(folder)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        Ok(Box::new(RealFile(options.open(path)?)))
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.ordinary(path)?;
        Ok(Box::new(RealFile(
            OpenOptions::new().append(true).open(path)?,
        )))
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.ordinary(path)?;
        let mut bytes = Vec::new();
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        let meta = fs::symlink_metadata(path)?;
        let kind = meta.file_type();
        Ok(Entry {
            kind: if kind.is_symlink() {
                EntryKind::Link
            } else if kind.is_dir() {
                EntryKind::Folder
            } else if kind.is_file() {
                EntryKind::File
            } else {
                EntryKind::Other
            },
            bytes: meta.len(),
            modified: meta.modified().ok(),
        })
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths = fs::read_dir(folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<Vec<_>>>()?;
        paths.sort();
        Ok(paths)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    #[cfg(unix)]
    fn share(&self, path: &Path) -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        let of_folder = fs::metadata(folder_of(path))?.permissions().mode();
        self.ordinary(path)?;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600 | of_folder & 0o044))
    }

    #[cfg(not(unix))]
    fn share(&self, _path: &Path) -> io::Result<()> {
        // A new file has the rights of its folder there.
        Ok(())
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Without this the new name itself may be lost with the power.
        match File::open(folder)?.sync_all() {
            // Some network file systems have no such call: nothing more can be done there.
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::InvalidInput | ErrorKind::Unsupported
                ) =>
            {
                Ok(())
            }
            result => result,
        }
    }

    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Debug)]
struct RealFile(File);

impl DiskFile for RealFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.0.set_len(length)
    }
}
