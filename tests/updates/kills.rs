//! An installation that is killed, at each of its calls and after any byte, leaves the old app or the new one.

use std::{
    env,
    fs::{self, Permissions},
    io,
    os::unix::{fs::PermissionsExt as _, process::ExitStatusExt as _},
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
};

use keyholder_app::UpdatePhase;
use tokio::process::Command;

use crate::{
    machine::{Machine, OLD, Release},
    server::Reply,
};

/// Set for the process that is killed: where its machine is.
const VICTIM: &str = "KEYHOLDER_TEST_VICTIM";
/// What changes a folder or makes a file last. Each of them is a place to be killed at, before it happens.
const CALLS: [&str; 11] = [
    "fsync",
    "fdatasync",
    "chmod",
    "fchmod",
    "unlink",
    "unlinkat",
    "link",
    "linkat",
    "rename",
    "renameat",
    "renameat2",
];
/// More often than an installation makes one of them.
const MOST: usize = 20;

/// The process that is killed: installs what is offered. Does nothing where nobody asked for it.
#[tokio::test]
async fn a_victim_installs() {
    if let Some(folder) = env::var_os(VICTIM) {
        let updater = Machine::beside(Path::new(&folder)).start("1.0.0");
        updater.look().await;
        updater.install().await.unwrap();
    }
}

/// Starts it within another program, which kills it.
async fn victim(machine: &Machine, within: &[&str]) -> io::Result<ExitStatus> {
    machine.leave_word();
    let (program, arguments) = within.split_first().unwrap();
    Command::new(program)
        .args(arguments)
        .arg(env::current_exe()?)
        .args(["--exact", "kills::a_victim_installs", "--nocapture"])
        .env(VICTIM, machine.folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .await
}

/// A program that is one to the system too.
fn next_app() -> Vec<u8> {
    [fs::read("/bin/true").unwrap(), vec![7; 300_000]].concat()
}

/// The machine as it was before anything was installed, with a release on its server.
fn begin(machine: &Machine, release: &Release) {
    for name in machine.home() {
        fs::remove_file(machine.path("home").join(name)).unwrap();
    }
    let _ = fs::remove_dir_all(machine.path("data"));
    fs::write(machine.app(), OLD).unwrap();
    fs::set_permissions(machine.app(), Permissions::from_mode(0o755)).unwrap();
    machine.publish(release);
}

/// What was left starts, and the app goes on from there; whether it is the new one.
async fn goes_on(machine: &Machine, at: &str) -> bool {
    let left = fs::read(machine.app()).unwrap();
    let is_new = left == next_app();
    assert!(
        is_new || left == OLD,
        "{at}: neither the old app nor the new one"
    );
    let started = Command::new(machine.app()).status().await.unwrap();
    assert!(started.success(), "{at}: {started}");
    let updater = machine.start(if is_new { "1.1.0" } else { "1.0.0" });
    assert!(!updater.begin(), "{at}");
    if !is_new {
        updater.look().await;
        updater.install().await.unwrap();
        assert!(matches!(
            updater.status().phase,
            UpdatePhase::Installed { .. }
        ));
        assert_eq!(fs::read(machine.app()).unwrap(), next_app(), "{at}");
        assert!(!machine.start("1.1.0").begin(), "{at}");
    }
    machine.start("1.1.0").came_up();
    // What the killed one left has gone.
    assert_eq!(machine.home(), ["Keyholder.AppImage"], "{at}");
    is_new
}

async fn machine() -> (Machine, Release) {
    let (machine, mut release) = Machine::new().await;
    release.signed = next_app();
    release.file = Reply::Whole(next_app());
    (machine, release)
}

#[tokio::test]
async fn update_killed_at_any_of_its_calls_leaves_the_old_app_or_the_new_one() {
    let (machine, release) = machine().await;
    let (mut old, mut new) = (0, 0);
    for call in CALLS {
        for time in 1..MOST {
            begin(&machine, &release);
            let trace = format!("trace={call}");
            let inject = format!("inject={call}:signal=KILL:when={time}");
            let within = [
                "strace",
                "-f",
                "-o",
                "/dev/null",
                "-e",
                &trace,
                "-e",
                &inject,
            ];
            let ended = match victim(&machine, &within).await {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    eprintln!("not run: there is no strace");
                    return;
                }
                ended => ended.unwrap(),
            };
            if ended.success() {
                break;
            }
            let at = format!("{call}, time {time}");
            assert_eq!(ended.signal(), Some(9), "{at}: {ended}");
            if goes_on(&machine, &at).await {
                new += 1;
            } else {
                old += 1;
            }
        }
    }
    // Six calls put the file in place, and three times two write down what is known.
    assert!(
        old >= 10 && new >= 1,
        "{old} times the old app, {new} times the new one"
    );
}

#[tokio::test]
async fn update_killed_after_any_byte_leaves_the_old_app() {
    let (machine, release) = machine().await;
    let whole = next_app().len();
    // The first ones end it while it writes down what it knows.
    for written in [0, 1, 100, 4_096, 65_536, 200_000, whole / 2, whole - 1] {
        begin(&machine, &release);
        // Whoever writes behind that byte is killed (SIGXFSZ).
        let limit = format!("--fsize={written}");
        let ended = victim(&machine, &["prlimit", &limit]).await.unwrap();
        assert_eq!(ended.signal(), Some(25), "byte {written}: {ended}");
        let is_new = goes_on(&machine, &format!("byte {written}")).await;
        assert!(!is_new, "byte {written}");
    }
}

impl Machine {
    /// Where another process finds what it needs to be the same machine.
    fn word(folder: &Path) -> PathBuf {
        folder.join("word")
    }

    fn leave_word(&self) {
        let word = format!("{}\n{}", self.server.base, self.key);
        fs::write(Self::word(self.folder.path()), word).unwrap();
    }

    /// The machine of another process, seen from this one.
    fn beside(folder: &Path) -> Self {
        let word = fs::read_to_string(Self::word(folder)).unwrap();
        let (base, key) = word.split_once('\n').unwrap();
        Self::seen(folder, base, key)
    }
}
