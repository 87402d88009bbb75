//! The only place that runs programs: the installed git, so that everybody's own passwords, proxies and SSH set-up work, and
//! ssh-keygen for keys that only it can use. What a hostile repository or a caller's environment could slip in is shut out: git sees
//! nothing of a register but its objects (see [`OwnGit`]).

use std::ffi::{OsStr, OsString};
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use git2::Config;

use super::own_git::OwnGit;
use crate::platform::{bound_memory, end, lead_group};
use crate::text::{Text, clean, clean_lines};
use crate::tr;

/// Variables of git's that belong to the person and not to a repository or a hook.
const PERSONAL: &[&str] = &[
    "GIT_ASKPASS",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_PROXY_SSL_CAINFO",
    "GIT_PROXY_SSL_CERT",
    "GIT_PROXY_SSL_KEY",
    "GIT_SSH",
    "GIT_SSH_COMMAND",
    "GIT_SSH_VARIANT",
    "GIT_SSL_CAINFO",
    "GIT_SSL_CAPATH",
    "GIT_SSL_CERT",
    "GIT_SSL_KEY",
];

/// Settings that win over whatever a person says: nothing is run here, nothing is taken that is broken, and of what lies beside
/// objects nothing is believed that only sums them up.
const FIXED: &[&str] = &[
    "core.bigFileThreshold=2m",
    "core.commitGraph=false",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.multiPackIndex=false",
    "core.pager=cat",
    "core.quotePath=false",
    "core.useReplaceRefs=false",
    "fetch.fsckObjects=true",
    "fetch.recurseSubmodules=false",
    "fetch.writeCommitGraph=false",
    "gc.auto=0",
    // A server that accepts and says nothing for a minute is not there.
    "http.lowSpeedLimit=1",
    "http.lowSpeedTime=60",
    "log.showSignature=false",
    "maintenance.auto=false",
    "pack.readReverseIndex=false",
    "pack.useBitmaps=false",
    "push.recurseSubmodules=no",
    "receive.fsckObjects=true",
    "submodule.recurse=false",
    "transfer.fsckObjects=true",
];

/// How an address may be reached: whatever else git has helpers for, a program of that name would be run.
const PROTOCOLS: &str = "file:git:http:https:ssh";

/// How ssh is run where the person says nothing of it: a computer that answers nothing is not there, one that falls silent is gone.
const SSH: &str = "ssh -o ConnectTimeout=30 -o ServerAliveInterval=15 -o ServerAliveCountMax=4";

/// So long the other side may say nothing.
const SILENCE: Duration = Duration::from_mins(1);
/// So long where somebody may be asked for a password meanwhile.
const SILENCE_WHILE_ASKED: Duration = Duration::from_mins(10);

/// Memory that git may fill. What comes from elsewhere can unfold without end, and is unfolded before this program is asked; a register of
/// 100,000 records takes a hundred million of it. The system keeps count, see [`bound_memory`].
const MEMORY: u64 = 384 * 1024 * 1024;
/// Bytes of an answer: the names of all commits of a register with many more than there are records have a few million.
const ANSWER_BYTES: usize = 64 * 1024 * 1024;
/// Bytes of what is said to people: how far a transfer has come is about a hundred a second.
const WORDS_BYTES: usize = 16 * 1024 * 1024;
/// As many of them are kept, of the beginning and of the end: git says there what it lacks.
const WORDS_KEPT: usize = 16 * 1024;
/// Pieces of what is said that wait to be taken up.
const PIECES: usize = 16;
/// How lines begin by which git counts what it sends, once it is done.
const COUNTING: &[&str] = &[
    "Enumerating objects:",
    "Counting objects:",
    "Delta compression using",
    "Compressing objects:",
    "Writing objects:",
    "Total ",
    "Receiving objects:",
    "Unpacking objects:",
    "Resolving deltas:",
];

/// How programs are run: in the environment in which this one was called, less what is not for them.
#[derive(Debug, Clone)]
pub struct Programs {
    /// Variables that are not handed on. Taking them away one by one, instead of building the rest anew, lets the system start a
    /// program without a copy of this one.
    withheld: Vec<OsString>,
    /// Whether somebody is there to be asked for a password.
    asks: bool,
    /// Whether the person says how ssh is run.
    has_own_ssh: bool,
}

/// What a program said and how it ended.
pub(super) struct Done {
    pub(super) ok: bool,
    pub(super) out: Vec<u8>,
    /// In the C locale.
    pub(super) err: String,
}

impl Programs {
    /// Programs run in the environment of this process, which has these variables, less what names a repository or tampers with
    /// one; `asks` says whether somebody is there to be asked for a password.
    #[must_use]
    pub fn in_environment(environment: impl IntoIterator<Item = (OsString, OsString)>, asks: bool) -> Self {
        let is_withheld = |name: &OsStr| {
            let name = name.to_string_lossy();
            name.starts_with("GIT_") && !PERSONAL.contains(&&*name)
        };
        let (withheld, kept): (Vec<OsString>, Vec<OsString>) =
            environment.into_iter().map(|(name, _)| name).partition(|name| is_withheld(name));
        let has_own_ssh = kept.iter().any(|name| name == "GIT_SSH" || name == "GIT_SSH_COMMAND");
        Self { withheld, asks, has_own_ssh }
    }

    /// Which git is installed, as it says; none where there is none.
    #[must_use]
    pub fn git_version(&self) -> Option<String> {
        let mut command = self.command("git");
        command.arg("--version").stdin(Stdio::null());
        let done = run(command, None).filter(|done| done.ok)?;
        let said = String::from_utf8_lossy(&done.out).into_owned();
        Some(clean(said.trim().trim_start_matches("git version ")).into_owned())
    }

    /// Runs git; `None` where there is no git.
    pub(super) fn git(&self, own: &OwnGit, args: &[&str]) -> Option<Done> {
        run(self.git_command(own, args), None)
    }

    /// The same, where it waits for another side to tell something: one that says nothing for long is not there.
    pub(super) fn git_listening(&self, own: &OwnGit, args: &[&str]) -> Option<Done> {
        let mut command = self.git_command(own, args);
        let silence = if self.asks {
            SILENCE_WHILE_ASKED
        } else {
            // What it starts ends with it. Where somebody types a password, it has to stay in the group of the terminal.
            lead_group(&mut command);
            SILENCE
        };
        listen(command, silence)
    }

    fn git_command(&self, own: &OwnGit, args: &[&str]) -> Command {
        let mut command = self.command("git");
        command.current_dir(&own.at).env("GIT_DIR", own.path()).env("GIT_NO_REPLACE_OBJECTS", "1");
        if let Some(objects) = &own.objects {
            command.env("GIT_OBJECT_DIRECTORY", objects);
        }
        command.args(FIXED.iter().flat_map(|setting| ["-c", setting])).args(args);
        // git asks on the terminal itself, if at all.
        command.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", if self.asks { "1" } else { "0" });
        command.env("GIT_ALLOW_PROTOCOL", PROTOCOLS).stdin(Stdio::null());
        let says_how = || Config::open_default().and_then(|config| config.get_string("core.sshcommand")).is_ok();
        if !self.has_own_ssh && !says_how() {
            command.env("GIT_SSH_COMMAND", SSH);
        }
        command
    }

    /// Signs bytes with a key that is locked, lies in an agent or on a token: ssh-keygen asks for what it needs.
    ///
    /// # Errors
    /// Why it did not.
    pub fn ssh_sign(&self, key: &Path, purpose: &str, bytes: &[u8]) -> Result<String, Text> {
        let mut command = self.command("ssh-keygen");
        command.args(["-Y", "sign", "-n", purpose, "-f"]).arg(key);
        let Some(done) = run(command, Some(bytes)) else {
            return Err(Text::fixed(
                "找不到 ssh-keygen；请安装 OpenSSH，或用 liandong join 另做一把密钥",
                "there is no ssh-keygen; install OpenSSH, or make a key with liandong join",
            ));
        };
        let signature = String::from_utf8(done.out).ok().filter(|signature| done.ok && signature.contains("BEGIN SSH SIGNATURE"));
        signature.ok_or_else(|| {
            let (key, why) = (key.display().to_string(), clean_lines(done.err.trim()).into_owned());
            if self.asks {
                return tr!("ssh-keygen 没有用 {key} 签名（{why}）"; "ssh-keygen did not sign with {key} ({why})");
            }
            tr!(
                "ssh-keygen 没有用 {key} 签名（{why}）；密钥有密码的，请在终端里运行 liandong，密码在那里输入";
                "ssh-keygen did not sign with {key} ({why}); if the key has a passphrase, run liandong in a terminal, where it is asked for"
            )
        })
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        for name in &self.withheld {
            command.env_remove(name);
        }
        command
    }
}

/// Runs a program to its end.
fn run(mut command: Command, input: Option<&[u8]>) -> Option<Done> {
    if input.is_some() {
        command.stdin(Stdio::piped());
    }
    attend(command, input, None)
}

/// Runs a program to its end, or until nothing has come of it for so long.
fn listen(command: Command, silence: Duration) -> Option<Done> {
    let done = attend(command, None, Some(silence))?;
    Some(Done { err: without_progress(&done.err), ..done })
}

fn attend(mut command: Command, input: Option<&[u8]>, silence: Option<Duration>) -> Option<Done> {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()?;
    bound_memory(&child, MEMORY);
    if let (Some(input), Some(mut stdin)) = (input, child.stdin.take()) {
        // What is signed is a few hundred bytes: it fits the pipe, and a program that does not read says so by its end.
        let _ = stdin.write_all(input);
    }
    // Few pieces wait to be taken up: whoever says more than that waits.
    let (told, heard) = mpsc::sync_channel(PIECES);
    let streams: [Option<Box<dyn Read + Send>>; 2] =
        [child.stdout.take().map(|out| Box::new(out) as _), child.stderr.take().map(|err| Box::new(err) as _)];
    for (at, mut stream) in streams.into_iter().flatten().enumerate() {
        let told = told.clone();
        // Who reads for a program that was ended goes when what it left behind does.
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = stream.read(&mut buffer) {
                if told.send((at, buffer[..count].to_vec())).is_err() {
                    break;
                }
            }
        });
    }
    drop(told);
    let (mut out, mut err) = (Vec::new(), HeardWords::default());
    let why = loop {
        let next = match silence {
            Some(silence) => heard.recv_timeout(silence),
            None => heard.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match next {
            Ok((0, bytes)) => out.extend(bytes),
            Ok((_, bytes)) => err.hear(&bytes),
            Err(RecvTimeoutError::Disconnected) => break None,
            Err(RecvTimeoutError::Timeout) => {
                let seconds = silence.unwrap_or_default().as_secs();
                break Some(format!("fatal: Operation too slow: nothing was heard for {seconds} seconds"));
            }
        }
        if out.len() > ANSWER_BYTES || err.heard > WORDS_BYTES {
            break Some("fatal: more was said than any repository says".to_owned());
        }
    };
    // What it goes on saying is heard by nobody.
    drop(heard);
    if why.is_some() {
        end(&mut child);
    }
    let status = child.wait().ok()?;
    let mut err = err.told();
    if let Some(why) = &why {
        err += why;
    }
    Some(Done { ok: status.success() && why.is_none(), out, err })
}

/// What a program says to people: how it begins and how it ends, however much it is.
#[derive(Default)]
struct HeardWords {
    begins: Vec<u8>,
    ends: Vec<u8>,
    heard: usize,
}

impl HeardWords {
    fn hear(&mut self, bytes: &[u8]) {
        self.heard += bytes.len();
        let (first, rest) = bytes.split_at(bytes.len().min(WORDS_KEPT - self.begins.len()));
        self.begins.extend(first);
        self.ends.extend(rest);
        if self.ends.len() > 2 * WORDS_KEPT {
            self.ends.drain(..self.ends.len() - WORDS_KEPT);
        }
    }

    fn told(&self) -> String {
        let is_whole = self.heard == self.begins.len() + self.ends.len();
        let gap: &[u8] = if is_whole { b"" } else { b"\n" };
        String::from_utf8_lossy(&[&*self.begins, gap, &*self.ends].concat()).into_owned()
    }
}

/// What is said once: of a line that is drawn again and again what it says last, and none that only counts what goes out. Behind a count that
/// was broken off stands why.
fn without_progress(err: &str) -> String {
    let counts = |line: &str| COUNTING.iter().any(|begins| line.trim_start_matches("remote: ").starts_with(begins));
    let lines = err.split_inclusive('\n').map(|line| {
        let last = line.trim_end_matches(['\r', '\n']).rsplit('\r').next().unwrap_or_default();
        (last, if line.ends_with('\n') { "\n" } else { "" })
    });
    lines.filter(|(line, _)| !line.trim().is_empty() && !counts(line)).flat_map(|(line, end)| [line, end]).collect()
}

/// A path as git takes it for a path, whatever it begins with.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdin(Stdio::null());
        lead_group(&mut command);
        command
    }

    #[test]
    fn what_says_nothing_is_ended_with_all_that_it_started() {
        let begun = std::time::Instant::now();
        let done = listen(shell("sleep 600 & echo $!; echo begun >&2; wait"), Duration::from_millis(300)).expect("a shell");
        assert!(!done.ok && begun.elapsed() < Duration::from_mins(1));
        assert!(done.err.starts_with("begun\n") && done.err.contains("Operation too slow"), "{}", done.err);
        let started = String::from_utf8(done.out).expect("UTF-8");
        let is_gone = || {
            // What has ended and is not fetched by anybody yet is a zombie, and does nothing.
            let state = std::fs::read_to_string(format!("/proc/{}/stat", started.trim())).unwrap_or_default();
            state.is_empty() || state.contains(") Z ")
        };
        assert!(
            (0..100).any(|_| {
                std::thread::sleep(Duration::from_millis(20));
                is_gone()
            }),
            "{started}"
        );
    }

    /// A host that says something without end, on either stream, is heard within bounds.
    #[test]
    fn what_says_more_than_anybody_is_ended() {
        for stream in ["1", "2"] {
            let done = listen(shell(&format!("echo first >&2; exec cat /dev/zero >&{stream}")), Duration::from_mins(1))
                .expect("a shell");
            assert!(!done.ok && done.err.starts_with("first\n") && done.err.ends_with("any repository says"));
            assert!(done.out.len() <= ANSWER_BYTES + 8192 && done.err.len() <= 4 * WORDS_KEPT);
        }
        let done = run(shell("exec cat /dev/zero >&2"), None).expect("a shell");
        assert!(!done.ok && done.err.len() <= 4 * WORDS_KEPT);
        let mut words = HeardWords::default();
        (0..100_000).for_each(|number| words.hear(format!("{number}\n").as_bytes()));
        assert!(
            words.told().starts_with("0\n1\n") && words.told().ends_with("\n99999\n") && words.told().len() <= 4 * WORDS_KEPT
        );
    }

    /// What git fills is bounded by the system.
    #[test]
    fn what_fills_memory_without_end_is_refused_it() {
        if !crate::platform::BOUNDS_MEMORY {
            return;
        }
        let script = "sleep 0.3; ulimit -d; head -c 1g /dev/zero | tail -c 1g >/dev/null";
        let done = listen(shell(script), Duration::from_mins(1)).expect("a shell");
        assert_eq!((done.ok, &*done.out), (false, &*format!("{}\n", MEMORY / 1024).into_bytes()));
    }

    #[test]
    fn what_goes_on_saying_something_is_heard_to_its_end() {
        let script = "for i in 1 2 3 4 5 6; do printf 'Receiving objects: %s\\r' $i >&2; sleep 0.1; done; echo >&2; echo fatal: no >&2; echo out; exit 3";
        let done = listen(shell(script), Duration::from_millis(400)).expect("a shell");
        assert_eq!((done.ok, &*done.out, &*done.err), (false, &b"out\n"[..], "fatal: no\n"));
        let done = listen(shell("echo whole"), Duration::from_mins(1)).expect("a shell");
        assert_eq!((done.ok, &*done.out, &*done.err), (true, &b"whole\n"[..], ""));
    }
}
