//! The text of a kit to publish, with the comments of whoever wrote it by hand.
//!
//! It must never publish a text that says something else than the kit that was read.

use std::path::Path;

use crate::store::error::StoreError;
use crate::store::kit_file::{self, LoadedKit};

/// Gives a kit’s text as one bundle: a file as it is, a folder with its files one after the other.
///
/// Comments stay. Where files cannot be put together so, the content is written anew without comments,
/// and the second value says that it was: the folder itself is as it was.
///
/// # Errors
/// [`StoreError::Format`] if the content cannot be written at all; `None` if nothing of it is usable.
pub fn text_of(path: &Path, loaded: &LoadedKit) -> Result<Option<(String, bool)>, StoreError> {
    let Some(kit) = &loaded.kit else {
        return Ok(None);
    };
    let says_the_same = |text: &String| {
        let again = kit_file::parse_bundle(text, "kit.ron", None);
        !again.has_errors()
            && again
                .kit
                .is_some_and(|again| again.content() == kit.content())
    };
    let text = if path.is_dir() || path.ends_with("kit.ron") && loaded.files().count() > 1 {
        together(loaded)
    } else {
        let bytes = kit_file::read_capped(path)?;
        String::from_utf8(bytes).unwrap_or_default()
    };
    if says_the_same(&text) {
        return Ok(Some((text, false)));
    }
    kit_file::write_bundle(kit.content()).map(|text| Some((text, true)))
}

/// Puts the files of a folder together as a bundle, each to the letter.
fn together(loaded: &LoadedKit) -> String {
    let mut text = format!("(\nformat: {},\n", kit_file::FORMAT);
    let (profiles, others): (Vec<_>, Vec<_>) = loaded
        .files()
        .partition(|(name, _)| name.starts_with("profiles/"));
    let mut add = |parts: [&str; 3]| parts.iter().for_each(|part| text.push_str(part));
    for (name, content) in others {
        let section = name.strip_suffix(".ron").unwrap_or(name);
        add([section, ":\n", content]);
        // A comment may end the file without ending its line.
        add(["\n,\n", "", ""]);
    }
    add(["personas: [\n", "", ""]);
    for (name, content) in profiles {
        add(["// ", name, "\n"]);
        add([content, "\n,\n", ""]);
    }
    add(["],\n)\n", "", ""]);
    text
}
