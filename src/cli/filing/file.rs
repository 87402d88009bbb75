//! One filing, from what was typed to a commit. What cannot be so stops it; what falls short of the regulation is shown and filed.

use std::io::Read as _;

use clap::ArgMatches;
use toml::Table;

use super::author::author_request;
use super::commit::PlannedCommit;
use super::draft::DraftFolder;
use super::edit::Edited;
use super::options::{FILE, RECORD};
use super::{Act, Verb};
use crate::cli::Reply;
use crate::cli::session::Session;
use crate::model::Kind;
use crate::model::limits::RECORD_BYTES;
use crate::model::reader::{ReadProblem, syntax};
use crate::ops::{Author, Register};
use crate::render::{self, RenderOptions};
use crate::report::ProblemView;
use crate::text::{Text, clean};
use crate::tr;

/// What a filing works with.
pub(super) struct FilingWork<'a> {
    pub(super) kind: Kind,
    pub(super) verb: &'static Verb,
    pub(super) matches: &'a ArgMatches,
    pub(super) session: &'a Session,
    pub(super) register: &'a Register,
    pub(super) author: Author,
    /// What was given in a file.
    pub(super) given: Table,
    /// The draft that it goes on with, by name.
    pub(super) draft: Option<(String, Table)>,
    /// What was left in the editor.
    pub(super) edited: Option<Edited>,
}

/// Files what a verb says.
pub(super) fn file(kind: Kind, verb: &'static Verb, matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let register = session.open_register()?;
    let author = Author::resolve(&author_request(matches), &register)?;
    let drafts = DraftFolder::in_register(&register.root);
    let named = matches.try_get_one::<String>(RECORD).ok().flatten().map_or("", String::as_str);
    let draft = drafts.table(kind, named)?.map(|table| (named.to_owned(), table));
    if let Some((name, table)) = &draft
        && author.proxy.is_none()
        && table.contains_key("entered_by")
    {
        return Err(on_behalf(name).into());
    }
    let given = match given(matches, session.options) {
        Ok(given) => given,
        Err(Given::Unread(why)) => return Err(why.into()),
        Err(Given::Broken(shown)) => return Ok(Reply { err: shown.into_bytes(), code: 2, ..Reply::default() }),
    };
    let work = FilingWork { kind, verb, matches, session, register: &register, author, given, draft, edited: None };
    // What was typed is known before the lock is taken: it is kept, should it not come to a filing.
    let begun = work.begun()?;
    if let Some(table) = begun.as_ref().filter(|table| !matches.get_flag("dry-run") && work.is_for_later(table)) {
        let name = drafts.keep(kind.folder(), work.draft_name(), table)?;
        let kept = tr!(
            "已存为草稿 {name}，没有登记\n下一步：审核后用 liandong notice review {name} 登记\n";
            "kept as draft {name}; nothing was filed\nnext: file it with liandong notice review {name} once it is reviewed\n"
        );
        return Ok(Reply::ok(kept.get(session.options.lang)));
    }
    let (reply, filed) = work.file();
    let from_file = || drafts.name_in_path(matches.get_one::<String>(FILE)?);
    let used = work.draft_name().map(str::to_owned).or_else(from_file);
    match (reply, &used) {
        (Ok(mut reply), Some(name)) if filed => {
            // The record is filed; a draft that stays behind is said, and no failure of the filing.
            if let Err(why) = drafts.discard(name) {
                reply.err.extend(format!("{}\n", why.get(session.options.lang)).into_bytes());
            }
            Ok(reply)
        }
        (Ok(mut reply), _) if reply.code == 2 => {
            reply.err.extend(work.keep(&drafts, begun.as_ref(), used.as_deref()));
            Ok(reply)
        }
        (Ok(reply), _) => Ok(reply),
        (Err(error), _) => {
            let kept = work.keep(&drafts, begun.as_ref(), used.as_deref());
            let mut reply = crate::cli::failure(&error, session.options);
            reply.err.extend(kept);
            Ok(reply)
        }
    }
}

impl FilingWork<'_> {
    /// Composes and commits; whether something was filed.
    pub(super) fn file(&self) -> (anyhow::Result<Reply>, bool) {
        let commit =
            PlannedCommit::new(self.session, self.register, self.matches, self.verb.about.clone()).then(self.verb.next());
        commit.make(|held| Ok(vec![self.compose(held)?]))
    }

    /// Whether a record begins here, or goes on as a draft.
    pub(super) fn begins(&self) -> bool {
        matches!(self.verb.act, Act::New) || self.draft.is_some()
    }

    pub(super) fn draft_name(&self) -> Option<&str> {
        self.draft.as_ref().map(|(name, _)| name.as_str())
    }

    /// A notice leaves no trace in history before it is reviewed, unless its first word was given or it went out (四（五）).
    fn is_for_later(&self, table: &Table) -> bool {
        self.begins()
            && self.kind == Kind::Notice
            && !["review", "preliminary", "issued", "none_for"].iter().any(|key| table.contains_key(*key))
    }

    /// What was typed is not lost where it could not be filed; says where it is.
    fn keep(&self, drafts: &DraftFolder, begun: Option<&Table>, name: Option<&str>) -> Vec<u8> {
        let Some(table) = begun.filter(|_| !self.matches.get_flag("dry-run")) else { return Vec::new() };
        let folder = self.kind.folder();
        // What was typed for a record that stands is no record by itself.
        let stem = if self.begins() { folder.to_owned() } else { format!("typed-{folder}") };
        let said = match drafts.keep(&stem, name, table) {
            Ok(name) => {
                tr!(
                    "所填内容已存为草稿 {name}；改好后，同一命令加 --from drafts/{name}.toml 登记\n";
                    "what was typed is kept as draft {name}; mend it, and give the same command with --from drafts/{name}.toml\n"
                )
            }
            Err(why) => why,
        };
        said.get(self.session.options.lang).as_bytes().to_vec()
    }
}

/// A draft that was begun for another unit would else be filed as the office's own.
fn on_behalf(draft: &str) -> Text {
    let shown = clean(draft);
    tr!(
        "草稿 {shown} 是代其他单位录入的，请同样写明 --for 单位 --source 来文";
        "draft {shown} was begun on behalf of another unit: give --for UNIT --source PAPER as before"
    )
}

/// What was given in a file or on standard input.
fn given(matches: &ArgMatches, options: RenderOptions) -> Result<Table, Given> {
    let Some(file) = matches.get_one::<String>(FILE) else { return Ok(Table::new()) };
    let shown = clean(file).into_owned();
    let read = match file.as_str() {
        "-" => bounded(std::io::stdin()),
        path => std::fs::File::open(path).and_then(bounded),
    };
    let text = read.map_err(|error| {
        let why = crate::text::disk(&error);
        let (zh, en) = (why.zh(), why.en());
        Given::Unread(tr!("读不出 {shown}：{zh}"; "{shown} cannot be read: {en}"))
    })?;
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(&text).map_err(|error| Given::Unread(not_json(&shown, &error)));
    }
    text.parse().map_err(|error: toml::de::Error| {
        let ReadProblem { span, what, help } = syntax(&error, &text);
        Given::Broken(render::carets(&[ProblemView::in_file(shown, Some(&text), span, true, what, help)], options))
    })
}

fn not_json(file: &str, error: &serde_json::Error) -> Text {
    let (line, column, why) = (error.line(), error.column(), clean(&error.to_string()).into_owned());
    tr!(
        "{file}:{line}:{column} 不是能读的 JSON（{why}）；没有的项请整项省去，不写 null";
        "{file}:{line}:{column} is no JSON that can be read ({why}); leave out what is absent, do not write null"
    )
}

/// Why a file that was given is of no use.
enum Given {
    Unread(Text),
    /// What to print.
    Broken(String),
}

/// A text of no more than a record may have.
pub(in crate::cli) fn bounded(from: impl std::io::Read) -> std::io::Result<String> {
    let mut text = String::new();
    from.take(RECORD_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > RECORD_BYTES {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    Ok(text)
}
