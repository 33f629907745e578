//! Windows: `BitLocker` by the property of the drive that the Explorer draws its padlock from, as everything else
//! wants an administrator; the lock of the screen by the registry. Read from what others have noted of the values;
//! run on no Windows yet.

use std::{path::PathBuf, process::Command};

use super::{Protection, told::told};

/// Prints the property as a number.
const PROPERTY: &str = "(New-Object -ComObject Shell.Application).NameSpace($env:SystemDrive).Self\
                        .ExtendedProperty('System.Volume.BitLockerProtection')";
/// The settings that lock the screen, each with its key.
const LOCKS: [(&str, &str); 3] = [
    (r"HKCU\Control Panel\Desktop", "ScreenSaveActive"),
    (r"HKCU\Control Panel\Desktop", "ScreenSaverIsSecure"),
    (
        r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System",
        "InactivityTimeoutSecs",
    ),
];

/// Whether `BitLocker` protects the drive of the system; runs a program.
pub(super) fn disk() -> Protection {
    let shell = system(r"WindowsPowerShell\v1.0\powershell.exe");
    let command = &mut quiet(Command::new(shell));
    bit_locker(&told(command.args([
        "-NoProfile",
        "-NonInteractive",
        "-Command",
        PROPERTY,
    ])))
}

/// Whether the screen locks itself; runs a program.
pub(super) fn screen_lock() -> Protection {
    let [active, secure, inactivity] = LOCKS.map(|(key, value)| {
        let command = &mut quiet(Command::new(system("reg.exe")));
        told(command.args(["query", key, "/v", value]))
    });
    lock(&active, &secure, &inactivity)
}

/// A program of the system by its path: what lies beside the app, or first in `PATH`, is not asked.
fn system(program: &str) -> PathBuf {
    let root = std::env::var_os("SystemRoot").unwrap_or_else(|| r"C:\Windows".into());
    PathBuf::from(root).join("System32").join(program)
}

/// No console window flashes up.
fn quiet(command: Command) -> Command {
    #[cfg(windows)]
    let command = {
        use std::os::windows::process::CommandExt as _;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        let mut command = command;
        command.creation_flags(CREATE_NO_WINDOW);
        command
    };
    command
}

/// 1 is on, 2 off, 3 being encrypted, 4 being decrypted, 5 suspended, 6 locked; nothing where the edition has none.
fn bit_locker(text: &str) -> Protection {
    match text.trim() {
        "1" | "6" => Protection::On,
        "2" | "3" | "4" | "5" => Protection::Off,
        _ => Protection::Unknown,
    }
}

/// A screen saver that asks for the password, or the policy that locks after so many seconds. Without either,
/// waking from sleep may still ask, which no setting tells: unknown.
fn lock(active: &str, secure: &str, inactivity: &str) -> Protection {
    let saver = [active, secure].map(|told| value(told).is_some_and(|value| value == "1"));
    let seconds =
        value(inactivity).and_then(|value| u32::from_str_radix(value.strip_prefix("0x")?, 16).ok());
    if saver == [true; 2] || seconds.is_some_and(|seconds| seconds > 0) {
        Protection::On
    } else {
        Protection::Unknown
    }
}

/// What `reg query` prints of a value: its name, its type, and what it holds.
fn value(told: &str) -> Option<&str> {
    told.lines().find_map(|line| {
        let mut words = line.split_whitespace();
        let kind = words.nth(1)?;
        kind.starts_with("REG_").then(|| words.next()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s118_bit_locker_counts_while_it_protects() {
        for (text, found) in [
            ("1\r\n", Protection::On),
            ("6\r\n", Protection::On),
            ("2\r\n", Protection::Off),
            ("3\r\n", Protection::Off),
            ("5\r\n", Protection::Off),
            ("", Protection::Unknown),
            ("New-Object : Access denied", Protection::Unknown),
        ] {
            assert_eq!(bit_locker(text), found, "{text:?}");
        }
    }

    #[test]
    fn s118_windows_tells_of_a_secure_screen_saver_or_a_policy() {
        let line = |name: &str, kind: &str, held: &str| {
            format!(
                "\r\nHKEY_CURRENT_USER\\Control Panel\\Desktop\r\n    {name}    {kind}    {held}\r\n\r\n"
            )
        };
        let active = |held| line("ScreenSaveActive", "REG_SZ", held);
        let secure = |held| line("ScreenSaverIsSecure", "REG_SZ", held);
        let policy = |held| line("InactivityTimeoutSecs", "REG_DWORD", held);
        assert_eq!(lock(&active("1"), &secure("1"), ""), Protection::On);
        assert_eq!(lock(&active("1"), &secure("0"), ""), Protection::Unknown);
        assert_eq!(lock(&active("0"), &secure("1"), ""), Protection::Unknown);
        assert_eq!(lock("", "", &policy("0x384")), Protection::On);
        assert_eq!(lock("", "", &policy("0x0")), Protection::Unknown);
        assert_eq!(lock("", "", ""), Protection::Unknown);
    }
}
