//! What an edit that touches many elements changed, kept so that it can be put back exactly.
//!
//! For each list only the stretch that differs is kept. It must never be made by hand: it is the
//! difference of two contents.

use crate::domain::kit::{
    Case, Cue, CueLink, Family, KitContent, Persona, Place, Procedure, Question, Rule, Source, Step,
};

/// A stretch of a list: `take` elements at `at` make room for those of `put`.
#[derive(Clone, Debug, PartialEq)]
struct Stretch<T> {
    at: usize,
    take: usize,
    put: Vec<T>,
}

impl<T: Clone + PartialEq> Stretch<T> {
    /// What turns `from` into `to`; `None` if nothing differs.
    fn between(from: &[T], to: &[T]) -> Option<Self> {
        let same = |(a, b): &(&T, &T)| a == b;
        let at = from.iter().zip(to).take_while(same).count();
        let (from, to) = (from.get(at..)?, to.get(at..)?);
        if from.is_empty() && to.is_empty() {
            return None;
        }
        let after = from.iter().rev().zip(to.iter().rev()).take_while(same);
        let after = after.count();
        Some(Self {
            at,
            take: from.len() - after,
            put: to.get(..to.len() - after)?.to_vec(),
        })
    }

    /// Puts itself in a list, and becomes what puts the list back.
    fn swap(&mut self, list: &mut Vec<T>) {
        let end = (self.at + self.take).min(list.len());
        let start = self.at.min(end);
        let put = std::mem::take(&mut self.put);
        self.take = put.len();
        self.put = list.splice(start..end, put).collect();
    }
}

macro_rules! patch {
    ($($list:ident: $item:ty),+ $(,)?) => {
        /// The stretches that differ, list by list, and the manifest if it does.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Patch {
            manifest: Option<Box<KitContent>>,
            $($list: Option<Stretch<$item>>,)+
        }

        impl Patch {
            /// What turns `from` into `to`.
            pub fn between(from: &KitContent, to: &KitContent) -> Self {
                let (one, other) = (manifest(from), manifest(to));
                Self {
                    manifest: (one != other).then(|| Box::new(other)),
                    $($list: Stretch::between(&from.$list, &to.$list),)+
                }
            }

            /// Applies itself, and becomes what takes it back.
            pub(in crate::domain::workshop) fn swap(&mut self, content: &mut KitContent) {
                if let Some(kept) = &mut self.manifest {
                    // The lists stay where they are; all the rest changes places.
                    $(std::mem::swap(&mut kept.$list, &mut content.$list);)+
                    std::mem::swap(kept.as_mut(), content);
                }
                $(if let Some(stretch) = &mut self.$list {
                    stretch.swap(&mut content.$list);
                })+
            }

            /// Says whether it changes nothing.
            pub fn is_empty(&self) -> bool {
                self.manifest.is_none() $(&& self.$list.is_none())+
            }
        }

        /// A content's manifest, without its lists.
        fn manifest(content: &KitContent) -> KitContent {
            KitContent {
                id: content.id.clone(),
                title: content.title.clone(),
                version: content.version.clone(),
                language: content.language.clone(),
                owner: content.owner.clone(),
                reviewed: content.reviewed.clone(),
                review_by: content.review_by.clone(),
                licence: content.licence.clone(),
                channels: content.channels.clone(),
                openers: content.openers.clone(),
                uncertain_steps: content.uncertain_steps.clone(),
                levels: content.levels,
                engine: content.engine,
                $($list: Vec::new(),)+
            }
        }
    };
}

patch! {
    families: Family,
    sources: Source,
    cues: Cue,
    questions: Question,
    personas: Persona,
    steps: Step,
    places: Place,
    procedures: Procedure,
    rules: Rule,
    cases: Case,
    links: CueLink,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_stretch_goes_and_comes_back(
            from in prop::collection::vec(0..4_u8, 0..8),
            to in prop::collection::vec(0..4_u8, 0..8),
        ) {
            let mut list = from.clone();
            match Stretch::between(&from, &to) {
                None => prop_assert_eq!(&from, &to),
                Some(mut stretch) => {
                    stretch.swap(&mut list);
                    prop_assert_eq!(&list, &to);
                    stretch.swap(&mut list);
                    prop_assert_eq!(&list, &from);
                }
            }
        }
    }

    #[test]
    fn the_manifest_changes_places_and_the_lists_stay() {
        let before = crate::domain::testing::kit().content().clone();
        let mut after = before.clone();
        after.title = "Autre".to_owned();
        after.cues.remove(1);
        let mut patch = Patch::between(&before, &after);
        let mut content = before.clone();
        patch.swap(&mut content);
        assert_eq!(content, after);
        patch.swap(&mut content);
        assert_eq!(content, before);
        assert!(Patch::between(&before, &before).is_empty());
    }
}
