//! Which language to speak: asked for, set, or the locale's; else Chinese, which the users read.

use std::ffi::OsString;

use super::terminal::typed_early;
use crate::text::Lang;

/// Chooses from `--lang`, `LIANDONG_LANG` and the locale, in that order. Needed before the arguments are understood, because what is
/// wrong with them is said in it as well.
pub(super) fn choose(args: &[OsString], var: impl Fn(&str) -> Option<OsString>) -> Lang {
    let asked = typed_early(args, "--lang").and_then(|value| parse_lang(&value.to_string_lossy()));
    let set = || parse_lang(&var("LIANDONG_LANG")?.to_string_lossy());
    let locale = || {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| var(name).filter(|value| !value.is_empty()))?;
        parse_lang(&locale.to_string_lossy())
    };
    asked.or_else(set).or_else(locale).unwrap_or_default()
}

/// `en`, `en_GB.UTF-8`, `zh`, `zh-CN`, `中文`.
pub(super) fn parse_lang(value: &str) -> Option<Lang> {
    let language = value.split(['_', '-', '.', '@']).next().unwrap_or_default();
    match language.to_ascii_lowercase().as_str() {
        "en" | "english" | "英文" => Some(Lang::En),
        "zh" | "chinese" | "中文" => Some(Lang::Zh),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &[&str], vars: &[(&str, &str)]) -> Lang {
        let args: Vec<OsString> = std::iter::once("liandong").chain(args.iter().copied()).map(OsString::from).collect();
        choose(&args, |name| vars.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn chinese_unless_asked_set_or_local() {
        assert_eq!(chosen(&["check"], &[]), Lang::Zh);
        assert_eq!(chosen(&["check"], &[("LANG", "C.UTF-8")]), Lang::Zh);
        assert_eq!(chosen(&["check"], &[("LANG", "en_GB.UTF-8")]), Lang::En);
        assert_eq!(chosen(&["check"], &[("LANG", "en_GB.UTF-8"), ("LIANDONG_LANG", "zh")]), Lang::Zh);
        assert_eq!(chosen(&["--lang", "en", "check"], &[("LIANDONG_LANG", "zh")]), Lang::En);
        assert_eq!(chosen(&["check", "--lang=en"], &[]), Lang::En);
        assert_eq!(chosen(&["show", "--", "--lang=en"], &[]), Lang::Zh);
    }
}
