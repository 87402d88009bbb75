//! What office programs make of papers: every one opens in `LibreOffice` and python-docx, and three are measured as they are printed.
//! Needs soffice, pdftotext, pdftoppm and Noto CJK fonts, and python3 with docx; `.ci/run` has them and runs these tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::print::{Docx, asked, edit, every, make};
use crate::support::{clean, copy, home};

/// The fonts of the standard cannot be had everywhere: here all are stood in for by ones whose Chinese characters are as wide.
fn fonts(folder: &Path) -> PathBuf {
    let instead = |name: &str, other: &str| {
        format!(
            "<match target=\"pattern\"><test name=\"family\"><string>{name}</string></test>\
             <edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>{other}</string></edit></match>"
        )
    };
    let serif = ["仿宋_GB2312", "楷体_GB2312", "方正小标宋简体", "宋体"].map(|name| instead(name, "Noto Serif CJK SC")).concat();
    let sans = instead("黑体", "Noto Sans CJK SC");
    let file = folder.join("fonts.conf");
    let text = format!("<?xml version=\"1.0\"?><fontconfig><include>/etc/fonts/fonts.conf</include>{serif}{sans}</fontconfig>");
    fs::write(&file, text).expect("written");
    file
}

fn done(command: &mut Command) -> Output {
    let output = command.output().expect("runs");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Prints .docx files as PDF beside them.
pub(crate) fn print(folder: &Path, files: &[PathBuf]) {
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut office = Command::new("soffice");
    office.env("FONTCONFIG_FILE", fonts(folder)).env("HOME", folder).arg(profile);
    done(office.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).args(files));
}

/// A word or line of a page: millimetres from its upper left corner.
#[derive(Debug, Clone)]
struct Line {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    words: String,
}

/// The lines of every page.
fn lines(pdf: &Path) -> Vec<Vec<Line>> {
    let output = done(Command::new("pdftotext").args(["-bbox-layout", "-enc", "UTF-8"]).arg(pdf).arg("-"));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let start = text.find("<html").expect("a page");
    let document = roxmltree::Document::parse(&text[start..]).expect("XML");
    let of = |node: &roxmltree::Node<'_, '_>, name: &str| {
        node.attribute(name).and_then(|value| value.parse::<f64>().ok()).expect("a length") / 72.0 * 25.4
    };
    let pages = document.descendants().filter(|node| node.has_tag_name("page"));
    pages
        .map(|page| {
            let words = page.descendants().filter(|node| node.has_tag_name("word")).map(|word| Line {
                left: of(&word, "xMin"),
                right: of(&word, "xMax"),
                top: of(&word, "yMin"),
                bottom: of(&word, "yMax"),
                words: word.text().unwrap_or_default().to_owned(),
            });
            // A turned page has its number along its left edge, beside the text.
            let is_turned = of(&page, "width") > of(&page, "height");
            let (number, text): (Vec<Line>, Vec<Line>) = words.partition(|word| is_turned && word.right < 32.0);
            let mut lines = joined(text.into_iter());
            lines.extend(turned(number));
            lines
        })
        .collect()
}

/// Words below each other as one line, which runs down the page.
fn turned(mut words: Vec<Line>) -> Option<Line> {
    words.sort_by(|a, b| a.top.total_cmp(&b.top));
    let last = words.last().cloned()?;
    let said = words.iter().map(|word| word.words.as_str()).collect();
    words.into_iter().next().map(|first| Line { bottom: last.bottom, words: said, ..first })
}

/// A page number as it is printed.
fn number(page: &[Line]) -> Option<usize> {
    page.last()?.words.replace(' ', "").trim_matches('—').parse().ok()
}

/// Words that stand beside each other are a line.
fn joined(words: impl Iterator<Item = Line>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut words: Vec<Line> = words.collect();
    words.sort_by(|a, b| a.left.total_cmp(&b.left));
    for word in words {
        let middle = |line: &Line| f64::midpoint(line.top, line.bottom);
        match lines.iter_mut().find(|line| (middle(line) - middle(&word)).abs() < 2.0) {
            Some(line) => {
                line.words.push_str(&word.words);
                line.right = line.right.max(word.right);
            }
            None => lines.push(word),
        }
    }
    lines.sort_by(|a, b| a.top.total_cmp(&b.top));
    lines
}

/// A page as a picture of ten points a millimetre.
struct Picture {
    width: usize,
    points: Vec<u8>,
}

const TENTHS: f64 = 10.0;

fn picture(pdf: &Path, page: usize) -> Picture {
    let page = page.to_string();
    let output = done(Command::new("pdftoppm").args(["-r", "254", "-f", &page, "-l", &page]).arg(pdf));
    let mut fields = output.stdout.split(u8::is_ascii_whitespace);
    let mut field = || fields.next().map(|field| String::from_utf8_lossy(field).into_owned()).expect("a field");
    assert_eq!(field(), "P6");
    let (width, height): (usize, usize) = (field().parse().expect("a width"), field().parse().expect("a height"));
    assert_eq!(field(), "255");
    let points = output.stdout[output.stdout.len() - width * height * 3..].to_vec();
    Picture { width, points }
}

/// A stretch of rows with a rule: from where to where, down and across, in millimetres.
#[derive(Debug)]
struct Rule {
    top: f64,
    thick: f64,
    left: f64,
    right: f64,
}

impl Picture {
    fn is(&self, row: usize, column: usize, red: bool) -> bool {
        let at = (row * self.width + column) * 3;
        let [r, g, b] = [self.points[at], self.points[at + 1], self.points[at + 2]];
        if red { r > 200 && g < 120 && b < 120 } else { r < 110 && g < 110 && b < 110 }
    }

    fn rows(&self) -> usize {
        self.points.len() / 3 / self.width
    }

    /// The longest stretch of a colour in a row.
    fn stretch(&self, row: usize, red: bool) -> (usize, usize) {
        let (mut best, mut start) = ((0, 0), None);
        for column in 0..=self.width {
            match (column < self.width && self.is(row, column, red), start) {
                (true, None) => start = Some(column),
                (false, Some(from)) => {
                    if column - from > best.1 - best.0 {
                        best = (from, column);
                    }
                    start = None;
                }
                _ => {}
            }
        }
        best
    }

    /// Every rule of a colour that is longer than so many millimetres.
    #[expect(clippy::cast_precision_loss, reason = "a page has three thousand rows")]
    fn rules(&self, red: bool, longer: f64) -> Vec<Rule> {
        let mut rules: Vec<Rule> = Vec::new();
        let mut last = None;
        for row in 0..self.rows() {
            let (from, to) = self.stretch(row, red);
            if (to - from) as f64 > longer * TENTHS {
                match rules.last_mut().filter(|_| last == Some(row - 1)) {
                    Some(rule) => rule.thick += 1.0 / TENTHS,
                    None => rules.push(Rule {
                        top: row as f64 / TENTHS,
                        thick: 1.0 / TENTHS,
                        left: from as f64 / TENTHS,
                        right: to as f64 / TENTHS,
                    }),
                }
                last = Some(row);
            }
        }
        rules
    }

    /// The first row below another that holds the colour at all.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a page")]
    fn first_ink(&self, below: f64, red: bool) -> f64 {
        let rows = (below * TENTHS) as usize..self.rows();
        let found = rows.into_iter().find(|row| (0..self.width).any(|column| self.is(*row, column, red)));
        found.expect("some ink") as f64 / TENTHS
    }
}

#[track_caller]
fn assert_near(what: &str, found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{what}: {found} mm, not {expected} ± {within} mm");
}

/// A register with a notice whose text is so many characters without a break.
fn long_notice(characters: usize) -> tempfile::TempDir {
    let register = copy();
    edit(register.path(), "notices/2025/yingji/004.toml", |text| {
        let kept = text.lines().filter(|line| !line.starts_with("measures") && !line.starts_with("suggestions"));
        let words: String = "矿山边坡监测数据应当逐日分析并报送备查".chars().cycle().take(characters).collect();
        let change = |line: &str| if line.starts_with("body") { format!("body = \"{words}\"") } else { line.to_owned() };
        kept.map(change).flat_map(|line| [line, "\n".to_owned()]).collect()
    });
    register
}

#[test]
#[ignore = "needs office programs"]
fn every_paper_opens_in_libreoffice() {
    let folder = home();
    let papers = every();
    let mut files = Vec::new();
    for (kind, _, paper) in &papers {
        let file = folder.path().join(format!("{}.docx", kind.replace(' ', "-")));
        fs::write(&file, &paper.bytes).expect("written");
        files.push(file);
    }
    print(folder.path(), &files);
    for ((kind, _, paper), file) in papers.iter().zip(&files) {
        let pages = lines(&file.with_extension("pdf"));
        let printed: String = pages.iter().flatten().map(|line| line.words.as_str()).collect();
        let bare = |words: &str| words.chars().filter(|c| !c.is_whitespace() && *c != '|' && *c != '/').collect::<String>();
        let printed = bare(&printed);
        // What wraps within a cell is printed beside what stands in the next one: only the text can be looked for whole.
        for words in paper.paragraphs().iter().filter(|words| words.chars().count() > 12) {
            let start: String = bare(words).chars().take(6).collect();
            assert!(printed.contains(&start), "{kind}: {start} is not printed");
        }
        let letter = kind.starts_with("letter") || *kind == "invitation";
        for (at, page) in pages.iter().enumerate() {
            let last = bare(&page.last().expect("a line").words);
            // The blank page before a 版记 that stands on an even one is counted, and is not drawn.
            let is_imprint = at + 1 == pages.len() && at % 2 == 0 && page.iter().any(|line| line.words.contains("印发"));
            let number = if is_imprint && !letter { at + 2 } else { at + 1 };
            assert_eq!(last == format!("—{number}—"), at > 0 || !letter, "{kind}: {last} at the foot of page {}", at + 1);
        }
    }
}

#[test]
#[ignore = "needs office programs"]
fn a_paper_of_three_pages_has_the_measures_of_the_standard() {
    let folder = home();
    let register = long_notice(28 * 32);
    let file = folder.path().join("three.docx");
    fs::write(&file, make(register.path(), &["notices/2025/yingji/004"]).bytes).expect("written");
    print(folder.path(), std::slice::from_ref(&file));
    let pdf = file.with_extension("pdf");
    let pages = lines(&pdf);
    // 版记 stands on the fourth, an even one.
    assert_eq!(pages.len(), 4);
    let text: Vec<&Line> = pages[1].iter().filter(|line| line.top > 30.0 && line.bottom < 264.0).collect();
    assert_eq!(text.len(), 22, "lines to a page");
    for line in &text[..21] {
        assert_eq!(line.words.chars().count(), 28, "characters to a line: {}", line.words);
        assert_near("left edge", line.left, 28.0, 0.5);
        assert_near("right edge", line.right, 184.0, 0.5);
    }
    assert_near("22 lines", text[21].bottom - text[0].top, 225.0, 4.5);
    head(&picture(&pdf, 1), &pages[0]);
    for (page, edge) in [(1, 184.0), (2, 28.0), (3, 184.0), (4, 28.0)] {
        numbers(&picture(&pdf, page), page, edge);
    }
    imprint(&picture(&pdf, 4));
}

/// Mark, number and red rule.
fn head(page: &Picture, lines: &[Line]) {
    assert_near("upper edge of the mark", page.first_ink(20.0, true), 37.0 + 35.0, 1.5);
    let rules = page.rules(true, 100.0);
    assert_eq!(rules.len(), 1, "{rules:?}");
    assert_near("left end of the rule", rules[0].left, 28.0, 0.3);
    assert_near("right end of the rule", rules[0].right, 184.0, 0.4);
    let number = lines.iter().find(|line| line.words.contains('〔')).expect("a number");
    // The box of a line reaches below its characters.
    let ink = f64::midpoint(number.top, number.bottom) + 2.8;
    assert_near("rule below the number", rules[0].top - ink, 4.0, 1.0);
    assert_near("middle of the number", f64::midpoint(number.left, number.right), 106.0, 0.6);
    let title = lines.iter().find(|line| line.top > rules[0].top).expect("a title");
    assert_near("two lines to the title", f64::midpoint(title.top, title.bottom) - rules[0].top, 2.5 * 10.21, 2.5);
    assert_near("middle of the title", f64::midpoint(title.left, title.right), 106.0, 1.0);
}

/// — 1 —, seven millimetres below the text and a character from the outer edge.
fn numbers(page: &Picture, number: usize, edge: f64) {
    let dashes: Vec<Rule> =
        page.rules(false, 3.0).into_iter().filter(|rule| rule.top > 264.0 && rule.right - rule.left < 8.0).collect();
    assert_eq!(dashes.len(), 1, "{dashes:?} on page {number}");
    assert_near("dash of the page number", dashes[0].top, 262.0 + 7.0, 1.0);
    let is_odd = number % 2 == 1;
    // The longest dash of the row is the first: on an odd page the number and the other dash stand behind it.
    let free = if is_odd { edge - dashes[0].right } else { dashes[0].left - edge };
    let expected = if is_odd { 4.94 + 9.9 } else { 4.94 };
    assert_near("place of the page number", free, expected, 1.6);
}

/// Three rules at the foot of the last page: the first and last thicker, the last on the edge of the text.
fn imprint(page: &Picture) {
    let rules: Vec<Rule> = page.rules(false, 150.0);
    assert_eq!(rules.len(), 2, "{rules:?}");
    for rule in &rules {
        assert_near("left end of a rule", rule.left, 28.0, 0.3);
        assert_near("right end of a rule", rule.right, 184.0, 0.4);
        assert_near("thickness of an outer rule", rule.thick, 0.35, 0.16);
    }
    assert_near("last rule on the edge of the text", rules[1].top, 37.0 + 225.0, 1.0);
}

#[test]
#[ignore = "needs office programs"]
fn a_paper_of_one_page_is_a_letter_between_its_rules() {
    let folder = home();
    let register = copy();
    edit(register.path(), "notices/2025/yingji/002.toml", |text| {
        let kept = text.lines().filter(|line| !line.starts_with("measures") && !line.starts_with("suggestions"));
        kept.flat_map(|line| [line, "\n"]).collect()
    });
    let file = folder.path().join("letter.docx");
    fs::write(&file, make(register.path(), &["notices/2025/yingji/002"]).bytes).expect("written");
    print(folder.path(), std::slice::from_ref(&file));
    let pdf = file.with_extension("pdf");
    let pages = lines(&pdf);
    assert_eq!(pages.len(), 1);
    let page = picture(&pdf, 1);
    assert_near("upper edge of the mark", page.first_ink(0.0, true), 30.0, 1.5);
    let rules = page.rules(true, 100.0);
    assert_eq!(rules.len(), 4, "{rules:?}");
    for rule in &rules {
        assert_near("left end of a rule", rule.left, 20.0, 0.4);
        assert_near("right end of a rule", rule.right, 190.0, 0.4);
    }
    assert!(rules[0].thick > rules[1].thick, "上粗下细: {rules:?}");
    assert!(rules[2].thick < rules[3].thick, "上细下粗: {rules:?}");
    assert_near("lower rules above the edge", 297.0 - rules[3].top - rules[3].thick, 20.0, 1.0);
    let number = pages[0].iter().find(|line| line.words.contains('〔')).expect("a number");
    assert_near("right edge of the number", number.right, 184.0, 0.6);
    let day = pages[0].iter().find(|line| line.words.starts_with("2025年5月15日")).expect("a day");
    // Two characters and half of the name's eleven, above whose middle the day stands.
    assert_near("middle of the day", 184.0 - f64::midpoint(day.left, day.right), 7.5 * 156.0 / 28.0, 1.0);
    let by = pages[0].iter().rfind(|line| line.words == "云浮市云城区应急管理局").expect("a name");
    assert_near("name above the day", f64::midpoint(by.left, by.right), f64::midpoint(day.left, day.right), 0.6);
    assert!(by.top < day.top);
}

#[test]
#[ignore = "needs office programs"]
fn tables_are_as_wide_as_the_text_and_repeat_their_heading() {
    let folder = home();
    let register = copy();
    edit(register.path(), "enforcements/2025/anweiban/001.toml", |text| {
        let problem = |no: u32| {
            format!("[[problem]]\nno = {no}\nmine = \"lvshui\"\ntext = \"第{no}项：排土场截排水沟有淤积，未及时清理。\"\n\n")
        };
        let more: String = (100..140).map(problem).collect();
        text.replacen("[summary]", &format!("{more}[summary]"), 1)
    });
    let file = folder.path().join("table.docx");
    fs::write(&file, make(register.path(), &["enforcements/2025/anweiban/001"]).bytes).expect("written");
    print(folder.path(), std::slice::from_ref(&file));
    let pdf = file.with_extension("pdf");
    let headed = lines(&pdf)
        .iter()
        .enumerate()
        .filter(|(_, page)| page.iter().any(|line| line.words.contains("监管单位整改期限")))
        .map(|(at, _)| at + 1)
        .collect::<Vec<_>>();
    assert!(headed.len() >= 3, "{headed:?}");
    let pages = lines(&pdf);
    for page in headed {
        // Of six columns it stands on turned pages.
        let drawn = picture(&pdf, page);
        assert!(drawn.width > drawn.rows(), "page {page}");
        let rules = drawn.rules(false, 150.0);
        assert!(rules.len() > 3, "page {page}: {rules:?}");
        for rule in rules {
            assert_near("width of the table", rule.right - rule.left, 225.0, 0.6);
        }
        // Where it would stand on an upright page: 28 mm above the lower edge, a character from the outer end.
        let number = pages[page - 1].last().expect("a number");
        assert_eq!(number.words, format!("—{page}—"));
        assert_near("page number from the edge", f64::midpoint(number.left, number.right), 27.5, 1.5);
        let (free, edge) = if page % 2 == 1 { (184.0 - number.bottom, "lower") } else { (number.top - 28.0, "upper") };
        assert_near(&format!("page number from the {edge} end"), free, 4.94, 1.6);
    }
    // 版记 stands on an upright page again, an even one.
    let last = pages.last().expect("a page");
    assert!(last.iter().any(|line| line.words.ends_with("印发")), "{last:?}");
    assert_eq!(number(last).map(|number| number % 2), Some(0));
}

/// The last annex is turned: 版记 has an even page of its own behind it.
#[test]
#[ignore = "needs office programs"]
fn behind_a_turned_page_the_imprint_has_a_page_of_its_own() {
    let folder = home();
    for problems in [1, 9, 30] {
        let register = copy();
        edit(register.path(), "enforcements/2025/anweiban/001.toml", |text| {
            let problem =
                |no: u32| format!("[[problem]]\nno = {no}\nmine = \"lvshui\"\ntext = \"第{no}项：截排水沟有淤积。\"\n\n");
            let more: String = (100..100 + problems).map(problem).collect();
            // Without demands the problems are the last annex.
            text[..text.find("[[task]]").expect("tasks")].replacen("[summary]", &format!("{more}[summary]"), 1)
        });
        let file = folder.path().join(format!("{problems}.docx"));
        fs::write(&file, make(register.path(), &["enforcements/2025/anweiban/001"]).bytes).expect("written");
        print(folder.path(), std::slice::from_ref(&file));
        let pages = lines(&file.with_extension("pdf"));
        let (last, before) = (pages.last().expect("a page"), &pages[pages.len() - 2]);
        assert!(last.iter().any(|line| line.words.ends_with("印发")), "{problems}: {last:?}");
        assert!(!last.iter().any(|line| line.words.contains("淤积")), "{problems}: {last:?}");
        assert!(before.iter().any(|line| line.words.contains("淤积")), "{problems}: {before:?}");
        assert_eq!(number(last).map(|number| number % 2), Some(0), "{problems}");
    }
}

/// What python-docx finds in a paper.
const PROBE: &str = r"
import sys, docx
for name in sys.argv[1:]:
    d = docx.Document(name)
    s = d.sections[0]
    mm = [round(x.mm, 1) for x in (s.page_width, s.page_height, s.top_margin, s.left_margin)]
    print(name.split('/')[-1], *mm, len(d.sections), d.settings.odd_and_even_pages_header_footer, len(d.tables),
          d.core_properties.identifier, d.core_properties.title)
    assert d.paragraphs and all(p.style is not None for p in d.paragraphs)
    assert all(len(r.cells) == len(t.columns) for t in d.tables for r in t.rows)
    assert s.even_page_footer.paragraphs[0].text == '— 1 —', s.even_page_footer.paragraphs[0].text
";

/// A Python that has docx: the first of the path, or that of the distribution.
fn python() -> &'static str {
    let has = |python: &&str| Command::new(python).args(["-c", "import docx"]).output().is_ok_and(|done| done.status.success());
    ["python3", "/usr/bin/python3"].into_iter().find(has).expect("a Python with docx")
}

#[test]
#[ignore = "needs office programs"]
fn every_paper_opens_in_python_docx() {
    let folder = home();
    for (kind, identifier, paper) in every() {
        let file = folder.path().join("paper.docx");
        fs::write(&file, &paper.bytes).expect("written");
        let output = done(Command::new(python()).args(["-c", PROBE]).arg(&file));
        let said = String::from_utf8(output.stdout).expect("UTF-8");
        let tables = match kind {
            "circular" | "annual report" => 2,
            "annual report of much that is open" => 3,
            "invitation" | "plan" | "request" => 1,
            _ => 0,
        };
        // What lies on its side is one, what stands before and behind it are two; so is a 版记 of which nobody knows the page.
        let sections = match kind {
            "circular" => 4,
            _ if kind.starts_with("annual report") => 3,
            _ => 1,
        };
        let expected = format!("paper.docx 210.0 297.0 37.0 28.0 {sections} True {tables} {identifier} ");
        assert!(said.starts_with(&expected), "{kind}: {said}");
    }
}

/// Whatever the length of a text, the page of its signature holds some of it, and 版记 stands on the last page, an even one.
#[test]
#[ignore = "needs office programs"]
fn papers_end_with_text_above_the_signature_and_on_an_even_page() {
    let folder = home();
    let mut files = Vec::new();
    for characters in (28 * 5..28 * 40).step_by(53) {
        let file = folder.path().join(format!("{characters}.docx"));
        let register = long_notice(characters);
        fs::write(&file, make(register.path(), &["notices/2025/yingji/004"]).bytes).expect("written");
        files.push(file);
    }
    print(folder.path(), &files);
    let mut wrong = Vec::new();
    for file in &files {
        let pages = lines(&file.with_extension("pdf"));
        let has = |page: &Vec<Line>, words: &str| page.iter().any(|line| line.words.contains(words));
        let signed = pages.iter().rev().find(|page| page.iter().any(|line| line.words == "2025年9月10日")).expect("a signature");
        let alone = !has(signed, "监测") && !has(signed, "报送");
        let imprint = pages.iter().position(|page| has(page, "印发")).map(|at| at + 1);
        if alone || imprint != Some(pages.len()) || pages.len() % 2 == 1 {
            wrong.push((file.file_stem().expect("a name").to_owned(), alone, imprint, pages.len()));
        }
    }
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), files.len());
}

/// Every paper that the records of a register give, by the record and the kind of paper.
fn papers_of(register: &Path) -> Vec<(String, Docx)> {
    let mut papers = Vec::new();
    for (kind, papers_of_it) in
        [("notices", &[""][..]), ("upward", &[""]), ("meetings", &["minutes", "notice"]), ("enforcements", &["circular", "plan"])]
    {
        let mut files: Vec<PathBuf> = Vec::new();
        for year in fs::read_dir(register.join(kind)).expect("a folder") {
            for unit in fs::read_dir(year.expect("a year").path()).expect("a folder") {
                let records = fs::read_dir(unit.expect("a unit").path()).expect("a folder");
                files.extend(records.map(|record| record.expect("a record").path()));
            }
        }
        files.sort();
        for file in files {
            let record = file.strip_prefix(register).expect("below").with_extension("").to_string_lossy().into_owned();
            for wanted in papers_of_it {
                let asked: Vec<&str> = if wanted.is_empty() { vec![&record] } else { vec![&record, "--paper", wanted] };
                papers.push((format!("{record} {wanted}"), make(register, &asked)));
            }
        }
    }
    papers
}

/// A register of 40 mines, with a notice to 60, an enforcement of 200 problems and minutes of 60 tasks.
fn large() -> tempfile::TempDir {
    let register = copy();
    let top = register.path();
    let mine = fs::read_to_string(top.join("mines/dashan/base.toml")).expect("a mine");
    for at in 0..40 {
        let folder = top.join(format!("mines/k{at:02}"));
        fs::create_dir(&folder).expect("a folder");
        let name = format!("name = \"云城区第{at:02}号建筑石料矿有限公司（虚构）\"");
        let text: Vec<&str> = mine.lines().map(|line| if line.starts_with("name =") { &name } else { line }).collect();
        fs::write(folder.join("base.toml"), text.join("\n") + "\n").expect("written");
    }
    let units = ["gongan", "ziran", "fagai", "gongxin", "shengtai", "renshe", "zhujian", "xiaofang", "nongshui", "linye"];
    let mines = (0..40).map(|at| format!("mines/k{at:02}"));
    let towns = ["hekou", "yaogu", "gaofeng", "yuncheng", "antang", "silao", "qianfeng", "nansheng"].map(str::to_owned);
    let known =
        |town: &String| fs::read_to_string(top.join("bodies.toml")).is_ok_and(|text| text.contains(&format!("id = \"{town}\"")));
    let to: Vec<String> =
        units.iter().map(|unit| (*unit).to_owned()).chain(towns.into_iter().filter(known)).chain(mines).collect();
    assert!(to.len() >= 56, "{}", to.len());
    let to: String = to.iter().flat_map(|who| ["\n[[to]]\nwho = \"", who, "\"\n"]).collect();
    for record in ["notices/2025/yingji/004", "notices/2025/yingji/002"] {
        edit(top, &format!("{record}.toml"), |text| format!("{text}{to}"));
    }
    edit(top, "enforcements/2025/anweiban/001.toml", |text| {
        let problem = |no: u32| {
            let mine = no % 40;
            format!(
                "[[problem]]\nno = {no}\nmine = \"k{mine:02}\"\ntext = \"第{no}项：截排水沟有淤积，未及时清理，边坡监测数据缺失{no}天。\"\n\
                 supervising_unit = \"yingji\"\ndue = 2025-06-13\n\n"
            )
        };
        let more: String = (100..300).map(problem).collect();
        // A group that goes to all of them: its row of the plan is higher than a page.
        let mines = (0..40).map(|at| format!("\"k{at:02}\"")).collect::<Vec<_>>().join(", ");
        let group = format!("[[groups]]\nno = 9\nmembers = [\"yingji\"]\nmines = [{mines}]\n\n");
        text.replacen("[summary]", &format!("{group}{more}[summary]"), 1)
    });
    edit(top, "meetings/2025/anweiban/001.toml", |text| {
        let task = |no: u32| {
            format!(
                "[[task]]\nno = {no}\ntext = \"第{no}项任务：督促矿山企业完善应急预案。\"\nlead = \"yingji\"\ndue = 2025-09-30\n\n"
            )
        };
        let more: String = (100..160).map(task).collect();
        text.replacen("[[unresolved]]", &format!("{more}[[unresolved]]"), 1)
    });
    register
}

/// The texts that a kind of paper owes to its record, by their keys; what stands in a table is looked for by its beginning.
const OWED: &[(&str, &[&str], &[&str])] = &[
    ("notices ", &["body", "measures", "suggestions"], &[]),
    ("upward ", &["body"], &[]),
    (
        "meetings minutes",
        &["decided", "task.text", "unresolved.question", "unresolved.proposal", "unresolved.positions.text"],
        &[],
    ),
    ("meetings notice", &["place"], &[]),
    (
        "enforcements circular",
        &["summary.effects", "summary.problems", "summary.causes", "summary.requirements"],
        &["problem.text", "task.text"],
    ),
    ("enforcements plan", &["basis.text"], &[]),
];

/// What stands at a key of a record, in every item of the lists on its way.
fn texts(value: &toml::Value, key: &str) -> Vec<String> {
    match value {
        toml::Value::Array(items) => items.iter().flat_map(|item| texts(item, key)).collect(),
        toml::Value::Table(table) => {
            let (first, rest) = key.split_once('.').unwrap_or((key, ""));
            table.get(first).map(|value| texts(value, rest)).unwrap_or_default()
        }
        toml::Value::String(text) if key.is_empty() => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// The words of a record between its marks, without blanks: whole where they run on, the first five where they stand in a cell.
fn owed(register: &Path, name: &str) -> Vec<String> {
    if name.starts_with("report/") {
        return Vec::new();
    }
    let (record, wanted) = name.rsplit_once(' ').expect("a record and a kind of paper");
    let kind = format!("{} {wanted}", record.split('/').next().expect("a folder"));
    let text = fs::read_to_string(register.join(format!("{record}.toml"))).expect("a record");
    let value = toml::Value::Table(text.parse().expect("TOML"));
    let (_, running, in_cells) = OWED.iter().find(|(of, ..)| *of == kind).expect("a known kind");
    let texts = |keys: &[&str]| keys.iter().flat_map(|key| texts(&value, key)).collect::<Vec<_>>();
    let bare = |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let pieces = |text: &String| text.split(['，', '。', '；', '：', '、', '\n']).map(bare).collect::<Vec<_>>();
    let beginnings =
        texts(in_cells).into_iter().filter_map(|text| Some(pieces(&text).first()?.chars().take(5).collect::<String>()));
    let whole = texts(running).iter().flat_map(pieces).collect::<Vec<_>>();
    whole.into_iter().chain(beginnings).filter(|piece| piece.chars().count() > 3).collect()
}

/// What a paper prints, a page after the other, without page numbers and blanks.
fn running_words(pages: &[Vec<Line>]) -> String {
    let text = pages.iter().flat_map(|page| &page[..page.len() - usize::from(number(page).is_some())]);
    text.flat_map(|line| line.words.chars()).filter(|c| !c.is_whitespace()).collect()
}

/// Whether the page on which a paper is signed holds text of it beside the sentence that closes it.
fn is_signed_below_text(paper: &Docx, pages: &[Vec<Line>]) -> bool {
    let bare = |words: &str| words.chars().filter(|c| !c.is_whitespace() && *c != '/').collect::<String>();
    let paragraphs: Vec<String> = paper.paragraphs().iter().map(|words| bare(words)).collect();
    let is_day = |words: &String| words.ends_with('日') && words.contains('年') && words.chars().count() < 12;
    let Some(signed) = paragraphs.iter().position(is_day) else { return true };
    let closes = |words: &&String| ["特此", "妥否", "请予", "附件"].iter().any(|word| words.starts_with(word));
    let text: String = paragraphs[..signed].iter().filter(|words| !closes(words)).map(String::as_str).collect();
    let day = &paragraphs[signed];
    let Some(at) = pages.iter().position(|page| page.iter().any(|line| bare(&line.words) == *day)) else { return false };
    // On the first stands the title too, and all of the text.
    let Some(page) = pages.get(at).filter(|_| at > 0) else { return true };
    let above = page.iter().take_while(|line| bare(&line.words) != *day).map(|line| bare(&line.words));
    above.filter(|words| words.chars().count() > 4 && text.contains(words.as_str())).count() > 0
}

/// Every character that a paper says is printed, as often as it says it; and a paper with 版记 ends with it on an even page.
#[test]
#[ignore = "needs office programs"]
fn no_word_of_any_paper_is_lost_in_print() {
    let folder = home();
    let (clean, large) = (clean(), large());
    let papers: Vec<(String, Docx)> = papers_of(&clean)
        .into_iter()
        .map(|(name, paper)| (format!("clean {name}"), paper))
        .chain(papers_of(large.path()))
        .chain([("report/2025 annual".to_owned(), asked(large.path(), &["report", "--year", "2025", "--as-of", "2025-12-31"]))])
        .collect();
    assert!(papers.len() >= 30, "only {}", papers.len());
    let files: Vec<PathBuf> = (0..papers.len()).map(|at| folder.path().join(format!("{at}.docx"))).collect();
    for (file, (_, paper)) in files.iter().zip(&papers) {
        fs::write(file, &paper.bytes).expect("written");
    }
    print(folder.path(), &files);
    let mut wrong = Vec::new();
    for (file, (name, paper)) in files.iter().zip(&papers) {
        let pages = lines(&file.with_extension("pdf"));
        let counted = |words: &str| {
            let mut counts: std::collections::BTreeMap<char, usize> = std::collections::BTreeMap::new();
            words.chars().filter(|c| !c.is_whitespace() && !"/|".contains(*c)).for_each(|c| *counts.entry(c).or_default() += 1);
            counts
        };
        let printed: String = pages.iter().flatten().map(|line| line.words.as_str()).collect();
        let printed = counted(&printed);
        for (sign, count) in counted(&paper.words()) {
            let found = printed.get(&sign).copied().unwrap_or(0);
            if found < count {
                wrong.push(format!("{name}: {sign} stands {count} times and is printed {found} times"));
            }
        }
        let (register, record) = name.strip_prefix("clean ").map_or((large.path(), name.as_str()), |name| (&*clean, name));
        let whole = running_words(&pages);
        let missing = owed(register, record).into_iter().filter(|piece| !whole.contains(piece.as_str()));
        wrong.extend(missing.map(|piece| format!("{name}: its record says {piece}")));
        if !is_signed_below_text(paper, &pages) {
            wrong.push(format!("{name}: the page of its signature holds no text"));
        }
        let last = pages.last().expect("a page");
        if paper.words().contains("印发") && paper.words().trim_end().ends_with("印发") {
            let imprint = last.iter().any(|line| line.words.ends_with("印发"));
            // Behind turned pages an empty one may be left out of the PDF: the printed number counts.
            if !imprint || number(last).is_none_or(|number| number % 2 == 1) {
                wrong.push(format!("{name}: of {} pages, 版记 on the last: {imprint}, {:?}", pages.len(), number(last)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// 联合行文: names as wide as each other with 文件 half way up, seals that do not touch, and text on the first page however many issue it.
#[test]
#[ignore = "needs office programs"]
fn papers_of_several_issuers_have_the_measures_of_the_standard() {
    const UNITS: [&str; 11] =
        ["yingji", "gongan", "ziran", "shengtai", "fagai", "gongxin", "renshe", "zhujian", "nongshui", "linye", "xiaofang"];
    let folder = home();
    let mut files = Vec::new();
    // As many as there are units; whose paper it is issues it in any case.
    for record in ["notices/2025/yingji/004", "upward/2025/anweiban/001"] {
        for count in 1..=UNITS.len() {
            let register = copy();
            let own = record.split('/').nth(2).expect("a unit");
            let others = UNITS[..count].iter().map(|unit| if *unit == own { "anweiban" } else { unit });
            let others = others.map(|unit| format!("\"{unit}\"")).collect::<Vec<_>>().join(", ");
            edit(register.path(), &format!("{record}.toml"), |text| {
                text.replacen("title = ", &format!("jointly = [{others}]\ntitle = "), 1)
            });
            let file = folder.path().join(format!("{}-{count}.docx", record.split('/').next().expect("a kind")));
            fs::write(&file, make(register.path(), &[record]).bytes).expect("written");
            files.push(file);
        }
    }
    print(folder.path(), &files);
    for file in files {
        let pages = lines(&file.with_extension("pdf"));
        let what = file.display();
        let first = &pages[0];
        let number = first.iter().find(|line| line.words.contains('〔')).expect("a number");
        let sort = first.iter().find(|line| line.words.contains("文件"));
        let mark: Vec<&Line> = first.iter().filter(|line| line.top > 60.0 && line.bottom < number.top).collect();
        // 文件 stands beside a name or between two.
        let names: Vec<&&Line> = mark.iter().filter(|line| line.words.chars().count() > 2).collect();
        for name in &names {
            assert_near(&format!("left edge of the mark of {what}"), name.left, names[0].left, 0.7);
        }
        if let Some(sort) = sort.filter(|_| names.len() > 1) {
            let half = f64::midpoint(names[0].top, names[names.len() - 1].bottom);
            assert_near(&format!("文件 of {what}"), f64::midpoint(sort.top, sort.bottom), half, 4.0);
        }
        assert!(mark.iter().all(|line| line.left > 27.0 && line.right < 185.0), "{what}: {mark:?}");
        let begins = |line: &&Line| line.words.starts_with("联席会议对牵头单位") || line.words.starts_with("一、基本情况");
        assert!(first.iter().any(|line| begins(&line)), "{what}: no text on the first page: {first:?}");
        // Rows of seals are 42 mm apart at least.
        let signed: Vec<f64> =
            pages[1..].iter().flatten().filter(|line| line.words.starts_with("云浮市")).map(|line| line.top).collect();
        assert!(signed.windows(2).all(|rows| rows[1] < rows[0] || rows[1] - rows[0] > 42.0), "{what}: {signed:?}");
        assert!(pages.len().is_multiple_of(2), "{what}: {} pages", pages.len());
    }
}
