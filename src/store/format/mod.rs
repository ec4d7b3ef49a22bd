//! The kit's file format: reading with findings, writing without surprise.
//!
//! Each format has its own shapes (`v1`), frozen once shipped. Nothing here opens a file.

mod encoding;
mod messages;
mod read;
mod reader;
mod scan;
mod scene;
mod v1;
mod write;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use crate::domain::problem::Gravity;
use crate::store::finding::Finding;

pub(crate) use self::encoding::decode;
pub(crate) use self::read::{Reading, Source, read_bundle, read_folder};
pub(crate) use self::v1::words;
pub(crate) use self::v1::{
    AvoidForm, ConfusionForm, FORMAT, ModeWord, OrientationWord, PageSeenForm, PersonaForm,
    PlaceForm, SayForm, StepForm, ThemeWord, Wire,
};
pub(crate) use self::write::{
    bundle as write_bundle, folder as write_folder, pretty as write_value,
};

/// Reads a file that is one value, outside the kit's own format, with a finding like the kit's.
pub(crate) fn read_whole<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Box<Finding>> {
    let start = scan::skip_attributes(text);
    let whole = start..text.len();
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(text.get(whole.clone()).unwrap_or_default())
        .map_err(|error| {
            let fault = messages::explain(text, &whole, &error);
            Box::new(Finding::in_text(
                Gravity::Error,
                name,
                text,
                String::new(),
                fault,
            ))
        })
}
