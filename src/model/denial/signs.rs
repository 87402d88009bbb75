//! The signs without which a text takes nothing back. Of every text of a register it is asked in many ways whether it does, and nearly none does: one
//! look over it tells which of the ways are worth trying. To try each by itself took as long as all the rest of reading a register.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::listed;

/// What a text may say, by a word in it.
#[derive(Debug, Clone, Copy)]
enum TextSign {
    /// That something was not done, or is only meant.
    NotDone,
    /// That it goes on or is refused.
    GoesOn,
    /// That what is kept is let go.
    LetGo,
    /// What may be.
    Kept,
    /// That what was looked at does not hold.
    Fails,
    /// That it is so.
    IsSo,
    /// That a paper is not gone along with.
    Refuses,
    /// That something is taken back.
    Back,
    /// What of a joint paper may be.
    Cosigning,
    /// That an answer is given, or put off.
    Answers,
    /// That explosives are put away.
    PutAway,
    /// That nothing was done, of whatever it is.
    Undone,
    /// That something is said of a part.
    Part,
    /// That a share of it was done, or all but something.
    Share,
    /// Of how many: two numbers of one kind tell more than one.
    Count,
    /// That a record was made, or somebody was told.
    Record,
    /// That others are asked what they think of a paper.
    Asks,
}

/// The words, by blanks apart. Each is as short as it can be: whether it means what it may is told by whoever tries.
const WORDS: &[(TextSign, &str)] = &[
    (
        TextSign::NotDone,
        "未 没 拒 拟 暂 待 无法 无需 无须 不予 不需 不必 定不 计划 准备 打算 正在 将于 将在 即将 止督 止催 下周 下月 下季 明日 明天 后日 后天 另行 缓办 \
         缓议 改日 改机 择日 择机 失败 受阻 一半",
    ),
    (
        TextSign::GoesOn,
        "尚在 尚无 尚待 尚处 仍在 仍无 仍待 仍处 还在 还无 还待 还处 正在 正无 正待 正处 不配 不执 不落 不整 不接 不承 不属 不到 非我 抗拒 置之 无视 预计 \
         力争 争取 下一 推迟 滞后 其余 剩余 余下 延后 延期 搁置 列入 排入 后续 近期 逾期 难以 部分 一半 过半 暂停 有待 在办 将 中 % ％",
    ),
    (
        TextSign::LetGo,
        "启封 拆封 解封 揭封 撕封 起封 开封 解除 撤销 撤消 取销 取消 终止 停止 发还 返还 退还 归还 领回 领走 领出 取回 取走 取出 封条 封签 封存标 恢复 继续 照常 重新 再次 又",
    ),
    (TextSign::Kept, "封 供 还 审 领 取 发 配 扣"),
    (
        TextSign::Fails,
        "不合 不通 不属 不同 不予 不符 不到 失实 整改 未通 未达 未到 未实 自查 自验 自评 自行 仍然 仍存 然存 旧存 还存 退回 再报 查无",
    ),
    (
        TextSign::IsSo,
        "属实 查实 确有 确实存在 确系 情况存在 问题存在 存在越界 存在瞒报 存在谎报 存在违法 存在超层 证实 onfirmed ubstantiated",
    ),
    (TextSign::Refuses, "不同意 拟同意 未同意 联署 联合 会签 agree efuse ecline cosign"),
    (TextSign::Back, "撤回 收回 撤销 取消 退出 不再 作废 无效 osign"),
    (TextSign::Cosigning, "会签 同意 联合发文 联合行文 联合印发 署名 意见 osign"),
    (TextSign::Answers, "答复 回复 容后 稍后 奉告 等待 研究"),
    (TextSign::PutAway, super::acts::PUT_AWAY),
    (TextSign::Undone, "未 没 不 拟 缓 待 划 将 消 停 迟 延 列 撤 中止 终止 作废 搁置"),
    (TextSign::Part, "部分 大部 主要 多数 大多 一半 除 遗留 余项 剩余 改率 未启 未安 未建 未清 未消 未加 未设 未完 未修 未解"),
    (
        TextSign::Share,
        "% ％ / ／ 分之 一成 二成 两成 三成 四成 五成 六成 七成 八成 九成 1成 2成 3成 4成 5成 6成 7成 8成 9成 部分 大部 多数 大多 一半 半数 过半 大半 多半 近半 \
         少数 个别 基本 大体 大致 初步 阶段 主要 除 仅剩 只剩 还剩 尚剩 尚余 仅余 只差 尚差 还差 就差",
    ),
    (TextSign::Count, "项 座 处 家 个 条 件 次 台 口 名 批 份 户"),
    (
        TextSign::Record,
        "拍照 照相 拍摄 取证 录像 摄像 录音 记录 登记 台账 笔录 在案 备案 存档 存查 备查 建档 归档 留存 留痕 上报 报告 汇报 通报 告知 知会 提醒 记入 证据",
    ),
    (TextSign::Asks, "征求 征集"),
];

/// The same of texts that are English: in a Chinese one they are names and numbers.
const ENGLISH: &[(TextSign, &[&str])] = &[
    (TextSign::NotDone, &["not ", "n't ", "will ", "to be ", "plan"]),
    (TextSign::GoesOn, &["efuse", "still", "under", "progress", "ongoing"]),
    (TextSign::LetGo, &["nseal", "uppl", "back"]),
    (TextSign::Kept, &["nseal", "uppl", "back"]),
    (TextSign::Fails, &["not ", "ailed"]),
];

struct SignTable {
    /// A bit for each character of the basic plane with which a word begins: most of a text is passed over by this alone.
    begins: Box<[u64; 1024]>,
    /// The words that begin with a character, and of what they are signs.
    words: BTreeMap<char, Vec<(TextSign, &'static str)>>,
}

impl SignTable {
    fn of(words: impl Iterator<Item = (TextSign, &'static str)>) -> Self {
        let mut table = Self { begins: Box::new([0; 1024]), words: BTreeMap::new() };
        for (sign, word) in words {
            if let Some(first) = word.chars().next() {
                let code = first as usize;
                if let Some(bits) = table.begins.get_mut(code / 64) {
                    *bits |= 1 << (code % 64);
                }
                table.words.entry(first).or_default().push((sign, word));
            }
        }
        table
    }

    /// The signs of all words in a text, overlapping ones too. An automaton over the bytes took six times as long: its table is larger than what a core
    /// keeps near.
    fn look(&self, words: &str) -> u32 {
        let mut found = 0;
        for (at, c) in words.char_indices() {
            let code = c as usize;
            if self.begins.get(code / 64).is_some_and(|bits| bits >> (code % 64) & 1 == 1) {
                let beginning = self.words.get(&c).into_iter().flatten();
                found |=
                    beginning.filter(|(_, word)| words[at..].starts_with(word)).fold(0, |found, (sign, _)| found | sign.bit());
            }
        }
        found
    }
}

static CHINESE: LazyLock<SignTable> =
    LazyLock::new(|| SignTable::of(WORDS.iter().flat_map(|(sign, words)| listed(words).map(|word| (*sign, word)))));
static OF_ENGLISH: LazyLock<SignTable> =
    LazyLock::new(|| SignTable::of(ENGLISH.iter().flat_map(|(sign, words)| words.iter().map(|word| (*sign, *word)))));

impl TextSign {
    const fn bit(self) -> u32 {
        1 << self as u16
    }
}

/// The signs of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Signs(u32);

impl Signs {
    pub(super) fn of(words: &str) -> Self {
        let english = if words.is_ascii() { OF_ENGLISH.look(words) } else { 0 };
        let found = Self(CHINESE.look(words) | english);
        // Nearly every text counts something; few count twice.
        if found.has(TextSign::Count) && !counts_twice(words) { Self(found.0 & !TextSign::Count.bit()) } else { found }
    }

    /// Whether there is any.
    pub(super) fn is_any(self) -> bool {
        self.0 != 0
    }

    fn has(self, sign: TextSign) -> bool {
        self.0 & sign.bit() != 0
    }

    pub(super) fn may_deny(self) -> bool {
        self.has(TextSign::NotDone)
    }

    pub(super) fn may_go_on(self) -> bool {
        self.has(TextSign::GoesOn)
    }

    pub(super) fn may_undo(self) -> bool {
        self.has(TextSign::LetGo) && self.has(TextSign::Kept)
    }

    pub(super) fn may_fail(self) -> bool {
        self.has(TextSign::Fails)
    }

    pub(super) fn may_confirm(self) -> bool {
        self.has(TextSign::IsSo)
    }

    pub(super) fn may_refuse(self) -> bool {
        self.has(TextSign::Refuses)
    }

    pub(super) fn may_retract(self) -> bool {
        self.has(TextSign::Back) && self.has(TextSign::Cosigning)
    }

    pub(super) fn may_evade(self) -> bool {
        self.has(TextSign::Answers) || self.may_deny() || self.may_go_on()
    }

    pub(super) fn may_speak_of_keeping(self) -> bool {
        self.has(TextSign::PutAway)
    }

    pub(super) fn may_hold_in_part(self) -> bool {
        self.has(TextSign::Part)
    }

    pub(super) fn may_be_undone(self) -> bool {
        self.has(TextSign::Undone)
    }

    pub(super) fn may_be_in_part(self) -> bool {
        self.has(TextSign::Share) || self.has(TextSign::Count)
    }

    pub(super) fn may_record(self) -> bool {
        self.has(TextSign::Record)
    }

    pub(super) fn may_ask(self) -> bool {
        self.has(TextSign::Asks)
    }
}

/// Whether one thing is counted twice in a text: “3项完成2项”.
fn counts_twice(words: &str) -> bool {
    let (mut before, mut seen) = (' ', [' '; 4]);
    for c in words.chars() {
        let is_number = before.is_ascii_digit() || ('０'..='９').contains(&before) || "一二两三四五六七八九十百".contains(before);
        if is_number && super::tally::UNITS.contains(c) {
            if seen.contains(&c) {
                return true;
            }
            seen.rotate_right(1);
            seen[0] = c;
        }
        before = c;
    }
    false
}
