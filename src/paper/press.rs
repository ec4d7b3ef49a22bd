//! The press: our templates, our typeface, plain data; out come pages, a PDF, pictures.
//!
//! Everything a page needs is compiled in. It must never let a template read a file or a clock.

use serde_json::Value;
use typst::layout::{Frame, FrameItem, Point};
use typst_as_lib::TypstEngine;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use super::PaperError;
use super::faces;

/// A page as a picture: red, green, blue and opacity, line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Four bytes a pixel.
    pub pixels: Vec<u8>,
}

/// Every template, by the name others import it under.
const TEMPLATES: &[(&str, &str)] = &[
    ("common.typ", include_str!("../../assets/paper/common.typ")),
    ("cards.typ", include_str!("../../assets/paper/cards.typ")),
    ("cues.typ", include_str!("../../assets/paper/cues.typ")),
    ("note.typ", include_str!("../../assets/paper/note.typ")),
    (
        "questions.typ",
        include_str!("../../assets/paper/questions.typ"),
    ),
    ("sheet.typ", include_str!("../../assets/paper/sheet.typ")),
    (
        "situations.typ",
        include_str!("../../assets/paper/situations.typ"),
    ),
    (
        "workshop.typ",
        include_str!("../../assets/paper/workshop.typ"),
    ),
];

/// Lays out a template on data.
pub(super) fn compose(template: &'static str, data: &Value) -> Result<PagedDocument, PaperError> {
    let failed = |what: String| PaperError::Composition(format!("{template}, {what}"));
    let bytes = serde_json::to_vec(data).map_err(|error| failed(error.to_string()))?;
    let engine = TypstEngine::builder()
        .with_static_source_file_resolver(TEMPLATES.iter().copied())
        .with_static_file_resolver([("data.json", bytes)])
        .fonts(faces::all().iter().cloned())
        .build();
    engine
        .compile::<_, PagedDocument>(template)
        .output
        .map_err(|error| failed(error.to_string()))
}

/// Gives a date of a file: midnight of an ISO day, so that one day gives one file.
fn midnight(today: &str) -> Option<Timestamp> {
    let day: jiff::civil::Date = today.parse().ok()?;
    let moment = typst::foundations::Datetime::from_ymd_hms(
        i32::from(day.year()),
        u8::try_from(day.month()).ok()?,
        u8::try_from(day.day()).ok()?,
        0,
        0,
        0,
    )?;
    Some(Timestamp::new_utc(moment))
}

/// Writes pages as a tagged PDF/UA-1; the same pages, identity and day give the same bytes.
pub(super) fn pdf(
    document: &PagedDocument,
    identity: &str,
    today: &str,
) -> Result<Vec<u8>, PaperError> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|error| PaperError::Composition(error.message().to_string()))?;
    let options = PdfOptions {
        ident: typst::foundations::Smart::Custom(identity.to_owned()),
        creator: typst::foundations::Smart::Custom(Some("Réflexe Personas".to_owned())),
        timestamp: midnight(today),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| {
        let all: Vec<String> = errors
            .iter()
            .map(|error| error.message.to_string())
            .collect();
        PaperError::Composition(all.join(" ; "))
    })
}

/// Draws a page.
pub(super) fn picture(page: &Page, pixels_a_point: f32) -> Picture {
    let options = RenderOptions {
        pixel_per_pt: f64::from(pixels_a_point).into(),
        ..RenderOptions::default()
    };
    let pixmap = typst_render::render(page, &options);
    Picture {
        width: pixmap.width() as usize,
        height: pixmap.height() as usize,
        // Pages have a white ground: nothing is see-through, so nothing is premultiplied.
        pixels: pixmap.data().to_vec(),
    }
}

/// A run of text on a page; lengths are in points, from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// What it says.
    pub text: String,
    /// Its left end.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// Its base line.
    pub base: f64,
}

/// Lists the runs of text of a page.
pub(super) fn words(page: &Page) -> Vec<Word> {
    fn walk(frame: &Frame, origin: Point, found: &mut Vec<Word>) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                // Our templates move things, and never turn nor scale them.
                FrameItem::Group(group) => {
                    let moved = Point::new(group.transform.tx, group.transform.ty);
                    walk(&group.frame, at + moved, found);
                }
                FrameItem::Text(text) => found.push(Word {
                    text: text.text.to_string(),
                    left: at.x.to_pt(),
                    right: (at.x + text.width()).to_pt(),
                    base: at.y.to_pt(),
                }),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&page.frame, Point::zero(), &mut found);
    found
}
