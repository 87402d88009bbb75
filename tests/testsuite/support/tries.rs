//! How much is tried where to try more finds more, in one place: few tries after every change, many before it lands, most now and then.

use std::sync::LazyLock;

/// The sizes of all loops that have no end of their own.
pub(crate) struct Tries {
    /// Of the steps of a filing at each of which it is killed or fails, every which.
    pub(crate) stride: usize,
    /// Programs that are killed at random instants while they file.
    pub(crate) kills: usize,
    /// Records that eight programs file at once, each.
    pub(crate) crowd: usize,
    /// Damaged files that are imported.
    pub(crate) damaged: usize,
    /// What twelve clones do in all: filing, editing, synchronising, being killed.
    pub(crate) stream: usize,
    /// Histories of eighty commits by honest and dishonest hands: about a second each.
    pub(crate) histories: u32,
    /// Records of which a property must hold.
    pub(crate) cases: u32,
}

/// As `LIANDONG_TRIES` says: `few` where it says nothing, `many` in `.ci/run`, `most` in `.ci/long`.
pub(crate) static TRIES: LazyLock<Tries> = LazyLock::new(|| match std::env::var("LIANDONG_TRIES").as_deref() {
    Err(_) | Ok("few") => Tries { stride: 3, kills: 30, crowd: 25, damaged: 200, stream: 96, histories: 8, cases: 64 },
    Ok("many") => Tries { stride: 1, kills: 200, crowd: 125, damaged: 1000, stream: 480, histories: 64, cases: 256 },
    Ok("most") => Tries { stride: 1, kills: 2000, crowd: 125, damaged: 5000, stream: 3000, histories: 4000, cases: 4096 },
    Ok(other) => panic!("LIANDONG_TRIES is few, many or most, not {other}"),
});
