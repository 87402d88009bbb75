//! The only place that runs programs: the installed git, so that everybody's own passwords, proxies and SSH set-up work, and
//! ssh-keygen for keys that only it can use. What a hostile repository or a caller's environment could slip in is shut out: git sees
//! nothing of a register but its objects (see [`OwnGit`]).

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::own_git::OwnGit;
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
    "protocol.ext.allow=never",
    "push.recurseSubmodules=no",
    "receive.fsckObjects=true",
    "submodule.recurse=false",
    "transfer.fsckObjects=true",
];

/// How programs are run: in the environment in which this one was called, less what is not for them.
#[derive(Debug, Clone)]
pub struct Programs {
    /// Variables that are not handed on. Taking them away one by one, instead of building the rest anew, lets the system start a
    /// program without a copy of this one.
    withheld: Vec<OsString>,
    /// Whether somebody is there to be asked for a password.
    asks: bool,
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
        Self { withheld: environment.into_iter().map(|(name, _)| name).filter(|name| is_withheld(name)).collect(), asks }
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
        let mut command = self.command("git");
        command.current_dir(&own.at).env("GIT_DIR", own.path()).env("GIT_NO_REPLACE_OBJECTS", "1");
        if let Some(objects) = &own.objects {
            command.env("GIT_OBJECT_DIRECTORY", objects);
        }
        command.args(FIXED.iter().flat_map(|setting| ["-c", setting])).args(args);
        // git asks on the terminal itself, if at all.
        command.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", if self.asks { "1" } else { "0" });
        command.stdin(Stdio::null());
        run(command, None)
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
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    if input.is_some() {
        command.stdin(Stdio::piped());
    }
    let mut child = command.spawn().ok()?;
    if let (Some(input), Some(mut stdin)) = (input, child.stdin.take()) {
        // What is signed is a few hundred bytes: it fits the pipe, and a program that does not read says so by its end.
        let _ = stdin.write_all(input);
    }
    let output = child.wait_with_output().ok()?;
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    Some(Done { ok: output.status.success(), out: output.stdout, err })
}

/// A path as git takes it for a path, whatever it begins with.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
