//! `schema`: a kind's FIELDS as a JSON Schema (draft 2020-12), for editors that complete TOML.

use serde_json::{Value, json};

use crate::model::Kind;
use crate::model::field::{Field, Shape};
use crate::text::Lang;

/// The schema of a kind, with descriptions in one language.
#[must_use]
pub fn schema(kind: Kind, lang: Lang) -> Value {
    let mut schema = object(kind.fields(), lang);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(kind.label().get(lang));
    schema
}

fn object(fields: &[Field], lang: Lang) -> Value {
    let properties: serde_json::Map<String, Value> =
        fields.iter().map(|field| (field.key.to_owned(), property(field, lang))).collect();
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn property(field: &Field, lang: Lang) -> Value {
    let mut property = of_shape(&field.shape, lang);
    let (heading, expected) = (field.heading(), field.shape.expected());
    property["title"] = json!(heading.get(lang));
    property["description"] = match lang {
        Lang::Zh => json!(format!("{}：{}", heading.zh(), expected.zh())),
        Lang::En => json!(format!("{}: {}", heading.en(), expected.en())),
    };
    property
}

fn of_shape(shape: &Shape, lang: Lang) -> Value {
    match shape {
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Listed(_) => json!({ "type": "integer", "minimum": 1 }),
        Shape::Count => json!({ "type": "integer", "minimum": 0 }),
        // TOML has days of its own; a tool that turns them into JSON hands on a string.
        Shape::Line | Shape::Prose | Shape::Reference => json!({ "type": "string" }),
        // As editors of TOML know a day with a time of no zone.
        Shape::Moment => json!({ "type": "string", "format": "date-time-local" }),
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::Pattern(pattern) => json!({ "type": "string", "examples": [pattern.example()] }),
        Shape::Word(words) => {
            let ids: Vec<&str> = words.iter().map(|word| word.id).collect();
            json!({ "type": "string", "enum": ids })
        }
        Shape::List(item) => json!({ "type": "array", "items": of_shape(item, lang) }),
        Shape::Table(fields) => object(fields, lang),
    }
}
