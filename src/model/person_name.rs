//! Whether two names are of one person, as people write them: with a post before or behind the name, or in brackets (副局长张某甲, 张某甲（副局长）,
//! 张某甲同志). What is left without it is compared whole: 张某甲 is not 张某甲一.

use std::borrow::Cow;

use super::plain::plain_name;

/// The words by which a post ends, and those by which a person is addressed.
const POSTS: &str = "局长 主任 区长 县长 市长 镇长 乡长 科长 股长 处长 厅长 司长 部长 队长 组长 书记 政委 教导员 站长 所长 院长 校长 会长 秘书长 主席 \
    常委 委员 组员 成员 干部 专员 调研员 科员 办事员 总工程师 总工 工程师 负责人 负责同志 领导 联络员 联系人 经办人 矿长 总经理 经理 董事长 董事 \
    同志 先生 女士 老师 教授 专家 研究员 警官";

/// The signs in which those words end.
const ENDS: &str = "长任记委员席部事师工人导志生士授家官理";

/// What stands before such a word and belongs to the post. No name ends with one of these.
const RANKS: &str = "副 常务 党组 党委 党支部 支部 党总支 纪检组 纪委 分管 主要 受委托 代理 主任 一级 二级 三级 四级 高级 执法";

/// What belongs to the post as well where whose name it is is known: 张建中队长 may be of 张建中 and of 张建.
const SIZES: &str = "大 中 支";

/// What stands so before a name only: names end with some of these.
const PLACES: &str = "区 县 市 镇 街道 局 办 室 股 科 处 所 站 队 组 厅 部 委 会 中心 公司 政府 单位 企业 矿 原 代 总 正 时任 兼";

/// The shortest name of somebody, in characters: of 张局长 nobody knows who it is.
const SHORTEST: usize = 2;

/// Whether two names are of one person, for all that their posts tell.
#[must_use]
pub fn is_same_person(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (plain_name(one), plain_name(other));
    // Hardly any is written with a post.
    if one == other || !(bears_post(&one) || bears_post(&other)) {
        return one == other;
    }
    let (bare, other_bare) = (without_post(&one), without_post(&other));
    let adds_post = |words: &str, name: &str| words.strip_prefix(name).is_some_and(|rest| is_post(rest, true));
    bare == other_bare || adds_post(&one, &other_bare) || adds_post(&other, &bare)
}

/// A name as it is compared, without its post; what else stands in brackets stays, by which two people of one name are told apart.
#[must_use]
pub fn person_name(words: &str) -> String {
    let plain = plain_name(words);
    if bears_post(&plain) { without_post(&plain).into_owned() } else { plain }
}

/// Whether words hold one of those by which a post ends. Asked of everybody who is named: hardly any name has a sign in which one ends.
fn bears_post(plain: &str) -> bool {
    plain.contains(|c| ENDS.contains(c)) && POSTS.split_whitespace().any(|post| plain.contains(post))
}

fn without_post(plain: &str) -> Cow<'_, str> {
    let mut name = without_brackets(plain);
    loop {
        let bare = before_post(behind_post(name.trim_matches(is_mark)).trim_matches(is_mark)).trim_matches(is_mark);
        if bare.len() == name.len() {
            return name;
        }
        name = Cow::Owned(bare.to_owned());
    }
}

fn is_mark(c: char) -> bool {
    ",.;:、。/-—".contains(c)
}

/// A name without brackets in which nothing but a post stands.
fn without_brackets(plain: &str) -> Cow<'_, str> {
    let mut from = 0;
    while let Some(open) = plain[from..].find('(').map(|at| from + at) {
        let Some(close) = plain[open..].find(')').map(|at| open + at) else { break };
        let rest = || format!("{}{}", &plain[..open], &plain[close + 1..]);
        if is_post(&plain[open + 1..close], false) && is_long_enough(&rest()) {
            return Cow::Owned(without_brackets(&rest()).into_owned());
        }
        from = close + 1;
    }
    Cow::Borrowed(plain)
}

/// What is left of a name before which a post stands: the longest that is one.
fn behind_post(name: &str) -> &str {
    let ends = name.char_indices().map(|(at, _)| at).rev();
    let mut rests = ends.map(|at| name.split_at(at)).filter(|(_, rest)| is_long_enough(rest));
    rests.find(|(post, _)| is_post(post, false)).map_or(name, |(_, rest)| rest)
}

/// What is left of a name behind which one stands.
fn before_post(name: &str) -> &str {
    let Some(bare) = ends_without(name, POSTS).filter(|bare| is_long_enough(bare)) else { return name };
    let mut bare = bare;
    while let Some(shorter) = ends_without(bare, RANKS).filter(|shorter| is_long_enough(shorter)) {
        bare = shorter;
    }
    bare
}

/// Whether words are a post and nothing else: behind a known name one without whose it is, else with it (区应急管理局副局长), whatever that is
/// called.
fn is_post(words: &str, is_behind_name: bool) -> bool {
    let Some(mut rest) = ends_without(words, POSTS) else { return false };
    while let Some(shorter) = ends_without(rest, RANKS).or_else(|| ends_without(rest, SIZES)) {
        rest = shorter;
    }
    rest = rest.trim_end_matches(is_mark);
    rest.is_empty() || (!is_behind_name && ends_without(rest, PLACES).is_some()) || is_post(rest, is_behind_name)
}

/// Words without the one of a list at their end.
fn ends_without<'a>(words: &'a str, list: &str) -> Option<&'a str> {
    list.split_whitespace().find_map(|end| words.strip_suffix(end))
}

fn is_long_enough(name: &str) -> bool {
    SHORTEST <= name.chars().filter(|c| c.is_alphanumeric()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Post;

    #[test]
    fn a_post_makes_nobody_another() {
        for written in "副局长张某甲|张某甲副局长|张某甲（副局长）|张某甲同志|（副局长）张某甲|张某甲 副局长|副局长 张某甲|副局长：张某甲|张某甲(党组成员、副局长)|\
            张某甲党组副书记|区应急管理局副局长张某甲|张某甲（区应急管理局副局长）|分管负责人张某甲|张某甲（分管负责人）|张某甲常务副区长|张某甲副主任|\
            党组书记、局长张某甲|张某甲一级主任科员|原局长张某甲|局长张某甲同志|张　某甲　副大队长|代局长张某甲|云浮市公安局云城分局副局长张某甲"
            .split('|')
        {
            assert!(is_same_person(written, "张某甲"), "{written}: {}", person_name(written));
            assert!(is_same_person("张某甲", written), "{written}");
        }
        assert!(is_same_person("副局长张某甲", "张某甲（副局长）"));
        assert!(is_same_person("张三副局长", "张　三"));
    }

    #[test]
    fn another_stays_another() {
        for other in "张某甲一|张某乙副局长|副局长张某乙|张某|张局长|副局长|张某甲、李某乙|副局长张某甲一|张某甲一副局长|张某甲（大）|张某甲（虚构）|\
            张某甲之子|李某乙代张某甲|张某甲局长张某乙"
            .split('|')
        {
            assert!(!is_same_person(other, "张某甲"), "{other}: {}", person_name(other));
        }
        for (one, other) in [("张局长", "张副局长"), ("局长", "副局长"), ("李正局长", "李某"), ("局长王五", "王六")]
        {
            assert!(!is_same_person(one, other), "{one} {other}");
        }
        for name in ["王建正局长", "王建中队长"] {
            assert!(is_same_person(name, &name[..9]), "{name}");
        }
    }

    #[test]
    fn the_posts_of_the_register_are_posts() {
        assert!(POSTS.split_whitespace().all(|post| post.ends_with(|c| ENDS.contains(c))));
        for post in [Post::InCharge, Post::Main, Post::ByAuthority] {
            assert!(is_post(&plain_name(post.word().zh), true), "{}", post.word().zh);
        }
    }
}
