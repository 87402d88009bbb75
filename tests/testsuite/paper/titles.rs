//! Where the lines of titles end: after words, in the shapes of the standard (7.3.1: 多行标题排列应当使用梯形或菱形).

use liandong::render;
use liandong::report::paper::Title;

use super::print::{read, root};
use super::words::value;

/// Who issues the papers of `titles.txt`, and others of whom it does not speak.
const ISSUERS: &[&str] = &["", "某市某区应急管理局", "区安委办", "云浮市云城区安全生产委员会办公室"];

/// Names that the register of the titles knows.
const NAMES: &[&str] = &[
    "云浮市",
    "云城区",
    "云浮市云城区应急管理局",
    "云浮市云城区自然资源局",
    "市公安局云城分局",
    "市生态环境局云城分局",
    "云浮市云城区安全生产委员会办公室",
    "云浮市云城区农业农村和水务局",
    "云浮市云城区住房和城乡建设局",
    "云浮市云城区人力资源和社会保障局",
    "云浮市云城区消防救援大队",
    "云浮市云城区林业局",
    "云浮市云城区发展和改革局",
    "云浮市云城区工业和信息化局",
    "大山石场（虚构）",
    "西山瓷土矿（虚构）",
    "绿水灰岩矿（虚构）",
    "某市某区应急管理局",
    "区安委办",
];

/// Every title with a | wherever a word ends, each as another issuer would have it too.
fn titles() -> Vec<String> {
    let text = std::fs::read_to_string(root().join("tests/testsuite/paper/titles.txt")).expect("titles");
    let own = text.lines().filter(|line| !line.starts_with('#'));
    let by = |line: &str, issuer: &str| match (issuer, line.split_once("|关于|")) {
        ("", _) => line.to_owned(),
        (_, Some((_, matter))) => format!("{issuer}|关于|{matter}"),
        (_, None) => format!("{issuer}|{line}"),
    };
    own.flat_map(|line| ISSUERS.iter().map(move |issuer| by(line, issuer))).collect()
}

#[test]
fn no_title_is_broken_within_a_word() {
    let mut paper = value("notices/2025/yingji/002");
    let (mut several, mut wrong) = (0, Vec::new());
    for parted in titles() {
        let words = parted.replace('|', "");
        let whole = NAMES.iter().filter(|name| words.contains(**name)).map(|name| (*name).to_owned()).collect();
        paper.title = Title { words: words.clone(), whole };
        let made = read(render::docx(&paper, None).expect("a package"));
        let title = made.paragraphs().into_iter().find(|said| said.replace('/', "") == words).expect("the title");
        let lines: Vec<&str> = title.split('/').collect();
        several += usize::from(lines.len() > 1);
        let ends = |text: &str, sign: char| -> Vec<usize> {
            text.split(sign).scan(0, |end, part| Some(std::mem::replace(end, *end + part.len()) + part.len())).collect()
        };
        let words_end = ends(&parted, '|');
        let lengths: Vec<usize> = lines.iter().map(|line| line.chars().count()).collect();
        let waisted = lengths.windows(3).any(|three| three[1] < three[0] && three[1] < three[2]);
        let starts_badly = lines.iter().any(|line| line.starts_with('的') || lengths.iter().any(|length| *length < 4));
        if waisted || starts_badly || !ends(&title, '/').iter().all(|end| words_end.contains(end)) {
            wrong.push(title);
        }
    }
    assert!(several >= 231, "only {several} are of several lines");
    assert!(wrong.is_empty(), "{} of {several}: {wrong:#?}", wrong.len());
}

#[test]
fn the_words_by_which_duties_are_looked_for_are_words() {
    let listed = std::fs::read_to_string(root().join("src/text/words/official.txt")).expect("a list");
    let listed: Vec<&str> = listed.split_whitespace().collect();
    for file in std::fs::read_dir(root().join("data/duties")).expect("a folder") {
        let text = std::fs::read_to_string(file.expect("a file").path()).expect("UTF-8");
        let duties: toml::Table = text.parse().expect("TOML");
        for duty in duties["duty"].as_array().expect("duties") {
            for word in duty["words"].as_array().expect("words").iter().filter_map(toml::Value::as_str) {
                assert!(word.chars().count() == 1 || listed.contains(&word), "{word}");
            }
        }
    }
}
