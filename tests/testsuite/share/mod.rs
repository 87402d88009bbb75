//! Sharing with real repositories, real git and real keys: what is filed arrives, what is forged does not.

mod announcing;
mod attacks;
mod by_hand;
mod clocks;
mod copied;
mod copied_elsewhere;
mod copied_hangs;
mod crossings;
mod district;
mod earlier;
mod endings;
mod histories;
mod merging;
mod naming;
mod parcels;
mod reference;
mod reviews;
mod scene;
mod servers;
mod signatures;
mod taking_part;
mod telling;
mod threats;
mod twelve;
mod unfolding;
mod unions;
