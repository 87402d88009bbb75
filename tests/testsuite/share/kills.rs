//! Programs that are killed at random instants while they synchronise, take what came in a file, or install the hook: nothing is lost or
//! torn, and no lock stays that needs a hand.

use std::process::Stdio;
use std::time::{Duration, Instant};

use super::district::District;
use crate::support::{Dice, Person, TRIES, said};

/// What is killed.
#[derive(Debug, Clone, Copy)]
enum Killed {
    Sync,
    Receive,
    Hook,
}

/// Runs a command and kills it after so long; whether it was still running.
fn killed(person: &Person, args: &[&str], after: Duration) -> bool {
    let mut child = person.command(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a program");
    std::thread::sleep(after);
    let was_running = child.try_wait().expect("a state").is_none();
    let _ = child.kill();
    child.wait().expect("ended");
    was_running
}

/// Rounds in one district. Each commit of it is verified again by what is packed and received whole, so thousands in one took longer and longer,
/// and instants drawn from what a command took at first fell into its beginning alone.
const ROUNDS: usize = 100;

#[test]
fn killed_at_random_instants_nothing_is_lost_or_torn() {
    let mut dice = Dice(20_251_126);
    let (mut kills, mut rounds) = (0, 0);
    while rounds < TRIES.kills {
        let some = ROUNDS.min(TRIES.kills - rounds);
        kills += killed_in_one_district(some, &mut dice);
        rounds += some;
    }
    assert!(kills * 3 > TRIES.kills, "{kills} of {}", TRIES.kills);
}

/// So many rounds of kills in a new district; how often something was still running.
fn killed_in_one_district(rounds: usize, dice: &mut Dice) -> usize {
    let district = District::trusted();
    let (police, forest) = (district.member("gongan", "公安"), district.member("linye", "林业"));
    let file = forest.home.join("p.bundle").to_string_lossy().into_owned();
    let (mut kills, mut filed) = (0, 0);
    // As long as each takes when nobody kills it, measured once: instants are drawn from that.
    let took = |person: &Person, args: &[&str]| {
        let begun = Instant::now();
        person.ok(args);
        begun.elapsed()
    };
    let whole = took(&police, &["sync"]).max(took(&district.office, &["hook", "install", &district.hub()]));
    for round in 0..rounds {
        let what = [Killed::Sync, Killed::Sync, Killed::Receive, Killed::Hook][dice.below(4)];
        let after = whole.mul_f64(f64::from(u32::try_from(dice.below(1300)).expect("small")) / 1000.0);
        // Each has something to send and something to take.
        if dice.below(3) == 0 {
            police.lead(&format!("公安第{round}件"));
            forest.lead(&format!("林业第{round}件"));
            filed += 2;
        }
        let was_running = match what {
            Killed::Sync => killed(if dice.below(2) == 0 { &police } else { &forest }, &["sync"], after),
            Killed::Receive => {
                let packed = police.run(&["pack", &file, "--all", "--force"]);
                assert!(packed.status.success(), "round {round}: {}", said(&packed));
                killed(&forest, &["receive", &file], after)
            }
            Killed::Hook => killed(&district.office, &["hook", "install", &district.hub()], after),
        };
        kills += usize::from(was_running);
        if round % 5 < 4 && round + 1 < rounds {
            continue;
        }
        // Nobody mends anything by hand: the same commands go on, and all is there.
        district.office.ok(&["hook", "install", &district.hub()]);
        for person in [&police, &forest, &police] {
            let done = person.run(&["sync"]);
            assert!(done.status.success(), "round {round}, {what:?} after {after:?}: {}", said(&done));
        }
        forest.ok(&["sync"]);
        assert_eq!(police.head(), forest.head(), "round {round}");
        let leads = |person: &Person| person.git(&["ls-files", "leads"]).lines().count();
        assert_eq!((leads(&police), leads(&forest)), (filed, filed), "round {round}, {what:?}");
        police.assert_clean();
        forest.assert_clean();
    }
    assert!(police.ok(&["verify"]).contains("核验通过"));
    kills
}
