//! Many files looked at one by one on every core.

use rayon::prelude::*;

/// So many files are looked at on one thread before another helps: a repository must be opened for each.
const FEW: usize = 64;

/// What `see` makes of each file, in their order. `open` makes what a thread reads with, at most once a thread.
pub fn see_each<R, F: Sync, T: Send>(files: &[F], open: impl Fn() -> R + Sync, see: impl Fn(&R, &F) -> T + Sync) -> Vec<T> {
    let share = files.len().div_ceil(rayon::current_num_threads()).max(FEW);
    let shares = files.par_chunks(share).map(|files| {
        let reader = open();
        files.iter().map(|file| see(&reader, file)).collect::<Vec<T>>()
    });
    shares.collect::<Vec<_>>().into_iter().flatten().collect()
}
