//! A register in a folder of a repository that holds something else as well: a README, a CI.

use std::fs;

use crate::support::{Person, Register, assert_whole, clean, copy_folder, said};
use serde_json::Value;
use snapbox::str;

const ORDER: &str = "hazards/2025/yingji/002.toml";

/// A repository with a README, and in `data` the invented year.
struct Mixed {
    register: Register,
    /// The same person, in the register's folder.
    below: Person,
}

impl Mixed {
    fn new() -> Self {
        let register = Register::of_example();
        for file in fs::read_dir(&register.folder).expect("a folder").flatten().filter(|file| file.file_name() != ".git") {
            let path = file.path();
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("removed");
        }
        copy_folder(&clean(), &register.folder.join("data"));
        register.write("README.md", "# 一份台账（虚构）\n");
        register.write(".github/workflows/check.yml", "on: push\n");
        register.git(&["add", "-A"]);
        register.git(&["commit", "-qm", "移入 data（虚构）"]);
        let below = register.in_folder(register.folder.join("data"));
        Self { register, below }
    }

    fn file(&self, title: &str) -> String {
        let lead = ["lead", "new", "--as", "公安", "--received", "2025-12-01", "--channel", "举报电话", "--title", title];
        self.below.ok(&lead)
    }
}

/// Another clone of the same repository, by git.
fn clone_of(mixed: &Mixed, there: &str, name: &str) -> Person {
    let other = mixed.register.in_folder(mixed.register.home.join(name));
    mixed.register.git(&["clone", "-q", there, &other.folder.to_string_lossy()]);
    let below = other.in_folder(other.folder.join("data"));
    below.ok(&["sync", there]);
    below
}

fn shared(mixed: &Mixed) -> String {
    let there = mixed.register.home.join("hub.git").to_string_lossy().into_owned();
    mixed.register.git(&["init", "-q", "--bare", "-b", "main", &there]);
    mixed.below.ok(&["sync", &there]);
    there
}

#[test]
fn history_and_the_three_states_are_told() {
    let mixed = Mixed::new();
    mixed.file("夜间爆破（虚构）");
    let told = mixed.below.ok(&["history", "notices/2025/gongan/001"]);
    assert_whole(
        &told,
        str![[r#"
通报 2025-公安-001

2026-01-05 09:00  登记员（虚构）  移入 data（虚构）（[ID]）
  通报内容：4
  标题：关于2025年民用爆炸物品监管情况的通报（虚构）
  正文：全年检查爆破作业单位6次，监督退库1次，问题1项已办结。
  印发日期：2025-11-26
  文种：通报
  发文字号：云公分〔2025〕40号
  主送 1·单位：应急
  主送 2·单位：自然资源
  主送 3·单位：发改
  主送 4·单位：工信
  主送 5·单位：生态环境
  主送 6·单位：人社
  主送 7·单位：住建
  主送 8·单位：消防
  主送 9·单位：农水
  主送 10·单位：林业
  审核·审核人：刘某甲
  审核·职务：分管负责人
  审核·审核日期：2025-11-25
  审核·审核方式：办公系统
  审核·凭据：签批单（虚构）
  审核·信息共享·共享内容：全文
  审核·信息共享·共享方式：书面印发各成员单位
  职责依据：1.4.1、1.4.2
  公开属性：公开

"#]],
    );
    let told = mixed.below.ok(&["history", "leads/2025/gongan/001"]);
    assert_whole(
        &told,
        str![[r#"
线索 2025-公安-001

2026-01-05 09:00  登记员（虚构）  线索 2025-公安-001：登记一条线索（[ID]）
  收到日期：2025-12-01
  来源渠道：举报电话
  标题：夜间爆破（虚构）

"#]],
    );
    let told = mixed.below.ok(&["diff", "--since", "HEAD~1"]);
    assert!(told.contains("leads/2025/gongan/001") && !told.contains("README"), "{told}");
    let text = mixed.below.read(ORDER);
    mixed.below.write(ORDER, &format!("{text}\n# 手记（虚构）\n"));
    mixed.register.write("README.md", "# 改过（虚构）\n");
    fs::remove_file(mixed.below.folder.join("upward/2025/anweiban/003.toml")).expect("deleted");
    for (place, args) in [
        (&mixed.below, &["check", "--year", "2025"][..]),
        (&mixed.below, &["verify"]),
        (&*mixed.register, &["check", "--year", "2025"]),
    ] {
        let told = said(&place.run(args));
        assert!(told.contains(&format!("手工改动还没有登记：{ORDER}；")), "{args:?}: {told}");
        assert!(told.contains("不在文件夹里：upward/2025/anweiban/003.toml"), "{args:?}: {told}");
        assert!(!told.contains("README"), "{args:?}: {told}");
    }
}

#[test]
fn places_for_hosts_of_code_begin_at_the_top() {
    let mixed = Mixed::new();
    mixed.below.write("hazards/2025/yingji/002 (1).toml", "x = 1\n");
    for place in [&mixed.below, &*mixed.register] {
        let done = place.run(&["check", "--year", "2025", "--format", "sarif"]);
        let sarif: Value = serde_json::from_slice(&done.stdout).expect("JSON");
        let results = sarif["runs"][0]["results"].as_array().expect("results");
        let uris: Vec<&str> = results
            .iter()
            .filter_map(|result| result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str())
            .collect();
        assert!(!uris.is_empty() && uris.iter().all(|uri| uri.starts_with("data/")), "{uris:?}");
        assert!(uris.contains(&"data/hazards/2025/yingji/002%20%281%29.toml"), "{uris:?}");
        let told = said(&place.run(&["check", "--year", "2025", "--format", "github"]));
        assert!(told.contains("file=data/hazards/2025/yingji/002 (1).toml"), "{told}");
    }
}

#[test]
fn two_clones_end_equal_and_lose_nothing_beside_the_register() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    let other = clone_of(&mixed, &there, "other");
    // Each files, and each changes something beside the register.
    mixed.file("夜间爆破（虚构）");
    mixed.register.write("README.md", "# 主线（虚构）\n");
    mixed.register.git(&["commit", "-qam", "README（虚构）"]);
    let lead = ["lead", "new", "--as", "应急", "--received", "2025-12-02", "--channel", "巡查发现", "--title", "越界（虚构）"];
    other.ok(&lead);
    fs::write(other.folder.with_file_name("notes.txt"), "支线（虚构）\n").expect("written");
    other.git(&["add", "../notes.txt"]);
    other.git(&["commit", "-qm", "notes（虚构）"]);
    // A README is no filing.
    assert!(said(&mixed.below.run(&["check", "--year", "2025"])).contains("有 1 次登记还没有送出"));
    mixed.below.says(
        &["sync"],
        str![[r#"
送出 1 次登记

"#]],
    );
    other.ok(&["sync"]);
    mixed.below.ok(&["sync"]);
    assert_eq!(mixed.register.head(), other.head());
    for person in [&mixed.below, &other] {
        person.assert_clean();
        let top = person.folder.parent().expect("a top");
        assert_eq!(fs::read_to_string(top.join("README.md")).expect("there"), "# 主线（虚构）\n");
        assert_eq!(fs::read_to_string(top.join("notes.txt")).expect("there"), "支线（虚构）\n");
        assert!(person.read("leads/2025/gongan/001.toml").contains("夜间爆破"));
        assert!(person.ok(&["list", "线索"]).contains("越界"));
    }
}

#[test]
fn what_both_changed_beside_the_register_is_for_people() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    let other = clone_of(&mixed, &there, "other");
    for (person, words) in [(&mixed.below, "甲"), (&other, "乙")] {
        fs::write(person.folder.with_file_name("README.md"), words).expect("written");
        person.git(&["commit", "-qam", "README（虚构）"]);
    }
    mixed.below.ok(&["sync"]);
    let told = other.refused(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
未能完成：台账以外的 README.md 两边都改过，或不是普通文件，这里不能合并；请先用 git pull --no-rebase 合并，再运行 liandong sync

"#]],
    );
    // A folder on one side where the other has a file is the same.
    other.git(&["reset", "-q", "--hard", "origin/main"]);
    fs::write(mixed.register.folder.join("notes"), "文件（虚构）\n").expect("written");
    fs::create_dir(other.folder.with_file_name("notes")).expect("a folder");
    fs::write(other.folder.with_file_name("notes").join("a"), "夹里（虚构）\n").expect("written");
    for (person, path) in [(&*mixed.register, "notes"), (&other, "../notes/a")] {
        person.git(&["add", path]);
        person.git(&["commit", "-qm", "notes（虚构）"]);
    }
    mixed.below.ok(&["sync"]);
    other.refused_with(
        &["sync"],
        str![[r#"
未能完成：台账以外的 notes/a 两边都改过，或不是普通文件，这里不能合并；请先用 git pull --no-rebase 合并，再运行 liandong sync

"#]],
    );
    // And what git alone takes as what it is.
    other.git(&["reset", "-q", "--hard", "HEAD~1"]);
    mixed.register.git(&["update-index", "--chmod=+x", "README.md"]);
    mixed.register.git(&["commit", "-qm", "可执行（虚构）"]);
    mixed.register.git(&["push", "-q", "origin", "main"]);
    other.refused_with(
        &["sync"],
        str![[r#"
未能完成：台账以外的 README.md 两边都改过，或不是普通文件，这里不能合并；请先用 git pull --no-rebase 合并，再运行 liandong sync

"#]],
    );
    other.git(&["pull", "-q", "--no-rebase"]);
    other.ok(&["sync"]);
}

#[test]
fn what_is_not_committed_beside_the_register_stays_with_its_maker() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    let other = clone_of(&mixed, &there, "other");
    fs::write(other.folder.with_file_name("README.md"), "改到一半（虚构）\n").expect("written");
    mixed.register.write("README.md", "# 主线（虚构）\n");
    mixed.register.git(&["commit", "-qam", "README（虚构）"]);
    mixed.below.ok(&["sync"]);
    let told = other.refused(&["sync"]);
    assert_whole(
        &told,
        str![[r#"
未能完成：README.md 与已登记的内容不同（手工改过，或别处已改），没有登记；请先用 liandong commit 提交，或还原（git restore README.md）

"#]],
    );
}

#[test]
fn a_register_that_was_never_committed_there_says_so() {
    let mixed = Mixed::new();
    mixed.register.git(&["rm", "-rq", "--cached", "data"]);
    mixed.register.git(&["commit", "-qm", "拿出 data（虚构）"]);
    let told = said(&mixed.below.run(&["check", "--year", "2025"]));
    assert_whole(
        &told,
        str![[r#"
云城区非煤矿山安全监管协调联动工作机制
2025 年 · 截至 2026-01-05 · 关于印发《云城区非煤矿山安全监管协调联动工作机制》的通知（2024-08-15 起施行）

义务
 灯  义务  条款         要点                                          状态        次数  记录与说明
 —   O1    二（二）     联席会议由十一个单位组成                      定义性条款
 —   O2    二（三）     议题属于联席会议的五项任务                    定义性条款
 绿  O3    二（四）     区安委办提出并召集联席会议                    已落实      1     会议 2025-区安委办-001
 绿  O4    二（四）     每年召开联席会议                              已落实      1/1   会议 2025-区安委办-001；到会 10/11
 —   O5    二（四）     根据需要随时召开联席会议                      准许性条款        条文只准许随时召开，没有次数要求，召开与否都符合本条；随时召开的会议同样计入每年一次
 —   O6    二（四）     邀请属地镇街和其他有关部门参会                准许性条款  1     会议 2025-区安委办-001；已采用
 绿  O7    二（五）     区应急管理局分管负责人主持会议                已落实      1     会议 2025-区安委办-001
 绿  O8    二（五）     参会单位提前准备议题材料                      已落实      4     议题 2025-区安委办-001、议题 2025-公安-001 等
 绿  O9    二（六）     形成会议纪要                                  已落实      1     会议 2025-区安委办-001
 绿  O10   二（六）     落实会议议定事项                              已落实      3     会议 2025-区安委办-001#2、会议 2025-区安委办-001#1 等
 绿  O11   二（七）     难以协调的问题报请上级决定                    已落实      1     会议 2025-区安委办-001#4
 —   O12   三（二）     联合执法由八个单位组成                        定义性条款
 —   O13   三（三）     联合执法有问题或部署作依据                    定义性条款
 绿  O14   三（四）     每年至少开展一次联合执法                      已落实      1/1   执法 2025-区安委办-001；参加 8/8
 绿  O15   三（四）     区安委办牵头组织联合执法                      已落实      1     执法 2025-区安委办-001
 绿  O16   三（四）     组成联合执法组并由组长负责                    已落实      1     执法 2025-区安委办-001
 —   O17   三（四）     根据需要设立工作小组                          准许性条款  1     执法 2025-区安委办-001；已采用
 —   O18   三（四）     邀请专家或有关单位人员参加                    准许性条款  1     执法 2025-区安委办-001；已采用
 绿  O19   三（五）     执法文书和处罚由监管部门依法下达实施          已落实      2     文书 2025-应急-001、文书 2025-应急-002
 绿  O20   三（五）     重大隐患采取现场处置措施                      已落实      1     执法 2025-区安委办-001#1
 绿  O21   三（五）     督促企业落实整改                              已落实      3     隐患 2025-应急-001、执法 2025-区安委办-001#12 等
 绿  O22   三（五）     开展复查                                      已落实      1     隐患 2025-应急-001
 绿  O23   三（六）     联合执法总结报区安委办                        已落实      1     执法 2025-区安委办-001
 绿  O24   三（七）     通报联合执法情况                              已落实      1     执法 2025-区安委办-001
 绿  O25   三（七）     提出整改要求                                  已落实      1     执法 2025-区安委办-001
 —   O26   三（七）     视情况向市安委办报告                          准许性条款  1     执法 2025-区安委办-001；已采用
 —   O27   四（二）     通报内容属于规定的五类                        定义性条款
 绿  O28   四（三）     每年进行信息通报                              已落实      7/1   通报 2025-应急-001、通报 2025-自然资源-001 等
 绿  O29   四（三）     重要信息及时通报                              已落实      2     线索 2025-自然资源-001、文书 2025-应急-003
 绿  O30   四（三）     涉及其他单位工作的向其通报                    已落实      2     通报 2025-自然资源-001、通报 2025-应急-003
 绿  O31   四（四）     重大隐患处理时同步通报                        已落实      2     隐患 2025-应急-001、隐患 2025-应急-002
 绿  O32   四（四）     通报说明已采取的措施                          已落实      2     通报 2025-应急-002、通报 2025-应急-003
 绿  O33   四（四）     通报提出意见和建议                            已落实      2     通报 2025-应急-002、通报 2025-应急-003
 绿  O34   四（五）     通报采取正式文件形式                          已落实      7     通报 2025-应急-001、通报 2025-自然资源-001 等
 绿  O35   四（五）     分管领导审核把关                              已落实      7     通报 2025-应急-001、通报 2025-自然资源-001 等
 绿  O36   四（五）     确定信息共享的内容和方式                      已落实      7     通报 2025-应急-001、通报 2025-自然资源-001 等
 绿  O37   四（五）     内部信息采取保密措施                          已落实      1     通报 2025-自然资源-001
 绿  O38   四（六）     共性问题提出工作意见建议                      已落实      1     通报 2025-应急-004
 —   O39   四（六）     共性问题视情况报告区政府                      准许性条款  1     通报 2025-应急-004；已采用
 —   O40   五（一）     自印发之日起执行                              定义性条款        条文只定施行日期，没有可对照的具体行为；2024年8月15日以前的事实可以登记，但不作评价
 绿  O41   五（二）     执行中的问题及时反馈                          已落实      1     回应 2025-农水-003
 绿  O42   五（三）     指定专人负责                                  已落实      11    人员 发改、人员 公安 等
 绿  O43   五（三）     联络员变动及时调整                            已落实      1     人员 林业
 —   O44   五（三）     按期报送联络员及联系方式                      未见情形          条文所定日期为 2024-08-21，不在本年
 绿  O45   一（一）4    制定并实施年度监督检查计划                    已落实      1     计划 2025-应急-001
 —   O46   一（四）2    停产、关闭矿山的民用爆炸物品封存、退库、清退  未见情形          台账中未见适用情形
 —   O47   一（九）3    关闭前完成水土保持治理                        未见情形          台账中未见适用情形
 绿  O48   一（一）8    组织一般事故的调查处理                        已落实      1     事故 2025-应急-001
 绿  O49   一（四）3    参与事故调查处理                              已落实      1     事故 2025-应急-001
 绿  O50   一（十一）3  参与事故应急救援                              已落实      1     事故 2025-应急-001
 —   O51   一（三）2    参与民爆生产销售环节的应急处置                未见情形          台账中未见适用情形
 绿  O52   一（一）6    监督安全设施“三同时”                          已落实      1     三同时 2025-应急-001
 绿  O53   一（七）1    监督检查环境保护设施“三同时”                  已落实      1     三同时 2025-生态环境-001
 —   O54   一（九）1    监督检查水土保持设施“三同时”                  未见情形          台账中未见适用情形
 —   O55   一（四）2    安全设施未落实“三同时”的不供给民用爆炸物品    未见情形          台账中未见适用情形
 —   O56   一（一）1    指导监督安全生产准入，安全生产许可证到期      未见情形          台账中未见适用情形
 —   O57   一（四）1    爆破作业环节安全监管，许可证到期              未见情形          台账中未见适用情形
 —   O58   一（六）2    查处无证开采，采矿许可证到期                  未见情形          台账中未见适用情形
 —   O59   一（七）3    环境保护监督管理，排污许可证到期              未见情形          台账中未见适用情形
 —   O60   一（十）1    监督使用林地，审核同意书到期                  未见情形          台账中未见适用情形
不由程序判定：O61（理由见 liandong explain）

信息通报（按单位，条文未要求每个单位都有）
  应急 4 · 工信 1 · 公安 1 · 自然资源 1
  台账中未见记录：发改、人社、生态环境、住建、农水、林业、消防

职责 54 项，其中 14 项当年有登记；逐项见 liandong duty list --year 2025

共 62 条记录：需更正 0 · 未落实 0 · 提醒 0 · 建议 0 · 已作说明 0
台账还没有提交过：mechanism.toml 等 114 个文件不在任何提交中，别人取不到；请运行 git add -A，再运行 git commit -m 台账
22 项时限等设置为工具参考值，未经本办确认（liandong list settings；由办公室确定：liandong settings adopt）

"#]],
    );
    let told = mixed.below.fails(&["check", "--rev", "HEAD"], 2);
    assert_whole(
        &told,
        str![[r#"
未能完成：读不出提交“HEAD”：版本“HEAD”里没有文件夹 data

"#]],
    );
    mixed.below.fails_with(
        &["sync", "/nowhere.git"],
        2,
        str![[r#"
未能完成：台账还没有提交过：mechanism.toml 等 114 个文件不在任何提交中，别人取不到；请运行 git add -A，再运行 git commit -m 台账

"#]],
    );
}

#[test]
fn signatures_are_not_turned_on_there_and_the_cause_is_told() {
    let mixed = Mixed::new();
    mixed.below.ok(&["join", "--unit", "区安委办", "--name", "甲（虚构）"]);
    let told = mixed.below.refused(&["trust", "on", "--as", "区安委办"]);
    assert_whole(
        &told,
        str![[r#"
未能完成：台账不在 git 仓库的最上层，不能启用签名：改仓库里其他文件的人没有台账的密钥，他们的提交无从核验；请把台账单独建成一个仓库

"#]],
    );
    // A signed register that somebody put there is neither sent nor called verified.
    let other = Register::of_example();
    other.ok(&["join", "--unit", "区安委办", "--name", "甲（虚构）"]);
    other.ok(&["trust", "on", "--as", "区安委办"]);
    for name in ["keys", "mechanism.toml"] {
        let (from, to) = (other.folder.join(name), mixed.below.folder.join(name));
        if from.is_dir() { copy_folder(&from, &to) } else { fs::copy(from, to).map(drop).expect("copied") }
    }
    mixed.register.git(&["add", "-A"]);
    mixed.register.git(&["-c", "commit.gpgsign=false", "commit", "-qm", "搬来（虚构）"]);
    for args in [&["verify"][..], &["sync", "/nowhere.git"]] {
        assert!(mixed.below.fails(args, 2).contains("不在 git 仓库的最上层"), "{args:?}");
    }
}

/// The gate looks at the top of a shared repository: where the register does not lie there, it would refuse everything.
#[test]
fn no_gate_is_put_up_before_a_register_below_the_top() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    mixed.below.fails_with(
        &["hook", "install", &there],
        2,
        str![[r#"
未能完成：[TEMP]/hub.git 里的台账不在最上层，关口只看最上层的台账，没有装；可以不装关口，或另建一个只放台账的仓库

"#]],
    );
    mixed.file("之后");
    mixed.below.says(
        &["sync"],
        str![[r#"
送出 1 次登记

"#]],
    );
}

/// What only reads finds the register from the top; what files into it says how.
#[test]
fn from_the_top_what_files_says_where_the_register_is() {
    let mixed = Mixed::new();
    let sub = mixed.register.in_folder(mixed.register.folder.join("docs/更深"));
    fs::create_dir_all(&sub.folder).expect("a folder");
    let lead = ["lead", "new", "--as", "公安", "--received", "2025-12-01", "--channel", "举报电话", "--title", "题（虚构）"];
    for (person, data) in [(&*mixed.register, "data"), (&sub, "../../data")] {
        for args in [&lead[..], &["fmt"], &["sync"]] {
            let told = person.fails(args, 2);
            assert!(told.contains(&format!("请 cd {data}，或加 --data {data}")), "{args:?}: {told}");
        }
        // As it is said.
        person.ok(&[&lead[..], &["--data", data]].concat());
    }
    assert_eq!(mixed.below.ok(&["list", "线索", "--where", "title=题（虚构）", "--count"]).trim(), "2");
}

#[test]
fn a_clone_of_a_register_below_the_top_says_how_it_is_fetched() {
    let mixed = Mixed::new();
    let there = shared(&mixed);
    let other = mixed.register.in_folder(mixed.register.home.clone());
    let told = other.fails(&["clone", &there, "副本"], 2);
    assert!(told.contains(&format!("git clone {there}，")) && told.contains(&format!("data 里 liandong sync {there}")), "{told}");
    assert!(!other.folder.join("副本").exists());
    // As it is said.
    other.git(&["clone", "-q", &there]);
    let below = other.in_folder(other.folder.join("hub/data"));
    below.ok(&["sync", &there]);
    below.says(
        &["list", "线索"],
        str![[r#"
 编号                    收到日期    重要情形            矿山              标题                          承办单位  核查结果
 线索 2025-自然资源-001  2025-03-04  被举报涉嫌越界开采  大山石场（虚构）  反映石场涉嫌越界开采（虚构）  自然资源  有

共 1 条

"#]],
    );
}
