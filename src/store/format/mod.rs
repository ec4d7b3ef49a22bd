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

pub(crate) use self::encoding::decode;
pub(crate) use self::read::{Reading, Source, read_bundle, read_folder};
pub(crate) use self::write::{bundle as write_bundle, folder as write_folder};
