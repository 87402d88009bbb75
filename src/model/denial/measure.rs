//! What is filed as a measure on the spot (三（五）: 现场处置措施) and is none: 尚未撤人, 拟下达文书, 现场拍照取证, 企业未撤人，已告知.

use super::not_done::{denies, is_of_mine};
use super::nothing_done::nothing_done;
use super::on_spot::only_records;
use super::said_text::SaidText;
use super::unfinished::is_refused;

/// Whether a text that should tell what was done on the spot tells of nothing that takes a danger away: that it was not, or is only meant, that the
/// enterprise does not and nobody else did, or that a record was made.
pub(in crate::model) fn takes_no_measure(text: &SaidText<'_>) -> bool {
    let signs = text.signs();
    if signs.may_record() {
        let clauses: Vec<&String> = text.clauses().iter().filter(|clause| !clause.is_empty() && *clause != "虚构").collect();
        if !clauses.is_empty() && clauses.iter().all(|clause| only_records(clause)) {
            return true;
        }
    }
    denies(text) || nothing_done(text) || signs.may_record() && is_left_to_mine(text)
}

/// Whether the enterprise did not do what was to be done, and all that was done about it was to tell it, or others, or to record it.
fn is_left_to_mine(text: &SaidText<'_>) -> bool {
    let clauses = text.said();
    let (of_mine, rest): (Vec<usize>, Vec<usize>) = (0..clauses.len()).partition(|at| is_of_mine(*at, clauses));
    let leaves = |at: &usize| clauses[*at].clause.contains(['未', '没', '不', '拒']) || is_refused(&clauses[*at].clause);
    of_mine.iter().any(leaves)
        && rest.iter().all(|at| {
            let clause = &clauses[*at].clause;
            clause.is_empty() || clause == "虚构" || only_records(clause)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_that_is_none() {
        for words in "尚未撤人|企业未撤人，执法组已告知|企业拒不撤人，已口头提醒|企业不配合，已登记在案|拟下达停止作业文书|准备下达现场处理措施决定书|\
            明日下达停止作业指令|现场拍照取证。|已登记台账|已记录在案（虚构）|拍照取证，已上报区安委办|企业未撤人，拍照取证|待下达文书|\
            计划责令停止作业|矿方拒绝停电，执法组已记录|拟组织撤人|制作笔录，告知企业|\
            企业未撤人，已口头提醒|企业不撤人，执法组已告知|企业未停产，已通报区安委办|拟责令停止作业|准备下达停产指令|计划明日下达文书|待下达停止作业决定|下周下达文书|拟采取断电措施|拟清场|\
            现场拍照、录像取证|已拍照并登记|已录入系统台账|已制作现场检查笔录|已留存影像资料|已向区安委办报告|已书面告知企业|电话告知企业负责人|企业承诺撤人，未采取措施|登记备查|\
            已列入隐患台账管理|企业拒不停产，已记录在案"
            .split('|')
        {
            assert!(takes_no_measure(&SaidText::of(words)), "{words}");
        }
        for words in "撤出人员。|警戒。|企业未撤人，执法组强制清场|企业未撤人，执法组强制撤离|企业未撤人，当场拉闸断电清空作业面|拍照取证，责令停止作业|\
            企业拒不撤人，执法组组织人员撤离|企业不配合，执法人员切断电源|矿方未设警戒，执法组拉设警戒线并值守|设置警戒，拟下达停止作业文书|\
            责令停止作业，拟下达处罚决定书|企业未停产，已责令停止作业|已告知企业立即停止作业并撤人|登记并查封设备|现场检查并封闭作业面|\
            企业未撤人；执法组驱离作业人员|已撤人，已拍照取证|撤出坡脚作业人员和设备，设置警戒。|\
            企业未停产，执法组当场断电|企业拒不撤人，民警带离作业人员|企业未设警戒，执法组已拉警戒线|企业不停产，执法组查封设备|企业不配合，执法组切断电源并清场|已告知企业并责令停止作业|\
            记录在案，已撤人|停止爆破作业|现场取证后封闭作业面|企业已撤人|警戒并登记台账|企业未撤人，执法组立即组织撤离|企业未停止作业，执法组叫停|企业未撤人，我局要求立即撤出并现场监督撤离|\
            对作业面断电，待复查|现场责令整改|立即停止凿岩作业|已下达停止作业文书|按应急预案撤人"
            .split('|')
        {
            assert!(!takes_no_measure(&SaidText::of(words)), "{words}");
        }
    }
}
