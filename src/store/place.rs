//! What kind of place a folder is: a disk of this machine, a network folder, a key.
//!
//! It exists so that exports to a place others read are warned of, and that the draft is never there.
//! It must never keep anything from being written by itself. A share that is gone may take minutes to
//! answer: it is asked off the window's thread.
//!
//! Windows is not tried: names of shares are known there, a mapped letter once the system has said
//! what it stands for, a key is not.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use crate::domain::kept::PlaceKind;

/// Where Linux lists what is mounted.
const MOUNTS: &str = "/proc/self/mountinfo";
/// Largest list read, in bytes.
const LARGEST: u64 = 4 << 20;

/// File systems of another machine, or shared with one.
const NETWORK: &[&str] = &[
    "9p",
    "acfs",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "fhgfs",
    "gfs2",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "orangefs",
    "prl_fs",
    "pvfs2",
    "smb2",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
];
/// The same behind FUSE, as the part after the dot.
const NETWORK_FUSE: &[&str] = &[
    "afpfs",
    "ceph",
    "cephfs",
    "curlftpfs",
    "davfs",
    "davfs2",
    "dbxfs",
    "glusterfs",
    "google-drive-ocamlfuse",
    "gvfs-fuse-daemon",
    "gvfsd-fuse",
    "httpfs",
    "juicefs",
    "kio-fuse",
    "moosefs",
    "mfs",
    "onedriver",
    "portal",
    "rclone",
    "s3fs",
    "seadrive",
    "smbnetfs",
    "sshfs",
    "vmhgfs-fuse",
    "webdavfs",
];
/// File systems of keys and cards.
const CARRIED: &[&str] = &[
    "exfat",
    "fat",
    "fuseblk",
    "hfsplus",
    "iso9660",
    "msdos",
    "ntfs",
    "ntfs3",
    "udf",
    "umsdos",
    "vfat",
    "fuse.exfat",
    "fuse.ntfs",
    "fuse.ntfs-3g",
];

/// Says what kind of place a folder is, there or not yet.
pub fn kind_of(disk: &dyn Disk, folder: &Path) -> PlaceKind {
    // Asking first also wakes a place that is mounted when needed.
    let real = real(folder);
    if cfg!(windows) {
        return windows_kind(&real.to_string_lossy());
    }
    let mounts = disk.read(Path::new(MOUNTS), LARGEST).unwrap_or_default();
    linux_kind(&real, &String::from_utf8_lossy(&mounts))
}

/// The folder without links, its part that is not there yet left as it is.
fn real(folder: &Path) -> PathBuf {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    for ancestor in folder.ancestors() {
        if let Ok(real) = std::fs::canonicalize(ancestor) {
            let rest = folder.strip_prefix(ancestor).unwrap_or(Path::new(""));
            return real.join(rest);
        }
    }
    folder
}

/// One line of the list of mounts.
struct Mount<'t> {
    point: PathBuf,
    system: &'t str,
    source: &'t str,
}

/// Says what kind of place a folder without links is, from the text of `/proc/self/mountinfo`.
///
/// ```
/// use std::path::Path;
/// use reflexe_personas::domain::kept::PlaceKind;
/// use reflexe_personas::store::place::linux_kind;
/// let mounts = "27 1 8:1 / / rw - ext4 /dev/sda1 rw\n90 27 0:50 / /srv rw - nfs4 h:/a rw\n";
/// assert_eq!(linux_kind(Path::new("/srv/notes"), mounts), PlaceKind::Network);
/// assert_eq!(linux_kind(Path::new("/home"), mounts), PlaceKind::Local);
/// ```
pub fn linux_kind(folder: &Path, mounts: &str) -> PlaceKind {
    // What was mounted last on a point hides what was there.
    let mount = mounts
        .lines()
        .filter_map(mount_of_line)
        .filter(|mount| folder.starts_with(&mount.point))
        .max_by_key(|mount| mount.point.components().count());
    mount.map_or(PlaceKind::Local, |mount| kind_of_mount(&mount))
}

fn kind_of_mount(mount: &Mount<'_>) -> PlaceKind {
    let behind = mount.system.strip_prefix("fuse.");
    let by_name = NETWORK.contains(&mount.system)
        || behind.is_some_and(|name| NETWORK_FUSE.contains(&name) || NETWORK.contains(&name));
    // davfs says « fuse », and its address; a share says its name.
    if by_name || mount.source.contains("://") || mount.source.starts_with("//") {
        return PlaceKind::Network;
    }
    let under = |folder: &str| mount.point.starts_with(folder) && mount.point != Path::new(folder);
    let carried = under("/mnt") && CARRIED.contains(&mount.system);
    if under("/media") || under("/run/media") || carried {
        PlaceKind::Removable
    } else {
        PlaceKind::Local
    }
}

/// Reads « 36 35 98:0 / /mnt rw,noatime shared:1 - ext3 /dev/root rw »; some fields are optional.
fn mount_of_line(line: &str) -> Option<Mount<'_>> {
    let (before, after) = line.split_once(" - ")?;
    let point = before.split(' ').nth(4)?;
    let mut after = after.split(' ');
    Some(Mount {
        point: PathBuf::from(unescaped(point)),
        system: after.next()?,
        source: after.next().unwrap_or_default(),
    })
}

/// Turns `\040` and the like back into what they stand for.
fn unescaped(text: &str) -> OsString {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let octal = match (first, after.get(..3)) {
            (b'\\', Some(digits)) => std::str::from_utf8(digits)
                .ok()
                .and_then(|digits| u8::from_str_radix(digits, 8).ok()),
            _ => None,
        };
        bytes.push(octal.unwrap_or(*first));
        let read = if octal.is_some() { 3 } else { 0 };
        rest = after.get(read..).unwrap_or_default();
    }
    os_string(bytes)
}

#[cfg(unix)]
fn os_string(bytes: Vec<u8>) -> OsString {
    use std::os::unix::ffi::OsStringExt as _;
    OsString::from_vec(bytes)
}

#[cfg(not(unix))]
fn os_string(bytes: Vec<u8>) -> OsString {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// Says what kind of place a path of Windows is, from its spelling.
pub fn windows_kind(path: &str) -> PlaceKind {
    let path = path.replace('/', "\\");
    let verbatim = path.strip_prefix(r"\\?\");
    let share = match verbatim {
        Some(rest) => rest
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case(r"UNC\")),
        None => path.starts_with(r"\\") && !path.starts_with(r"\\.\"),
    };
    if share {
        PlaceKind::Network
    } else {
        PlaceKind::Local
    }
}

#[cfg(test)]
mod tests;
