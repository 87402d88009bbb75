//! What is to be filed, as a person says it.

use toml::Table;

use super::AuthorRequest;
use super::change::TypedKey;
use super::verbs::{Noun, Verb, fields};
use crate::model::Kind;

/// What is to be filed, as a person says it.
#[derive(Debug, Clone)]
pub struct FileRequest {
    /// The kind of record.
    pub kind: Kind,
    /// What is done to it.
    pub verb: &'static Verb,
    /// Which record, or which draft goes on, as people name them; empty where the verb needs none.
    pub record: String,
    /// What is typed for each key of [`fields`](super::verbs::fields).
    pub typed: Vec<TypedKey>,
    /// The same from a file, as TOML or JSON.
    pub given: Option<GivenText>,
    /// The draft in which answers are kept while questions are asked; it goes once the record is filed.
    pub aside: Option<String>,
    /// What the draft said that the verb is about when the questions began: what is kept in it meanwhile is no word on itself.
    pub drafted: Option<Table>,
    /// Who files.
    pub author: AuthorRequest,
    /// Whether it is only to be shown.
    pub dry_run: bool,
}

/// What a file holds of what would else be typed.
#[derive(Debug, Clone)]
pub struct GivenText {
    /// The path of the file, as it was given.
    pub name: String,
    /// What it says.
    pub text: String,
}

impl FileRequest {
    /// What a verb of a noun does, both by their English names, with nothing typed yet; none where there is no such verb.
    #[must_use]
    pub fn new(noun: &str, verb: &str) -> Option<Self> {
        let noun = Noun::called(noun)?;
        let verb = noun.verb(verb)?;
        let (kind, author) = (noun.kind_of(verb), AuthorRequest::default());
        Some(Self {
            kind,
            verb,
            record: String::new(),
            typed: Vec::new(),
            given: None,
            aside: None,
            drafted: None,
            author,
            dry_run: false,
        })
    }

    /// The same with what is typed for a key. A key that the verb does not take is passed over.
    #[must_use]
    pub fn with(mut self, key: &str, typed: &[&str]) -> Self {
        let field = fields(self.kind, self.verb.act).into_iter().find(|field| field.key == key);
        self.typed.extend(field.map(|field| (field, typed.iter().map(|&typed| typed.to_owned()).collect())));
        self
    }
}
