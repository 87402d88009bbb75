//! A new register from the mechanism that the program ships.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{Environment, Failure, Result, mechanism, write_editor_files};
use crate::git::{self, NewIdentity};
use crate::model::reader::Keys;
use crate::model::{Comments, Day, Kind, Mechanism, ROOT_FILES, Record, RecordPath, Setting, SettingId, SettingValue};
use crate::report::EditorFile;
use crate::store::{self, Source};
use crate::text::{Text, clean};
use crate::tr;

/// A register to come.
#[derive(Debug, Clone, Default)]
pub struct InitRequest {
    /// Its folder: one that does not exist, or is empty.
    pub folder: PathBuf,
    /// Settings for editors, where there are to be any.
    pub editors: Vec<EditorFile>,
    /// Who files in it, where the person's own configuration of git is not to say that.
    pub name: Option<String>,
    /// From which year on it is kept, where that is later than the mechanism: what lies before is unknown and not unmet.
    pub since: Option<u16>,
}

/// A register that was made.
#[derive(Debug, Clone, Serialize)]
pub struct InitOutcome {
    /// The day from which on it is judged.
    pub since: Day,
    /// The short name of the office, whose settings are.
    pub office: String,
}

/// Makes a register.
///
/// # Errors
/// The folder holds something or cannot be made, the name is none, or the year lies ahead.
pub fn init(request: &InitRequest, environment: &Environment<'_>) -> Result<InitOutcome> {
    let InitRequest { folder, editors, .. } = request;
    let shown = clean(&folder.to_string_lossy()).into_owned();
    if folder.file_name().is_some_and(|name| name.to_string_lossy().trim().is_empty()) {
        return Err(Text::fixed("请写明文件夹的名称，不能只是空格", "name the folder: blanks alone are no name").into());
    }
    if folder.join(RecordPath::Single(Kind::Mechanism).file()).is_file() {
        return Err(tr!(
            "{shown} 已经是一个台账了，不必再建；进入后用 liandong todo 看该办的事，要另建一个请另选文件夹";
            "{shown} is a register already; go there and see with liandong todo what waits, or choose another folder for a new one"
        )
        .into());
    }
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file() {
        return Err(tr!("{shown} 不是空的，请另选文件夹"; "{shown} is not empty; choose another folder").into());
    }
    if let Some(outer) = around(folder) {
        let outer = clean(&outer.to_string_lossy()).into_owned();
        return Err(tr!(
            "{shown} 在台账 {outer} 里面，台账里不能再建台账；请另选文件夹";
            "{shown} lies within the register {outer}, and no register lies in another; choose another folder"
        )
        .into());
    }
    let failed = |error: std::io::Error| {
        Failure::from(error).context(tr!("不能在 {shown} 新建台账"; "no register can be made in {shown}"))
    };
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(failed)?;
    // Made beside its place and moved there when it is whole.
    let made = tempfile::Builder::new().prefix(".liandong-").tempdir_in(parent).map_err(failed)?;
    for (path, bytes) in store::shipped().chain(ROOT_FILES.map(|(path, text)| (path, text.as_bytes()))) {
        let file = made.path().join(path);
        fs::create_dir_all(file.parent().unwrap_or(made.path())).map_err(failed)?;
        store::write_file(&file, bytes)?;
    }
    let source = Source::Folder(made.path().into());
    let mechanism = mechanism(&store::load_mechanism(&source)?, &source)?;
    let since = request.since.map(|since| keep_since(made.path(), since, &mechanism, environment)).transpose()?;
    let by = request.name.as_deref().map(|name| identity(name, &mechanism)).transpose()?;
    git::init(made.path(), "新建台账", environment.now_in(&mechanism), by.as_ref())?;
    if !editors.is_empty() {
        write_editor_files(&made.path().into(), editors)?;
    }
    if folder.is_dir() {
        fs::remove_dir(folder).map_err(failed)?;
    }
    fs::rename(made.keep(), folder).map_err(failed)?;
    let office = mechanism.short(mechanism.office()).to_owned();
    Ok(InitOutcome { since: since.unwrap_or(mechanism.begins()), office })
}

/// The register within which a folder lies or would lie.
#[must_use]
pub fn around(folder: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(folder).ok()?;
    // A link leads elsewhere: what is there already is looked at where it is.
    let there = whole.ancestors().find_map(|place| place.canonicalize().ok())?;
    let mechanism = RecordPath::Single(Kind::Mechanism).file();
    there.ancestors().find(|place| place.join(&mechanism).is_file()).map(Path::to_owned)
}

/// Writes from which day on a register is kept, where that is later than the mechanism; from which day it is judged.
fn keep_since(made: &Path, year: u16, mechanism: &Mechanism, environment: &Environment<'_>) -> Result<Day> {
    let (day, latest) = (Day::first_of(year), environment.today_in(mechanism).year() + 1);
    if year > latest {
        return Err(tr!(
            "起录年份 {year} 还没有到，最晚写 {latest}";
            "the register cannot begin in {year}, which lies ahead; {latest} is the latest year"
        )
        .into());
    }
    if day <= mechanism.begins() {
        return Ok(mechanism.begins());
    }
    let file = made.join(RecordPath::Single(Kind::Settings).file());
    let text = fs::read_to_string(&file)?;
    let unread = || Text::fixed("程序自带的设置读不出来", "the settings that the program ships cannot be read");
    let Record::Settings(mut settings) = Kind::Settings.read(&text, Keys::Known).map_err(|_| unread())? else {
        return Err(unread().into());
    };
    let (id, value) = (SettingId::RecordsSince, SettingValue::Day(day));
    settings.setting.push(Setting { id, value, clause: None, since: None, basis: None });
    let text = Record::Settings(settings).write(&Comments::from_text(&text));
    store::write_file(&file, text.as_bytes())?;
    Ok(day)
}

/// Who files in a new register.
fn identity(name: &str, mechanism: &Mechanism) -> Result<NewIdentity, Text> {
    let name = clean(name.trim()).into_owned();
    if name.is_empty() || name.contains(['<', '>', '\n']) {
        return Err(Text::fixed("请写明登记人的姓名：--name 姓名", "give the name of who files: --name NAME"));
    }
    Ok(NewIdentity { name, email: format!("{}@liandong.invalid", mechanism.office()) })
}
