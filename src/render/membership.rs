//! Taking part in a shared register: what was fetched, who joined, whose signature counts.

use super::{RenderOptions, table};
use crate::ops::{
    AdmissionView, CloneReceipt, ConsentOutcome, Identification, JoinReceipt, KeyView, PackReceipt, PutBack, RootView,
    SignedCommit, SigningKeyView, TrustView,
};
use crate::text::{Lang, Text, clean, english_count};
use crate::tr;

/// A register that was fetched.
#[must_use]
pub fn clone_receipt(receipt: &CloneReceipt, lang: Lang) -> String {
    let shown = clean(&receipt.folder.to_string_lossy()).into_owned();
    if let Some(name) = &receipt.practice {
        let said = tr!(
            "练习副本在 {shown}，标识 {name}；在里面登记的不能并入真台账\n下一步：进入该文件夹，以办公室的身份练习；要让别人一起练，请他们用 liandong clone 取用这个文件夹\n";
            "the copy to practise in stands in {shown}, named {name}; nothing that is filed in it can be merged into the real register\nnext: go there and practise as the office; others join with liandong clone from that folder\n"
        );
        return said.get(lang).to_owned();
    }
    let trusted = match &receipt.trust {
        Some(RootView { commit, key }) => {
            let (commit, count) = (&commit[..10], receipt.commits);
            let commits = english_count(count, "commit");
            tr!(
                "已核验 {count} 次提交。请打电话与办公室核对台账的起点：提交 {commit}，密钥 {key}\n";
                "{commits} verified. Compare by telephone with the office where trust begins: commit {commit}, key {key}\n"
            )
        }
        None => Text::fixed(
            "这个台账还没有启用签名，内容没有人担保\n",
            "nothing in this register is signed yet: nobody vouches for it\n",
        ),
    };
    let (zh, en) = (trusted.zh(), trusted.en());
    let said = tr!(
        "台账已在 {shown}\n{zh}下一步：进入该文件夹，用 liandong join --unit 单位 --name 姓名 加入\n";
        "the register stands in {shown}\n{en}next: go there and join with liandong join --unit UNIT --name NAME\n"
    );
    said.get(lang).to_owned()
}

/// A request to be admitted that was written.
#[must_use]
pub fn join_receipt(receipt: &JoinReceipt, lang: Lang) -> String {
    let JoinReceipt { fingerprint, office, .. } = receipt;
    let (key, shown) = (clean(&receipt.key.to_string_lossy()).into_owned(), clean(&receipt.file.to_string_lossy()).into_owned());
    let mut notes = String::new();
    if let Some(before) = &receipt.moved_from {
        notes.push_str(
            tr!("本机原为{before}加入，从现在起改为本单位登记\n"; "this clone filed for {before} before, and files for this unit from now on\n")
                .get(lang),
        );
    }
    if receipt.is_known_key {
        notes.push_str(
            Text::fixed(
                "本机已有密钥，仍用这把，没有另做\n",
                "this clone has a key already: it is used, and no other was made\n",
            )
            .get(lang),
        );
    }
    if receipt.is_replaced {
        notes.push_str(
            tr!("{shown} 原有的申请已换成这一份\n"; "the request that {shown} held before gave way to this one\n").get(lang),
        );
    }
    if receipt.begins {
        let said = tr!(
            "签名密钥：{key}\n指纹：{fingerprint}\n下一步：这是办公室的第一把密钥，不用谁来登记；要此后每次登记都签名的，用 liandong trust on 启用\n";
            "signing key: {key}\nfingerprint: {fingerprint}\nnext: it is the office's first key, which nobody has to admit; for every filing to be signed from now on, turn that on with liandong trust on\n"
        );
        return notes + said.get(lang);
    }
    let said = tr!(
        "签名密钥：{key}\n指纹：{fingerprint}\n下一步：把 {shown} 交给{office}（邮件、优盘均可），并打电话核对指纹；{office}用 liandong key add 登记\n";
        "signing key: {key}\nfingerprint: {fingerprint}\nnext: give {shown} to {office} (by mail or on a stick) and compare the fingerprint by telephone; {office} admits it with liandong key add\n"
    );
    notes + said.get(lang)
}

/// A file that was packed.
#[must_use]
pub fn pack_receipt(receipt: &PackReceipt, lang: Lang) -> String {
    let (shown, count) = (clean(&receipt.file.to_string_lossy()).into_owned(), receipt.commits);
    let filings = english_count(count, "filing");
    let said = tr!(
        "已把 {count} 次登记打包到 {shown}\n下一步：对方在自己的台账里运行 liandong receive 收取\n";
        "packed into {shown}: {filings}\nnext: the other side takes it with liandong receive\n"
    );
    said.get(lang).to_owned()
}

/// For whom a clone files, and whether its signature counts.
#[must_use]
pub fn identification(identification: &Identification, lang: Lang) -> String {
    let mut lines = vec![match &identification.unit {
        Some(unit) => tr!("单位：{unit}"; "unit: {unit}"),
        None => Text::fixed(
            "还没有加入；用 liandong join --unit 单位 --name 姓名",
            "not joined yet; liandong join --unit UNIT --name NAME",
        ),
    }];
    lines.extend(identification.name.as_ref().map(|name| tr!("姓名：{name}"; "name: {name}")));
    lines.extend(signing_key(&identification.key));
    lines.push(match &identification.root {
        Some(root) => {
            let root = &root[..10];
            tr!("台账的起点（与办公室核对）：{root}"; "trust begins at (compare with the office): {root}")
        }
        None => Text::fixed("台账还没有启用签名", "nothing in this register is signed yet"),
    });
    if !identification.without_effect.is_empty() {
        let names = identification.without_effect.join("、");
        lines.push(tr!("本仓库自带而不起作用的设置：{names}"; "settings of this repository that are without effect: {names}"));
    }
    lines.iter().flat_map(|line| [line.get(lang), "\n"]).collect()
}

fn signing_key(key: &SigningKeyView) -> Vec<Text> {
    let (fingerprint, admitted) = match key {
        SigningKeyView::None => {
            return vec![Text::fixed("没有签名密钥：登记的都不签名", "no signing key: what is filed is not signed")];
        }
        SigningKeyView::Unreadable(why) => return vec![why.clone()],
        SigningKeyView::Key { fingerprint, admitted } => (fingerprint, admitted),
    };
    let mut lines = vec![tr!("密钥：{fingerprint}"; "key: {fingerprint}")];
    if admitted.is_empty() {
        lines.push(Text::fixed(
            "密钥还没有登记：请把加入申请交给办公室；在此之前登记的，等登记后再同步",
            "the key is not admitted yet: give the request to the office; what is filed meanwhile can be sent after that",
        ));
    }
    lines.extend(admitted.iter().flat_map(admission));
    lines
}

/// For whom a key signs, and how its holder's computer numbers.
fn admission(AdmissionView { unit, roles, since, until, series }: &AdmissionView) -> Vec<Text> {
    let roles: Vec<Text> = roles.iter().map(|role| role.label()).collect();
    let roles = Text::join(&roles, "、", ", ");
    let (zh, en) = (roles.zh(), roles.en());
    let mut lines = vec![match until {
        Some(until) => tr!("登记为{unit} {zh}，{since} 至 {until}"; "admitted for {unit} as {en}, {since} to {until}"),
        None => tr!("登记为{unit} {zh}，自 {since} 起"; "admitted for {unit} as {en}, since {since}"),
    }];
    if !series.is_empty() {
        lines.push(tr!("本机编号系列：{series}（如 {series}001）"; "this clone numbers in series {series} ({series}001 …)"));
    }
    lines
}

/// Every key that was admitted, as a table.
#[must_use]
pub fn keys(keys: &[KeyView], options: RenderOptions) -> String {
    if keys.is_empty() {
        let none = Text::fixed(
            "还没有登记密钥；各单位用 liandong join 写申请，办公室用 liandong key add 登记\n",
            "no key was admitted yet; units write a request with liandong join, and the office admits it with liandong key add\n",
        );
        return none.get(options.lang).to_owned();
    }
    let heads = [
        Text::fixed("单位", "unit"),
        Text::fixed("姓名", "name"),
        Text::fixed("用途", "role"),
        Text::fixed("起", "since"),
        Text::fixed("止", "until"),
        Text::fixed("编号", "series"),
        Text::fixed("指纹", "fingerprint"),
    ];
    let row = |key: &KeyView| {
        let roles: Vec<Text> = key.role.iter().map(|role| role.label()).collect();
        vec![
            Text::same(key.unit.clone()),
            Text::same(key.name.clone()),
            Text::join(&roles, "、", ", "),
            Text::same(key.since.to_string()),
            Text::same(key.until.map(|until| until.to_string()).unwrap_or_default()),
            Text::same(key.series.clone()),
            Text::same(key.fingerprint.clone()),
        ]
    };
    table(&heads, &keys.iter().map(row).collect::<Vec<_>>(), options)
}

/// Where trust begins, to be compared by telephone.
#[must_use]
pub fn trust(trust: &TrustView, lang: Lang) -> String {
    let Some(RootView { commit, key }) = &trust.root else {
        let off = Text::fixed(
            "还没有启用签名；办公室用 liandong trust on 启用\n",
            "signatures are not on; the office turns them on with liandong trust on\n",
        );
        return off.get(lang).to_owned();
    };
    let begins = tr!("台账的起点：{commit}\n办公室密钥：{key}\n"; "trust begins at: {commit}\nthe office's key: {key}\n");
    let named = match &trust.register {
        Some(name) => tr!("台账标识：{name}\n"; "the register's name: {name}\n"),
        None => Text::fixed(
            "台账还没有标识；办公室用 liandong trust upgrade 写入\n",
            "the register has no name yet; the office gives it one with liandong trust upgrade\n",
        ),
    };
    let recovery = match &trust.recovery {
        Some(key) => tr!("恢复密钥：{key}\n"; "the recovery key: {key}\n"),
        None => Text::fixed(
            "没有恢复密钥：办公室的密钥全丢了就没有办法；办公室用 liandong trust recovery new 做一把\n",
            "there is no recovery key, and nothing helps once every key of the office is lost; the office makes one with liandong trust recovery new\n",
        ),
    };
    let hands = trust.hands;
    let hands = tr!("改动密钥须办公室 {hands} 人同意\n"; "people of the office that a change of keys takes: {hands}\n");
    let compare = Text::fixed(
        "请各单位取用台账后打电话核对以上各行\n",
        "whoever clones the register should compare these lines by telephone\n",
    );
    [begins, named, recovery, hands, compare].iter().map(|line| line.get(lang)).collect()
}

/// A recovery key, to be written down.
#[must_use]
pub fn paper(groups: &[String], lang: Lang) -> String {
    let lines: String = groups.chunks(5).flat_map(|line| ["    ".to_owned(), line.join(" "), "\n".to_owned()]).collect();
    let said = tr!(
        "恢复密钥（只显示这一次，哪里都不保存；请抄在纸上，锁在保险柜里，不要拍照、不要存进电脑）：\n{lines}办公室的密钥全丢了或失密时，用 liandong trust recovery use 恢复\n";
        "the recovery key, shown this once and kept nowhere; write it on paper and lock it away, take no picture and store it in no computer:\n{lines}once every key of the office is lost or in wrong hands, liandong trust recovery use recovers\n"
    );
    said.get(lang).to_owned()
}

/// A change of keys that was asked for, and whether it is consented to.
#[must_use]
pub fn consent(outcome: &ConsentOutcome, file: &str, lang: Lang) -> String {
    let mut said = Text::fixed("请求这样改动：\n", "what is asked for:\n").get(lang).to_owned();
    if outcome.what.is_empty() {
        said.push_str(Text::fixed("  什么也不改\n", "  nothing changes\n").get(lang));
    }
    said.extend(outcome.what.iter().flat_map(|what| ["  ", what.get(lang), "\n"]));
    let next = if outcome.text.is_some() {
        tr!(
            "已同意，写回 {file}\n下一步：交还给写请求的人，由其运行 liandong trust file {file}\n";
            "consented, in {file}\nnext: hand it back to whoever wrote it, who files it with liandong trust file {file}\n"
        )
    } else {
        tr!(
            "还没有同意。请打电话核对以上各行，同意的用 liandong trust consent {file} --yes\n";
            "not consented to yet. Compare these lines by telephone, then consent with liandong trust consent {file} --yes\n"
        )
    };
    said + next.get(lang)
}

/// What was signed with a key that fell into other hands, to be confirmed one by one.
#[must_use]
pub fn doubtful(commits: &[SignedCommit], lang: Lang) -> String {
    let count = commits.len();
    let since = english_count(count, "commit");
    let head = tr!("{count} 次提交在那之后用这把密钥签名，请逐件核实：\n"; "signed with it since: {since}, to be confirmed one by one:\n");
    let line = |signed: &SignedCommit| format!("  {} {} {}\n", signed.commit, signed.on, signed.title);
    head.get(lang).to_owned() + &commits.iter().map(line).collect::<String>()
}

/// What a key in wrong hands had changed, and what of it a person has to look through.
#[must_use]
pub fn put_back(put_back: &PutBack, lang: Lang) -> String {
    let mut said = String::new();
    if !put_back.changes.is_empty() {
        let head = Text::fixed("其中改动过密钥、办公室或设置的：\n", "what of that had changed keys, office or settings:\n");
        said.push_str(head.get(lang));
    }
    for change in &put_back.changes {
        let commit = change.commit.get(..10).unwrap_or_default();
        said.extend(change.what.iter().flat_map(|what| ["  ", commit, " ", what.get(lang), "\n"]));
    }
    if !put_back.restored.is_empty() {
        let files = put_back.restored.join("、");
        let restored = tr!(
            "已随停用一并改回：{files}（被盗的密钥登记的新密钥不删去，随之停用）\n";
            "put back in the same commit: {files} (keys that were admitted by the lost one are not taken out, but end with it)\n"
        );
        said.push_str(restored.get(lang));
    }
    if !put_back.entries.is_empty() {
        let head = Text::fixed(
            "没有改回的密钥事项，此后别人也改过，请逐项核对，在文件里改好再登记（liandong commit）：\n",
            "of keys files not put back, since others have changed it as well; look through each, put it right in the file and file it (liandong commit):\n",
        );
        said.push_str(head.get(lang));
        said.extend(put_back.entries.iter().flat_map(|left| ["  ", &left.file, " ", left.what.get(lang), "\n"]));
    }
    if !put_back.by_hand.is_empty() {
        let files = put_back.by_hand.join("、");
        let by_hand = tr!(
            "以下文件没有改回：此后别人也改过，或原先没有，请逐处核对（git log -p -- 文件）、手工改好（liandong commit）：{files}\n";
            "not put back, since others have changed these as well or they were not there before; look through them (git log -p -- FILE) and put them right by hand (liandong commit): {files}\n"
        );
        said.push_str(by_hand.get(lang));
    }
    if !put_back.later.is_empty() {
        let files = put_back.later.join("、");
        let later = tr!(
            "另一个人只同意密钥的变更；以下文件等登记同意（liandong trust file）以后，把同一条命令去掉 --ask 再运行一次就改回：{files}\n";
            "another person consents to a change of keys alone; once that is filed (liandong trust file), the same command without --ask puts these back: {files}\n"
        );
        said.push_str(later.get(lang));
    }
    said
}
