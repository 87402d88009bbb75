//! The key with which this clone signs, as git's configuration names it: what plain git signs with, liandong signs with.

use std::path::{Path, PathBuf};

use ssh_key::PrivateKey;

use super::key::{self, PublicKey};
use crate::git::{History, Programs, Sign, read_named_file};
use crate::text::Text;
use crate::tr;

/// Bytes of a key's file; an RSA key of 16,384 bits has about twelve thousand.
const KEY_BYTES: u64 = 64 * 1024;

/// A key and how it signs.
pub struct Signing {
    /// The public half.
    pub key: PublicKey,
    /// Makes signatures.
    pub sign: Sign,
}

/// How this clone signs; none where git is not set to sign commits with an SSH key.
///
/// # Errors
/// It is set to, and the key cannot be read.
pub fn signing(history: &History, programs: &Programs, home: Option<&Path>) -> Result<Option<Signing>, Text> {
    let says = |key: &str, value: &str| history.setting(key).is_some_and(|said| said.eq_ignore_ascii_case(value));
    if !says("gpg.format", "ssh") || !["true", "yes", "on", "1"].iter().any(|yes| says("commit.gpgsign", yes)) {
        return Ok(None);
    }
    let Some(named) = history.setting("user.signingkey") else { return Ok(None) };
    signing_with(&named, programs, home).map(Some)
}

/// How commits are signed with the key that git's `user.signingkey` would name so: a file, `~/…`, or a public key written out.
///
/// # Errors
/// The key cannot be read.
pub fn signing_with(named: &str, programs: &Programs, home: Option<&Path>) -> Result<Signing, Text> {
    let literal = named.strip_prefix("key::").unwrap_or(named);
    if literal.starts_with("ssh-") || literal.starts_with("sk-ssh-") || literal.starts_with("ecdsa-") {
        return in_agent(literal, programs);
    }
    let path = match (named.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(named),
    };
    of_file(&path, programs)
}

/// A key in a file: one that lies open signs here, every other through ssh-keygen.
fn of_file(path: &Path, programs: &Programs) -> Result<Signing, Text> {
    let shown = path.display().to_string();
    let unread = || {
        tr!(
            "签名用的密钥 {shown} 读不出来；请把它放回原处，或重新运行 liandong join 另做一把";
            "the signing key {shown} cannot be read; put it back, or make another with liandong join"
        )
    };
    let text = read_named_file(path, KEY_BYTES).map_err(|_| unread())?;
    if let Ok(private) = PrivateKey::from_openssh(&text) {
        let public = PublicKey::read(&private.public_key().to_openssh().unwrap_or_default())?;
        let in_process = !private.is_encrypted() && private.algorithm() == ssh_key::Algorithm::Ed25519;
        if in_process {
            return Ok(Signing { key: public, sign: Sign::new(move |purpose, bytes| key::sign(&private, purpose, bytes)) });
        }
        return Ok(by_program(public, path, programs));
    }
    // The public half: the private one lies in an agent or on a token.
    let public = PublicKey::read(&text).map_err(|_| unread())?;
    Ok(by_program(public, path, programs))
}

fn by_program(key: PublicKey, path: &Path, programs: &Programs) -> Signing {
    let (path, programs) = (path.to_owned(), programs.clone());
    Signing { key, sign: Sign::new(move |purpose, bytes| programs.ssh_sign(&path, purpose, bytes)) }
}

/// A key that is written out in the configuration: ssh-keygen needs it in a file.
fn in_agent(line: &str, programs: &Programs) -> Result<Signing, Text> {
    let key = PublicKey::read(line)?;
    let (line, programs) = (key.line(), programs.clone());
    let sign = Sign::new(move |purpose, bytes| {
        let file = tempfile::Builder::new().suffix(".pub").tempfile().and_then(|file| {
            std::fs::write(file.path(), format!("{line}\n"))?;
            Ok(file)
        });
        let file = file.map_err(|error| crate::text::disk(&error))?;
        programs.ssh_sign(file.path(), purpose, bytes)
    });
    Ok(Signing { key, sign })
}
