//! The order of things on the screen, for whoever draws them elsewhere.

use crate::domain::ids::FamilyId;
use crate::domain::kit::{Cue, Deck, Kit};
use crate::domain::vocab::Channel;

/// Lists the cues of a family as the panel does: in kit order, the short deck first.
///
/// Without a channel, those of every channel.
pub fn cues_of<'kit>(
    kit: &'kit Kit,
    family: &FamilyId,
    channel: Option<Channel>,
) -> Vec<&'kit Cue> {
    let here = |cue: &&Cue| {
        &cue.family == family && channel.is_none_or(|channel| cue.channels.contains(&channel))
    };
    let mut cues: Vec<&Cue> = kit.cues.iter().filter(here).collect();
    cues.sort_by_key(|cue| cue.deck != Deck::Short);
    cues
}

/// How many cues of the short deck a family shows before it is opened.
pub const SHOWN_OF_A_FAMILY: usize = 2;
