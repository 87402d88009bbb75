//! git packs and prunes while others file: what it takes away in between is made again.

use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::support::{Register, said};

#[test]
fn filing_goes_on_while_git_packs() {
    let register = Register::of_example();
    let ends = AtomicBool::new(false);
    let count = 12;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !ends.load(Ordering::Relaxed) {
                for args in [&["repack", "-adq"][..], &["prune-packed", "-q"], &["pack-refs", "--all"]] {
                    let mut git: Command = register.program("git");
                    let _ = git.args(args).output();
                }
            }
        });
        let filed: Vec<_> = (0..count)
            .map(|at| {
                let words = format!("题 {at}（虚构）");
                let new = [
                    "hazard",
                    "new",
                    "--found",
                    "今天",
                    "--as",
                    "应急",
                    "--mine",
                    "dashan",
                    "--source-kind",
                    "inspection",
                    "--nature",
                    "hazard",
                    "--description",
                    &words,
                ];
                register.run(&new)
            })
            .collect();
        ends.store(true, Ordering::Relaxed);
        for done in filed {
            assert!(done.status.success(), "{}", said(&done));
        }
    });
    assert_eq!(register.commits(), count + 1);
    register.git(&["fsck", "--strict", "--no-dangling"]);
}
