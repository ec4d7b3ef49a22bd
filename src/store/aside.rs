//! Moves a damaged file out of the way, so that somebody may still look at it.
//!
//! It must never overwrite anything, nor read what it moves.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// More damaged files than this, and something else is wrong.
const MOST: u32 = 10_000;

/// Renames a file to its name and `.corrompu-<n>`, with the first free n; gives the new path.
pub(super) fn put_aside(path: &Path) -> io::Result<PathBuf> {
    for n in 1..=MOST {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".corrompu-{n}"));
        let target = PathBuf::from(name);
        // A rename may replace a file: the name is taken first, and only our own empty file replaced.
        match File::create_new(&target) {
            Ok(_) => {
                return match fs::rename(path, &target) {
                    Ok(()) => Ok(target),
                    Err(error) => {
                        // The first error is the one to tell.
                        let _ = fs::remove_file(&target);
                        Err(error)
                    }
                };
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
