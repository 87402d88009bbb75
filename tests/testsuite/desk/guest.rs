//! Somebody who sits at the desk and fills in its forms, as a browser sends them.

use super::caller::{Answered, DeskAtWork};
use crate::support::Person;

/// Whoever sits at a desk.
pub(super) struct DeskGuest(DeskAtWork);

/// What came back.
#[derive(Debug, Clone)]
pub(super) struct DeskReply {
    pub(super) status: u16,
    head: String,
    body: Vec<u8>,
}

impl DeskGuest {
    /// Opens the desk of a register, and sits down.
    pub(super) fn at(person: &Person) -> Self {
        Self(DeskAtWork::entered(person, &[]))
    }

    /// Ends the desk by a signal.
    pub(super) fn ends(mut self, signal: &str) {
        self.0.ends(signal);
    }

    pub(super) fn get(&self, page: &str) -> DeskReply {
        self.0.get(page).into()
    }

    /// What a link leads to.
    pub(super) fn goes(&self, link: &str) -> DeskReply {
        self.get(link.strip_prefix(&self.0.at("")).expect("an address of this desk"))
    }

    /// What a form with these words comes to.
    pub(super) fn post(&self, page: &str, pairs: &[(String, String)]) -> DeskReply {
        let words: Vec<String> = pairs.iter().map(|(name, words)| format!("{}={}", spelled(name), spelled(words))).collect();
        self.0.post(page, &words.join("&")).into()
    }

    /// The same with files: the name of the field, of the file, and its bytes.
    pub(super) fn post_files(&self, page: &str, pairs: &[(String, String)], files: &[(&str, &str, &[u8])]) -> DeskReply {
        const BETWEEN: &str = "----between";
        let mut body = Vec::new();
        for (name, words) in pairs {
            body.extend(
                format!("--{BETWEEN}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{words}\r\n").into_bytes(),
            );
        }
        for (field, name, bytes) in files {
            let head = format!("--{BETWEEN}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n");
            body.extend([head.as_bytes(), bytes, b"\r\n"].concat());
        }
        body.extend(format!("--{BETWEEN}--\r\n").into_bytes());
        let media = format!("multipart/form-data; boundary={BETWEEN}");
        let head =
            [("Cookie", &*self.0.cookie), ("Sec-Fetch-Site", "same-origin"), ("Origin", "null"), ("Content-Type", &*media)];
        self.0.answered(self.0.raw("POST", &self.0.at(page), &head, &body)).into()
    }

    /// Where a redirection leads.
    pub(super) fn follow(&self, reply: &DeskReply) -> DeskReply {
        assert_eq!(reply.status, 303, "{}", reply.words());
        self.goes(&reply.says("location").expect("where to"))
    }

    /// A form from its first page to the end: its answers, the preview, the filing. What comes back last is the receipt.
    pub(super) fn files(&self, page: &str, answers: &[(&str, &str)]) -> DeskReply {
        let preview = self.previews(page, answers);
        assert_eq!(preview.status, 200, "{page} {answers:?}: {}", preview.words());
        self.follow(&self.post(path_of(page), &preview.going("file")))
    }

    /// The same as far as the preview.
    pub(super) fn previews(&self, page: &str, answers: &[(&str, &str)]) -> DeskReply {
        let form = self.get(page);
        assert_eq!(form.status, 200, "{}", form.words());
        let text = form.text();
        for (name, _) in answers {
            assert!(text.contains(&format!("name=\"{name}\"")), "{page} does not ask for {name}: {}", form.words());
        }
        self.post(path_of(page), &form.answered(answers, "preview"))
    }
}

/// A page without what it is asked.
fn path_of(page: &str) -> &str {
    page.split('?').next().expect("a path")
}

impl DeskReply {
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What is read on it.
    pub(super) fn words(&self) -> String {
        let text = self.text();
        let main = text.split("<main").nth(1).unwrap_or(&text);
        let (mut words, mut is_tag) = (String::new(), false);
        for c in main.chars() {
            match c {
                '<' => {
                    is_tag = true;
                    words.push(' ');
                }
                '>' => is_tag = false,
                c if !is_tag => words.push(c),
                _ => {}
            }
        }
        plain(&words.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// What a line of its head says.
    pub(super) fn says(&self, name: &str) -> Option<String> {
        let lines = self.head.lines().filter_map(|line| line.split_once(':'));
        lines.filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned()).next()
    }

    /// The first link in which some words stand.
    pub(super) fn link(&self, words: &str) -> String {
        let text = self.text();
        let link = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).find(|link| link.contains(words));
        plain(link.unwrap_or_else(|| panic!("no link to {words} in {}", self.words())))
    }

    /// What its form says as it came: what is hidden in it, chosen, ticked and written.
    fn filled(&self) -> Vec<(String, String)> {
        let text = self.text();
        let (mut said, mut list) = (Vec::new(), String::new());
        for (tag, after) in text.split('<').skip(1).filter_map(|tag| tag.split_once('>')) {
            let attribute =
                |name: &str| tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(plain);
            let (name, value) = (attribute("name").unwrap_or_default(), attribute("value").unwrap_or_default());
            let kind = attribute("type").unwrap_or_default();
            match tag.split(' ').next().unwrap_or_default() {
                "input" if kind == "hidden" || (kind == "text" && !value.is_empty()) => said.push((name, value)),
                "input" if tag.ends_with(" checked") => said.push((name, value)),
                "select" => list = name,
                "option" if tag.ends_with(" selected") => said.push((list.clone(), value)),
                "textarea" if !after.is_empty() => said.push((name, plain(after))),
                _ => {}
            }
        }
        said
    }

    /// What is sent of it once it is answered.
    pub(super) fn answered(&self, answers: &[(&str, &str)], step: &str) -> Vec<(String, String)> {
        let is_anew = |name: &str| answers.iter().any(|(answered, _)| *answered == name);
        let own = answers.iter().copied().chain([("do", step)]).map(|(name, words)| (name.to_owned(), words.to_owned()));
        self.filled().into_iter().filter(|(name, _)| !is_anew(name)).chain(own).collect()
    }

    /// What is sent of it by a button alone.
    pub(super) fn going(&self, step: &str) -> Vec<(String, String)> {
        self.answered(&[], step)
    }

    /// The same with other words in one of its fields.
    pub(super) fn going_with(&self, field: &str, other: &str, step: &str) -> Vec<(String, String)> {
        let changed = |(name, words): (String, String)| if name == field { (name, other.to_owned()) } else { (name, words) };
        self.going(step).into_iter().map(changed).collect()
    }
}

impl From<Answered> for DeskReply {
    fn from(Answered { status, head, body }: Answered) -> Self {
        Self { status, head, body }
    }
}

fn plain(words: &str) -> String {
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn spelled(words: &str) -> String {
    words
        .bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
