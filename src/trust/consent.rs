//! A second hand's word for a change of keys: a signature apart from the commit's own, kept in the office's keys file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::key::{PublicKey, Signature};
use super::sign::Signing;
use crate::git::Id;
use crate::model::{Comments, Consent, KeysFile, Kind, Line, Mechanism, Record, RecordPath, RegisterName, UnitId};
use crate::text::Text;

/// The purpose of such a signature: what was signed as a commit or as a request is no consent, and no consent is either.
const NAMESPACE: &str = "liandong-consent";

/// How many consents of a file are looked at; it takes two hands and, for another recovery key, the one before.
const LOOKED_AT: usize = 8;

/// What is consented to. These bytes are signed, lines that end with a line feed:
///
/// ```text
/// liandong consent 1
/// register 0123456789abcdef0123456789abcdef        the name of the register
/// after 0123456789abcdef0123456789abcdef01234567   the first parent of the commit to come
/// office anweiban                                  the office after it
/// keys/anweiban.toml 0123…                         each keys file after it, in the order of units, and the SHA-256 (64 digits)
/// ```
///
/// The digest is that of the file's canonical text without comments and without `[[consent]]`: what a file says, not how it is laid out. So a
/// consent counts in one register, after one commit, for one state of all keys, and for nothing else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysStatement(Vec<u8>);

impl KeysStatement {
    /// What is to be consented to where a register's keys become those of `after` with the commit that follows `parent`; none where
    /// the register has no name.
    #[must_use]
    pub fn new(parent: Id, after: &Mechanism) -> Option<Self> {
        let mut text = format!("liandong consent 1\nregister {}\nafter {parent}\n", after.file.register?);
        text.push_str(&keys_content(after));
        Some(Self(text.into_bytes()))
    }

    /// Consents to it.
    ///
    /// # Errors
    /// The key cannot sign.
    pub fn sign(&self, signing: &Signing) -> Result<Consent, Text> {
        let armoured = signing.sign.make_for(NAMESPACE, &self.0)?;
        let lines = armoured.lines().filter(|line| !line.starts_with("-----"));
        let signature = lines.map(str::parse).collect::<Result<_, Text>>()?;
        Ok(Consent { by: signing.key.fingerprint().parse()?, signature })
    }

    /// The keys that consented to it.
    #[must_use]
    pub fn consented(&self, consents: &[Consent]) -> Vec<PublicKey> {
        consents.iter().take(LOOKED_AT).filter_map(|consent| self.consenting(consent)).collect()
    }

    /// The key whose consent to it that is; none where it is to something else.
    #[must_use]
    pub fn consenting(&self, consent: &Consent) -> Option<PublicKey> {
        let lines: Vec<&str> = consent.signature.iter().map(Line::as_str).collect();
        let armoured = format!("-----BEGIN SSH SIGNATURE-----\n{}\n-----END SSH SIGNATURE-----\n", lines.join("\n"));
        let signature = Signature::read(&armoured)?;
        let is_named = signature.key.fingerprint() == consent.by.as_str();
        (is_named && signature.fits_for(NAMESPACE, &self.0)).then_some(signature.key)
    }
}

/// Who is the office and what all keys files say, but for consents: whatever changes here changes who may sign what.
pub(super) fn keys_content(mechanism: &Mechanism) -> String {
    let file = |(unit, file): (&UnitId, &KeysFile)| {
        let says = KeysFile { consent: Vec::new(), ..file.clone() };
        let digest = Sha256::digest(Record::Keys(Box::new(says)).write(&Comments::default()));
        format!("{} {digest:x}\n", RecordPath::OfUnit(Kind::Keys, unit.clone()).file())
    };
    let files: String = mechanism.keys.iter().map(file).collect();
    format!("office {}\n{files}", mechanism.office())
}

/// A change of keys that waits for a second hand, as it is handed to another person of the office: the register, the commit on which it
/// builds, and every keys file that it changes, whole. Consents stand in the office's file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeysRequest {
    /// For which register.
    pub register: String,
    /// The commit on which it builds, forty digits.
    pub after: String,
    /// What the office's keys file and each other that it changes shall say, by unit.
    pub keys: BTreeMap<String, String>,
}

impl KeysRequest {
    /// The files that it holds, by unit.
    ///
    /// # Errors
    /// One of them is of no unit, or cannot be understood.
    pub fn files(&self) -> Result<BTreeMap<UnitId, KeysFile>, Text> {
        let mut files = BTreeMap::new();
        for (unit, text) in &self.keys {
            let unit: UnitId = unit.parse()?;
            let path = RecordPath::OfUnit(Kind::Keys, unit.clone());
            match Record::read(&path, text) {
                Ok(Record::Keys(file)) => drop(files.insert(unit, *file)),
                Ok(_) => {}
                Err(problems) => return Err(problems.into_iter().next().map(|problem| problem.what).unwrap_or_default()),
            }
        }
        Ok(files)
    }

    /// Whether it is for a register of that name.
    #[must_use]
    pub fn is_for(&self, register: Option<RegisterName>) -> bool {
        register.is_some_and(|name| name.to_string() == self.register)
    }
}
