//! The folder, the last commit and the shared place are three states: where they differ it is said, with the command.

use std::fs;

use snapbox::str;

use crate::support::{Person, Register, assert_whole, example, said};

/// What tells of them.
const TELL: &[&[&str]] =
    &[&["check", "--year", "2025"], &["verify"], &["report", "--year", "2025", "--format", "json"], &["sync"]];

/// A register with a shared place that has all of it.
fn shared() -> Register {
    let register = Register::of_example();
    let there = register.home.join("共享.git");
    register.git(&["init", "-q", "--bare", "-b", "main", &there.to_string_lossy()]);
    register.ok(&["sync", &there.to_string_lossy()]);
    register
}

#[test]
fn where_all_are_one_nothing_is_said() {
    let register = shared();
    for args in TELL {
        let told = register.ok(args);
        assert!(!told.contains("手工改动") && !told.contains("不在文件夹里") && !told.contains("还没有送出"), "{args:?}: {told}");
    }
}

#[test]
fn a_record_that_was_changed_made_or_deleted_by_hand_is_told_by_each() {
    let register = shared();
    let (changed, made, deleted) =
        ("hazards/2025/yingji/002.toml", "hazards/2025/yingji/003.toml", "upward/2025/anweiban/003.toml");
    let text = register.read(changed);
    register.write(changed, &format!("{text}\n# 手记（虚构）\n"));
    register.write(made, &register.read("hazards/2025/yingji/001.toml"));
    fs::remove_file(register.folder.join(deleted)).expect("deleted");
    for args in TELL {
        let told = said(&register.run(args));
        assert!(told.contains(&format!("手工改动还没有登记：{changed}、{made}；登记用 liandong commit")), "{args:?}: {told}");
        assert!(told.contains(&format!("已登记的记录不在文件夹里：{deleted}；放回用 git restore {deleted}")), "{args:?}: {told}");
    }
    // In JSON too.
    let told: serde_json::Value =
        serde_json::from_slice(&register.run(&["check", "--year", "2025", "--format", "json"]).stdout).expect("JSON");
    assert_eq!(told["folder"]["missing"], serde_json::json!([deleted]));
    // The commands do what they say.
    register.git(&["restore", deleted]);
    register.git(&["restore", changed]);
    fs::remove_file(register.folder.join(made)).expect("removed");
    assert!(!register.ok(&["check", "--year", "2025"]).contains("手工改动"));
}

/// git can be told not to look at a file, and a file can be given back its times: what it says counts.
#[test]
fn what_git_was_told_not_to_see_is_told_by_each() {
    let register = shared();
    let files = ["hazards/2025/yingji/001.toml", "hazards/2025/yingji/002.toml", "orders/2025/yingji/001.toml"];
    register.git(&["update-index", "--assume-unchanged", files[0]]);
    register.git(&["update-index", "--skip-worktree", files[1]]);
    for file in files {
        let (path, text) = (register.folder.join(file), register.read(file));
        let times = fs::metadata(&path).and_then(|found| found.modified()).expect("times");
        let same_size = text.replacen('\n', " ", 1);
        register.write(file, &if file == files[2] { same_size } else { format!("{text}# 手记（虚构）\n") });
        fs::File::open(&path).and_then(|file| file.set_modified(times)).expect("given back");
    }
    let made = "hazards/2025/yingji/003.toml";
    register.write(made, &register.read("hazards/2025/gongan/001.toml"));
    fs::write(register.folder.join(".git/info/exclude"), "hazards/2025/yingji/003.toml\n").expect("a rule");
    for args in TELL {
        let told = said(&register.run(args));
        assert!(told.contains(&format!("手工改动还没有登记：{} 等 4 件", files.join("、"))), "{args:?}: {told}");
    }
}

/// How lines end is a matter of the editor.
#[test]
fn lines_that_end_otherwise_are_no_change() {
    let register = shared();
    let file = "hazards/2025/yingji/002.toml";
    register.write(file, &register.read(file).replace('\n', "\r\n"));
    for args in TELL {
        assert!(!said(&register.run(args)).contains("手工改动"), "{args:?}");
    }
}

#[test]
fn what_points_at_a_record_deleted_by_hand_is_not_explained_away() {
    let register = Register::of_example();
    let deleted = "enforcements/2025/anweiban/001.toml";
    fs::remove_file(register.folder.join(deleted)).expect("deleted");
    let told = said(&register.run(&["check", "--year", "2025"]));
    assert!(told.contains("F01") && !told.contains("liandong amend"), "{told}");
    assert!(told.contains(&format!("命令 git restore {deleted}")), "{told}");
}

#[test]
fn what_was_filed_and_not_sent_is_counted() {
    let register = shared();
    register.ok(&[
        "hazard",
        "new",
        "--found",
        "今天",
        "--as",
        "应急",
        "--mine",
        "dashan",
        "--source-kind",
        "inspection",
        "--nature",
        "hazard",
        "--description",
        "题（虚构）",
    ]);
    assert!(said(&register.run(&["check", "--year", "2025"])).contains("有 1 次登记还没有送出；送出用 liandong sync"));
    register.ok(&["sync"]);
    assert!(!said(&register.run(&["check", "--year", "2025"])).contains("还没有送出"));
}

#[test]
fn a_register_that_was_never_committed_is_not_sent() {
    let home = crate::support::home();
    let person = Person::at(home.path(), "登记员");
    let person = person.in_folder(home.path().join("台账"));
    crate::support::copy_folder(&example("clean"), &person.folder);
    let there = home.path().join("共享.git");
    for args in [&["init", "-q", "-b", "main"][..], &["init", "-q", "--bare", "-b", "main", &there.to_string_lossy()]] {
        person.git(args);
    }
    person.says(&["check", "--year", "2025"], str![[r#"
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

"#]]);
    person.ok(&[
        "hazard",
        "new",
        "--found",
        "今天",
        "--as",
        "应急",
        "--mine",
        "dashan",
        "--source-kind",
        "inspection",
        "--nature",
        "hazard",
        "--description",
        "题（虚构）",
    ]);
    let told = person.fails(&["sync", &there.to_string_lossy()], 2);
    assert_whole(
        &told,
        str![[r#"
未能完成：台账还没有提交过：mechanism.toml 等 114 个文件不在任何提交中，别人取不到；请运行 git add -A，再运行 git commit -m 台账

"#]],
    );
    assert_eq!(person.git(&["-C", &there.to_string_lossy(), "for-each-ref"]), "");
    person.git(&["add", "-A"]);
    person.git(&["commit", "-qm", "台账"]);
    person.ok(&["sync", &there.to_string_lossy()]);
    assert!(!person.ok(&["check", "--year", "2025"]).contains("没有提交过"));
}
