//! How much goes at once, in a day and into one record: what the office has set, and what the shared repository takes.

use snapbox::str;

use super::district::{District, LEAD, git_in};
use super::scene::commit;
use crate::support::{Person, assert_whole, said};

/// The office sets what is otherwise large, to be reached with little.
pub(super) fn set(district: &District, id: &str, value: u32) {
    let office = &district.office;
    let settings = office.read("settings.toml");
    let line = format!("id = \"{id}\"\nvalue = ");
    let (before, after) = settings.split_once(&line).expect("a setting");
    let (_, after) = after.split_once('\n').expect("a line");
    office.write("settings.toml", &format!("{before}{line}\"{value}\"\n{after}"));
    office.ok(&["commit"]);
    office.ok(&["sync"]);
}

/// A lead of so many bytes, about.
fn lead(number: usize, bytes: usize) -> String {
    let mut dice = crate::support::Dice(u64::try_from(number).expect("small") + 7);
    let title: String = (0..bytes.min(900)).map(|_| char::from(b'a' + u8::try_from(dice.below(26)).expect("small"))).collect();
    let text: String =
        (0..bytes.saturating_sub(900)).map(|_| char::from(b'a' + u8::try_from(dice.below(26)).expect("small"))).collect();
    let content = if text.is_empty() { String::new() } else { format!("text = \"{text}\"\n") };
    format!("received = 2025-11-21\nchannel = \"patrol\"\ntitle = \"{title}（虚构）\"\n{content}")
}

fn by_plain_git(person: &Person, first: usize, count: usize) {
    for number in first..first + count {
        person.write(&format!("leads/2025/gongan/{number:03}.toml"), &lead(number, 40));
    }
    commit(person, "线索（虚构）");
}

#[test]
fn a_unit_files_so_many_records_in_a_day() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    set(&district, "records-a-day", 5);
    police.ok(&["sync"]);
    // Filing says it; what was changed by hand as well, and only shown.
    (0..4).for_each(|_| drop(police.lead("一件")));
    police.ok(&["sync"]);
    police.lead("第五件");
    let told = police.fails(&["lead", "new", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "六（虚构）"], 2);
    assert_whole(
        &told,
        str![[r#"
未能完成：公安在 2025-11-25 登记或改动的已有 6 份，超过每日 5 份的上限（设置 records-a-day，不是条文的要求）；其余的改日再登记，或请办公室先调整设置
所填内容已存为草稿 leads-1；改好后，同一命令加 --from drafts/leads-1.toml 登记

"#]],
    );
    police.write("leads/2025/gongan/006.toml", &lead(6, 40));
    police.refused_with(&["commit"], str![[r#"
未能完成：公安在 2025-11-25 登记或改动的已有 6 份，超过每日 5 份的上限（设置 records-a-day，不是条文的要求）；其余的改日再登记，或请办公室先调整设置

"#]]);
    std::fs::remove_file(police.folder.join("leads/2025/gongan/006.toml")).expect("removed");
    // By plain git it does not pass the gate: neither at once, nor after what went before, nor with an old date.
    let before = district.tip();
    for date in ["2025-11-25T09:30:00+08:00", "2025-01-02T09:30:00+08:00"] {
        by_plain_git(&police, 6, 1);
        police.git(&["commit", "-q", "--amend", "--no-edit", "--date", date]);
        let pushed = police.try_git(&["push", "origin", "HEAD:main"]);
        assert!(!pushed.status.success() && said(&pushed).contains("已有 6 份"), "{date}: {}", said(&pushed));
        police.git(&["reset", "-q", "--hard", "HEAD~1"]);
    }
    assert_eq!(district.tip(), before);
    // What is within it goes out; another unit has its own, the office none, and the next day is another.
    police.ok(&["sync"]);
    (0..5).for_each(|_| drop(forest.lead("林业一件")));
    forest.ok(&["sync"]);
    (0..7).for_each(|_| drop(district.office.lead("办公室一件")));
    district.office.ok(&["sync"]);
    let tomorrow = Person { now: "2025-11-26T09:30:00+08:00".to_owned(), ..police };
    (0..5).for_each(|_| drop(tomorrow.lead("次日")));
    tomorrow.ok(&["sync"]);
    // Nor is anybody bound who lets it lie for a week: each day has its own.
    tomorrow.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 5 件：keys/anweiban、mechanism、keys/gongan、keys/linye、settings
29 次提交都核验通过，到 [ID]

"#]],
    );
}

fn on_day(person: Person, day: u32) -> Person {
    Person { now: format!("2025-11-{day:02}T09:30:00+08:00"), ..person }
}

#[test]
fn each_day_has_its_own_however_late_it_is_sent() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    set(&district, "records-a-day", 3);
    let mut police = on_day(police, 26);
    police.ok(&["sync"]);
    // Three days without the network, while others file; then all goes out at once, with a merge of both lines.
    for day in 26..29 {
        police = on_day(police, day);
        (0..3).for_each(|number| drop(police.lead(&format!("{day} 日第 {number} 件"))));
    }
    forest.ok(&["sync"]);
    forest.lead("之间");
    forest.ok(&["sync"]);
    police.says(
        &["sync"],
        str![[r#"
送出 9 次登记
取来：
  林业：新 1 件

"#]],
    );
    // What the office enters for a unit is the office's doing, and no part of the unit's day.
    let mut office = Person { now: police.now.clone(), ..district.office };
    office.ok(&["sync"]);
    for number in 0..4 {
        office.ok(&[LEAD, &[&format!("代录 {number}（虚构）"), "--for", "公安", "--source", "来函（虚构）"]].concat());
    }
    office.ok(&["sync"]);
    office = on_day(office, 29);
    let mut police = on_day(police, 29);
    police.ok(&["sync"]);
    (0..3).for_each(|_| drop(police.lead("又一日")));
    police.ok(&["sync"]);
    // Where the office sets more, it holds from then on.
    police.refused_with(&[LEAD, &["第四件（虚构）"]].concat(), str![[r#"
未能完成：公安在 2025-11-29 登记或改动的已有 4 份，超过每日 3 份的上限（设置 records-a-day，不是条文的要求）；其余的改日再登记，或请办公室先调整设置
所填内容已存为草稿 leads-1；改好后，同一命令加 --from drafts/leads-1.toml 登记

"#]]);
    let settings = office.read("settings.toml");
    office.write(
        "settings.toml",
        &settings.replace("id = \"records-a-day\"\nvalue = \"3\"", "id = \"records-a-day\"\nvalue = \"4\""),
    );
    office.ok(&["sync"]);
    office.ok(&["commit"]);
    office.ok(&["sync"]);
    police.ok(&["sync"]);
    police = on_day(police, 29);
    police.lead("第四件");
    police.ok(&["sync"]);
}

/// A commit with an old date that went out before makes no old day for what is built on it.
#[test]
fn an_old_date_makes_no_day_of_its_own() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    set(&district, "records-a-day", 3);
    police.ok(&["sync"]);
    let long_ago = Person { now: "2024-12-02T09:30:00+08:00".to_owned(), ..police };
    by_plain_git(&long_ago, 1, 2);
    long_ago.git(&["push", "-q", "origin", "HEAD:main"]);
    // All of it is of the day on which the office's settings arrived.
    let longer_ago = Person { now: "2024-11-02T09:30:00+08:00".to_owned(), ..long_ago };
    by_plain_git(&longer_ago, 3, 2);
    let pushed = longer_ago.try_git(&["push", "origin", "HEAD:main"]);
    assert!(!pushed.status.success() && said(&pushed).contains("公安在 2025-11-25") && said(&pushed).contains("已有 4 份"));
}

#[test]
fn many_at_once_are_refused_before_they_are_read() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    set(&district, "records-a-day", 20);
    police.ok(&["sync"]);
    let before = district.tip();
    by_plain_git(&police, 1, 400);
    let pushed = police.try_git(&["push", "origin", "HEAD:main"]);
    assert!(!pushed.status.success() && said(&pushed).contains("已有 21 份"), "{}", said(&pushed));
    assert_eq!(district.tip(), before);
}

#[test]
fn a_record_has_so_many_bytes() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    set(&district, "record-bytes", 1000);
    police.ok(&["sync"]);
    police.write("leads/2025/gongan/001.toml", &lead(1, 3000));
    let told = police.refused(&["commit"]);
    assert_whole(
        &told,
        str![[r#"
未能完成：leads/2025/gongan/001.toml 太大：有 3074 字节，超过每份 1000 字节的上限（设置 record-bytes，不是条文的要求）；请把长文放在附件里，或请办公室调整设置

"#]],
    );
    commit(&police, "线索（虚构）");
    let pushed = police.try_git(&["push", "origin", "HEAD:main"]);
    assert!(!pushed.status.success() && said(&pushed).contains("record-bytes"), "{}", said(&pushed));
}

/// Where the repository takes little at once, what was filed in weeks goes out all the same; also where others filed meanwhile.
#[test]
fn what_is_more_than_is_taken_at_once_goes_out_in_parts() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    forest.ok(&["sync"]);
    for number in 1..=9 {
        police.write(&format!("leads/2025/gongan/{number:03}.toml"), &lead(number, 9000));
        police.ok(&["commit"]);
    }
    forest.lead("之间");
    forest.ok(&["sync"]);
    git_in(district.top.path(), &["--git-dir", "hub.git", "config", "receive.maxInputSize", "20k"]);
    let told = police.ok(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
送出 9 次登记
取来：
  区安委办：新 1 件
  林业：新 1 件
请注意：登记林业 linye（虚构）的密钥，用途联络员，自 2025-11-25 起，指纹 SHA256:[KEY]（区安委办 办甲（虚构）签，[ID]）

"#]],
    );
    assert_eq!(district.tip(), police.head());
    let there = git_in(district.top.path(), &["--git-dir", "hub.git", "ls-tree", "-r", "--name-only", "main", "leads/"]);
    assert_eq!(there.lines().count(), 10, "{there}");
    police.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 4 件：keys/anweiban、mechanism、keys/gongan、keys/linye
18 次提交都核验通过，到 [ID]

"#]],
    );
    police.assert_clean();
    assert_eq!(police.ok(&["sync"]), "没有新的\n");
    // One that alone is more is called that, and what others filed comes in.
    for number in 10..=14 {
        police.write(&format!("leads/2025/gongan/{number:03}.toml"), &lead(number, 9000));
    }
    police.ok(&["commit"]);
    forest.ok(&["sync"]);
    forest.lead("之后");
    forest.ok(&["sync"]);
    let told = said(&police.run(&["sync"]));
    assert_whole(
        &told,
        str![[r#"
取来：
  林业：新 1 件
一次登记的内容超过了对方一次接收的上限，没有送出，都在本机；请管理共享仓库的人调大 receive.maxInputSize，送出后再改回（remote: fatal: pack exceeds maximum allowed size (20.00 KiB)
error: remote unpack failed: index-pack abnormal exit
error: failed to push some refs to '[TEMP]/hub.git'）

"#]],
    );
    police.assert_clean();
}
