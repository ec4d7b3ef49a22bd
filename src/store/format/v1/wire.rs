//! How single values of format 1 are written: maps in file order, letters, words of the vocabularies.
//!
//! It must never accept a key written twice where only one value can be kept.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::encoding::one_line_end;
use crate::domain::ids::{
    AnswerId, CueId, FamilyId, PersonaId, PlaceId, ProcedureId, QuestionId, StepId,
};
use crate::domain::kit::{Deck, Layer, QuestionRole};
use crate::domain::vocab::{Channel, Label, Mode, Orientation, Severity, Theme};

/// Turns what is written into what it means, and back.
pub(crate) trait Wire<D>: Sized {
    fn into_domain(self) -> D;
    fn from_domain(value: &D) -> Self;
}

macro_rules! plain {
    ($($name:ty),+) => {$(
        impl Wire<$name> for $name {
            fn into_domain(self) -> $name {
                self
            }
            fn from_domain(value: &$name) -> Self {
                value.clone()
            }
        }
    )+};
}

plain!(f64, bool, u8, u32, usize);

/// A line ends in one way in a kit, as in its file: what is written is read the same.
impl Wire<String> for String {
    fn into_domain(self) -> String {
        one_line_end(self)
    }
    fn from_domain(value: &String) -> Self {
        one_line_end(value.clone())
    }
}

macro_rules! ids {
    ($($name:ty),+) => {$(
        impl Wire<$name> for String {
            fn into_domain(self) -> $name {
                <$name>::new(&self)
            }
            fn from_domain(value: &$name) -> Self {
                value.as_str().to_owned()
            }
        }
    )+};
}

ids!(
    AnswerId,
    CueId,
    FamilyId,
    PersonaId,
    PlaceId,
    ProcedureId,
    QuestionId,
    StepId
);

impl<W: Wire<D>, D> Wire<Vec<D>> for Vec<W> {
    fn into_domain(self) -> Vec<D> {
        self.into_iter().map(W::into_domain).collect()
    }
    fn from_domain(value: &Vec<D>) -> Self {
        value.iter().map(W::from_domain).collect()
    }
}

impl<W: Wire<D>, D> Wire<Option<D>> for Option<W> {
    fn into_domain(self) -> Option<D> {
        self.map(W::into_domain)
    }
    fn from_domain(value: &Option<D>) -> Self {
        value.as_ref().map(W::from_domain)
    }
}

/// A map that keeps the order of its file, and both lines of a key written twice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pairs<V>(Vec<(String, V)>);

impl<V> Default for Pairs<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: Wire<D>, K, D> Wire<Vec<(K, D)>> for Pairs<V>
where
    String: Wire<K>,
{
    fn into_domain(self) -> Vec<(K, D)> {
        self.0
            .into_iter()
            .map(|(key, value)| (key.into_domain(), value.into_domain()))
            .collect()
    }
    fn from_domain(value: &Vec<(K, D)>) -> Self {
        Self(
            value
                .iter()
                .map(|(key, value)| (String::from_domain(key), V::from_domain(value)))
                .collect(),
        )
    }
}

/// A map by channel; a channel written twice is refused.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ByChannel<V>(Vec<(ChannelWord, V)>);

impl<V> Default for ByChannel<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: Wire<D>, D> Wire<BTreeMap<Channel, D>> for ByChannel<V> {
    fn into_domain(self) -> BTreeMap<Channel, D> {
        self.0
            .into_iter()
            .map(|(key, value)| (key.into_domain(), value.into_domain()))
            .collect()
    }
    fn from_domain(value: &BTreeMap<Channel, D>) -> Self {
        Self(
            value
                .iter()
                .map(|(key, value)| (ChannelWord::from_domain(key), V::from_domain(value)))
                .collect(),
        )
    }
}

/// Reads any map as pairs; with `ONCE`, a key written twice is an error.
struct PairVisitor<K, V, const ONCE: bool>(PhantomData<(K, V)>);

impl<'de, K, V, const ONCE: bool> Visitor<'de> for PairVisitor<K, V, ONCE>
where
    K: Deserialize<'de> + PartialEq + fmt::Debug,
    V: Deserialize<'de>,
{
    type Value = Vec<(K, V)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs: Vec<(K, V)> = Vec::new();
        while let Some(key) = map.next_key()? {
            if ONCE && pairs.iter().any(|(other, _)| other == &key) {
                return Err(de::Error::custom(format_args!(
                    "La clé {key:?} est écrite deux fois."
                )));
            }
            pairs.push((key, map.next_value()?));
        }
        Ok(pairs)
    }
}

fn write_pairs<S: Serializer, K: Serialize, V: Serialize>(
    pairs: &[(K, V)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (key, value) in pairs {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_map(PairVisitor::<String, V, false>(PhantomData))
            .map(Self)
    }
}

impl<V: Serialize> Serialize for Pairs<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_pairs(&self.0, serializer)
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for ByChannel<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer
            .deserialize_map(PairVisitor::<ChannelWord, V, true>(PhantomData))
            .map(Self)
    }
}

impl<V: Serialize> Serialize for ByChannel<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_pairs(&self.0, serializer)
    }
}

/// One letter, written as a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Letter(char);

impl Wire<char> for Letter {
    fn into_domain(self) -> char {
        self.0
    }
    fn from_domain(value: &char) -> Self {
        Self(*value)
    }
}

impl<'de> Deserialize<'de> for Letter {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(letter), None) => Ok(Self(letter)),
            _ => Err(de::Error::custom(
                "Une touche de famille est une seule lettre.",
            )),
        }
    }
}

impl Serialize for Letter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.encode_utf8(&mut [0; 4]))
    }
}

macro_rules! words {
    ($($name:ident => $domain:ident { $($word:ident = $variant:ident),+ })+) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub(crate) enum $name { $($word),+ }

        impl Wire<$domain> for $name {
            fn into_domain(self) -> $domain {
                match self { $(Self::$word => $domain::$variant),+ }
            }
            fn from_domain(value: &$domain) -> Self {
                match value { $($domain::$variant => Self::$word),+ }
            }
        }
    )+};
}

words! {
    ChannelWord => Channel { Counter = Counter, Phone = Phone }
    DeckWord => Deck { Short = Short, Full = Full }
    RoleWord => QuestionRole { Inform = Inform, Offer = Offer }
    LayerWord => Layer { Profile = Profile, Situation = Situation }
    ModeWord => Mode {
        Answer = Answer, Reassure = Reassure, GuideDoing = GuideDoing, DoTogether = DoTogether,
        DoFor = DoFor, OtherWay = OtherWay, Relay = Relay
    }
    SeverityWord => Severity { Info = Info, Warning = Warning, Safety = Safety }
    LabelWord => Label { Clear = Clear, Possible = Possible, Uncertain = Uncertain, None = None }
    ThemeWord => Theme {
        Papiers = Papiers, Famille = Famille, Social = Social, Travail = Travail,
        Logement = Logement, Transports = Transports, Argent = Argent, Justice = Justice,
        Etranger = Etranger, Loisirs = Loisirs
    }
    OrientationWord => Orientation {
        OperateurEnCharge = Operator, AideAuxDemarches = ProcedureHelp,
        Administration = Administration, MediationNumerique = DigitalMediation,
        AideSociale = SocialHelp, Autre = Other
    }
}
