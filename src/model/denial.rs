//! Texts that take back what is filed with them: measures taken, of which the text says that they were not (尚未封存), are only meant
//! (拟于近日封存) or are the contrary (继续供应); a paper cosigned by one that does not agree (不同意会签).

use super::nothing::listed;
use super::plain::plain_name;

/// What makes an end of what explosives are there. One of them is as good as another (一（四）2: 封存或退库).
const PUT_AWAY: &str = "封存 退库 清退 收缴 扣押 上缴 销毁 查封";

/// What else is to be done about something.
const ACTS: &str = "清点 停产 停工 停建 停止 停业 停供 撤人 撤出 撤离 疏散 处理 处置 采取 落实 执行 完成 整改 治理 恢复 复绿 关闭 封闭 设置 到位 \
    办理 动工 开展 实施 验收 拆除 回填 督促 催办 催促 跟进 约谈 复查 核查 核实";

/// Whether a text says of something that is to be done that it was not (尚未封存), or not yet (拟于近日封存). Where it says so of one thing
/// and of another that it was done, it does, unless either would do (已全部封存，未退库); what was found undone and has been done since it does
/// not (未封存的炸药已退库).
pub(super) fn denies(words: &str) -> bool {
    if !may_deny(words) {
        return false;
    }
    let clauses: Vec<SaidClause> = clauses(words).into_iter().map(SaidClause::of).collect();
    // What was found lacking is described where something is ordered about it: “排水沟未设置，责令停止作业”.
    let orders = |said: &SaidClause| {
        said.not_done.is_none() && listed("责令 下达 要求 督促 立即 限期 撤出").any(|order| said.clause.contains(order))
    };
    let is_ordered = clauses.iter().any(orders);
    let is_done =
        |said: &SaidClause| said.not_done.is_none() && (listed("已 完成 督促 催办 约谈").any(|done| said.clause.contains(done)));
    let is_done = clauses.iter().any(is_done);
    let says_not_yet = |said: &SaidClause| listed(NOT_YET).any(|no| said.clause.contains(no));
    if is_ordered && clauses.iter().all(|said| !matches!(said.not_done, Some(NotDone::Denied(_))) || !says_not_yet(said)) {
        return clauses.iter().enumerate().any(|(at, said)| said.is_meant_to_be_put_away() && !is_outweighed(at, &clauses));
    }
    clauses.iter().enumerate().any(|(at, said)| match said.not_done {
        None => false,
        // What the enterprise did not do is beside what was done about it.
        Some(NotDone::Denied(_)) => !(is_outweighed(at, &clauses) || is_done && is_of_mine(at, &clauses)),
        Some(NotDone::Meant(act)) => !is_outweighed(at, &clauses) && (is_put_away(act) || !is_done && !is_ordered),
    })
}

/// Whether a text refuses to go along with a paper: “不同意会签”. Who did not agree first and does now does not.
pub(super) fn refuses(words: &str) -> bool {
    const REFUSALS: &str =
        "不同意 拒绝会签 不予会签 不会签 不宜会签 暂缓会签 donotagree doesnotagree disagree refuse decline notcosign";
    // Asked of every text that is read.
    if !["不同意", "会签", "agree", "efuse", "ecline", "cosign"].iter().any(|word| words.contains(word)) {
        return false;
    }
    let clauses = clauses(words);
    let is_refusal = |clause: &String| {
        listed(REFUSALS).any(|no| {
            clause.match_indices(no).any(|(at, _)| {
                let (before, after) = (&clause[..at], &clause[at + no.len()..]);
                // 不同意见 is an opinion; 无不同意 is none.
                let is_opinion = no == "不同意" && after.starts_with('见');
                !is_opinion && !["无", "没有", "并非", "原", "起初", "此前"].iter().any(|other| before.ends_with(other))
            })
        })
    };
    let agrees = |clause: &String| clause.contains("同意") && !clause.contains("不同意");
    clauses.iter().any(is_refusal) && !clauses.iter().any(agrees)
}

/// Whether a text says of what was looked at that it does not hold: “复查不合格”, “仍然存在”, “经核查不属实”, “不同意办结”. What was so before, or was put
/// right since, is not.
pub(super) fn fails(words: &str) -> bool {
    const FAILS: &str =
        "不合格 不通过 未通过 未达到 未达标 仍然存在 仍存在 不同意 不予 退回修改 不属实 查无此事 failed notpassed notconfirmed";
    const OTHERWISE: &str = "无 未发现 未见 没有 原 此前 上次 前次 首次 由 从 对 曾";
    const HOLDS: &str = "合格 通过 达到 达标 到位 属实 同意 完成 passed";
    if !may_fail(words) {
        return false;
    }
    let clauses = clauses(words);
    let fails = |clause: &String| {
        listed(FAILS).any(|no| {
            clause.match_indices(no).any(|(at, _)| {
                let (before, behind) = (&clause[..at], &clause[at + no.len()..]);
                let is_other =
                    listed(OTHERWISE).any(|other| before.ends_with(other)) || behind.starts_with(['的', '项', '处', '见']);
                !is_other && !clause.contains('已')
            })
        })
    };
    let holds = |clause: &String| {
        listed(HOLDS)
            .any(|holds| clause.match_indices(holds).any(|(at, _)| !listed("不 未 没 not").any(|no| clause[..at].ends_with(no))))
    };
    clauses.iter().rposition(fails).is_some_and(|last| !clauses[last + 1..].iter().any(holds))
}

/// Whether a text has a word without which it says of nothing that it fails: looked through once, for every text is.
fn may_fail(words: &str) -> bool {
    let mut last = ' ';
    let says_no = |c: char| {
        let is_no = matches!(
            (last, c),
            ('不', '合' | '通' | '属' | '同' | '予') | ('未', '通' | '达') | ('仍', '然' | '存') | ('退', '回') | ('查', '无')
        );
        last = c;
        is_no
    };
    words.chars().any(says_no) || (words.is_ascii() && ["not ", "ailed"].iter().any(|no| words.contains(no)))
}

/// What says that something is not so now, whatever else was found or ordered.
const NOT_YET: &str = "尚未 还未 仍未 还没 未能 无法 拒绝 拒不 没能";

/// One clause of a text, with the act of which it says that it was not done.
struct SaidClause {
    clause: String,
    not_done: Option<NotDone>,
}

/// How an act was not done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NotDone {
    /// It says so.
    Denied(&'static str),
    /// It is to be, some day.
    Meant(&'static str),
}

impl SaidClause {
    fn of(clause: String) -> Self {
        let not_done = denied(&clause).map(NotDone::Denied).or_else(|| meant(&clause).map(NotDone::Meant));
        Self { clause, not_done }
    }

    fn is_meant_to_be_put_away(&self) -> bool {
        matches!(self.not_done, Some(NotDone::Meant(act)) if is_put_away(act))
    }

    /// What of it was done: “已全部封存”, “封存完毕”.
    fn done(&self) -> impl Iterator<Item = &'static str> + '_ {
        const NO: &str = "未 没 不 拟 计划 准备 责令 要求 督促 通知 下达 研究 决定";
        listed(PUT_AWAY).filter(|act| {
            self.clause.match_indices(act).any(|(at, _)| {
                let (before, after) = (&self.clause[..at], &self.clause[at + act.len()..]);
                let since = before.rfind('已').map(|from| &before[from..]);
                let is_said = since.is_some_and(|since| !listed(NO).any(|no| since.contains(no)));
                let is_ended = ["完毕", "完成", "结束", "到位"].iter().any(|end| after.starts_with(end));
                is_said || (is_ended && !listed(NO).any(|no| before.contains(no)))
            })
        })
    }
}

/// Whether a clause is of the enterprise: it begins with it, or goes on with what the clause before says of it (“企业称资金未到位，尚未整改”).
fn is_of_mine(at: usize, clauses: &[SaidClause]) -> bool {
    let begins = |said: &SaidClause| listed("企业 矿山 矿方 该企业 该矿 业主 矿主").any(|who| said.clause.starts_with(who));
    let goes_on = |said: &SaidClause| !["我", "本"].iter().any(|own| said.clause.starts_with(own));
    begins(&clauses[at]) || at > 0 && begins(&clauses[at - 1]) && goes_on(&clauses[at])
}

fn is_put_away(act: &str) -> bool {
    listed(PUT_AWAY).any(|one| one == act)
}

/// Whether what was not done matters no more: something was done in its place, or the same later (“检查时未封存，当日已封存”), and not in
/// another place (“1号库未封存，2号库已封存”).
fn is_outweighed(at: usize, clauses: &[SaidClause]) -> bool {
    let Some(NotDone::Denied(act) | NotDone::Meant(act)) = clauses[at].not_done else { return false };
    let is_elsewhere = |said: &SaidClause| {
        ["号", "库", "区", "处"].iter().any(|place| said.clause.split('已').next().is_some_and(|of| of.contains(place)))
    };
    let is_rest = ["其余", "剩余", "部分"].iter().any(|rest| clauses[at].clause.contains(rest));
    is_put_away(act)
        && clauses.iter().enumerate().any(|(other, said)| {
            other != at && said.done().any(|done| if done == act { at < other && !is_elsewhere(said) } else { !is_rest })
        })
}

/// The clauses of a text, as they are compared.
fn clauses(words: &str) -> Vec<String> {
    words.split(|c: char| "，。；！？,;.!?\n".contains(c)).map(plain_name).collect()
}

/// Whether a text has a word without which it denies nothing: looked through once, for every text is.
fn may_deny(words: &str) -> bool {
    let mut last = ' ';
    let says_no = |c: char| {
        let is_no = matches!(
            (last, c),
            (_, '未' | '没' | '拒' | '拟' | '暂' | '待')
                | ('无', '法' | '需' | '须')
                | ('不', '予' | '需' | '必')
                | ('定', '不')
                | ('计', '划')
                | ('准', '备')
                | ('打', '算')
                | ('正', '在')
                | ('将', '于' | '在')
                | ('即', '将')
                | ('续' | '常', '供' | '审')
                | ('止' | '除' | '销', '封' | '督' | '催')
                | ('已', '启')
                | ('下', '周' | '月')
                | ('明', '日' | '天')
                | ('改' | '择', '日' | '机')
                | ('失', '败')
                | ('受', '阻')
                | ('一', '半')
        );
        last = c;
        is_no
    };
    let is_english = |words: &str| ["not ", "n't ", "will ", "to be ", "plan"].iter().any(|no| words.contains(no));
    words.chars().any(says_no) || (words.is_ascii() && is_english(words))
}

/// The act of which one clause says that it was not done.
fn denied(clause: &str) -> Option<&'static str> {
    /// What says that something was not so, the longest first.
    const NO: &str = "尚未 还未 仍未 均未 并未 未能 未予 还没有 还没 没有 没能 无法 拒绝 拒不 不予 决定不 未 没";
    /// What may stand between that and the act.
    const HOW: &str = "对 及时 按期 按时 按要求 完全 全部 全面 立即 进行 予以 有效 真正 实际 开始 组织";
    // What is said of something else, which then was dealt with, or of a time before.
    const OF_ANOTHER: &str = "的 前 之前 以前 期间 时 部分 情形 情况 问题 隐患 项";
    // What goes on although it should not.
    let goes_on = listed("继续供应 继续供给 继续供货 继续审批 照常供应 照常供给 照常审批").any(|act| clause.contains(act));
    if goes_on && !listed("停止 禁止 严禁 不得 不再 不准 防止 暂停 责令 切断 避免").any(|no| clause.contains(no))
    {
        return Some("停供");
    }
    // What was undone again, and what came to nothing.
    let is_undone = listed("解除封存 停止封存 撤销封存 已启封 停止督促 停止催办").any(|undone| clause.contains(undone));
    if is_undone && !listed("不得 严禁 禁止 未 擅自 前 后 待 方可").any(|no| clause.contains(no)) {
        return Some("封存");
    }
    let comes_to_nothing = |act: &&str| {
        let ends = |end: &str| clause.contains(&format!("{act}{end}"));
        listed("未果 失败 受阻 不成 一半").any(ends)
    };
    if let Some(act) = listed(PUT_AWAY).find(comes_to_nothing) {
        return Some(act);
    }
    // Nobody needs to, so nobody did.
    let spares = |act: &&str| listed("无需 无须 不需 不需要 不必").any(|no| clause.contains(&format!("{no}{act}")));
    if let Some(act) = listed(PUT_AWAY).chain(listed("督促 催办 约谈 采取 撤人 撤出")).find(spares) {
        return Some(act);
    }
    if listed("已将 发现 未见 存在 无未 没有未 防止 避免 杜绝").any(|other| clause.contains(other)) {
        return None;
    }
    let acted_after = |no: &'static str| {
        clause.match_indices(no).find_map(|(at, _)| {
            let after = &clause[at + no.len()..];
            let mut rest = after;
            while let Some(after) = listed(HOW).find_map(|how| rest.strip_prefix(how)) {
                rest = after;
            }
            // “未对库存炸药封存”: the thing stands before the act.
            let (from, act) = first_act(rest, [PUT_AWAY, ACTS])?;
            let (between, behind) = (&rest[..from], &rest[from + act.len()..]);
            let is_near = between.chars().count() <= 8;
            // “尚未使用的炸药已封存”, “未领用炸药全部封存”: it is what was put away that is described.
            let is_thing =
                |thing: &str| between.contains(thing) && rest.len() == after.len() && !between.starts_with(['将', '把', '就']);
            let is_of_thing = between.contains('已') || listed("炸药 雷管 民爆 爆炸物 火工").any(is_thing);
            let is_of_another = listed(OF_ANOTHER).any(|of| behind.starts_with(of)) || behind.chars().take(5).any(|c| c == '的')
                // “未整改1项已移交”: what became of it stands behind.
                || !is_put_away(act) && behind.contains('已');
            // Who stays shut, or gets no permit, does what is asked.
            let is_restraint = act == "恢复" && listed("生产 作业 施工 供应 使用 运行").any(|of| behind.starts_with(of))
                || act == "办理" && no == "不予";
            (is_near && !is_of_thing && !is_of_another && !is_restraint).then_some(act)
        })
    };
    let english = "notyet hasnot havenot wasnot werenot notbeen notsealed notstopped n't";
    listed(NO).find_map(acted_after).or_else(|| listed(english).any(|no| clause.contains(no)).then_some("完成"))
}

/// The act of which one clause says that it is to be done some day: “拟于近日封存”, “暂缓封存”, “正在办理退库”.
fn meant(clause: &str) -> Option<&'static str> {
    const MEANT: &str = "拟 计划 打算 准备 即将 将于 将在 暂缓 暂不 待 下周 下月 明日 明天 改日 择日 择机 正在办理 正在研究 正在协调 正在联系 正在商请 正在准备 正在筹备 正在安排";
    /// What somebody who means well does: to put it off is what is asked.
    const TO_BE_DONE: &str =
        "停产 停工 停建 停业 停供 撤人 撤出 撤离 疏散 处理 处置 采取 落实 整改 治理 关闭 封闭 督促 催办 约谈 复查 核查";
    /// What is put off by a day to come.
    const PUT_OFF: &str = "督促 催办 约谈 撤人 撤出 撤离";
    // “模拟”, “拟定的方案”, “按计划”, “应急准备”: none of them puts anything off.
    const BEFORE: &str = "模 虚 草 起 按 按照 依 照 据 应急 物资 年度 工作 整改 检查";
    const AFTER: &str = "定 订 制 稿 中 内 的 书 表 工作 到位 充分";
    if listed("willbesealed willseal tobesealed planstoseal plantoseal plannedtoseal").any(|meant| clause.contains(meant)) {
        return Some("封存");
    }
    listed(MEANT).find_map(|meant| {
        clause.match_indices(meant).find_map(|(at, _)| {
            let (before, rest) = (&clause[..at], &clause[at + meant.len()..]);
            let is_other = before.contains("已将")
                || listed(BEFORE).any(|one| before.ends_with(one))
                || listed(AFTER).any(|one| rest.starts_with(one));
            let is_ended = ["已", "完成", "完毕", "结束", "到位"].iter().any(|end| rest.contains(end));
            if is_other || is_ended {
                return None;
            }
            // “正在研究” alone says it of all that is to be done.
            if meant.starts_with("正在") && rest.chars().count() <= 1 {
                return Some("处理");
            }
            // To wait for a re-inspection, or to name its day, puts nothing off.
            let of_a_day = listed("待 下周 下月 明日 明天 改日 择日 择机").any(|day| day == meant);
            let (from, act) = first_act(rest, [PUT_AWAY, if of_a_day { PUT_OFF } else { TO_BE_DONE }])?;
            (rest[..from].chars().count() <= 10 && !rest[from + act.len()..].starts_with('的')).then_some(act)
        })
    })
}

/// The first act in some words, and where it stands.
fn first_act(words: &str, lists: [&'static str; 2]) -> Option<(usize, &'static str)> {
    let acts = lists.into_iter().flat_map(listed);
    acts.filter_map(|act| Some((words.find(act)?, act))).min_by_key(|(at, _)| *at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_done_is_denied() {
        for words in "未封存|尚未封存|炸药未封存。|已到场，尚未对库存炸药进行封存|没有停产|矿山拒绝停产|未能及时撤出人员|\
            无法清退|已停产，民爆物品还没退库|Explosives have not been sealed.|已责令，企业仍未落实，我局尚未封存|未按要求整改|\
            企业未整改，未封存|1号库已封存，2号库未封存|已封存，其余尚未退库|1号库未封存，2号库已封存|未督促|尚未复查|没有核查|\
            尚未组织炸药退库|未将炸药封存|经研究决定不封存|无需督促|停止督促|尚未撤人|不需要采取现场处置措施|已解除封存，恢复供给|\
            停止封存|封存未果|封存一半，其余未封|无需封存"
            .split('|')
        {
            assert!(denies(words), "{words}");
        }
        for words in "已封存|已封存，未发现遗失|未封存的炸药已退库|未发现未封存的炸药|封存，未造成影响|停产期间未使用炸药|\
            已停产，人员无伤亡|未见异常，已封存|整改未完成前继续停产|未按规定停止作业的已责令停止|\
            企业未整改，我局已封存|排水沟未设置，责令停止作业|现场发现未设置警戒，已设置|所有未落实的措施已补齐|另案处理|Sealed; nothing noted.|\
            已全部封存，未退库|未封存，已全部退库。|尚未使用的炸药已全部封存。|没有未整改项|剩余未领用炸药全部封存|未封存，当日已封存|\
            停产至今，未恢复生产|不予办理爆破作业许可|当面督促，企业称资金未到位，尚未整改|检查全部完成，排水沟未整改1项已移交|\
            封存，不得擅自启封|封存至验收合格，未解除封存前不得使用|无需停水"
            .split('|')
        {
            assert!(!denies(words), "{words}");
        }
    }

    #[test]
    fn what_is_only_meant_is_not_done() {
        for words in
            "拟于近日封存|拟封存|计划封存|计划于下周封存库存炸药|准备封存|暂缓封存|暂不封存|正在办理封存|正在研究处理|正在研究|\
            即将退库|将于12月5日清退|待退库|待督促|下周督促|明日封存|下周撤人|已停产，拟于近日封存|继续供应|停产期间照常供应炸药|我局正在协调退库|拟停产|\
            The explosives will be sealed next week."
                .split('|')
        {
            assert!(denies(words), "{words}");
        }
        for words in "已按计划封存|按计划封存|已封存，计划下周退库|已将炸药封存|将炸药封存|模拟爆破已停止|已制定应急准备措施|\
            已停止继续供应|禁止继续供应|不再继续供应|已责令停产，拟于近日复查|封存工作按整改计划完成|责令停产，计划下月复查|暂不恢复生产|\
            已退库，正在办理注销手续|正在封存|已将准备爆破的炸药全部退库|设置警戒，待复查|已停产，下周复查|加强巡查，待整改后验收"
            .split('|')
        {
            assert!(!denies(words), "{words}");
        }
    }

    #[test]
    fn what_does_not_hold_fails() {
        for words in
            "复查不合格|隐患仍然存在|整改后仍不通过|未达到要求，退回修改|不同意办结|经核查不属实|首次合格，再查不合格|It failed."
                .split('|')
        {
            assert!(fails(words), "{words}");
        }
        for words in
            "合格|无不合格项|未发现不合格|不合格项已整改|首次不合格，整改后合格|原不同意，现同意办结|同意，无不同意见|查无异常|\
            上次复查不合格，本次通过|It passed.|不予处罚的情形不存在，已整改"
                .split('|')
        {
            assert!(!fails(words), "{words}");
        }
    }

    #[test]
    fn who_does_not_agree_refuses() {
        for words in "不同意会签|不同意。|拒绝会签|我局不予会签|暂不会签，待核实|We do not agree.".split('|')
        {
            assert!(refuses(words), "{words}");
        }
        for words in
            "同意会签|无不同意见|没有不同意见，同意|已吸收不同意见|原不同意，修改后同意会签|不同意第三条的表述，其余同意|Agreed."
                .split('|')
        {
            assert!(!refuses(words), "{words}");
        }
    }
}
