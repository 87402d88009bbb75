//! Who is named in a paper, and how.

use super::addressees::Rank;
use super::parts::{IssuerMark, PaperSignature, Title};
use super::{PaperContext, words};
use crate::model::{BodyId, Day, Happening, Line, MineId, Party, System, UnitId};
use crate::text::Text;
use crate::tr;

impl PaperContext<'_> {
    /// The day by whose text the paper is written: that of the fact, else the last of the year under which it is filed.
    pub(super) fn day(&self, on: Option<Day>) -> Day {
        on.unwrap_or(Day::last_of(self.year))
    }

    /// The system to which the record belongs, by the text of its day.
    pub(super) fn system<'m>(&'m self, record: &'m dyn Happening, on: Option<Day>) -> Option<&'m System> {
        self.ledger.mechanism.system_of(self.issuer, record, self.day(on))
    }

    /// The full name of a unit, body or mine on a day.
    pub(super) fn full(&self, party: &Party, on: Option<Day>) -> String {
        self.ledger.mechanism.full_name(party, on).to_owned()
    }

    /// The full name of a unit on a day.
    pub(super) fn unit(&self, unit: &UnitId, on: Option<Day>) -> String {
        self.full(&Party::from(unit.clone()), on)
    }

    /// The full names of units on a day, one behind the other.
    pub(super) fn units(&self, units: &[UnitId], on: Option<Day>) -> String {
        units.iter().map(|unit| self.unit(unit, on)).collect::<Vec<_>>().join("、")
    }

    /// The full names of parties on a day, one behind the other.
    pub(super) fn parties(&self, parties: &[Party], on: Option<Day>) -> String {
        parties.iter().map(|party| self.full(party, on)).collect::<Vec<_>>().join("、")
    }

    /// What whatever is watched over is called.
    pub(super) fn object(&self) -> &str {
        self.ledger.mechanism.file.object.as_ref().map_or("矿山", Line::as_str)
    }

    /// The name of a mine.
    pub(super) fn mine(&self, mine: &MineId) -> String {
        self.full(&Party::Mine(mine.clone()), None)
    }

    /// The units that issue it, each once: first the one whose number it bears (主办机关排列在前).
    pub(super) fn issuers(&self) -> Vec<&UnitId> {
        let mut issuers = vec![self.issuer];
        for unit in self.with {
            if !issuers.contains(&unit) {
                issuers.push(unit);
            }
        }
        issuers
    }

    /// Whether it is one of those who issue it.
    pub(super) fn issues(&self, party: &Party) -> bool {
        self.issuers().into_iter().any(|unit| party.is_unit(unit))
    }

    /// The names under which they issue papers on a day (GB/T 9704-2012, 7.2.4: 发文机关全称或者规范化简称).
    fn issuing_names(&self, on: Option<Day>) -> Vec<String> {
        let named = |unit: &UnitId| self.ledger.mechanism.issuing_name(unit, on).unwrap_or_else(|| self.unit(unit, on));
        self.issuers().into_iter().map(named).collect()
    }

    /// 发文机关标志, with 文件 behind the names of all who issue it. Without that it is a letter's, which bears the name of the first alone
    /// (GB/T 9704-2012, 10.1: 联合行文时，使用主办机关标志).
    pub(super) fn mark(&self, sort: &str, on: Option<Day>) -> IssuerMark {
        let mut names = self.issuing_names(on);
        if sort.is_empty() {
            names.truncate(1);
        }
        IssuerMark { names, sort: sort.to_owned() }
    }

    /// Who signs, on that day.
    pub(super) fn signed(&self, on: Option<Day>) -> PaperSignature {
        PaperSignature { by: self.issuing_names(on), on: words::dated(on) }
    }

    /// Who is to sign, by the names of a day; when they do, is filled in by hand.
    pub(super) fn to_be_signed(&self, named: Option<Day>) -> PaperSignature {
        PaperSignature { on: words::dated(None), ..self.signed(named) }
    }

    /// That the file of a unit that issues it does not say under which name it issues papers.
    pub(super) fn issuer_unnamed(&self) -> Vec<Text> {
        self.issuers().into_iter().filter_map(|unit| self.unnamed(unit)).collect()
    }

    fn unnamed(&self, id: &UnitId) -> Option<Text> {
        let name = &self.ledger.mechanism.units.get(id).filter(|unit| unit.issuing_name.is_none())?.name;
        Some(tr!(
            "units/{id}.toml 没有写发文名称（issuing_name），发文机关标志、题目、署名和印发机关暂用“{name}”；应为机关全称或规范化简称的，请办公室补上：liandong edit units/{id}";
            "units/{id}.toml names no issuing_name: mark, title, signature and imprint say {name}; where papers bear a fuller name, the office adds it: liandong edit units/{id}"
        ))
    }

    /// The full name of a body.
    pub(super) fn body(&self, body: &BodyId, on: Option<Day>) -> String {
        self.full(&Party::Body(body.clone()), on)
    }

    /// Those to whom a paper goes and those who get a copy of it, since what goes down is never addressed upward.
    pub(super) fn addressed<'a>(&self, to: impl IntoIterator<Item = &'a Party>) -> (Vec<&'a Party>, Vec<&'a Party>) {
        // Nobody writes to itself.
        let others = to.into_iter().filter(|party| !self.issues(party));
        others.partition(|party| self.rank(party) != Rank::Above)
    }

    /// A title as papers have it: issuer, matter and kind of paper. What the record's own title says of the kind stays only where the
    /// paper is of that kind.
    pub(super) fn title(&self, own: &str, sort: &str, on: Option<Day>) -> Title {
        let names = self.issuing_names(on);
        // 标题中一般不用标点符号: two names stand a blank apart, and of more only the first is named.
        let name = match &names[..] {
            [first, _, _, ..] => format!("{first}等{}部门", names.len()),
            few => few.join(" "),
        };
        let matter = of_sort(own, sort);
        let words = if matter.starts_with("关于") { format!("{name}{matter}") } else { matter };
        self.whole(words)
    }

    /// A title with the names in it that are not to be parted.
    pub(super) fn whole(&self, words: String) -> Title {
        let mechanism = &self.ledger.mechanism;
        let systems = mechanism.file.edition.iter().flat_map(|edition| &edition.system).map(|system| system.name.as_str());
        let issuing = mechanism.units.values().filter_map(|unit| unit.issuing_name.as_ref()).map(Line::as_str);
        let places = mechanism.every_name().filter_map(|name| name.strip_suffix("人民政府")).flat_map(divisions);
        let names = mechanism.every_name().chain(systems).chain(issuing).chain(places);
        let mut whole: Vec<String> = names.filter(|name| words.contains(name)).map(str::to_owned).collect();
        whole.sort();
        whole.dedup();
        Title { words, whole }
    }
}

/// The divisions that the name of a place consists of, 云浮市 and 云城区.
fn divisions(place: &str) -> impl Iterator<Item = &str> {
    place.split_inclusive(['省', '市', '区', '县', '镇', '乡']).filter(|division| division.chars().count() > 1)
}

/// How titles end, by the kind of paper; 纪要 and 方案 may follow a name without 的.
const SORTS: [&str; 9] = ["函", "通报", "通知", "报告", "请示", "纪要", "方案", "意见", "决定"];

/// A matter as the title of a kind of paper. A letter that is titled as a circular tells of it: 关于通报…的函.
fn of_sort(own: &str, sort: &str) -> String {
    // An invented record says so behind its title.
    let (bare, invented) = own.strip_suffix("（虚构）").map_or((own, ""), |bare| (bare, "（虚构）"));
    let Some(said) = SORTS.iter().find(|said| bare.ends_with(**said)) else { return format!("关于{own}的{sort}") };
    let matter = bare.strip_suffix(said).and_then(|matter| matter.strip_suffix('的'));
    match matter.map(|matter| matter.strip_prefix("关于").unwrap_or(matter)) {
        Some(matter) if *said != sort => {
            let tells = sort == "函" && *said == "通报" && !matter.starts_with("通报");
            let matter = if sort == "通报" { matter.strip_prefix("通报").unwrap_or(matter) } else { matter };
            format!("关于{}{matter}的{sort}{invented}", if tells { "通报" } else { "" })
        }
        _ => own.to_owned(),
    }
}

/// That a title claims another kind of paper than the one that it is printed on.
pub(super) fn retitled(own: &str, sort: &str) -> Option<Text> {
    let said = other_sort(own, sort)?;
    Some(tr!(
        "记录的标题写的是“{said}”，公文是“{sort}”：题目已按公文的文种改写，请核对";
        "the record's title says {said} and the paper is a {sort}: its title was put so; please look at it"
    ))
}

fn other_sort(own: &str, sort: &str) -> Option<&'static str> {
    (of_sort(own, sort) != own).then(|| SORTS.into_iter().find(|said| own.trim_end_matches("（虚构）").ends_with(said))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_in_the_kind_of_its_paper() {
        for (own, sort, title) in [
            ("大山石场重大隐患", "函", "关于大山石场重大隐患的函"),
            ("关于大山石场（虚构）重大隐患处理情况的通报", "函", "关于通报大山石场（虚构）重大隐患处理情况的函"),
            ("关于大山石场重大隐患处理情况的通报（虚构）", "函", "关于通报大山石场重大隐患处理情况的函（虚构）"),
            ("关于通报大山石场情况的函", "通报", "关于大山石场情况的通报"),
            ("关于通报大山石场情况的函", "函", "关于通报大山石场情况的函"),
            ("关于汛期安全工作的通知", "函", "关于汛期安全工作的函"),
            ("关于牵头单位的报告", "请示", "关于牵头单位的请示"),
            ("关于印发《方案》的通知", "通知", "关于印发《方案》的通知"),
            ("汛期执法方案", "通报", "汛期执法方案"),
        ] {
            assert_eq!(of_sort(own, sort), title);
        }
        assert_eq!(other_sort("关于情况的通报（虚构）", "函"), Some("通报"));
        assert_eq!(other_sort("关于情况的函", "函"), None);
        assert_eq!(other_sort("情况", "函"), None);
    }
}
