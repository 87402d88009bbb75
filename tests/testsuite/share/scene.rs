//! A district at the moment of an attack, and what refusing it means: the gate does, and so does every clone where there is no gate.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::district::{District, git_in};
use crate::support::{Person, said};

/// A district at the moment of an attack: the police have a key, have had another, and have issued a notice; forestry looks on.
pub(super) struct Scene {
    pub(super) district: District,
    pub(super) police: Person,
    pub(super) retired: Person,
    pub(super) watch: Person,
}

impl Scene {
    pub(super) fn new() -> Self {
        let district = District::trusted();
        let retired = district.member("retired", "公安");
        retired.lead("在任时");
        retired.ok(&["sync"]);
        district.office.ok(&["key", "retire", "公安/retired（虚构）"]);
        district.office.ok(&["sync"]);
        let police = district.member("gongan", "公安");
        police.write(
            "notices/2025/gongan/001.toml",
            "content = 2\ntitle = \"打击越界开采（虚构）\"\nissued = 2025-11-24\n\n[[to]]\nwho = \"linye\"\n",
        );
        commit(&police, "通报（虚构）");
        police.ok(&["sync"]);
        let watch = district.member("linye", "林业");
        police.ok(&["sync"]);
        district.office.ok(&["sync"]);
        assert!(watch.ok(&["verify"]).contains("核验通过"));
        Self { district, police, retired, watch }
    }

    /// Somebody's own copy of what is shared, to do evil in; it signs as that person does.
    pub(super) fn copy(&self, of: &Person, name: &str) -> Person {
        let copy = of.in_folder(self.district.top.path().join(name));
        git_in(self.district.top.path(), &["clone", "-q", "hub.git", name]);
        for (key, value) in [
            ("gpg.format", "ssh"),
            ("commit.gpgsign", "true"),
            ("user.name", "某人（虚构）"),
            ("user.email", "x@example.invalid"),
        ] {
            copy.git(&["config", key, value]);
        }
        let key = of.git(&["config", "user.signingkey"]);
        copy.git(&["config", "user.signingkey", key.trim()]);
        copy
    }

    /// The gate does not take what is in `evil`, and where there is no gate, nobody else takes it either; both say why.
    pub(super) fn refused(&self, evil: &Person, why: &str) {
        let before = self.district.tip();
        let pushed = evil.try_git(&["push", "origin", "+HEAD:main"]);
        let words = said(&pushed);
        assert!(!pushed.status.success() && words.contains(why), "the gate, {why}: {words}");
        assert_eq!(self.district.tip(), before, "{why}: the shared branch moved");
        self.refused_without_gate(evil, why);
    }

    pub(super) fn refused_without_gate(&self, evil: &Person, why: &str) {
        let open = self.district.top.path().join(format!("open-{}.git", evil.folder.file_name().expect("a name").display()));
        let _ = fs::remove_dir_all(&open);
        copy_folder(Path::new(&self.district.hub()), &open);
        fs::remove_file(open.join("hooks/pre-receive")).expect("a hook");
        for (key, value) in
            [("receive.denyNonFastForwards", "false"), ("receive.fsckObjects", "false"), ("receive.maxInputSize", "0")]
        {
            git_in(&open, &["config", key, value]);
        }
        let address = open.to_string_lossy().into_owned();
        let pushed = evil.try_git(&["push", &address, "+HEAD:main"]);
        assert!(pushed.status.success(), "{why}: {}", said(&pushed));
        // Not a copy of the folder: what a clone remembers counts in its own place only.
        let victim = &self.watch;
        victim.git(&["remote", "set-url", "origin", &address]);
        let before = victim.head();
        let told = victim.run(&["sync", &address]);
        let words = said(&told);
        assert!(told.status.code() != Some(0) && words.contains(why), "a clone, {why}: {words}");
        assert!(!words.contains('\u{1b}'), "escape sequences reach the terminal: {words:?}");
        assert_eq!(victim.head(), before, "{why}: a clone took it");
        victim.assert_clean();
        victim.git(&["remote", "set-url", "origin", &self.district.hub()]);
        // That it may not be in order either is for each test to say.
        victim.run(&["sync", &self.district.hub()]);
    }
}

fn copy_folder(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-a").arg(from).arg(to).status().expect("cp runs").success());
}

/// Everything in the folder, by plain git.
pub(super) fn commit(person: &Person, message: &str) {
    person.git(&["add", "-A"]);
    person.git(&["commit", "-qm", &person.for_register(message)]);
}

/// A lead, whole.
pub(super) const LEAD: &str = "received = 2025-11-21\nchannel = \"patrol\"\ntitle = \"某事（虚构）\"\n";
