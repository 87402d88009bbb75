//! A paper cosigned by one that does not agree (不同意会签), has not done so (未会签), only will (待研究后会签), or took it back (撤回会签).

use super::listed;
use super::said_text::SaidText;

/// Whether a text does not go along with a paper, or not yet: “不同意会签”, “未会签”, “待我局研究后会签”. Who did not agree first and does now goes
/// along.
pub(in crate::model) fn refuses(text: &SaidText<'_>) -> bool {
    if !text.signs().may_refuse() {
        return false;
    }
    let clauses = text.clauses();
    // Who agrees with the rest agrees; that it was not cosigned is not outweighed by what was said before.
    let agrees = |clause: &String| clause.contains("同意") && !listed("不同意 拟同意 未同意").any(|no| clause.contains(no));
    let cosigned = |clause: &String| {
        listed("已会签 现会签 予以会签 准予会签 重新会签 hascosigned").any(|done| clause.contains(done)) && !is_uncosigned(clause)
    };
    match clauses.iter().rposition(|clause| is_uncosigned(clause)) {
        Some(last) => !clauses[last + 1..].iter().any(|later| agrees(later) || cosigned(later)),
        None => clauses.iter().any(|clause| disagrees(clause)) && !clauses.iter().any(agrees),
    }
}

/// Whether a text takes back what its unit had cosigned: “会签后撤回”, “撤回会签”.
pub(in crate::model) fn retracts(text: &SaidText<'_>) -> bool {
    const BACK: &str = "撤回 收回 撤销 取消 退出 不再 作废 无效";
    const OF: &str = "会签 同意 联合发文 联合行文 联合印发 署名 意见";
    const NOT: &str = "不得 不予 不 未 没有 没 无需 不需 拟 如 若 无 申请";
    let is_back = |clause: &String| {
        listed(BACK).any(|back| {
            clause.match_indices(back).any(|(at, _)| {
                let (before, behind) = (&clause[..at], &clause[at + back.len()..]);
                let near: String = behind.chars().take(8).collect();
                let is_of = listed(OF).any(|of| near.contains(of)) || before.contains("会签") && behind.is_empty();
                is_of && !listed(NOT).any(|no| before.ends_with(no)) && !behind.starts_with(['的', '前'])
            })
        }) || listed("withdrawthecosign withdrewthecosign cosigningwithdrawn nolongercosign").any(|back| clause.contains(back))
    };
    if !text.signs().may_retract() {
        return false;
    }
    let clauses = text.clauses();
    let anew = |clause: &String| listed("重新会签 再次会签 仍同意 现同意 恢复会签").any(|again| clause.contains(again));
    clauses.iter().rposition(is_back).is_some_and(|last| !clauses[last + 1..].iter().any(anew))
}

/// Whether a clause says that it does not agree.
fn disagrees(clause: &str) -> bool {
    let is_said = |no: &str| {
        clause.match_indices(no).any(|(at, _)| {
            let (before, after) = (&clause[..at], &clause[at + no.len()..]);
            // 不同意见 is an opinion; 无不同意 is none.
            let is_opinion = no == "不同意" && after.starts_with('见');
            !is_opinion && !is_of_before(before)
        })
    };
    listed("不同意 拟同意 未同意 不予联署 不联署 不参与联合 不联合发文 donotagree doesnotagree disagree refuse decline")
        .any(is_said)
}

/// What was so before, or is not so.
fn is_of_before(before: &str) -> bool {
    ["无", "没有", "并非", "原", "起初", "此前", "曾"].iter().any(|other| before.ends_with(other))
}

/// Whether a clause says of the cosigning itself that it was not, or is only to be.
fn is_uncosigned(clause: &str) -> bool {
    const NOT: &str = "不 未 没 无法 难以 拒绝 拒 缓";
    const MEANT: &str = "拟 待 俟 等 计划 准备 打算 将 择日 择期 另行 下周 下月 明日 改日 尽快 须 需 请 容 后再 正在";
    const FACT: &str = "已 业经 现同意 现予";
    let is_said = |at: usize| {
        let (before, behind) = (&clause[..at], &clause[at + "会签".len()..]);
        // “未会签前不得印发”, “会签稿”, “会签单位”.
        if behind == "中" && !before.contains('已') {
            return true;
        }
        if behind.starts_with(['前', '的', '单', '稿', '意', '过', '时']) {
            return false;
        }
        let denied = listed(NOT).any(|no| {
            before.rfind(no).is_some_and(|from| {
                let between = &before[from + no.len()..];
                // Who did not change a word, or has no objection, cosigned.
                let is_other = listed("异议 意见 修改 改动 变 同意").any(|other| between.contains(other)) && no != "拒绝";
                between.chars().count() <= 4 && !is_other && !is_of_before(&before[..from])
            })
        });
        // “经研究后会签” was; “待研究后会签” will be.
        let meant = listed(MEANT).any(|meant| before.contains(meant));
        denied || meant && !listed(FACT).any(|fact| before.contains(fact))
    };
    clause.match_indices("会签").any(|(at, _)| is_said(at))
        || listed("不同意会签 notcosign notyetcosign willcosign tobecosigned hasnotcosigned")
            .any(|no| clause.match_indices(no).any(|(at, _)| !is_of_before(&clause[..at])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_does_not_agree_refuses() {
        for words in "不同意会签|不同意。|拒绝会签|我局不予会签|暂不会签，待核实|We do not agree.|未会签|尚未会签|我局暂未会签|待我局研究后会签|\
            拟会签|暂缓会签|拟同意会签|请修改后再会签|待修改后会签|原则同意，暂不会签|无法会签|下周会签|经研究，拟会签|没有会签|将于近日会签|\
            会签中|正在会签|研究后再会签|容后会签|不予联署|未同意|It will cosign next week.|同意内容，未会签"
            .split('|')
        {
            assert!(refuses(&SaidText::of(words)), "{words}");
        }
        for words in
            "同意会签|无不同意见|没有不同意见，同意|已吸收不同意见|原不同意，修改后同意会签|不同意第三条的表述，其余同意|Agreed.|会签|已会签|\
            经局务会研究后会签|无意见，会签|未作修改，会签|不持异议会签|未会签前不得印发|此前未会签，现同意会签|会签稿已收悉，同意|\
            待核实的问题已核实，同意会签|原未会签，6日已会签|同意会签，请尽快印发"
                .split('|')
        {
            assert!(!refuses(&SaidText::of(words)), "{words}");
        }
    }

    #[test]
    fn who_takes_it_back_cosigned_no_more() {
        for words in
            "撤回会签|会签后撤回|我局撤回对该通报的会签意见|不再同意会签|退出联合发文|取消会签|我局会签作废|Cosigning withdrawn."
                .split('|')
        {
            assert!(retracts(&SaidText::of(words)), "{words}");
        }
        for words in "同意会签|未撤回会签|撤回会签后经修改，现同意会签|会签，请撤回附件二|会签后请撤回旧稿|不撤回会签".split('|')
        {
            assert!(!retracts(&SaidText::of(words)), "{words}");
        }
    }
}
