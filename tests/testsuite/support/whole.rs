//! What somebody reads, compared as a whole: what it ought to say stands in the test, and `SNAPSHOTS=overwrite` writes there what it says now.

use snapbox::IntoData;

use super::{LIANDONG, Person};

/// That a text says this and no more. What differs from run to run stands as a word: folders, digits of commits, fingerprints of keys.
#[track_caller]
pub(crate) fn assert_whole(told: &str, expected: impl IntoData) {
    snapbox::assert_data_eq!(alike(told), expected.raw());
}

impl Person {
    /// What a command that succeeds says.
    #[track_caller]
    pub(crate) fn says(&self, args: &[&str], expected: impl IntoData) {
        assert_whole(&self.ok(args), expected);
    }

    /// What a command that does not succeed says, by its exit code.
    #[track_caller]
    pub(crate) fn fails_with(&self, args: &[&str], code: i32, expected: impl IntoData) {
        assert_whole(&self.fails(args, code), expected);
    }

    /// What a command says that must change nothing.
    #[track_caller]
    pub(crate) fn refused_with(&self, args: &[&str], expected: impl IntoData) {
        assert_whole(&self.refused(args), expected);
    }
}

/// The same text on every run.
fn alike(told: &str) -> String {
    let mut told = told.replace(LIANDONG, "[LIANDONG]").replace(env!("CARGO_MANIFEST_DIR"), "[PROJECT]");
    for above in ["/dev/shm/.tmp".to_owned(), format!("{}/.tmp", std::env::temp_dir().display())] {
        while let Some(at) = told.find(&above) {
            told.replace_range(at..at + above.len() + RANDOM, "[TEMP]");
        }
    }
    // What git or curl says differs from version to version.
    let told: String = told.split_inclusive('\n').map(without_git).collect();
    let mut shown = String::new();
    let mut rest = &*told;
    while let Some(first) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("SHA256:") {
            shown.push_str("SHA256:[KEY]");
            rest = after.trim_start_matches(|digit: char| digit.is_ascii_alphanumeric() || "+/".contains(digit));
            continue;
        }
        if let Some(after) = rest.strip_prefix("127.0.0.1:") {
            shown.push_str("127.0.0.1:[PORT]");
            rest = after.trim_start_matches(|digit: char| digit.is_ascii_digit());
            continue;
        }
        if rest.starts_with("AAAAC3Nza") {
            shown.push_str("[KEY]");
            rest = rest.trim_start_matches(|digit: char| digit.is_ascii_alphanumeric() || "+/=".contains(digit));
            continue;
        }
        let word = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, after) = rest.split_at(word);
        let is_name = word.len() >= SHORTEST && word.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        shown.push_str(if is_name { "[ID]" } else { word });
        rest = after;
    }
    shown
}

/// A line without the words of git that it quotes.
fn without_git(line: &str) -> String {
    for (begins, end) in [("（fatal: ", '）'), ("（error: ", '）'), (" (fatal: ", ')'), (" (error: ", ')')] {
        if let Some((at, to)) = line.find(begins).zip(line.rfind(end)).filter(|(at, to)| at < to) {
            let open = at + begins.len() - "fatal: ".len();
            return format!("{}[GIT]{}", &line[..open], &line[to..]);
        }
    }
    line.to_owned()
}

/// How many letters of a temporary folder's name are drawn.
const RANDOM: usize = 6;

/// As many digits of a commit as people compare.
const SHORTEST: usize = 10;
