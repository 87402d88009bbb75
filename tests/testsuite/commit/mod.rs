//! A filing is whole or absent, whatever happens to the program, the disk, or the folder meanwhile. All records are invented.

mod beside;
mod child;
mod crowd;
mod failures;
mod index;
mod kills;
mod office;
mod refusals;
mod staged;
