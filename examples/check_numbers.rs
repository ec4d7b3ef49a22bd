//! Answers whether numbers are right and what texts hold, line by line: for `tests/stdnum/run.sh`, which
//! compares the guard with implementations that nobody here made.
//!
//! A line is a kind, a tab and a value: `nir`, `spi`, `siren`, `siret`, `iban`, `luhn`, `card` and `mrz`
//! answer `yes` or `no`; `text` answers what was found, as `kind:severity:start-end`, spaces between.
#![expect(clippy::print_stdout, reason = "an example that answers lines")]

use std::io::BufRead as _;

use reflexe_personas::domain::guard::check::Number;
use reflexe_personas::domain::guard::scan;
use reflexe_personas::store::lexicon;

fn main() {
    let words = lexicon::guard_of_language("fr");
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let (kind, value) = line.split_once('\t').unwrap_or((line.as_str(), ""));
        if let Some(number) = Number::named(kind) {
            println!("{}", if number.holds(value) { "yes" } else { "no" });
            continue;
        }
        // A sign stands for the line breaks of a text.
        let text = value.replace('\u{1}', "\n");
        let found: Vec<String> = scan(&text, &words, 2026)
            .iter()
            .map(|finding| {
                let (start, end) = finding.characters(&text);
                let severity = finding.severity.key();
                format!("{}:{severity}:{start}-{end}", finding.kind.key())
            })
            .collect();
        println!("{}", found.join(" "));
    }
}
