//! Says how many times each line of our code ran, from the profiles of an instrumented run.
//!
//! Usage: reflexe-personas-coverage ROOT PROFILES OBJECT…
//! One line for each line of code under ROOT/src: the file, the number, the count, tabs between.
//! A line counts as LLVM counts it: the most of the regions that begin on it and of the innermost
//! that is open where it begins.

use std::collections::BTreeMap;
use std::io::{BufWriter, Write as _, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use llvm_profparser::{CoverageMapping, CoverageResult, SourceLocation, merge_profiles};

/// How many times each line that has code ran.
fn lines(result: &CoverageResult) -> BTreeMap<usize, usize> {
    let mut lines: BTreeMap<usize, usize> = BTreeMap::new();
    // The innermost region open at the beginning of a line: the last that began before, and of two
    // that began together the one that ends first.
    let mut open: BTreeMap<usize, (&SourceLocation, usize)> = BTreeMap::new();
    for (place, count) in &result.hits {
        let begun = lines.entry(place.line_start).or_default();
        *begun = (*begun).max(*count);
        let last = if place.column_end > 1 { place.line_end } else { place.line_end - 1 };
        for line in place.line_start + 1..=last {
            let inner = |other: &SourceLocation| {
                let (mine, its) = (
                    (place.line_start, place.column_start),
                    (other.line_start, other.column_start),
                );
                let (my_end, its_end) = (
                    (place.line_end, place.column_end),
                    (other.line_end, other.column_end),
                );
                mine > its || (mine == its && my_end < its_end)
            };
            if open.get(&line).is_none_or(|(other, _)| inner(other)) {
                open.insert(line, (place, *count));
            }
        }
    }
    for (line, (_, count)) in open {
        let most = lines.entry(line).or_default();
        *most = (*most).max(count);
    }
    lines
}

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let root = arguments.next().context("which root?")?.canonicalize()?;
    let folder = arguments.next().context("which folder of profiles?")?;
    let objects: Vec<PathBuf> = arguments.collect();
    let mut profiles = Vec::new();
    for entry in std::fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "profraw") {
            profiles.push(path);
        }
    }
    let merged = merge_profiles(&profiles)?;
    let ours = |path: &Path| path.strip_prefix(&root).ok().filter(|path| path.starts_with("src")).map(Path::to_owned);
    let report = CoverageMapping::new(&objects, &merged, false)?
        .generate_subreport(|paths| paths.iter().any(|path| ours(path).is_some()))?;
    let mut out = BufWriter::new(stdout().lock());
    for (path, result) in &report.files {
        let Some(name) = ours(path) else { continue };
        for (line, count) in lines(result) {
            writeln!(out, "{}\t{line}\t{count}", name.display())?;
        }
    }
    Ok(())
}
