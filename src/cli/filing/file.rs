//! One filing, from what was typed to a commit. What cannot be so stops it; what falls short of the regulation is shown and filed.

use std::io::Read as _;

use clap::ArgMatches;
use serde::Serialize;
use toml::Table;

use super::draft::Drafts;
use super::options::{FILE, RECORD};
use super::{Act, Verb};
use crate::cli::session::{Session, now, today};
use crate::cli::{Reply, reference};
use crate::git::Outcome;
use crate::model::limits::RECORD_BYTES;
use crate::model::reader::{Problem, syntax};
use crate::model::{Kind, Mechanism, RecordPath, UnitId};
use crate::render::{self, Look, json};
use crate::report::{FindingView, Named, ProblemView};
use crate::store::{self, Change, Desk, Filing, Loaded, Source};
use crate::text::{Text, clean};
use crate::tr;

/// Who files, and for whom.
pub(super) struct Hands {
    /// The unit whose record it is.
    pub(super) owner: UnitId,
    /// The office, where it enters for that unit, and the paper from which it does.
    pub(super) proxy: Option<(UnitId, String)>,
}

/// A record as it will be written.
pub(super) struct Composed {
    pub(super) path: RecordPath,
    pub(super) before: Option<Vec<u8>>,
    pub(super) text: String,
    pub(super) findings: Vec<FindingView>,
}

/// What was filed, for other programs.
#[derive(Serialize)]
struct Receipt<'a> {
    version: u32,
    #[serde(flatten)]
    record: Named,
    file: String,
    commit: Option<&'a str>,
    findings: &'a [FindingView],
    next: Text,
}

/// Why nothing was filed.
pub(super) enum Stop {
    /// Only to be shown.
    Dry(Box<Composed>),
    /// The record cannot be understood or cannot be so; what to print.
    Form(String),
    Failed(anyhow::Error),
}

impl From<Text> for Stop {
    fn from(why: Text) -> Self {
        Self::Failed(why.into())
    }
}

/// What a filing works with.
pub(super) struct Work<'a> {
    pub(super) kind: Kind,
    pub(super) verb: &'static Verb,
    pub(super) matches: &'a ArgMatches,
    pub(super) session: &'a Session,
    pub(super) source: &'a Source,
    /// Everything but what happened.
    pub(super) known: &'a Loaded,
    pub(super) mechanism: &'a Mechanism,
    pub(super) hands: Hands,
    /// What was given in a file.
    pub(super) given: Table,
    /// The draft that it goes on with, by name.
    pub(super) draft: Option<(String, Table)>,
}

/// Files what a verb says.
pub(super) fn file(kind: Kind, verb: &'static Verb, matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let root = session.register()?;
    let source = Source::Folder(root.clone());
    let known = store::load_mechanism(&source)?;
    let mechanism = crate::cli::session::mechanism(&known)?;
    let hands = hands(matches, &mechanism)?;
    let drafts = Drafts::of(&root);
    let named = matches.try_get_one::<String>(RECORD).ok().flatten().map_or("", String::as_str);
    let draft = drafts.table(kind, named)?.map(|table| (named.to_owned(), table));
    let given = match given(matches, session.look) {
        Ok(given) => given,
        Err(Given::Unread(why)) => return Err(why.into()),
        Err(Given::Broken(shown)) => return Ok(Reply { err: shown.into_bytes(), code: 2, ..Reply::default() }),
    };
    let work = Work { kind, verb, matches, session, source: &source, known: &known, mechanism: &mechanism, hands, given, draft };
    // What begins here is known before the lock is taken: it is kept, should it not come to a filing.
    let begun = (matches!(verb.act, Act::New) || work.draft.is_some()).then(|| work.begun()).transpose()?;
    if let Some(table) = begun.as_ref().filter(|table| !matches.get_flag("dry-run") && work.is_for_later(table)) {
        let name = drafts.keep(kind, work.draft_name(), table)?;
        let kept = tr!(
            "已存为草稿 {name}，没有登记\n下一步：审核后用 liandong notice review {name} 登记\n";
            "kept as draft {name}; nothing was filed\nnext: file it with liandong notice review {name} once it is reviewed\n"
        );
        return Ok(Reply::ok(kept.get(session.look.lang)));
    }
    let (reply, filed) = work.commit(&root);
    let from_file = || drafts.named(matches.get_one::<String>(FILE)?);
    let used = work.draft_name().map(str::to_owned).or_else(from_file);
    match (reply, &used) {
        (Ok(mut reply), Some(name)) if filed => {
            // The record is filed; a draft that stays behind is said, and no failure of the filing.
            if let Err(why) = drafts.discard(name) {
                reply.err.extend(format!("{}\n", why.get(session.look.lang)).into_bytes());
            }
            Ok(reply)
        }
        (Ok(mut reply), _) if reply.code == 2 => {
            reply.err.extend(work.keep(&drafts, begun.as_ref()));
            Ok(reply)
        }
        (Ok(reply), _) => Ok(reply),
        (Err(error), _) => {
            let kept = work.keep(&drafts, begun.as_ref());
            let mut reply = crate::cli::failure(&error, session.look);
            reply.err.extend(kept);
            Ok(reply)
        }
    }
}

impl Work<'_> {
    pub(super) fn draft_name(&self) -> Option<&str> {
        self.draft.as_ref().map(|(name, _)| name.as_str())
    }

    /// A notice leaves no trace in history before it is reviewed, unless its first word was given or it went out (四（五）).
    fn is_for_later(&self, table: &Table) -> bool {
        self.kind == Kind::Notice && !["review", "preliminary", "issued", "none_for"].iter().any(|key| table.contains_key(*key))
    }

    /// What was typed is not lost where it could not be filed; says where it is.
    fn keep(&self, drafts: &Drafts, begun: Option<&Table>) -> Vec<u8> {
        let Some(table) = begun.filter(|_| !self.matches.get_flag("dry-run")) else { return Vec::new() };
        let said = match drafts.keep(self.kind, self.draft_name(), table) {
            Ok(name) => {
                tr!(
                    "所填内容已存为草稿 {name}；改好后，同一命令加 --from drafts/{name}.toml 登记\n";
                    "what was typed is kept as draft {name}; mend it, and give the same command with --from drafts/{name}.toml\n"
                )
            }
            Err(why) => why,
        };
        said.get(self.session.look.lang).as_bytes().to_vec()
    }

    /// Composes and commits under the lock; whether something was filed.
    fn commit(&self, root: &std::path::Path) -> (anyhow::Result<Reply>, bool) {
        let now = now(self.mechanism);
        let desk = match Desk::open(root, now) {
            Ok(desk) => desk,
            Err(why) => return (Err(why.into()), false),
        };
        // What an interrupted run filed may be just what is typed again.
        if let Some(recovered) = desk.recovered().filter(|recovered| recovered.outcome == Outcome::Finished) {
            let (said, look) = (recovered.said(), self.session.look);
            let (zh, en) = (said.zh(), said.en());
            let said = tr!("{zh}\n请先看清它是不是现在要登记的，再登记\n"; "{en}\nsee first whether it is what you are filing now, then file\n");
            return (Ok(Reply { err: said.get(look.lang).as_bytes().to_vec(), code: 2, ..Reply::default() }), false);
        }
        let mut done = None;
        let filed = desk.file(now, |held| {
            let composed = self.compose(held)?;
            if self.matches.get_flag("dry-run") {
                return Err(Stop::Dry(Box::new(composed)));
            }
            let filing = self.filing(&composed);
            done = Some(composed);
            Ok(filing)
        });
        match (filed, done) {
            (Ok(filed), Some(composed)) => {
                let mut reply = self.receipt(&composed, Some(&filed.commit));
                if let Some(recovered) = filed.recovered.as_ref().or(desk.recovered()) {
                    reply.err = format!("{}\n", recovered.said().get(self.session.look.lang)).into_bytes();
                }
                (Ok(reply), true)
            }
            (Err(Stop::Dry(composed)), _) => (Ok(self.preview(&composed)), false),
            (Err(Stop::Form(shown)), _) => (Ok(Reply { err: shown.into_bytes(), code: 2, ..Reply::default() }), false),
            (Err(Stop::Failed(error)), _) => (Err(error), false),
            (Ok(_), None) => (Ok(Reply::default()), false),
        }
    }
}

/// What was given in a file or on standard input.
fn given(matches: &ArgMatches, look: Look) -> Result<Table, Given> {
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
    text.parse().map_err(|error: toml::de::Error| {
        let Problem { span, what, help } = syntax(&error, &text);
        Given::Broken(render::carets(&[ProblemView::of(shown, Some(&text), span, true, what, help)], look))
    })
}

/// Why a file that was given is of no use.
enum Given {
    Unread(Text),
    /// What to print.
    Broken(String),
}

/// A text of no more than a record may have.
fn bounded(from: impl std::io::Read) -> std::io::Result<String> {
    let mut text = String::new();
    from.take(RECORD_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > RECORD_BYTES {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    Ok(text)
}

fn hands(matches: &ArgMatches, mechanism: &Mechanism) -> anyhow::Result<Hands> {
    let Some(acting) = matches.get_one::<String>("as") else {
        return Err(Text::fixed(
            "请写明以哪个单位登记：--as 单位，或设环境变量 LIANDONG_UNIT",
            "say which unit files: --as UNIT, or set LIANDONG_UNIT",
        )
        .into());
    };
    let acting = mechanism.unit_named(acting)?.clone();
    let Some(unit) = matches.get_one::<String>("for") else { return Ok(Hands { owner: acting, proxy: None }) };
    if acting != *mechanism.office() {
        let office = mechanism.short(mechanism.office());
        return Err(tr!("只有{office}可以代其他单位录入"; "only {office} may enter for another unit").into());
    }
    let owner = mechanism.unit_named(unit)?.clone();
    let source = matches.get_one::<String>("source").cloned().unwrap_or_default();
    Ok(Hands { owner, proxy: Some((acting, source)) })
}

impl Work<'_> {
    fn filing(&self, composed: &Composed) -> Filing {
        let path = composed.path.clone();
        let title = Named::of_record(&path, self.mechanism).title;
        let verb = self.verb.about.zh();
        let after = Some(composed.text.clone().into_bytes());
        Filing {
            message: format!("{}：{verb}", title.zh()),
            changes: vec![Change { path, before: composed.before.clone(), after }],
        }
    }

    fn receipt(&self, composed: &Composed, commit: Option<&str>) -> Reply {
        let path = composed.path.clone();
        let record = Named::of_record(&path, self.mechanism);
        let lang = self.session.look.lang;
        if self.matches.get_flag("json") {
            let (file, findings, next) = (path.file(), &composed.findings[..], self.verb.next());
            return Reply::ok(json::json(&Receipt { version: 1, record, file, commit, findings, next }));
        }
        let (zh, en, file) = (record.title.zh(), record.title.en(), path.file());
        let mut out = format!("{}\n", tr!("已登记 {zh}（{file}）"; "filed {en} ({file})").get(lang));
        let findings: Vec<&FindingView> = composed.findings.iter().collect();
        out.push_str(&render::findings(&findings, self.session.look));
        let next = self.verb.next();
        if !next.is_empty() {
            let (zh, en) = (next.zh(), next.en());
            out.push_str(tr!("下一步：{zh}\n"; "next: {en}\n").get(lang));
        }
        Reply::ok(out)
    }

    /// What would be written, as lines that go and lines that come.
    fn preview(&self, composed: &Composed) -> Reply {
        if self.matches.get_flag("json") {
            return self.receipt(composed, None);
        }
        let before = composed.before.as_deref().map(String::from_utf8_lossy).unwrap_or_default();
        let file = composed.path.file();
        let mut out = render::diff(&file, &before, &composed.text, self.session.look);
        let findings: Vec<&FindingView> = composed.findings.iter().collect();
        out.push_str(&render::findings(&findings, self.session.look));
        let end = Text::fixed("以上没有登记（--dry-run）\n", "nothing was filed (--dry-run)\n");
        out.push_str(end.get(self.session.look.lang));
        Reply::ok(out)
    }
}

/// Mends a slip in a record of any kind.
pub(super) fn amend(matches: &ArgMatches, session: &Session) -> anyhow::Result<Reply> {
    let known = store::load_mechanism(&Source::Folder(session.register()?))?;
    let mechanism = crate::cli::session::mechanism(&known)?;
    let given = matches.get_one::<String>(RECORD).map_or("", String::as_str);
    let kind = reference::named(given, &mechanism, today(&mechanism))?.record.kind();
    if !kind.is_happening() {
        return Err(Text::fixed(
            "这类记录可以直接改，不必更正",
            "a record of this kind may be changed at will, and needs no amendment",
        )
        .into());
    }
    file(kind, &AMEND, matches, session)
}

static AMEND: Verb = Verb {
    name: "amend",
    zh: "勘误",
    about: Text::fixed("更正笔误", "Mend a slip"),
    act: Act::Amend,
    preset: &[],
    needs: &[],
    next: ("", ""),
};
