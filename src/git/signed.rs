//! Signatures of commits: where git keeps them in a commit's bytes. What is signed is the commit without the signature.

use std::fmt;
use std::sync::Arc;

use crate::text::Text;

/// Makes the armoured signature of some bytes, as `ssh-keygen -Y sign -n git` does.
#[derive(Clone)]
pub struct Sign(Arc<SignBytes>);

type SignBytes = dyn Fn(&str, &[u8]) -> Result<String, Text> + Send + Sync;

/// The purpose for which git signs: what was signed for another is no signature of a commit.
pub const COMMITS: &str = "git";

impl Sign {
    /// A signature made by a function of the purpose (a namespace of OpenSSH's) and the bytes; its failure is said to whoever files.
    #[must_use]
    pub fn new(sign: impl Fn(&str, &[u8]) -> Result<String, Text> + Send + Sync + 'static) -> Self {
        Self(Arc::new(sign))
    }

    /// Makes it, for a commit.
    ///
    /// # Errors
    /// Why it could not be made.
    pub fn make(&self, bytes: &[u8]) -> Result<String, Text> {
        self.make_for(COMMITS, bytes)
    }

    /// Makes it, for another purpose.
    ///
    /// # Errors
    /// Why it could not be made.
    pub fn make_for(&self, purpose: &str, bytes: &[u8]) -> Result<String, Text> {
        self.0(purpose, bytes)
    }
}

impl fmt::Debug for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sign")
    }
}

/// The header that holds the signature of a commit whose objects are named by SHA-1.
const HEADER: &[u8] = b"gpgsig ";

/// A commit with its signature as the last of its headers, further lines indented by a space.
pub(super) fn with(commit: &[u8], signature: &str) -> Vec<u8> {
    let end = headers(commit);
    let mut signed = commit[..end].to_vec();
    signed.extend_from_slice(HEADER);
    signed.extend_from_slice(signature.trim_end().replace('\n', "\n ").as_bytes());
    signed.push(b'\n');
    signed.extend_from_slice(&commit[end..]);
    signed
}

/// A commit taken apart: what is signed, and the signature. It counts only where it stands as git puts it, as the last header and once:
/// any other place gives the same words another name.
pub(super) fn apart(commit: &[u8]) -> (Vec<u8>, Option<String>) {
    let (rest, signature) = loosely_apart(commit);
    let signature = signature.filter(|signature| with(&rest, signature) == commit);
    (rest, signature)
}

fn loosely_apart(commit: &[u8]) -> (Vec<u8>, Option<String>) {
    let end = headers(commit);
    let (mut rest, mut signatures, mut within) = (Vec::with_capacity(commit.len()), Vec::new(), false);
    for line in commit[..end].split_inclusive(|byte| *byte == b'\n') {
        if let Some(first) = line.strip_prefix(HEADER) {
            signatures.push(first.to_vec());
            within = true;
        } else if let (Some(more), true, Some(signature)) = (line.strip_prefix(b" "), within, signatures.last_mut()) {
            signature.extend_from_slice(more);
        } else {
            within = false;
            rest.extend_from_slice(line);
        }
    }
    rest.extend_from_slice(&commit[end..]);
    let only = if signatures.len() == 1 { signatures.pop() } else { None };
    (rest, only.and_then(|signature| String::from_utf8(signature).ok()))
}

/// Where the headers of a commit end: at the empty line before its message.
fn headers(commit: &[u8]) -> usize {
    commit.windows(2).position(|two| two == b"\n\n").map_or(commit.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMIT: &[u8] = "tree 1\nauthor a\ncommitter a\n\n登记\n\ngpgsig 不是签名\n".as_bytes();

    #[test]
    fn what_is_put_in_comes_out() {
        let signed = with(COMMIT, "-----BEGIN\nab\ncd\n-----END\n");
        assert!(signed.starts_with(b"tree 1\nauthor a\ncommitter a\ngpgsig -----BEGIN\n ab\n cd\n -----END\n\n"));
        assert_eq!(apart(&signed), (COMMIT.to_vec(), Some("-----BEGIN\nab\ncd\n-----END\n".to_owned())));
        assert_eq!(apart(COMMIT), (COMMIT.to_vec(), None));
    }

    #[test]
    fn of_two_signatures_neither_counts() {
        let twice = with(&with(COMMIT, "a"), "b");
        assert_eq!(apart(&twice), (COMMIT.to_vec(), None));
    }

    #[test]
    fn a_signature_stands_in_one_place_and_one_form() {
        let first = "tree 1\ngpgsig a\n b\nauthor a\ncommitter a\n\n登记\n\ngpgsig 不是签名\n";
        assert_eq!(apart(first.as_bytes()), (COMMIT.to_vec(), None));
        let trailing = String::from_utf8(with(COMMIT, "a\nb")).expect("UTF-8").replace("\n b\n", "\n b\n \n");
        assert_eq!(apart(trailing.as_bytes()).1, None);
    }
}
