//! 三（七）: 向……非煤矿山企业提出整改要求. That each mine is asked and told is good practice; the clause leaves the circle open (一定范围内).

use super::demand::is_demanded;
use super::stage::{circular_issued, date_by_end};
use crate::model::{Enforcement, Filed, FoundProblem, MineId, Party};
use crate::rules::{Context, Findings, Level, Reach, Rule, RuleNature, Scope};
use crate::text::Text;
use crate::tr;

pub(crate) static RULE: Rule = Rule {
    code: "E16",
    name: "mine-without-demand",
    nature: RuleNature::Conduct,
    title: Text::fixed(
        "有问题的矿山未被要求整改或未收到通报（工作惯例）",
        "a mine with problems that is not asked or not told (practice)",
    ),
    fires: Text::fixed(
        "情况通报已印发，发现问题的矿山中有的没有整改要求（落到该矿山、该问题的监管单位或登记该隐患的单位），或通报列有主送而其中没有该矿山。条文只说“一定范围内”，属工作惯例，只作建议；一条要求也没有的由 demands-missing 判。",
        "A circular was issued, and a mine with a problem is asked for nothing (neither it nor a unit that supervises the problem or filed its hazard), or the circular lists addressees and it is not among them. The clause leaves the circle open, so this is practice and advice only; where nothing at all is asked, demands-missing says so.",
    ),
    proves: None,
    remedy: Text::fixed(
        "请补提整改要求（[[task]]，责任单位填该矿山或监管单位），并将通报送该矿山（circular.to）。",
        "Add a demand ([[task]] with the mine or its supervising unit) and send the circular to the mine (circular.to).",
    ),
    reach: Reach::Own,
    scope: Scope::Enforcement(check),
};

fn check(action: &Filed<Enforcement>, context: &Context<'_>, out: &mut Findings<'_>) {
    let record = &action.record;
    let Some(circular) = circular_issued(record, context.today) else { return };
    date_by_end(record, context, out);
    let is_demanded = |problem: &FoundProblem| is_demanded(action, problem, circular.issued, context);
    if !record.problem.iter().any(is_demanded) {
        return;
    }
    let unasked = record.problem.iter().filter(|problem| !is_demanded(problem)).map(|problem| &problem.mine);
    report(unasked, "task", &Text::fixed("没有整改要求", "is asked for nothing"), context, out);
    let is_told = |mine: &MineId| circular.to.is_empty() || circular.to.contains(&Party::Mine(mine.clone()));
    let untold = record.problem.iter().map(|problem| &problem.mine).filter(|mine| !is_told(mine));
    report(untold, "circular.to", &Text::fixed("不在通报的主送之列", "is not among those told"), context, out);
}

fn report<'m>(mines: impl Iterator<Item = &'m MineId>, key: &str, lacks: &Text, context: &Context<'_>, out: &mut Findings<'_>) {
    let mut named: Vec<&str> = mines.map(|mine| context.ledger.mechanism.mine_name(mine)).collect();
    named.dedup();
    if !named.is_empty() {
        let (mines_zh, mines_en, zh, en) = (named.join("、"), named.join(", "), lacks.zh(), lacks.en());
        let what = tr!("发现问题的{mines_zh}{zh}"; "{mines_en}, where a problem was found, {en}");
        out.report(key, what).by(context.ledger.mechanism.office()).at_most(Level::Advice);
    }
}
