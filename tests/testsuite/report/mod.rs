//! `report`: the year at a glance, as values, as a page that is taken apart, and as a browser shows it.

mod annual;
mod browser;
mod page;
mod values;

use std::path::{Path, PathBuf};

use crate::support::run;

/// The report of 2025 as of a day, as data.
pub(crate) fn values_of(data: &Path, as_of: &str, more: &[&str]) -> serde_json::Value {
    let done = run(data, &[&["report", "--year", "2025", "--as-of", as_of, "--format", "json"], more].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).expect("a report is JSON")
}

/// The report of 2025 as of a day, as a page in a folder.
pub(crate) fn page_of(data: &Path, as_of: &str, folder: &Path, more: &[&str]) -> PathBuf {
    let out = folder.join("年报.html");
    let named = out.to_str().expect("UTF-8");
    let done = run(data, &[&["report", "--year", "2025", "--as-of", as_of, "--force", "--out", named], more].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    out
}
