//! Many districts into one lake: fetched, verified from the root that the list names, each by itself.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::Lake;
use crate::share::district::{District, git_in};
use crate::support::{Person, Register, example};

/// A register of a district as others fetch it: bare, below the home of whoever rolls up.
fn shared(person: &Person, register: &Person, region: &str) -> PathBuf {
    let mechanism = register.read("mechanism.toml").replace("region = \"445302\"", &format!("region = \"{region}\""));
    register.write("mechanism.toml", &mechanism);
    register.git(&["commit", "-q", "--allow-empty", "-am", "区县（虚构）"]);
    let bare = person.home.join(format!("{region}.git"));
    register.git(&["clone", "-q", "--bare", ".", bare.to_str().expect("UTF-8")]);
    bare
}

/// What a list says of a district.
fn listed(name: &str, address: &Path, trust: &str) -> String {
    format!("[[register]]\nname = \"{name}\"\naddress = \"{}\"\n{trust}\n", address.display())
}

struct Rollup {
    person: Register,
    lake: Lake,
}

impl Rollup {
    fn new() -> Self {
        let person = Register::of_example();
        let lake = Lake::of(&person, "lake");
        Self { person, lake }
    }

    fn args<'a>(&'a self, list: &str, more: &[&'a str]) -> Vec<&'a str> {
        fs::write(self.person.home.join("registers.toml"), list).expect("written");
        [&["rollup", "../registers.toml", "--out", self.lake.out()], more].concat()
    }

    fn ok(&self, list: &str, more: &[&str]) -> String {
        self.person.ok(&self.args(list, more))
    }

    fn fails(&self, list: &str, more: &[&str]) -> String {
        self.person.fails(&self.args(list, more), 2)
    }

    fn districts(&self) -> Vec<String> {
        let folder = self.lake.0.join("edition=public");
        let mut names: Vec<String> = fs::read_dir(folder)
            .map(|entries| entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect())
            .unwrap_or_default();
        names.sort();
        names
    }
}

#[test]
fn a_district_that_fails_holds_up_no_other() {
    let rollup = Rollup::new();
    let one = shared(&rollup.person, &Register::of_example(), "990001");
    let broken = shared(&rollup.person, &Register::of_folder(&example("broken")), "990002");
    let gone = rollup.person.home.join("gone.git");
    let list = [
        listed("甲区（虚构）", &one, "unsigned = true"),
        listed("丙区（虚构）", &gone, "unsigned = true"),
        listed("乙区（虚构）", &broken, "unsigned = true"),
    ];
    let said = rollup.fails(&list.concat(), &["--page", "../page.html"]);
    assert_eq!(rollup.districts(), ["district=990001", "district=990002"], "{said}");
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with("甲区（虚构） 990001：提交 ") && lines[1].starts_with("丙区（虚构）：没有导出："), "{said}");
    let page = fs::read_to_string(rollup.person.home.join("page.html")).expect("a page");
    for words in ["甲区（虚构） 990001", "乙区（虚构） 990002", "丙区（虚构）：", "表中没有这个区县", "公开版"]
    {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("大山石场") && !page.contains("<script"), "a public page");
}

#[test]
fn only_what_moved_is_written_anew() {
    let rollup = Rollup::new();
    let (register, other) = (Register::of_example(), Register::of_example());
    let (one, two) = (shared(&rollup.person, &register, "990001"), shared(&rollup.person, &other, "990002"));
    let list = listed("甲区（虚构）", &one, "unsigned = true") + &listed("乙区（虚构）", &two, "unsigned = true");
    rollup.ok(&list, &[]);
    let file = "hazards/2025/yingji/001.toml";
    register.write(file, &register.read(file).replace("description = \"", "description = \"（又及）"));
    register.git(&["commit", "-qam", "改动"]);
    register.git(&["push", "-q", one.to_str().expect("UTF-8"), "HEAD:main"]);
    let before = rollup.lake.files();
    rollup.ok(&list, &[]);
    let after = rollup.lake.files();
    let is_of_records = |path: &&String| {
        path.ends_with(".parquet") && !["=courses", "=findings", "=obligations"].iter().any(|judged| path.contains(judged))
    };
    let changed: Vec<&String> = after.keys().filter(is_of_records).filter(|path| before.get(*path) != after.get(*path)).collect();
    assert_eq!(changed, ["edition=public/district=990001/table=hazards/year=2025/part-0.parquet"]);
}

#[test]
fn trust_begins_where_the_list_says() {
    let rollup = Rollup::new();
    let district = District::trusted();
    let hub = PathBuf::from(district.hub());
    let said = rollup.fails(&listed("甲区（虚构）", &hub, ""), &[]);
    let root = said.split("root = \"").nth(1).and_then(|rest| rest.get(..40)).expect("a root").to_owned();
    assert!(rollup.districts().is_empty());
    for trust in [format!("root = \"{}\"", "0".repeat(40)), "unsigned = true".to_owned()] {
        let said = rollup.fails(&listed("甲区（虚构）", &hub, &trust), &[]);
        assert!(said.contains(&root) && rollup.districts().is_empty(), "{trust}: {said}");
    }
    let list = listed("甲区（虚构）", &hub, &format!("root = \"{root}\""));
    rollup.ok(&list, &[]);
    assert_eq!(rollup.districts(), ["district=445302"]);
    // Somebody puts another history in its place.
    let before = rollup.lake.files();
    let evil = Register::of_example();
    let swapped = hub.with_file_name("swapped.git");
    fs::rename(&hub, &swapped).expect("moved");
    evil.git(&["clone", "-q", "--bare", ".", hub.to_str().expect("UTF-8")]);
    let said = rollup.fails(&list, &[]);
    assert!(said.contains("甲区（虚构）：没有导出"), "{said}");
    assert!(rollup.lake.files() == before);
    // And one that nobody signed, on top of what is there.
    fs::remove_dir_all(&hub).expect("removed");
    fs::rename(&swapped, &hub).expect("moved");
    let copy = rollup.person.in_folder(rollup.person.home.join("copy"));
    git_in(&rollup.person.home, &["clone", "-q", hub.to_str().expect("UTF-8"), "copy"]);
    copy.write("settings.toml", &(copy.read("settings.toml") + "\n# x\n"));
    copy.git(&["commit", "-qam", "没有签名"]);
    git_in(&hub, &["config", "core.hooksPath", "/dev/null"]);
    copy.git(&["push", "-q", "origin", "HEAD:main"]);
    let said = rollup.fails(&list, &[]);
    assert!(said.contains("甲区（虚构）：没有导出"), "{said}");
    assert!(rollup.lake.files() == before);
}

#[test]
fn districts_that_are_asked_other_things_stand_apart() {
    let rollup = Rollup::new();
    let other = Register::of_example();
    let obligations = other.read("obligations.toml");
    let (kept, _) = obligations.rsplit_once("[[obligation]]").expect("obligations");
    other.write("obligations.toml", kept);
    other.git(&["commit", "-qam", "另一份机制（虚构）"]);
    let (one, two) = (shared(&rollup.person, &Register::of_example(), "990001"), shared(&rollup.person, &other, "990002"));
    let three = shared(&rollup.person, &Register::of_example(), "990003");
    let list: String = [("甲区", &one), ("乙区", &two), ("丙区", &three)]
        .map(|(name, address)| listed(name, address, "unsigned = true"))
        .concat();
    rollup.ok(&list, &["--page", "../page.html"]);
    let page = fs::read_to_string(rollup.person.home.join("page.html")).expect("a page");
    let (together, apart) = page.split_once("另列：义务不同的区县").expect("apart");
    assert!(together.contains("甲区 990001") && together.contains("丙区 990003") && !together.contains("乙区 990002"));
    assert!(apart.contains("乙区 990002"));
}

#[test]
fn a_list_that_cannot_be_understood_changes_nothing() {
    let rollup = Rollup::new();
    let hub = rollup.person.home.join("x.git");
    let twice = listed("甲区", &hub, "unsigned = true").repeat(2);
    let one_name =
        listed("甲区", &hub, "unsigned = true") + &listed("甲区", &rollup.person.home.join("y.git"), "unsigned = true");
    for list in [
        "",
        "[[register]]\nname = \"甲\"\n",
        "x = 1\n",
        "register = 3\n",
        &twice,
        &one_name,
        "[[register]]\nname = \"甲\"\naddress = \"x\"\nsecret = 1\n",
    ] {
        rollup.fails(list, &[]);
        assert!(!rollup.lake.0.exists(), "{list}");
    }
    rollup.person.fails(&["rollup", "../none.toml", "--out", rollup.lake.out()], 2);
    // An address is never a program to be run.
    for helper in ["ext::sh -c 'touch ../owned'", "fd::7", "file2::x", "x://y"] {
        let said = rollup.fails(&format!("[[register]]\nname = \"甲\"\naddress = \"{helper}\"\nunsigned = true\n"), &[]);
        let name = helper.split(':').next().expect("a name");
        assert!(said.contains("没有导出") && said.contains(&format!("transport '{name}' not allowed")), "{said}");
        assert!(!rollup.person.home.join("owned").exists(), "{said}");
    }
}

/// A closing that does not hold is none here either: a page over districts counts what each says of itself.
#[test]
fn what_is_open_is_what_the_district_says_is_open() {
    let (rollup, broken) = (Rollup::new(), Register::of_folder(&example("broken")));
    let open = broken.ok(&["list", "隐患", "--open", "--count"]);
    let address = shared(&rollup.person, &broken, "990001");
    let told = rollup.ok(&listed("甲区", &address, "unsigned = true"), &["--edition", "internal", "--format", "json"]);
    let told: Value = serde_json::from_str(&told).unwrap_or_else(|error| panic!("{error}: {told}"));
    let figures = &told[0]["exported"]["figures"];
    assert_eq!(figures["open"][0].to_string(), open.trim(), "{figures}");
    let closed = broken.ok(&["list", "隐患", "--where", "closed!=", "--count"]);
    let closed: usize = closed.trim().parse().unwrap_or_else(|_| panic!("{closed}"));
    assert!((1..closed).contains(&figures["slowest"].as_array().expect("courses").len()), "{figures}");
}

/// Two registers of one district would each take the place of the other, each time.
#[test]
fn a_district_stands_once_in_a_list() {
    let rollup = Rollup::new();
    let one = shared(&rollup.person, &Register::of_example(), "990001");
    let same = rollup.person.home.join("same.git");
    rollup.person.git(&["clone", "-q", "--bare", one.to_str().expect("UTF-8"), same.to_str().expect("UTF-8")]);
    let list = listed("甲区", &one, "unsigned = true") + &listed("乙区", &same, "unsigned = true");
    for more in [&[][..], &["--replace"]] {
        let said = rollup.fails(&list, more);
        assert!(said.contains("乙区：没有导出") && said.contains("“甲区”"), "{said}");
        assert_eq!(rollup.districts(), ["district=990001"]);
    }
}

/// The page of last month gives way to that of this one; anything else does not.
#[test]
fn a_page_takes_the_place_of_an_older_one_alone() {
    let rollup = Rollup::new();
    let one = shared(&rollup.person, &Register::of_example(), "990001");
    let list = listed("甲区", &one, "unsigned = true");
    let page = rollup.person.home.join("page.html");
    rollup.ok(&list, &["--page", "../page.html"]);
    fs::write(&page, fs::read_to_string(&page).expect("a page").replace("甲区", "旧区")).expect("written");
    rollup.ok(&list, &["--page", "../page.html"]);
    assert!(fs::read_to_string(&page).expect("a page").contains("甲区 990001"));
    rollup.person.ok(&["report", "--year", "2025", "--out", page.to_str().expect("UTF-8"), "--force"]);
    let of_a_year = fs::read(&page).expect("a page");
    let said = rollup.fails(&list, &["--page", "../page.html"]);
    assert!(said.contains("--force") && fs::read(&page).expect("a page") == of_a_year, "{said}");
    rollup.ok(&list, &["--page", "../page.html", "--force"]);
}

/// Another register in the place of a district's is asked for by its own word, not by that for a page.
#[test]
fn another_register_of_a_district_is_asked_for_by_name() {
    let rollup = Rollup::new();
    let one = shared(&rollup.person, &Register::of_example(), "990001");
    rollup.ok(&listed("甲区", &one, "unsigned = true"), &[]);
    fs::remove_dir_all(&one).expect("removed");
    let other = Register::of_folder(&example("broken"));
    let two = rollup.person.home.join("two.git");
    fs::rename(shared(&rollup.person, &other, "990001"), &two).expect("moved");
    let list = listed("甲区", &two, "unsigned = true");
    let said = rollup.fails(&list, &["--force"]);
    assert!(said.contains("--replace"), "{said}");
    rollup.ok(&list, &["--replace"]);
}

/// What the page shows stands in a document too, and a document is never taken for an older page.
#[test]
fn a_page_can_be_a_document() {
    let rollup = Rollup::new();
    let one = shared(&rollup.person, &Register::of_example(), "990001");
    let list = listed("甲区", &one, "unsigned = true") + &listed("丙区", &rollup.person.home.join("gone.git"), "unsigned = true");
    rollup.fails(&list, &["--page", "../page.docx"]);
    let document = rollup.person.home.join("page.docx");
    let mut archive = zip::ZipArchive::new(fs::File::open(&document).expect("a document")).expect("a zip");
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").expect("a document"), &mut text).expect("text");
    for words in ["各区县落实情况汇总", "公开版", "甲区 990001", "丙区：", "四、未销号最久的隐患"] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("大山石场"));
    let said = rollup.fails(&list, &["--page", "../page.docx"]);
    assert!(said.contains("--force"), "{said}");
}
