//! How this computer is, thing by thing, each with the commands that put it right.

use anstyle::AnsiColor;

use super::RenderOptions;
use crate::ops::{Diagnosis, Health, HealthPoint};
use crate::text::{Text, clean_lines, pad, width};
use crate::tr;

/// What a look at this computer came to.
#[must_use]
pub fn diagnosis(diagnosis: &Diagnosis, options: RenderOptions) -> String {
    let lang = options.lang;
    let labels: Vec<String> = diagnosis.points.iter().map(|point| point.health.label().get(lang).to_owned()).collect();
    let wide = labels.iter().map(|label| width(label)).max().unwrap_or_default();
    let mut out = String::new();
    for (point, label) in diagnosis.points.iter().zip(&labels) {
        let topic = point.topic.label();
        let what = clean_lines(point.what.get(lang));
        let colon = Text::fixed("：", ": ");
        let state = options.paint(color(point.health), &pad(label, wide));
        out.extend([&state, "  ", topic.get(lang), colon.get(lang), &what, "\n"]);
        out.extend(to_run(point, options));
    }
    let [well, note, amiss] = [Health::Well, Health::Note, Health::Amiss].map(|health| diagnosis.count(health));
    let sum = tr!("\n正常 {well} 项，提示 {note} 项，待处理 {amiss} 项\n"; "\n{well} in order, {note} to be known, {amiss} to be mended\n");
    out.push_str(sum.get(lang));
    out
}

fn to_run(point: &HealthPoint, options: RenderOptions) -> impl Iterator<Item = String> {
    point.unnamed(point.what.get(options.lang)).map(move |command| format!("      {}\n", options.dim(&command)))
}

const fn color(health: Health) -> AnsiColor {
    match health {
        Health::Well => AnsiColor::Green,
        Health::Note => AnsiColor::Yellow,
        Health::Amiss => AnsiColor::Red,
    }
}
