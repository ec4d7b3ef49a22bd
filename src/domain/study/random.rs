//! SplitMix64: a seeded generator small enough to be specified (Steele, Lea & Flood 2014).

/// A stream of 64-bit numbers; the same seed gives the same stream on every machine.
#[derive(Clone, Debug)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// Starts a stream.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Starts an independent stream for part number `part`, so that results do not depend on the
    /// order in which parts are computed.
    pub fn part(seed: u64, part: usize) -> Self {
        let mut root = Self(seed ^ (part as u64).wrapping_mul(0xd134_2543_de82_ef95));
        Self(root.next_u64())
    }

    /// The next number.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in 0..1, uniform over 2^53 values.
    pub fn unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// An index below `bound` (0 if `bound` is 0).
    pub fn below(&mut self, bound: usize) -> usize {
        // The bias is below 2^-50 for any kit.
        usize::try_from(self.next_u64() % (bound.max(1) as u64)).unwrap_or(0)
    }

    /// Draws an index with the weights given; the last one takes what rounding leaves.
    pub fn pick(&mut self, weights: impl Iterator<Item = f64>) -> usize {
        let mut left = self.unit();
        let mut last = 0;
        for (index, weight) in weights.enumerate() {
            last = index;
            if left < weight {
                return index;
            }
            left -= weight;
        }
        last
    }
}
