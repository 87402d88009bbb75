//! What an amendment may change after a record stands (更正).

use super::edit::Edit::Tail;
use super::{Case, Finds, Says, Silent};

/// That something was amended in silence.
macro_rules! amended {
    ($clause:literal, $zh:literal, $en:literal, $file:literal, $on:literal, $keys:literal => $($expect:expr),+) => {
        Case {
            clause: $clause,
            question_zh: $zh,
            question_en: $en,
            change: &[Tail(
                concat!($file, ".toml"),
                concat!("[[amended]]\non = ", $on, "\nkeys = [", $keys, "]\nreason = \"录错（虚构）\"\n"),
            )],
            expect: &[$($expect),+],
            ..Case::USUAL
        }
    };
}

pub(super) const CASES: &[Case] = &[
    amended!("一（六）2", "以更正改了线索的承办单位？", "The unit that looks into a lead was amended?",
        "leads/2025/ziran/001", "2025-09-01", "\"assigned_to\"" => Says("F27", "leads/2025/ziran/001", "承办单位")),
    amended!("四（三）", "以更正改了线索的矿山？", "The mine of a lead was amended?",
        "leads/2025/ziran/001", "2025-09-01", "\"mine\"" => Finds("F27", "reminder", "leads/2025/ziran/001")),
    amended!("三（五）", "以更正改了问题的监管单位？", "The unit that supervises a problem was amended?",
        "enforcements/2025/anweiban/001", "2025-09-01", "\"problem[0].supervising_unit\"" =>
        Says("F27", "enforcements/2025/anweiban/001", "监管单位")),
    amended!("三（六）", "同一年内，以更正改了联合执法的结束日期？", "The end of an enforcement was amended within its year?",
        "enforcements/2025/anweiban/001", "2025-09-01", "\"to\"" => Says("F27", "enforcements/2025/anweiban/001", "现为 2025-05-15")),
    amended!("三（六）", "结束当日更正结束日期？", "And on that very day?",
        "enforcements/2025/anweiban/001", "2025-05-15", "\"to\"" => Silent("F27", "")),
    amended!("三（七）", "联合执法通报印发以后，以更正改了主送？", "Whom a circular told was amended after it went out?",
        "enforcements/2025/anweiban/001", "2025-09-01", "\"circular.to\"" => Says("F27", "enforcements/2025/anweiban/001", "另行通报")),
    amended!("三（七）", "通报印发以前更正主送？", "And before it went out?",
        "enforcements/2025/anweiban/001", "2025-06-01", "\"circular.to\"" => Silent("F27", "")),
    amended!("三（七）", "以更正改了整改要求的责任单位？", "Who is to carry out a demand was amended?",
        "enforcements/2025/anweiban/001", "2025-09-01", "\"task[0].lead\"" => Says("F27", "enforcements/2025/anweiban/001", "牵头责任单位")),
    amended!("二（六）", "以更正把督办事项改为长期坚持？", "A task was amended to be a standing one?",
        "meetings/2025/anweiban/001", "2025-09-01", "\"task[0].standing\"" => Says("F27", "meetings/2025/anweiban/001", "长期坚持")),
    amended!("二（五）", "以更正改了主持人？", "The chair of a meeting was amended?",
        "meetings/2025/anweiban/001", "2025-09-01", "\"chair\"" => Says("F27", "meetings/2025/anweiban/001", "主持人")),
    amended!("二（二）", "以更正改了参会情况？", "The attendance was amended?",
        "meetings/2025/anweiban/001", "2025-09-01", "\"attendance[0].how\"" => Says("F27", "meetings/2025/anweiban/001", "参会情况")),
    amended!("二（二）", "以更正补录了参会情况的一条？", "A line of the attendance was added by an amendment, as is asked?",
        "meetings/2025/anweiban/001", "2025-09-01", "\"attendance[6]\"" => Silent("F27", ""), Silent("M02", "")),
    amended!("二（二）", "更正写明补录参会情况？", "It says that the attendance was completed?",
        "meetings/2025/anweiban/001", "2025-09-01", "\"attendance\"" => Silent("F27", "")),
    amended!("二（二）", "以更正删去了参会情况的最后一条？", "The last line of the attendance was taken out?",
        "meetings/2025/anweiban/001", "2025-09-01", "\"attendance[40]\"" => Says("F27", "meetings/2025/anweiban/001", "参会")),
    amended!("二（六）", "同一年内，以更正改了会议的召开日期？", "The day of a meeting was amended within its year?",
        "meetings/2025/anweiban/001", "2025-09-01", "\"held\"" => Says("F27", "meetings/2025/anweiban/001", "召开日期")),
    amended!("三（五）", "以更正改了销号原因？", "Why a hazard was closed was amended?",
        "hazards/2025/yingji/001", "2025-09-01", "\"closed.reason\"" => Says("F27", "hazards/2025/yingji/001", "销号原因")),
    amended!("三（五）", "以更正改了复查单位？", "Who re-inspected was amended?",
        "hazards/2025/yingji/001", "2025-09-01", "\"reinspection[1].by\"" => Says("F27", "hazards/2025/yingji/001", "复查单位")),
    amended!("三（五）", "以更正改了隐患的矿山？", "The mine of a hazard was amended?",
        "hazards/2025/yingji/001", "2025-09-01", "\"mine\"" => Says("F27", "hazards/2025/yingji/001", "矿山")),
    amended!("一（一）8", "以更正改了死亡人数？", "The number of dead was amended?",
        "accidents/2025/yingji/001", "2025-11-01", "\"deaths\"" => Says("F27", "accidents/2025/yingji/001", "死亡人数")),
    amended!("四（五）", "以更正改了审核人？", "Who reviewed a notice was amended?",
        "notices/2025/yingji/002", "2025-12-01", "\"review.name\"" => Says("F27", "notices/2025/yingji/002", "审核人")),
    amended!("二（六）", "以更正改了回应的内容？", "What a response says was amended?",
        "responses/2025/gongan/004", "2025-09-01", "\"text\"" => Says("F27", "responses/2025/gongan/004", "内容")),
    amended!("四（三）", "只更正了线索的标题？", "Only the title of a lead was amended?",
        "leads/2025/ziran/001", "2025-09-01", "\"title\"" => Silent("F27", "")),
    amended!("三（五）", "只更正了隐患的描述、部位？", "Only the description and place of a hazard were?",
        "hazards/2025/yingji/001", "2025-09-01", "\"description\", \"place\"" => Silent("F27", "")),
    amended!("三（四）", "只更正了联合执法方案的文号、专家的专业？", "Only the number of a plan and the field of an expert were?",
        "enforcements/2025/anweiban/001", "2025-09-01", "\"plan.doc_number\", \"experts[0].field\"" => Silent("F27", "")),
    amended!("二（七）", "只更正了请示的标题、联系人？", "Only the title and contact of a request were?",
        "upward/2025/anweiban/001", "2025-09-01", "\"title\", \"contact\"" => Silent("F27", "")),
];
