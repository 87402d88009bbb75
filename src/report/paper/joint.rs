//! 联合行文: a paper that several units issue stands for none of them that did not cosign it.

use super::PaperContext;
use crate::model::{Reference, UnitId};
use crate::text::Text;
use crate::tr;

/// That some of those who issue a paper together with its unit have not cosigned it, as the register shows.
pub(super) fn not_cosigned(paper: &Reference, context: &PaperContext<'_>) -> Option<Text> {
    let mechanism = &context.ledger.mechanism;
    let cosigned = |unit: &UnitId| context.ledger.cosigned_on(paper, unit).is_some();
    let lacking: Vec<UnitId> = context.issuers().into_iter().skip(1).filter(|unit| !cosigned(unit)).cloned().collect();
    if lacking.is_empty() {
        return None;
    }
    let names: Vec<&str> = lacking.iter().map(|unit| mechanism.short(unit)).collect();
    let names = names.join("、");
    Some(tr!(
        "联合发文的{names}未见会签，公文按草稿出；由各该单位登记：liandong respond cosign --to {paper} --on …";
        "{names} issue it too and are not seen to have cosigned it: the paper is a draft; each of them files it: liandong respond cosign --to {paper} --on …"
    ))
}
