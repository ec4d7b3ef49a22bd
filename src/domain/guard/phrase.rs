//! What a proposal replaces: not a word alone, « il est agressif », but all that would no longer read once
//! it stands there.
//!
//! Most proposals are things, « échange tendu »: the subject and the verb go with the word, or a colon
//! stands after whoever is named. Some are verbs, « maintient sa demande »: the subject stays. It must never
//! take the letters of another finding, nor turn « n'est pas » into its contrary.

use std::sync::LazyLock;

use super::reading::Reading;
use super::words::{Words, words};
use super::{Finding, Kind};
use crate::domain::typography::fold;

/// Most words looked at before a finding.
const MOST_WORDS: usize = 10;
/// What stands for words whose contrary was said, and for which there is nothing to propose.
const NOTHING: &str = "[à retirer]";

/// Verbs between somebody and a quality.
static VERBS: Words = LazyLock::new(|| {
    words(
        "est sont etait etaient sera seront suis es etes serait semble semblent semblait parait \
     paraissait reste restent restait devient deviennent devenait demeure etre ete montre montree \
     sent dit air a ont avait avaient aurait ai as touche touchent percoit recoit souffre porte \
     presente",
    )
});

/// Of these, the ones that are a preposition or a noun too: somebody must stand before them.
static UNSURE: Words = LazyLock::new(|| {
    words(
        "a as es air dit montre montree sent porte presente touche touchent percoit recoit souffre \
     etre ete reste demeure",
    )
});

/// Words between the verb and the quality.
static BETWEEN: Words = LazyLock::new(|| {
    words(
        "tres trop assez vraiment un une peu bien plutot plus si tellement completement totalement \
     toujours encore fort carrement le la les l de du des d au aux en aussi deja parfois souvent toute tout \
     franchement clairement visiblement quelque legerement",
    )
});

/// Of these, the ones that go with the word even without a verb.
static ADVERBS: Words = LazyLock::new(|| {
    words(
        "tres trop assez vraiment plutot si tellement completement totalement carrement \
     franchement clairement visiblement legerement",
    )
});

/// Subjects that say nobody's name.
static PRONOUNS: Words =
    LazyLock::new(|| words("il elle on ils elles c ce ca cela je j nous vous tu"));

/// Subjects after which a verb in the singular does not go.
static PLURALS: Words = LazyLock::new(|| words("ils elles je j nous vous tu"));

/// Words that stick to a subject.
static BEFORE_PRONOUNS: Words =
    LazyLock::new(|| words("qu que s lorsqu puisqu quoiqu parce alors tandis jusqu"));

/// Small words before a verb.
static CLITICS: Words = LazyLock::new(|| words("ne n se s y en lui"));

/// Whoever is spoken of without a name.
static SOMEBODY: Words = LazyLock::new(|| {
    words(
        "usager usagers usagere usageres client cliente clients clientes homme femme monsieur \
     madame mme mr dame personne fille garcon fils mari conjoint conjointe compagnon compagne pere \
     mere parent parents enfant enfants couple famille voisin voisine jeune individu beneficiaire \
     allocataire demandeur demandeuse locataire frere soeur qui masque",
    )
});

/// Verbs that proposals begin with.
static SAID: Words = LazyLock::new(|| {
    words(
        "a n maintient renouvelle donne exprime prefere souhaite conteste attend pense peut veut \
     sait vient refuse",
    )
});

/// Words that join two qualities.
static JOINTS: Words = LazyLock::new(|| words("et ou mais voire"));

/// Gives every word its whole phrase, and makes one of those that say the same together.
pub(super) fn whole(reading: &Reading, text: &str, findings: Vec<Finding>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::with_capacity(findings.len());
    for finding in findings {
        let rewritten = matches!(finding.kind, Kind::Word(_)) && finding.proposal != "[mot masqué]";
        if !rewritten {
            out.push(finding);
            continue;
        }
        let said = finding.proposal.clone();
        if let Some(last) = out.last_mut()
            && last.proposal.trim_start_matches(": ") == said
            && last.kind == finding.kind
            && joined(reading, text, last.range.1, finding.range.0)
        {
            last.range.1 = finding.range.1;
            continue;
        }
        let free = out.last().map_or(0, |last| last.range.1);
        out.push(phrase(reading, text, finding, free));
    }
    out
}

/// « agressif et menaçant », « agressif, menaçant »
fn joined(reading: &Reading, text: &str, from: usize, to: usize) -> bool {
    let (first, next) = (reading.word_of(from), reading.word_of(to));
    let signs = text.get(from..to).unwrap_or_default();
    next <= first + 2
        && (first..next).all(|number| {
            let word = reading.word(number);
            JOINTS.contains(word) || ADVERBS.contains(word)
        })
        && signs
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '/' | '\u{a0}' | '\u{202f}'))
}

/// What stands before a finding, read backwards.
struct Before<'b> {
    reading: &'b Reading,
    text: &'b str,
    /// The first word that may be taken.
    least: usize,
}

impl Before<'_> {
    /// The word before one, if nothing but a space or an apostrophe stands between.
    fn back(&self, number: usize) -> Option<usize> {
        let before = number.checked_sub(1).filter(|n| *n >= self.least)?;
        let gap = self.reading.gap(before)?;
        // What was masked is somebody still.
        gap.is(2, |c| matches!(c, ' ' | '\'' | ']'))
            .then_some(before)
    }

    /// The same, be it of another finding: it stands there, and is not taken.
    fn behind(&self, number: usize) -> Option<usize> {
        let whole = Self { least: 0, ..*self };
        whole.back(number)
    }

    /// « à » is no verb.
    fn is_verb(&self, number: usize) -> bool {
        let word = self.reading.word(number);
        let range = self.reading.words.get(number);
        let typed = range
            .and_then(|w| self.reading.range(w.from, w.to))
            .and_then(|(from, to)| self.text.get(from..to));
        VERBS.contains(word) && !typed.is_some_and(|typed| matches!(typed, "à" | "À"))
    }

    fn is_somebody(&self, number: usize) -> bool {
        let word = self.reading.words.get(number);
        word.is_some_and(|word| {
            SOMEBODY.contains(word.text.as_str())
                || (word.capital && word.is_letters() && !JOINTS.contains(word.text.as_str()))
        })
    }
}

/// A finding with the words before it that its proposal does not go with.
fn phrase(reading: &Reading, text: &str, finding: Finding, free: usize) -> Finding {
    let own = reading.word_of(finding.range.0);
    let least = reading.word_of(free).max(own.saturating_sub(MOST_WORDS));
    let before = Before {
        reading,
        text,
        least,
    };
    let verb_said = begins_with_verb(&finding.proposal);
    let Some(taken) = taken(&before, own) else {
        return finding;
    };
    let mut start = taken.verb;
    let mut proposal = finding.proposal.clone();
    let subject = taken.subject;
    if taken.negated {
        NOTHING.clone_into(&mut proposal);
    }
    let thing = taken.negated || !verb_said;
    let pronoun = subject.filter(|n| PRONOUNS.contains(reading.word(*n)));
    let impersonal = |n: usize| matches!(reading.word(n), "c" | "ce" | "ca" | "cela");
    match pronoun {
        Some(pronoun)
            if thing || impersonal(pronoun) || PLURALS.contains(reading.word(pronoun)) =>
        {
            start = pronoun;
            while let Some(conjunction) = before.back(start) {
                if !BEFORE_PRONOUNS.contains(reading.word(conjunction)) {
                    break;
                }
                start = conjunction;
            }
            // « dit qu'il est … »
            let told = start < pronoun && matches!(reading.word(start), "qu" | "que");
            if thing && told && before.behind(start).is_some() {
                proposal = format!(": {proposal}");
            }
        }
        Some(_) => {}
        None => {
            let named = before
                .behind(start)
                .is_some_and(|n| taken.has_verb || before.is_somebody(n));
            if thing && reading.word(start) != "qui" && named {
                if before.back(start).is_some_and(|n| reading.word(n) == "qui") {
                    start = start.saturating_sub(1);
                }
                if before.behind(start).is_some() {
                    proposal = format!(": {proposal}");
                }
            } else if start == own {
                return finding;
            }
        }
    }
    let Some((from, _)) = reading
        .words
        .get(start)
        .filter(|_| start < own)
        .and_then(|word| reading.range(word.from, word.to))
    else {
        return Finding {
            proposal,
            ..finding
        };
    };
    Finding {
        range: (from.max(free), finding.range.1),
        proposal,
        ..finding
    }
}

/// « maintient sa demande », not « à accompagner ».
fn begins_with_verb(proposal: &str) -> bool {
    let first = proposal.split([' ', '’', '\'']).next().unwrap_or_default();
    first != "à" && SAID.contains(fold(first).as_str())
}

/// What stands before a word.
struct Taken {
    /// The first word of the verb, or of the adverbs if there is no verb, or the word itself.
    verb: usize,
    has_verb: bool,
    negated: bool,
    /// The word before the verb.
    subject: Option<usize>,
}

fn taken(before: &Before<'_>, own: usize) -> Option<Taken> {
    let word = |number: usize| before.reading.word(number);
    let mut at = own;
    let mut negated = false;
    // Backwards past articles and adverbs, to a verb.
    while let Some(next) = before.back(at) {
        if matches!(word(next), "pas" | "jamais" | "point") {
            negated = true;
        } else if !BETWEEN.contains(word(next)) || before.is_verb(next) {
            break;
        }
        at = next;
    }
    let verb = before.back(at).filter(|n| before.is_verb(*n));
    let Some(mut verb) = verb else {
        // No verb: adverbs alone go with the word, and a subject may stand just before.
        let mut start = own;
        while let Some(next) = before.back(start) {
            if !(ADVERBS.contains(word(next)) || CLITICS.contains(word(next))) {
                break;
            }
            start = next;
        }
        let subject = before.behind(start);
        let somebody = subject.is_some_and(|n| PRONOUNS.contains(word(n)) || before.is_somebody(n));
        return somebody.then_some(Taken {
            verb: start,
            has_verb: false,
            negated: false,
            subject,
        });
    };
    // « a été », « a l'air », « s'est montré »
    let last = verb;
    while let Some(next) = before.back(verb) {
        let article = word(next) == "l" && word(verb) == "air";
        if !(before.is_verb(next) || CLITICS.contains(word(next)) || article) {
            break;
        }
        verb = next;
    }
    let subject = before.behind(verb);
    let sure = (verb..=last).any(|n| VERBS.contains(word(n)) && !UNSURE.contains(word(n)));
    let somebody = subject.is_some_and(|n| PRONOUNS.contains(word(n)) || before.is_somebody(n));
    (sure || somebody).then_some(Taken {
        verb,
        has_verb: true,
        negated,
        subject,
    })
}
