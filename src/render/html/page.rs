//! A page while it is written: elements, words in the reader's language, links, lights.

use crate::render::xml::{Attributes, Xml};
use crate::report::year::NAMED;
use crate::report::{Light, Named};
use crate::text::{Lang, Text};
use crate::tr;

/// A page that is being written: every text escaped, no script.
pub(super) struct HtmlPage {
    pub(super) xml: Xml,
    pub(super) lang: Lang,
}

impl HtmlPage {
    pub(super) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.xml.open(name, attributes);
    }

    pub(super) fn close(&mut self, name: &str) {
        self.xml.close(name);
    }

    /// Words of the program within an element.
    pub(super) fn say(&mut self, name: &str, attributes: Attributes<'_>, words: &Text) {
        self.xml.words(name, attributes, words.get(self.lang));
    }

    /// Words of a record within an element.
    pub(super) fn words(&mut self, name: &str, attributes: Attributes<'_>, words: &str) {
        self.xml.words(name, attributes, words);
    }

    /// Words of the program.
    pub(super) fn text(&mut self, words: &Text) {
        self.xml.text(words.get(self.lang));
    }

    /// A link to another place of the page.
    pub(super) fn link(&mut self, to: &str, words: &str) {
        self.xml.words("a", &[("href", &format!("#{to}"))], words);
    }

    /// A heading of a section that can be linked to.
    pub(super) fn section(&mut self, id: &str, words: &Text) {
        self.say("h2", &[("id", id)], words);
    }

    /// A light with its word: shape and word say what the colour says.
    pub(super) fn light(&mut self, light: Option<Light>, words: &Text) {
        self.open("span", &[("class", &format!("light {}", class(light)))]);
        self.xml.open("svg", &[("viewBox", "0 0 10 10"), ("aria-hidden", "true")]);
        let fill = format!("fill-{}", class(light));
        match light {
            Some(Light::Green) => self.xml.empty("circle", &[("cx", "5"), ("cy", "5"), ("r", "4.6"), ("class", &fill)]),
            Some(Light::Yellow) => self.xml.empty("path", &[("d", "M5 .6 9.8 9.4H.2z"), ("class", &fill)]),
            Some(Light::Red) => {
                self.xml.empty("rect", &[("x", ".8"), ("y", ".8"), ("width", "8.4"), ("height", "8.4"), ("class", &fill)]);
            }
            None => self.xml.empty("rect", &[("x", "1"), ("y", "4"), ("width", "8"), ("height", "2"), ("class", &fill)]),
        }
        self.xml.close("svg");
        self.text(words);
        self.close("span");
    }

    /// Begins a table that may be wider than the screen, which then moves by itself.
    pub(super) fn table(&mut self, class: &str, caption: &Text, heads: &[Text]) {
        let label = caption.get(self.lang).to_owned();
        self.open("div", &[("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", &label)]);
        self.open("table", &[("class", class)]);
        self.words("caption", &[], &label);
        self.open("thead", &[]);
        self.open("tr", &[]);
        for head in heads {
            self.say("th", &[("scope", "col")], head);
        }
        self.close("tr");
        self.close("thead");
        self.open("tbody", &[]);
    }

    pub(super) fn end_table(&mut self) {
        for name in ["tbody", "table", "div"] {
            self.close(name);
        }
    }

    /// The records that a figure counts, under a heading to which the figure links.
    pub(super) fn records<'a>(
        &mut self,
        id: &str,
        heading: &Text,
        count: usize,
        records: impl ExactSizeIterator<Item = (Option<String>, &'a Named)>,
    ) {
        if count == 0 {
            return;
        }
        let (zh, en) = (heading.zh(), heading.en());
        self.say("h4", &[("id", id)], &tr!("{zh}（{count}）"; "{en} ({count})"));
        let shown = records.len();
        self.open("ul", &[("class", "records")]);
        for (on, record) in records {
            self.open("li", &[]);
            if let Some(on) = on {
                self.words("time", &[("datetime", &on)], &on);
            }
            self.text(&record.title);
            self.close("li");
        }
        self.close("ul");
        if shown < count && shown >= NAMED {
            self.say("p", &[("class", "lead")], &tr!("只列前 {shown} 条。"; "Only the first {shown} are listed."));
        } else if shown < count {
            let more = count - shown;
            self.say("p", &[("class", "lead")], &tr!("另有内部记录 {more} 条不列。"; "{more} internal records are left out."));
        }
    }

    /// A title and description for readers who do not see a chart.
    pub(super) fn chart(&mut self, id: &str, (width, height): (u32, u32), title: &Text, description: &Text) {
        let (titled, described) = (format!("{id}-t"), format!("{id}-d"));
        self.xml.open(
            "svg",
            &[
                ("viewBox", &format!("0 0 {width} {height}")),
                ("role", "img"),
                ("aria-labelledby", &format!("{titled} {described}")),
            ],
        );
        self.say("title", &[("id", &titled)], title);
        self.say("desc", &[("id", &described)], description);
    }

    /// Text in a chart.
    pub(super) fn mark(&mut self, (x, y): (f64, f64), size: u32, attributes: Attributes<'_>, words: &str) {
        let (x, y, size) = (round(x), round(y), size.to_string());
        let mut all = vec![("x", x.as_str()), ("y", y.as_str()), ("font-size", size.as_str())];
        all.extend_from_slice(attributes);
        self.xml.words("text", &all, words);
    }

    /// A rectangle in a chart.
    pub(super) fn bar(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), class: &str) {
        let [x, y, width, height] = [x, y, width, height].map(round);
        self.xml.empty("rect", &[("x", &x), ("y", &y), ("width", &width), ("height", &height), ("class", class)]);
    }

    /// A line in a chart.
    pub(super) fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), stroke: &str, width: &str) {
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(round);
        self.xml
            .empty("line", &[("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2), ("stroke", stroke), ("stroke-width", width)]);
    }

    /// A shape in a chart.
    pub(super) fn shape(&mut self, d: &str, fill: &str, stroke: &str) {
        self.xml.empty("path", &[("d", d), ("fill", fill), ("stroke", stroke), ("stroke-width", "1.6")]);
    }
}

/// The language of a page, as browsers name it.
pub(super) fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en",
    }
}

/// The class by which the style sheet colours a light.
pub(super) fn class(light: Option<Light>) -> &'static str {
    match light {
        Some(Light::Red) => "red",
        Some(Light::Yellow) => "amber",
        Some(Light::Green) => "green",
        None => "none",
    }
}

/// A coordinate to a tenth.
pub(super) fn round(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// A count as a coordinate is computed from it.
pub(super) fn real(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
