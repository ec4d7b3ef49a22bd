//! Numbers with a key: accounts, social security, tax, cards, companies; then phones and papers, which
//! have none.

use super::chain::{Chain, Part, all_digits, as_digits, is_joint};
use super::marks::{Mark, Marks};
use super::reading::Reading;
use super::{Kind, Match, ibans, keys, papers, phones};

/// What a detector of numbers sees of the text.
pub(super) struct Place<'p> {
    pub(super) reading: &'p Reading,
    pub(super) marks: &'p Marks,
    pub(super) chain: &'p Chain,
}

impl Place<'_> {
    /// Says whether a mark stands within so many words before the number.
    pub(super) fn announced(&self, reach: usize, mark: Mark) -> bool {
        self.marks.before(self.chain.first, reach, mark)
    }

    /// Says whether a mark stands within so many words after a part of it.
    pub(super) fn named_after(&self, part: &Part<'_>, reach: usize, mark: Mark) -> bool {
        let next = self.chain.first + part.groups;
        // In brackets or after a verb, not in the next sentence.
        let parted = self
            .reading
            .gap(next.saturating_sub(1))
            .is_none_or(|gap| gap.has('.') || gap.has('\n') || gap.has(';'));
        !parted && self.marks.after(next, reach, mark)
    }

    /// Says whether a unit follows: then it is an amount.
    pub(super) fn is_amount(&self, part: &Part<'_>) -> bool {
        let mut next = part.end;
        while self.reading.at(next) == Some(' ') && next < part.end + 3 {
            next += 1;
        }
        let cents = self.reading.at(part.end) == Some(',')
            && self
                .reading
                .at(part.end + 1)
                .is_some_and(|c| c.is_ascii_digit());
        let unit = self.reading.word(self.chain.first + part.groups);
        cents
            || matches!(self.reading.at(next), Some('€' | '%' | '$' | '°'))
            || matches!(
                unit,
                "euros" | "euro" | "eur" | "km" | "m2" | "kwh" | "ans" | "mois" | "pages" | "f"
            )
    }
}

/// Finds all numbers.
pub(super) fn find(reading: &Reading, marks: &Marks, matches: &mut Vec<Match>) {
    let mut claimed = 0;
    for first in 0..reading.words.len() {
        if amid_digits(reading, first) {
            continue;
        }
        let Some(chain) = Chain::read(reading, first) else {
            continue;
        };
        let place = Place {
            reading,
            marks,
            chain: &chain,
        };
        let mut papers_end = 0;
        let mut add = |kind: Kind, to: usize, checked: bool| {
            matches.push(Match {
                kind,
                from: chain.start,
                to,
                checked,
            });
        };
        for part in chain.parts() {
            keyed(&place, &part, &mut add);
        }
        // The end of « CNI 94 02 39980000 » is no phone.
        if chain.start >= claimed {
            phones::find(&place, &mut add);
        }
        papers::find(&place, &mut |kind, to, checked| {
            papers_end = to;
            add(kind, to, checked);
        });
        claimed = claimed.max(papers_end);
    }
    papers::whole(reading, marks, matches);
    papers::machine_lines(reading, matches);
}

/// Says whether a word goes on a number written digit by digit: then no other number starts there.
fn amid_digits(reading: &Reading, number: usize) -> bool {
    let lone = |number: usize| {
        let word = reading.words.get(number);
        word.is_some_and(|word| word.is_number() && word.text.len() == 1)
    };
    let joined = |number: usize| reading.gap(number).is_some_and(|gap| gap.is(3, is_joint));
    number.checked_sub(1).is_some_and(|before| {
        lone(before) && lone(number) && lone(number + 1) && joined(before) && joined(number)
    })
}

/// What a part is by its key.
fn keyed(place: &Place<'_>, part: &Part<'_>, add: &mut impl FnMut(Kind, usize, bool)) {
    let length = part.text.len();
    // A plus announces a phone and nothing else.
    if length < 9 || place.chain.plus {
        return;
    }
    if length >= 15 {
        account(place, part, add);
    }
    let digits = as_digits(part.text);
    if length == 13 || length == 15 {
        social_security(place, part, &digits, add);
    }
    if length == 13 && part.text.starts_with("FR") && keys::value_added_tax(part.text) {
        add(Kind::Company, part.end, true);
    }
    if !all_digits(&digits) {
        return;
    }
    let valid_tax = length == 13 && keys::tax_number(&digits);
    let announced_tax = length == 13
        && digits.starts_with(['0', '1', '2', '3'])
        && place.announced(3, Mark::TAX)
        && !place.chain.goes_on(place.reading, part);
    if valid_tax || announced_tax {
        add(Kind::TaxNumber, part.end, valid_tax);
    }
    // Cards of 13 digits are no longer given, and goods are numbered so.
    let told_card = place.announced(4, Mark::CARD);
    let valid_card = keys::card(&digits) && (length > 13 || told_card);
    let announced_card = length == 16 && keys::issued(&digits) && told_card;
    if valid_card || announced_card {
        add(Kind::Card, part.end, valid_card);
    }
    let companys = |reach: usize| {
        place.announced(reach, Mark::COMPANY) || place.named_after(part, 3, Mark::COMPANY)
    };
    // « 00 590 … » is a phone's.
    let sure = length == 14 && !phones::is_dialled(&digits);
    if keys::company(&digits) && (sure || companys(4)) {
        let alone = place.announced(8, Mark::SOLE)
            || place
                .marks
                .after(place.chain.first + part.groups, 5, Mark::SOLE);
        let kind = if alone {
            Kind::SoleTrader
        } else {
            Kind::Company
        };
        add(kind, part.end, true);
    }
}

/// An IBAN, or a RIB alone.
fn account(place: &Place<'_>, part: &Part<'_>, add: &mut impl FnMut(Kind, usize, bool)) {
    let text = part.text;
    let country = text.get(..2).unwrap_or_default();
    if ibans::length(country) == Some(text.len()) {
        // Letters may be what they are, or stand for digits.
        let read = format!("{country}{}", as_digits(text.get(2..).unwrap_or_default()));
        let valid = ibans::iban(text) || ibans::iban(&read);
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        // One mistyped digit does not make it somebody else's.
        let announced = country == "FR" && digits >= 20 && place.announced(3, Mark::ACCOUNT);
        if valid || announced {
            add(Kind::Iban, part.end, valid);
        }
    }
    // Every group of a RIB has a digit: words after a number do not make one of it.
    if text.len() == 23 && place.chain.digits_everywhere(place.reading, part) {
        let read = as_digits(text);
        if [text, read.as_str()].iter().any(|account| {
            account.bytes().take(10).all(|b| b.is_ascii_digit()) && ibans::rib(account)
        }) {
            add(Kind::Iban, part.end, true);
        }
    }
}

/// A social security number, with its key, announced, or with the shape of one.
fn social_security(
    place: &Place<'_>,
    part: &Part<'_>,
    digits: &str,
    add: &mut impl FnMut(Kind, usize, bool),
) {
    let announced = || place.announced(4, Mark::SOCIAL);
    if digits.len() == 15 {
        if keys::social_security(digits) {
            add(Kind::SocialSecurity, part.end, true);
        } else if all_digits(digits.get(7..).unwrap_or_default()) && announced() {
            add(Kind::SocialSecurity, part.end, false);
        }
        return;
    }
    if !keys::social_security_body(digits) {
        if all_digits(digits) && announced() && !place.chain.goes_on(place.reading, part) {
            add(Kind::SocialSecurity, part.end, false);
        }
        return;
    }
    // « … clé 33 »
    let next = place.chain.first + part.groups;
    let is_key = |word: &str| matches!(word, "cle" | "clef" | "key");
    if is_key(place.reading.word(next))
        && let Some(key) = place.reading.words.get(next + 1)
        && key.digits > 0
        && key.text.len() == 2
    {
        let text = key.text.replace('o', "0").replace(['i', 'l'], "1");
        let valid = keys::social_security(&format!("{digits}{text}"));
        add(Kind::SocialSecurity, key.to, valid);
        return;
    }
    if announced() {
        add(Kind::SocialSecurity, part.end, false);
        return;
    }
    // Nothing announces it: the groups must be those of one, or the person a man or a woman born in a
    // month that exists.
    let sizes = place.chain.sizes(part);
    let cut = sizes.as_slice() == [1, 2, 2, 2, 3, 3];
    let month = digits.get(3..5).and_then(|m| m.parse::<u32>().ok());
    let person = digits.starts_with(['1', '2']) && month.is_some_and(|m| (1..=12).contains(&m));
    if (cut || person) && !place.is_amount(part) {
        add(Kind::SocialSecurityBody, part.end, false);
    }
}
