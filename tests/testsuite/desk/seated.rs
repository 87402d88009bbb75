//! Forms in Chromium: filled in, looked at, filed; by the keyboard alone; on a telephone; and nothing that axe finds.

use serde_json::{Value, json};

use super::acts_for;
use super::caller::DeskAtWork;
use super::chromium::Chromium;
use super::filings::{self, FormFiling, HAZARD};
use crate::support::{Person, home};

/// A browser that sits at the desk of a register.
fn seated(person: &Person, folder: &std::path::Path, args: &[&str]) -> (DeskAtWork, Chromium) {
    let desk = DeskAtWork::opened(person, args);
    let mut browser = Chromium::started(folder);
    browser.visits(&format!("file://{}", desk.file.display()));
    browser.waits("location.pathname.endsWith('/todo') && document.querySelector('main h1') !== null");
    // On its way in it looks for a sign of the site at the door.
    browser.said.clear();
    (desk, browser)
}

/// The address of a page of the desk at which a browser sits.
fn address(browser: &mut Chromium, page: &str) -> String {
    let base = browser.says("location.origin + '/' + location.pathname.split('/')[1]");
    format!("{}/{}", base.as_str().expect("an origin"), page.replace('#', "%23"))
}

/// Fills in a field as a person does: a box is ticked, a word chosen, words typed.
fn answers(browser: &mut Chromium, name: &str, words: &str) {
    let (name, said) = (json!(name), json!(words.replace("\r\n", "\n")));
    let is_typed = browser.says(&format!(
        "(() => {{ const all = [...document.getElementsByName({name})]; \
         for (const one of all) {{ const details = one.closest('details'); if (details) details.open = true; }} \
         const box = all.find(one => ['checkbox', 'radio'].includes(one.type) && one.value === {said}); \
         if (box) {{ box.click(); return false; }} \
         const list = all.find(one => one.tagName === 'SELECT'); \
         if (list && [...list.options].some(one => one.value === {said})) {{ list.value = {said}; return false; }} \
         const field = all.find(one => one.tagName === 'TEXTAREA' || one.type === 'text'); field.focus(); return true; }})()"
    ));
    if is_typed == Value::Bool(true) {
        browser.types(&words.replace("\r\n", "\n"));
    }
}

/// Presses the button of a step.
fn presses(browser: &mut Chromium, step: &str) {
    let button = format!("document.querySelector('button[name=do][value={step}]').click()");
    browser.leaves(|browser| drop(browser.says(&button)));
}

#[test]
#[ignore = "needs chromium"]
fn it_files_every_verb_of_three_kinds() {
    let (register, folder) = (filings::register(), home());
    let (_desk, mut browser) = seated(&register, folder.path(), &[]);
    for FormFiling { unit, page, answers: said } in
        [filings::of_hazard(), filings::of_notice(), filings::of_meeting()].into_iter().flatten()
    {
        acts_for(&register, unit);
        let before = register.head();
        let page = address(&mut browser, &page);
        browser.visits(&page);
        for (name, words) in said {
            answers(&mut browser, name, words);
        }
        presses(&mut browser, "preview");
        let seen = browser.says("document.querySelector('h1').textContent");
        assert!(
            seen.as_str().is_some_and(|title| title.starts_with("预览")),
            "{page}: {}",
            browser.says("document.body.innerText")
        );
        presses(&mut browser, "file");
        let said = browser.says("document.querySelector('.done').innerText");
        let is_draft = said.as_str().is_some_and(|said| said.contains("已存为草稿"));
        assert_eq!(register.head() == before, is_draft, "{page}: {said}");
    }
    let asked: Vec<&String> =
        browser.asked.iter().filter(|url| !url.starts_with("file:") && !url.starts_with("http://127.0.0.1:")).collect();
    assert!(asked.is_empty(), "{asked:?}");
}

#[test]
#[ignore = "needs chromium"]
fn it_keeps_what_was_typed_where_that_is_refused() {
    let (register, folder) = (filings::register(), home());
    let (_desk, mut browser) = seated(&register, folder.path(), &[]);
    let before = register.state();
    let page = address(&mut browser, "new/hazard/new");
    browser.visits(&page);
    for (name, words) in [("q.description", "边坡\n“裂缝”<b>（虚构）"), ("q.found", "大后年")] {
        answers(&mut browser, name, words);
    }
    presses(&mut browser, "preview");
    assert_eq!(browser.says("document.querySelector('[name=\"q.description\"]').value"), json!("边坡\n“裂缝”<b>（虚构）"));
    assert_eq!(browser.says("document.querySelector('input[name=\"q.found\"]').value"), json!("大后年"));
    assert_eq!(browser.says("document.querySelectorAll('[name=\"q.found\"][aria-invalid=true]').length > 0"), json!(true));
    assert_eq!(register.state(), before);
}

#[test]
#[ignore = "needs chromium"]
fn it_files_a_hazard_by_the_keyboard_alone() {
    let (register, folder) = (filings::register(), home());
    let (_desk, mut browser) = seated(&register, folder.path(), &[]);
    let before = register.head();
    let page = address(&mut browser, "new/hazard/new");
    browser.visits(&page);
    let reaches = |browser: &mut Chromium, wanted: &str| {
        for _ in 0..60 {
            if browser.says(&format!("document.activeElement.matches({})", json!(wanted))) == json!(true) {
                return;
            }
            browser.presses("Tab", 9);
        }
        panic!("Tab does not reach {wanted}");
    };
    reaches(&mut browser, "select[name=\"q.mine\"]");
    browser.presses("ArrowDown", 40);
    reaches(&mut browser, "select[name=\"q.found\"]");
    browser.presses("ArrowDown", 40);
    reaches(&mut browser, "[name=\"q.description\"]");
    browser.types("边坡裂缝（虚构）");
    reaches(&mut browser, "button[value=preview]");
    browser.leaves(|browser| browser.presses("Enter", 13));
    assert_eq!(register.head(), before, "a preview files nothing");
    // What is pressed without looking files nothing.
    browser.presses("Enter", 13);
    assert_eq!(register.head(), before);
    reaches(&mut browser, "button[value=file]");
    browser.leaves(|browser| browser.presses("Enter", 13));
    assert_ne!(register.head(), before, "{}", browser.says("document.body.innerText"));
}

#[test]
#[ignore = "needs chromium and axe-core, whose file LIANDONG_AXE names"]
fn axe_finds_nothing_in_any_form() {
    for lang in ["zh", "en"] {
        let (register, folder) = (filings::register(), home());
        acts_for(&register, "anweiban");
        let (_desk, mut browser) = seated(&register, folder.path(), &["--lang", lang]);
        browser.is_wide(360);
        let new = address(&mut browser, "new");
        browser.visits(&new);
        let forms = browser.says("[...document.querySelectorAll('main a.button')].map(a => a.href)");
        let mut pages: Vec<String> =
            forms.as_array().expect("a list").iter().filter_map(|form| form.as_str().map(str::to_owned)).collect();
        assert!(pages.len() > 60, "{pages:?}");
        for page in ["new", "import", "undo", "amend", "amend?record=meetings/2025/anweiban/001", "attach"] {
            pages.push(address(&mut browser, page));
        }
        for page in pages {
            browser.visits(&page);
            looked_at(&mut browser, &page);
        }
        // What comes of a form: a refusal, a preview, a receipt.
        let page = address(&mut browser, "new/hazard/new");
        browser.visits(&page);
        presses(&mut browser, "preview");
        looked_at(&mut browser, "a refusal");
        for (name, words) in HAZARD {
            answers(&mut browser, name, words);
        }
        presses(&mut browser, "preview");
        looked_at(&mut browser, "a preview");
        presses(&mut browser, "file");
        looked_at(&mut browser, "a receipt");
        // What is refused the browser says so as well.
        browser.said.retain(|said| !said.contains("status of 422"));
        assert!(browser.said.is_empty(), "{:?}", browser.said);
    }
}

/// Whether a page can be read by everybody, and on a telephone.
fn looked_at(browser: &mut Chromium, page: &str) {
    browser.says("document.querySelectorAll('details').forEach(one => one.open = true)");
    let (found, passed) = browser.axe();
    assert!(found.is_empty(), "{page}: {found:?}");
    assert!(passed > 10, "axe looked: {passed}");
    let wide = browser.says("document.documentElement.scrollWidth");
    assert!(wide.as_u64().is_some_and(|wide| wide <= 360), "{page} is {wide} wide");
}
