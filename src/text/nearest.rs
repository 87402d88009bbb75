//! What a mistyped word was probably meant to be.

/// The candidate closest to `word`, where one is close enough to be worth naming.
///
/// Chinese names are short, so two equal characters in a unit's name say more than an edit distance does: a candidate
/// that contains the word, or is contained in it, is nearest of all.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const CLOSE: f64 = 0.72;
    // Of two characters one wrong is all that can be.
    let close = if word.chars().count() == 2 && !word.is_ascii() { 0.66 } else { CLOSE };
    let score = |candidate: &str| {
        let contained = word.chars().count() > 1 && (candidate.contains(word) || word.contains(candidate));
        if contained && !candidate.is_empty() { 1.0 } else { strsim::jaro_winkler(word, candidate) }
    };
    candidates
        .into_iter()
        .map(|candidate| (score(candidate), candidate))
        .filter(|(score, _)| *score >= close)
        .max_by(|(score, candidate), (other_score, other)| {
            // Of two that contain the word, or are contained in it, the one of nearly its length is meant.
            let beyond = |candidate: &str| candidate.chars().count().abs_diff(word.chars().count());
            score.total_cmp(other_score).then_with(|| beyond(other).cmp(&beyond(candidate)))
        })
        .map(|(_, candidate)| candidate)
}

/// Whether a word is a slip for a candidate: but for a letter in three, or cut short. What only begins or sounds alike is not.
#[must_use]
pub fn is_slip(word: &str, candidate: &str) -> bool {
    let longest = word.chars().count().max(candidate.chars().count());
    let is_cut = word.chars().count() > 2 && candidate.starts_with(word);
    is_cut || strsim::damerau_levenshtein(word, candidate) * 3 <= longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_nearest_or_nothing() {
        let keys = ["measures", "suggestions", "title"];
        assert_eq!(nearest("mesures", keys), Some("measures"));
        assert_eq!(nearest("公安局", ["公安", "林业"]), Some("公安"));
        assert_eq!(nearest("应急局（牵头）", ["应急局", "应急"]), Some("应急局"));
        assert_eq!(nearest("露天", ["露天开采", "露天地下联合"]), Some("露天开采"));
        assert_eq!(nearest("通告", ["隐患", "通报"]), Some("通报"));
        assert_eq!(nearest("zzz", keys), None);
    }

    #[test]
    fn a_slip_is_near() {
        for (word, meant) in [("yaer", "year"), ("quit", "quiet"), ("chekc", "check"), ("unitt", "unit"), ("lst", "list")] {
            assert!(is_slip(word, meant), "{word}");
        }
        for (word, other) in [("quarter", "quiet"), ("request", "quiet"), ("query", "quiet"), ("owner", "force")] {
            assert!(!is_slip(word, other), "{word}");
        }
    }
}
