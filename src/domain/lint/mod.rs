//! What a kit must not say: who someone is, judgements, identifiers; and what it could say better.
//!
//! The shoulder test: everything on screen can be read aloud to the person. Quotations in « à éviter »
//! are exempt, since they show what not to say. It must never change a text, and never hide a
//! finding because another is there.

mod card;
mod index;
mod words;

use std::collections::HashMap;

use super::guard;
use super::kit::{Kit, KitContent};
use super::problem::{Gravity, Place, Problem, Section};
use super::typography::{fold, french};

pub use index::{Hit, Index};
pub use words::{LONGEST_PATTERN, Pattern, PatternReader, Text, spans};

/// Longest sentence, in words, before it is said to be long.
const LONG_SENTENCE: usize = 20;

/// One list of words with what to say of it.
#[derive(Clone, Debug, Default)]
pub struct WordList {
    /// Code of the rule, such as `who-age`.
    pub code: String,
    /// The sentence.
    pub message: String,
    /// The cure.
    pub cure: String,
    /// What is refused.
    pub terms: Vec<Pattern>,
    /// What looks like it and is not.
    pub unless: Vec<Pattern>,
}

/// The words of a language.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Language code.
    pub language: String,
    /// Criteria about who someone is, refused in cues.
    pub who: Vec<WordList>,
    /// Judgements, refused anywhere.
    pub judging: WordList,
    /// Words of the trade.
    pub jargon: WordList,
    /// Words of the trade that this kit explains.
    pub glossary: Vec<Pattern>,
}

/// Where a text stands, which decides what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// A cue's label or text.
    Cue,
    /// A question's words.
    Question,
    /// An answer's words.
    Answer,
    /// A step's title or detail.
    Step,
    /// A persona's essence.
    Essence,
    /// A motivation.
    Motivation,
    /// An obstacle.
    Obstacle,
    /// A sentence to say.
    Say,
    /// Something to avoid.
    AvoidText,
    /// Why to avoid it.
    AvoidBecause,
    /// A rule's notice.
    Notice,
    /// A phrase that enters the note.
    Note,
    /// The title of a case: read by whoever keeps the kit, said to nobody.
    Case,
    /// How to reach a place: an address and a switchboard are expected there.
    Contact,
    /// Anything else shown: titles, names, procedures.
    Other,
}

/// One thing found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Code of the rule.
    pub code: String,
    /// How grave.
    pub gravity: Gravity,
    /// The words at fault, as written.
    pub token: String,
    /// The sentence.
    pub message: String,
    /// The cure.
    pub cure: String,
}

/// Examines one text; `year` is the current one, for dates of birth.
pub fn examine(lexicon: &Lexicon, spot: Spot, text: &str, year: u32) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let read = Text::new(text);
    let mut tell = |list: &WordList, gravity: Gravity, token: String| {
        remarks.push(Remark {
            code: list.code.clone(),
            gravity,
            message: format!("« {token} » : {}", within(&list.message)),
            token,
            cure: list.cure.clone(),
        });
    };
    if matches!(
        spot,
        Spot::Cue | Spot::Question | Spot::Answer | Spot::Essence
    ) {
        // A question may have to speak of a date or a household: somebody rereads it, as they do what
        // sums a card up.
        let gravity = if spot == Spot::Cue {
            Gravity::Error
        } else {
            Gravity::Warning
        };
        for list in &lexicon.who {
            if let Some(token) = read.first(&list.terms, &list.unless) {
                tell(list, gravity, token);
            }
        }
    }
    let heard = if spot == Spot::AvoidText {
        outside_quotations(text)
    } else {
        text.to_owned()
    };
    let judged = Text::new(&heard);
    if let Some(token) = judged.first(&lexicon.judging.terms, &lexicon.judging.unless) {
        tell(&lexicon.judging, Gravity::Error, token);
    }
    // A card may name the jargon it says to avoid.
    if !matches!(spot, Spot::AvoidText | Spot::Case) {
        for jargon in read.all(&lexicon.jargon.terms, &lexicon.glossary) {
            tell(&lexicon.jargon, Gravity::Info, jargon);
        }
    }
    for finding in guard::scan(text, &guard::GuardLexicon::default(), year) {
        if spot == Spot::Contact {
            if let Some(remark) = of_contact(&finding, text) {
                remarks.push(remark);
                continue;
            }
            if matches!(
                finding.kind,
                guard::Kind::Mail | guard::Kind::Phone | guard::Kind::Address
            ) {
                continue;
            }
        }
        // Names are for the guard of notes: a kit names organisms and places.
        if finding.severity == guard::Severity::Info || finding.kind == guard::Kind::Name {
            continue;
        }
        // A building and a floor without a street may be those of a service: somebody rereads them.
        let token = fold(finding.text(text));
        let inside = ["bat", "etage", "porte", "esc"];
        let is_inside = finding.kind == guard::Kind::Address
            && inside.iter().any(|word| token.starts_with(word));
        remarks.push(Remark {
            code: "identifier".to_owned(),
            gravity: if is_inside {
                Gravity::Warning
            } else {
                Gravity::Error
            },
            token: finding.text(text).to_owned(),
            message: format!("Ce texte contient {}.", finding.kind.label()),
            cure: "Retirez-le : un kit ne contient rien qui désigne une personne.".to_owned(),
        });
    }
    let words = longest_sentence(text).filter(|words| *words > LONG_SENTENCE);
    if let Some(words) = words.filter(|_| spot != Spot::Case) {
        remarks.push(Remark {
            code: "long-sentence".to_owned(),
            gravity: Gravity::Info,
            token: text.chars().take(24).collect(),
            message: format!("Phrase de {words} mots, au plus {LONG_SENTENCE}."),
            cure: "Coupez-la en deux : elle doit se dire d’un souffle.".to_owned(),
        });
    }
    remarks
}

/// A name or a mobile among the ways to reach a place: perhaps somebody's own.
fn of_contact(finding: &guard::Finding, text: &str) -> Option<Remark> {
    if !matches!(finding.kind, guard::Kind::Name | guard::Kind::Mobile) {
        return None;
    }
    let token = finding.text(text).to_owned();
    Some(Remark {
        code: "contact".to_owned(),
        gravity: Gravity::Warning,
        message: format!(
            "« {token} » : peut-être {} de quelqu’un.",
            finding.kind.label()
        ),
        token,
        cure: "Donnez l’accueil du lieu : une personne change, et n’a pas à être dans un kit."
            .to_owned(),
    })
}

/// A sentence after a colon: its first letter small.
fn within(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The text without what stands between « and », or between “ and ”.
fn outside_quotations(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|c| {
            match c {
                '«' | '“' => depth += 1,
                '»' | '”' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// Words of the longest sentence.
fn longest_sentence(text: &str) -> Option<usize> {
    text.split(['.', '!', '?', '…', ';', '\n'])
        .map(|sentence| {
            sentence
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .count()
        })
        .max()
}

/// Remarks already made on texts, so that a draft is not read anew at every letter.
///
/// One serves one lexicon and one year. Texts that are gone leave it at the next examination.
#[derive(Clone, Debug, Default)]
pub struct Memo(HashMap<Spot, HashMap<String, Vec<Remark>>>);

impl Memo {
    fn take(&mut self, spot: Spot, text: &str) -> Option<(String, Vec<Remark>)> {
        self.0.get_mut(&spot)?.remove_entry(text)
    }

    fn get(&self, spot: Spot, text: &str) -> Option<&Vec<Remark>> {
        self.0.get(&spot)?.get(text)
    }
}

/// Examines a whole kit; `today` (ISO) judges review dates.
pub fn run(lexicon: &Lexicon, kit: &Kit, today: Option<&str>) -> Vec<Problem> {
    examine_draft(lexicon, kit.content(), today, &mut Memo::default())
}

/// Examines content that may be unsound; positions are those of the content.
pub fn examine_draft(
    lexicon: &Lexicon,
    content: &KitContent,
    today: Option<&str>,
    memo: &mut Memo,
) -> Vec<Problem> {
    let year = today
        .and_then(|today| today.get(..4))
        .and_then(|year| year.parse().ok());
    let mut report = Report {
        lexicon,
        year: year.unwrap_or(2026),
        problems: Vec::new(),
        before: std::mem::take(memo),
        now: Memo::default(),
    };
    report.texts(content);
    card::check(content, today, &mut report);
    *memo = report.now;
    report.problems
}

/// Remarks placed in a kit.
struct Report<'l> {
    lexicon: &'l Lexicon,
    year: u32,
    problems: Vec<Problem>,
    before: Memo,
    now: Memo,
}

impl Report<'_> {
    /// Examines a text of an element.
    fn text(&mut self, place: (Section, usize, &str), field: &str, spot: Spot, text: &str) {
        for remark in self.remarks(spot, text) {
            self.add(
                place,
                field,
                &remark.token,
                remark.gravity,
                (&remark.message, &remark.cure),
            );
        }
    }

    /// Examines the texts of a list of an element.
    fn lines<'t>(
        &mut self,
        place: (Section, usize, &str),
        field: &str,
        spot: Spot,
        texts: impl IntoIterator<Item = &'t String>,
    ) {
        for (line, text) in texts.into_iter().enumerate() {
            let known = self.problems.len();
            self.text(place, field, spot, text);
            for problem in self.problems.iter_mut().skip(known) {
                problem.place.line = Some(line);
            }
        }
    }

    /// What is to be said of a text, examined once.
    fn remarks(&mut self, spot: Spot, text: &str) -> Vec<Remark> {
        if let Some(known) = self.now.get(spot, text) {
            return known.clone();
        }
        let (text, remarks) = self.before.take(spot, text).unwrap_or_else(|| {
            let remarks = examine(self.lexicon, spot, text, self.year);
            (text.to_owned(), remarks)
        });
        let of_spot = self.now.0.entry(spot).or_default();
        of_spot.insert(text, remarks.clone());
        remarks
    }

    fn add(
        &mut self,
        (section, index, name): (Section, usize, &str),
        field: &str,
        token: &str,
        gravity: Gravity,
        (message, cure): (&str, &str),
    ) {
        self.problems.push(Problem {
            gravity,
            place: Place::new(section, index, name, field).at(token, 0),
            message: french(message),
            cure: french(cure),
        });
    }

    fn texts(&mut self, content: &KitContent) {
        for (i, cue) in content.cues.iter().enumerate() {
            let place = (Section::Cues, i, cue.id.as_str());
            self.text(place, "short", Spot::Cue, &cue.short);
            self.text(place, "text", Spot::Cue, &cue.text);
        }
        for (i, question) in content.questions.iter().enumerate() {
            let place = (Section::Questions, i, question.id.as_str());
            self.text(place, "ask", Spot::Question, &question.ask);
            if let Some(text) = &question.ask_phone {
                self.text(place, "ask_phone", Spot::Question, text);
            }
            for answer in &question.answers {
                let field = |name: &str| format!("answers › {} › {name}", answer.id);
                self.text(place, &field("text"), Spot::Answer, &answer.text);
                if let Some(text) = &answer.text_phone {
                    self.text(place, &field("text_phone"), Spot::Answer, text);
                }
            }
        }
        for (i, persona) in content.personas.iter().enumerate() {
            let place = (Section::Personas, i, persona.id.as_str());
            self.text(place, "name", Spot::Other, &persona.name);
            self.text(place, "essence", Spot::Essence, &persona.essence);
            let (motivations, obstacles) = (&persona.motivations, &persona.obstacles);
            self.lines(place, "motivations", Spot::Motivation, motivations);
            self.lines(place, "obstacles", Spot::Obstacle, obstacles);
            let say = persona.say.iter().map(|say| &say.text);
            self.lines(place, "say", Spot::Say, say);
            let avoid = persona.avoid.iter();
            self.lines(
                place,
                "avoid",
                Spot::AvoidText,
                avoid.clone().map(|x| &x.text),
            );
            self.lines(
                place,
                "avoid",
                Spot::AvoidBecause,
                avoid.map(|x| &x.because),
            );
            let others = persona.confused_with.iter().map(|x| &x.ask_yourself);
            self.lines(place, "confused_with", Spot::Other, others);
        }
        for (i, step) in content.steps.iter().enumerate() {
            let place = (Section::Steps, i, step.id.as_str());
            self.text(place, "title", Spot::Step, &step.title);
            self.text(place, "detail", Spot::Step, &step.detail);
            self.text(place, "note", Spot::Note, &step.note);
            let say = step.say.iter().map(|say| &say.text);
            self.lines(place, "say", Spot::Say, say);
        }
        for (i, procedure) in content.procedures.iter().enumerate() {
            let place = (Section::Procedures, i, procedure.id.as_str());
            self.text(place, "title", Spot::Other, &procedure.title);
            self.text(place, "other_way", Spot::Other, &procedure.other_way);
            self.lines(place, "documents", Spot::Other, &procedure.documents);
            self.lines(place, "traps", Spot::Other, &procedure.traps);
            if let Some(text) = &procedure.varies {
                self.text(place, "varies", Spot::Other, text);
            }
        }
        for (i, place) in content.places.iter().enumerate() {
            let at = (Section::Places, i, place.id.as_str());
            self.text(at, "name", Spot::Other, &place.name);
            self.text(at, "when", Spot::Other, &place.when);
            self.text(at, "contact", Spot::Contact, &place.contact);
            self.lines(at, "offers", Spot::Other, &place.offers);
            self.lines(at, "bring", Spot::Other, &place.bring);
        }
        for (i, case) in content.cases.iter().enumerate() {
            self.text((Section::Cases, i, ""), "title", Spot::Case, &case.title);
        }
        for (i, rule) in content.rules.iter().enumerate() {
            for effect in &rule.then {
                if let super::kit::RuleEffect::Notice { text, .. } = effect {
                    self.text((Section::Rules, i, ""), "then", Spot::Notice, text);
                }
            }
        }
    }
}
