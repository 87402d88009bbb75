//! What differs between operating systems: whose a file is, who may read it, by what it is known again, where programs keep things, what an
//! address may look like. The rest of the program is the same everywhere; what cannot be promised elsewhere than on Unix stands in
//! `.github/SECURITY.md`.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(not(unix), path = "elsewhere.rs")]
mod files;

use std::fs::Metadata;
use std::path::PathBuf;

#[cfg(feature = "desk")]
pub(crate) use files::interrupted;
pub(crate) use files::{
    bound_memory, end, folder_id, free_bytes, has_keyboard, is_open, lead_group, lift_memory_bound, make_executable,
    make_private_folder, may_write_into, names, private_file, stat, taken_away, unchanging,
};

/// What the system says of a file besides its kind and size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FileStat {
    /// When anything of it was changed last, which nobody can set back: seconds and nanoseconds.
    pub(crate) changed: (i64, i64),
    /// When its bytes were changed last.
    pub(crate) modified: (i64, i64),
    pub(crate) device: u64,
    pub(crate) inode: u64,
    pub(crate) user: u32,
    pub(crate) group: u32,
}

/// Who a file belongs to; nothing where that is not told.
pub(crate) fn owner(found: &Metadata) -> String {
    stat(found).map(|stat| stat.user.to_string()).unwrap_or_default()
}

/// On which disk a file lies; the same for all where that is not told.
pub(crate) fn device(found: &Metadata) -> u64 {
    stat(found).map_or(0, |stat| stat.device)
}

/// Which file it is, whatever it is called; nothing where that is not told.
pub(crate) fn file_id(found: &Metadata) -> String {
    stat(found).map(|stat| format!("{}:{}", stat.device, stat.inode)).unwrap_or_default()
}

/// Whether an address begins with the letter of a disk, and not with the name of a computer.
pub(crate) fn names_disk(address: &str) -> bool {
    cfg!(windows) && address.as_bytes().get(1) == Some(&b':')
}

/// The folder in which this system keeps what programs remember for a user, by the variables that are set and the user's home.
pub(crate) fn user_state(set: impl Fn(&str) -> Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    in_home(set, home, "XDG_STATE_HOME", ".local/state", "Library/Application Support")
}

/// The folder in which this system keeps what a user has set.
pub(crate) fn user_config(set: impl Fn(&str) -> Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    in_home(set, home, "XDG_CONFIG_HOME", ".config", "Library/Application Support")
}

/// The folder in which this system keeps what programs can make anew.
pub(crate) fn user_cache(set: impl Fn(&str) -> Option<PathBuf>, home: Option<PathBuf>) -> Option<PathBuf> {
    in_home(set, home, "XDG_CACHE_HOME", ".cache", "Library/Caches")
}

/// Whether a folder can be written to the disk as such, so that a new name in it is there after the power failed.
pub(crate) const SETTLES_FOLDERS: bool = cfg!(unix);

/// Whether the system bounds what a program that runs fills with data.
#[cfg(test)]
pub(crate) const BOUNDS_MEMORY: bool = cfg!(target_os = "linux");

/// Whether pages can be shown on a screen, by the variables that are set: Unix has one only where something says so.
#[cfg(feature = "desk")]
pub(crate) fn shows_pages(is_set: impl Fn(&str) -> bool) -> bool {
    cfg!(any(windows, target_os = "macos"))
        || ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER", "WSL_DISTRO_NAME"].into_iter().any(is_set)
}

fn in_home(
    set: impl Fn(&str) -> Option<PathBuf>,
    home: Option<PathBuf>,
    variable: &str,
    folder: &str,
    on_mac: &str,
) -> Option<PathBuf> {
    let set = |name| set(name).filter(|folder| folder.is_absolute());
    if cfg!(windows) {
        set("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home.map(|home| home.join(on_mac))
    } else {
        set(variable).or_else(|| home.map(|home| home.join(folder)))
    }
}
