//! Many districts beside each other, as tables: what a page over them and a sheet of it show.

use std::cmp::Reverse;

use crate::ops::{DistrictExport, RolledDistrict};
use crate::report::lake::{DistrictFigures, HazardDays};
use crate::report::{Light, Readers};
use crate::text::Text;
use crate::tr;

pub(super) const TITLE: Text = Text::fixed("各区县落实情况汇总", "Districts at a glance");

/// A table over districts, of which the first column says which.
pub(super) struct DistrictTable {
    pub(super) id: &'static str,
    pub(super) heading: Text,
    /// What is to be known before it is read.
    pub(super) lead: Option<Text>,
    pub(super) heads: Vec<Text>,
    pub(super) rows: Vec<Vec<DistrictCell>>,
}

/// What stands in a cell.
pub(super) enum DistrictCell {
    Words(Text),
    Number(String),
}

impl DistrictCell {
    fn words(words: impl Into<String>) -> Self {
        Self::Words(Text::same(words))
    }

    fn number(number: impl ToString) -> Self {
        Self::Number(number.to_string())
    }
}

/// A district by its name in the list, and what was exported of it.
type Exported<'a> = (&'a str, &'a DistrictExport);

/// The districts that failed, each with why.
pub(super) fn failed(rolled: &[RolledDistrict]) -> Vec<Text> {
    let why = |one: &RolledDistrict| {
        let why = one.done.as_ref().err()?.said();
        let (name, zh, en) = (&one.name, why.zh(), why.en());
        Some(tr!("{name}：{zh}（表中没有这个区县）"; "{name}: {en} (it is in no table)"))
    };
    rolled.iter().filter_map(why).collect()
}

/// Every table. What most districts are asked is what is compared: whoever is asked something else stands apart.
pub(super) fn tables(rolled: &[RolledDistrict], readers: Readers) -> Vec<DistrictTable> {
    let done: Vec<Exported<'_>> = rolled.iter().filter_map(|one| Some((one.name.as_str(), one.done.as_ref().ok()?))).collect();
    let asked = |one: &Exported<'_>| one.1.figures.obligations.clone();
    let alike = |ids: &Vec<String>| done.iter().filter(|one| asked(one) == *ids).count();
    // Of several that are asked as often the first in the list counts.
    let common = done.iter().rev().map(asked).max_by_key(alike);
    let (comparable, apart): (Vec<_>, Vec<_>) = done.iter().partition(|one| Some(asked(one)) == common);
    let public = (readers == Readers::Public).then(|| {
        Text::fixed(
            "公开版：灯按全部记录判定；“未落实”一栏不含内部记录的事项，两者不必相等。",
            "Public edition: lights are judged by all records; what is not carried out is counted without internal records, so that the two need not agree.",
        )
    });
    let mut tables = vec![obligations("obligations", tr!("一、义务落实"; "1. Obligations"), public, &comparable)];
    if !apart.is_empty() {
        let lead = Text::fixed(
            "下列区县的机制所列义务与多数区县不同，不能与上表比较，另列。",
            "The mechanisms of these districts ask other obligations than most; they are not to be compared with the table above.",
        );
        let heading = tr!("另列：义务不同的区县"; "Apart: districts with other obligations");
        tables.push(obligations("apart", heading, Some(lead), &apart));
    }
    let all = [comparable, apart].concat();
    tables.push(months(&all));
    let slowest = tr!("三、发现到销号最慢的隐患"; "3. The slowest from finding to close-out");
    tables.push(courses("slowest", slowest, &all, |figures| &figures.slowest));
    tables.push(courses("oldest", tr!("四、未销号最久的隐患"; "4. What is open longest"), &all, |figures| {
        &figures.oldest
    }));
    tables
}

fn obligations(id: &'static str, heading: Text, lead: Option<Text>, districts: &[Exported<'_>]) -> DistrictTable {
    let heads = vec![
        Text::fixed("区县", "district"),
        Text::fixed("截至", "as of"),
        Text::fixed("绿", "green"),
        Text::fixed("黄", "yellow"),
        Text::fixed("红", "red"),
        Text::fixed("未落实", "not carried out"),
        Text::fixed("未销号隐患", "hazards open"),
        Text::fixed("其中重大", "of these major"),
        Text::fixed("提交", "commit"),
    ];
    let row = |(name, one): &Exported<'_>| {
        let figures = &one.figures;
        let lights =
            [Light::Green, Light::Yellow, Light::Red].map(|light| figures.lights.get(&light).copied().unwrap_or_default());
        let counts = lights.into_iter().chain([figures.unmet, figures.open.0, figures.open.1]);
        let mut row =
            vec![DistrictCell::words(format!("{name} {}", one.district)), DistrictCell::words(figures.as_of.to_string())];
        row.extend(counts.map(DistrictCell::number));
        row.push(DistrictCell::words(one.commit.get(..10).unwrap_or(&one.commit).to_owned()));
        row
    };
    DistrictTable { id, heading, lead, heads, rows: districts.iter().map(row).collect() }
}

fn months(districts: &[Exported<'_>]) -> DistrictTable {
    let mut heads = vec![Text::fixed("区县", "district"), Text::fixed("年份", "year")];
    heads.extend((1..=12).map(|month: u32| tr!("{month} 月"; "{month}")));
    let row = |(name, one): &Exported<'_>| {
        let year = DistrictCell::words(one.figures.as_of.year().to_string());
        [DistrictCell::words((*name).to_owned()), year].into_iter().chain(one.figures.months.map(DistrictCell::number)).collect()
    };
    let heading = tr!("二、各月发现的隐患"; "2. Hazards found, by month");
    DistrictTable { id: "months", heading, lead: None, heads, rows: districts.iter().map(row).collect() }
}

fn courses(
    id: &'static str,
    heading: Text,
    districts: &[Exported<'_>],
    of: impl Fn(&DistrictFigures) -> &Vec<HazardDays>,
) -> DistrictTable {
    let each = districts.iter().flat_map(|(name, one)| of(&one.figures).iter().map(move |course| (*name, course)));
    let mut courses: Vec<(&str, &HazardDays)> = each.collect();
    courses.sort_by_key(|(_, course)| Reverse(course.days));
    courses.truncate(DistrictFigures::NAMED * 2);
    let heads = vec![
        Text::fixed("区县", "district"),
        Text::fixed("隐患", "hazard"),
        Text::fixed("重大", "major"),
        Text::fixed("发现日期", "found"),
        Text::fixed("天数", "days"),
    ];
    let row = |(name, course): (&str, &HazardDays)| {
        vec![
            DistrictCell::words(name.to_owned()),
            DistrictCell::Words(course.record.title.clone()),
            DistrictCell::Words(Text::yes_or_no(course.major)),
            DistrictCell::words(course.found.to_string()),
            DistrictCell::number(course.days),
        ]
    };
    DistrictTable { id, heading, lead: None, heads, rows: courses.into_iter().map(row).collect() }
}
