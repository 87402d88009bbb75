// A register with the shipped mechanism, for the examples of the documentation: they include this.

pub fn new_register() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in liandong::store::shipped() {
        let file = folder.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, bytes).expect("a file");
    }
    for args in [
        &["init", "-q", "-b", "main"][..],
        &["config", "user.name", "示例（虚构）"],
        &["config", "user.email", "example@liandong.invalid"],
        &["add", "-A"],
        &["-c", "commit.gpgsign=false", "commit", "-qm", "新建台账"],
    ] {
        let done = std::process::Command::new("git").arg("-C").arg(folder.path()).args(args).status().expect("git");
        assert!(done.success());
    }
    folder
}
