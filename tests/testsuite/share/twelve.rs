//! Twelve clones, one register: everybody files, edits, synchronises, is killed in mid-step, sends a stick. In the end all have the
//! same, and it is just what was filed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::district::District;
use crate::support::{Dice, Person, TRIES, said};

/// What was surely done.
#[derive(Default)]
struct Tally {
    /// Filed, by its title.
    filed: Mutex<BTreeSet<String>>,
    /// How many leads got a result, and how many parcels the office took.
    edited: AtomicUsize,
    received: AtomicUsize,
}

fn run(person: &Person, args: &[&str]) -> (i32, String) {
    let done = person.run(args);
    (done.status.code().expect("a code"), said(&done))
}

fn lead(title: &str) -> Vec<String> {
    ["lead", "new", "--received", "2025-11-20", "--channel", "巡查发现", "--title", title].map(str::to_owned).to_vec()
}

fn words(args: &[String]) -> Vec<&str> {
    args.iter().map(String::as_str).collect()
}

/// How often a person tries again. Whoever works in a copied folder loses more races than others: between two of their exchanges
/// the other copy may have taken the new numbers as well.
const PATIENCE: usize = 60;

/// Synchronises as a person would: what was given one number twice is given another.
fn sync(person: &Person) {
    for _ in 0..PATIENCE {
        let (code, said) = run(person, &["sync"]);
        if code == 0 {
            return;
        }
        let twice: Vec<String> = said.lines().filter_map(|line| line.split("renumber ").nth(1)).map(path_in).collect();
        assert!(!twice.is_empty() || said.contains("抢先"), "{}: {said}", person.folder.display());
        for path in twice {
            let (code, said) = run(person, &["renumber", &path]);
            assert_eq!(code, 0, "{path}: {said}");
        }
    }
    panic!("{}: others were always faster", person.folder.display());
}

fn path_in(rest: &str) -> String {
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-')).collect()
}

/// What one person does all day.
fn work(person: &Person, name: usize, steps: usize, tally: &Tally, parcels: &Mutex<Vec<PathBuf>>, is_office: bool) {
    let mut dice = Dice(name as u64 * 7919 + 17);
    for step in 0..steps {
        let title = format!("第{name:02}人第{step:04}件（虚构）");
        match dice.below(100) {
            0..=69 => file(person, &title, tally),
            70..=76 => amend(person, &mut dice, tally),
            77..=79 => file_and_be_killed(person, &title, &mut dice),
            80..=81 => kill_sync(person, &mut dice),
            82..=83 if !is_office => parcel(person, step, parcels),
            82..=86 if is_office => receive(person, parcels, tally),
            _ => sync(person),
        }
    }
}

fn file(person: &Person, title: &str, tally: &Tally) {
    let (code, said) = run(person, &words(&lead(title)));
    // What a kill left half done is said first, and nothing new is filed with it.
    if code == 0 {
        tally.filed.lock().expect("a tally").insert(title.to_owned());
    } else {
        assert!(said.contains("中途断了"), "{title}: {said}");
    }
}

/// Fills a key of an earlier lead of one's own.
fn amend(person: &Person, dice: &mut Dice, tally: &Tally) {
    let unit = person.git(&["config", "liandong.unit"]).trim().to_owned();
    let number = dice.below(9) + 1;
    let record = format!("leads/2025/{unit}/{number:03}");
    let (code, said) = run(person, &["lead", "result", &record, "--verdict", "属实", "--on", "2025-11-24"]);
    // Not there yet, done before, or a kill is to be told first.
    assert!(code == 0 || ["台账中没有", "已经", "完全一样", "中途断了"].iter().any(|why| said.contains(why)), "{said}");
    tally.edited.fetch_add(usize::from(code == 0), Ordering::Relaxed);
}

fn file_and_be_killed(person: &Person, title: &str, dice: &mut Dice) {
    kill_after(person, &words(&lead(title)), dice);
}

fn kill_sync(person: &Person, dice: &mut Dice) {
    kill_after(person, &["sync"], dice);
}

fn kill_after(person: &Person, args: &[&str], dice: &mut Dice) {
    let mut child =
        person.command(args).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().expect("runs");
    std::thread::sleep(Duration::from_millis(u64::from(dice.throw()) % 120));
    let _ = child.kill();
    let _ = child.wait();
    // A push that had begun is finished by the other side, or not: either is found out by the next exchange.
    std::thread::sleep(Duration::from_millis(5));
}

fn parcel(person: &Person, step: usize, parcels: &Mutex<Vec<PathBuf>>) {
    let file = person.home.join(format!("{}-{step}.bundle", person.folder.file_name().expect("a name").display()));
    let (code, _) = run(person, &["pack", &file.to_string_lossy()]);
    if code == 0 {
        parcels.lock().expect("parcels").push(file);
    }
}

fn receive(office: &Person, parcels: &Mutex<Vec<PathBuf>>, tally: &Tally) {
    let Some(file) = parcels.lock().expect("parcels").pop() else { return };
    let (code, said) = run(office, &["receive", &file.to_string_lossy()]);
    // A number that was given twice is for its owner to mend; what builds on what the office has not fetched yet waits.
    assert!(
        code == 0 || ["renumber", "别的单位的文件", "核验不过", "文件不能收取"].iter().any(|why| said.contains(why)),
        "{said}"
    );
    tally.received.fetch_add(usize::from(code == 0), Ordering::Relaxed);
}

#[test]
fn twelve_clones_end_equal() {
    let district = District::trusted();
    let units = ["公安", "林业", "应急", "发改", "工信", "人社", "自然资源", "生态环境", "住建", "消防"];
    let mut people: Vec<Person> =
        units.iter().enumerate().map(|(at, unit)| district.member(&format!("person{at}"), unit)).collect();
    // The folder of one was copied: both number alike.
    let copy = people[0].in_folder(people[0].home.join("copy"));
    copy_folder(&people[0].folder, &copy.folder);
    // Whoever copies a folder names the address in the copy once.
    copy.ok(&["sync", &district.hub()]);
    people.push(copy);
    people.push(district.office.in_folder(district.office.folder.clone()));
    let (tally, parcels) = (Tally::default(), Mutex::new(Vec::new()));
    let each = TRIES.stream / people.len();
    let last = people.len() - 1;
    std::thread::scope(|scope| {
        for (name, person) in people.iter().enumerate() {
            let (tally, parcels) = (&tally, &parcels);
            scope.spawn(move || work(person, name, each, tally, parcels, name == last));
        }
    });
    // Everybody goes home: once to bring what is theirs, once to take what is others'.
    for _ in 0..2 {
        people.iter().for_each(sync);
    }
    let tip = district.tip();
    let filed = leads(&people[0]);
    for person in &people {
        assert_eq!(person.head(), tip, "{}", person.folder.display());
        person.assert_clean();
        let (code, said) = run(person, &["verify"]);
        assert_eq!(code, 0, "{said}");
    }
    let titles = tally.filed.lock().expect("a tally");
    for title in titles.iter() {
        assert_eq!(filed.get(title), Some(&1), "{title} was filed");
    }
    assert!(filed.values().all(|times| *times == 1), "nothing is there twice");
    assert!(titles.len() > each * 6, "most of it was filed: {}", titles.len());
    let (edited, received) = (tally.edited.load(Ordering::Relaxed), tally.received.load(Ordering::Relaxed));
    assert!(edited > 0 && received > 0, "{edited} edited, {received} received");
}

fn copy_folder(from: &Path, to: &Path) {
    assert!(std::process::Command::new("cp").arg("-a").arg(from).arg(to).status().expect("cp runs").success());
}

/// The titles of all leads, and how often each is there.
fn leads(person: &Person) -> BTreeMap<String, usize> {
    let mut titles = BTreeMap::new();
    for file in person.git(&["ls-files", "leads"]).lines() {
        let text = person.read(file);
        let title = text.lines().find_map(|line| line.strip_prefix("title = \"")?.strip_suffix('"')).expect("a title");
        *titles.entry(title.to_owned()).or_insert(0) += 1;
    }
    titles
}
