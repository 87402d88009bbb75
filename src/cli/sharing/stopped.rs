//! Why nothing was sent or taken, said with what to do next.

use super::verify::table;
use crate::cli::{Reply, failure};
use crate::render::RenderOptions;
use crate::sync::{Cause, Clash, Stopped};
use crate::text::{Text, clean};
use crate::tr;

/// Says it; exit code 1 where something is not in order, 2 where the question could not be answered.
pub(super) fn explain_stop(why: &Stopped, options: RenderOptions) -> anyhow::Result<Reply> {
    let reply = |text: String, code| Ok(Reply { err: text.into_bytes(), code, ..Reply::default() });
    match why {
        Stopped::Unreached(why) => Ok(failure(&anyhow::Error::new(why.describe()), options)),
        Stopped::NoRegister => Err(Text::fixed(
            "那里没有台账；请核对地址，或请办公室先用 liandong sync 地址 把台账送上去",
            "there is no register there; check the address, or have the office send it there with liandong sync ADDRESS",
        )
        .into()),
        Stopped::Theirs(verdict) => {
            let head = Text::fixed(
                "对方的台账核验不过，本机没有改动；请把下表告诉办公室：\n",
                "what is shared is not in order, and nothing here was changed; show this to the office:\n",
            );
            reply(format!("{}{}", head.get(options.lang), table(&verdict.breaches, options)), 1)
        }
        Stopped::Ours(verdict) => {
            let head = Text::fixed(
                "本机登记的有核验不过的，别人不会接收，没有送出：\n",
                "something filed here is not in order and nobody would take it; nothing was sent:\n",
            );
            let next = Text::fixed(
                "下一步：没有签名的，先 liandong join；密钥没有登记的，把加入申请交办公室；手工提交的，可用 git rebase --exec \"git commit --amend --no-edit -S\" 补签名\n",
                "next: if it is unsigned, liandong join; if the key was not admitted, send the request to the office; commits made by hand can be signed with git rebase --exec \"git commit --amend --no-edit -S\"\n",
            );
            let (head, next) = (head.get(options.lang), next.get(options.lang));
            reply(format!("{head}{}{next}", table(&verdict.breaches, options)), 1)
        }
        Stopped::Clashes(clashes) => reply(of_clashes(clashes, options), 1),
    }
}

fn of_clashes(clashes: &[Clash], options: RenderOptions) -> String {
    let head = Text::fixed(
        "双方都改了这些文件，没有送出，两边的都还在：\n",
        "both sides changed these files; nothing was sent, and both are kept:\n",
    );
    let line = |clash: &Clash| {
        let (path, why) = (clean(&clash.path).into_owned(), cause(clash));
        let (zh, en) = (why.zh(), why.en());
        tr!("  {path}：{zh}\n"; "  {path}: {en}\n").get(options.lang).to_owned()
    };
    clashes.iter().map(line).fold(head.get(options.lang).to_owned(), |said, line| said + &line)
}

/// Why a file cannot be made one, and what to do.
pub(super) fn cause(clash: &Clash) -> Text {
    let stem = clean(clash.path.trim_end_matches(".toml")).into_owned();
    match &clash.cause {
        Cause::SameNumber => tr!(
            "同一编号登记了两件事，请运行 liandong renumber {stem}，给本机的一件换号";
            "two records were given one number; run liandong renumber {stem} to give ours another"
        ),
        Cause::Fields(conflicts) => {
            let keys = conflicts.iter().map(|conflict| conflict.key.as_str()).collect::<Vec<_>>().join("、");
            tr!(
                "同一项（{keys}）两边填得不同，请运行 liandong resolve {stem} 选定";
                "the same keys ({keys}) were filled differently; choose with liandong resolve {stem}"
            )
        }
        Cause::Removed => Text::fixed(
            "一边删去了，另一边又改了；请先恢复本机的文件再同步",
            "one side took it out and the other changed it; put ours back, then synchronise",
        ),
        Cause::Unreadable => Text::fixed(
            "不是记录或读不出来，程序不能合并；请把本机的改成与共享的一致",
            "it is no record or cannot be read, so it cannot be merged; make ours like the shared one",
        ),
        Cause::NotOurs => Text::fixed("是别的单位的文件，由该单位自己合并", "it is another unit's, who must merge it"),
    }
}
