//! What nobody guesses: 128 bits drawn by lot, written as 32 digits.

use crate::text::Text;

/// Something drawn by lot.
#[derive(Clone)]
pub(super) struct Drawn(String);

impl Drawn {
    /// # Errors
    /// The system draws no lots.
    pub(super) fn draw() -> Result<Self, Text> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|error| Text::same(error.to_string()))?;
        Ok(Self(format!("{:032x}", u128::from_be_bytes(bytes))))
    }

    /// Its digits.
    pub(super) fn words(&self) -> &str {
        &self.0
    }

    /// Whether that is what was said. How long it takes tells nothing of where the two differ.
    pub(super) fn is(&self, said: &str) -> bool {
        let differ = |sum: u8, (own, said): (u8, u8)| std::hint::black_box(sum | (own ^ said));
        self.0.len() == said.len() && self.0.bytes().zip(said.bytes()).fold(0, differ) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_itself_alone() {
        let (one, other) = (Drawn::draw().expect("a lot"), Drawn::draw().expect("a lot"));
        assert_eq!(one.words().len(), 32);
        assert!(one.is(one.words()) && !one.is(other.words()));
        assert!(!one.is("") && !one.is(&one.words()[..31]) && !one.is(&format!("{}0", one.words())));
    }
}
