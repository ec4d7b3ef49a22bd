//! What experts say of probabilities, and what the engine is set to.
//!
//! It must never compute anything but what a word stands for.

/// A probability as an expert says it: one of five words, or a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// About 3 contacts in 100.
    VeryRare,
    /// About 10 in 100.
    Rare,
    /// About 25 in 100.
    Possible,
    /// About 50 in 100.
    Frequent,
    /// About 75 in 100.
    Typical,
    /// A probability in 0..=1, written `P(0.37)`.
    P(f64),
}

/// The probability each word stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// Probability of [`Level::VeryRare`].
    pub very_rare: f64,
    /// Probability of [`Level::Rare`].
    pub rare: f64,
    /// Probability of [`Level::Possible`].
    pub possible: f64,
    /// Probability of [`Level::Frequent`].
    pub frequent: f64,
    /// Probability of [`Level::Typical`].
    pub typical: f64,
}

impl Default for Levels {
    fn default() -> Self {
        Self {
            very_rare: 0.03,
            rare: 0.10,
            possible: 0.25,
            frequent: 0.50,
            typical: 0.75,
        }
    }
}

impl Levels {
    /// Gives the probability of a level.
    pub fn probability(&self, level: Level) -> f64 {
        match level {
            Level::VeryRare => self.very_rare,
            Level::Rare => self.rare,
            Level::Possible => self.possible,
            Level::Frequent => self.frequent,
            Level::Typical => self.typical,
            Level::P(p) => p,
        }
    }
}

/// The engine's settings; the defaults are those of the engine's specification.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EngineSettings {
    /// Share of noticed cues that are noise, 0..=1.
    pub noise_floor: f64,
    /// Prior of none-of-these, 0..1.
    pub none_prior: f64,
    /// Weight of the uniform part of the background, 0..=1.
    pub none_spread: f64,
    /// Global tempering, in ]0, 1].
    pub temper: f64,
    /// Posterior from which a lead is clear.
    pub clear: f64,
    /// Ratio to the second from which a lead is clear.
    pub clear_ratio: f64,
    /// Posterior from which a lead is possible.
    pub possible: f64,
    /// Posterior of none-of-these from which no lead is known.
    pub none: f64,
    /// Posterior from which questions stop.
    pub stop: f64,
    /// Answers without which nothing is said.
    pub min_answers: usize,
    /// Gain below which no question is proposed, in bits.
    pub min_gain_bits: f64,
}

impl Default for EngineSettings {
    fn default() -> Self {
        Self {
            noise_floor: 0.02,
            none_prior: 0.05,
            none_spread: 0.2,
            temper: 1.0,
            clear: 0.60,
            clear_ratio: 2.0,
            possible: 0.35,
            none: 0.50,
            stop: 0.95,
            min_answers: 2,
            min_gain_bits: 0.02,
        }
    }
}
