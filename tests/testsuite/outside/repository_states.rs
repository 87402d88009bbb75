//! Reading is as strict as filing: of a repository in a state each command answers rightly, or refuses with the cause and the remedy.

use std::path::Path;

use snapbox::str;

use crate::support::{Person, Register, clean, copy_folder, said};

/// What a command does.
#[derive(Clone, Copy)]
enum Does {
    /// It answers, as it would of a whole repository.
    Answers,
    /// It answers, and says this as well.
    Says(&'static str),
    /// It refuses with these words of the remedy.
    Refuses(&'static str),
}

use Does::{Answers, Refuses, Says};

/// What reads the folder.
const OF_FOLDER: &[&[&str]] = &[
    &["check", "--year", "2025"],
    &["list", "通报"],
    &["show", "hazards/2025/yingji/001"],
    &["report", "--year", "2025", "--format", "json"],
    &["deadlines"],
    &["duty", "list"],
];

/// What reads a commit.
const OF_COMMIT: &[&[&str]] = &[&["check", "--year", "2025", "--rev", "HEAD"]];

/// What reads history.
const OF_HISTORY: &[&[&str]] =
    &[&["history", "hazards/2025/yingji/001"], &["diff", "--since", "2025-01-01"], &["verify"], &["sync"]];

/// A state with how it is made, and what commands on the folder, on a commit and on history do.
struct State {
    name: &'static str,
    make: fn(&Register) -> Person,
    folder: Does,
    commit: Does,
    history: Does,
}

/// The register itself, after git did something with it.
fn after(register: &Register, git: &[&[&str]]) -> Person {
    for args in git {
        register.try_git(args);
    }
    register.in_folder(register.folder.clone())
}

/// A clone made with options of git's.
fn cloned(register: &Register, options: &[&str]) -> Person {
    let folder = register.home.join("克隆");
    register.git(&["config", "uploadpack.allowFilter", "true"]);
    let address = format!("file://{}", register.folder.display());
    register.git(&[&["clone", "-q"], options, &[&*address, &*folder.to_string_lossy()]].concat());
    register.in_folder(folder)
}

fn midway(register: &Register) -> Person {
    let file = "hazards/2024/yingji/001.toml";
    let text = register.read(file);
    for (branch, word) in [("旁支", "淤积"), ("main", "阻塞")] {
        register.git(&["checkout", "-q", "-B", branch, if branch == "main" { "main" } else { "HEAD" }]);
        register.write(file, &text.replace("淤堵", word));
        register.git(&["commit", "-qam", word]);
        register.git(&["checkout", "-q", "main"]);
    }
    after(register, &[&["merge", "旁支"]])
}

const STATES: &[State] = &[
    State {
        name: "shallow",
        make: |register| {
            register.git(&["commit", "-q", "--allow-empty", "-m", "二"]);
            cloned(register, &["--depth", "1"])
        },
        folder: Answers,
        commit: Answers,
        history: Refuses("git fetch --unshallow"),
    },
    State {
        name: "partial",
        make: |register| cloned(register, &["--filter=blob:none"]),
        folder: Answers,
        commit: Refuses("不带 --filter 重新 git clone"),
        history: Refuses("不带 --filter 重新 git clone"),
    },
    State {
        name: "sparse",
        make: |register| after(register, &[&["sparse-checkout", "set", "--no-cone", "/*", "!/notices/"]]),
        folder: Refuses("git sparse-checkout disable"),
        commit: Answers,
        history: Refuses("git sparse-checkout disable"),
    },
    State { name: "merge in progress", make: midway, folder: Says(""), commit: Answers, history: Says("") },
    State {
        name: "refStorage is said",
        make: |register| {
            after(register, &[&["config", "core.repositoryformatversion", "1"], &["config", "extensions.refstorage", "files"]])
        },
        folder: Answers,
        commit: Refuses("git config --unset extensions.refstorage"),
        history: Refuses("git config --unset extensions.refstorage"),
    },
    State {
        name: "an extension that nobody knows",
        make: |register| {
            after(register, &[&["config", "core.repositoryformatversion", "1"], &["config", "extensions.fremd", "true"]])
        },
        folder: Answers,
        commit: Refuses("extensions.fremd=true"),
        history: Refuses("extensions.fremd=true"),
    },
    State {
        name: "reftable",
        make: |register| {
            let folder = register.home.join("另");
            register.git(&["init", "-q", "-b", "main", "--ref-format=reftable", &folder.to_string_lossy()]);
            copy_folder(&clean(), &folder);
            let person = register.in_folder(folder);
            person.git(&["add", "-A"]);
            person.git(&["commit", "-qm", "台账"]);
            person
        },
        folder: Answers,
        commit: Refuses("git refs migrate --ref-format=files"),
        history: Refuses("git refs migrate --ref-format=files"),
    },
    State {
        name: "another owner",
        make: |register| {
            foreign(&register.folder);
            register.in_folder(register.folder.clone())
        },
        folder: Answers,
        commit: Refuses("属于这台计算机的另一个用户"),
        history: Refuses("属于这台计算机的另一个用户"),
    },
];

/// Gives a folder to another user, which only the administrator can: elsewhere the state cannot be made.
fn foreign(folder: &Path) {
    let _ = std::os::unix::fs::chown(folder, Some(12_345), None);
    let _ = std::os::unix::fs::chown(folder.join(".git"), Some(12_345), None);
}

#[test]
fn each_command_answers_rightly_or_says_why_not() {
    let whole = Register::of_example();
    let answer = |person: &Person, args: &[&str]| {
        let done = person.run(args);
        (done.status.code(), String::from_utf8_lossy(&done.stdout).into_owned(), said(&done))
    };
    for State { name, make, folder, commit, history } in STATES {
        let register = Register::of_example();
        let person = make(&register);
        let is_root = std::os::unix::fs::MetadataExt::uid(&std::fs::metadata(&whole.folder).expect("a folder")) == 0;
        if *name == "another owner" && !is_root {
            continue;
        }
        let groups = [(OF_FOLDER, folder), (OF_COMMIT, commit), (OF_HISTORY, history)];
        for (args, does) in groups.into_iter().flat_map(|(commands, does)| commands.iter().map(move |args| (*args, does))) {
            let (code, out, told) = answer(&person, args);
            match does {
                // A clone is told of its own commits; what is read of the register is the same.
                Answers if args[0] == "check" => assert!(code == Some(0) && out.contains("未落实 0"), "{name} {args:?}: {told}"),
                Answers => assert_eq!((code, &out), (Some(0), &answer(&whole, args).1), "{name} {args:?}: {told}"),
                Says(words) => assert!(code.is_some_and(|code| code < 3) && told.contains(words), "{name} {args:?}: {told}"),
                Refuses(words) => assert!(code == Some(2) && told.contains(words), "{name} {args:?}: {told}"),
            }
            assert!(!told.contains("git fsck"), "{name} {args:?}: {told}");
        }
    }
}

#[test]
fn a_merge_in_progress_is_said_by_what_reads_the_folder() {
    let register = Register::of_example();
    let person = midway(&register);
    for args in [&["check", "--year", "2025"][..], &["verify"]] {
        assert!(said(&person.run(args)).contains("git merge --abort"), "{args:?}");
    }
    for args in [&["check", "--year", "2025"][..], &["list", "隐患"]] {
        let told = person.fails(args, 2);
        assert!(told.contains("合并冲突没有解决"), "{args:?}: {told}");
    }
    person.fails_with(
        &["sync"],
        2,
        str![[r#"
未能完成：有一次 git merge 没有做完，不能登记；请先做完它，或用 git merge --abort 放弃

"#]],
    );
}
