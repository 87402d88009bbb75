//! Numbers that are the same in every run.

/// Where the next number comes from.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// Any number of 31 bits.
    pub(crate) fn throw(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).expect("31 bits")
    }

    /// A number below an end; of nothing, nothing.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.throw() as usize % end.max(1)
    }
}
