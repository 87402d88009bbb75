//! A change of keys on its way to be filed: whether it has as many hands as it takes, and what is handed to the second.

use std::collections::BTreeMap;
use std::path::Path;

use super::Register;
use super::export::{export, may_export};
use super::proposal::ProposedRecord;
use crate::git::History;
use crate::model::{Comments, KeysFile, Kind, Record, RecordPath};
use crate::store::LockedRegister;
use crate::text::{Text, clean};
use crate::tr;
use crate::trust::{ChangeScene, HandsFault, KeysChange, KeysRequest, Roster};

/// How the keys of the register change with records that are about to be filed; none where they do not, or nobody's word is asked for.
fn with_change<T>(
    register: &Register,
    locked: &LockedRegister<'_>,
    records: &[ProposedRecord],
    ask: impl FnOnce(&KeysChange<'_>) -> Result<T, Text>,
) -> Result<Option<T>, Text> {
    let is_of_keys = records.iter().any(|record| matches!(record.path.kind(), Kind::Keys | Kind::Mechanism));
    let (Some(parent), true) = (locked.head()?, is_of_keys) else { return Ok(None) };
    let history = History::open(&register.root)?;
    let Some(before) = Roster::at(&history, parent)?.filter(Roster::is_on) else { return Ok(None) };
    let after = records.iter().fold(before.clone(), |roster, new| roster.with(&new.path, Some(&new.record)));
    ask(&KeysChange { parent, before: Some(&before), after: &after }).map(Some)
}

/// That a change of keys has as many hands as it takes.
///
/// # Errors
/// What is missing, and how to go on.
pub(super) fn has_hands(register: &Register, locked: &LockedRegister<'_>, records: &[ProposedRecord]) -> Result<(), Text> {
    with_change(register, locked, records, |change| {
        let (Some(line), Some(signing)) = (change.before, register.signing()?) else { return Ok(()) };
        let scene = ChangeScene { line, signers: &line.of_key(&signing.key), day: register.today() };
        if change.is_one() { change.has_hands(&scene).map_err(HandsFault::describe) } else { Ok(()) }
    })?;
    Ok(())
}

/// Writes a change of keys down for another person of the office to consent to, and says what comes next.
///
/// # Errors
/// It is about more than keys, the register has no name, or the file cannot be written.
pub(super) fn ask_for_consent(
    register: &Register,
    locked: &LockedRegister<'_>,
    records: &[ProposedRecord],
    out: &Path,
) -> Result<Text, Text> {
    may_export(out, &["toml"], true)?;
    let request = with_change(register, locked, records, |change| {
        let statement = change.statement().ok_or_else(|| HandsFault::Unnamed.describe())?;
        let mut keys = BTreeMap::new();
        for ProposedRecord { path, text, .. } in records {
            let RecordPath::OfUnit(Kind::Keys, unit) = path else {
                return Err(Text::fixed("请求只能是关于密钥的", "a request is about keys only"));
            };
            keys.insert(unit.to_string(), text.clone());
        }
        let office = register.mechanism.office();
        if !keys.contains_key(office.as_str()) {
            let path = RecordPath::OfUnit(Kind::Keys, office.clone());
            let text = locked.bytes(&path)?.unwrap_or_default();
            keys.insert(office.to_string(), String::from_utf8_lossy(&text).into_owned());
        }
        let name = register.mechanism.file.register.map(|name| name.to_string()).unwrap_or_default();
        let mut request = KeysRequest { register: name, after: change.parent.to_string(), keys };
        // What was consented to before is about another state.
        let text = with_consents(&request, register, |file| {
            file.consent.retain(|consent| statement.consenting(consent).is_some());
        })?;
        request.keys.insert(office.to_string(), text);
        Ok(request)
    })?;
    let off = || Text::fixed("签名还没有启用，不需要别人同意", "signatures are not on, and nobody's consent is needed");
    let text =
        toml::to_string(&request.ok_or_else(off)?).map_err(|_| Text::fixed("请求没有写成", "the request was not written"))?;
    export(out, text.as_bytes(), true)?;
    let shown = clean(&out.to_string_lossy()).into_owned();
    Ok(tr!(
        "密钥变更请求已写入 {shown}，没有登记\n下一步：把它交给办公室的另一个人，由其运行 liandong trust consent {shown} 查看、同意后交还；其间这里不要登记或同步\n再下一步：liandong trust file {shown}";
        "the change of keys is written to {shown}; nothing was filed\nnext: give it to another person of the office, who looks at it and consents with liandong trust consent {shown}; file and synchronise nothing here meanwhile\nthen: liandong trust file {shown}"
    ))
}

/// The office's file of a request with other consents.
pub(super) fn with_consents(
    request: &KeysRequest,
    register: &Register,
    change: impl FnOnce(&mut KeysFile),
) -> Result<String, Text> {
    let office = register.mechanism.office();
    let lacks = || Text::fixed("请求里没有办公室的密钥文件", "the request lacks the office's keys file");
    let mut file = request.files()?.remove(office).ok_or_else(lacks)?;
    change(&mut file);
    let comments = Comments::from_text(request.keys.get(office.as_str()).map(String::as_str).unwrap_or_default());
    Ok(Record::Keys(Box::new(file)).write(&comments))
}
