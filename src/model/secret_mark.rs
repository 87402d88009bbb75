//! The marking of a classified paper as `★` tells it, asked of every text that is read; what a filing refuses besides is in `classified`.

use crate::text::Text;

/// A paper's own marking: 机密★1年.
pub(super) fn bears_secret_mark(words: &str) -> bool {
    // Asked of every text that is read.
    words.contains("★")
        && words.match_indices('★').any(|(at, _)| {
            let before = words[..at].trim_end();
            ["秘密", "机密", "绝密"].iter().any(|level| before.ends_with(level))
        })
}

/// State secrets do not belong in any repository: a paper's own marking is enough to refuse it.
pub(super) fn refuse_secret(words: &str) -> Result<(), Text> {
    if bears_secret_mark(words) {
        return Err(Text::fixed(
            "标有密级（秘密、机密、绝密）的内容不得写入台账，请按保密规定另行处理",
            "what is classified (秘密, 机密, 绝密) must not be in a register; handle it as the rules on secrets say",
        ));
    }
    Ok(())
}
