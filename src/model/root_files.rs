//! What lies at the top of every register and is no record.

/// The files, and what they hold to the byte: no text conversion and no filter ever touches a record, and what is not reviewed leaves
/// no trace. `init` writes them; whoever brings others is refused.
pub const ROOT_FILES: [(&str, &str); 2] = [(".gitattributes", "* -text\n"), (".gitignore", "/drafts/\n")];
