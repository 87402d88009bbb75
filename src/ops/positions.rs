//! Where keys of files stand, for many at once: a file is read and parsed once, however many of its keys are asked for.

use std::collections::BTreeMap;

use crate::report::Position;
use crate::store::{KeySpans, see_each};

/// Where each key of a file stands; none where the file cannot be read. `open` makes what a thread reads with, `read` gives a text.
pub(super) fn find_positions<R>(
    keys: &[(&str, &str)],
    open: impl Fn() -> R + Sync,
    read: impl Fn(&R, &str) -> Option<String> + Sync,
) -> Vec<Option<Position>> {
    let mut files = BTreeMap::<&str, Vec<usize>>::new();
    for (at, (file, _)) in keys.iter().enumerate() {
        files.entry(file).or_default().push(at);
    }
    let files: Vec<(&str, Vec<usize>)> = files.into_iter().collect();
    let found = see_each(&files, open, |reader, (file, asked)| {
        let text = read(reader, file)?;
        let spans = KeySpans::parse(&text);
        let position = |at: &usize| Position::from_byte(&text, spans.span(&keys[*at].1.into()).start);
        Some(asked.iter().map(position).collect::<Vec<_>>())
    });
    let mut positions = vec![None; keys.len()];
    for ((_, asked), found) in files.iter().zip(found) {
        for (at, position) in asked.iter().zip(found.into_iter().flatten()) {
            positions[*at] = Some(position);
        }
    }
    positions
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn a_file_is_read_once_and_a_repository_opened_once_a_thread() {
        let names: Vec<String> = (0..1000).map(|file| format!("{file}.toml")).collect();
        let keys: Vec<String> = (0..12).map(|line| format!("key{line}")).collect();
        let lines = keys.join(" = 0\n") + " = 0\n";
        let asked: Vec<(&str, &str)> =
            keys.iter().flat_map(|key| names.iter().map(|name| (name.as_str(), key.as_str()))).collect();
        let (opened, reads) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let found = find_positions(
            &asked,
            || opened.fetch_add(1, Ordering::Relaxed),
            |_, file| {
                reads.fetch_add(1, Ordering::Relaxed);
                (file != "7.toml").then(|| lines.clone())
            },
        );
        assert_eq!(reads.into_inner(), names.len(), "each of 12,000 keys stands in one of 1,000 files");
        assert!(opened.into_inner() <= rayon::current_num_threads());
        for ((file, key), position) in asked.iter().zip(found) {
            let line = key.trim_start_matches("key").parse().ok().filter(|_| *file != "7.toml");
            assert_eq!(position.map(|position| position.line), line.map(|line: usize| line + 1), "{file} {key}");
        }
    }
}
