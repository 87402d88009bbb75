//! What lies in a register's folder and is no record: what could be one and is misplaced or misspelt is an error, all else nobody's fault.

use crate::model::Kind;
use crate::text::nearest;

/// What a file is whose path is no record's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    /// A record that lies where none can, or under a name that none has.
    Misplaced,
    /// No record, among records.
    Among,
    /// No record: what a desktop or an editor leaves, what belongs to the repository, what people keep beside the register.
    Beside,
}

/// What desktops and programs leave behind, in lower case.
const LITTER: &[&str] = &["desktop.ini", "ehthumbs.db", "icon\r", "thumbs.db"];

/// Folders of the same.
const LITTER_FOLDERS: &[&str] = &["$recycle.bin", "__macosx", "system volume information"];

/// Names that git itself reads anywhere, and that would change what is read of records.
const GIT_READS: &[&str] = &[".gitattributes", ".gitmodules"];

/// Whether a folder holds nothing of a register, so that nobody need look into it.
pub(super) fn is_beside(folder: &str) -> bool {
    folder.starts_with('.') || LITTER_FOLDERS.contains(&folder.to_lowercase().as_str())
}

/// What a file is whose path is no record's.
pub(super) fn foreign(path: &str) -> Foreign {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    if GIT_READS.contains(&name) {
        return Foreign::Misplaced;
    }
    if is_litter(name) || folders.split('/').any(|folder| !folder.is_empty() && is_beside(folder)) {
        return Foreign::Beside;
    }
    let among = folders.split('/').next().is_some_and(is_records_folder);
    let lower = name.to_lowercase();
    let could_be = if among {
        // 003, 003.toml.bak, 003.txt: a record with an ending that hides it.
        lower.contains(".toml") || !lower.contains('.') || [".tml", ".tom", ".txt"].iter().any(|ending| lower.ends_with(ending))
    } else {
        lower.strip_suffix(".toml").is_some_and(|stem| is_near_records(folders, stem))
    };
    match (could_be, among) {
        (true, _) => Foreign::Misplaced,
        (false, true) => Foreign::Among,
        (false, false) => Foreign::Beside,
    }
}

fn is_litter(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || LITTER.contains(&name.to_lowercase().as_str())
}

fn is_records_folder(folder: &str) -> bool {
    folders().any(|own| own == folder)
}

/// The folders at the top of a register.
fn folders() -> impl Iterator<Item = &'static str> {
    Kind::ALL.iter().map(|kind| kind.folder().trim_end_matches('/')).filter(|folder| !folder.is_empty())
}

/// Whether a path is like a record's: a folder or file at the top nearly of that name, a year, a number.
fn is_near_records(folders: &str, stem: &str) -> bool {
    let resembles = |word: &str| nearest(&word.to_lowercase(), self::folders()).is_some();
    let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = |word: &str| {
        let digits = word.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(word);
        digits.len() >= 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let steps = || folders.split('/').filter(|step| !step.is_empty());
    is_number(stem) || steps().any(|step| is_year(step) || resembles(step)) || (folders.is_empty() && resembles(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_record_is_told_from_what_could_not() {
        for path in [
            "notice/2025/yingji/003.toml",
            "Notices/2025/yingji/003.toml",
            "hazards/2025/yingji/003 (1).toml",
            "hazards/2025/yingji/003.toml.bak",
            "hazards/2025/yingji/003.TOML",
            "hazards/2025/yingji/003",
            "hazards/003.txt",
            "copy/notices/2025/yingji/003.toml",
            "2025/yingji/003.toml",
            "003.toml",
            "setings.toml",
            "hazards/.gitattributes",
            ".gitmodules",
        ] {
            assert_eq!(foreign(path), Foreign::Misplaced, "{path}");
        }
        for path in ["hazards/2025/yingji/照片.jpg", "notices/2025/通报.docx", "mines/dashan/采矿证.pdf"] {
            assert_eq!(foreign(path), Foreign::Among, "{path}");
        }
        for path in [
            ".DS_Store",
            "hazards/2025/yingji/.DS_Store",
            "hazards/Thumbs.db",
            "~$隐患.xlsx",
            "hazards/~$隐患.xlsx",
            ".~lock.隐患.xlsx#",
            "README.md",
            "LICENSE",
            ".gitlab-ci.yml",
            ".editorconfig",
            ".github/workflows/check.yml",
            ".vscode/settings.json",
            "2025年报.html",
            "论文/通报.docx",
            "pyproject.toml",
            "__MACOSX/hazards/2025/yingji/001.toml",
            "hazards/2025/yingji/._001.toml",
        ] {
            assert_eq!(foreign(path), Foreign::Beside, "{path}");
        }
    }
}
