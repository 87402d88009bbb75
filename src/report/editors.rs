//! Settings for editors that know TOML: which file is of which kind, and what may stand in it. They lie on one computer alone and
//! are no part of the register.

use serde_json::{Value, json};

use super::schema::schema;
use crate::model::Kind;
use crate::text::Lang;

/// A file for an editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditorFile {
    /// Where it lies, relative to the register.
    pub path: String,
    /// What it says.
    pub text: String,
    /// Whether it is this program's alone; in others a person may have settings too.
    pub is_own: bool,
}

/// The folder of the schemas. What begins with a dot is no record.
pub const SCHEMAS: &str = ".schemas";

/// The schema of each kind, and what has editors take it: tombi, taplo (Even Better TOML), and VS Code, in which either may run.
///
/// Formatting is turned off everywhere: the form of a record is this program's (`fmt`), and another form of what stands would be a change.
#[must_use]
pub fn editor_files(lang: Lang) -> Vec<EditorFile> {
    let own = |path: String, value: &Value| EditorFile { path, text: pretty(value), is_own: true };
    let shared = |path: &str, text: String| EditorFile { path: path.to_owned(), text, is_own: false };
    let schemas = Kind::ALL.iter().map(|kind| own(schema_file(*kind), &schema(*kind, lang)));
    let settings = json!({
        "files.eol": "\n",
        "[toml]": { "editor.formatOnSave": false, "editor.formatOnPaste": false, "editor.formatOnType": false },
    });
    let extensions = json!({ "recommendations": ["tombi-toml.tombi"] });
    let others = [
        shared(".tombi.toml", tombi()),
        shared(".taplo.toml", taplo()),
        shared(".vscode/settings.json", pretty(&settings)),
        shared(".vscode/extensions.json", pretty(&extensions)),
    ];
    schemas.chain(others).collect()
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn schema_file(kind: Kind) -> String {
    format!("{SCHEMAS}/{}", schema_name(kind))
}

/// What the schema of a kind is called.
#[must_use]
pub fn schema_name(kind: Kind) -> String {
    format!("{}.schema.json", kind.label().en().replace(' ', "-"))
}

/// The kinds, those whose paths are another's as well before it.
fn narrow_first() -> impl DoubleEndedIterator<Item = Kind> {
    let (narrow, wide): (Vec<Kind>, Vec<Kind>) = Kind::ALL.iter().partition(|kind| **kind == Kind::Mine);
    narrow.into_iter().chain(wide)
}

/// The first pattern that fits counts.
fn tombi() -> String {
    let of_kind = |kind: Kind| {
        let (path, files) = (schema_file(kind), kind.paths());
        format!("\n[[schemas]]\npath = \"{path}\"\ninclude = [\"{files}\"]\n")
    };
    let head = "[lsp]\nformatting.enabled = false\n\n[schema]\ncatalog.paths = []\n".to_owned();
    head + &narrow_first().map(of_kind).collect::<Vec<_>>().concat()
}

/// The last pattern that fits counts.
fn taplo() -> String {
    let of_kind = |kind: Kind| {
        let (path, files) = (schema_file(kind), kind.paths());
        format!("[[rule]]\ninclude = [\"{files}\"]\n\n[rule.schema]\npath = \"{path}\"\nenabled = true\n")
    };
    narrow_first().rev().map(of_kind).collect::<Vec<_>>().join("\n")
}
