//! A practice copy: a register of its own, that begins with what another holds now. It has another name, another beginning and only keys
//! that were made there: whatever is signed in it can be merged into no other.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use super::join::set_up;
use super::trust::{TrustRequest, TrustView, begin_trust};
use super::{Environment, Failure, Register, Result};
use crate::git;
use crate::model::reader::Keys;
use crate::model::{Comments, Kind, RecordPath};
use crate::store;
use crate::text::{Text, clean};
use crate::trust::generate;

/// What its title says, so that no paper of it is taken for one of the real register.
const MARK: &str = "（练习）";

/// Who practises, where git does not know.
const SOMEBODY: &str = "练习人员（虚构）";

/// Makes a practice copy of a register that was fetched and verified, in its place. Whoever practises is the office there.
pub(super) fn practise(folder: &Path, environment: &Environment<'_>) -> Result<TrustView> {
    let failed =
        |error: std::io::Error| Failure::from(error).context(Text::fixed("练习副本没有做成", "no practice copy was made"));
    fs::remove_dir_all(folder.join(".git")).map_err(failed)?;
    let keys = folder.join(Kind::Keys.folder());
    if keys.is_dir() {
        fs::remove_dir_all(keys).map_err(failed)?;
    }
    let mechanism = folder.join(RecordPath::Single(Kind::Mechanism).file());
    let text = fs::read_to_string(&mechanism).map_err(failed)?;
    store::write_file(&mechanism, unnamed(&text)?.as_bytes())?;
    let register = Register::open(&folder.into(), environment)?;
    // Whoever practises need not have said who they are.
    let somebody = (!git::is_person_known()).then(|| git::NewIdentity {
        name: SOMEBODY.to_owned(),
        email: format!("{}@liandong.invalid", register.mechanism.office()),
    });
    git::init(folder, "练习副本", register.now, somebody.as_ref())?;
    join(&register, environment)?;
    let outcome = begin_trust(&Register::open(&folder.into(), environment)?, &TrustRequest::default(), None)?;
    outcome.trust.ok_or_else(|| Text::fixed("练习副本没有做成", "no practice copy was made").into())
}

/// The mechanism as it is in a register that has no name yet.
fn unnamed(text: &str) -> Result<String> {
    let unread = || Text::fixed("mechanism.toml 读不出来", "mechanism.toml cannot be read");
    let mut table: Table = text.parse().map_err(|_| unread())?;
    for key in ["trust", "register"] {
        table.remove(key);
    }
    if let Some(Value::String(title)) = table.get_mut("title")
        && !title.ends_with(MARK)
    {
        title.push_str(MARK);
    }
    let changed = toml::to_string(&table).map_err(|_| unread())?;
    let record = Kind::Mechanism.read(&changed, Keys::Known).map_err(|_| unread())?;
    Ok(record.write(&Comments::from_text(text)))
}

/// A key for the office, made for this copy.
fn join(register: &Register, environment: &Environment<'_>) -> Result<()> {
    let home = environment.home.as_deref().ok_or(Text::fixed(
        "找不到个人文件夹，不能做练习用的密钥",
        "there is no home folder in which a key for practice could be made",
    ))?;
    let history = git::History::open(&register.root)?;
    let name = clean(&history.setting("user.name").unwrap_or_default()).into_owned();
    let office = register.mechanism.office();
    let key = generate(&home.join(".ssh"), &format!("liandong-practice-{office}"), &format!("{name} {office}"))?;
    set_up(&history, office, &name, &key)
}
