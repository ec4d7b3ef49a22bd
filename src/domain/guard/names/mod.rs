//! People's names: after a civility or a word that announces one, in pairs of capitals, and first
//! names that are nothing else.
//!
//! Orange only. A name in the name of a place (« lycée Jean Moulin ») names nobody.

mod lists;
mod people;

use super::lexicon::Names;
use super::reading::{Reading, Word};
use super::{Kind, Match};
use lists::{
    AFTER_PERSON, AFTER_SMALL, ALWAYS_NAMED, BEFORE_PERSON, BEFORE_SMALL, CALLS, CIVILITIES, KIN,
    LABELS, OF_LABELS, PARTICLES,
};
use people::People;

/// Finds all of them.
pub(super) fn find(reading: &Reading, names: &Names, matches: &mut Vec<Match>) {
    let people = People { reading, names };
    let mut free = 0;
    for number in 0..reading.words.len() {
        if number < free {
            continue;
        }
        let found = people
            .after_civility(number)
            .or_else(|| people.after_call(number))
            .or_else(|| people.pair(number))
            .or_else(|| people.first_name(number));
        if let Some((first, end)) = found
            && let (Some(from), Some(to)) = (
                reading.words.get(first).map(|w| w.from),
                reading.words.get(end - 1).map(|w| w.to),
            )
        {
            matches.push(Match::shaped(Kind::Name, from, to));
            free = end;
        }
    }
}

impl People<'_> {
    /// The end of a name that begins at a word: further capitals, with particles between.
    fn end(&self, first: usize) -> usize {
        let mut end = first + 1;
        let mut at = end;
        let mut parts = 0;
        // « de La Tour d'Auvergne »: a town may end such a name.
        let mut noble = false;
        while parts < 5 && self.linked(at) {
            let Some(word) = self.word(at) else { break };
            parts += 1;
            let gap = self.reading.gap(at - 1);
            // « Guivarc'h »
            if word.text.len() == 1 && gap.is_some_and(|gap| gap.has('\'') && gap.length == 1) {
                at += 1;
                end = at;
                continue;
            }
            let hyphen = gap.is_some_and(|gap| gap.has('-'));
            let named = self.past_particles(at);
            let particle = named > at
                && (self.is_name(named)
                    || (hyphen && self.word(named).is_some_and(Word::is_letters))
                    || (noble
                        && self
                            .word(named)
                            .is_some_and(|w| w.capital && w.is_letters())));
            if particle {
                noble |= named > at + 1;
                at = named + 1;
                end = at;
                continue;
            }
            // What begins a line is a name's if it is known as one.
            if gap.is_some_and(|gap| gap.line) && !self.is_any_first(at) && !self.is_last(at) {
                break;
            }
            let listed = !word.capital && (self.is_last(at) || (hyphen && self.could_be(word)));
            // « Durand RDV lundi »: capitals after small letters begin something else, save a surname.
            let goes_on = (self.is_name(at) || (word.capital && self.is_last(at)))
                && !(self.is_said(at) && word.capitals && !self.is_last(at));
            if !(goes_on || listed) {
                break;
            }
            at += 1;
            end = at;
        }
        end
    }

    /// Past the small words of a name that start at a word, « de La »; there if none does.
    fn past_particles(&self, at: usize) -> usize {
        let mut named = at;
        while named < at + 3
            && PARTICLES.contains(self.reading.word(named))
            && self.linked(named + 1)
        {
            named += 1;
        }
        named
    }

    /// « Mme Le Goff », « M. et Mme de Almeida », « mme durand »: the word after the civility.
    fn after_civility(&self, number: usize) -> Option<(usize, usize)> {
        let word = self.word(number)?;
        let text = word.text.as_str();
        if !CIVILITIES.contains(text) {
            return None;
        }
        // « AB/530/MR »
        if matches!(self.reading.before(word.from), Some('/' | '-' | '_' | '@')) {
            return None;
        }
        let short = matches!(text, "m" | "me" | "pr" | "mm");
        let gap = self.reading.gap(number)?;
        // « M. [mot masqué] Durand »: what was masked before the name does not hide it.
        let masked = gap.has('[')
            && self.reading.word(number + 1) == "mot"
            && self.reading.word(number + 2) == "masque"
            && self
                .reading
                .gap(number + 2)
                .is_some_and(|gap| gap.is(2, |c| matches!(c, ']' | ' ')));
        if masked {
            return self.named_from(number + 3, false);
        }
        if (short && !word.capital && !gap.has('.')) || !gap.is(2, |c| matches!(c, ' ' | '.')) {
            return None;
        }
        // « M. », not « m. » of a unit; « Me Durand », not « me ».
        if short && !word.capital && text != "m" {
            return None;
        }
        self.named_from(
            number + 1,
            ALWAYS_NAMED.contains(text) || (text == "m" && gap.has('.')),
        )
    }

    /// A name at a word where one is due; `small` if it may have no capital.
    fn named_from(&self, first: usize, small: bool) -> Option<(usize, usize)> {
        let word = self.word(first)?;
        let mut name = first;
        // Particles before, and an initial.
        while PARTICLES.contains(self.reading.word(name))
            && self.linked(name + 1)
            && name < first + 3
        {
            name += 1;
        }
        let article = matches!(word.text.as_str(), "le" | "la" | "les" | "l" | "du" | "des");
        if name > first && article && !word.capital && !self.is_last(name) {
            // « Madame la directrice »
            return None;
        }
        let initial = word.text.len() == 1 && word.capital && self.reading.at(word.to) == Some('.');
        if initial && name == first {
            name += 1;
        }
        let known = self.is_any_first(name) || self.is_last(name);
        let due = self.is_name(name) && !(self.word(name)?.capitals && self.is_said(name));
        let in_small = small
            && self
                .word(name)
                .is_some_and(|w| !w.capital && self.could_be(w) && w.text.len() >= 3)
            && !self.is_said(name)
            && !self.names.said.is_empty();
        if !(due || known || in_small) {
            return None;
        }
        let mut end = self.end(name);
        // « mme dupont martine »: in small letters only what is known goes on.
        if in_small && !due {
            while self.linked(end)
                && (self.is_any_first(end) || self.is_last(end))
                && end < name + 3
            {
                end += 1;
            }
        }
        Some((first, end))
    }

    /// « s'appelle Fatima », « nom : Durand », « fils de Diallo ».
    fn after_call(&self, number: usize) -> Option<(usize, usize)> {
        let word = self.word(number)?;
        let text = word.text.as_str();
        if let Some(last) = self.label(number) {
            return self.labelled(number, last);
        }
        let gap = self.reading.gap(number)?;
        let near = gap.is(3, |c| matches!(c, ' ' | ':' | '=' | '\'' | '«' | '"'));
        if near && CALLS.contains(text) {
            // « épouse de Diallo »
            if matches!(self.reading.word(number + 1), "de" | "d") && KIN.contains(text) {
                return self.named_from(number + 2, false);
            }
            return self.named_from(number + 1, false);
        }
        // « née Durand »
        if matches!(text, "nee" | "ne")
            && near
            && self.is_name(number + 1)
            && self.linked(number + 1)
        {
            return self.named_from(number + 1, false);
        }
        let of_kin = matches!(text, "de" | "d")
            && KIN.contains(self.back(number, 1))
            && self.linked(number + 1);
        if of_kin && self.is_name(number + 1) {
            return self.named_from(number + 1, false);
        }
        None
    }

    /// The last word of the label of a name: « nom », « nom de naissance », « nom et prénom ».
    fn label(&self, number: usize) -> Option<usize> {
        if !LABELS.contains(self.reading.word(number)) {
            return None;
        }
        let mut last = number;
        while last < number + 4
            && self.reading.gap(last).is_some_and(|gap| {
                gap.is(2, |c| matches!(c, ' ' | '\'' | ',' | '/' | '(' | ')')) && !gap.line
            })
            && (LABELS.contains(self.reading.word(last + 1))
                || OF_LABELS.contains(self.reading.word(last + 1)))
        {
            last += 1;
        }
        // « prénom de Wassila » ends with no small word.
        while last > number && PARTICLES.contains(self.reading.word(last)) {
            last -= 1;
        }
        Some(last)
    }

    /// « nom : Durand », « nom d'usage Durand »: what follows a label.
    fn labelled(&self, number: usize, last: usize) -> Option<(usize, usize)> {
        let gap = self.reading.gap(last)?;
        let near = gap.is(4, |c| matches!(c, ' ' | ':' | '=' | '\'' | '«' | '"' | ')'));
        let said = gap.has(':') || gap.has('=');
        // « nom DUPONT », not « nom Facebook »; « prénom Jean ».
        let told = last > number
            || CALLS.contains(self.reading.word(number))
            || self.is_any_first(last + 1)
            || self.is_last(last + 1);
        if !(near && (said || told)) {
            return None;
        }
        self.named_from(last + 1, said && self.is_any_first(last + 1))
    }

    /// « Kadiatou Diallo », « DURAND Marie », « Marie DURAND ».
    fn pair(&self, number: usize) -> Option<(usize, usize)> {
        let first = self.word(number)?;
        let begins = first.capital || self.is_any_first(number) || self.is_last(number);
        if !begins || self.names.never.is_empty() || !self.linked(number + 1) {
            return None;
        }
        let hyphen = self.reading.gap(number)?.has('-');
        // « Jean-Pierre Durand »: the pair starts after the hyphen.
        let mut last = number + 1;
        if hyphen && self.is_any_first(number) {
            last += 1;
        }
        while PARTICLES.contains(self.reading.word(last))
            && last < number + 4
            && self.linked(last + 1)
        {
            last += 1;
        }
        if !self.linked(last) {
            return None;
        }
        let second = self.word(last)?;
        // « Robert Paris »: a town is a surname after a first name.
        let town = second.capital && self.is_last(last) && self.is_first(number);
        if !self.could_be(first) || !(town || self.could_be(second)) {
            return None;
        }
        let named = self.is_any_first(number) || (last > number + 1 && self.is_any_first(last - 1));
        let known = (named && self.is_last(last))
            || (self.is_last(number) && self.is_any_first(last) && last == number + 1);
        let both = first.capital && second.capital;
        let shouted = self.shouted(number);
        let strong = both
            && !self.is_said(last)
            && (if first.capitals && second.capitals {
                // All in capitals: one of them must be known, and the sentence not shouted.
                (self.is_first(number) || self.is_first(last) || self.is_last(last)) && !shouted
            } else {
                // « Marie Kowalczyk », « DURAND Marie », « Aminata TRAORÉ ».
                self.is_first(number)
                    || (named && (second.capitals || last > number + 1))
                    || (self.is_any_first(last) && first.capitals && first.text.len() >= 3)
                    || (second.capitals && second.text.len() >= 3 && !first.capitals)
                    || (self.is_last(number) && first.capitals)
            });
        let unknown = both
            && !first.capitals
            && !second.capitals
            && !hyphen
            && last == number + 1
            && self.reading.gap(number).is_some_and(|gap| !gap.line)
            && !self.begins(number);
        // « Pierre Weiss rappellera »: a sentence may begin so, and somebody does something.
        let end = self.end(last);
        let acts =
            both && (named || self.is_last(last)) && AFTER_PERSON.contains(self.reading.word(end));
        if !(known || strong || unknown || acts) || self.of_place(number) {
            return None;
        }
        // « DE ALMEIDA Fatoumata »
        let particle = number.checked_sub(1).filter(|before| {
            PARTICLES.contains(self.reading.word(*before))
                && self.linked(number)
                && self.word(*before).is_some_and(|w| w.capital)
        });
        Some((particle.unwrap_or(number), end))
    }

    /// Says whether a sentence begins with a word.
    fn begins(&self, number: usize) -> bool {
        let Some(from) = self.word(number).map(|word| word.from) else {
            return true;
        };
        let start = from.saturating_sub(4);
        self.reading
            .chars(start, from)
            .rev()
            .find(|c| !matches!(c, ' ' | '«' | '"'))
            .is_none_or(|c| matches!(c, '.' | '!' | '?' | ':' | '-' | '•' | '…' | '('))
    }

    /// « avec Fatima hier », « sa fille Inès », « Fatima est venue ».
    fn first_name(&self, number: usize) -> Option<(usize, usize)> {
        let word = self.word(number)?;
        let listed = self.is_any_first(number);
        if !(word.capital || listed) || !self.could_be(word) || self.of_place(number) {
            return None;
        }
        let before = self.back(number, 1);
        let kin = KIN.contains(before)
            || (KIN.contains(self.back(number, 2)) && matches!(before, "de" | "d"));
        if !listed {
            // « sa voisine Piotr »: somebody of hers, whatever the name.
            let hers = matches!(
                self.back(number, 2),
                "sa" | "son" | "ses" | "leur" | "leurs"
            );
            let unknown = word.capital && !word.capitals && KIN.contains(before) && hers;
            return unknown.then(|| (number, self.end(number)));
        }
        let mut next = number + 1;
        // « Jean-Pierre »
        while self
            .reading
            .gap(next - 1)
            .is_some_and(|gap| gap.is(1, |c| c == '-'))
            && self.is_any_first(next)
        {
            next += 1;
        }
        let follows = self.linked(next);
        let with = BEFORE_PERSON.contains(before);
        let acts = follows && AFTER_PERSON.contains(self.reading.word(next));
        // « accompagné de karim »
        let of_person =
            matches!(before, "de" | "d") && BEFORE_PERSON.contains(self.back(number, 2));
        let shown = match (word.capital, self.is_first(number)) {
            (true, true) => kin || with || acts,
            // « sa voisine Claire », « avec Rose »
            (true, false) => kin || (before == "avec" && !self.is_name(next)),
            (false, true) => {
                kin || of_person
                    || BEFORE_SMALL.contains(before)
                    || (follows && AFTER_SMALL.contains(self.reading.word(next)))
            }
            (false, false) => false,
        };
        if !shown {
            return None;
        }
        // « avec karim bouchard »: in small letters a surname is any word that goes on nothing.
        let surname = !word.capital
            && follows
            && self
                .word(next)
                .is_some_and(|w| !w.capital && self.could_be(w) && w.text.len() >= 4)
            && !self.is_said(next)
            && !AFTER_PERSON.contains(self.reading.word(next))
            && !self.names.said.is_empty();
        Some((number, next + usize::from(surname)))
    }
}
