//! A register of N invented records of about 1 KB, the same for the same N: half hazards, the rest notices, orders and responses, in order
//! but for a few, over ten mines, two years and eight units.

#![allow(dead_code)] // every benchmark uses its own part

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use liandong::model::reader::Keys;
use liandong::model::{Kind, Record};

pub(crate) const UNITS: [&str; 8] = ["yingji", "gongan", "ziran", "shengtai", "zhujian", "xiaofang", "nongshui", "linye"];
pub(crate) const MINES: usize = 10;

/// Writes the shipped mechanism and `count` records below a folder.
pub(crate) fn generate(folder: &Path, count: usize) {
    mechanism(folder);
    for number in 0..count {
        // Year, unit and kind each take their own digit of the number.
        let (year, rest) = (2025 + number % 2, number / 2);
        let (unit, rest) = (UNITS[rest % UNITS.len()], rest / UNITS.len());
        let (slot, rest) = (rest % 8, rest / 8);
        let (mine, day) = (number % MINES, number % 28 + 1);
        let (kind, text) = match slot {
            0..=3 => ("hazards", hazard(year, mine, day, unit, !number.is_multiple_of(1000))),
            4 | 5 => ("notices", notice(year, mine, day, number)),
            6 => ("orders", order(year, mine, day)),
            _ => ("responses", response(year, day, mine)),
        };
        let serial = rest * 8 + slot + 1;
        write(folder, &format!("{kind}/{year}/{unit}/{serial:03}.toml"), text.as_bytes());
    }
}

/// Writes the shipped mechanism and `count` hazards below a folder; every unit and year has its own series.
pub(crate) fn hazards(folder: &Path, count: usize) {
    series(folder, count, |number| !number.is_multiple_of(1000));
}

/// The same, with no hazard re-inspected or closed: something is found of each.
pub(crate) fn neglected(folder: &Path, count: usize) {
    series(folder, count, |_| false);
}

fn series(folder: &Path, count: usize, is_closed: impl Fn(usize) -> bool) {
    mechanism(folder);
    for number in 0..count {
        let Place { year, unit, serial, mine, day } = Place::of(number);
        let text = hazard(year, mine, day, UNITS[unit], is_closed(number));
        write(folder, &format!("hazards/{year}/{}/{serial:03}.toml", UNITS[unit]), text.as_bytes());
    }
}

/// Where the hazard of a number lies, and what it is about.
pub(crate) struct Place {
    pub(crate) year: usize,
    /// Its position among the units.
    pub(crate) unit: usize,
    pub(crate) serial: usize,
    pub(crate) mine: usize,
    pub(crate) day: usize,
}

impl Place {
    pub(crate) fn of(number: usize) -> Self {
        let rest = number / 2;
        let (unit, serial) = (rest % UNITS.len(), rest / UNITS.len() + 1);
        Self { year: 2025 + number % 2, unit, serial, mine: number % MINES, day: number % 28 + 1 }
    }
}

fn mechanism(folder: &Path) {
    for (path, bytes) in liandong::store::shipped() {
        write(folder, path, bytes);
    }
    for mine in 0..MINES {
        write(
            folder,
            &format!("mines/mine{mine}/base.toml"),
            format!("name = \"{mine}号石场（虚构）\"\ntown = \"hekou\"\n").as_bytes(),
        );
    }
}

fn write(folder: &Path, path: &str, bytes: &[u8]) {
    let file = folder.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("writable");
    fs::write(file, bytes).expect("writable");
}

/// So many characters of filler.
pub(crate) fn words(count: usize) -> String {
    "采场边坡局部坡度偏陡排水沟淤堵安全标志缺失（虚构）".chars().cycle().take(count).collect()
}

fn hazard(year: usize, mine: usize, day: usize, unit: &str, is_closed: bool) -> String {
    let mut text = format!(
        "mine = \"mine{mine}\"\nfound = {year}-03-{day:02}\nsource_kind = \"inspection\"\nnature = \"hazard\"\ndescription = \"{}\"\n",
        words(140)
    );
    let _ = write!(text, "\n[rectification]\nplan = \"{}\"\ndue = {year}-05-{day:02}\n", words(60));
    if is_closed {
        let _ = write!(
            text,
            "\n[[reinspection]]\non = {year}-04-{day:02}\nby = \"{unit}\"\nresult = \"passed\"\ntext = \"{}\"\n",
            words(30)
        );
        let _ = write!(text, "\n[closed]\non = {year}-04-{day:02}\nreason = \"passed\"\n");
    }
    text
}

/// A notice that keeps the digest of what was reviewed, as every one does that is filed.
fn notice(year: usize, mine: usize, day: usize, number: usize) -> String {
    let text = unreviewed(year, mine, day, number);
    let Ok(Record::Notice(notice)) = Kind::Notice.read(&text, Keys::Known) else { panic!("no notice: {text}") };
    text.replace("\n\n[review.share]", &format!("\ndigest = \"{}\"\n\n[review.share]", notice.digest()))
}

fn unreviewed(year: usize, mine: usize, day: usize, number: usize) -> String {
    format!(
        "content = 2\nabout = [\"mines/mine{mine}\"]\ntitle = \"关于{mine}号石场（虚构）有关情况的通报\"\nbody = \"{}\"\nmeasures = \"{}\"\nsuggestions = \"{}\"\nissued = {year}-04-{day:02}\ndoc_type = \"letter\"\ndoc_number = \"云区函〔{year}〕{}号\"\n\n[[to]]\nwho = \"gongan\"\nwhy = \"1.4.2\"\n\n[review]\nname = \"张某甲\"\npost = \"in-charge\"\non = {year}-04-{day:02}\nway = \"written\"\nevidence = \"审核单（虚构）\"\n\n[review.share]\ncontent = \"全文\"\nway = \"书面\"\n",
        words(90),
        words(50),
        words(50),
        number + 1
    )
}

fn order(year: usize, mine: usize, day: usize) -> String {
    format!(
        "kind = \"rectify\"\nat = {year}-03-{day:02}T10:00:00\nmine = \"mine{mine}\"\nuntil = {year}-05-{day:02}\ntext = \"{}\"\n",
        words(250)
    )
}

fn response(year: usize, day: usize, mine: usize) -> String {
    format!("kind = \"progress\"\nto = \"mines/mine{mine}\"\non = {year}-04-{day:02}\ntext = \"{}\"\n", words(250))
}
