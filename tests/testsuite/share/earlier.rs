//! Registers that were made before registers had names (`tests/earlier/make.sh` says how): they verify, are shared, and go on.

use std::fs;
use std::path::{Path, PathBuf};

use super::district::{District, git_in, someone};
use crate::support::{Person, home};

const REGISTERS: [&str; 3] = ["criss-cross", "old-dates", "amended-in-merge"];

fn earlier(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/earlier").join(file)
}

/// A district that works in one of these registers: the office and the police, each with the key of then.
struct EarlierDistrict {
    district: District,
    police: Person,
}

impl EarlierDistrict {
    fn new(register: &str) -> Self {
        let top = home();
        let bundle = earlier(&format!("{register}.bundle")).to_string_lossy().into_owned();
        git_in(top.path(), &["clone", "-q", "--bare", "-b", "main", &bundle, "hub.git"]);
        let (office, police) = (someone(top.path(), "office"), someone(top.path(), "gongan"));
        let district = District { top, office };
        district.office.command(&["hook", "install", &district.hub()]).output().expect("runs");
        for (person, name) in [(&district.office, "office"), (&police, "gongan")] {
            person.ok(&["clone", &district.hub(), "register"]);
            let key = person.home.join("key");
            fs::copy(earlier(&format!("{name}.key")), &key).expect("a key");
            fs::set_permissions(&key, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("private");
            for (setting, value) in
                [("gpg.format", "ssh"), ("commit.gpgsign", "true"), ("user.signingkey", &key.to_string_lossy())]
            {
                person.git(&["config", setting, value]);
            }
        }
        district.office.git(&["config", "liandong.unit", "anweiban"]);
        police.git(&["config", "liandong.unit", "gongan"]);
        Self { district, police }
    }

    /// Both file, and both have what the other filed.
    fn go_on(&self, title: &str) {
        let office = &self.district.office;
        office.lead(&format!("{title}甲"));
        self.police.lead(&format!("{title}乙"));
        office.ok(&["sync"]);
        self.police.ok(&["sync"]);
        office.ok(&["sync"]);
        assert_eq!(office.head(), self.police.head());
        assert!(office.ok(&["verify"]).contains("核验通过"));
    }
}

#[test]
fn they_verify_and_go_on() {
    for register in REGISTERS {
        let earlier = EarlierDistrict::new(register);
        for person in [&earlier.district.office, &earlier.police] {
            let told = person.ok(&["verify"]);
            assert!(told.contains("核验通过"), "{register}: {told}");
        }
        earlier.go_on("照旧");
    }
}
