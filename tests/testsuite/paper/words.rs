//! What papers say: the parts in their order, drafts and blanks, hostile text, other mechanisms.

use std::fs;
use std::path::Path;

use liandong::render;
use liandong::report::paper::{Block, Slot};
use liandong::text::Lang;

use super::print::{Docx, KINDS, edit, make, read, root};
use crate::support::{clean, copy, home, run_in, said};

/// That paragraphs begin so, in this order, with others between.
#[track_caller]
fn in_order(paper: &Docx, beginnings: &[&str]) {
    let paragraphs = paper.paragraphs();
    let mut rest = paragraphs.iter();
    for beginning in beginnings {
        assert!(rest.any(|words| words.starts_with(beginning)), "{beginning} is not in its place:\n{}", paragraphs.join("\n"));
    }
}

#[test]
fn a_letter_between_units() {
    let paper = make(&clean(), &["通报", "2025-应急-002"]);
    assert_eq!(paper.paragraphs_of("word/header-first.xml")[0], "云浮市云城区应急管理局", "no 文件 in the mark of a letter");
    in_order(
        &paper,
        &[
            "云区应急〔2025〕11号",
            "云浮市云城区应急管理局关于通报/大山石场（虚构）重大隐患处理情况的函",
            "市公安局云城分局、区自然资源局，河口街道办事处：",
            "一、基本情况",
            "5月13日联合执法发现",
            "二、已采取的措施",
            "三、意见和建议",
            "特此函告。",
            "云浮市云城区应急管理局",
            "2025年5月15日",
        ],
    );
    assert!(!paper.words().contains("印发"), "a letter does not say who sent it out");
}

#[test]
fn internal_information_says_how_far_it_goes() {
    let paper = make(&clean(), &["notices/2025/ziran/001"]);
    in_order(&paper, &["2025年3月6日", "（此件不公开。仅限收文单位联络员和分管领导阅知，不转发、不上网）"]);
}

#[test]
fn a_circular_to_all() {
    let paper = make(&clean(), &["云区应急〔2025〕19号"]);
    in_order(
        &paper,
        &[
            "云浮市云城区应急管理局文件",
            "云区应急〔2025〕19号",
            "云浮市云城区应急管理局关于",
            "市公安局云城分局、",
            "一、",
            "特此通报。",
            "云浮市云城区应急管理局",
            "2025年9月10日",
        ],
    );
    // Who had it printed, and when, is nobody's guess.
    in_order(&paper, &["　　　　　　　　|　　年　月　日印发"]);
    assert!(paper.said.contains("留待填写的：印发机关、印发日期"), "{}", paper.said);
    let register = copy();
    edit(register.path(), "notices/2025/yingji/004.toml", |text| {
        format!("{text}\n[printing]\nby = \"云浮市云城区应急管理局办公室\"\non = 2025-09-11\n")
    });
    let paper = make(register.path(), &["notices/2025/yingji/004"]);
    in_order(&paper, &["云浮市云城区应急管理局办公室|2025年9月11日印发"]);
    assert!(!paper.said.contains("留待填写的"), "{}", paper.said);
}

/// Papers that several issue bear the names of all who signed them, two in a row, and their number beside the last row.
#[test]
fn several_who_signed_stand_below_each_other() {
    let register = copy();
    edit(register.path(), "upward/2025/anweiban/001.toml", |text| text.replace("孙某丁", "孙某丁、李某、周某某"));
    in_order(
        &make(register.path(), &["upward/2025/anweiban/001"]),
        &["|签发人：孙某丁　李某　", "　云区安委办〔2025〕3号|　　　　周某某　　　", "云浮市云城区安全生产委员会办公室"],
    );
}

#[test]
fn corrections_and_withdrawals_name_the_first_paper() {
    let register = copy();
    let notice = |head: &str| {
        format!(
            "content = 2\ntitle = \"关于大山石场（虚构）有关情况的函\"\nbody = \"边坡高度应为32米。\"\ndoc_type = \"letter\"\n{head} = \
             \"notices/2025/yingji/002\"\n\n[[to]]\nwho = \"gongan\"\n"
        )
    };
    for (number, key, words) in [("005", "corrects", "更正如下："), ("006", "withdraws", "请停止使用。")] {
        fs::write(register.path().join(format!("notices/2025/yingji/{number}.toml")), notice(key)).expect("written");
        let paper = make(register.path(), &[&format!("notices/2025/yingji/{number}")]);
        let first = "《关于通报大山石场（虚构）重大隐患处理情况的函》（云区应急〔2025〕11号）";
        let opening = paper.paragraphs().into_iter().find(|said| said.contains(first)).expect("the first paper");
        assert!(opening.ends_with(words), "{opening}");
    }
    // Why it is withdrawn stands in the sentence that does it; the title says what is withdrawn.
    edit(register.path(), "notices/2025/yingji/006.toml", |text| text.replace("边坡高度应为32米。", "因监测数据有误。"));
    let paper = make(register.path(), &["notices/2025/yingji/006"]);
    let title = paper.paragraphs().into_iter().map(|said| said.replace('/', "")).find(|said| said.contains("关于撤回"));
    assert_eq!(title.as_deref(), Some("云浮市云城区应急管理局关于撤回《关于通报大山石场（虚构）重大隐患处理情况的函》的函"));
    let said = "因监测数据有误，现决定撤回《关于通报大山石场（虚构）重大隐患处理情况的函》（云区应急〔2025〕11号），请停止使用。";
    in_order(&paper, &[said, "特此函告。"]);
}

#[test]
fn marks_as_papers_do_not_write_them_are_told_and_stay() {
    let register = copy();
    edit(register.path(), "notices/2025/yingji/004.toml", |text| {
        text.lines()
            .map(|line| if line.starts_with("body") { "body = \"边坡有裂缝,请整改。\\n1、清理截水沟。\"" } else { line })
            .fold(String::new(), |text, line| text + line + "\n")
    });
    let paper = make(register.path(), &["notices/2025/yingji/004"]);
    assert!(paper.said.contains("有 2 段用了半角标点") && paper.said.contains("坡有裂缝,请整改"), "{}", paper.said);
    assert!(paper.words().contains("边坡有裂缝,请整改。"), "{}", paper.words());
    for (kind, args) in KINDS {
        assert!(!make(&clean(), args).said.contains("半角"), "{kind}");
    }
}

#[test]
fn a_meeting_that_is_called() {
    let register = copy();
    edit(register.path(), "meetings/2025/anweiban/001.toml", |text| {
        let planned: Vec<&str> = text.lines().filter(|line| !line.starts_with("held") && !line.starts_with("place")).collect();
        let end = planned.iter().position(|line| *line == "[[attendance]]").expect("attendance");
        let chair = planned.iter().position(|line| *line == "[chair]").expect("a chair");
        let kept = planned[..end].iter().enumerate().filter(|(at, _)| !(chair..chair + 4).contains(at)).map(|(_, line)| *line);
        kept.filter(|line| !line.starts_with("decided")).collect::<Vec<_>>().join("\n") + "\n"
    });
    let paper = make(register.path(), &["会议", "2025-区安委办-001"]);
    in_order(
        &paper,
        &[
            "　　　〔　　　〕　　号",
            "云浮市云城区安全生产委员会办公室关于/召开2025年第一次联席会议（虚构）的通知",
            "区应急管理局、市公安局云城分局、",
            "一、会议时间",
            "2025年4月10日（星期四）　　时　　分。",
            "二、会议地点",
            "三、参会人员",
            "四、会议议题",
            "4. 2025年联合执法安排（虚构）（云浮市云城区安全生产委员会办公室）",
            "五、有关事项",
            "特此通知。",
            "附件：参会回执",
            "2025年4月3日",
            "（联系人：孙某乙，联系电话：0766-0000012）",
            "附件",
            "参会回执",
            "单位",
        ],
    );
    assert!(paper.said.contains("留待填写的：发文字号"), "{}", paper.said);
    assert!(paper.said.contains("正文中空着待填的：开会的时刻、会议地点、回执的报送期限"), "{}", paper.said);
    let refused = run_in(Lang::En, register.path(), &["paper", "会议 2025-区安委办-001", "--paper", "纪要", "--out", "x.docx"]);
    assert!(refused.status.code() == Some(2) && said(&refused).contains("no minutes"), "{}", said(&refused));
}

#[test]
fn a_meeting_that_was_held() {
    let paper = make(&clean(), &["meetings/2025/anweiban/001"]);
    in_order(
        &paper,
        &[
            "云城区非煤矿山安全监管协调联动工作机制联席会议纪要",
            "第1期",
            "　云浮市云城区安全生产委员会办公室|2025年4月18日",
            "2025年第一次联席会议（虚构）纪要",
            "2025年4月10日，云浮市云城区安全生产委员会办公室在区应急管理局会议室召开",
            "一、会议议题",
            "二、议定事项",
            "三、工作任务",
            "1. 组织3座矿山完成汛期前边坡专项检查。（责任单位：区应急管理局；配合单位：区自然资源局；完成时限：2025年6月30日）",
            "3. 各单位每季度更新本单位掌握的证照信息。（责任单位：区自然资源局；配合单位：区应急管理局、市公安局云城分局；完成时限：长期坚持）",
            "四、未能协调一致的问题",
            "（一）历史遗留采坑治理由哪个单位牵头",
            "区自然资源局意见：",
            "处理建议：",
            "已于2025年4月17日报云浮市云城区人民政府（云区安委办〔2025〕3号）。",
            "出席：区应急管理局张某甲（分管负责人）、",
            "请假：区人力资源和社会保障局",
            "列席：河口街道办事处、",
            "分送：区应急管理局、",
            "　　　　　　　　|　　年　月　日印发",
        ],
    );
    assert!(paper.words().contains("区发展和改革局李某乙（股室负责人，受委派）"));
}

#[test]
fn an_enforcement_that_is_planned() {
    let paper = make(&clean(), &["enforcements/2025/anweiban/001", "--paper", "方案"]);
    in_order(
        &paper,
        &[
            "云浮市云城区安全生产委员会办公室文件",
            "云区安委办〔2025〕4号",
            "云浮市云城区安全生产委员会办公室/关于印发《2025年汛期联合执法",
            "区应急管理局、",
            "根据《云城区非煤矿山安全监管协调联动工作机制》，制定了",
            "2025年5月7日",
            "（此件不公开）",
            "2025年汛期联合执法（虚构）方案",
            "一、执法依据",
            "二、执法时间",
            "2025年5月13日至15日。",
            "三、组织领导",
            "（二）组长。区应急管理局张某甲（分管负责人）。",
            "四、工作小组",
            "组号",
            "张某乙",
        ],
    );
}

#[test]
fn an_enforcement_that_was_carried_out() {
    let paper = make(&clean(), &["enforcements/2025/anweiban/001"]);
    in_order(
        &paper,
        &[
            "云区安委办〔2025〕5号",
            "云浮市云城区安全生产委员会办公室关于/2025年汛期联合执法（虚构）情况的通报",
            "区应急管理局、",
            "2025年5月13日至15日，云浮市云城区安全生产委员会办公室会同区应急管理局、",
            "一、执法成效",
            "二、发现的主要问题",
            "三、原因分析",
            "四、工作要求",
            "本次联合执法发现问题4项，其中重大隐患1项。",
            "特此通报。",
            "附件：1. 联合执法发现问题清单",
            "2. 整改要求清单",
            "2025年6月5日",
            "（印发范围：各成员单位、有关镇街和3座矿山）",
            "附件1",
            "联合执法发现问题清单",
            "【重大隐患】南侧边坡存在贯通裂缝",
            "撤出坡脚作业人员和设备",
            "2025年6月13日",
            "附件2",
            "整改要求清单",
            "扩容排土场沉沙池。",
            "绿水灰岩矿（虚构）",
            "抄送：云浮市云城区人民政府。",
        ],
    );
    let to = paper.paragraphs().into_iter().find(|words| words.ends_with('：')).expect("addressees");
    assert!(!to.contains("云浮市云城区人民政府"), "a circular is not addressed upward: {to}");
}

#[test]
fn a_request_and_a_report_upward() {
    let paper = make(&clean(), &["upward/2025/anweiban/001"]);
    in_order(
        &paper,
        &[
            "　云区安委办〔2025〕3号|签发人：孙某丁",
            "云浮市云城区安全生产委员会办公室/关于明确历史遗留采坑治理/牵头单位的请示（虚构）",
            "云浮市云城区人民政府：",
            "联席会议对牵头单位和经费未能协调一致，各单位意见附后，请予明确。",
            "一、请求明确的问题",
            "二、处理建议",
            "建议由自然资源部门牵头",
            "妥否，请批示。",
            "附件：各单位意见",
            "2025年4月17日",
            "（联系人及电话：孙某乙，0766-0000012）",
            "附件",
            "各单位意见",
            "区自然资源局",
            "经费未落实，建议明确属地责任。",
        ],
    );
    assert_eq!(paper.words().matches("妥否").count(), 1, "what ends well is not ended twice");
    let report = make(&clean(), &["upward/2025/anweiban/002"]);
    in_order(&report, &["　云区安委办〔2025〕6号|签发人：孙某丁", "云浮市安全生产委员会办公室：", "特此报告。"]);
}

/// Lines of a record that hold a key of these.
fn without(text: &str, keys: &[&str]) -> String {
    let is_of = |line: &&str| keys.iter().any(|key| line.starts_with(&format!("{key} =")));
    text.lines().filter(|line| !is_of(line)).flat_map(|line| [line, "\n"]).collect()
}

#[test]
fn what_nobody_reviewed_is_marked_on_every_page() {
    let register = copy();
    edit(register.path(), "notices/2025/yingji/002.toml", |text| {
        let review = text.find("[review]").expect("a review");
        let delivery = text.find("[[delivery]]").expect("a delivery");
        format!("{}{}", &text[..review], &text[delivery..])
    });
    edit(register.path(), "upward/2025/anweiban/001.toml", |text| without(text, &["signer"]));
    for (record, why) in [("notices/2025/yingji/002", "未经审核"), ("upward/2025/anweiban/001", "未经签发")] {
        let paper = make(register.path(), &[record]);
        let headers: Vec<&String> = paper.parts.keys().filter(|name| name.starts_with("word/header")).collect();
        assert!(headers.len() >= 2);
        for header in headers {
            assert_eq!(paper.paragraphs_of(header)[0], format!("草　稿（{why}）"), "{header}");
        }
        assert!(paper.part("docProps/core.xml").contains("<cp:contentStatus>草稿<"));
        assert!(paper.said.contains(why), "{}", paper.said);
    }
    let off = "\n[cancelled]\non = 2025-04-05\nreason = \"台风（虚构）\"\n";
    for (file, args, why) in
        [("meetings/2025/anweiban/001", "notice", "会议已取消"), ("enforcements/2025/anweiban/001", "plan", "执法已取消")]
    {
        edit(register.path(), &format!("{file}.toml"), |text| text.to_owned() + off);
        let paper = make(register.path(), &[file, "--paper", args]);
        assert_eq!(paper.paragraphs_of("word/header-even.xml")[0], format!("草　稿（{why}）"), "{file}");
    }
    for (kind, args) in KINDS {
        let paper = make(&clean(), args);
        assert!(!paper.parts.values().any(|part| part.contains("草　稿") || part.contains("contentStatus")), "{kind}");
    }
}

#[test]
fn a_draft_is_printed_for_its_review() {
    let register = copy();
    fs::create_dir(register.path().join("drafts")).expect("a folder");
    let text = fs::read_to_string(clean().join("notices/2025/yingji/002.toml")).expect("a file");
    let review = text.find("[review]").expect("a review");
    fs::write(register.path().join("drafts/notices-1.toml"), without(&text[..review], &["issued", "doc_number"]))
        .expect("written");
    let paper = make(register.path(), &["notices-1", "--as", "应急"]);
    in_order(
        &paper,
        &[
            "　　　〔　　　〕　　号",
            "云浮市云城区应急管理局关于通报/",
            "一、基本情况",
            "云浮市云城区应急管理局",
            "　　年　月　日",
        ],
    );
    assert_eq!(paper.paragraphs_of("word/header-first.xml")[0], "草　稿（未经审核，尚未登记）");
    assert!(paper.part("docProps/core.xml").contains("<dc:identifier>drafts/notices-1<"));
    assert!(paper.said.contains("发文字号、成文日期"), "{}", paper.said);
}

/// Takes every number and date that a registry or an issue would give.
fn unnumbered() -> tempfile::TempDir {
    let register = copy();
    for file in [
        "notices/2025/yingji/002.toml",
        "notices/2025/ziran/001.toml",
        "notices/2025/yingji/004.toml",
        "meetings/2025/anweiban/001.toml",
        "enforcements/2025/anweiban/001.toml",
        "upward/2025/anweiban/001.toml",
        "upward/2025/anweiban/002.toml",
    ] {
        edit(register.path(), file, |text| without(text, &["doc_number"]));
    }
    register
}

#[test]
fn no_number_is_invented() {
    let register = unnumbered();
    for (kind, args) in KINDS {
        let paper = make(register.path(), args);
        let blank = if *kind == "minutes" { "第　　期" } else { "　　　〔　　　〕　　号" };
        assert!(
            paper.paragraphs().iter().any(|words| words.trim_start_matches('　').starts_with(blank.trim_start_matches('　'))),
            "{kind}"
        );
        assert!(!paper.words().contains("〔2025〕"), "{kind}: {}", paper.words());
        assert!(paper.said.contains("留待填写的：发文字号"), "{kind}: {}", paper.said);
    }
}

#[test]
fn every_figure_of_a_notice_stands_in_its_record() {
    let register = unnumbered();
    for record in ["notices/2025/yingji/002", "notices/2025/ziran/001", "notices/2025/yingji/004"] {
        let text = fs::read_to_string(register.path().join(format!("{record}.toml"))).expect("a file");
        // 2025-05-15 is written 2025年5月15日.
        let figures = |text: &str| -> Vec<String> {
            let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
            runs.map(|run| run.trim_start_matches('0').to_owned()).collect()
        };
        let known = figures(&text);
        for figure in figures(&make(register.path(), &[record]).words()) {
            assert!(known.contains(&figure), "{record}: {figure} is nowhere in {text}");
        }
    }
}

#[test]
fn hostile_text_does_nothing() {
    let hostile = "</w:t></w:r><w:p/>&lt;&#x202e;]]><script>alert(1)</script>\u{202e}乙\u{1b}[31m{{x}} DDEAUTO c:\\\\calc";
    let register = copy();
    edit(register.path(), "notices/2025/yingji/002.toml", |text| {
        let at = text.find("body = ").expect("a body");
        let end = text[at..].find('\n').expect("a line") + at;
        let quoted = hostile.replace('\u{202e}', "\\u202E").replace('\u{1b}', "\\u001B");
        let text = format!("{}body = \"{quoted}\"{}", &text[..at], &text[end..]);
        let at = text.find("title = ").expect("a title");
        let end = text[at..].find('\n').expect("a line") + at;
        format!("{}title = \"关于{quoted}的函\"{}", &text[..at], &text[end..])
    });
    let paper = make(register.path(), &["notices/2025/yingji/002"]);
    let innocent = make(&clean(), &["notices/2025/yingji/002"]);
    let shown = hostile.replace(['\u{202e}', '\u{1b}'], "").replace("\\\\", "\\");
    assert!(paper.paragraphs().contains(&shown), "{}", paper.words());
    for (name, part) in &paper.parts {
        assert!(!part.contains(['\u{202e}', '\u{1b}']) && !part.contains("<script"), "{name}");
    }
    let elements = |paper: &Docx, name: &str| {
        let document = roxmltree::Document::parse(paper.part("word/document.xml")).expect("XML");
        document.descendants().filter(|node| node.tag_name().name() == name).count()
    };
    // How many are empty goes by how long its text is.
    assert_eq!(paper.paragraphs().len(), innocent.paragraphs().len(), "a paragraph that no part of the paper is");
    assert_eq!(elements(&paper, "instrText") + elements(&paper, "fldChar") + elements(&paper, "hyperlink"), 0);
}

/// The library's own answer, before anything is rendered.
pub(super) fn value(record: &str) -> liandong::report::paper::Paper {
    let source = liandong::store::Source::Folder(clean().into());
    let loaded = liandong::store::load(&source, liandong::store::TextPolicy::Keep).expect("a register");
    let ledger = liandong::model::Ledger::new(loaded.records, loaded.unreadable).expect("a whole mechanism");
    liandong::report::paper::paper(&record.parse().expect("a path"), None, &ledger).expect("a paper")
}

#[test]
fn whatever_a_value_holds_the_parts_are_xml() {
    let mut paper = value("notices/2025/yingji/002");
    let every: String = ('\0'..='\u{ffff}').chain(['\u{10ffff}', '\u{e0001}']).collect();
    paper.number = Slot::Known(every.clone());
    paper.mark.names = vec![every.clone(), every.clone()];
    paper.title.words = format!("关于{every}的函");
    paper.body.push(Block::Paragraph(every.clone()));
    paper.record = every;
    let made = read(render::docx(&paper, Some("\u{0}<&\"'>")).expect("a package"));
    for (name, part) in &made.parts {
        assert!(roxmltree::Document::parse(part).is_ok(), "{name}");
        assert!(part.chars().all(|c| c == '\n' || !c.is_control()), "{name}");
    }
}

#[test]
fn a_paper_is_a_value_without_layout() {
    let json = serde_json::to_value(value("meetings/2025/anweiban/001")).expect("JSON");
    assert_eq!(json["form"], "minutes");
    assert_eq!(json["number"]["known"], "第1期");
    assert_eq!(json["rolls"][1]["label"], "请假");
}

#[test]
fn records_that_give_no_paper_say_so() {
    for (args, lang, words) in [
        (&["orders/2025/yingji/001"][..], Lang::Zh, "执法文书由各单位自行制作"),
        (&["hazards/2025/yingji/001"], Lang::En, "gives no paper"),
        (&["notices/2025/yingji/002", "--paper", "plan"], Lang::En, "gives no such paper"),
        (&["notices/2025/yingji/099"], Lang::Zh, "没有 notices/2025/yingji/099.toml"),
        (&["云区安委办〔2025〕99号"], Lang::Zh, "没有“云区安委办〔2025〕99号”"),
    ] {
        let folder = home();
        let out = folder.path().join("x.docx");
        let reply = run_in(lang, &clean(), &[&["paper"], args, &["--out", &out.to_string_lossy()]].concat());
        assert!(reply.status.code() == Some(2) && said(&reply).contains(words), "{args:?}: {}", said(&reply));
        assert!(!out.exists());
    }
}

#[test]
fn another_city_prints_its_own_papers() {
    let city: &Path = &root().join("tests/city");
    let paper = make(city, &["meetings/2025/kuangguan/001"]);
    in_order(&paper, &["青崖市矿山安全联动办法（虚构）", "第　　期", "2025年上半年联席会商（虚构）纪要", "一、会议议题"]);
    for record in ["notices/2025/kuangye/001", "enforcements/2025/kuangguan/001"] {
        let words = make(city, &[record]).words();
        assert!(!words.contains("云浮") && !words.contains("云城"), "{words}");
    }
}

#[test]
fn who_gets_a_copy_and_how_urgent_it_is() {
    let register = copy();
    let notice = |head: &str, doc_type: &str| {
        format!(
            "content = 2\ntitle = \"关于大山石场（虚构）有关情况的通报\"\nbody = \"边坡有裂缝。请予函复。\"\ndoc_type = \"{doc_type}\"\nurgency = \
             \"most-urgent\"\ncopies = [\"hekou\", \"yingji\", \"gongan\", \"mines/dashan\"]\n{head}\n[[to]]\nwho = \"ziran\"\n\n[[to]]\nwho = \"gongan\"\n"
        )
    };
    for (number, doc_type) in [("005", "letter"), ("006", "circular")] {
        fs::write(register.path().join(format!("notices/2025/yingji/{number}.toml")), notice("", doc_type)).expect("written");
    }
    let letter = make(register.path(), &["notices/2025/yingji/005"]);
    in_order(
        &letter,
        &[
            "特急|　　　〔　　　〕　　号",
            "云浮市云城区应急管理局关于通报/大山石场（虚构）有关情况的函",
            "市公安局云城分局、区自然资源局：",
            "边坡有裂缝。",
            "请予函复。",
            "抄送：河口街道办事处，大山石场（虚构）。",
        ],
    );
    assert!(!letter.words().contains("特此"), "it closes by itself");
    assert!(letter.said.contains("题目已按公文的文种改写"), "{}", letter.said);
    let circular = make(register.path(), &["notices/2025/yingji/006"]);
    in_order(
        &circular,
        &["特急", "云浮市云城区应急管理局文件", "市公安局云城分局、区自然资源局：", "抄送：河口街道办事处，大山石场（虚构）。"],
    );
    assert!(!circular.said.contains("改写"), "{}", circular.said);
}

#[test]
fn more_addressees_than_a_page_has_room_for_are_listed() {
    let register = copy();
    let mine = fs::read_to_string(register.path().join("mines/dashan/base.toml")).expect("a mine");
    let mut notice = fs::read_to_string(register.path().join("notices/2025/yingji/004.toml")).expect("a notice");
    for at in 0..60 {
        let folder = register.path().join(format!("mines/k{at:02}"));
        fs::create_dir(&folder).expect("a folder");
        let name = format!("name = \"第{at:02}号石场（虚构）\"");
        let text: Vec<&str> = mine.lines().map(|line| if line.starts_with("name =") { &name } else { line }).collect();
        fs::write(folder.join("base.toml"), text.join("\n") + "\n").expect("written");
        notice.extend(["\n[[to]]\nwho = \"mines/k", &format!("{at:02}"), "\"\n"]);
    }
    fs::write(register.path().join("notices/2025/yingji/004.toml"), notice).expect("written");
    let paper = make(register.path(), &["notices/2025/yingji/004"]);
    let words = paper.words();
    for at in 0..60 {
        assert_eq!(words.matches(&format!("第{at:02}号石场（虚构）")).count(), 1, "{at}: {words}");
    }
    in_order(&paper, &["市公安局云城分局、", "附件：主送单位名单", "附件", "主送单位名单", "序号"]);
    let to = paper.paragraphs().into_iter().find(|words| words.ends_with('：')).expect("addressees");
    assert!(to.ends_with("，各有关矿山（名单附后）："), "{to}");
    assert!(paper.said.contains("主送单位过多"), "{}", paper.said);
}

#[test]
fn an_invitation_says_when_how_long_and_until_when_to_answer() {
    let register = copy();
    edit(register.path(), "meetings/2025/anweiban/001.toml", |text| {
        let begins = "planned = 2025-04-10\nbegins = 2025-04-10T14:30:00\n";
        let text = without(text, &["planned"]);
        format!("{begins}{text}\n[notice]\ndoc_number = \"云区安委办函〔2025〕2号\"\nlength = \"半天\"\nreply_by = 2025-04-08\n")
    });
    let paper = make(register.path(), &["meetings/2025/anweiban/001", "--paper", "notice"]);
    in_order(
        &paper,
        &[
            "云区安委办函〔2025〕2号",
            "根据《云城区非煤矿山安全监管协调联动工作机制》，现定于2025年4月10日召开",
            "2025年4月10日（星期四）下午2:30，会期半天。",
            "请各单位提前准备议题材料，于4月8日前将议题材料和参会回执报送我办。",
        ],
    );
    edit(register.path(), "meetings/2025/anweiban/001.toml", |text| text.replace("begins = 2025-04-10", "begins = 2025-04-11"));
    let paper = make(register.path(), &["meetings/2025/anweiban/001", "--paper", "notice"]);
    assert!(paper.said.contains("开会时间与计划日期不符"), "{}", paper.said);
}

#[test]
fn a_unit_without_an_issuing_name_is_told_of() {
    let register = copy();
    edit(register.path(), "units/yingji.toml", |text| without(text, &["issuing_name"]));
    let paper = make(register.path(), &["notices/2025/yingji/002"]);
    assert_eq!(paper.paragraphs_of("word/header-first.xml")[0], "区应急管理局");
    assert!(paper.said.contains("liandong edit units/yingji"), "{}", paper.said);
    let paper = make(&clean(), &["notices/2025/yingji/002"]);
    assert_eq!(paper.paragraphs_of("word/header-first.xml")[0], "云浮市云城区应急管理局");
    assert!(!paper.said.contains("请注意：units"), "{}", paper.said);
}

/// What the form of official papers asks is told where a record departs from it, and printed as the record has it.
#[test]
fn what_departs_from_the_form_of_papers_is_told() {
    let register = copy();
    let (request, report) = ("upward/2025/anweiban/001", "upward/2025/anweiban/002");
    for record in [request, report] {
        assert!(!make(&clean(), &[record]).said.contains("条例"), "{record}");
    }
    edit(register.path(), &format!("{request}.toml"), |text| {
        without(text, &["contact"]).replacen("kind =", "copies = [\"hekou\", \"yingji\"]\nkind =", 1)
    });
    let paper = make(register.path(), &[request]);
    assert!(paper.said.contains("不抄送下级机关（条例第十五条）：河口街道办事处 列在抄送中"), "{}", paper.said);
    assert!(paper.said.contains("请示应当在附注中写明联系人和电话"), "{}", paper.said);
    in_order(&paper, &["抄送：区应急管理局，河口街道办事处。"]);
    edit(register.path(), &format!("{report}.toml"), |text| text.replacen("body = \"", "body = \"请批示经费。", 1));
    let paper = make(register.path(), &[report]);
    assert!(paper.said.contains("报告中不夹带请示事项"), "{}", paper.said);
    let internal = "notices/2025/ziran/001";
    assert!(!make(&clean(), &[internal]).said.contains("四（五）"));
    edit(register.path(), &format!("{internal}.toml"), |text| format!("{text}\n[[to]]\nwho = \"mines/dashan\"\n"));
    let paper = make(register.path(), &[internal]);
    assert!(paper.said.contains("这份通报为内部，而发给了大山石场（虚构）"), "{}", paper.said);
}
