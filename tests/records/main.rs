//! The model's own proofs: the bytes of every kind, what must survive reading and writing, and what may follow what.

mod changes;
mod golden;
