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

/// Opens an ordinary file; what is no file is refused without waiting for the other end of a pipe.
///
/// What was opened is looked at, not what stood there a moment before.
///
/// # Errors
/// `InvalidInput` for a pipe, a device, a folder, or a link that is not to be followed; else what
/// the system refused.
fn open_ordinary(path: &Path, options: &mut OpenOptions, links: Links) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;

        use rustix::fs::OFlags;
        // A terminal that was opened must not become this program's either.
        let mut flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        if links == Links::Refused {
            flags |= OFlags::NOFOLLOW;
        }
        options.custom_flags(flags.bits().cast_signed());
    }
    #[cfg(not(unix))]
    {
        let meta = match links {
            Links::Refused => fs::symlink_metadata(path)?,
            Links::Followed => fs::metadata(path)?,
        };
        if !meta.is_file() {
            return Err(ErrorKind::InvalidInput.into());
        }
    }
    let opened = options.open(path);
    #[cfg(unix)]
    let opened = opened.map_err(|error| {
        use rustix::io::Errno;
        // A link, a pipe that nobody reads, a folder.
        let not_ours = [Errno::LOOP, Errno::MLINK, Errno::NXIO, Errno::ISDIR];
        let not_ours = not_ours.map(Errno::raw_os_error);
        match error.raw_os_error() {
            Some(code) if not_ours.contains(&code) => ErrorKind::InvalidInput.into(),
            _ => error,
        }
    });
    let file = opened?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(ErrorKind::InvalidInput.into())
    }
}

/// Opens an ordinary file to read it, wherever a link leads.
///
/// # Errors
/// Those of [`open_ordinary`].
pub(super) fn open_followed(path: &Path) -> io::Result<File> {
    open_ordinary(path, OpenOptions::new().read(true), Links::Followed)
}

/// What becomes of a link at the end of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Links {
    /// It is refused.
    Refused,
    /// It leads to the file.
    Followed,
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
        let file = open_ordinary(path, OpenOptions::new().append(true), Links::Refused)?;
        Ok(Box::new(RealFile(file)))
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let file = open_ordinary(path, OpenOptions::new().read(true), Links::Refused)?;
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes)?;
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
        let rights = fs::Permissions::from_mode(0o600 | of_folder & 0o044);
        // Of the file itself, not of what its name may lead to by then.
        open_ordinary(path, OpenOptions::new().read(true), Links::Refused)?.set_permissions(rights)
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

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    #[test]
    fn links_pipes_and_devices_are_refused_by_the_opening_itself() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        File::create(at("file")).unwrap();
        symlink(at("file"), at("link")).unwrap();
        let made = Command::new("mkfifo").arg(at("pipe")).status();
        assert!(made.unwrap().success());
        // No look before: what takes the place of a file between a look and the opening is refused.
        let opened = |path: &Path, options: &mut OpenOptions, links| {
            open_ordinary(path, options, links)
                .map(drop)
                .map_err(|error| error.kind())
        };
        let no = Err(ErrorKind::InvalidInput);
        for path in [at("link"), at("pipe"), "/dev/null".into(), at("")] {
            let read = opened(&path, OpenOptions::new().read(true), Links::Refused);
            assert_eq!(read, no, "{}", path.display());
        }
        for path in [at("link"), at("pipe"), "/dev/null".into(), at("")] {
            let added = opened(&path, OpenOptions::new().append(true), Links::Refused);
            assert_eq!(added, no, "{}", path.display());
        }
        let follows = opened(&at("link"), OpenOptions::new().read(true), Links::Followed);
        assert_eq!(follows, Ok(()));
    }
}
