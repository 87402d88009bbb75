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
        since: Day = "起", "since", ahead;
        until: Option<Day> = "止", "until", ahead;
        /// In which series its holder's computer numbers records: none for the plain one, `b`, `c` … for others of the unit.
        series: Option<Line> = "编号系列", "series";
        /// The last commit at which it was surely in the right hands, where it fell into others.
        last_good: Option<Line> = "失密前最后可信提交", "last good commit";
    }
}

record! {
    /// The keys of a unit.
    pub struct KeysFile {
        key: Vec<Key> = "密钥", "key";
    }
}
