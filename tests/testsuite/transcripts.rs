//! What people type and see: every block of `tests/transcripts/` is run and compared.
//! `TRYCMD=overwrite cargo test transcripts` writes what is seen anew: read the difference before it is committed.

use crate::support::{LIANDONG, ceilings, command, home, said};

#[test]
fn what_people_type_and_see() {
    trycmd::TestCases::new()
        // The language of whoever runs the tests is not that of the reader.
        .env("LIANDONG_LANG", "zh")
        // What lies in this project is no register that its repository keeps.
        .env("GIT_CEILING_DIRECTORIES", ceilings().to_string_lossy())
        .case("tests/transcripts/*.trycmd");
}

/// Help puts a command's name before what it does: what it does does not begin with that name again.
#[test]
fn no_command_says_its_name_twice() {
    let nowhere = home();
    let help = |args: &[&str]| {
        said(&command(LIANDONG, nowhere.path()).args(["--lang", "zh", "help"]).args(args).output().expect("runs"))
    };
    let twice = |text: &str| {
        let doubled = |line: &&str| {
            line.split_once('：').is_some_and(|(name, rest)| {
                let name = name.split_whitespace().last().unwrap_or_default();
                !name.is_empty() && rest.starts_with(&format!("{name}："))
            })
        };
        text.lines().filter(doubled).map(str::to_owned).collect::<Vec<_>>()
    };
    let below = |text: &str| {
        let listed = text.lines().skip_while(|line| !line.ends_with('：')).filter_map(|line| line.strip_prefix("  "));
        let names = listed.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        names.filter_map(|line| line.split(' ').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let all = help(&[]);
    let names = below(&all);
    assert!(names.len() > 40, "{names:?}");
    assert_eq!(twice(&all), [""; 0]);
    for name in names {
        let one = help(&[&name]);
        assert_eq!(twice(&one), [""; 0], "{name}");
        for verb in below(&one) {
            assert_eq!(twice(&help(&[&name, &verb])), [""; 0], "{name} {verb}");
        }
    }
}
