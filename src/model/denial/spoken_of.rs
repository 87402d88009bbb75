//! Explosives that a text says somebody is to put away, promises or proposes to, or has a paper about, and not that anybody did: 企业承诺退库,
//! 应当封存, 已通知爆破公司封存, 封存方案已制定.

use super::acts::PUT_AWAY;
use super::listed;
use super::said_clause::NO_NEED;
use super::said_text::SaidText;

/// Whether all that a text says of putting explosives away is that it is asked, promised, proposed, allowed, put off or written about. Where it
/// says once that they were, or names the act alone (“予以封存”), it does not; nor where it says nothing of it.
pub(in crate::model) fn only_speaks_of_keeping(text: &SaidText<'_>) -> bool {
    /// Said of explosives that are kept or gone, in words that ask for nothing.
    const KEPT: &str = "封库 贴封 加封 上锁 运回 送回 拉回 收回 无库存 没有库存 不存放 已用完 清零 清空";
    if !text.signs().may_speak_of_keeping() {
        return false;
    }
    let clauses = text.clauses();
    if clauses.iter().any(|clause| listed(KEPT).any(|kept| clause.contains(kept))) {
        return false;
    }
    let mentions = clauses.iter().flat_map(|clause| {
        let acts = listed(PUT_AWAY).flat_map(move |act| clause.match_indices(act).map(move |(at, _)| (at, at + act.len())));
        acts.map(move |(from, to)| (&clause[..from], &clause[to..]))
    });
    // “封存的炸药” is which explosives, “无需封存” is said where there are none.
    let mentions = mentions.filter(|(before, behind)| {
        !behind.starts_with('的') && !listed(NO_NEED).any(|no| before.ends_with(no)) && !before.ends_with("不涉及")
    });
    let mut is_spoken_of = mentions.map(|(before, behind)| is_asked(before) || is_of_paper(behind)).peekable();
    is_spoken_of.peek().is_some() && is_spoken_of.all(|spoken_of| spoken_of)
}

/// Whether what stands before an act makes it another's to do, or some day's.
fn is_asked(before: &str) -> bool {
    const ASKS: &str = "责令 要求 督促 通知 告知 敦促 承诺 保证 答应 建议 提议 提请 商请 报请 请求 应当 应予 应该 应及时 应立即 应尽快 应由 应将 \
        必须 需 须 来不及 不同意 不愿 不肯 难以 无力 约定 商定 排期 联系 协调 交办 前往 启动 着手 申请 正在 正由 正组织 正对 正将 正把 正与 正会同";
    /// Only right before the act: “安排民警封存” has it done.
    const ENDS: &str =
        "同意 应 将 可 可以 可予 安排 部署 布置 研究 推迟 延期 延后 申请 计划 拟 开始 抓紧 未 没 没有 不 拒绝 拒不 不肯";
    const OTHERS: &str = "企业 矿山 矿方 公司 业主 日 周 月 明天 后天";
    const OF_MINE: &str = "同意 表示 愿 拟 申请";
    // What was done is said behind “已” (“要求企业封存，已封存”), unless that is only that it was asked (“已告知企业应当封存”).
    let before = before.rsplit('已').next().unwrap_or_default();
    // On what ground: “按应急部门要求封存”, “应企业申请封存”, “接通知封存”.
    let is_ground = listed("按 依 根据 接 经 遵照 应企业 应矿").any(|ground| before.starts_with(ground));
    let asks = listed(ASKS).filter_map(|ask| Some(before.rfind(ask)? + ask.len())).max();
    // “责令停产并封存” orders one thing and does another.
    let asked = asks.is_some_and(|end| !is_ground && !before[end..].contains(['并', '后', '即']));
    let of_mine = listed("企业 矿山 矿方 该企业 该矿 业主 矿主").any(|who| before.starts_with(who))
        && listed(OF_MINE).any(|means| before.contains(means));
    // “安排民警封存” has one's own people do it, “安排爆破公司退库” others, or some day.
    let is_left_to = listed("安排 部署 布置")
        .any(|sends| before.split_once(sends).is_some_and(|(_, whom)| listed(OTHERS).any(|other| whom.contains(other))));
    let is_condition = before.starts_with(['如', '若', '请']);
    asked
        || is_left_to
        || (of_mine && !is_ground)
        || is_condition
        || (!is_ground && listed(ENDS).any(|end| before.ends_with(end)))
}

/// Whether what stands behind an act makes it the matter of a paper, or puts it off.
fn is_of_paper(behind: &str) -> bool {
    const PAPERS: &str = "方案 计划 申请 通知 时间 事宜 事项 建议 条件 要求 手续 程序 流程 文书 函 指令";
    const PUT_OFF: &str =
        "推迟 延期 延后 顺延 被拒 待定 暂缓 另行 已部署 已安排 已布置 已列入 已纳入 已启动 已报批 已报请 已申请 正在";
    let is_ended = listed("完成 完毕 结束 到位 落实 办结 办妥").any(|end| behind.contains(end));
    !is_ended
        && (behind == "中"
            || listed(PAPERS).any(|paper| behind.starts_with(paper))
            || listed(PUT_OFF)
                .any(|off| behind.starts_with(off) || behind.strip_prefix("工作").is_some_and(|of| of.starts_with(off))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_only_asked_promised_or_planned_keeps_nothing() {
        for words in "企业承诺三日内退库。|不同意封存。|封存工作推迟。|已告知企业应当封存。|已通知爆破公司封存。|建议封存。|应当封存。|如需可封存。|\
            封存申请已上报。|已制定封存方案。|来不及封存。|已安排封存。|已责令企业封存|要求封存|督促企业退库|企业同意退库|企业表示将退库|\
            建议公安部门封存|需要封存|必须封存|封存方案已制定|已下达封存通知|封存时间另行通知|封存延期|已研究封存|已部署封存|已报请封存|\
            同意封存|我局同意退库|封存被拒|可以封存|将封存|延期退库|请爆破公司退库"
            .split('|')
        {
            assert!(only_speaks_of_keeping(&SaidText::of(words)), "{words}");
        }
        for words in "已封存。|封存。|库存炸药封存|予以封存|已责令企业封存，当日封存完毕|已通知爆破公司封存，9月2日已封存|要求企业退库，已退库|\
            监督企业将炸药退库|监督封存|经研究决定封存，已封存|已封存，建议恢复后再启封|按要求封存|按应急部门要求封存|根据责令停产决定封存炸药|\
            无库存，不需封存|该矿无民爆物品，不涉及封存|现场封存并贴封条|按封存方案已封存|应企业申请封存|组织爆破公司封存|责令停产并封存|\
            依法予以封存，企业承诺不擅自启封|已将封存的炸药退库|封存工作已完成|接通知后封存|经区政府同意封存|经同意后封存|同意并封存|已通知爆破公司退库，库房已加封|已按要求处理|安排民警封存"
            .split('|')
        {
            assert!(!only_speaks_of_keeping(&SaidText::of(words)), "{words}");
        }
    }

    /// As they are judged: nothing that is unfinished, or only spoken of, is put away.
    #[test]
    fn who_acts_by_force_puts_away_and_who_has_it_arranged_does_not() {
        let is_open = |words: &str| {
            let text = SaidText::of(words);
            crate::model::denial::is_unfinished(&text) || only_speaks_of_keeping(&text)
        };
        for words in "正在组织退库|正在组织封存|正组织退库|已部署封存|已安排封存|已安排爆破公司封存|已部署爆破公司退库|已下发封存通知|已印发封存通知书|已发函要求封存|已启动退库程序|已着手退库|\
            退库手续办理中|退库手续正在办理|封存中|正在封存|已联系爆破公司退库|已约定周五退库|已排期退库|已交办封存|已派员前往封存|封存已列入计划|已开始退库|正在清退|抓紧退库|企业承诺退库|\
            企业未封存，已约谈|企业不配合，拟强制封存|企业不配合，建议强制封存|企业不配合，已申请强制封存|企业拒绝封存，将强制封存|企业不配合，执法组准备强制封存|企业拒绝封存，已移送公安|\
            企业不配合，由公安尚未封存|已安排周五封存|正在协调退库|已下达查封通知|已研究封存方案|退库工作推进中|封存工作正在进行|正在办理退库|正由公安封存|已要求正在退库"
            .split('|')
        {
            assert!(is_open(words), "{words}");
        }
        for words in "企业不配合，执法组强制封存|企业不配合，由公安强制封存|企业不配合，由公安机关依法封存|企业拒绝封存，由公安强制封存|企业拒不封存，民警当场查封|企业置之不理，公安依法扣押|\
            企业拒绝配合，公安强行收缴|企业不配合，民警现场封存库存炸药|企业不配合，已强制封存|企业拒不执行，执法人员予以查封|企业不配合，由区公安分局强制封存|强制封存|由公安封存|已封存|\
            安排民警封存|已组织退库|组织爆破公司封存|已正式封存|会同爆破公司退库|封存通知已下达，当日封存|已下发封存通知，并已封存|正在停产，炸药已封存|已退库，正在办理注销手续|封存完毕|\
            企业未封存，公安强制封存|经企业配合，由公安封存|企业不配合，公安强制退库|拒绝封存的炸药已强制收缴|已联系爆破公司退库，当日退库完毕|企业不配合，执法组将炸药强制封存"
            .split('|')
        {
            assert!(!is_open(words), "{words}");
        }
    }
}
