//! Recompiles when a kit changes: the embedding macro does not notice new files by itself.

fn main() {
    println!("cargo::rerun-if-changed=personas");
}
