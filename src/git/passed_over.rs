//! Files of one clone that git is to pass over, without a word to any other clone.

use std::fs;

use super::disk::Disk;
use super::git_folder::relative;
use super::refused::Refused;
use super::register_folder::RegisterFolder;

/// Adds paths, relative to a folder and with a `/` before them, to what git passes over in this clone. Where there is no repository there
/// is nothing to be told.
///
/// # Errors
/// The repository is not to be trusted, or the disk failed.
pub fn pass_over(folder: &RegisterFolder, paths: &[String]) -> Result<(), Refused> {
    let place = match folder.place() {
        Ok(place) => place,
        Err(Refused::NoRepository(_)) => return Ok(()),
        Err(refused) => return Err(refused),
    };
    let file = place.common.join("info/exclude");
    let standing = match fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(Refused::disk(&file, error)),
    };
    let inside = place.top.as_deref().map(|top| relative(top, folder)).unwrap_or_default();
    let above = if inside.is_empty() { inside } else { format!("/{inside}") };
    let mut text = standing.clone();
    for path in paths.iter().map(|path| format!("{above}{path}")) {
        if !text.lines().any(|line| line == path) {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(&path);
            text.push('\n');
        }
    }
    if text == standing {
        return Ok(());
    }
    fs::create_dir_all(place.common.join("info")).map_err(|error| Refused::disk(&file, error))?;
    Disk::default().write_whole(&file, text.as_bytes())
}
