//! What is done instead of taking back a record that others have, or whose paper has gone out: it is amended, corrected, withdrawn, lifted or
//! cancelled, and the register keeps both.

use serde::Serialize;

use crate::model::{Kind, Mechanism, RecordPath};
use crate::report::Named;
use crate::text::{CommandLine, Text};
use crate::tr;

/// What may be done about something that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LawfulWay {
    /// When.
    pub what: Text,
    /// The command, with … for what only people know.
    pub command: CommandLine,
}

/// The ways for each of some files.
pub(super) fn ways(files: &[String], mechanism: &Mechanism) -> Vec<LawfulWay> {
    let paths = files.iter().filter_map(|file| RecordPath::of_file(file).ok());
    paths.flat_map(|path| ways_of(&path, mechanism)).collect()
}

fn ways_of(path: &RecordPath, mechanism: &Mechanism) -> Vec<LawfulWay> {
    let title = Named::of_record(path, mechanism).title;
    let (zh, en) = (title.zh(), title.en());
    let way = |what, command| LawfulWay { what, command };
    if !path.kind().is_happening() {
        return vec![way(tr!("改正 {zh}"; "change {en}"), CommandLine::new("edit").about(path))];
    }
    let slip = way(
        tr!("{zh} 录入有误：勘误，写明原因"; "a slip in {en}: amend it, with the reason"),
        CommandLine::new("amend").about(path).open("set").open("reason"),
    );
    let further = match path.kind() {
        Kind::Notice => vec![
            way(
                tr!("{zh} 内容有误：另发更正通报"; "{en} says what is wrong: a notice that corrects it"),
                CommandLine::new("notice correct").option("corrects", path).open("title"),
            ),
            way(
                tr!("{zh} 不该发：另发撤回通报"; "{en} should not have gone out: a notice that withdraws it"),
                CommandLine::new("notice withdraw").option("withdraws", path).open("title"),
            ),
        ],
        Kind::Order => vec![way(
            tr!("{zh} 不该下达：登记解除"; "{en} should not have been made: file its end"),
            CommandLine::new("order lift").about(path).open("on"),
        )],
        Kind::Meeting => vec![way(
            tr!("{zh} 不开了：登记取消"; "{en} is not held: file that it is cancelled"),
            CommandLine::new("meeting cancel").about(path).open("on").open("reason"),
        )],
        Kind::Enforcement => vec![way(
            tr!("{zh} 不办了：登记取消"; "{en} is not carried out: file that it is cancelled"),
            CommandLine::new("enforcement cancel").about(path).open("on").open("reason"),
        )],
        _ => Vec::new(),
    };
    [slip].into_iter().chain(further).collect()
}
