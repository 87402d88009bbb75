//! `edit`: a whole record in the person's own editor. What is saved is read as any other file; what cannot be so is shown,
//! and the way back into the editor offered. What was typed stays in `drafts/` until it is filed.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use clap::ArgMatches;
use sha2::{Digest as _, Sha256};
use toml::Table;

use super::author::author_request;
use super::draft::DraftFolder;
use super::file::FilingWork;
use super::options::{RECORD, edition};
use super::{Act, Verb};
use crate::cli::session::Session;
use crate::cli::{Command, Reply, reference};
use crate::model::RecordPath;
use crate::ops::Author;
use crate::text::{Text, clean};
use crate::tr;

pub(in crate::cli) static COMMAND: Command = Command {
    name: "edit",
    zh: "编辑",
    about: Text::fixed(
        "用编辑器修改一份记录，存盘后检查、登记",
        "Change a record in an editor; it is checked and filed on saving",
    ),
    args: edition,
    run,
};

static EDIT: Verb = Verb {
    name: "edit",
    zh: "编辑",
    about: Text::fixed("编辑", "Edit"),
    kind: None,
    act: Act::Edit,
    preset: &[],
    needs: &[],
    next: ("", ""),
};

/// A record as it was left in the editor.
pub(super) struct Edited {
    pub(super) text: String,
    /// The file that it will be.
    pub(super) file: String,
    /// What the record was when the editing began.
    base: String,
}

/// The line by which a copy that is edited knows what it began with.
const BASE: &str = "# base: ";

impl Edited {
    /// A copy of a record, to be edited.
    fn begin(file: String, text: &str) -> Self {
        Self { text: text.to_owned(), file, base: digest(text) }
    }

    /// A copy that was left earlier.
    fn resume(file: String, copy: &str) -> Self {
        let mut base = String::new();
        let mut text = String::new();
        // Some editors begin a file with a mark of its encoding, or end lines in their own way.
        let copy = copy.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
        for line in copy.split_inclusive('\n') {
            match line.trim_end().strip_prefix(BASE) {
                Some(digest) => digest.clone_into(&mut base),
                None if text.is_empty() && DraftFolder::is_head(line) => {}
                None => text.push_str(line),
            }
        }
        Self { text, file, base }
    }

    /// As it lies in `drafts/`.
    fn copy(&self) -> String {
        format!("{BASE}{}\n{}", self.base, self.text)
    }

    /// Whether the editing began with that text.
    pub(super) fn began_with(&self, text: &str) -> bool {
        self.base == digest(text)
    }
}

fn digest(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.as_bytes()))
}

/// The record was filed anew while it was being edited.
pub(super) fn moved() -> Text {
    Text::fixed(
        "编辑期间这份记录已有新的登记，没有覆盖；请对照 liandong show，再重新编辑（先用 draft discard 丢弃旧稿）",
        "the record was filed anew while it was edited, and is not overwritten; compare with liandong show and edit it again \
         (draft discard throws the old copy away)",
    )
}

/// Edits a record of any kind.
fn run(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let given = matches.get_one::<String>(RECORD).map_or("", String::as_str);
    let path = reference::of_file(given, &register.mechanism, register.today())?;
    let standing = register.source.text(&path.file()).unwrap_or_default();
    if standing.is_empty() && matches!(path, RecordPath::Filed(_)) {
        let file = path.file();
        return Err(tr!("台账中没有 {file}，见 liandong list"; "the register has no {file}; see liandong list").into());
    }
    let drafts = DraftFolder::in_register(&register.root);
    let name = format!("edit-{}", path.to_string().replace('/', "-"));
    let mut work = FilingWork {
        kind: path.kind(),
        verb: &EDIT,
        matches,
        session,
        register: &register,
        author: Author::resolve(&author_request(matches), &register)?,
        given: Table::new(),
        draft: None,
        edited: None,
    };
    let mut copy =
        drafts.text(&name).map_or_else(|| Edited::begin(path.file(), &standing), |left| Edited::resume(path.file(), &left));
    loop {
        drafts.put(&name, &copy.copy())?;
        open_editor(&drafts, &name)?;
        copy = Edited::resume(path.file(), &drafts.text(&name).unwrap_or_default());
        if copy.text == standing {
            drafts.discard(&name)?;
            return Ok(Reply::ok(Text::fixed("没有改动\n", "nothing was changed\n").get(session.options.lang)));
        }
        work.edited = Some(copy);
        let (reply, filed) = work.file();
        let mut reply = reply.unwrap_or_else(|error| crate::cli::failure(&error, session.options));
        if filed {
            drafts.discard(&name)?;
            return Ok(reply);
        }
        if reply.code == 0 || !goes_back(&reply, session) {
            let kept = tr!(
                "改动保留在草稿 {name}；再次编辑同一记录即接着改\n";
                "the changes are kept as draft {name}; edit the same record again to go on\n"
            );
            reply.err.extend(kept.get(session.options.lang).as_bytes());
            return Ok(reply);
        }
        copy = work.edited.take().unwrap_or_else(|| Edited::begin(path.file(), &standing));
    }
}

/// Opens a draft in the editor that VISUAL or EDITOR names, else in one that the computer has.
fn open_editor(drafts: &DraftFolder, name: &str) -> Result<(), Text> {
    let named = ["VISUAL", "EDITOR"].iter().any(|name| std::env::var_os(name).is_some());
    if !named && !std::io::stdin().is_terminal() {
        // One that is opened all the same would wait for keys that nobody can press.
        return Err(Text::fixed(
            "这里不是终端，打不开编辑器；请在终端里运行，或用环境变量 EDITOR 指定一个程序",
            "there is no terminal for an editor here; run it in one, or name a program with the variable EDITOR",
        ));
    }
    edit::edit_file(drafts.file(name)).map_err(|error| {
        let why = clean(&error.to_string()).into_owned();
        tr!(
            "编辑器没有正常结束（{why}）；可用环境变量 EDITOR 指定编辑器，所改内容在草稿 {name} 中";
            "the editor did not end well ({why}); the variable EDITOR names one; what was typed is in draft {name}"
        )
    })
}

/// Shows what is wrong and asks, where somebody is there to answer.
fn goes_back(reply: &Reply, session: &Session) -> bool {
    let (input, mut shown) = (std::io::stdin(), std::io::stderr());
    if !input.is_terminal() || !shown.is_terminal() {
        return false;
    }
    let ask = Text::fixed("回到编辑器继续改？[Y/n] ", "back to the editor? [Y/n] ");
    let mut answer = String::new();
    let asked = shown.write_all(&reply.err).and_then(|()| write!(shown, "{}", ask.get(session.options.lang)));
    let answered = asked.and_then(|()| shown.flush()).and_then(|()| input.lock().read_line(&mut answer));
    answered.is_ok_and(|read| read > 0) && !answer.trim().to_lowercase().starts_with(['n', '否'])
}
