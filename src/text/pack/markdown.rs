//! A pack as one text file, for whoever prints without the paper feature.
//!
//! It must never lose a block: what paper shows, the text says.

use crate::domain::training::pack::{Block, Document, Pack};

/// Writes a pack as Markdown; a line of three dashes begins another page.
pub fn markdown(pack: &Pack) -> String {
    let mut text = format!("# {}\n\n{}\n", line(&pack.title), line(&pack.origin));
    for document in &pack.documents {
        text.push_str("\n---\n\n");
        write(&mut text, document);
    }
    text
}

fn write(text: &mut String, document: &Document) {
    let mut add = |part: String| {
        text.push_str(&part);
        text.push('\n');
    };
    add(format!(
        "*{}* (×{})\n",
        line(&document.strap),
        document.copies
    ));
    add(format!("## {}\n", line(&document.title)));
    for block in &document.blocks {
        add(match block {
            Block::Heading(words) => format!("### {}\n", line(words)),
            Block::Lead(words) => format!("**{}**\n", line(words)),
            Block::Text(words) => format!("{}\n", line(words)),
            Block::Speech(words) => format!("> {}\n", line(words)),
            Block::Bullets(lines) => list("-", lines),
            Block::Boxes(lines) => list("- [ ]", lines),
            Block::Pairs(pairs) => {
                let both = |(left, right): &(String, String)| format!("**{left}** {right}");
                list("-", &pairs.iter().map(both).collect::<Vec<_>>())
            }
            Block::Lines(label, count) => {
                let rule = "_".repeat(60);
                format!(
                    "{}\n\n{}",
                    line(label),
                    format!("{rule}\n\n").repeat(*count)
                )
            }
        });
    }
    add(format!("*{}*", line(&document.foot)));
}

fn list(mark: &str, lines: &[String]) -> String {
    let lines = lines
        .iter()
        .map(|words| format!("{mark} {}\n", line(words)));
    lines.collect()
}

/// One line, whatever a text holds.
fn line(words: &str) -> String {
    words.split(['\n', '\r']).collect::<Vec<_>>().join(" ")
}
