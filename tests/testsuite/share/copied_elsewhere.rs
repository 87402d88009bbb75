//! A copied folder whose git folder lies elsewhere, or whose files have other names elsewhere.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use snapbox::str;

use super::district::District;
use crate::support::{assert_whole, copy_folder};

const FILE: &[&str] =
    &["lead", "new", "--as", "公安", "--received", "2025-11-20", "--channel", "巡查发现", "--title", "一（虚构）"];

/// A file `.git`, as submodules and linked work trees have it.
#[test]
fn a_git_file_that_names_anything() {
    let district = District::plain();
    let (victim, reader) = (district.reader("victim"), district.reader("reader"));
    victim.git(&["worktree", "add", "-q", "-b", "beside", "../beside"]);
    let before = victim.state();
    let (git, inside) = (reader.folder.join(".git"), reader.folder.join("hidden"));
    fs::rename(&git, &inside).expect("moved");
    let theirs = victim.folder.join(".git").to_string_lossy().into_owned();
    let modules = victim.folder.join(".git/modules/x");
    copy_folder(&inside, &modules);
    for named in [
        theirs.clone(),
        format!("{theirs}/worktrees/beside"),
        modules.to_string_lossy().into_owned(),
        "../../victim/register/.git".to_owned(),
        "hidden".to_owned(),
        "./hidden/../hidden".to_owned(),
        format!("{theirs}\r"),
        format!("{theirs}\0"),
        "a/".repeat(4000),
        "/dev/zero".to_owned(),
        "/proc/self/cwd/hidden".to_owned(),
        String::new(),
        ".".to_owned(),
    ] {
        fs::write(&git, format!("gitdir: {named}\n")).expect("written");
        for args in [FILE, &["sync"], &["verify"], &["history", "矿山 大山石场（虚构）"]] {
            let told = reader.fails(args, 2);
            assert!(told.contains(".git"), "{named}, {args:?}: {told}");
        }
        assert_eq!(victim.state(), before, "{named}");
    }
    for words in ["gitdir", "", "\u{FEFF}gitdir: hidden", "ref: hidden", "gitdir:hidden\ngitdir: /x\n"] {
        fs::write(&git, words).expect("written");
        assert!(reader.fails(FILE, 2).contains(".git"), "{words:?}");
    }
    fs::remove_file(&git).expect("removed");
    for target in [theirs.as_str(), "hidden"] {
        symlink(target, &git).expect("a link");
        assert!(reader.fails(FILE, 2).contains(".git"), "{target}");
        fs::remove_file(&git).expect("removed");
    }
    assert_eq!(victim.state(), before);
    fs::rename(&inside, &git).expect("moved back");
    reader.ok(FILE);
    reader.assert_clean();
}

/// A bare repository among the records, as if the folder of a kind were one: what is filed goes to the register.
#[test]
fn a_repository_among_the_records() {
    let district = District::plain();
    let reader = district.reader("reader");
    let (leads, before) = (reader.folder.join("leads"), reader.head());
    copy_folder(Path::new(&district.hub()), &leads);
    fs::write(leads.join("config"), "[core]\n\tbare = true\n\tfsmonitor = touch sprung\n\tworktree = ..\n").expect("written");
    let within = reader.in_folder(leads.clone());
    within.ok(FILE);
    within.says(
        &["sync", &district.hub()],
        str![[r#"
送出 1 次登记

"#]],
    );
    assert!(reader.head() != before && district.tip() == reader.head());
    assert_eq!(fs::read_to_string(leads.join("refs/heads/main")).expect("a branch").trim(), before);
    assert!(!leads.join("sprung").exists() && !reader.folder.join("sprung").exists());
}

/// Files that are written where they lie have no other name elsewhere.
#[test]
fn own_files_with_another_name_elsewhere() {
    let district = District::plain();
    let reader = district.reader("reader");
    reader.ok(FILE);
    let target = reader.home.join("target");
    for name in ["liandong/lock", "logs/HEAD", "logs/refs/heads/main"] {
        fs::write(&target, "原样").expect("written");
        let file = reader.folder.join(".git").join(name);
        fs::remove_file(&file).expect("it was there");
        fs::hard_link(&target, &file).expect("a name");
        assert!(reader.fails(FILE, 2).contains(name), "{name}");
        assert_eq!(fs::read_to_string(&target).expect("a file"), "原样", "{name}");
        fs::remove_file(&file).expect("removed");
    }
    // What is replaced is not written: the other name keeps what it had.
    for name in ["config", "index", "refs/heads/main", "liandong/marks/address"] {
        let (file, other) = (reader.folder.join(".git").join(name), reader.home.join("other"));
        fs::hard_link(&file, &other).expect("a name");
        let words = fs::read(&other).expect("a file");
        reader.ok(FILE);
        reader.ok(&["sync", &district.hub()]);
        assert_eq!(fs::read(&other).expect("a file"), words, "{name}");
        fs::remove_file(&other).expect("removed");
    }
    reader.assert_clean();
}

/// An index that says of one object where another lies.
#[test]
fn an_index_of_a_pack_is_not_believed() {
    let district = District::plain();
    let office = &district.office;
    for word in ["一", "二", "三"] {
        office.lead_as("区安委办", word);
    }
    office.git(&["repack", "-adq"]);
    let pack = office.folder.join(".git/objects/pack");
    let file = fs::read_dir(&pack).expect("a folder").map(|entry| entry.expect("an entry").path());
    let file = file.into_iter().find(|file| file.extension().is_some_and(|end| end == "idx")).expect("an index");
    let mut index = fs::read(&file).expect("a file");
    let count = usize::try_from(u32::from_be_bytes(index[8 + 255 * 4..8 + 1024].try_into().expect("four bytes"))).expect("small");
    let (names, offsets) = (8 + 1024, 8 + 1024 + count * 24);
    let place = |word: &str| {
        let id: git2::Oid = office.git(&["rev-parse", word]).trim().parse().expect("a name");
        index[names..offsets - count * 4].chunks_exact(20).position(|name| name == id.as_bytes()).expect("it is there")
    };
    let (one, other) = (place("HEAD:leads/2025/anweiban/001.toml"), place("HEAD:leads/2025/anweiban/002.toml"));
    let at = |place: usize| offsets + place * 4..offsets + place * 4 + 4;
    let (first, second) = (index[at(one)].to_vec(), index[at(other)].to_vec());
    index[at(one)].copy_from_slice(&second);
    index[at(other)].copy_from_slice(&first);
    let end = index.len() - 20;
    let sum = <sha1::Sha1 as sha1::Digest>::digest(&index[..end]);
    index[end..].copy_from_slice(&sum);
    assert!(Command::new("chmod").arg("u+w").arg(&file).status().expect("chmod runs").success());
    fs::write(&file, index).expect("written");
    assert!(office.git(&["show", "HEAD:leads/2025/anweiban/001.toml"]).contains("二"), "git believes it");
    let told = office.fails(&["check", "--rev", "HEAD"], 2);
    assert_whole(
        &told,
        str![[r#"
云城区非煤矿山安全监管协调联动工作机制
2025 年 · 截至 2025-11-25 · 关于印发《云城区非煤矿山安全监管协调联动工作机制》的通知（2024-08-15 起施行）
读自提交 [ID]

义务
 灯  义务  条款         要点                                          状态        次数  记录与说明
 —   O1    二（二）     联席会议由十一个单位组成                      定义性条款
 —   O2    二（三）     议题属于联席会议的五项任务                    定义性条款
 —   O3    二（四）     区安委办提出并召集联席会议                    未见情形          台账中未见适用情形
 黄  O4    二（四）     每年召开联席会议                              临近到期    0/1   至 2025-12-31 还有 26 个工作日
 —   O5    二（四）     根据需要随时召开联席会议                      准许性条款        条文只准许随时召开，没有次数要求，召开与否都符合本条；随时召开的会议同样计入每年一次
 —   O6    二（四）     邀请属地镇街和其他有关部门参会                准许性条款        未采用，同样符合本条
 —   O7    二（五）     区应急管理局分管负责人主持会议                未见情形          台账中未见适用情形
 —   O8    二（五）     参会单位提前准备议题材料                      未见情形          台账中未见适用情形
 —   O9    二（六）     形成会议纪要                                  未见情形          台账中未见适用情形
 —   O10   二（六）     落实会议议定事项                              未见情形          台账中未见适用情形
 —   O11   二（七）     难以协调的问题报请上级决定                    未见情形          台账中未见适用情形
 —   O12   三（二）     联合执法由八个单位组成                        定义性条款
 —   O13   三（三）     联合执法有问题或部署作依据                    定义性条款
 黄  O14   三（四）     每年至少开展一次联合执法                      临近到期    0/1   至 2025-12-31 还有 26 个工作日
 —   O15   三（四）     区安委办牵头组织联合执法                      未见情形          台账中未见适用情形
 —   O16   三（四）     组成联合执法组并由组长负责                    未见情形          台账中未见适用情形
 —   O17   三（四）     根据需要设立工作小组                          准许性条款        未采用，同样符合本条
 —   O18   三（四）     邀请专家或有关单位人员参加                    准许性条款        未采用，同样符合本条
 —   O19   三（五）     执法文书和处罚由监管部门依法下达实施          未见情形          台账中未见适用情形
 —   O20   三（五）     重大隐患采取现场处置措施                      未见情形          台账中未见适用情形
 —   O21   三（五）     督促企业落实整改                              未见情形          台账中未见适用情形
 —   O22   三（五）     开展复查                                      未见情形          台账中未见适用情形
 —   O23   三（六）     联合执法总结报区安委办                        未见情形          台账中未见适用情形
 —   O24   三（七）     通报联合执法情况                              未见情形          台账中未见适用情形
 —   O25   三（七）     提出整改要求                                  未见情形          台账中未见适用情形
 —   O26   三（七）     视情况向市安委办报告                          准许性条款        未采用，同样符合本条
 —   O27   四（二）     通报内容属于规定的五类                        定义性条款
 黄  O28   四（三）     每年进行信息通报                              临近到期    0/1   至 2025-12-31 还有 26 个工作日
 —   O29   四（三）     重要信息及时通报                              情况不明          2 项台账文件未能读出
 —   O30   四（三）     涉及其他单位工作的向其通报                    未见情形          台账中未见适用情形
 —   O31   四（四）     重大隐患处理时同步通报                        未见情形          台账中未见适用情形
 —   O32   四（四）     通报说明已采取的措施                          未见情形          台账中未见适用情形
 —   O33   四（四）     通报提出意见和建议                            未见情形          台账中未见适用情形
 —   O34   四（五）     通报采取正式文件形式                          未见情形          台账中未见适用情形
 —   O35   四（五）     分管领导审核把关                              未见情形          台账中未见适用情形
 —   O36   四（五）     确定信息共享的内容和方式                      未见情形          台账中未见适用情形
 —   O37   四（五）     内部信息采取保密措施                          未见情形          台账中未见适用情形
 —   O38   四（六）     共性问题提出工作意见建议                      未见情形          台账中未见适用情形
 —   O39   四（六）     共性问题视情况报告区政府                      准许性条款        未采用，同样符合本条
 —   O40   五（一）     自印发之日起执行                              定义性条款        条文只定施行日期，没有可对照的具体行为；2024年8月15日以前的事实可以登记，但不作评价
 —   O41   五（二）     执行中的问题及时反馈                          未见情形          台账中未见适用情形
 红  O42   五（三）     指定专人负责                                  未落实            11 项，见下
 —   O43   五（三）     联络员变动及时调整                            未见情形          台账中未见适用情形
 —   O44   五（三）     按期报送联络员及联系方式                      未见情形          条文所定日期为 2024-08-21，不在本年
 绿  O45   一（一）4    制定并实施年度监督检查计划                    进行中            待办 1 项，最近的 2025-12-31 到期
 —   O46   一（四）2    停产、关闭矿山的民用爆炸物品封存、退库、清退  未见情形          台账中未见适用情形
 —   O47   一（九）3    关闭前完成水土保持治理                        未见情形          台账中未见适用情形
 —   O48   一（一）8    组织一般事故的调查处理                        未见情形          台账中未见适用情形
 —   O49   一（四）3    参与事故调查处理                              未见情形          台账中未见适用情形
 —   O50   一（十一）3  参与事故应急救援                              未见情形          台账中未见适用情形
 —   O51   一（三）2    参与民爆生产销售环节的应急处置                未见情形          台账中未见适用情形
 —   O52   一（一）6    监督安全设施“三同时”                          未见情形          台账中未见适用情形
 —   O53   一（七）1    监督检查环境保护设施“三同时”                  未见情形          台账中未见适用情形
 —   O54   一（九）1    监督检查水土保持设施“三同时”                  未见情形          台账中未见适用情形
 —   O55   一（四）2    安全设施未落实“三同时”的不供给民用爆炸物品    未见情形          台账中未见适用情形
 —   O56   一（一）1    指导监督安全生产准入，安全生产许可证到期      未见情形          台账中未见适用情形
 —   O57   一（四）1    爆破作业环节安全监管，许可证到期              未见情形          台账中未见适用情形
 —   O58   一（六）2    查处无证开采，采矿许可证到期                  未见情形          台账中未见适用情形
 —   O59   一（七）3    环境保护监督管理，排污许可证到期              未见情形          台账中未见适用情形
 —   O60   一（十）1    监督使用林地，审核同意书到期                  未见情形          台账中未见适用情形
不由程序判定：O61（理由见 liandong explain）

信息通报（按单位，条文未要求每个单位都有）
  台账中未见记录：应急、发改、工信、公安、人社、自然资源、生态环境、住建、农水、林业、消防

职责 54 项，其中 0 项当年有登记；逐项见 liandong duty list --year 2025

发改（1 项）
  未落实 L01 成员单位没有在任联络员  people/fagai.toml
    人员 发改：台账中未见发改联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 发改

公安（1 项）
  未落实 L01 成员单位没有在任联络员  people/gongan.toml
    人员 公安：台账中未见公安联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 公安

工信（1 项）
  未落实 L01 成员单位没有在任联络员  people/gongxin.toml
    人员 工信：台账中未见工信联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 工信

林业（1 项）
  未落实 L01 成员单位没有在任联络员  people/linye.toml
    人员 林业：台账中未见林业联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 林业

农水（1 项）
  未落实 L01 成员单位没有在任联络员  people/nongshui.toml
    人员 农水：台账中未见农水联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 农水

人社（1 项）
  未落实 L01 成员单位没有在任联络员  people/renshe.toml
    人员 人社：台账中未见人社联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 人社

生态环境（1 项）
  未落实 L01 成员单位没有在任联络员  people/shengtai.toml
    人员 生态环境：台账中未见生态环境联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 生态环境

消防（1 项）
  未落实 L01 成员单位没有在任联络员  people/xiaofang.toml
    人员 消防：台账中未见消防联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 消防

应急（1 项）
  未落实 L01 成员单位没有在任联络员  people/yingji.toml
    人员 应急：台账中未见应急联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 应急

住建（1 项）
  未落实 L01 成员单位没有在任联络员  people/zhujian.toml
    人员 住建：台账中未见住建联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 住建

自然资源（1 项）
  未落实 L01 成员单位没有在任联络员  people/ziran.toml
    人员 自然资源：台账中未见自然资源联络员记录
    依据 五（三）：“请各相关单位指定专人负责云城区非煤矿山安全监管协调联动工作机制相关工作”
    办法 在 people/<单位>.toml 中登记联络员（liaison：name、phone、since），报办公室后填 reported。
    命令 liandong liaison set --name … --since … --as 自然资源

应急待办（1 项）
 到期日      事项                        记录  条款
 2025-12-31  印发 2025 年度监督检查计划  机制  一（一）4

未能读取
不能读取：git 仓库读不出来（object hash mismatch - expected [ID] but got [ID]），请运行 git fsck 检查
--> leads/2025/anweiban/001.toml

不能读取：git 仓库读不出来（object hash mismatch - expected [ID] but got [ID]），请运行 git fsck 检查
--> leads/2025/anweiban/002.toml


共 1 条记录：需更正 0 · 未落实 11 · 提醒 0 · 建议 0 · 已作说明 0
以前年度尚有 26 项，见 check --year 2024
有文件未能读取，以上不是全部情况
22 项时限等设置为工具参考值，未经本办确认（liandong list settings；由办公室确定：liandong settings adopt）

"#]],
    );
    let history = liandong::git::History::open(&office.folder.as_path().into()).expect("a history");
    let head = history.find("HEAD").expect("readable").expect("a commit");
    let entry = history.entry(head, "leads/2025/anweiban/001.toml").expect("readable").expect("a file");
    assert!(history.blob(entry.id, 1 << 20).is_err(), "its bytes are another's");
}
