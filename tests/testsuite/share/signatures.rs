//! Signatures as real git makes and checks them.

use super::district::District;

#[test]
fn real_git_verifies_what_is_filed_here() {
    let district = District::trusted();
    let police = district.member("gongan", "公安");
    police.lead("一");
    district.office.lead("二");
    police.ok(&["sync"]);
    district.office.ok(&["sync"]);
    let signers = district.office.home.join("signers").to_string_lossy().into_owned();
    district.office.ok(&["key", "allowed-signers", "--out", &signers]);
    district.office.git(&["config", "gpg.ssh.allowedSignersFile", &signers]);
    // The merge that the office made, both filings, and the key that was admitted.
    let commits = district.office.git(&["rev-list", "--topo-order", "-5", "HEAD"]);
    for commit in commits.lines() {
        district.office.git(&["verify-commit", commit]);
    }
    assert!(commits.lines().count() == 5);
}

#[test]
fn what_real_git_signs_is_verified_here() {
    let district = District::trusted();
    for (home, unit, kind) in [("ed", "公安", "ed25519"), ("ec", "林业", "ecdsa"), ("rsa", "消防", "rsa")] {
        let person = district.reader(home);
        let key = person.home.join("key");
        let made = std::process::Command::new("ssh-keygen").args(["-q", "-N", "", "-t", kind, "-f"]).arg(&key).status();
        assert!(made.expect("ssh-keygen runs").success());
        let (request, key) = (person.home.join("r.toml"), key.to_string_lossy().into_owned());
        person.ok(&["join", "--unit", unit, "--name", home, "--key", &key, "--out", &request.to_string_lossy()]);
        district.office.ok(&["key", "add", &request.to_string_lossy()]);
        district.office.ok(&["sync"]);
        person.ok(&["sync"]);
        // Once by this program, once by hand.
        let filed = person.lead("一");
        let folder = filed.split("leads/2025/").nth(1).and_then(|rest| rest.split('/').next()).expect("a path").to_owned();
        person.write(
            &format!("leads/2025/{folder}/002.toml"),
            "received = 2025-11-21\nchannel = \"patrol\"\ntitle = \"手写（虚构）\"\n",
        );
        person.git(&["add", "-A"]);
        person.git(&["commit", "-qm", &person.for_register("手工登记（虚构）")]);
        assert!(person.ok(&["sync"]).contains("送出 2 次登记"), "{kind}");
    }
    district.office.ok(&["sync"]);
    let verified = district.office.ok(&["verify", "--all"]);
    assert!(verified.contains("核验通过") && verified.contains("消防"), "{verified}");
}
