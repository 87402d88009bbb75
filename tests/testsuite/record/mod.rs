//! The model's own proofs: the bytes of every kind, what must survive reading and writing, and what may follow what.

pub(crate) mod by_hand;
mod changes;
pub(crate) mod generator;
mod golden;
mod noise;
mod reach;
mod round_trips;
