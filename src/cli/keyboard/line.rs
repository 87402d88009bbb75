//! A line that is being typed: what stands in it, where the cursor is, and how it lies on the screen.

use crate::text::width;

/// What ends a word besides a blank, where several answers stand in a line.
const BETWEEN: &[char] = &['、', ',', '，'];

/// A line that is being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct EditedLine {
    before: Vec<char>,
    /// What stands behind the cursor, the next character last.
    after: Vec<char>,
}

/// Over how much a key goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stretch {
    Character,
    Word,
    All,
}

/// Where the cursor is on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CursorPlace {
    pub(super) row: usize,
    pub(super) column: usize,
}

impl EditedLine {
    /// With the cursor behind it.
    pub(super) fn new(words: &str) -> Self {
        Self { before: words.chars().collect(), after: Vec::new() }
    }

    pub(super) fn words(&self) -> String {
        self.before.iter().chain(self.after.iter().rev()).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }

    pub(super) fn insert(&mut self, character: char) {
        self.before.push(character);
    }

    pub(super) fn left(&mut self, stretch: Stretch) {
        let from = self.before.len() - left_of(&self.before, stretch);
        self.after.extend(self.before.drain(from..).rev());
    }

    pub(super) fn right(&mut self, stretch: Stretch) {
        let from = self.after.len() - left_of(&self.after, stretch);
        self.before.extend(self.after.drain(from..).rev());
    }

    pub(super) fn delete_left(&mut self, stretch: Stretch) {
        let rest = self.before.len() - left_of(&self.before, stretch);
        self.before.truncate(rest);
    }

    pub(super) fn delete_right(&mut self, stretch: Stretch) {
        let rest = self.after.len() - left_of(&self.after, stretch);
        self.after.truncate(rest);
    }

    /// The rows that it takes behind what stands before it, none wider than so many columns, and where the cursor is in them.
    pub(super) fn rows(&self, lead: &str, columns: usize) -> (Vec<String>, CursorPlace) {
        let (mut rows, mut used, mut place) = (vec![String::new()], 0, CursorPlace::default());
        let lead: Vec<char> = lead.chars().collect();
        let cursor = lead.len() + self.before.len();
        let all = lead.iter().chain(&self.before).chain(self.after.iter().rev());
        for (at, character) in all.copied().chain([' ']).enumerate() {
            let takes = width(character.encode_utf8(&mut [0; 4]));
            if used + takes > columns {
                rows.push(String::new());
                used = 0;
            }
            if at == cursor {
                place = CursorPlace { row: rows.len() - 1, column: used };
            }
            if character == '\n' {
                rows.push(String::new());
                used = 0;
            } else if let Some(row) = rows.last_mut() {
                row.push(character);
                used += takes;
            }
        }
        (rows, place)
    }
}

/// How many characters at the end of some are one of that stretch: a word with what parts it from the next.
fn left_of(characters: &[char], stretch: Stretch) -> usize {
    let parts = |c: &&char| c.is_whitespace() || BETWEEN.contains(*c);
    match stretch {
        Stretch::Character => characters.len().min(1),
        Stretch::All => characters.len(),
        Stretch::Word => {
            let blanks = characters.iter().rev().take_while(parts).count();
            blanks + characters.iter().rev().skip(blanks).take_while(|c| !parts(c)).count()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_a_shell_edit_it() {
        let mut line = EditedLine::new("公安、自然资源 林业");
        line.delete_left(Stretch::Word);
        assert_eq!(line.words(), "公安、自然资源 ");
        line.delete_left(Stretch::Word);
        assert_eq!(line.words(), "公安、");
        line.left(Stretch::All);
        line.insert('市');
        line.right(Stretch::Character);
        line.delete_right(Stretch::Character);
        assert_eq!(line.words(), "市公、");
        line.delete_right(Stretch::All);
        line.delete_left(Stretch::All);
        assert!(line.is_empty());
        line.delete_left(Stretch::Character);
        line.left(Stretch::Word);
        assert_eq!(line, EditedLine::default());
    }

    #[test]
    fn no_row_is_wider_than_the_screen() {
        let mut line = EditedLine::new("边坡浮石");
        let (rows, place) = line.rows("> ", 7);
        // Of seven columns a character of two leaves one over.
        assert_eq!((rows, place), (vec!["> 边坡".to_owned(), "浮石 ".to_owned()], CursorPlace { row: 1, column: 4 }));
        line.left(Stretch::All);
        assert_eq!(line.rows("> ", 7).1, CursorPlace { row: 0, column: 2 });
        let (rows, place) = EditedLine::new("一\n二").rows("", 7);
        assert_eq!((rows.len(), place), (2, CursorPlace { row: 1, column: 2 }));
    }
}
