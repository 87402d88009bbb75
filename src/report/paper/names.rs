//! Who is named in a paper, and how.

use super::addressees::Rank;
use super::parts::{IssuerMark, PaperSignature, Title};
use super::titles::composed;
use super::{PaperContext, words};
use crate::model::{BodyId, Day, Happening, Leaf, Line, MineId, Party, System, UnitId};
use crate::text::Text;
use crate::tr;

/// What a paper bears that a record speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedPaper {
    /// Its title, without who issues it.
    pub title: String,
    /// Who issues it, as its title names them.
    pub issuer: String,
}

impl PaperContext<'_> {
    /// The day by whose text the paper is written: that of the fact, else the last of the year under which it is filed.
    pub(super) fn day(&self, on: Option<Day>) -> Day {
        on.unwrap_or(Day::last_of(self.year))
    }

    /// The system to which the record belongs, by the text of its day.
    pub(super) fn system<'m>(&'m self, record: &'m dyn Happening, on: Option<Day>) -> Option<&'m System> {
        self.ledger.mechanism.system_of(self.issuer, record, self.day(on))
    }

    /// The full name of a unit, body or mine on a day. The id of one that the register does not know is no name: it stands marked, for
    /// whoever prints the paper to put the name in.
    pub(super) fn full(&self, party: &Party, on: Option<Day>) -> String {
        let mechanism = &self.ledger.mechanism;
        let name = mechanism.full_name(party, on);
        if mechanism.knows(party) { name.to_owned() } else { format!("〔名称待填：{name}〕") }
    }

    /// A sentence of the program's with the units in full that it names as the screen does, 由区林业局监管: a word that only begins as such a
    /// name does (应急预案) stays.
    pub(super) fn in_full(&self, sentence: &str) -> String {
        const BEFORE: &str = "由经向与、，：；（ ";
        const BEHIND: &str = "监办牵报下复承接主处核说未在已的、，：；） ";
        let stands_alone = |before: &str, behind: &str| {
            before.chars().next_back().is_none_or(|c| BEFORE.contains(c))
                && behind.chars().next().is_none_or(|c| BEHIND.contains(c))
        };
        let mut said = sentence.to_owned();
        for unit in self.ledger.mechanism.units.values() {
            let (short, mut done) = (unit.short.as_str(), 0);
            while let Some(at) =
                said[done..].find(short).map(|at| done + at).filter(|_| !short.is_empty() && short != unit.name.as_str())
            {
                let end = at + short.len();
                done = end;
                if stands_alone(&said[..at], &said[end..]) {
                    said.replace_range(at..end, unit.name.as_str());
                    done = at + unit.name.as_str().len();
                }
            }
        }
        said
    }

    /// That the record names parties that the register does not know.
    pub(super) fn unknown(&self, record: &dyn Happening) -> Option<Text> {
        let mut unknown = Vec::new();
        record.leaves(&mut |_, leaf| {
            let party = match leaf {
                Leaf::Party(party) => party.clone(),
                Leaf::Unit(unit) => Party::from(unit.clone()),
                Leaf::Body(body) => Party::Body(body.clone()),
                Leaf::Mine(mine) => Party::Mine(mine.clone()),
                _ => return,
            };
            if !self.ledger.mechanism.knows(&party) && !unknown.contains(&party) {
                unknown.push(party);
            }
        });
        let names: Vec<&str> = unknown.iter().map(|party| self.ledger.mechanism.party(party)).collect();
        let names = names.join("、");
        (!names.is_empty()).then(|| tr!(
            "台账中没有 {names}，公文中其名称留待填写：先登记该单位或矿山，或者更正记录";
            "the register does not know {names}, whose name is left to be filled in: file the unit or mine, or correct the record"
        ))
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

    /// A title as papers have it: issuer, matter and kind of paper.
    pub(super) fn title(&self, own: &str, sort: &str, on: Option<Day>) -> Title {
        let matter = self.matter_titled(own, sort, on);
        let words = if matter.starts_with("关于") { format!("{}{matter}", self.issued_by(on)) } else { matter };
        self.whole(words)
    }

    /// The same without the issuer, whom a record's own title may name.
    pub(super) fn matter_titled(&self, own: &str, sort: &str, on: Option<Day>) -> String {
        let mut names = self.issuing_names(on).into_iter().chain(self.issuers().into_iter().map(|unit| self.unit(unit, on)));
        let matter = names.find_map(|name| own.strip_prefix(name.as_str()).filter(|rest| rest.starts_with("关于")));
        composed(matter.unwrap_or(own), sort)
    }

    /// Who issues it, as titles and lists name them. 标题中一般不用标点符号: two names stand a blank apart, and of more only the first is named.
    pub(super) fn issued_by(&self, on: Option<Day>) -> String {
        let names = self.issuing_names(on);
        match &names[..] {
            [first, _, _, ..] => format!("{first}等{}部门", names.len()),
            few => few.join(" "),
        }
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
