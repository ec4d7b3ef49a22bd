//! Kinds of places, on lists of mounts as systems write them.

use super::*;
use crate::store::disk::RealDisk;

/// A workstation: encrypted home, two shares, two keys, a card reader, a mounted image.
const WORKSTATION: &str = r"22 28 0:20 / /sys rw,nosuid,nodev,noexec,relatime shared:7 - sysfs sysfs rw
23 28 0:21 / /proc rw,nosuid,nodev,noexec,relatime shared:14 - proc proc rw
24 28 0:5 / /dev rw,nosuid,relatime shared:2 - devtmpfs udev rw,size=8054900k,mode=755
26 28 0:22 / /run rw,nosuid,nodev,noexec,relatime shared:5 - tmpfs tmpfs rw,size=1617856k,mode=755
28 1 253:1 / / rw,relatime shared:1 - ext4 /dev/mapper/vg-root rw,errors=remount-ro
60 28 253:2 / /home rw,relatime shared:30 master:2 - ext4 /dev/mapper/vg-home rw
61 28 8:1 / /boot/efi rw,relatime shared:31 - vfat /dev/sda1 rw,fmask=0077
70 60 0:48 / /home/agent/Partage\040du\040service rw,relatime shared:60 - cifs //srv-fichiers/commun rw,vers=3.1.1
71 28 0:50 / /srv/accueil rw,relatime shared:61 - nfs4 10.0.0.2:/export/accueil rw,vers=4.2
72 26 0:52 / /run/user/1000 rw,nosuid,nodev,relatime shared:62 - tmpfs tmpfs rw,uid=1000
73 72 0:53 / /run/user/1000/gvfs rw,nosuid,nodev,relatime shared:63 - fuse.gvfsd-fuse gvfsd-fuse rw,user_id=1000
80 26 8:17 / /run/media/agent/CL\303\211\040USB rw,nosuid,nodev,relatime shared:70 - vfat /dev/sdb1 rw,uid=1000
81 28 8:33 / /media/agent/SAUVE rw,nosuid,nodev,relatime shared:71 - ext4 /dev/sdc1 rw
82 28 8:49 / /mnt/carte rw,relatime shared:72 - exfat /dev/sdd1 rw
83 28 8:65 / /mnt/disque2 rw,relatime shared:73 - ext4 /dev/sde1 rw
84 60 0:60 / /home/agent/serveur rw,nosuid,nodev,relatime shared:74 - fuse.sshfs agent@srv:/home/agent rw,user_id=1000
85 60 0:61 / /home/agent/nuage rw,nosuid,nodev,relatime shared:75 - fuse https://cloud.example.org/dav rw,user_id=1000
86 28 0:62 / /mnt/windows rw,relatime shared:76 - fuseblk /dev/sda3 rw,user_id=0
87 28 0:63 / /media/reseau rw,relatime shared:77 - nfs 10.0.0.2:/export/media rw,vers=3
88 60 0:64 / /home/agent/a\134b rw,relatime shared:78 - cifs //srv/a rw
89 60 253:3 / /home/agent/chiffr\303\251 rw,relatime shared:79 - fuse.gocryptfs /home/agent/.c rw
";

/// Windows' Linux: its own disk, and the disks of Windows.
const WSL: &str = r"76 60 8:32 / / rw,relatime - ext4 /dev/sdc rw,discard,errors=remount-ro
110 76 0:66 / /mnt/wsl rw,relatime shared:1 - tmpfs none rw
120 76 0:70 / /mnt/c rw,noatime - 9p C:\134 rw,dirsync,aname=drvfs;path=C:\134;uid=1000
121 76 0:71 / /usr/lib/wsl/drivers ro,nosuid,nodev,noatime - 9p drivers ro,dirsync
";

/// A container, and a share mounted over a folder that was already a mount.
const STACKED: &str = r"700 600 0:90 / / rw,relatime - overlay overlay rw,lowerdir=/a:/b,upperdir=/c
701 700 254:0 /srv/notes /notes rw,relatime - ext4 /dev/vda rw
702 701 0:91 / /notes rw,relatime - cifs //srv/notes rw
703 702 0:92 / /notes/interne rw,relatime - tmpfs tmpfs rw
704 700 0:93 / /auto rw,relatime - autofs systemd-1 rw,fd=30
";

fn kind(mounts: &str, folder: &str) -> PlaceKind {
    linux_kind(Path::new(folder), mounts)
}

#[test]
fn a_workstation() {
    use PlaceKind::{Local, Network, Removable};
    for (folder, expected) in [
        ("/home/agent/Documents/Réflexe Personas/Notes", Local),
        ("/home/agent/.local/share", Local),
        ("/", Local),
        ("/boot/efi", Local),
        ("/tmp", Local),
        ("/home/agent/Partage du service", Network),
        ("/home/agent/Partage du service/Notes", Network),
        ("/home/agent/Partage du service 2", Local),
        ("/home/agent/Partage", Local),
        ("/srv/accueil/2026", Network),
        ("/srv", Local),
        ("/run/user/1000/gvfs/smb-share:server=srv,share=a", Network),
        ("/run/user/1000/autre", Local),
        ("/run/media/agent/CLÉ USB/Notes", Removable),
        ("/run/media/agent/AUTRE", Local),
        ("/media/agent/SAUVE", Removable),
        ("/media/agent", Local),
        ("/media", Local),
        ("/mnt/carte/a", Removable),
        ("/mnt/windows/Users", Removable),
        ("/mnt/disque2/a", Local),
        ("/home/agent/serveur/x", Network),
        ("/home/agent/nuage", Network),
        ("/media/reseau/x", Network),
        ("/home/agent/a\\b/c", Network),
        ("/home/agent/chiffré/c", Local),
    ] {
        assert_eq!(kind(WORKSTATION, folder), expected, "{folder}");
    }
}

#[test]
fn the_disks_of_windows_seen_from_linux_are_another_systems() {
    assert_eq!(
        kind(WSL, "/mnt/c/Users/agent/Documents"),
        PlaceKind::Network
    );
    assert_eq!(kind(WSL, "/home/agent"), PlaceKind::Local);
    assert_eq!(kind(WSL, "/mnt/d"), PlaceKind::Local);
}

#[test]
fn what_was_mounted_last_on_a_point_counts() {
    assert_eq!(kind(STACKED, "/notes/a"), PlaceKind::Network);
    assert_eq!(kind(STACKED, "/notes/interne/a"), PlaceKind::Local);
    assert_eq!(kind(STACKED, "/auto/a"), PlaceKind::Local);
    assert_eq!(kind(STACKED, "/x"), PlaceKind::Local);
}

#[test]
fn every_network_file_system_is_known_with_its_fuse_form() {
    for system in [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "davfs",
        "afs",
        "ceph",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs",
        "fuse.glusterfs",
        "fuse.s3fs",
        "fuse.cifs",
    ] {
        let line = format!("90 28 0:99 / /srv/a rw - {system} source rw\n");
        let mounts = format!("{WORKSTATION}{line}");
        assert_eq!(kind(&mounts, "/srv/a/b"), PlaceKind::Network, "{system}");
    }
    for system in [
        "ext4",
        "btrfs",
        "xfs",
        "zfs",
        "tmpfs",
        "overlay",
        "fuse.encfs",
        "ecryptfs",
    ] {
        let line = format!("90 28 0:99 / /srv/a rw - {system} source rw\n");
        let mounts = format!("{WORKSTATION}{line}");
        assert_eq!(kind(&mounts, "/srv/a/b"), PlaceKind::Local, "{system}");
    }
}

#[test]
fn a_list_that_cannot_be_read_says_local() {
    for text in [
        "",
        "\n\n",
        "a b c",
        "1 2 3:4 / / rw",
        "1 2 3:4 / - ext4",
        "1 2 3:4 / /srv rw - nfs",
    ] {
        assert_eq!(kind(text, "/home"), PlaceKind::Local, "{text}");
    }
    assert_eq!(
        kind("1 2 3:4 / /srv rw - nfs", "/srv/a"),
        PlaceKind::Network
    );
    assert_eq!(
        kind(r"1 2 3:4 / /a\04 rw - nfs x rw", r"/a\04"),
        PlaceKind::Network
    );
    assert_eq!(
        kind(r"1 2 3:4 / /a\999 rw - nfs x rw", r"/a\999"),
        PlaceKind::Network
    );
}

#[test]
fn shares_of_windows_by_their_spelling() {
    for share in [
        r"\\srv-fichiers\commun\Notes",
        "//srv-fichiers/commun/Notes",
        r"\\?\UNC\srv\commun",
        r"\\?\unc\srv\commun",
        r"\\wsl.localhost\Debian\home",
        r"\\srv@SSL\DavWWWRoot\a",
    ] {
        assert_eq!(windows_kind(share), PlaceKind::Network, "{share}");
    }
    for own in [
        r"C:\Users\agent",
        r"\\?\C:\Users\é",
        r"\\.\C:\a",
        "C:/Users",
        "",
        r"\a",
        r"\\?\é",
    ] {
        assert_eq!(windows_kind(own), PlaceKind::Local, "{own}");
    }
}

#[test]
fn only_a_disk_of_this_machine_may_hold_a_draft() {
    assert!(PlaceKind::Local.may_hold_a_draft());
    assert!(!PlaceKind::Network.may_hold_a_draft());
    assert!(!PlaceKind::Removable.may_hold_a_draft());
}

#[test]
#[cfg(target_os = "linux")]
fn folders_of_this_machine_are_found_through_links_and_before_they_exist() {
    let root = tempfile::tempdir().unwrap();
    let expected = kind_of(&RealDisk, root.path());
    let link = root.path().join("lien");
    std::os::unix::fs::symlink("/proc/self", &link).unwrap();
    assert_eq!(
        real(&link.join("absent/plus loin"))
            .parent()
            .unwrap()
            .file_name()
            .unwrap(),
        "absent"
    );
    assert!(real(&link).starts_with("/proc"));
    let deep = root.path().join("pas encore").join("là");
    assert_eq!(kind_of(&RealDisk, &deep), expected);
    // The list of this very machine is read.
    let text = RealDisk.read(Path::new(MOUNTS), LARGEST).unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(
        text.lines()
            .filter_map(mount_of_line)
            .any(|m| m.point == Path::new("/"))
    );
}
