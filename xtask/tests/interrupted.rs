//! A chore that is ended by a signal to itself alone takes with it what it has started.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

const PATIENCE: Duration = Duration::from_secs(30);

/// Starts `cargo xtask generate` with a cargo that starts another program, waits for it, and says which.
fn begin(folder: &Path) -> (Child, Pid) {
    let cargo = folder.join("cargo");
    let started = folder.join("started");
    let script = format!(
        "#!/bin/sh\nsleep 1000 &\necho $! > {0}.new\nmv {0}.new {0}\nwait\n",
        started.display()
    );
    fs::write(&cargo, script).unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
    let chore = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("generate")
        .env("CARGO", &cargo)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    until("it starts", || started.exists());
    let id = fs::read_to_string(&started)
        .unwrap()
        .trim()
        .parse()
        .unwrap();
    (chore, Pid::from_raw(id).unwrap())
}

#[expect(clippy::disallowed_methods, reason = "another process is waited for")]
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "{what}: not in time");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn whatever_ends_a_chore_ends_what_it_has_started() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP, Signal::QUIT] {
        let folder = tempfile::tempdir().unwrap();
        let (mut chore, started) = begin(folder.path());
        kill_process(Pid::from_child(&chore), signal).unwrap();
        assert!(!chore.wait().unwrap().success());
        until("what it started ends", || {
            test_kill_process(started).is_err()
        });
    }
}
