//! `keys/<unit>.toml`: who may sign for a unit; the office's.

use crate::model::field::words;
use crate::model::record::record;
use crate::model::{Day, Line};

words! {
    /// What a key may sign.
    pub enum Role {
        Liaison = "liaison", "联络员", "liaison";
        Leader = "leader", "负责人", "leader";
        Office = "office", "办公室", "office";
    }
}

record! {
    /// A key.
    pub struct Key {
        name: Line = "姓名", "name", sealed;
        /// The public key, as OpenSSH writes it: `ssh-ed25519 AAAA…`.
        public: Line = "公钥", "public key";
        role: Vec<Role> = "用途", "role";
        since: Day = "起", "since", near;
        until: Option<Day> = "止", "until", near;
        /// In which series its holder's computer numbers records: none for the plain one, `b`, `c` … for others of the unit.
        series: Option<Line> = "编号系列", "series";
        /// The last commit at which it was surely in the right hands, where it fell into others.
        last_good: Option<Line> = "失密前最后可信提交", "last good commit";
    }
}

record! {
    /// Somebody's word for the keys as they are from the commit on that this file was last changed with: a detached signature, whose bytes
    /// `trust::KeysStatement` says.
    pub struct Consent {
        /// The fingerprint of the key that consents: `SHA256:…`.
        by: Line = "同意人指纹", "consented by";
        /// The signature in OpenSSH's form, a line each, without the lines that begin and end it.
        signature: Vec<Line> = "同意签名", "signature";
    }
}

record! {
    /// The keys of a unit. All but its keys counts in the office's file alone.
    pub struct KeysFile {
        /// How many people of the office it takes to change keys, the office or this number: one, or two.
        threshold: Option<u32> = "改动密钥须几人签", "hands for a change of keys";
        /// The public half of the key that is kept on paper, as OpenSSH writes it.
        recovery: Option<Line> = "恢复密钥", "recovery key";
        key: Vec<Key> = "密钥", "key";
        consent: Vec<Consent> = "同意", "consent";
    }
}
