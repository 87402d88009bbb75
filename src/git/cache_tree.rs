//! The extension TREE of git's index: which tree each folder amounts to, so that git need not compute it. What is staged below a
//! folder makes its tree, and those above it, unknown.

/// A folder: its name, how many entries lie below it (none where that is unknown), its tree, and its folders.
struct Node<'a> {
    name: &'a [u8],
    known: Option<(&'a [u8], &'a [u8])>,
    below: Vec<Node<'a>>,
}

/// The extension without the trees above some paths; none where it cannot be read, which git allows.
pub(super) fn without<'a>(extension: &[u8], paths: impl Iterator<Item = &'a [u8]>) -> Option<Vec<u8>> {
    let mut rest = extension;
    let mut root = node(&mut rest, 0).filter(|_| rest.is_empty())?;
    for path in paths {
        forget(&mut root, path);
    }
    let mut out = Vec::with_capacity(extension.len());
    write(&root, &mut out);
    Some(out)
}

/// No folder lies deeper than that.
const DEEPEST: usize = 64;

fn node<'a>(rest: &mut &'a [u8], depth: usize) -> Option<Node<'a>> {
    let name = until(rest, 0)?;
    let count = until(rest, b' ')?;
    let folders: usize = std::str::from_utf8(until(rest, b'\n')?).ok()?.parse().ok()?;
    let known = if count.starts_with(b"-") {
        None
    } else {
        let (tree, after) = rest.split_at_checked(20)?;
        *rest = after;
        Some((count, tree))
    };
    let below = (0..folders).map(|_| node(rest, depth + 1)).take(if depth < DEEPEST { folders } else { 0 });
    let below = below.collect::<Option<Vec<Node<'_>>>>()?;
    (below.len() == folders).then_some(Node { name, known, below })
}

fn until<'a>(rest: &mut &'a [u8], end: u8) -> Option<&'a [u8]> {
    let at = rest.iter().position(|byte| *byte == end)?;
    let (found, after) = rest.split_at(at);
    *rest = &after[1..];
    Some(found)
}

fn forget(node: &mut Node<'_>, path: &[u8]) {
    node.known = None;
    let Some(slash) = path.iter().position(|byte| *byte == b'/') else { return };
    if let Some(folder) = node.below.iter_mut().find(|folder| *folder.name == path[..slash]) {
        forget(folder, &path[slash + 1..]);
    }
}

fn write(node: &Node<'_>, out: &mut Vec<u8>) {
    out.extend_from_slice(node.name);
    out.push(0);
    let (count, tree) = node.known.unwrap_or((b"-1", &[]));
    out.extend_from_slice(count);
    out.extend_from_slice(format!(" {}\n", node.below.len()).as_bytes());
    out.extend_from_slice(tree);
    node.below.iter().for_each(|folder| write(folder, out));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_above_a_path_is_forgotten() {
        let tree = |byte: u8| [byte; 20];
        let mut extension = b"\x003 2\n".to_vec();
        extension.extend(tree(1));
        extension.extend(b"a\x001 0\n");
        extension.extend(tree(2));
        extension.extend(b"b\x002 1\n");
        extension.extend(tree(3));
        extension.extend(b"c\x001 0\n");
        extension.extend(tree(4));
        assert_eq!(without(&extension, [].into_iter()).as_deref(), Some(&extension[..]), "nothing is staged");
        let mut expected = b"\x00-1 2\na\x001 0\n".to_vec();
        expected.extend(tree(2));
        expected.extend(b"b\x00-1 1\nc\x001 0\n");
        expected.extend(tree(4));
        assert_eq!(without(&extension, [&b"b/x.toml"[..]].into_iter()), Some(expected));
        assert_eq!(without(&extension[..30], [].into_iter()), None, "cut short");
        assert_eq!(without(b"", [].into_iter()), None);
    }
}
