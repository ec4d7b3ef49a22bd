//! Which renderer opened the window last time, and which died trying.
//!
//! A driver may end the process without a word; the mark left before trying is how the next start
//! knows. It must never keep the window from opening: a damaged file counts as none, and a renderer
//! that failed is tried last, not never.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{self, Previous};
use super::disk::Disk;
use super::error::StoreError;
use super::small::{private_folder_of, read_small};

/// Largest file, in bytes: far above a few names.
const LARGEST: u64 = 4 << 10;
/// The format this program writes.
const FORMAT: u32 = 1;

/// What is known of the renderers of this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StartMark {
    /// The one being tried; found at a start, it died there.
    pub starting: Option<String>,
    /// The one that opened the window last.
    pub worked: Option<String>,
    /// Those that did not, the latest last.
    pub failed: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Form {
    format: u32,
    starting: Option<String>,
    worked: Option<String>,
    #[serde(default)]
    failed: Vec<String>,
}

impl StartMark {
    /// Gives the renderers to try, in order.
    ///
    /// The one asked for is alone, if it is in the ladder. Else the one that worked comes first, then
    /// the ladder, then those that failed, the latest failure last: one that ends the process must not
    /// stand before another for ever.
    pub fn order(&self, asked: Option<&str>, ladder: &[&str]) -> Vec<String> {
        if let Some(asked) = asked.filter(|asked| ladder.contains(asked)) {
            return vec![asked.to_owned()];
        }
        let known = self.settled();
        let fresh = ladder
            .iter()
            .copied()
            .filter(|rung| !known.has_failed(rung));
        let worked = known.worked.as_deref();
        let worked = worked.filter(|rung| ladder.contains(rung) && !known.has_failed(rung));
        let last = known.failed.iter().map(String::as_str);
        let mut order: Vec<String> = Vec::new();
        for rung in worked
            .into_iter()
            .chain(fresh)
            .chain(last.filter(|rung| ladder.contains(rung)))
        {
            if !order.iter().any(|known| known == rung) {
                order.push(rung.to_owned());
            }
        }
        order
    }

    /// Marks a renderer as being tried; to be saved before trying.
    #[must_use]
    pub fn begin(&self, rung: &str) -> Self {
        Self {
            starting: Some(rung.to_owned()),
            ..self.settled()
        }
    }

    /// Marks a renderer as having opened the window.
    #[must_use]
    pub fn succeed(&self, rung: &str) -> Self {
        let mut mark = self.without(rung);
        mark.worked = Some(rung.to_owned());
        mark
    }

    /// Marks a renderer as having failed.
    #[must_use]
    pub fn fail(&self, rung: &str) -> Self {
        let mut mark = self.without(rung);
        mark.failed.push(rung.to_owned());
        mark
    }

    /// Counts what was being tried as failed: nobody came back to say otherwise.
    fn settled(&self) -> Self {
        match &self.starting {
            Some(rung) => self.fail(rung),
            None => self.clone(),
        }
    }

    /// Forgets a renderer, and counts another that was being tried as failed.
    fn without(&self, rung: &str) -> Self {
        let other = |name: &String| name != rung;
        let died = self.starting.clone().filter(other);
        let mut failed = self.failed.clone();
        failed.retain(|name| name != rung && Some(name) != died.as_ref());
        failed.extend(died.clone());
        Self {
            starting: None,
            worked: self
                .worked
                .clone()
                .filter(other)
                .filter(|name| Some(name) != died.as_ref()),
            failed,
        }
    }

    fn has_failed(&self, rung: &str) -> bool {
        self.failed.iter().any(|failed| failed == rung)
    }
}

/// Where the mark lives in a folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join("demarrage.json")
}

/// Reads the mark; one that is missing, damaged or newer counts as none.
pub fn load(disk: &dyn Disk, path: &Path) -> StartMark {
    let bytes = read_small(disk, path, LARGEST)
        .ok()
        .flatten()
        .unwrap_or_default();
    match serde_json::from_slice::<Form>(&bytes) {
        Ok(form) if form.format == FORMAT => StartMark {
            starting: form.starting,
            worked: form.worked,
            failed: form.failed,
        },
        _ => StartMark::default(),
    }
}

/// Writes the mark, in one go.
///
/// # Errors
/// [`StoreError`] if it cannot be written; the old one is intact, and the window may open all the same.
pub fn save(disk: &dyn Disk, path: &Path, mark: &StartMark) -> Result<(), StoreError> {
    private_folder_of(disk, path)?;
    let value = serde_json::json!(Form {
        format: FORMAT,
        starting: mark.starting.clone(),
        worked: mark.worked.clone(),
        failed: mark.failed.clone(),
    });
    let text = format!("{value:#}\n");
    atomic::write(disk, path, text.as_bytes(), Previous::Dropped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::RealDisk;

    fn put(path: &Path, bytes: &[u8]) {
        atomic::write(&RealDisk, path, bytes, Previous::Dropped).unwrap();
    }

    fn mark(starting: Option<&str>, worked: Option<&str>, failed: &[&str]) -> StartMark {
        StartMark {
            starting: starting.map(str::to_owned),
            worked: worked.map(str::to_owned),
            failed: failed.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn the_order_to_try() {
        const LADDER: &[&str] = &["glow", "wgpu", "soft"];
        type Row<'a> = (StartMark, Option<&'a str>, &'a [&'a str]);
        let table: &[Row<'_>] = &[
            // Nothing known: the ladder.
            (mark(None, None, &[]), None, LADDER),
            // Asked: alone, whatever happened; unknown: as if not asked.
            (mark(None, Some("glow"), &["wgpu"]), Some("wgpu"), &["wgpu"]),
            (mark(Some("wgpu"), None, &[]), Some("wgpu"), &["wgpu"]),
            (mark(None, None, &[]), Some("metal"), LADDER),
            // What worked comes first.
            (
                mark(None, Some("wgpu"), &[]),
                None,
                &["wgpu", "glow", "soft"],
            ),
            (mark(None, Some("metal"), &[]), None, LADDER),
            // What failed comes last, never not at all.
            (mark(None, None, &["glow"]), None, &["wgpu", "soft", "glow"]),
            (
                mark(None, Some("soft"), &["glow"]),
                None,
                &["soft", "wgpu", "glow"],
            ),
            (
                mark(None, None, &["wgpu", "metal", "glow"]),
                None,
                &["soft", "wgpu", "glow"],
            ),
            // What was being tried died there, even if it had worked.
            (
                mark(Some("glow"), None, &[]),
                None,
                &["wgpu", "soft", "glow"],
            ),
            (
                mark(Some("glow"), Some("glow"), &[]),
                None,
                &["wgpu", "soft", "glow"],
            ),
            // The latest to die stands behind those that only refused.
            (
                mark(Some("glow"), None, &["soft", "glow", "wgpu"]),
                None,
                &["soft", "wgpu", "glow"],
            ),
            // A file that contradicts itself still gives each once.
            (
                mark(None, Some("wgpu"), &["wgpu", "wgpu"]),
                None,
                &["glow", "soft", "wgpu"],
            ),
        ];
        for (known, asked, expected) in table {
            assert_eq!(
                known.order(*asked, LADDER),
                *expected,
                "{known:?} {asked:?}"
            );
        }
        assert!(
            mark(None, Some("glow"), &["wgpu"])
                .order(None, &[])
                .is_empty()
        );
    }

    #[test]
    fn a_start_is_marked_before_and_after() {
        let trying = StartMark::default().begin("glow");
        assert_eq!(trying, mark(Some("glow"), None, &[]));
        assert_eq!(trying.succeed("glow"), mark(None, Some("glow"), &[]));
        assert_eq!(trying.fail("glow"), mark(None, None, &["glow"]));
        // The process died; the next start goes one rung down.
        let next = trying.begin("wgpu");
        assert_eq!(next, mark(Some("wgpu"), None, &["glow"]));
        let opened = next.succeed("wgpu");
        assert_eq!(opened, mark(None, Some("wgpu"), &["glow"]));
        // Success clears the failure, failure clears the success.
        assert_eq!(opened.succeed("glow"), mark(None, Some("glow"), &[]));
        assert_eq!(opened.fail("wgpu"), mark(None, None, &["glow", "wgpu"]));
        assert_eq!(opened.fail("glow"), opened, "a failure is written once");
    }

    #[test]
    fn two_renderers_that_end_the_process_take_turns() {
        let mut known = StartMark::default();
        let mut tried = Vec::new();
        for _ in 0..4 {
            let first = known.order(None, &["glow", "wgpu"]).remove(0);
            known = known.begin(&first);
            tried.push(first);
        }
        assert_eq!(tried, ["glow", "wgpu", "glow", "wgpu"]);
    }

    #[test]
    fn a_mark_comes_back_and_damage_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder.path().join("neuf"));
        assert_eq!(load(&RealDisk, &path), StartMark::default());
        let known = mark(Some("wgpu"), Some("glow"), &["soft"]);
        save(&RealDisk, &path, &known).unwrap();
        assert_eq!(load(&RealDisk, &path), known);
        let good = std::fs::read(&path).unwrap();
        for cut in 0..good.len() - 2 {
            put(&path, good.get(..cut).unwrap());
            assert_eq!(load(&RealDisk, &path), StartMark::default(), "cut at {cut}");
        }
        for text in [
            "{\"format\":2,\"worked\":\"glow\"}",
            "{\"format\":1,\"failed\":[1]}",
            "[]",
            "{\"worked\":\"glow\"}",
        ] {
            put(&path, text.as_bytes());
            assert_eq!(load(&RealDisk, &path), StartMark::default(), "{text}");
        }
        put(&path, &vec![b' '; 5000]);
        assert_eq!(load(&RealDisk, &path), StartMark::default());
        put(&path, b"{\"format\":1}");
        assert_eq!(load(&RealDisk, &path), StartMark::default());
        let inside = path.join("demarrage.json");
        assert_eq!(load(&RealDisk, &inside), StartMark::default());
        assert!(
            save(&RealDisk, &inside, &known).is_err(),
            "its folder is a file"
        );
    }
}
