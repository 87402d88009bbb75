//! A key in wrong hands: what it changed of keys and settings is put back in the commit that retires it, and what else it signed is unknown
//! until its unit has said whether it is its own.

use serde_json::Value;
use snapbox::str;

use super::district::District;
use super::scene::{LEAD, commit};
use crate::support::{Person, assert_whole};

const NOTICE: &str = "content = 2\ntitle = \"打击越界开采（虚构）\"\nissued = 2025-11-24\n\n[[to]]\nwho = \"linye\"\n";

fn join(district: &District, home: &str, unit: &str) -> (Person, String) {
    let person = district.reader(home);
    let request = person.home.join("r.toml").to_string_lossy().into_owned();
    person.ok(&["join", "--unit", unit, "--name", &format!("{home}（虚构）"), "--out", &request]);
    (person, request)
}

/// How obligations stand for which a record is shown as evidence, by their ids; of those that are unknown, all.
fn standing(person: &Person, record: &str) -> (Vec<String>, usize) {
    let done = person.run(&["check", "--year", "2025", "--format", "json"]);
    let json: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let obligations = json["obligations"].as_array().expect("obligations").clone();
    let names_it = |one: &&Value| one["evidence"].to_string().contains(record);
    let shown = obligations.iter().filter(names_it).map(|one| one["id"].to_string()).collect();
    (shown, obligations.iter().filter(|one| one["state"] == "unknown").count())
}

#[test]
fn what_it_changed_is_put_back_where_it_is_retired() {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    let thief = district.member("office2", "区安委办");
    let office = &district.office;
    let good = office.head();
    let (police_keys, forest_keys) = (office.read("keys/gongan.toml"), office.read("keys/linye.toml"));
    let (settings, bodies) = (office.read("settings.toml"), office.read("bodies.toml"));
    // A back door, with which more is done; another role; somebody retired; a setting; a file that others change as well.
    let (door, request) = join(&district, "door", "区安委办");
    thief.ok(&["key", "add", &request]);
    thief.ok(&["key", "retire", "林业/linye（虚构）"]);
    thief.write("keys/gongan.toml", &police_keys.replace("\"liaison\"", "\"liaison\", \"leader\""));
    commit(&thief, "改用途（虚构）");
    thief.write("bodies.toml", &bodies.replacen("河口街道", "河口街道（伪）", 1));
    commit(&thief, "改名（虚构）");
    thief.ok(&["sync"]);
    door.ok(&["sync"]);
    door.write("settings.toml", &settings.replacen("3 working-days", "300 working-days", 1));
    commit(&door, "改设置（虚构）");
    let (_, second) = join(&district, "door2", "消防");
    door.ok(&["key", "add", &second]);
    door.write("leads/2025/anweiban/001.toml", LEAD);
    commit(&door, "线索（虚构）");
    door.ok(&["sync"]);
    office.ok(&["sync"]);
    office.write("bodies.toml", &office.read("bodies.toml").replacen("（伪）", "（误）", 1));
    commit(office, "改名（虚构）");
    assert_ne!(office.read("settings.toml"), settings);

    let args = ["key", "retire", "区安委办/office2（虚构）", "--compromised", "--last-good", &good];
    let shown = office.ok(&[&args[..], &["--dry-run"]].concat());
    assert_whole(
        &shown,
        str![[r#"
settings.toml
  
  [[setting]]
  id = "notice-term"
- value = "300 working-days"
+ value = "3 working-days"
  clause = "4.3"
  
  [[setting]]
keys/anweiban.toml
  public = "ssh-ed25519 [KEY]"
  role = ["liaison", "office"]
  since = 2025-11-25
+ until = 2025-11-24
  series = "b"
+ last_good = "[ID]"
  
  [[key]]
  name = "door（虚构）"
  public = "ssh-ed25519 [KEY]"
  role = ["liaison", "office"]
  since = 2025-11-25
+ until = 2025-11-24
  series = "c"
+ last_good = "[ID]"
keys/gongan.toml
  [[key]]
  name = "gongan（虚构）"
  public = "ssh-ed25519 [KEY]"
- role = ["liaison", "leader"]
+ role = ["liaison"]
  since = 2025-11-25
keys/linye.toml
  public = "ssh-ed25519 [KEY]"
  role = ["liaison"]
  since = 2025-11-25
- until = 2025-11-24
keys/xiaofang.toml
  public = "ssh-ed25519 [KEY]"
  role = ["liaison"]
  since = 2025-11-25
+ until = 2025-11-24
+ last_good = "[ID]"
以上没有登记（--dry-run）
4 次提交在那之后用这把密钥签名，请逐件核实：
  [ID] 2025-11-25 密钥 区安委办：登记密钥
  [ID] 2025-11-25 密钥 林业：停用密钥
  [ID] 2025-11-25 改用途（虚构）
  [ID] 2025-11-25 改名（虚构）
其中改动过密钥、办公室或设置的：
  [ID] 登记区安委办 door（虚构）的密钥，用途联络员、办公室，自 2025-11-25 起，指纹 SHA256:[KEY]，编号系列 c
  [ID] 林业 linye（虚构）的密钥到 2025-11-24 为止
  [ID] 公安 gongan（虚构）的密钥用途改为联络员、负责人
  [ID] 改动了机构（bodies.toml）：机构 3·全称 河口街道办事处 → 河口街道（伪）办事处
  [ID] 设置“正式通报时限”由 3 个工作日 改为 300 个工作日
  [ID] 登记消防 door2（虚构）的密钥，用途联络员，自 2025-11-25 起，指纹 SHA256:[KEY]
已随停用一并改回：keys/anweiban.toml、keys/gongan.toml、keys/linye.toml、keys/xiaofang.toml、settings.toml（被盗的密钥登记的新密钥不删去，随之停用）
以下文件没有改回：此后别人也改过，或原先没有，请逐处核对（git log -p -- 文件）、手工改好（liandong commit）：bodies.toml

"#]],
    );
    let before = office.commits();
    let told = office.ok(&args);
    assert_eq!(office.commits(), before + 1, "one commit");
    for what in [
        "登记区安委办 door（虚构）的密钥",
        "登记消防 door2（虚构）的密钥",
        "林业 linye（虚构）的密钥到 2025-11-24 为止",
        "公安 gongan（虚构）的密钥用途改为",
        "由 3 个工作日 改为 300 个工作日",
        "手工改好（liandong commit）：bodies.toml",
    ] {
        assert!(told.contains(what), "{what}: {told}");
    }
    assert_eq!(office.read("settings.toml"), settings);
    assert_eq!(office.read("keys/gongan.toml"), police_keys);
    assert_eq!(office.read("keys/linye.toml"), forest_keys);
    let keys = office.read("keys/anweiban.toml");
    assert_eq!(keys.matches(&format!("last_good = \"{good}\"")).count(), 2, "{keys}");
    assert_eq!(keys.matches("until = 2025-11-24").count(), 2, "{keys}");
    assert!(office.read("keys/xiaofang.toml").contains("until = 2025-11-24"));
    office.ok(&["sync"]);
    forest.ok(&["sync"]);
    forest.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 17 件：keys/anweiban、mechanism、keys/gongan、keys/linye、bodies……
密钥失密后签名、须逐件核实 7 件：[ID]、[ID]、[ID]、[ID]、[ID]……
13 次提交都核验通过，到 [ID]

"#]],
    );
    forest.lead("仍可登记");
    forest.ok(&["sync"]);
    door.lead("停用之后");
    door.fails_with(
        &["sync"],
        1,
        str![[r#"
本机登记的有核验不过的，别人不会接收，没有送出：
 提交        文件  问题
 [ID]        door（虚构）的密钥当时已停用或还没有启用
 [ID]        door（虚构）的密钥当时已停用或还没有启用
下一步：密钥没有登记的，把加入申请交办公室；其余的改正后再送

"#]],
    );
    police.ok(&["sync"]);
    police.assert_clean();
}

/// A file of keys that others have changed as well is put back key by key, and what cannot be is named with what it was.
#[test]
fn of_keys_that_others_changed_as_well_the_rest_is_put_back() {
    let district = District::trusted();
    let (police, second) = (district.member("gongan", "公安"), district.member("gongan2", "公安"));
    let thief = district.member("office2", "区安委办");
    let office = &district.office;
    let good = office.head();
    let before = office.read("keys/gongan.toml");
    // Both keys of the police get another role, the office's file a back door; then the office goes on in the same files.
    thief.write("keys/gongan.toml", &before.replace("\"liaison\"", "\"liaison\", \"leader\""));
    commit(&thief, "改用途（虚构）");
    let (_, request) = join(&district, "door", "区安委办");
    thief.ok(&["key", "add", &request]);
    thief.ok(&["sync"]);
    office.ok(&["sync"]);
    let (third, request) = join(&district, "gongan3", "公安");
    office.ok(&["key", "add", &request]);
    let (_, request) = join(&district, "office3", "区安委办");
    office.ok(&["key", "add", &request]);
    office.ok(&["key", "retire", "公安/gongan2（虚构）"]);
    let args = ["key", "retire", "区安委办/office2（虚构）", "--compromised", "--last-good", &good];
    let told = office.ok(&args);
    assert_whole(
        &told,
        str![[r#"
已登记 密钥 区安委办（keys/anweiban.toml）
已登记 密钥 公安（keys/gongan.toml）
2 次提交在那之后用这把密钥签名，请逐件核实：
  [ID] 2025-11-25 改用途（虚构）
  [ID] 2025-11-25 密钥 区安委办：登记密钥
其中改动过密钥、办公室或设置的：
  [ID] 公安 gongan（虚构）的密钥用途改为联络员、负责人
  [ID] 公安 gongan2（虚构）的密钥用途改为联络员、负责人
  [ID] 登记区安委办 door（虚构）的密钥，用途联络员、办公室，自 2025-11-25 起，指纹 SHA256:[KEY]，编号系列 c
已随停用一并改回：keys/anweiban.toml、keys/gongan.toml（被盗的密钥登记的新密钥不删去，随之停用）
没有改回的密钥事项，此后别人也改过，请逐项核对，在文件里改好再登记（liandong commit）：
  keys/gongan.toml 公安 gongan2（虚构） 的密钥，原先用途是联络员，自 2025-11-25 起

"#]],
    );
    assert!(!told.contains("公安 gongan（虚构） 的密钥，原先"), "{told}");
    let after = office.read("keys/gongan.toml");
    let of = |name: &str| after.split("[[key]]").find(|key| key.contains(name)).expect("a key").to_owned();
    assert!(!of("\"gongan（虚构）").contains("leader"), "put back: {after}");
    assert!(
        of("gongan2（虚构）").contains("leader") && of("gongan2（虚构）").contains("until"),
        "left as others made it: {after}"
    );
    assert!(of("gongan3（虚构）").contains("liaison"), "kept: {after}");
    let keys = office.read("keys/anweiban.toml");
    let ended = keys.split("[[key]]").filter(|key| key.contains("last_good")).count();
    assert_eq!(ended, 2, "the thief's and the back door: {keys}");
    assert!(keys.split("[[key]]").any(|key| key.contains("office3（虚构）") && !key.contains("until")), "{keys}");
    office.ok(&["sync"]);
    third.ok(&["sync"]);
    third.lead("登记");
    third.ok(&["sync"]);
    for person in [&police, &second] {
        person.ok(&["sync"]);
        assert!(person.ok(&["verify"]).contains("核验通过"));
    }
}

#[test]
fn what_somebody_vouches_for_stays() {
    let district = District::trusted();
    let second = district.member("office2", "区安委办");
    let office = &district.office;
    let good = office.head();
    let (_, request) = join(&district, "linye", "林业");
    second.ok(&["key", "add", &request]);
    let own = second.head();
    let (_, request) = join(&district, "gongan", "公安");
    second.ok(&["key", "add", &request]);
    second.ok(&["sync"]);
    office.ok(&["sync"]);
    let retire = ["key", "retire", "区安委办/office2（虚构）", "--compromised", "--last-good", &good, "--vouch", &own];
    office.ok(&retire);
    assert!(!office.read("keys/linye.toml").contains("until"));
    assert!(office.read("keys/gongan.toml").contains("until = 2025-11-24"));
    assert!(office.read("people/anweiban.toml").contains(&own));
    let told = office.run(&["check", "--year", "2025"]);
    let told = crate::support::said(&told);
    assert!(!told.contains(&own[..10]) && told.contains("liandong key vouch"), "{told}");
    office.ok(&["sync"]);
    // Of another unit's key the office does not say it.
    let forest = district.member("nongshui", "农水");
    forest.lead("一");
    forest.ok(&["sync"]);
    office.ok(&["sync"]);
    let retire = ["key", "retire", "农水/nongshui（虚构）", "--compromised", "--last-good", "HEAD~1", "--vouch", "HEAD"];
    office.fails_with(
        &retire,
        2,
        str![[r#"
未能完成：农水的提交由农水自己确认（liandong key vouch）

"#]],
    );
}

#[test]
fn what_it_signed_is_unknown_until_its_unit_settles_it() {
    let district = District::trusted();
    let (police, office) = (district.member("gongan", "公安"), &district.office);
    let good = police.head();
    let file = |person: &Person, number: u8| {
        // The same paper twice would be one.
        let notice = NOTICE.replace("越界开采", &format!("越界开采第{number}号"));
        person.write(&format!("notices/2025/gongan/00{number}.toml"), &notice);
        commit(person, &format!("通报{number}（虚构）"));
        person.head()
    };
    let (first, second) = (file(&police, 1), file(&police, 2));
    // The thief vouches for it beforehand, in the unit's own file.
    police.write("people/gongan.toml", &format!("vouched = [\"{second}\"]\n"));
    commit(&police, "确认（虚构）");
    let forged = police.head();
    let third = file(&police, 3);
    police.ok(&["sync"]);
    office.ok(&["sync"]);
    let (before, unknown) = standing(office, "gongan/001");
    assert!(!before.is_empty(), "it shows something");
    office.ok(&["key", "retire", "公安/gongan（虚构）", "--compromised", "--last-good", &good]);
    office.ok(&["sync"]);
    let told = crate::support::said(&office.run(&["check", "--year", "2025"]));
    for commit in [&first, &second, &forged, &third] {
        assert!(told.contains(&format!("liandong key vouch {}", &commit[..10])), "{commit}: {told}");
    }
    let (after, more) = standing(office, "gongan/001");
    assert!(after.is_empty() && more > unknown, "{after:?} {unknown} {more}");

    // Nobody else settles it, and not with the key that was lost.
    office.says(
        &["key", "vouch", &first],
        str![[r#"
那里没有本单位密钥失密以后签的、还没有确认的提交；liandong check 列出全部

"#]],
    );
    police.ok(&["sync"]);
    let refused = police.refused(&["key", "vouch", &first]);
    assert_whole(
        &refused,
        str![[r#"
未能完成：people/gongan 归公安，本机的密钥不能为它签名，登记了也送不出去；请由公安登记，或看 liandong whoami

"#]],
    );
    let new = district.member("gongan2", "公安");
    new.says(
        &["key", "vouch", &good],
        str![[r#"
那里没有本单位密钥失密以后签的、还没有确认的提交；liandong check 列出全部

"#]],
    );
    new.ok(&["key", "vouch", &first]);
    new.ok(&["key", "disown", &third]);
    new.ok(&["sync"]);
    office.ok(&["sync"]);
    let told = crate::support::said(&office.run(&["check", "--year", "2025"]));
    for (commit, is_open) in [(&first, false), (&third, false), (&second, true), (&forged, true)] {
        assert_eq!(told.contains(&format!("liandong key vouch {}", &commit[..10])), is_open, "{commit}: {told}");
    }
    assert_eq!(standing(office, "gongan/001").0, before);
    assert!(standing(office, "gongan/003").0.is_empty(), "what is disowned shows nothing");
    // A range settles the rest; another word may be said later.
    new.ok(&["key", "vouch", &format!("{first}..{forged}")]);
    new.ok(&["key", "vouch", &third]);
    new.ok(&["sync"]);
    office.ok(&["sync"]);
    assert!(!crate::support::said(&office.run(&["check", "--year", "2025"])).contains("liandong key vouch"));
    assert!(!standing(office, "gongan/003").0.is_empty());
    // Nor does `verify` ask any more for what is settled.
    let told = office.ok(&["verify"]);
    assert!(told.contains("核验通过") && !told.contains("须逐件核实"), "{told}");
    new.ok(&["key", "disown", &second]);
    new.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 5 件：keys/anweiban、mechanism、keys/gongan
密钥失密后签名、须逐件核实 1 件：[ID]
13 次提交都核验通过，到 [ID]
有 1 次登记还没有送出；送出用 liandong sync

"#]],
    );
}

/// What counts towards a minimum counts no more, and nothing is said to be missing that may be there.
#[test]
fn a_minimum_that_rests_on_it_is_unknown() {
    let district = District::trusted();
    let (police, office) = (district.member("gongan", "公安"), &district.office);
    let good = police.head();
    police.write("notices/2025/gongan/001.toml", NOTICE);
    commit(&police, "通报（虚构）");
    police.ok(&["sync"]);
    office.ok(&["sync"]);
    let notices = |person: &Person| {
        let done = person.run(&["check", "--year", "2025", "--as-of", "2025-12-31", "--format", "json"]);
        let json: Value = serde_json::from_slice(&done.stdout).expect("JSON");
        let all = json["obligations"].as_array().expect("obligations").clone();
        let counted = |one: &&Value| one["least"].is_number() || one["count"].as_u64().is_some_and(|count| count > 0);
        let states = all.iter().filter(counted).map(|one| (one["id"].to_string(), one["state"].to_string()));
        states.collect::<std::collections::BTreeMap<_, _>>()
    };
    let before = notices(office);
    office.ok(&["key", "retire", "公安/gongan（虚构）", "--compromised", "--last-good", &good]);
    let after = notices(office);
    let changed: Vec<_> = before.iter().filter(|(id, state)| after.get(*id).is_some_and(|now| now != *state)).collect();
    assert!(!changed.is_empty(), "{before:?} {after:?}");
    for (id, state) in &changed {
        assert!(state.as_str() == "\"met\"" && after[*id].contains("unknown"), "{id}: {state} {}", after[*id]);
    }
}

#[test]
fn what_a_thief_vouched_for_the_unit_can_vouch_for_itself() {
    let district = District::trusted();
    let (police, office) = (district.member("gongan", "公安"), &district.office);
    let good = police.head();
    police.write("notices/2025/gongan/001.toml", NOTICE);
    commit(&police, "通报（虚构）");
    let notice = police.head();
    police.write("people/gongan.toml", &format!("vouched = [\"{notice}\"]\n"));
    commit(&police, "确认（虚构）");
    police.ok(&["sync"]);
    office.ok(&["sync"]);
    office.ok(&["key", "retire", "公安/gongan（虚构）", "--compromised", "--last-good", &good]);
    office.ok(&["sync"]);
    let new = district.member("gongan2", "公安");
    assert!(standing(&new, "gongan/001").0.is_empty());
    new.ok(&["key", "disown", &notice]);
    new.ok(&["key", "vouch", &notice]);
    assert!(!standing(&new, "gongan/001").0.is_empty());
}
