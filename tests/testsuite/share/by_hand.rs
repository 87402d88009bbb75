//! What a person changes by hand is committed by `liandong commit`, and what was committed otherwise is found out and committed anew.

use snapbox::str;

use super::district::{District, follow};
use super::scene::LEAD;
use crate::support::{assert_whole, said};

const NOTICE: &str = "notices/2025/gongan/001.toml";

#[test]
fn what_was_committed_by_plain_git_is_committed_anew_as_it_says() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    district.office.lead("之间");
    district.office.ok(&["sync"]);
    police.write("leads/2025/gongan/001.toml", LEAD);
    police.git(&["add", "-A"]);
    police.git(&["commit", "-qm", "手工（虚构）"]);
    police.lead("之后");
    let refused = police.fails(&["sync"], 1);
    assert_whole(
        &refused,
        str![[r#"
本机登记的有核验不过的，别人不会接收，没有送出：
 提交        文件  问题
 [ID]        没有写明是为哪个台账签的（缺台账标识）；手工改的内容请用 liandong commit 提交，不用 git commit
下一步：还没有加入的，先 liandong join；用 git commit 手工提交的，依次运行 git reset [ID]（文件不动）、liandong sync、liandong commit、liandong sync

"#]],
    );
    follow(&police, &refused);
    assert_eq!(district.tip(), police.head());
    assert!(police.read("leads/2025/gongan/001.toml").contains("某事"));
    police.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
4 次提交都核验通过，到 [ID]

"#]],
    );
    police.assert_clean();
}

#[test]
fn it_is_judged_and_written_as_a_filing_is() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.says(
        &["commit"],
        str![[r#"
没有手工改动的记录

"#]],
    );
    // Any order and spacing: what is committed is the canonical form; a comment stays.
    police.write(
        NOTICE,
        "# 手写（虚构）\ntitle   = '打击越界开采（虚构）'\ncontent=2\nissued = 2025-11-24\n[[to]]\nwho = 'linye'\n",
    );
    let shown = police.ok(&["commit", "--dry-run"]);
    assert_whole(
        &shown,
        str![[r#"
notices/2025/gongan/001.toml
+ content = 2
+ # 手写（虚构）
+ title = "打击越界开采（虚构）"
+ issued = 2025-11-24
+ 
+ [[to]]
+ who = "linye"
  未落实 N04 通报缺正式文件的要素  notices/2025/gongan/001.toml
    通报 2025-公安-001：已印发的通报未填文种、发文字号
    依据 四（五）：“信息通报应采取正式文件的形式报送”
    办法 发文字号由本单位公文登记给出，取得后补录 doc_number；文种或主送漏填的，用 amend 更正并说明原因。
    命令 liandong amend notices/2025/gongan/001 --set "doc_type=…" --reason … --as 公安
  未落实 N07 通报未说明已采取的措施  notices/2025/gongan/001.toml
    通报 2025-公安-001：通报重大隐患和问题，未说明已采取的措施
    依据 四（四）：“通报时应说明对问题已采取的措施”
    办法 在通报中补写已采取的措施（measures）；已印发的，另发更正通报。
    命令 liandong notice correct --title … --corrects notices/2025/gongan/001 --as 公安
  未落实 N08 通报未提出意见和建议  notices/2025/gongan/001.toml
    通报 2025-公安-001：通报重大隐患和问题，未提出需要协调或解决问题的意见和建议
    依据 四（四）：“提出需要协调或解决问题的意见和建议”
    办法 在通报中提出需要协调或解决问题的意见和建议（suggestions）；已印发的，另发更正通报；不需协调的，也请写明。
    命令 liandong notice correct --title … --corrects notices/2025/gongan/001 --as 公安
  未落实 N10 通报印发前未见审核  notices/2025/gongan/001.toml
    通报 2025-公安-001：通报印发于 2025-11-24，台账中未见分管领导审核的记录
    依据 四（五）：“信息提供单位分管领导要进行审核把关”
    办法 已审核的，用 amend 补录审核人、职务、日期和方式（review）；未审核的，请补办，如实补记实际审核的人、日期、方式，不得倒填日期，并说明情况（because）。
    命令 liandong amend notices/2025/gongan/001 --set "review=…" --reason … --as 公安
  未落实 N14 未确定信息共享的内容、方式  notices/2025/gongan/001.toml
    通报 2025-公安-001：台账中未见确定信息共享内容和方式的记录
    依据 四（五）：“同时确定信息共享的内容、方式”
    办法 由审核的领导确定共享内容和方式，填写 review.share.content 和 review.share.way；已印发的，用 amend 补录。
    命令 liandong amend notices/2025/gongan/001 --set "review=…" --reason … --as 公安
以上没有登记（--dry-run）

"#]],
    );
    assert!(police.read(NOTICE).contains("content=2"), "only shown");
    // Whether it is staged or not.
    police.git(&["add", "-A"]);
    let told = police.ok(&["commit"]);
    assert_whole(
        &told,
        str![[r#"
已登记 通报 2025-公安-001（notices/2025/gongan/001.toml）
  未落实 N04 通报缺正式文件的要素  notices/2025/gongan/001.toml
    通报 2025-公安-001：已印发的通报未填文种、发文字号
    依据 四（五）：“信息通报应采取正式文件的形式报送”
    办法 发文字号由本单位公文登记给出，取得后补录 doc_number；文种或主送漏填的，用 amend 更正并说明原因。
    命令 liandong amend notices/2025/gongan/001 --set "doc_type=…" --reason … --as 公安
  未落实 N07 通报未说明已采取的措施  notices/2025/gongan/001.toml
    通报 2025-公安-001：通报重大隐患和问题，未说明已采取的措施
    依据 四（四）：“通报时应说明对问题已采取的措施”
    办法 在通报中补写已采取的措施（measures）；已印发的，另发更正通报。
    命令 liandong notice correct --title … --corrects notices/2025/gongan/001 --as 公安
  未落实 N08 通报未提出意见和建议  notices/2025/gongan/001.toml
    通报 2025-公安-001：通报重大隐患和问题，未提出需要协调或解决问题的意见和建议
    依据 四（四）：“提出需要协调或解决问题的意见和建议”
    办法 在通报中提出需要协调或解决问题的意见和建议（suggestions）；已印发的，另发更正通报；不需协调的，也请写明。
    命令 liandong notice correct --title … --corrects notices/2025/gongan/001 --as 公安
  未落实 N10 通报印发前未见审核  notices/2025/gongan/001.toml
    通报 2025-公安-001：通报印发于 2025-11-24，台账中未见分管领导审核的记录
    依据 四（五）：“信息提供单位分管领导要进行审核把关”
    办法 已审核的，用 amend 补录审核人、职务、日期和方式（review）；未审核的，请补办，如实补记实际审核的人、日期、方式，不得倒填日期，并说明情况（because）。
    命令 liandong amend notices/2025/gongan/001 --set "review=…" --reason … --as 公安
  未落实 N14 未确定信息共享的内容、方式  notices/2025/gongan/001.toml
    通报 2025-公安-001：台账中未见确定信息共享内容和方式的记录
    依据 四（五）：“同时确定信息共享的内容、方式”
    办法 由审核的领导确定共享内容和方式，填写 review.share.content 和 review.share.way；已印发的，用 amend 补录。
    命令 liandong amend notices/2025/gongan/001 --set "review=…" --reason … --as 公安
须对照全部台账才能判断的规则见 liandong check：N18、Y01、F32
下一步：用 liandong sync 送出

"#]],
    );
    let text = police.read(NOTICE);
    assert!(text.starts_with("content = 2\n# 手写（虚构）\ntitle = \"打击越界开采（虚构）\"\n"), "{text}");
    police.assert_clean();
    police.ok(&["sync"]);

    // What was issued stays, but for a slip that is called one.
    police.write(NOTICE, &text.replace("开采", "盗采"));
    let refused = police.refused(&["commit"]);
    assert!(refused.contains("--reason") || refused.contains("笔误"), "{refused}");
    police.ok(&["commit", "--reason", "录入笔误（虚构）"]);
    assert!(police.read(NOTICE).contains("amended"));
    police.ok(&["sync"]);
    police.says(
        &["verify"],
        str![[r#"
改动机制、设置、人员密钥等 3 件：keys/anweiban、mechanism、keys/gongan
更正笔误 1 件：notices/2025/gongan/001
4 次提交都核验通过，到 [ID]

"#]],
    );
}

#[test]
fn what_may_not_stand_is_not_committed() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.lead("已登记");
    for (file, text, why) in [
        ("leads/2025/gongan/002.toml", "title = \"没有日期（虚构）\"\n", "received"),
        ("leads/2025/gongan/002.toml", "这不是 TOML\n", "leads/2025/gongan/002.toml"),
        ("leads/2025/linye/001.toml", LEAD, "归林业"),
        ("leads/2025/gongan/002.toml", &LEAD.replace("2025-11-21", "2026-11-21"), "晚于今天"),
        ("leads/2025/gongan/002.toml", &LEAD.replace("某事", "机密★1年"), "密级"),
    ] {
        police.write(file, text);
        let refused = police.refused(&["commit"]);
        assert!(refused.contains(why), "{file}: {refused}");
        assert_eq!(police.read(file), text, "what was typed is still there");
        std::fs::remove_file(police.folder.join(file)).expect("removed");
    }
    std::fs::remove_file(police.folder.join("leads/2025/gongan/001.toml")).expect("removed");
    let refused = police.refused(&["commit"]);
    assert_whole(
        &refused,
        str![[r#"
未能完成：leads/2025/gongan/001.toml 被删去了：已登记的要留着；请放回（git restore leads/2025/gongan/001.toml）再提交

"#]],
    );
    police.git(&["restore", "leads/2025/gongan/001.toml"]);
    police.assert_clean();
}

#[test]
fn what_was_changed_by_hand_counts_only_once_it_is_committed() {
    let district = District::trusted();
    let (office, police) = (&district.office, district.member("gongan", "公安"));
    office.ok(&["sync"]);
    let mechanism = office.read("mechanism.toml");
    let named = |name: &str| -> String {
        let line =
            |line: &str| if line.starts_with("register = ") { format!("register = \"{name}\"\n") } else { format!("{line}\n") };
        mechanism.lines().map(line).collect()
    };
    for (changed, why) in [
        (named("0"), "mechanism.toml"),
        (named("0123456789abcdef0123456789abcdef"), "写入后不能改也不能删"),
        (mechanism.replace("office = \"anweiban\"", "office = \"yingji\""), "信任会中断"),
    ] {
        office.write("mechanism.toml", &changed);
        let refused = office.refused(&["commit"]);
        assert!(refused.contains(why), "{refused}");
    }
    office.git(&["restore", "mechanism.toml"]);
    std::fs::remove_file(office.folder.join("keys/gongan.toml")).expect("removed");
    office.refused_with(
        &["commit"],
        str![[r#"
未能完成：keys/gongan.toml 被删去了：已登记的要留着；请放回（git restore keys/gongan.toml）再提交

"#]],
    );
    office.git(&["restore", "keys/gongan.toml"]);
    // Nor does a key admit itself.
    let keys = police.read("keys/gongan.toml");
    police.write("keys/anweiban.toml", &keys.replace("liaison", "office"));
    police.write("keys/gongan.toml", &keys.replace("liaison", "leader"));
    let refused = police.refused(&["commit"]);
    assert_whole(
        &refused,
        str![[r#"
未能完成：keys/anweiban 归区安委办，本机的密钥不能为它签名，登记了也送不出去；请由区安委办登记，或看 liandong whoami

"#]],
    );
}

#[test]
fn where_nothing_is_signed_it_commits_as_well() {
    let district = District::plain();
    let police = district.reader("gongan");
    police.write("leads/2025/gongan/001.toml", LEAD);
    police.ok(&["commit"]);
    police.ok(&["sync"]);
    district.office.says(
        &["sync"],
        str![[r#"
取来：
  公安：新 1 件

"#]],
    );
}

/// Whoever told git to look away, for whatever reason, is not told that nothing was changed.
#[test]
fn what_git_was_told_to_pass_over_is_committed_as_well() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    for number in 1..=4 {
        police.lead(&format!("第{number}件"));
    }
    let lead = |number: u32| format!("leads/2025/gongan/00{number}.toml");
    police.git(&["update-index", "--assume-unchanged", &lead(1)]);
    police.git(&["update-index", "--skip-worktree", &lead(2), &lead(3)]);
    let typed = |number: u32| police.write(&lead(number), &format!("{}text = \"补记（虚构）\"\n", police.read(&lead(number))));
    typed(1);
    typed(2);
    std::fs::create_dir_all(police.folder.join(".git/info")).expect("a folder");
    police.write(".git/info/exclude", "leads/\n*.toml\n");
    police.write(&lead(5), LEAD);
    police.write(&lead(6), "这不是记录\n");
    assert!(said(&police.run(&["check"])).contains(&lead(5)), "check says what is not committed");
    assert!(police.refused(&["commit"]).contains(&lead(6)));
    std::fs::remove_file(police.folder.join(lead(6))).expect("removed");
    let told = police.ok(&["commit"]);
    assert_whole(
        &told,
        str![[r#"
已登记 线索 2025-公安-001（leads/2025/gongan/001.toml）
已登记 线索 2025-公安-002（leads/2025/gongan/002.toml）
已登记 线索 2025-公安-005（leads/2025/gongan/005.toml）
须对照全部台账才能判断的规则见 liandong check：F26
下一步：用 liandong sync 送出

"#]],
    );
    let filed = police.git(&["show", "--name-only", "--format=", "HEAD"]);
    assert_eq!(filed.lines().collect::<Vec<_>>(), [lead(1), lead(2), lead(5)], "{filed}");
    std::fs::remove_file(police.folder.join(lead(3))).expect("removed");
    assert!(police.refused(&["commit"]).contains(&format!("git restore {}", lead(3))));
    police.write(&lead(3), &police.git(&["show", &format!("HEAD:{}", lead(3))]));
    police.ok(&["sync"]);
    assert_eq!(district.tip(), police.head());
}

/// Ends of lines are no change, only shown or not.
#[test]
fn other_ends_of_lines_are_no_change() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.lead("某件");
    let file = "leads/2025/gongan/001.toml";
    let text = police.read(file);
    police.write(file, &text.replace('\n', "\r\n"));
    for args in [&["commit", "--dry-run"][..], &["commit"]] {
        let told = police.ok(args);
        assert!(told.contains("没有手工改动") && told.contains(&format!("git restore {file}\n")), "{args:?}: {told}");
    }
    // Beside a change there is only the change.
    police.write("leads/2025/gongan/002.toml", &LEAD.replace('\n', "\r\n"));
    let shown = police.ok(&["commit", "--dry-run"]);
    assert!(shown.contains("002") && !shown.contains("001"), "{shown}");
    let told = police.ok(&["commit"]);
    assert!(told.contains("002") && !told.contains("001"), "{told}");
    assert!(!police.read("leads/2025/gongan/002.toml").contains('\r'));
    police.git(&["restore", file]);
    assert_eq!(police.read(file), text);
    police.assert_clean();
}
