//! The model's own proofs: the bytes of every kind, what must survive reading and writing, and what may follow what.

mod by_hand;
mod changes;
mod generator;
mod golden;
mod noise;
mod reach;
mod round_trips;
