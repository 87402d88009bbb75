//! Something that is said of fields and commands, by names that each surface has for them: where commands are typed a field is an option, and
//! what comes next a command; on a page they are a label and a link.

use serde::{Serialize, Serializer};

use super::{CommandLine, Text};

/// Something said, in pieces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Telling {
    pieces: Vec<SaidPiece>,
}

/// A piece of what is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidPiece {
    /// Words.
    Words(Text),
    /// Words for whoever types commands; nobody else can do anything with them.
    Typed(Text),
    /// Something that is filled in.
    Field(FieldName),
    /// Something that is done.
    Command(CommandLine),
    /// The name of a command, which nobody types as it stands here.
    Named(CommandLine),
}

/// What a field is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldName {
    /// Where it is typed: `--due`, `<记录>`.
    pub typed: Text,
    /// Where it stands in a form.
    pub label: Text,
}

impl FieldName {
    /// One that nobody types by itself: it has but a heading.
    #[must_use]
    pub fn headed(label: Text) -> Self {
        Self { typed: label.clone(), label }
    }
}

impl Telling {
    /// Words, followed by what else is said.
    #[must_use]
    pub fn of(words: Text) -> Self {
        Self::from(words)
    }

    /// The same, followed by words.
    #[must_use]
    pub fn words(self, words: Text) -> Self {
        self.with(SaidPiece::Words(words))
    }

    /// The same, followed by words for whoever types commands.
    #[must_use]
    pub fn typed(self, words: Text) -> Self {
        self.with(SaidPiece::Typed(words))
    }

    /// The same, followed by a field.
    #[must_use]
    pub fn field(self, field: FieldName) -> Self {
        self.with(SaidPiece::Field(field))
    }

    /// The same, followed by a command.
    #[must_use]
    pub fn command(self, command: CommandLine) -> Self {
        self.with(SaidPiece::Command(command))
    }

    /// The same, followed by the name of a command.
    #[must_use]
    pub fn named(self, command: CommandLine) -> Self {
        self.with(SaidPiece::Named(command))
    }

    /// The same, followed by all that another says.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.pieces.extend(other.pieces);
        self
    }

    fn with(mut self, piece: SaidPiece) -> Self {
        self.pieces.push(piece);
        self
    }

    /// What it is made of.
    #[must_use]
    pub fn pieces(&self) -> &[SaidPiece] {
        &self.pieces
    }

    /// Several as one, with words between them.
    #[must_use]
    pub fn join(all: impl IntoIterator<Item = Self>, between: &Text) -> Self {
        let mut all = all.into_iter();
        let first = all.next().unwrap_or_default();
        all.fold(first, |said, next| said.words(between.clone()).then(next))
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Whether anything of it is of use to whoever types no commands.
    #[must_use]
    pub fn is_for_pages(&self) -> bool {
        self.pieces.iter().any(|piece| !matches!(piece, SaidPiece::Typed(_)))
    }

    /// As it is said where commands are typed.
    #[must_use]
    pub fn on_terminal(&self) -> Text {
        let words = self.pieces.iter().map(|piece| match piece {
            SaidPiece::Words(words) | SaidPiece::Typed(words) => words.clone(),
            SaidPiece::Field(field) => field.typed.clone(),
            SaidPiece::Command(command) => Text::same(command.to_string()),
            SaidPiece::Named(command) => Text::same(command.name()),
        });
        Text::join(&words.collect::<Vec<_>>(), "", "")
    }
}

impl From<Text> for Telling {
    fn from(words: Text) -> Self {
        Self { pieces: if words.zh().is_empty() && words.en().is_empty() { Vec::new() } else { vec![SaidPiece::Words(words)] } }
    }
}

/// In a JSON report it is as it is said on a terminal.
impl Serialize for Telling {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.on_terminal().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_types_what_a_page_links() {
        let field = FieldName { typed: Text::same("--due"), label: Text::fixed("整改期限", "due") };
        let said = Telling::of(Text::fixed("缺少 ", "missing: "))
            .field(field)
            .typed(Text::fixed("（整改期限）", " (due)"))
            .words(Text::fixed("；已有的见 ", "; there is "))
            .command(CommandLine::new("list").about("隐患"))
            .words(Text::fixed("，用 ", ", by "))
            .named(CommandLine::new("hazard new"));
        assert_eq!(said.on_terminal().zh(), "缺少 --due（整改期限）；已有的见 liandong list 隐患，用 hazard new");
        assert!(Telling::from(Text::default()).is_empty());
    }
}
