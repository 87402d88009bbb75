//! Addressees that no page could take: a list of them becomes an annex, and the annexes of a paper are numbered.

use super::parts::{Annex, Block, Paper, TableColumn, Title};
use crate::text::Text;
use crate::tr;

/// What whoever prints it is told where addressees went to a list.
fn told(label: &str) -> Text {
    tr!(
        "{label}单位过多，版记放不下：{label}写各类的名称，全部名称列在附件里";
        "{label}: too many names for the foot of a page; their classes are named, and an annex lists them all"
    )
}

/// Puts addressees that no page could take onto lists of their own.
pub(super) fn list_the_many(paper: &mut Paper, object: &str) {
    let to = if paper.to.are_too_many() { paper.to.gather(object) } else { Vec::new() };
    let copies = paper.copies.as_mut().filter(|copies| copies.names.are_too_many());
    let copies = copies.map(|copies| (copies.label, copies.names.gather(object)));
    for (label, names) in [("主送", to)].into_iter().chain(copies).filter(|(_, names)| !names.is_empty()) {
        let title = format!("{label}单位名单");
        paper.attached.push(title.clone());
        let title = Title { words: title, whole: Vec::new() };
        paper.annexes.push(Annex { label: Some(String::new()), title, body: vec![list(names)] });
        paper.told.push(told(label));
    }
    number_annexes(paper);
}

fn list(names: Vec<String>) -> Block {
    let column = TableColumn::new;
    let row = |(position, name): (usize, String)| vec![(position + 1).to_string(), name];
    Block::Table {
        columns: vec![column("序号", 4, false), column("单位", 30, true)],
        rows: names.into_iter().enumerate().map(row).collect(),
    }
}

/// 附件 where there is one, else 附件1, 附件2, as 附件说明 counts them.
fn number_annexes(paper: &mut Paper) {
    let only = paper.attached.len() == 1;
    for annex in paper.annexes.iter_mut().filter(|annex| annex.label.is_some()) {
        let place = paper.attached.iter().position(|name| *name == annex.title.words);
        annex.label = Some(place.filter(|_| !only).map_or_else(|| "附件".to_owned(), |place| format!("附件{}", place + 1)));
    }
}
