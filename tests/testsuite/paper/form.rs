//! The form of papers where their records are written as people write them: titles, numbers of headings, addressees, closings, citations.

use std::fs;
use std::path::Path;

use super::print::{Docx, edit, make};
use crate::support::copy;

const OWN: &str = "notices/2025/yingji/009";

/// A notice of 应急 that says so much, as a paper.
fn notice(data: &Path, says: &str) -> Docx {
    filed(data, OWN, &format!("content = 2\n{says}"))
}

fn filed(data: &Path, record: &str, text: &str) -> Docx {
    let file = data.join(format!("{record}.toml"));
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    fs::write(file, text).expect("written");
    make(data, &[record])
}

/// The title of a paper, on one line.
fn title(paper: &Docx) -> String {
    let said = paper.paragraphs().into_iter().map(|said| said.replace('/', ""));
    said.into_iter().find(|said| said.contains("关于")).expect("a title")
}

const TO: &str = "\n[[to]]\nwho = \"gongan\"\n";

#[test]
fn headings_count_on_whatever_the_fields_between_hold() {
    let register = copy();
    let says = format!(
        "title = \"关于边坡的函\"\nbody = \"现有裂缝。\"\nmeasures = \"一、已停产。\\n（一）已断电。\\n二、已封存。\"\nsuggestions = \"1. 请核查。\"\n{TO}"
    );
    let words = notice(register.path(), &says).paragraphs();
    let heads: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .skip_while(|said| !said.starts_with("一、"))
        .take_while(|said| !said.starts_with("特此"))
        .collect();
    let expected = [
        "一、基本情况",
        "现有裂缝。",
        "二、已采取的措施",
        "（一）已停产。",
        "1. 已断电。",
        "（二）已封存。",
        "三、意见和建议",
        "1. 请核查。",
    ];
    assert_eq!(heads, expected);
    edit(register.path(), "meetings/2025/anweiban/001.toml", |text| {
        text.replace(
            "decided = \"五月中旬开展联合执法；建立停产矿山民用爆炸物品清退流程。\"",
            "decided = \"一、同意执法。\\n二、同意清退。\"",
        )
    });
    let words = make(register.path(), &["meetings/2025/anweiban/001"]).words();
    for head in ["一、会议议题", "二、议定事项\n（一）同意执法。\n（二）同意清退。\n三、工作任务", "四、未能协调"]
    {
        assert!(words.contains(head), "{head}: {words}");
    }
}

#[test]
fn what_a_paper_cites_is_titled_as_it_went_out() {
    let register = copy();
    let says = format!("title = \"关于更正的函\"\nbody = \"应为32米。\"\ncorrects = \"notices/2025/yingji/002\"\n{TO}");
    let words = notice(register.path(), &says).words();
    assert!(words.contains("现对《关于通报大山石场（虚构）重大隐患处理情况的函》（云区应急〔2025〕11号）更正如下"), "{words}");
    let archive = make(register.path(), &["2025", "--paper", "归档"]).words();
    for borne in [
        "关于通报大山石场（虚构）重大隐患处理情况的函",
        "关于印发《2025年汛期联合执法（虚构）方案》的通知",
        "关于2025年汛期联合执法（虚构）情况的通报",
        "2025年第一次联席会议（虚构）纪要",
        "云浮市云城区应急管理局",
    ] {
        assert!(archive.contains(borne), "{borne}: {archive}");
    }
}

#[test]
fn a_title_is_not_wrapped_in_another() {
    let register = copy();
    let upward = |own: &str| {
        let text = format!("kind = \"request\"\nto = \"quzhengfu\"\ntitle = \"{own}\"\non = 2025-11-05\nbody = \"请求批准。\"\n");
        title(&filed(register.path(), "upward/2025/anweiban/009", &text))
    };
    assert_eq!(upward("关于西山矿关闭"), "云浮市云城区安全生产委员会办公室关于西山矿关闭的请示");
    assert_eq!(upward("西山矿关闭"), "云浮市云城区安全生产委员会办公室关于西山矿关闭的请示");
    edit(register.path(), "enforcements/2025/anweiban/001.toml", |text| {
        text.replace("2025年汛期联合执法（虚构）", "关于印发《2025年汛期联合执法方案》的通知")
    });
    let plan = make(register.path(), &["enforcements/2025/anweiban/001", "--paper", "plan"]);
    assert_eq!(title(&plan), "云浮市云城区安全生产委员会办公室关于印发《2025年汛期联合执法方案》的通知");
    let circular = make(register.path(), &["enforcements/2025/anweiban/001"]);
    assert_eq!(title(&circular), "云浮市云城区安全生产委员会办公室关于2025年汛期联合执法情况的通报");
}

#[test]
fn a_report_of_nothing_has_a_title() {
    let register = copy();
    let says = format!("title = \"零报告\"\nnone_for = 2025\n{TO}");
    let paper = notice(register.path(), &says);
    assert_eq!(title(&paper), "云浮市云城区应急管理局关于2025年度无需通报信息的函");
    assert!(!paper.words().contains("签发人"), "{}", paper.words());
}

#[test]
fn whoever_is_wrongly_addressed_is_named() {
    let register = copy();
    let to = |who: &[&str]| who.iter().flat_map(|who| ["\n[[to]]\nwho = \"", who, "\"\n"]).collect::<String>();
    let of = |sort: &str, more: &str, who: &[&str]| {
        let says = format!("title = \"关于边坡的事项\"\nbody = \"现有裂缝。\"\ndoc_type = \"{sort}\"\n{more}{}", to(who));
        notice(register.path(), &says).said
    };
    for (sort, more, who, told) in [
        ("circular", "", &["quzhengfu"][..], "通报、通知不向上级机关主送（条例第十五条）：云浮市云城区人民政府"),
        ("circular", "", &["quzhengfu"], "没有主送机关"),
        ("letter", "", &["yingji"], "区应急管理局 自己发这份公文"),
        ("letter", "jointly = [\"gongan\"]\n", &["gongan"], "没有主送机关"),
        ("letter", "", &["quzhengfu"], "函用于不相隶属机关之间"),
        ("report", "", &["gongan", "ziran"], "不是上级机关"),
        ("report", "", &["gongan", "ziran"], "报告原则上主送一个上级机关"),
        ("report", "copies = [\"hekou\"]\n", &["quzhengfu"], "不抄送下级机关"),
    ] {
        let said = of(sort, more, who);
        assert!(said.contains(told), "{sort} {who:?}: {said}");
    }
    for (sort, more, who) in [
        ("letter", "copies = [\"quzhengfu\"]\n", &["gongan", "hekou"][..]),
        ("circular", "copies = [\"quzhengfu\"]\n", &["gongan"]),
        ("report", "", &["quzhengfu"]),
    ] {
        let said = of(sort, more, who);
        assert!(!said.contains("条例") && !said.contains("没有主送"), "{sort} {who:?}: {said}");
    }
}

#[test]
fn a_circular_demands_nothing_of_those_above() {
    let register = copy();
    let file = "enforcements/2025/anweiban/001.toml";
    edit(register.path(), file, |text| text.replace("lead = \"hekou\"", "lead = \"quzhengfu\""));
    let paper = make(register.path(), &["enforcements/2025/anweiban/001"]);
    assert!(paper.said.contains("通报不对上级提整改要求"), "{}", paper.said);
    assert!(!paper.words().contains("汛期每日巡查辖区矿山边坡"), "{}", paper.words());
    assert!(paper.words().contains("扩容排土场沉沙池"), "{}", paper.words());
    assert!(!paper.said.contains("草稿"), "{}", paper.said);
    let text = "lead = \"anweiban\"\nmember_units = [\"yingji\", \"gongan\"]\nfrom = 2025-08-01\n\n[circular]\nissued = 2025-08-20\nto = [\"gongan\"]\n";
    let paper = filed(register.path(), "enforcements/2025/anweiban/009", text);
    assert!(paper.said.contains("草稿") && paper.said.contains("检查、发现问题和总结均未录入"), "{}", paper.said);
}

#[test]
fn the_id_of_nobody_known_is_no_name() {
    let register = copy();
    edit(register.path(), "meetings/2025/anweiban/001.toml", |text| {
        format!("{text}\n[[task]]\nno = 90\ntext = \"完善台账。\"\nlead = \"gongan\"\nwith = [\"hekuo\"]\n")
    });
    let paper = make(register.path(), &["meetings/2025/anweiban/001"]);
    assert!(paper.words().contains("配合单位：〔名称待填：hekuo〕"), "{}", paper.words());
    assert!(paper.said.contains("台账中没有 hekuo"), "{}", paper.said);
}

#[test]
fn a_text_that_closes_is_not_closed_again() {
    let register = copy();
    let last = |own: &str, text: &str| {
        let words = notice(register.path(), &format!("title = \"{own}\"\nbody = \"{text}\"\n{TO}")).paragraphs();
        words.into_iter().rfind(|said| said.contains('。') || said.starts_with("特此")).expect("a text")
    };
    for closing in ["请予支持为荷。", "盼复为感。", "请予研究并复函。", "是否妥当，请函示。"] {
        assert_eq!(last("关于边坡的函", &format!("现有裂缝。{closing}")), closing);
    }
    assert_eq!(last("关于同意延期的复函", "同意延期。"), "特此函复。");
    assert_eq!(last("关于延期的函", "尚未取得批准。"), "特此函告。");
}
