//! The first day: the place through which a register is shared is made and filled, and one that was mistyped is not kept.

use std::path::Path;

use snapbox::str;

use crate::support::{LIANDONG, Register, Terminal, assert_whole, command, home, said};

fn address(register: &Register) -> String {
    let said = register.try_git(&["config", "--get", "remote.origin.url"]);
    String::from_utf8_lossy(&said.stdout).trim().to_owned()
}

fn in_home(register: &Register, name: &str) -> String {
    register.home.join(name).to_string_lossy().into_owned()
}

#[test]
fn a_place_is_made_and_filled_and_others_fetch_it() {
    let register = Register::init();
    let place = in_home(&register, "共享 盘.git");
    let told = register.ok(&["share", &place]);
    assert_whole(
        &told,
        str![[r#"
已建好共享处 [TEMP]/共享 盘.git
送出 2 次登记
下一步：各单位用 liandong clone '[TEMP]/共享 盘.git' 取用；要签名的，先用 liandong join 加入，再用 liandong trust on 启用

"#]],
    );
    assert!(told.contains(&format!("liandong clone '{place}'")), "{told}");
    assert_eq!(address(&register), place);
    let tip = register.git(&["--git-dir", &place, "rev-parse", "main"]);
    assert_eq!(tip.trim(), register.head());
    let fetched = in_home(&register, "另一台");
    register.ok(&["clone", &place, &fetched]);
    assert!(Path::new(&fetched).join("mechanism.toml").is_file());
    // Once more is an exchange like any other.
    let told = register.ok(&["share", &place]);
    assert!(!told.contains("已建好"), "{told}");
    // Nobody rewrites what others fetched.
    let forced = register.try_git(&["push", "--force", &place, "HEAD~1:main"]);
    assert!(!forced.status.success());
}

#[test]
fn an_empty_folder_and_an_empty_repository_are_filled() {
    let register = Register::init();
    let empty = in_home(&register, "空");
    std::fs::create_dir(&empty).expect("a folder");
    register.says(
        &["share", &empty],
        str![[r#"
已建好共享处 [TEMP]/空
送出 2 次登记
下一步：各单位用 liandong clone [TEMP]/空 取用；要签名的，先用 liandong join 加入，再用 liandong trust on 启用

"#]],
    );
    let other = Register::init();
    let bare = in_home(&other, "空.git");
    other.git(&["init", "-q", "--bare", "-b", "main", &bare]);
    assert!(!other.ok(&["share", &bare]).contains("已建好"));
    // A relative path is read from where it is typed.
    let third = Register::init();
    third.ok(&["share", "../相对.git"]);
    assert_eq!(address(&third), in_home(&third, "相对.git"));
}

#[test]
fn an_address_of_another_system_or_of_the_home_is_understood() {
    let register = Register::init();
    // In quotes no shell expands it.
    register.ok(&["share", "~/家里.git"]);
    assert_eq!(address(&register), in_home(&register, "家里.git"));
    let other = Register::init();
    if cfg!(unix) {
        let told = other.fails(&["share", r"D:\共享\台账.git"], 2);
        assert!(told.contains("盘符") && !told.contains("set-url"), "{told}");
    }
    assert_eq!(address(&other), "");
    // A script is told what lacks, and waits for nobody.
    other.fails_with(
        &["share"],
        2,
        str![[r#"
未能完成：请写明共享处：liandong share 地址

"#]],
    );
    other.fails_with(
        &["init"],
        2,
        str![[r#"
未能完成：这里就是台账（[TEMP]/台账），不必再建；liandong todo 看该办的事，另建一个请写明外面的文件夹：liandong init 文件夹

"#]],
    );
    other.fails_with(
        &["settings", "adopt", "--basis", "x"],
        2,
        str![[r#"
未能完成：请写明哪一项设置，如 liandong settings adopt 会议纪要时限；全部的写 --all；各项见 liandong list 设置

"#]],
    );
}

/// Whoever sits at a terminal is asked for what was not typed, and a slip asks again.
#[test]
fn a_person_is_asked_for_what_lacks() {
    let person = Register::init();
    let mut terminal = Terminal::of(&person.in_folder(person.home.clone()), &["init"]);
    terminal.answers("新台账放在哪个文件夹", "新的").answers("从哪一年起记台账", "去年").sees("四位数的年份");
    terminal.answers("从哪一年起记台账", "2026").answers("共享到哪里", "共享处.git");
    terminal.sees("已在 新的 新建台账").sees("已建好共享处").sees("下一步");
    let settings = std::fs::read_to_string(person.home.join("新的/settings.toml")).expect("made");
    assert!(settings.contains("2026-01-01"), "{settings}");
}

#[test]
fn what_cannot_be_a_shared_place_leaves_nothing() {
    let register = Register::init();
    let full = in_home(&register, "有东西");
    std::fs::create_dir(&full).expect("a folder");
    std::fs::write(Path::new(&full).join("x"), "x").expect("written");
    register.refused_with(
        &["share", &full],
        str![[r#"
未能完成：文件夹 [TEMP]/有东西 里有别的东西，不能用作共享处；请另写一个还没有的文件夹，如 [TEMP]/有东西/台账.git

"#]],
    );
    assert_eq!(std::fs::read_dir(&full).expect("a folder").count(), 1);
    // A drive that is not connected.
    let away = in_home(&register, "U盘/台账.git");
    register.refused_with(
        &["share", &away],
        str![[r#"
未能完成：没有文件夹 [TEMP]/U盘，不能在里面建共享处；请核对路径，看共享盘或 U 盘接上了没有

"#]],
    );
    assert!(!Path::new(&away).exists());
    let within = register.folder.join("共享.git").to_string_lossy().into_owned();
    register.refused_with(&["share", &within], str![[r#"
未能完成：共享地址 [TEMP]/台账/共享.git 就在台账文件夹里面，那里的程序会以您的名义运行，没有联网；请写台账文件夹以外的绝对路径，或 https://、ssh:// 开头的地址；台账已记下这个地址的，先运行 git remote set-url origin 新地址

"#]]);
    assert!(!Path::new(&within).exists());
    assert_eq!(address(&register), "");
    // Another register's place.
    let (other, place) = (Register::of_example(), in_home(&register, "别人的.git"));
    other.ok(&["share", &place]);
    let tip = other.git(&["--git-dir", &place, "rev-parse", "main"]);
    let told = register.fails(&["share", &place], 2);
    assert!(told.contains("另一份台账") && !told.contains("强制推送"), "{told}");
    assert_eq!(other.git(&["--git-dir", &place, "rev-parse", "main"]), tip);
    // Nor anybody's repository.
    let (any, folder) = (in_home(&register, "代码.git"), in_home(&register, "代码"));
    register.git(&["init", "-q", "-b", "main", &folder]);
    register.git(&["-C", &folder, "commit", "-q", "--allow-empty", "-m", "x"]);
    register.git(&["clone", "-q", "--bare", &folder, &any]);
    register.fails(&["share", &any], 2);
    // Nothing of either is left, so that the right one is taken at once.
    assert_eq!((address(&register).as_str(), register.git(&["for-each-ref", "refs/remotes"]).as_str()), ("", ""));
    register.ok(&["share", &in_home(&register, "台账.git")]);
}

#[test]
fn an_address_is_legible_and_shows_no_password() {
    let register = Register::init();
    for bad in ["", " ", "../a\tb.git", "../a\u{7}.git", "../\u{202e}tig.git"] {
        for verb in ["share", "sync"] {
            let told = register.fails(&[verb, bad], 2);
            let tells = told.contains("看不见的字符") || (verb == "share" && told.contains("请写明共享处"));
            assert!(tells && address(&register).is_empty(), "{bad:?}: {told}");
        }
    }
    let names = std::fs::read_dir(&register.home).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let made: Vec<_> = names.filter(|name| name.to_string_lossy().ends_with(".git")).collect();
    assert!(made.is_empty(), "{made:?}");
    register.git(&["config", "remote.origin.url", "https://u:hush-hush@example.invalid/x.git"]);
    for args in [
        &["doctor", "--offline"][..],
        &["doctor", "--offline", "--format", "json"],
        &["handover", "--unit", "公安", "--out", "../x.html"],
        &["share", "../b.git"],
    ] {
        let told = said(&register.run(args));
        assert!(!told.contains("hush"), "{args:?}: {told}");
    }
    let page = std::fs::read_to_string(register.home.join("x.html")).expect("a page");
    assert!(page.contains("https://example.invalid/x.git") && !page.contains("hush"));
}

/// What holds files of somebody else is no place for a register, under whatever name their branch goes; what is empty is one.
#[test]
fn nothing_is_sent_into_an_ordinary_repository() {
    let register = Register::init();
    for branch in ["main", "master", "trunk"] {
        let place = in_home(&register, &format!("{branch}.git"));
        let work = in_home(&register, branch);
        let work = register.in_folder(work.into());
        register.git(&["init", "-q", "--bare", "-b", "main", &place]);
        register.git(&["init", "-q", "-b", branch, &work.folder.to_string_lossy()]);
        work.write("program.c", "int main;\n");
        work.git(&["add", "."]);
        work.git(&["commit", "-q", "-m", "a program"]);
        let before = work.head();
        work.git(&["push", "-q", &place, branch]);
        for verb in ["share", "sync"] {
            let told = register.fails(&[verb, &place], 2);
            assert!(told.contains("别人的仓库") && address(&register).is_empty(), "{branch}: {told}");
        }
        let held = register.git(&["--git-dir", &place, "for-each-ref", "--format=%(refname) %(objectname)"]);
        assert_eq!(held.trim(), format!("refs/heads/{branch} {}", before.trim()));
    }
    let told = register.ok(&["share", &in_home(&register, "空.git")]);
    assert!(told.contains("已建好共享处"), "{told}");
}

/// Who mistypes has made a register all the same, and is told how it is shared.
#[test]
fn a_register_that_could_not_be_shared_stands_and_says_how() {
    let register = Register::init();
    let (folder, wrong) = (in_home(&register, "新 台账"), in_home(&register, "没有/x.git"));
    let told = register.fails(&["init", &folder, "--name", "甲", "--share", &wrong], 2);
    assert!(
        told.contains("还没有共享") && told.contains(&format!("cd '{folder}'")) && told.contains("liandong share 地址"),
        "{told}"
    );
    let told = register.fails(&["init", &folder, "--name", "甲"], 2);
    assert!(told.contains("已经是一个台账") && told.contains("liandong todo"), "{told}");
    let new = register.in_folder(folder.clone().into());
    assert!(new.fails(&["init"], 2).contains("这里就是台账"));
    let told = new.fails(&["sync"], 2);
    assert!(told.contains("liandong share 地址"), "{told}");
    // A folder of another name is taken for what it says, and none of ours is named.
    let told = register.fails(&["clone", "nowhere"], 2);
    assert!(told.contains("/nowhere；") && !told.contains(".liandong-") && told.contains("liandong share "), "{told}");
    let told = register.fails(&["clone", "x.git", &folder], 2);
    assert!(told.contains("已经是一个台账") && told.contains("liandong sync"), "{told}");
    // A computer changes its unit only where somebody says so.
    new.ok(&["join", "--unit", "公安", "--name", "甲（虚构）", "--out", &in_home(&register, "一.toml")]);
    let join = ["join", "--unit", "林业", "--name", "乙（虚构）"];
    let told = new.fails(&[&join[..], &["--out", &in_home(&register, "二.toml")]].concat(), 2);
    assert!(told.contains("已为公安加入") && told.contains("--yes"), "{told}");
    assert!(new.ok(&["whoami"]).contains("单位：公安"));
    let told = new.ok(&[&join[..], &["--out", &in_home(&register, "二.toml"), "--yes"]].concat());
    assert!(told.contains("本机原为公安加入") && new.ok(&["whoami"]).contains("单位：林业"), "{told}");
}

#[test]
fn an_address_at_which_nothing_is_found_is_not_noted() {
    let register = Register::init();
    let wrong = in_home(&register, "打错.git");
    let told = register.fails(&["sync", &wrong], 2);
    assert!(told.contains("没有记下共享地址") && address(&register).is_empty(), "{told}");
    register.fails_with(
        &["sync"],
        2,
        str![[r#"
未能完成：台账还没有共享地址；还没有共享处的，由办公室用 liandong share 地址 建好并送上去；已有的，第一次写明 liandong sync 地址

"#]],
    );
    // One that was used stays, whether or not its drive is connected.
    let place = in_home(&register, "共享.git");
    register.ok(&["share", &place]);
    std::fs::rename(&place, in_home(&register, "拔了.git")).expect("renamed");
    let told = register.fails(&["sync", &place], 2);
    assert!(!told.contains("没有记下") && address(&register) == place, "{told}");
}

#[test]
fn a_new_register_says_who_files_and_from_which_year() {
    let home = home();
    let run = |args: &[&str]| command(LIANDONG, home.path()).current_dir(home.path()).args(args).output().expect("runs");
    // A script is never asked: without a name nothing is made.
    let nameless = run(&["init", "台账"]);
    assert!(nameless.status.code() == Some(2) && said(&nameless).contains("user.name"), "{}", said(&nameless));
    assert!(!home.path().join("台账").exists());
    for bad in [&["--name", " "][..], &["--name", "甲", "--since", "2099"], &["--name", "甲", "--since", "去"]] {
        assert_eq!(run(&[&["init", "台账"], bad].concat()).status.code(), Some(2), "{bad:?}");
        assert!(!home.path().join("台账").exists(), "{bad:?}");
    }
    let made = run(&["init", "台账", "--name", "办甲（虚构）", "--since", "2026"]);
    assert!(made.status.success(), "{}", said(&made));
    let folder = home.path().join("台账");
    let by = command("git", home.path()).current_dir(&folder).args(["log", "-1", "--format=%an"]).output().expect("runs");
    assert_eq!(String::from_utf8_lossy(&by.stdout).trim(), "办甲（虚构）");
    let settings = std::fs::read_to_string(folder.join("settings.toml")).expect("settings");
    assert!(settings.contains("id = \"records-since\"\nvalue = \"2026-01-01\""), "{settings}");
    // In canonical form, and what lies before is unknown.
    let check = command(LIANDONG, home.path()).current_dir(&folder).args(["check", "--year", "2025"]).output().expect("runs");
    assert_eq!(check.status.code(), Some(0), "{}", said(&check));
    let clean = command("git", home.path()).current_dir(&folder).args(["status", "--porcelain"]).output().expect("runs");
    assert!(clean.stdout.is_empty());
    // Nothing is to be said of a year in which the mechanism began.
    assert!(run(&["init", "早", "--name", "甲", "--since", "2024"]).status.success());
    assert!(!std::fs::read_to_string(home.path().join("早/settings.toml")).expect("settings").contains("records-since"));
}

#[test]
fn outside_a_register_nothing_is_looked_for() {
    let home = home();
    let run = |args: &[&str]| command(LIANDONG, home.path()).current_dir(home.path()).args(args).output().expect("runs");
    let out = home.path().join("x.xlsx").to_string_lossy().into_owned();
    let questions = [
        &["search", "边坡"][..],
        &["list", "隐患", "--overdue"],
        &["list", "通报"],
        &["list", "矿山"],
        &["list", "督办"],
        &["deadlines"],
        &["check"],
        &["todo"],
        &["report", "--format", "json"],
        &["ledger", "--out", &out],
        &["answers", "notices/2025/gongan/001"],
    ];
    for args in questions {
        let output = run(args);
        assert!(output.status.code() == Some(2) && said(&output).contains("这里没有台账"), "{args:?}: {}", said(&output));
    }
    // The mechanism itself is shipped.
    assert!(run(&["list", "设置"]).status.success());
    assert!(run(&["ledger", "隐患", "--template", "--out", &out]).status.success());
}
