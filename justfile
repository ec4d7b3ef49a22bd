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
    cargo bench --no-default-features

# The long forms: simulated figures with many more draws.
deep:
    cargo run --release --no-default-features -- diagnose --samples 20000
