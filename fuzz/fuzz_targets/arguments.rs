//! The command line: arguments or a French sentence, never a panic.
#![no_main]

use std::ffi::OsString;

use libfuzzer_sys::fuzz_target;
use reflexe_personas::cli::args;

fuzz_target!(|line: &str| {
    let words = std::iter::once("reflexe").chain(line.split('\n'));
    let _ = args::parse(words.map(OsString::from));
});
