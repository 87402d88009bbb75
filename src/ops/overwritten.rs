//! What a filing says otherwise than the record did. Most keys take no second value but by an amendment; some go on with the matter that they
//! tell of (the days of an enforcement, how many were hurt), and there what stood is told.

use crate::model::{ChangeRefusal, Inspected, KeyPath, Mechanism, Record};
use crate::report::{Changed, changed};
use crate::text::Text;
use crate::tr;

/// How many characters of a value are shown beside what it was.
const SHOWN: usize = 40;

/// That the mine reports a hazard put right a second time only after a re-inspection that it failed: any other day in its place is a slip that
/// was mended, or makes in time what was late. An amendment says which.
pub(super) fn said_anew(standing: &Record, record: &Record) -> Option<ChangeRefusal> {
    const KEY: &str = "reported_done";
    let (Record::Hazard(stood), Record::Hazard(hazard)) = (standing, record) else { return None };
    let day = stood.reported_done.filter(|_| stood.reported_done != hazard.reported_done)?;
    let failed = |at: &crate::model::Reinspection| at.result == Inspected::Failed && at.on >= day;
    let goes_on = hazard.reported_done.is_some_and(|again| again > day) && hazard.reinspection.iter().any(failed);
    if goes_on || is_amended(standing, record, KEY) {
        return None;
    }
    let why = tr!(
        "企业报告整改完成已登记为 {day}，其后没有不合格的复查，不能改登；登记有误的，用 liandong amend 更正（--set 企业报告整改完成=…，写明原因）";
        "the report that it was put right stands as of {day}, and no re-inspection failed since: it is not said anew; a slip is mended with liandong amend (--set reported_done=…, with the reason)"
    );
    Some(ChangeRefusal { key: KEY.to_owned(), why })
}

/// What a record said where it says something else now, and no amendment tells of that.
pub(super) fn told(standing: &Record, record: &Record, mechanism: &Mechanism) -> Vec<Text> {
    let changes = changed(record.kind(), Some(standing), Some(record), mechanism);
    let is_another = |change: &Changed| {
        !change.before.zh().is_empty() && !change.after.zh().is_empty() && !is_amended(standing, record, &change.key)
    };
    let tell = |Changed { heading, before, after, .. }: Changed| {
        let (zh, en) = (heading.zh(), heading.en());
        let [before_zh, after_zh] = [&before, &after].map(Text::zh);
        let [before_en, after_en] = [&before, &after].map(Text::en);
        let is_long = [before_zh, after_zh].iter().any(|words| words.contains('\n') || words.chars().count() > SHOWN);
        if is_long {
            return tr!("{zh}已改写，原来的内容见 liandong history"; "{en} was written anew; liandong history has what it was");
        }
        tr!("{zh}原为 {before_zh}，改为 {after_zh}"; "{en} was {before_en}, and is {after_en} now")
    };
    changes.into_iter().filter(is_another).map(tell).collect()
}

/// Whether an amendment that is filed with a record names a key.
fn is_amended(standing: &Record, record: &Record, key: &str) -> bool {
    let stood = standing.happening().map_or(0, |happening| happening.amended().len());
    let new = record.happening().into_iter().flat_map(|happening| happening.amended().iter().skip(stood));
    new.flat_map(|amendment| &amendment.keys).any(|named| KeyPath::from(named.as_str()).covers(&key.into()))
}
