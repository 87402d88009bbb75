//! A key of something that goes from hand to hand, kept by its maker beside the user's own secret: by it things have the same numbers
//! wherever that is, and nobody else can tell whose these are.

use super::refused::Refused;
use super::secret::Secret;

/// The key.
#[derive(Clone)]
pub struct KeptKey {
    name: String,
    secret: Secret,
}

impl KeptKey {
    /// The key of that name, where this user keeps it.
    ///
    /// # Errors
    /// Others may read it, or the disk failed.
    pub fn known(name: &str) -> Result<Option<Self>, Refused> {
        Ok(Secret::known_as(name)?.map(|secret| Self { name: name.to_owned(), secret }))
    }

    /// The user's own secret, where there is one: what is believed of the program's own notes hangs on it.
    ///
    /// # Errors
    /// Others may read it, or the disk failed.
    pub fn of_user() -> Result<Option<Self>, Refused> {
        Ok(Secret::known()?.map(|secret| Self { name: "own".to_owned(), secret }))
    }

    /// The key of that name, drawn where there is none.
    ///
    /// # Errors
    /// Others may read it, or the disk failed.
    pub fn made(name: &str) -> Result<Self, Refused> {
        Ok(Self { name: name.to_owned(), secret: Secret::made_as(name)? })
    }

    /// The HMAC-SHA256 of some parts, none of which can pass for a piece of another, in hexadecimal.
    #[must_use]
    pub fn digest(&self, parts: &[&[u8]]) -> String {
        let parts: Vec<&[u8]> = std::iter::once(self.name.as_bytes()).chain(parts.iter().copied()).collect();
        self.secret.seal(&parts)
    }
}

/// The key itself is shown to nobody.
impl std::fmt::Debug for KeptKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeptKey").field("name", &self.name).finish_non_exhaustive()
    }
}
