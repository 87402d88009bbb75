//! What becomes of a filing, as a reply: 0 where it is filed, waits or was only shown; 2 where it was not.

use clap::ArgMatches;

use crate::cli::Reply;
use crate::ops::{FilingOutcome, Receipt};
use crate::render::{self, RenderOptions, json};
use crate::text::{Text, shell_word};
use crate::tr;

/// What is said of a filing, as `--json` wants it.
pub(in crate::cli) fn filing_reply(outcome: &FilingOutcome, matches: &ArgMatches, options: RenderOptions) -> Reply {
    filing_reply_as(outcome, matches.get_flag("json"), options)
}

/// The same, by whatever option JSON is asked for.
pub(in crate::cli) fn filing_reply_as(outcome: &FilingOutcome, is_json: bool, options: RenderOptions) -> Reply {
    let lang = options.lang;
    match outcome {
        FilingOutcome::Filed(receipt) => {
            noted(receipt, options, if is_json { json::json(receipt) } else { render::receipt(receipt, options) })
        }
        FilingOutcome::Preview(receipt) => {
            noted(receipt, options, if is_json { json::json(receipt) } else { render::preview(receipt, options) })
        }
        FilingOutcome::Changed(receipt) => {
            let changed = Text::fixed(
                "台账在这期间有了变化，没有登记；现在登记会是这样，看清后再登记：\n",
                "the register has changed meanwhile, and nothing was filed; this is how it would read now, to be filed once that is seen:\n",
            );
            not_filed(changed.get(lang).to_owned() + &render::proposal(receipt, options))
        }
        FilingOutcome::Kept { name, notes } => {
            let word = shell_word(name);
            let kept = tr!(
                "已存为草稿 {name}，没有登记\n下一步：审核后用 liandong notice review {word} 登记\n";
                "kept as draft {name}; nothing was filed\nnext: file it with liandong notice review {word} once it is reviewed\n"
            );
            Reply { err: lines(notes, options), ..Reply::ok(kept.get(lang)) }
        }
        FilingOutcome::Idle(_) if is_json => Reply::ok(json::json(&Receipt::nothing())),
        FilingOutcome::Idle(why) => Reply::ok(format!("{}\n", why.get(lang))),
        FilingOutcome::Refused(refusal) => not_filed(render::refusal(refusal, options)),
        FilingOutcome::Recovered(recovery) => {
            let (zh, en) = (recovery.what.zh(), recovery.what.en());
            let first = tr!("{zh}\n请先看清它是不是现在要登记的，再登记\n"; "{en}\nsee first whether it is what you are filing now, then file\n");
            let draft = recovery.draft.as_ref().map(|draft| render::draft_kept(draft, options)).unwrap_or_default();
            not_filed(first.get(lang).to_owned() + &draft)
        }
    }
}

/// What was filed or would be, and beside it what was noticed on the way.
fn noted(receipt: &Receipt, options: RenderOptions, out: String) -> Reply {
    Reply { err: lines(&receipt.notes, options), ..Reply::ok(out) }
}

fn lines(notes: &[Text], options: RenderOptions) -> Vec<u8> {
    notes.iter().flat_map(|note| [note.get(options.lang), "\n"]).collect::<String>().into_bytes()
}

fn not_filed(why: String) -> Reply {
    Reply { err: why.into_bytes(), code: 2, ..Reply::default() }
}
