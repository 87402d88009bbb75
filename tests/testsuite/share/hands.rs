//! Two people of the office change keys, the office and how many it takes; one of them alone does not, in whatever way one tries.

use std::path::PathBuf;

use liandong::git::{History, Programs};
use liandong::model::field::{Field, Shape};
use liandong::model::{Consent, Kind};
use liandong::trust::{self, KeysStatement, Roster, Signing};
use snapbox::str;

use super::district::follow;
use super::scene::{Scene, commit};
use crate::support::{Person, assert_whole, said};

const KEYS: &str = "keys/anweiban.toml";

/// A district whose office has two people, both of whom it takes to change keys.
pub(super) struct TwoHands {
    pub(super) scene: Scene,
    pub(super) second: Person,
    request: PathBuf,
}

impl TwoHands {
    pub(super) fn new() -> Self {
        let scene = Scene::new();
        let second = scene.district.member("office2", "区安委办");
        let request = scene.district.top.path().join("request.toml");
        let district = Self { scene, second, request };
        district.with_consent(&["trust", "threshold", "2"]);
        district
    }

    pub(super) fn office(&self) -> &Person {
        &self.scene.district.office
    }

    /// The path of a request to change keys.
    fn request(&self) -> String {
        self.request.to_string_lossy().into_owned()
    }

    /// The first asks for something and files it once the second has consented; all have it then.
    pub(super) fn with_consent(&self, args: &[&str]) -> String {
        let (office, request) = (self.office(), self.request());
        office.ok(&["sync"]);
        let before = office.head();
        let _ = std::fs::remove_file(&request);
        office.ok(&[args, &["--ask", &request, "--dry-run"]].concat());
        assert!(!self.request.exists(), "only shown");
        let told = office.ok(&[args, &["--ask", &request]].concat());
        assert!(told.contains(&format!("liandong trust file {request}")), "{told}");
        assert_eq!(office.head(), before, "nothing is filed");
        self.second.ok(&["sync"]);
        let shown = self.second.ok(&["trust", "consent", &request]);
        assert!(shown.contains("还没有同意"), "{shown}");
        self.second.ok(&["trust", "consent", &request, "--yes"]);
        office.ok(&["trust", "file", &request]);
        office.ok(&["sync"]);
        shown
    }

    fn join(&self, home: &str, unit: &str) -> (Person, String) {
        let person = self.scene.district.reader(home);
        let request = person.home.join("join.toml").to_string_lossy().into_owned();
        person.ok(&["join", "--unit", unit, "--name", &format!("{home}（虚构）"), "--out", &request]);
        (person, request)
    }
}

/// How somebody signs.
pub(super) fn signing(person: &Person) -> Signing {
    let key = person.git(&["config", "user.signingkey"]);
    trust::signing_with(key.trim(), &Programs::in_environment(std::iter::empty(), false), None).expect("a key")
}

/// What there is to consent to in what lies in somebody's folder, and with another name of the register where one is given.
pub(super) fn statement(evil: &Person, register: Option<&str>) -> KeysStatement {
    let parent = evil.head();
    evil.git(&["add", "-A"]);
    evil.git(&["-c", "commit.gpgsign=false", "commit", "-qm", "试"]);
    let history = History::open(&evil.folder.as_path().into()).expect("a history");
    let find = |commit: &str| history.find(commit).expect("found").expect("a commit");
    let mut after = Roster::at(&history, find("HEAD")).expect("read").expect("a roster").mechanism;
    if let Some(name) = register {
        after.file.register = Some(name.parse().expect("a name"));
    }
    let made = KeysStatement::new(find(&parent), &after).expect("a name");
    evil.git(&["reset", "-q", "--soft", &parent]);
    made
}

/// A consent in the office's file, as somebody may write it by hand.
pub(super) fn write_consent(evil: &Person, consent: &Consent) {
    let lines: Vec<String> = consent.signature.iter().map(|line| format!("\"{line}\"")).collect();
    let text =
        format!("{}\n[[consent]]\nby = \"{}\"\nsignature = [{}]\n", evil.read(KEYS).trim_end(), consent.by, lines.join(", "));
    evil.write(KEYS, &text);
}

/// The office's file without consents.
fn without_consents(person: &Person) -> String {
    let text = person.read(KEYS);
    text.split("[[consent]]").next().expect("text").trim_end().to_owned() + "\n"
}

#[test]
fn two_people_of_the_office_change_keys() {
    let district = TwoHands::new();
    let (office, watch) = (district.office(), &district.scene.watch);
    let told = watch.ok(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
取来：
  区安委办：改 1 件
请注意：登记区安委办 office2（虚构）的密钥，用途联络员、办公室，自 2025-11-25 起，指纹 SHA256:[KEY]，编号系列 b（区安委办 办甲（虚构）签，[ID]）
请注意：改动密钥须办公室 2 个人同意（区安委办 办甲（虚构）签，[ID]）

"#]],
    );
    office.says(
        &["trust", "show"],
        str![[r#"
台账的起点：[ID]
办公室密钥：SHA256:[KEY]
台账标识：[ID]
恢复密钥：SHA256:[KEY]
改动密钥须办公室 2 人同意
请各单位取用台账后打电话核对以上各行

"#]],
    );
    // What it takes two for, one is told how to do.
    let (fire, request) = district.join("xiaofang", "消防");
    let told = office.refused(&["key", "add", &request]);
    assert_whole(
        &told,
        str![[r#"
未能完成：改动密钥、办公室或签字人数须办公室两个人同意，这里只有一个人的；请改用 --ask 文件 写成请求，由另一个人 liandong trust consent 同意后再登记

"#]],
    );
    for args in [&["key", "retire", "公安/gongan（虚构）"][..], &["trust", "threshold", "1"]] {
        assert!(office.refused(args).contains("--ask"), "{args:?}");
    }
    let shown = district.with_consent(&["key", "add", &request]);
    assert_whole(
        &shown,
        str![[r#"
请求这样改动：
  登记消防 xiaofang（虚构）的密钥，用途联络员，自 2025-11-25 起，指纹 SHA256:[KEY]
还没有同意。请打电话核对以上各行，同意的用 liandong trust consent [TEMP]/request.toml --yes

"#]],
    );
    fire.ok(&["sync"]);
    fire.lead("一");
    fire.ok(&["sync"]);
    district.with_consent(&["key", "retire", "消防/xiaofang（虚构）"]);
    // Everything else one does alone.
    office.ok(&["mine", "new", "xiaoshan", "--name", "小山石场（虚构）", "--town", "河口街道"]);
    office.ok(&["sync"]);
    watch.ok(&["sync"]);
    watch.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 13 件：keys/anweiban、mechanism、keys/gongan、keys/linye、keys/xiaofang……
15 次提交都核验通过，到 [ID]

"#]],
    );
    district.scene.district.reader("later").says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 13 件：keys/anweiban、mechanism、keys/gongan、keys/linye、keys/xiaofang……
15 次提交都核验通过，到 [ID]

"#]],
    );
    // Nobody goes while there are but two; the number can be lowered by both.
    let told = office.refused(&["key", "retire", "区安委办/office2（虚构）"]);
    assert_whole(
        &told,
        str![[r#"
未能完成：改动密钥须两人签，而这样办公室长期有效的密钥不足两个人的；请先用 liandong key add 给办公室另一个人登记

"#]],
    );
    district.with_consent(&["trust", "threshold", "1"]);
    office.ok(&["key", "retire", "区安委办/office2（虚构）"]);
}

#[test]
fn a_consent_is_another_persons_to_just_this() {
    let district = TwoHands::new();
    let (office, second, path) = (district.office(), &district.second, district.request());
    second.ok(&["sync"]);
    let (_, request) = district.join("xiaofang", "消防");
    office.ok(&["key", "add", &request, "--ask", &path]);
    let asked = std::fs::read_to_string(&path).expect("a request");
    // One's own consent is none, nor is that of somebody else's key.
    office.ok(&["trust", "consent", &path, "--yes"]);
    office.refused_with(&["trust", "file", &path], str![[r#"
未能完成：改动密钥、办公室或签字人数须办公室两个人同意，这里只有一个人的；请改用 --ask 文件 写成请求，由另一个人 liandong trust consent 同意后再登记

"#]]);
    std::fs::write(&path, &asked).expect("written");
    district.scene.police.ok(&["sync"]);
    district.scene.police.refused_with(
        &["trust", "consent", &path, "--yes"],
        str![[r#"
未能完成：本机的密钥不是办公室在用的密钥，不能表示同意；请由办公室的另一个人在自己的电脑上同意

"#]],
    );
    // What is altered after it was consented to is another thing.
    second.ok(&["trust", "consent", &path, "--yes"]);
    let consented = std::fs::read_to_string(&path).expect("a request");
    std::fs::write(&path, consented.replace("liaison", "leader")).expect("written");
    office.refused_with(&["trust", "file", &path], str![[r#"
未能完成：改动密钥、办公室或签字人数须办公室两个人同意，这里只有一个人的；请改用 --ask 文件 写成请求，由另一个人 liandong trust consent 同意后再登记

"#]]);
    // And so is the same after something else was filed.
    std::fs::write(&path, &consented).expect("written");
    office.lead("其间");
    office.refused_with(
        &["trust", "file", &path],
        str![[r#"
未能完成：写请求以后这里又登记或收取过，同意不再适用；请用 --ask 重新写一份，再请对方同意

"#]],
    );
    // A request of another register, or of what is not here.
    for (from, to, why) in [
        ("register = \"", "register = \"0", "另一个台账"),
        ("after = \"", "after = \"0", "没有"),
        ("register", "registers", "不是密钥变更请求"),
    ] {
        std::fs::write(&path, consented.replacen(from, to, 1)).expect("written");
        assert!(second.refused(&["trust", "consent", &path, "--yes"]).contains(why), "{to}");
    }
}

#[test]
fn one_hand_is_taken_by_nobody() {
    let district = TwoHands::new();
    let TwoHands { scene, second, .. } = &district;
    let (_, request) = district.join("xiaofang", "消防");
    district.with_consent(&["key", "add", &request]);
    let office = district.office();
    let admitted = office.read("keys/xiaofang.toml");
    let with_it = office.read(KEYS);
    district.with_consent(&["key", "retire", "消防/xiaofang（虚构）"]);
    second.ok(&["sync"]);
    let first_key = signing(office);
    let why = "只有一个人的";
    let keys = without_consents(office);

    // The consents of another commit: written by hand, an earlier state taken back, none at all.
    for (name, files) in [
        ("retired-lives", vec![("keys/xiaofang.toml", admitted.clone()), (KEYS, with_it.clone())]),
        ("lowered", vec![(KEYS, keys.replace("threshold = 2\n", ""))]),
        ("lowered-to-one", vec![(KEYS, keys.replace("threshold = 2\n", "threshold = 1\n"))]),
        ("another-role", vec![("keys/gongan.toml", office.read("keys/gongan.toml").replace("liaison", "leader"))]),
        ("gone", vec![("keys/gongan.toml", "key = []\n".to_owned())]),
        (
            "ended",
            vec![("keys/gongan.toml", office.read("keys/gongan.toml").replace("since = 2025-11-25", "since = 2025-11-26"))],
        ),
    ] {
        let evil = scene.copy(office, name);
        for (file, text) in files {
            assert_ne!(evil.read(file), text, "{name}");
            evil.write(file, &text);
        }
        commit(&evil, "改密钥（虚构）");
        scene.refused(&evil, why);
    }
    // One's own consent; that of another register; that to another commit; that to other keys; by a key that is not admitted.
    let name = office.read("mechanism.toml");
    let name = name.lines().find_map(|line| line.strip_prefix("register = \"")?.strip_suffix('"')).expect("a name").to_owned();
    let other = "0123456789abcdef0123456789abcdef";
    let second_key = signing(second);
    for (at, (register, key, later, altered)) in [
        (&*name, &first_key, false, false),
        (other, &second_key, false, false),
        (&name, &second_key, true, false),
        (&name, &second_key, false, true),
        (&name, &signing(&scene.retired), false, false),
        (&name, &signing(&scene.police), false, false),
    ]
    .into_iter()
    .enumerate()
    {
        let evil = scene.copy(office, &format!("consent-{at}"));
        evil.write("keys/xiaofang.toml", &admitted);
        evil.write(KEYS, &keys);
        let consent = statement(&evil, Some(register)).sign(key).expect("signed");
        if later {
            evil.git(&["stash", "-q"]);
            evil.write("leads/2025/anweiban/009.toml", super::scene::LEAD);
            commit(&evil, "其间（虚构）");
            evil.git(&["stash", "pop", "-q"]);
        }
        if altered {
            evil.write("keys/xiaofang.toml", &admitted.replace("liaison", "leader"));
        }
        write_consent(&evil, &consent);
        commit(&evil, "改密钥（虚构）");
        scene.refused(&evil, why);
    }
    // The same, as it should be, is taken.
    let honest = scene.copy(office, "honest");
    honest.write("keys/xiaofang.toml", &admitted);
    honest.write(KEYS, &keys);
    write_consent(&honest, &statement(&honest, None).sign(&second_key).expect("signed"));
    commit(&honest, "改密钥（虚构）");
    honest.git(&["push", "-q", "origin", "HEAD:main"]);
    scene.watch.ok(&["sync"]);
}

#[test]
fn two_keys_of_one_person_are_one_hand() {
    let district = TwoHands::new();
    let TwoHands { scene, .. } = &district;
    let office = district.office();
    // Typed in whatever way, also with what no font shows.
    for (at, name) in ["办甲（虚构）", "办 甲(虚构)", "办甲\u{3164}（虚构）", "办\u{FE00}甲·（虚构）"].iter().enumerate()
    {
        let again = scene.district.reader(&format!("again-{at}"));
        let request = again.home.join("r.toml").to_string_lossy().into_owned();
        again.ok(&["join", "--unit", "区安委办", "--name", name, "--out", &request]);
        district.with_consent(&["key", "add", &request]);
        let evil = scene.copy(office, &format!("alone-with-two-{at}"));
        evil.write(KEYS, &without_consents(&evil).replace("threshold = 2\n", ""));
        let consent = statement(&evil, None).sign(&signing(&again)).expect("signed");
        write_consent(&evil, &consent);
        commit(&evil, "改密钥（虚构）");
        scene.refused(&evil, "只有一个人的");
    }
    // Nor are they two when the third goes.
    let path = district.request();
    let told = office.refused(&["key", "retire", "区安委办/office2（虚构）", "--ask", &path]);
    assert_whole(
        &told,
        str![[r#"
未能完成：改动密钥须两人签，而这样办公室长期有效的密钥不足两个人的；请先用 liandong key add 给办公室另一个人登记

"#]],
    );
}

/// One's own second key under another name would be a second hand: whoever is asked to consent sees every change, also one of which no command
/// writes a request.
#[test]
fn what_is_consented_to_is_shown_whole() {
    let district = TwoHands::new();
    let TwoHands { scene, second, .. } = &district;
    let again = scene.district.reader("again");
    let request = again.home.join("r.toml").to_string_lossy().into_owned();
    again.ok(&["join", "--unit", "区安委办", "--name", "办甲（虚构）", "--out", &request]);
    district.with_consent(&["key", "add", &request]);
    let office = district.office();
    second.ok(&["sync"]);
    let mechanism: toml::Table = office.read("mechanism.toml").parse().expect("TOML");
    let keys = without_consents(office);
    let asked = |keys: &str| {
        let mut files = toml::Table::new();
        files.insert("anweiban".to_owned(), keys.into());
        let mut request = toml::Table::new();
        request.insert("register".to_owned(), mechanism["register"].clone());
        request.insert("after".to_owned(), office.head().into());
        request.insert("keys".to_owned(), files.into());
        std::fs::write(district.request(), request.to_string()).expect("written");
        second.ok(&["trust", "consent", &district.request()])
    };
    let last = keys.rfind("name = \"办甲（虚构）\"").expect("the second key of one person");
    let renamed = format!("{}{}", &keys[..last], keys[last..].replacen("办甲", "丁某", 1));
    let told = asked(&renamed);
    assert!(told.contains("丁某（虚构）") && told.contains("办甲（虚构）"), "{told}");
    // The same key once more, for somebody else.
    let at = keys.rfind("[[key]]").expect("a key");
    let twice = format!("{keys}\n{}", keys[at..].replacen("办甲", "丁某", 1));
    assert!(asked(&twice).contains("丁某（虚构）"), "{}", asked(&twice));
    // Another series in which its holder numbers.
    let at = keys.rfind("series = \"").expect("a series") + "series = \"".len();
    let numbered = format!("{}k{}", &keys[..at], &keys[at + 1..]);
    let told = asked(&numbered);
    assert!(told.contains("区安委办 办甲（虚构）的编号系列改为 k"), "{told}");
    // Every clone is told of it where one person of the office may do so alone.
    let alone = Scene::new();
    let office = &alone.district.office;
    office.write(KEYS, &office.read(KEYS).replacen("办甲（虚构）", "丁某（虚构）", 1));
    office.ok(&["commit"]);
    office.ok(&["sync"]);
    let told = alone.watch.ok(&["sync"]);
    assert!(told.contains("丁某（虚构）") && told.contains("请注意"), "{told}");
}

/// The last key of a file with a line that says something else.
fn with(text: &str, from: &str, to: &str) -> String {
    let at = text.rfind(from).unwrap_or_else(|| panic!("no {from} in {text}"));
    format!("{}{to}{}", &text[..at], &text[at + from.len()..])
}

/// A field of a key, how the police's last key says something else there, and what is told of it.
type KeyCase = (&'static str, fn(&str) -> String, &'static [&'static str]);

const SINCE: &str = "since = 2025-11-25\n";

const OF_A_KEY: &[KeyCase] = &[
    (
        "name",
        |text| with(text, "gongan（虚构）", "丁某（虚构）"),
        &["登记公安 丁某（虚构）的密钥", "公安 gongan（虚构）的密钥从登记中删去了"],
    ),
    (
        "public",
        |text| with(text, "\"\nrole", " another\"\nrole"),
        &["改动了密钥 公安（keys/gongan.toml）：密钥 2·公钥 …", " another"],
    ),
    (
        "role",
        |text| with(text, "[\"liaison\"]", "[\"liaison\", \"leader\"]"),
        &["公安 gongan（虚构）的密钥用途改为联络员、负责人"],
    ),
    ("since", |text| with(text, SINCE, "since = 2025-11-20\n"), &["公安 gongan（虚构）的密钥改为 2025-11-20 起"]),
    (
        "until",
        |text| with(text, SINCE, &format!("{SINCE}until = 2026-11-24\n")),
        &["公安 gongan（虚构）的密钥到 2026-11-24 为止"],
    ),
    ("series", |text| with(text, SINCE, &format!("{SINCE}series = \"k\"\n")), &["公安 gongan（虚构）的编号系列改为 k"]),
    (
        "last_good",
        |text| with(text, SINCE, &format!("{SINCE}last_good = \"0123456789abcdef0123456789abcdef01234567\"\n")),
        &["公安 gongan（虚构）的密钥失密，那之后用它签名的须核实"],
    ),
];

/// Every field of every key: whoever is asked to consent sees what it will say.
#[test]
fn what_is_consented_to_is_told_field_by_field() {
    // A field that is new has to be put in.
    let fields = |fields: &[Field]| -> Vec<&str> { fields.iter().map(|field| field.key).collect() };
    let Some(Shape::List(item)) = Kind::Keys.fields().iter().find(|field| field.key == "key").map(|field| &field.shape) else {
        panic!("a list of keys")
    };
    let Shape::Table(of_a_key) = item else { panic!("keys with fields") };
    assert_eq!(fields(of_a_key), OF_A_KEY.iter().map(|(field, ..)| *field).collect::<Vec<_>>());
    assert_eq!(fields(Kind::Keys.fields()), ["threshold", "recovery", "key", "consent"]);

    let district = TwoHands::new();
    let TwoHands { scene, second, .. } = &district;
    let office = district.office();
    second.ok(&["sync"]);
    let register = office.read("mechanism.toml").parse::<toml::Table>().expect("TOML")["register"].clone();
    let (police, own) = (office.read("keys/gongan.toml"), without_consents(office));
    let asked = |files: &[(&str, &str)]| {
        let keys = files.iter().map(|(unit, text)| ((*unit).to_owned(), (*text).into())).collect::<toml::Table>();
        let mut request = toml::Table::new();
        request.insert("register".to_owned(), register.clone());
        request.insert("after".to_owned(), office.head().into());
        request.insert("keys".to_owned(), keys.into());
        std::fs::write(district.request(), request.to_string()).expect("written");
        second.ok(&["trust", "consent", &district.request()])
    };
    for (field, change, told) in OF_A_KEY {
        let shown = asked(&[("anweiban", &own), ("gongan", &change(&police))]);
        for words in *told {
            assert!(shown.contains(words), "{field}: {words}: {shown}");
        }
    }
    // Of which unit it is.
    let at = police.rfind("[[key]]").expect("a key");
    let shown = asked(&[("anweiban", &own), ("gongan", police[..at].trim_end()), ("xiaofang", &police[at..])]);
    assert!(
        shown.contains("登记消防 gongan（虚构）的密钥") && shown.contains("公安 gongan（虚构）的密钥从登记中删去了"),
        "{shown}"
    );
    // How many it takes, and the key on paper.
    let shown = asked(&[("anweiban", &own.replace("threshold = 2", "threshold = 1"))]);
    assert!(shown.contains("改动密钥改为一人签即可"), "{shown}");
    let line = own.lines().find(|line| line.starts_with("recovery")).expect("one");
    let other = police.lines().rfind(|line| line.starts_with("public")).expect("one").replace("public", "recovery");
    let shown = asked(&[("anweiban", &own.replace(line, &other))]);
    assert!(shown.contains("恢复密钥换为 SHA256:"), "{shown}");
    let shown = asked(&[("anweiban", &own.replace(line, ""))]);
    assert!(shown.contains("恢复密钥删去了"), "{shown}");
    assert_eq!(scene.district.office.read("keys/gongan.toml"), police);
}

/// And every clone, where one person of the office may do so alone: what each field says, and of all other files what they said and say.
#[test]
fn every_clone_is_told_field_by_field() {
    let scene = Scene::new();
    let (office, watch) = (&scene.district.office, &scene.watch);
    let police = "keys/gongan.toml";
    let told = |file: &str, text: &str| {
        office.write(file, text);
        commit(office, "改（虚构）");
        office.ok(&["sync"]);
        watch.ok(&["sync"])
    };
    let before = office.read(police);
    for (field, change, words) in OF_A_KEY.iter().filter(|(field, ..)| *field != "last_good") {
        let shown = told(police, &change(&before));
        for words in *words {
            assert!(shown.contains(words) && shown.contains("请注意"), "{field}: {words}: {shown}");
        }
        told(police, &before);
    }
    // Of which unit it is.
    let at = before.rfind("[[key]]").expect("a key");
    office.write("keys/xiaofang.toml", &before[at..]);
    let shown = told(police, &format!("{}\n", before[..at].trim_end()));
    assert!(
        shown.contains("登记消防 gongan（虚构）的密钥") && shown.contains("公安 gongan（虚构）的密钥从登记中删去了"),
        "{shown}"
    );
    // Words of consent that nobody asked for.
    let own = office.read(KEYS);
    let consent = "\n[[consent]]\nby = \"SHA256:0\"\nsignature = [\"0\"]\n";
    let shown = told(KEYS, &format!("{}\n{consent}", own.trim_end()));
    assert!(shown.contains("区安委办密钥文件里的同意改了，密钥没有变"), "{shown}");
    // What else others are judged by: of what is said in words of its own, and of the rest beside it.
    let bodies = office.read("bodies.toml");
    let name = bodies.lines().find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).expect("a name");
    let shown = told("bodies.toml", &bodies.replacen(&format!("name = \"{name}\""), "name = \"另一个机构（虚构）\"", 1));
    assert!(shown.contains("（bodies.toml）：") && shown.contains(&format!("{name} → 另一个机构（虚构）")), "{shown}");
    let settings = office.read("settings.toml");
    let one = settings.split("[[setting]]").find(|one| one.contains("3 working-days")).expect("a setting");
    let changed = format!("{}\nbasis = \"云区应急〔2025〕9号\"\n\n", one.replace("3 working-days", "4 working-days").trim_end());
    let shown = told("settings.toml", &settings.replacen(one, &changed, 1));
    assert!(shown.contains("由 3 个工作日 改为 4 个工作日") && shown.contains("云区应急〔2025〕9号"), "{shown}");
    let unit = office.read("units/linye.toml");
    let shown = told("units/linye.toml", &format!("# 说明（虚构）\n{unit}"));
    assert!(shown.contains("（units/linye.toml），只动了写法、注释"), "{shown}");
}

#[test]
fn it_holds_by_merges_and_by_lines_that_parted_before() {
    let scene = Scene::new();
    let office = scene.district.office.folder.clone();
    let before = scene.district.office.head();
    let second = scene.district.member("office2", "区安委办");
    let request = scene.district.top.path().join("request.toml");
    let district = TwoHands { scene, second, request };
    district.with_consent(&["trust", "threshold", "2"]);
    let TwoHands { scene, second, .. } = &district;
    assert_eq!(office, district.office().folder);
    let why = "只有一个人的";
    // A line that parted while one was enough, brought by a merge.
    let evil = scene.copy(district.office(), "parted");
    evil.git(&["checkout", "-q", "-b", "side", &before]);
    evil.write("keys/gongan.toml", "key = []\n");
    commit(&evil, "清空（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "-m", &evil.for_register("合并（虚构）"), "side"]);
    scene.refused(&evil, why);
    // A merge that changes keys itself, and one that leaves out what its side changed with two hands.
    let evil = scene.copy(district.office(), "made-within");
    evil.git(&["checkout", "-q", "-b", "side"]);
    evil.write("leads/2025/anweiban/009.toml", super::scene::LEAD);
    commit(&evil, "线索（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    evil.git(&["merge", "-q", "--no-ff", "--no-commit", "side"]);
    evil.write("keys/gongan.toml", "key = []\n");
    commit(&evil, "合并（虚构）");
    scene.refused(&evil, why);
    let evil = scene.copy(district.office(), "left-out");
    evil.git(&["checkout", "-q", "-b", "side"]);
    evil.write(
        "keys/gongan.toml",
        &evil.read("keys/gongan.toml").replace("since = 2025-11-25", "since = 2025-11-25\nuntil = 2025-11-24"),
    );
    evil.write(KEYS, &without_consents(&evil));
    write_consent(&evil, &statement(&evil, None).sign(&signing(second)).expect("signed"));
    commit(&evil, "停用（虚构）");
    evil.git(&["checkout", "-q", "main"]);
    let message = evil.for_register("合并（虚构）");
    evil.git(&["merge", "-q", "--no-ff", "-s", "ours", "-m", &message, "side"]);
    scene.refused(&evil, why);
    // The office moves to a unit that has a key of its own with the office's role: that takes two as well.
    let evil = scene.copy(district.office(), "moved");
    evil.write("mechanism.toml", &evil.read("mechanism.toml").replace("office = \"anweiban\"", "office = \"gongan\""));
    let recovery = evil.read(KEYS).lines().find(|line| line.starts_with("recovery")).expect("one").to_owned();
    let keys = evil.read("keys/gongan.toml").replace("\"liaison\"", "\"liaison\", \"office\"");
    evil.write("keys/gongan.toml", &format!("{recovery}\n\n{keys}"));
    commit(&evil, "机构改革（虚构）");
    scene.refused(&evil, why);
}

#[test]
fn what_says_how_many_is_understood_and_bound() {
    let scene = Scene::new();
    let office = &scene.district.office;
    for (name, line, why) in [
        ("zero", "threshold = 0\n", "只能是 1 或 2"),
        ("three", "threshold = 3\n", "只能是 1 或 2"),
        // One person cannot shut the others out, nor themselves.
        ("two", "threshold = 2\n", "不足两个人"),
    ] {
        let evil = scene.copy(office, name);
        evil.write(KEYS, &format!("{line}{}", evil.read(KEYS)));
        commit(&evil, "改人数（虚构）");
        scene.refused(&evil, why);
    }
    scene.district.member("office2", "区安委办");
    let evil = scene.copy(office, "two-by-one");
    evil.write(KEYS, &format!("threshold = 2\n{}", evil.read(KEYS)));
    commit(&evil, "改人数（虚构）");
    scene.refused(&evil, "只有一个人的");
    // By hand in the folder, the same.
    office.write(KEYS, &format!("threshold = 2\n{}", office.read(KEYS)));
    office.refused_with(&["commit"], str![[r#"
未能完成：改动密钥、办公室或签字人数须办公室两个人同意，这里只有一个人的；请改用 --ask 文件 写成请求，由另一个人 liandong trust consent 同意后再登记

"#]]);
    office.git(&["restore", KEYS]);
    assert!(!said(&office.run(&["verify"])).contains("只有"));
}

/// Both people consent to both changes, and each is filed on another computer before it has the other: one of them is made anew, by the
/// commands that are printed, and nothing else that was filed is lost.
#[test]
fn of_two_changes_at_once_one_is_made_anew() {
    let district = TwoHands::new();
    let (office, second) = (district.office(), &district.second);
    let ask = |person: &Person, other: &Person, request: &str, name: &str| {
        let path = district.scene.district.top.path().join(name).to_string_lossy().into_owned();
        let _ = std::fs::remove_file(&path);
        person.ok(&["key", "add", request, "--ask", &path]);
        other.ok(&["trust", "consent", &path, "--yes"]);
        path
    };
    let ((_, one), (_, other)) = (district.join("zhujian", "住建"), district.join("nongshui", "农水"));
    second.ok(&["sync"]);
    let (mine, theirs) = (ask(office, second, &one, "one.toml"), ask(second, office, &other, "other.toml"));
    office.ok(&["trust", "file", &mine]);
    second.ok(&["trust", "file", &theirs]);
    second.lead("登记在后");
    office.ok(&["sync"]);
    let before = second.head();
    let told = said(&second.run(&["sync"]));
    assert_whole(
        &told,
        str![[r#"
双方都改了这些文件，没有送出，两边的都还在：
  keys/anweiban.toml：两台电脑同时各办了一次两人同意的密钥变更，同意只对当时的密钥有效，不能合并；以共享的为准，本机的一次重新办。请依次运行 git reset [ID]（文件不动）、git stash push -u -- keys（收起）、liandong sync、liandong commit、liandong sync；再重新请另一个人同意（--ask）

"#]],
    );
    assert_eq!(second.head(), before);
    follow(second, &told);
    assert!(!second.folder.join("keys/nongshui.toml").exists());
    office.ok(&["sync"]);
    let again = ask(second, office, &other, "again.toml");
    second.ok(&["trust", "file", &again]);
    second.ok(&["sync"]);
    office.ok(&["sync"]);
    assert_eq!(office.head(), second.head());
    assert!(
        office.read("keys/nongshui.toml").contains("nongshui（虚构）")
            && office.read("keys/zhujian.toml").contains("zhujian（虚构）")
    );
    office.says(
        &["list", "线索", "--unit", "区安委办"],
        str![[r#"
 编号                     收到日期    标题
 线索 2025-区安委办-b001  2025-11-20  登记在后（虚构）

共 1 条

"#]],
    );
    office.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 12 件：keys/anweiban、mechanism、keys/gongan、keys/linye、keys/zhujian……
14 次提交都核验通过，到 [ID]

"#]],
    );
}

/// Where another person consents, who consents to keys alone, the rest that a thief changed is put back by the same command afterwards.
#[test]
fn what_a_lost_key_changed_is_put_back_with_two_hands_as_well() {
    let district = TwoHands::new();
    let (office, second) = (district.office(), &district.second);
    office.ok(&["sync"]);
    let good = office.head();
    let settings = office.read("settings.toml");
    second.ok(&["sync"]);
    second.write("settings.toml", &settings.replacen("3 working-days", "300 working-days", 1));
    second.ok(&["commit"]);
    second.ok(&["sync"]);
    office.ok(&["sync"]);
    let third = district.scene.district.reader("office3");
    let request = third.home.join("join.toml").to_string_lossy().into_owned();
    third.ok(&["join", "--unit", "区安委办", "--name", "office3（虚构）", "--out", &request]);
    district.with_consent(&["key", "add", &request]);
    third.ok(&["sync"]);
    let retire = ["key", "retire", "区安委办/office2（虚构）", "--compromised", "--last-good", &good];
    let path = district.scene.district.top.path().join("retire.toml").to_string_lossy().into_owned();
    let told = office.ok(&[&retire[..], &["--ask", &path]].concat());
    assert_whole(
        &told,
        str![[r#"
密钥变更请求已写入 [TEMP]/retire.toml，没有登记
下一步：把它交给办公室的另一个人，由其运行 liandong trust consent [TEMP]/retire.toml 查看、同意后交还；其间这里不要登记或同步
再下一步：liandong trust file [TEMP]/retire.toml
1 次提交在那之后用这把密钥签名，请逐件核实：
  [ID] 2025-11-25 设置：手工改动
其中改动过密钥、办公室或设置的：
  [ID] 设置“正式通报时限”由 3 个工作日 改为 300 个工作日
另一个人只同意密钥的变更；以下文件等登记同意（liandong trust file）以后，把同一条命令去掉 --ask 再运行一次就改回：settings.toml

"#]],
    );
    third.ok(&["trust", "consent", &path, "--yes"]);
    office.ok(&["trust", "file", &path]);
    assert!(office.read("settings.toml").contains("300 working-days"));
    office.ok(&retire);
    assert_eq!(office.read("settings.toml"), settings);
    let told = office.ok(&retire);
    assert_whole(
        &told,
        str![[r#"
这把密钥已按失密停用，改过的都已改回
1 次提交在那之后用这把密钥签名，请逐件核实：
  [ID] 2025-11-25 设置：手工改动
其中改动过密钥、办公室或设置的：
  [ID] 设置“正式通报时限”由 3 个工作日 改为 300 个工作日

"#]],
    );
    office.ok(&["sync"]);
    office.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 12 件：keys/anweiban、mechanism、keys/gongan、keys/linye、settings
密钥失密后签名、须逐件核实 1 件：[ID]
15 次提交都核验通过，到 [ID]

"#]],
    );
}
