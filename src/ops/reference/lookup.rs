//! Where records are looked for whose name is not their path, and how the number of a paper is known.

use memchr::memmem::Finder;

use crate::model::{DocNumber, FactsIndex, KeyPath, Leaf, Record, RecordPath, plain_number};
use crate::store::{self, Source};

/// Where a resolver looks for the number of a paper, for a draft and for what was filed in short.
#[derive(Debug, Clone, Copy)]
pub enum RecordLookup<'a> {
    /// Nowhere: only names are understood.
    Nowhere,
    /// In the files of the register; `newer` is its format, where that is newer than this program.
    Files {
        /// The register.
        source: &'a Source,
        /// Its format.
        newer: Option<u32>,
    },
    /// In the facts of its records.
    Indexed {
        /// The register.
        source: &'a Source,
        /// The facts.
        index: &'a FactsIndex,
    },
    /// In what was read of it already.
    Loaded {
        /// The register.
        source: &'a Source,
        /// All of its records.
        records: &'a [(RecordPath, Record)],
    },
}

impl<'a> RecordLookup<'a> {
    pub(super) fn source(self) -> Option<&'a Source> {
        match self {
            Self::Nowhere => None,
            Self::Files { source, .. } | Self::Indexed { source, .. } | Self::Loaded { source, .. } => Some(source),
        }
    }

    /// The records that hold a paper's number, of which `words` are the parts.
    pub(super) fn numbered(self, given: &str, words: &[&str]) -> Vec<RecordPath> {
        let holding = |records: &[(RecordPath, Record)]| {
            let holds = |(path, record): &(RecordPath, Record)| {
                let mut holds = false;
                record.visit(&mut |_: &KeyPath, leaf| {
                    holds |= matches!(leaf, Leaf::Number(number) if is_same(number, given));
                });
                holds.then(|| path.clone())
            };
            records.iter().filter_map(holds).collect()
        };
        match self {
            Self::Nowhere => Vec::new(),
            Self::Files { source, newer } => {
                // What cannot be read is for `check` to say; nothing is found in it.
                let words: Vec<Finder<'_>> = words.iter().map(|word| Finder::new(word.as_bytes())).collect();
                let holds = |_: &RecordPath, bytes: &[u8]| words.iter().all(|word| word.find(bytes).is_some());
                let loaded = store::load_holding(source, &|_| true, &holds, newer);
                loaded.map_or_else(|_| Vec::new(), |loaded| holding(&loaded.records))
            }
            Self::Indexed { index, .. } => index.numbered(given).into_keys().cloned().collect(),
            Self::Loaded { records, .. } => holding(records),
        }
    }
}

/// Whether two spellings are of the same number.
fn is_same(number: &DocNumber, given: &str) -> bool {
    plain_number(number.as_str()) == plain_number(given)
}

pub(super) fn is_between_words(c: char) -> bool {
    c.is_whitespace() || "〔〕[]()（）【】".contains(c)
}
