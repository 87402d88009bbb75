//! Keys and signatures, in the forms of OpenSSH.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ssh_key::rand_core::OsRng;
use ssh_key::{Algorithm, EcdsaCurve, HashAlg, LineEnding, PrivateKey, SshSig};

use crate::git::{COMMITS, Commit};
use crate::platform::{make_private_folder, private_file};
use crate::text::{Text, clean, disk};
use crate::tr;

/// A key that may be known to all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(ssh_key::PublicKey);

impl PublicKey {
    /// A key as OpenSSH writes it, `ssh-ed25519 AAAA… comment`.
    ///
    /// # Errors
    /// It is no key, or of a kind that is not accepted.
    pub fn read(line: &str) -> Result<Self, Text> {
        let key = ssh_key::PublicKey::from_openssh(line.trim()).map_err(|_| {
            let shown: String = clean(line.trim()).chars().take(40).collect();
            tr!("“{shown}…”不是公钥，应如 ssh-ed25519 AAAA…"; "\"{shown}…\" is no public key such as ssh-ed25519 AAAA…")
        })?;
        if is_accepted(&key.algorithm()) {
            return Ok(Self(key));
        }
        let kind = key.algorithm().to_string();
        Err(tr!(
            "不接受 {kind} 类的密钥，请用 ssh-ed25519（ssh-keygen -t ed25519）";
            "keys of the kind {kind} are not accepted; use ssh-ed25519 (ssh-keygen -t ed25519)"
        ))
    }

    /// What people compare by telephone: `SHA256:…`.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint(HashAlg::Sha256).to_string()
    }

    /// The key as OpenSSH writes it, without a comment.
    #[must_use]
    pub fn line(&self) -> String {
        let bare = ssh_key::PublicKey::new(self.0.key_data().clone(), "");
        bare.to_openssh().unwrap_or_default().trim_end().to_owned()
    }

    /// That it is long enough to be admitted. One that was before stays: what it signed is not in doubt for want of bits.
    ///
    /// # Errors
    /// It is an RSA key of so few bits that others may find its private half.
    pub fn is_long_enough(&self) -> Result<(), Text> {
        let bits = self.0.key_data().rsa().and_then(|key| key.n.as_positive_bytes()).map(|modulus| modulus.len() * 8);
        match bits.filter(|bits| *bits < RSA_BITS) {
            None => Ok(()),
            Some(bits) => Err(tr!(
                "RSA 密钥只有 {bits} 位，别人可能算得出来，要至少 {RSA_BITS} 位；请不带 --key 运行 liandong join 另做一把";
                "an RSA key of {bits} bits may be found out by others, and at least {RSA_BITS} are needed; run liandong join without --key to have another made"
            )),
        }
    }

    /// Whether it is the same key; comments do not count.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.key_data() == other.0.key_data()
    }
}

/// Bits of an RSA key that is to be admitted, at least.
const RSA_BITS: usize = 2048;

fn is_accepted(algorithm: &Algorithm) -> bool {
    match algorithm {
        Algorithm::Ed25519 | Algorithm::SkEd25519 | Algorithm::Rsa { .. } => true,
        Algorithm::Ecdsa { curve } => *curve == EcdsaCurve::NistP256,
        _ => false,
    }
}

/// A signature that was found, whose key is known before it is checked.
pub(super) struct Signature {
    signature: SshSig,
    pub(super) key: PublicKey,
}

impl Signature {
    /// A signature in its armour; none where it cannot be read, or where anything else stands around or within it: whoever adds that
    /// gives a commit another name, and needs no key for it.
    pub(super) fn read(armoured: &str) -> Option<Self> {
        let within = armoured.strip_prefix("-----BEGIN SSH SIGNATURE-----\n")?.trim_end_matches('\n');
        let base64 = within.strip_suffix("-----END SSH SIGNATURE-----")?;
        if !base64.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=\n".contains(&byte)) {
            return None;
        }
        let signature = SshSig::from_pem(armoured.trim()).ok()?;
        if one_form_of(&signature)?.trim_end() != armoured.trim_end() {
            return None;
        }
        let key = PublicKey(ssh_key::PublicKey::new(signature.public_key().clone(), ""));
        is_accepted(&key.0.algorithm()).then_some(Self { signature, key })
    }

    /// Whether the key made it of just these bytes, for a commit.
    pub(super) fn fits(&self, bytes: &[u8]) -> bool {
        self.fits_for(COMMITS, bytes)
    }

    /// Whether the key made it of just these bytes, for that purpose.
    pub(super) fn fits_for(&self, purpose: &str, bytes: &[u8]) -> bool {
        self.key.0.verify(purpose, bytes, &self.signature).is_ok()
    }
}

/// How a signature is written where nothing of it is anybody's choice. What surrounds it in its armour is not signed: with another number of a
/// version in it, it fits as before, and the commit has another name.
fn one_form_of(signature: &SshSig) -> Option<String> {
    let (key, hash) = (signature.public_key().clone(), signature.hash_alg());
    SshSig::new(key, signature.namespace(), hash, signature.signature().clone()).ok()?.to_pem(LineEnding::LF).ok()
}

/// The key whose signature a commit bears, where it fits.
pub(super) fn signer_of(commit: &Commit) -> Option<PublicKey> {
    let signature = commit.signature.as_deref().and_then(Signature::read)?;
    signature.fits(&commit.signed).then_some(signature.key)
}

/// Makes a signature with a key that lies open in the process.
pub(super) fn sign(key: &PrivateKey, purpose: &str, bytes: &[u8]) -> Result<String, Text> {
    let signed = key.sign(purpose, HashAlg::Sha512, bytes).and_then(|signature| signature.to_pem(LineEnding::LF));
    signed.map_err(|error| {
        let why = error.to_string();
        tr!("密钥不能签名（{why}）"; "the key cannot sign ({why})")
    })
}

/// Makes a key pair in a folder, under the first free name that begins so, and gives the place of the private half.
///
/// # Errors
/// The disk failed, or the system has no randomness.
pub fn generate(folder: &Path, name: &str, comment: &str) -> Result<PathBuf, Text> {
    let failed = |path: &Path, error: &std::io::Error| {
        let (path, why) = (path.display().to_string(), disk(error));
        let (zh, en) = (why.zh(), why.en());
        tr!("密钥写不到 {path}：{zh}"; "the key cannot be written to {path}: {en}")
    };
    let mut key = PrivateKey::random(&mut OsRng, Algorithm::Ed25519).map_err(|error| {
        let why = error.to_string();
        tr!("密钥没有做成（{why}）"; "no key could be made ({why})")
    })?;
    key.set_comment(comment);
    let (private, public) = (key.to_openssh(LineEnding::LF), key.public_key().to_openssh());
    let (Ok(private), Ok(public)) = (private, public) else {
        return Err(Text::fixed("密钥没有做成", "no key could be made"));
    };
    make_private_folder(folder).map_err(|error| failed(folder, &error))?;
    let names = (1..).map(|number| if number == 1 { name.to_owned() } else { format!("{name}-{number}") });
    for path in names.map(|name| folder.join(name)) {
        match write_private(&path, private.as_bytes()) {
            Ok(()) => {
                let beside = path.with_extension("pub");
                fs::write(&beside, format!("{}\n", public.trim_end())).map_err(|error| failed(&beside, &error))?;
                return Ok(path);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(&path, &error)),
        }
    }
    Err(Text::fixed("密钥没有做成", "no key could be made"))
}

/// A file that only its owner may read, and that was not there.
fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut file = private_file().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// A request to be admitted, as it is mailed to the office: who, for which unit, with which key, and the key's own signature
/// of that, so that nobody asks with a key that is not theirs.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The unit, by its id.
    pub unit: String,
    /// Who.
    pub name: String,
    /// What the key is to sign: `liaison`, `leader`, `office`.
    pub role: Vec<String>,
    /// The public key.
    pub public: String,
    /// For which register; none where that one has no name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<String>,
    /// The signature, armoured.
    pub signature: String,
}

impl Request {
    /// What is signed of it.
    #[must_use]
    pub fn signed(&self) -> Vec<u8> {
        let Self { unit, name, role, public, register, signature: _ } = self;
        let register = register.as_ref().map(|register| format!("{register}\n")).unwrap_or_default();
        format!("liandong request\n{unit}\n{name}\n{}\n{public}\n{register}", role.join(",")).into_bytes()
    }

    /// The key with which it was signed, should that be the one for which it asks.
    ///
    /// # Errors
    /// The key is none, or it did not sign this.
    pub fn key(&self) -> Result<PublicKey, Text> {
        let key = PublicKey::read(&self.public)?;
        key.is_long_enough()?;
        let bytes = self.signed();
        let signature = Signature::read(&self.signature);
        if signature.is_some_and(|signature| signature.key.is(&key) && signature.fits(&bytes)) {
            return Ok(key);
        }
        Err(Text::fixed(
            "申请上的签名与公钥、姓名或单位对不上，可能被改过；请申请人重新运行 liandong join",
            "the request's signature does not fit its key, name or unit: it may have been altered; have it made anew with liandong join",
        ))
    }
}
