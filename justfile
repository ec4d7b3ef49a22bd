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

# Speed, each figure beside a naive implementation.
bench:
    cargo bench --no-default-features --bench engine
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

# Exports as LibreOffice, Python and the program itself read them.
office:
    cargo build --release --no-default-features --example export_samples
    tests/office/run.sh target/release/examples/export_samples

# Coverage-guided fuzzing, each target for some seconds; `deep` asks for a million executions.
fuzz seconds="60":
    fuzz/run.sh {{seconds}}

# What a window leaves behind: sockets, files, a kill in the middle.
traces:
    cargo build --release
    tests/traces/run.sh target/release/reflexe 20

# The trust sheet: figures gathered from the last run of tests and scripts, then the document.
trust:
    cargo run --release --no-default-features --example trust -- --write >/dev/null
    cargo run --release --no-default-features --example trust > docs/CONFIANCE.md

# Lines of the program that tests run, without the window; fails if the core is below nine in ten.
coverage:
    TRUST_FOLDER=target/trust tests/trust/coverage.sh

# What is handed out, built twice and compared, with its list of components: target/dist.
release:
    tests/release/run.sh

# The long forms: kills, damaged kits, random inputs, fuzzing, traces, simulated figures with many
# more draws. Hours; REFLEXE_ROUNDS and the number of executions may be lowered.
deep:
    cargo build --release
    REFLEXE_ROUNDS=${REFLEXE_ROUNDS:-10000} cargo test --test it durability::kill
    cargo run --release --manifest-path fuzz/Cargo.toml --example malformed -- 1000000 target/trust
    REFLEXE_PUBLICATIONS=1000 REFLEXE_ROUNDS=500 cargo test --test it versions::crowd -- --nocapture
    REFLEXE_DEEP=1 cargo test --release --test it guard_laws -- --nocapture
    TRUST_FOLDER=target/trust tests/traces/run.sh target/release/reflexe 20
    TRUST_FOLDER=target/trust tests/stdnum/run.sh --write
    TRUST_FOLDER=target/trust fuzz/run.sh --runs 1000000 5400
    fuzz/run.sh --keep
    TRUST_FOLDER=target/trust tests/trust/coverage.sh
    python3 tests/trust/collect.py docs/trust --beside docs/trust target/tmp/trust target/trust
    cargo run --release --no-default-features -- diagnose --samples 20000
