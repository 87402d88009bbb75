//! Titles, put together of matter and kind of paper in one way, by every paper and by whatever cites one.

use std::borrow::Cow;

use crate::text::Text;
use crate::tr;

/// How titles end, with the kind of paper that each says it is. 汇报 is none, and says what a report says.
const SORTS: [(&str, &str); 11] = [
    ("复函", "函"),
    ("函", "函"),
    ("通报", "通报"),
    ("通知", "通知"),
    ("汇报", "汇报"),
    ("报告", "报告"),
    ("请示", "请示"),
    ("纪要", "纪要"),
    ("方案", "方案"),
    ("意见", "意见"),
    ("决定", "决定"),
];

/// Marks that no title ends in.
const STOPS: [char; 8] = ['。', '．', '.', '！', '；', '，', '、', ' '];

/// A title taken apart.
struct TitleParts<'a> {
    /// All of it but stops and brackets at its end.
    bare: &'a str,
    /// What it is about, without 关于 and without its end.
    matter: Cow<'a, str>,
    /// How it ends, and the kind of paper that this says.
    sort: Option<(&'static str, &'static str)>,
    /// Whether 的 leads from the matter to the kind.
    is_joined: bool,
    /// What stands behind in brackets: （第3期）, （试行）, （虚构）.
    behind: &'a str,
}

impl<'a> TitleParts<'a> {
    fn of(own: &'a str, sort: &str) -> Self {
        let own = own.trim().trim_end_matches(STOPS);
        // Brackets at the end stand behind the kind of paper, or else belong to the matter, apart from the issue.
        let mut bare = own;
        while let Some((before, _)) = bracket(bare) {
            bare = before;
        }
        if ending(bare, sort).is_none() {
            bare = own;
            while let Some((before, _)) = bracket(bare).filter(|(_, inner)| is_issue(inner)) {
                bare = before;
            }
        }
        let behind = own[bare.len()..].trim_start_matches(STOPS);
        let about = bare.strip_prefix("关于").unwrap_or(bare);
        match ending(about, sort) {
            Some((matter, sort, is_joined)) => Self { bare, matter, sort: Some(sort), is_joined, behind },
            None => Self { bare, matter: about.trim_end_matches('的').into(), sort: None, is_joined: false, behind },
        }
    }
}

/// What stands before brackets at the end, and in them.
fn bracket(title: &str) -> Option<(&str, &str)> {
    let (before, inner) = title.strip_suffix('）')?.rsplit_once('（')?;
    let before = before.trim_end_matches(STOPS);
    (!before.is_empty()).then_some((before, inner))
}

/// Whether brackets say which of a series a paper is: 第3期.
fn is_issue(inner: &str) -> bool {
    inner.starts_with('第') && inner.ends_with(['期', '号'])
}

/// The matter of a title, how it ends, and whether 的 stands between: without that only the kind that the paper is of ends a title, since 调查报告
/// may be what a letter is about.
fn ending<'a>(title: &'a str, sort: &str) -> Option<(Cow<'a, str>, (&'static str, &'static str), bool)> {
    let (ends, matter) = SORTS.iter().find_map(|ends| Some((*ends, title.strip_suffix(ends.0)?)))?;
    if let Some(about) = matter.strip_suffix("的情况") {
        return Some((format!("{about}情况").into(), ends, true));
    }
    match matter.strip_suffix('的') {
        Some(about) => Some((about.into(), ends, true)),
        None => (ends.1 == sort && !matter.is_empty()).then_some((matter.into(), ends, false)),
    }
}

/// A title of a kind of paper. What it says of the kind itself stays only where the paper is of that kind; a letter that is titled as a
/// circular tells of it: 关于通报…的函.
pub(super) fn composed(own: &str, sort: &str) -> String {
    let TitleParts { bare, matter, sort: said, is_joined, behind } = TitleParts::of(own, sort);
    let begins = if bare.starts_with("关于") || !bare.contains("关于") { "关于" } else { "" };
    match said {
        Some((_, kind)) if kind == sort && (bare.starts_with("关于") || !is_joined) => format!("{bare}{behind}"),
        Some((_, kind)) if kind == sort => format!("{begins}{bare}{behind}"),
        Some((_, kind)) => {
            let tells = sort == "函" && kind == "通报" && !matter.starts_with("通报");
            let matter = if sort == "通报" { matter.strip_prefix("通报").unwrap_or(&matter) } else { &matter };
            format!("{begins}{}{matter}的{sort}{behind}", if tells { "通报" } else { "" })
        }
        None => format!("{begins}{matter}的{sort}{behind}"),
    }
}

/// What a meeting or an enforcement is called whose record bears the title of one of its papers: neither 关于召开 nor 纪要 belongs to it.
pub(super) fn name_of(title: &str) -> String {
    const BEGINS: [&str; 6] = ["关于召开", "关于开展", "关于印发", "关于", "召开", "印发"];
    const ENDS: [&str; 11] =
        ["的通知", "情况的通报", "情况通报", "的通报", "的函", "实施方案", "工作方案", "纪要", "方案", "通知", "通报"];
    let title = title.trim().trim_end_matches(STOPS);
    // What stands behind in brackets (（虚构）) stays behind.
    let (mut name, _) = bracket(title).unwrap_or((title, ""));
    let behind = &title[name.len()..];
    loop {
        let before = name;
        name = name.strip_prefix('《').and_then(|inner| inner.strip_suffix('》')).unwrap_or(name);
        for begins in BEGINS {
            name = name.strip_prefix(begins).filter(|rest| !rest.is_empty()).unwrap_or(name);
        }
        for ends in ENDS {
            name = name.strip_suffix(ends).filter(|rest| !rest.is_empty()).unwrap_or(name);
        }
        if name == before {
            return format!("{name}{behind}");
        }
    }
}

/// That a title claims another kind of paper than the one that it is printed on.
pub(super) fn retitled(own: &str, sort: &str) -> Option<Text> {
    let said = other_sort(own, sort)?;
    Some(tr!(
        "记录的标题写的是“{said}”，公文是“{sort}”：题目已按公文的文种改写，请核对";
        "the record's title says {said} and the paper is a {sort}: its title was put so; please look at it"
    ))
}

fn other_sort(own: &str, sort: &str) -> Option<&'static str> {
    TitleParts::of(own, sort).sort.filter(|(_, kind)| *kind != sort).map(|(ends, _)| ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_in_the_kind_of_its_paper() {
        for (own, sort, title) in [
            ("大山石场重大隐患", "函", "关于大山石场重大隐患的函"),
            ("关于大山石场（虚构）重大隐患处理情况的通报", "函", "关于通报大山石场（虚构）重大隐患处理情况的函"),
            ("关于大山石场重大隐患处理情况的通报（虚构）", "函", "关于通报大山石场重大隐患处理情况的函（虚构）"),
            ("关于通报大山石场情况的函", "通报", "关于大山石场情况的通报"),
            ("关于通报大山石场情况的函", "函", "关于通报大山石场情况的函"),
            ("关于汛期安全工作的通知", "函", "关于汛期安全工作的函"),
            ("关于牵头单位的报告", "请示", "关于牵头单位的请示"),
            ("关于印发《方案》的通知", "通知", "关于印发《方案》的通知"),
            ("汛期执法方案", "通报", "关于汛期执法方案的通报"),
            ("关于西山矿关闭", "请示", "关于西山矿关闭的请示"),
            ("关于西山矿（虚构）", "请示", "关于西山矿（虚构）的请示"),
            ("关于某事的通报。", "通报", "关于某事的通报"),
            ("关于某事的通报（第3期）", "通报", "关于某事的通报（第3期）"),
            ("关于某事的通报（第3期）（虚构）", "通报", "关于某事的通报（第3期）（虚构）"),
            ("关于某事（第3期）", "通报", "关于某事的通报（第3期）"),
            ("关于某制度的通知（试行）。", "通知", "关于某制度的通知（试行）"),
            ("关于某事的汇报", "报告", "关于某事的报告"),
            ("关于某事的情况汇报", "报告", "关于某事情况的报告"),
            ("边坡隐患情况通报", "通报", "边坡隐患情况通报"),
            ("边坡隐患的通报", "通报", "关于边坡隐患的通报"),
            ("关于某事的情况通报", "通报", "关于某事的情况通报"),
            ("关于同意延期的复函", "函", "关于同意延期的复函"),
            ("关于报送事故调查报告", "函", "关于报送事故调查报告的函"),
            ("关于征求意见", "函", "关于征求意见的函"),
            ("某办关于某事的函", "函", "某办关于某事的函"),
        ] {
            assert_eq!(composed(own, sort), title);
            assert_eq!(composed(title, sort), title, "again");
        }
        assert_eq!(other_sort("关于情况的通报（虚构）", "函"), Some("通报"));
        assert_eq!(other_sort("关于情况的函", "函"), None);
        assert_eq!(other_sort("情况", "函"), None);
    }

    #[test]
    fn what_papers_are_about_is_not_called_by_one_of_them() {
        for (title, name) in [
            ("2025年汛期联合执法", "2025年汛期联合执法"),
            ("2025年汛期联合执法方案", "2025年汛期联合执法"),
            ("关于印发《2025年汛期联合执法工作方案》的通知", "2025年汛期联合执法"),
            ("关于召开2025年第一次联席会议的通知", "2025年第一次联席会议"),
            ("2025年第一次联席会议纪要", "2025年第一次联席会议"),
            ("2025年汛期联合执法方案（虚构）", "2025年汛期联合执法（虚构）"),
            ("2025年汛期联合执法（虚构）", "2025年汛期联合执法（虚构）"),
            ("方案", "方案"),
        ] {
            assert_eq!(name_of(title), name);
        }
    }
}
