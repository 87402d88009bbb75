//! Signatures as real git makes and checks them.

use snapbox::str;

use super::district::District;
use crate::support::{assert_whole, said};

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

/// Whoever finds the private half of a short key signs for its unit.
#[test]
fn a_short_rsa_key_is_not_admitted() {
    let district = District::trusted();
    let person = district.reader("short");
    let key = person.home.join("key");
    let made =
        std::process::Command::new("ssh-keygen").args(["-q", "-N", "", "-t", "rsa", "-b", "1024", "-f"]).arg(&key).status();
    assert!(made.expect("ssh-keygen runs").success());
    let (request, key) = (person.home.join("r.toml"), key.to_string_lossy().into_owned());
    let told =
        person.run(&["join", "--unit", "公安", "--name", "警甲（虚构）", "--key", &key, "--out", &request.to_string_lossy()]);
    assert!(!told.status.success() && said(&told).contains("2048"), "{}", said(&told));
    assert!(!request.exists());
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
    assert_whole(
        &verified,
        str![[r#"
 提交        时间              签名                   内容
 [ID]  2025-11-25 09:30  区安委办 办甲（虚构）  密钥 区安委办等 2 份记录：启用签名
 [ID]  2025-11-25 09:30  区安委办 办甲（虚构）  密钥 公安：登记密钥
 [ID]  2025-11-25 09:30  公安 ed                线索 2025-公安-001：登记一条线索
 [ID]  2025-11-25 09:30  公安 ed                手工登记（虚构）
 [ID]  2025-11-25 09:30  区安委办 办甲（虚构）  密钥 林业：登记密钥
 [ID]  2025-11-25 09:30  区安委办 办甲（虚构）  合并：与共享台账同步
 [ID]  2025-11-25 09:30  林业 ec                线索 2025-林业-001：登记一条线索
 [ID]  2025-11-25 09:30  林业 ec                手工登记（虚构）
 [ID]  2025-11-25 09:30  区安委办 办甲（虚构）  密钥 消防：登记密钥
 [ID]  2025-11-25 09:30  区安委办 办甲（虚构）  合并：与共享台账同步
 [ID]  2025-11-25 09:30  消防 rsa               线索 2025-消防-001：登记一条线索
 [ID]  2025-11-25 09:30  消防 rsa               手工登记（虚构）
改动机制、设置、人员密钥等 5 件：keys/anweiban、mechanism、keys/gongan、keys/linye、keys/xiaofang
12 次提交都核验通过，到 [ID]

"#]],
    );
}
