# The recipes developers use; CI runs .ci/run, which is the same and more.

# Everything before a commit.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    cargo test
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps
    cargo deny check bans licenses sources

# The domain, the store and the command line, without the window: seconds.
core:
    cargo test --no-default-features

# The panel on the embedded kit.
run:
    cargo run --release

# The quality of the engine on two public data sets beside the checkout, as a document.
evaluation:
    cargo run --release --no-default-features --example evaluation > docs/EVALUATION.md

# What the guard finds and leaves, and the trust sheet, as a document; times are measured first.
trust:
    cargo run --release --no-default-features --example trust -- --write > docs/CONFIANCE.md

# Speed, each figure beside a naive implementation.
bench:
    cargo bench --no-default-features --bench engine
    cargo bench --no-default-features --bench guard
    cargo bench --bench panel

# Every screen in every look, as pictures of few colours (needs a Vulkan driver and imagemagick).
gallery:
    UPDATE_GALLERY=1 cargo test --test it gallery
    mogrify -colors 96 -define png:compression-level=9 -format png png8:docs/gallery/*.png

# The window for real, under a virtual display: assistive technology, keys, shape, renderers, cost.
window:
    cargo build --release --example bare_window
    cargo build --release
    tests/atspi/run.sh target/release/reflexe
    tests/keys/run.sh target/release/reflexe
    tests/window/shape.sh target/release/reflexe

# The long forms: simulated figures with many more draws, the guard on a million texts.
deep:
    cargo run --release --no-default-features -- diagnose --samples 20000
    REFLEXE_DEEP=1 cargo test --release --no-default-features --test it guard_laws -- --nocapture
