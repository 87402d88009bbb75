//! Which format a register says that it is of.

/// The version of the format that this program writes.
pub const FORMAT: u32 = 2;

/// The file in which a register says its format.
pub(super) const MECHANISM: &str = "mechanism.toml";

/// The format that the text of that file says.
pub(super) fn stated_format(text: &str) -> Option<u32> {
    let table: toml::Table = text.parse().ok()?;
    table.get("format")?.as_integer()?.try_into().ok()
}
