//! A signing key for a clone, and a request to the office to admit it.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::export::{export, may_export};
use super::{Environment, JOINED_UNIT, Register, Result};
use crate::git::{History, RegisterFolder};
use crate::model::{Role, UnitId};
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{self, Request, Roster, generate};

/// Who joins, and with which key.
#[derive(Debug, Clone)]
pub struct JoinRequest {
    /// The unit for which this clone files, by any of its names.
    pub unit: String,
    /// The person.
    pub name: String,
    /// What the key signs; as is usual for that unit where nothing is said.
    pub roles: Vec<Role>,
    /// A key that is there, as an absolute path; one is made where none is named.
    pub key: Option<PathBuf>,
    /// Where the request goes; beside the register's folder where nothing is said.
    pub out: Option<PathBuf>,
    /// Whether a clone that has joined for another unit is to file for this one from now on.
    pub moves: bool,
}

/// A request that was written.
#[derive(Debug, Serialize)]
pub struct JoinReceipt {
    /// The signing key.
    pub key: PathBuf,
    /// What people compare by telephone: `SHA256:…`.
    pub fingerprint: String,
    /// The request.
    pub file: PathBuf,
    /// The office, its short name: it admits the key.
    pub office: String,
    /// Whether it is the key that this clone had already.
    pub is_known_key: bool,
    /// Whether the file held a request before, which it holds no more.
    pub is_replaced: bool,
    /// Whether it is the office's own while nothing is signed yet: nobody has to admit it, and signing begins with it.
    pub begins: bool,
    /// The unit for which the clone filed before, its short name, where it was another.
    pub moved_from: Option<String>,
}

/// The unit for which a clone has joined, by its short name, where it is another than the one that is named.
///
/// # Errors
/// There is no such unit, or the register cannot be read.
pub fn joined_otherwise(root: &RegisterFolder, unit: &str, environment: &Environment<'_>) -> Result<Option<String>> {
    let register = Register::open(root, environment)?;
    let unit = register.mechanism.unit_named(unit)?;
    let joined = register.joined().filter(|joined| *joined != unit);
    Ok(joined.map(|joined| register.mechanism.short(joined).to_owned()))
}

/// Makes a key, or takes one that is there, writes the request and sets the clone up to sign.
///
/// # Errors
/// There is no such unit, the name is none, the key cannot sign, or the request cannot be written; nothing is set up then.
pub fn join(root: &RegisterFolder, request: &JoinRequest, environment: &Environment<'_>) -> Result<JoinReceipt> {
    let register = Register::open(root, environment)?;
    let history = History::open(root)?;
    let unit = register.mechanism.unit_named(&request.unit)?.clone();
    let name = clean(request.name.trim()).into_owned();
    if name.is_empty() || name.contains(['/', '\\']) {
        return Err(Text::fixed("请写明姓名（不带斜杠）：--name 姓名", "give a name without slashes: --name NAME").into());
    }
    let moved_from =
        register.joined().filter(|joined| **joined != unit).map(|joined| register.mechanism.short(joined).to_owned());
    if let Some(before) = moved_from.as_ref().filter(|_| !request.moves) {
        let after = register.mechanism.short(&unit);
        return Err(tr!(
            "本机已为{before}加入，没有改为{after}；确实改由{after}使用的，加 --yes 再运行一次";
            "this clone has joined for {before} and was not moved to {after}; where {after} uses it from now on, run it again with --yes"
        )
        .into());
    }
    let role = roles(&request.roles, &unit, &register);
    let file = match &request.out {
        Some(out) => out.clone(),
        None => beside(root, &format!("加入申请-{}-{name}.toml", register.mechanism.short(&unit))),
    };
    may_export(&file, &["toml"], true)?;
    let known = if request.key.is_none() { known_key(&register, &history, &unit)? } else { None };
    let (is_known_key, is_replaced) = (known.is_some(), file.exists());
    let key = match known.or_else(|| request.key.clone()) {
        Some(key) => key,
        None => make_key(&unit, &name, environment)?,
    };
    // Nothing is set before the key has signed and the request is written.
    let signing = trust::signing_with(&key.to_string_lossy(), &environment.programs, environment.home.as_deref())?;
    signing.key.is_long_enough()?;
    let register_name = register.mechanism.file.register.map(|name| name.to_string());
    let mut request = Request {
        unit: unit.to_string(),
        name,
        role,
        public: signing.key.line(),
        register: register_name,
        signature: String::new(),
    };
    request.signature = signing.sign.make(&request.signed())?;
    let text = toml::to_string(&request).map_err(|_| Text::fixed("申请没有写成", "the request was not written"))?;
    export(&file, text.as_bytes(), true)?;
    set_up(&history, &unit, &request.name, &key)?;
    let office = register.mechanism.short(register.mechanism.office()).to_owned();
    let begins = unit == *register.mechanism.office() && !Roster::from_mechanism(register.mechanism.clone()).is_on();
    Ok(JoinReceipt { key, fingerprint: signing.key.fingerprint(), file, office, is_known_key, is_replaced, begins, moved_from })
}

/// The key with which this clone signs for a unit already, where the office has not admitted it yet: who joins again asks again with it.
///
/// # Errors
/// The office has admitted it, and there is nothing to ask for.
fn known_key(register: &Register, history: &History, unit: &UnitId) -> Result<Option<PathBuf>> {
    let (Ok(Some(signing)), Some(joined)) = (register.signing(), history.setting(JOINED_UNIT)) else { return Ok(None) };
    if joined != unit.as_str() {
        return Ok(None);
    }
    let roster = Roster::from_mechanism(register.mechanism.clone());
    if roster.of_key(&signing.key).iter().any(|holder| holder.unit == *unit && holder.holds(register.today())) {
        return Err(Text::fixed(
            "本机已经加入，密钥也已登记，不必再加入；liandong whoami 看登记的内容",
            "this clone has joined and its key is admitted: there is nothing to ask for; liandong whoami shows it",
        )
        .into());
    }
    let is_retired = roster.of_key(&signing.key).iter().any(|holder| holder.unit == *unit);
    Ok(history.setting("user.signingkey").map(PathBuf::from).filter(|_| !is_retired))
}

/// What the key is to sign; the office's also what the office owns.
fn roles(given: &[Role], unit: &UnitId, register: &Register) -> Vec<String> {
    let usual: &[Role] = if unit == register.mechanism.office() { &[Role::Liaison, Role::Office] } else { &[Role::Liaison] };
    let roles = if given.is_empty() { usual } else { given };
    roles.iter().map(ToString::to_string).collect()
}

fn beside(root: &RegisterFolder, name: &str) -> PathBuf {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
    root.parent().unwrap_or(&root).join(name)
}

/// Keys lie in a person's own folder: a register that is copied or zipped takes none with it.
fn make_key(unit: &UnitId, name: &str, environment: &Environment<'_>) -> Result<PathBuf> {
    let home = environment
        .home
        .as_deref()
        .ok_or(Text::fixed("找不到个人文件夹；请用 --key 指明密钥文件", "there is no home folder; name a key with --key"))?;
    Ok(generate(&home.join(".ssh"), &format!("liandong-{unit}"), &format!("{name} {unit}"))?)
}

/// What git is told of this clone: plain git signs with the same key.
pub(super) fn set_up(history: &History, unit: &UnitId, name: &str, key: &Path) -> Result<()> {
    history.set(JOINED_UNIT, unit.as_str())?;
    history.set("gpg.format", "ssh")?;
    history.set("user.signingkey", &key.to_string_lossy())?;
    history.set("commit.gpgsign", "true")?;
    history.set("user.name", name)?;
    if history.setting("user.email").is_none() {
        history.set("user.email", &format!("{unit}@liandong.invalid"))?;
    }
    Ok(())
}
