//! Papers of records and whether they are as recorded, as a table.

use anstyle::AnsiColor;

use super::RenderOptions;
use super::table::lines;
use crate::report::{Proof, Proven};
use crate::text::{Text, clean};
use crate::tr;

/// One line a paper, and how many there are of each.
#[must_use]
pub fn proofs(proofs: &[Proof], options: RenderOptions) -> String {
    let heads = [
        Text::fixed("核对", "compared"),
        Text::fixed("附件", "paper"),
        Text::fixed("记录", "record"),
        Text::fixed("存放处", "kept at"),
    ];
    let heads = heads.iter().map(|head| options.bold(head.get(options.lang))).collect();
    let row = |proof: &Proof| {
        let color = match proof.proven {
            Proven::Same => AnsiColor::Green,
            Proven::Unrecorded | Proven::Absent => AnsiColor::Yellow,
            Proven::Differs => AnsiColor::Red,
        };
        vec![
            options.paint(color, proof.proven.label().get(options.lang)),
            clean(&proof.name).into_owned(),
            clean(proof.record.title.get(options.lang)).into_owned(),
            clean(proof.kept.as_deref().unwrap_or_default()).into_owned(),
        ]
    };
    let count = |proven| proofs.iter().filter(|proof| proof.proven == proven).count();
    let (all, same, differs, absent) = (proofs.len(), count(Proven::Same), count(Proven::Differs), count(Proven::Absent));
    let mut out = if all > 0 { lines(heads, proofs.iter().map(row), options) } else { String::new() };
    let sum = tr!(
        "附件 {all} 件：相符 {same} · 不符 {differs} · 未找到 {absent}\n";
        "{all} papers: {same} as recorded, {differs} different, {absent} not found\n"
    );
    out.push_str(sum.get(options.lang));
    if absent > 0 {
        let next =
            Text::fixed("附件在别处的，用 --in 文件夹 指明\n", "name the folder of papers that lie elsewhere with --in DIR\n");
        out.push_str(next.get(options.lang));
    }
    out
}
