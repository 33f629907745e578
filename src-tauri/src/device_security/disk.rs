//! Whether the disk under a folder is encrypted, read from what the kernel shows: which device the folder
//! is on (`/proc/self/mountinfo`), and what that device stands on (`/sys/dev/block`). A layer of dm-crypt
//! above every disk counts, wherever in the stack it is. A disk that encrypts itself shows nothing of it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::Protection;

/// The most layers that devices are stacked in; more is taken for a circle.
const MAX_DEPTH: usize = 16;

/// What there is to know of the disk that `folder` is on. `root` is `/`, but for tests.
pub(super) fn encryption(root: &Path, folder: &Path) -> Protection {
    let Ok(mounts) = fs::read_to_string(root.join("proc/self/mountinfo")) else {
        return Protection::Unknown;
    };
    let mount = mounts
        .lines()
        .filter_map(Mount::parse)
        .filter(|mount| folder.starts_with(&mount.point))
        // Of several at one place the last lies on top.
        .max_by_key(|mount| mount.point.components().count());
    match mount {
        // Encrypts file by file, whatever the disk does.
        Some(mount) if mount.kind == "ecryptfs" => Protection::On,
        Some(mount) => mount
            .device(root)
            .map_or(Protection::Unknown, |device| of_device(&device, 0)),
        None => Protection::Unknown,
    }
}

/// A line of `mountinfo` (proc(5)).
struct Mount<'a> {
    number: &'a str,
    point: PathBuf,
    kind: &'a str,
    source: String,
}

impl<'a> Mount<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let (place, what) = line.split_once(" - ")?;
        let mut place = place.split(' ').skip(2);
        let number = place.next()?;
        let point = unescaped(place.nth(1)?);
        let mut what = what.split(' ');
        Some(Self {
            number,
            point: point.into(),
            kind: what.next()?,
            source: unescaped(what.next()?),
        })
    }

    /// The folder in which the kernel describes the device.
    fn device(&self, root: &Path) -> Option<PathBuf> {
        let device = if self.number.starts_with("0:") {
            // Btrfs and others have numbers of their own, which no device has.
            let file = self.source.strip_prefix("/dev/")?;
            let file = fs::canonicalize(root.join("dev").join(file)).ok()?;
            root.join("sys/class/block").join(file.file_name()?)
        } else {
            root.join("sys/dev/block").join(self.number)
        };
        device.exists().then_some(device)
    }
}

/// Spaces and the like are written as `\040`.
fn unescaped(text: &str) -> String {
    let escapes = [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ];
    escapes.iter().fold(text.to_owned(), |text, (code, sign)| {
        text.replace(code, sign)
    })
}

/// What there is to know of a device and of all that it stands on.
fn of_device(device: &Path, depth: usize) -> Protection {
    let uuid = fs::read_to_string(device.join("dm/uuid")).unwrap_or_default();
    if uuid.starts_with("CRYPT-") {
        return Protection::On;
    }
    if depth == MAX_DEPTH {
        return Protection::Unknown;
    }
    let below: Vec<_> = fs::read_dir(device.join("slaves"))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| of_device(&entry.path(), depth + 1))
        .collect();
    if below.is_empty() {
        // A disk, or a part of one; anything else, such as a file, may lie on an encrypted one.
        let is_disk = ["partition", "device"]
            .iter()
            .any(|name| device.join(name).exists());
        return if is_disk {
            Protection::Off
        } else {
            Protection::Unknown
        };
    }
    // One open disk among several is enough for a finder.
    let told = |told| below.contains(&told).then_some(told);
    told(Protection::Off)
        .or(told(Protection::Unknown))
        .unwrap_or(Protection::On)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A computer as the kernel would show it.
    struct Machine(tempfile::TempDir);

    impl Machine {
        fn with(mounts: &str) -> Self {
            let machine = Self(tempfile::tempdir().unwrap());
            machine.file("proc/self/mountinfo", mounts);
            machine
        }

        fn file(&self, path: &str, text: &str) {
            let path = self.0.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }

        /// A device under its number; those that it stands on by their names in `/sys/class/block`.
        fn device(&self, number: &str, name: &str, below: &[&str]) {
            let device = self.0.path().join("sys/class/block").join(name);
            fs::create_dir_all(device.join("slaves")).unwrap();
            for each in below {
                let to = self.0.path().join("sys/class/block").join(each);
                std::os::unix::fs::symlink(to, device.join("slaves").join(each)).unwrap();
            }
            let numbers = self.0.path().join("sys/dev/block");
            fs::create_dir_all(&numbers).unwrap();
            std::os::unix::fs::symlink(device, numbers.join(number)).unwrap();
        }

        fn disk(&self, number: &str, name: &str) {
            self.device(number, name, &[]);
            self.file(&format!("sys/class/block/{name}/partition"), "1");
        }

        fn mapped(&self, number: &str, name: &str, uuid: &str, below: &[&str]) {
            self.device(number, name, below);
            self.file(&format!("sys/class/block/{name}/dm/uuid"), uuid);
        }

        fn encryption(&self) -> Protection {
            encryption(self.0.path(), Path::new("/Users of this/maria"))
        }
    }

    const ON_ROOT: &str = "22 1 254:1 / / rw shared:1 - ext4 /dev/mapper/vg-root rw\n";

    #[test]
    fn s118_a_disk_without_a_layer_that_encrypts_is_open() {
        let machine = Machine::with("22 1 8:2 / / rw - ext4 /dev/sda2 rw\n");
        machine.disk("8:2", "sda2");
        assert_eq!(machine.encryption(), Protection::Off);
    }

    #[test]
    fn s118_a_layer_that_encrypts_counts_wherever_it_is_in_the_stack() {
        let machine = Machine::with(ON_ROOT);
        machine.disk("259:3", "nvme0n1p3");
        machine.mapped("254:0", "dm-0", "CRYPT-LUKS2-0123-luks", &["nvme0n1p3"]);
        machine.mapped("254:1", "dm-1", "LVM-abcdef", &["dm-0"]);
        assert_eq!(machine.encryption(), Protection::On);
    }

    #[test]
    fn s118_one_open_disk_of_two_is_open() {
        let machine = Machine::with("22 1 9:0 / / rw - ext4 /dev/md0 rw\n");
        machine.disk("8:1", "sda1");
        machine.disk("8:17", "sdb1");
        machine.mapped("254:0", "dm-0", "CRYPT-LUKS2-0123-luks", &["sda1"]);
        machine.device("9:0", "md0", &["dm-0", "sdb1"]);
        assert_eq!(machine.encryption(), Protection::Off);
    }

    #[test]
    fn s118_the_mount_that_the_folder_is_on_counts() {
        let mounts = format!(
            "{ON_ROOT}23 22 8:1 / /Users\\040of\\040this rw - xfs /dev/sda1 rw\n\
             24 22 8:2 / /Users rw - xfs /dev/sda2 rw\n"
        );
        let machine = Machine::with(&mounts);
        machine.disk("8:1", "sda1");
        machine.mapped("254:1", "dm-1", "CRYPT-LUKS2-0123-luks", &[]);
        assert_eq!(machine.encryption(), Protection::Off);
    }

    #[test]
    fn s118_a_file_system_with_a_number_of_its_own_is_found_by_its_device() {
        let machine = Machine::with("22 1 0:28 / / rw - btrfs /dev/mapper/luks rw\n");
        machine.disk("8:1", "sda1");
        machine.mapped("254:0", "dm-0", "CRYPT-LUKS2-0123-luks", &["sda1"]);
        machine.file("dev/dm-0", "");
        fs::create_dir_all(machine.0.path().join("dev/mapper")).unwrap();
        let link = machine.0.path().join("dev/mapper/luks");
        std::os::unix::fs::symlink(machine.0.path().join("dev/dm-0"), link).unwrap();
        assert_eq!(machine.encryption(), Protection::On);
    }

    #[test]
    fn s118_what_the_kernel_does_not_show_is_unknown() {
        let over_the_net = "22 1 0:40 / / rw - nfs server:/export rw\n";
        assert_eq!(
            Machine::with(over_the_net).encryption(),
            Protection::Unknown
        );
        assert_eq!(Machine::with("").encryption(), Protection::Unknown);
        assert_eq!(
            Machine::with("nonsense\n\n - \n").encryption(),
            Protection::Unknown
        );
        assert_eq!(
            Machine::with(ON_ROOT).encryption(),
            Protection::Unknown,
            "no such device"
        );
        let in_a_file = Machine::with("22 1 7:0 / / rw - ext4 /dev/loop0 rw\n");
        in_a_file.device("7:0", "loop0", &[]);
        assert_eq!(in_a_file.encryption(), Protection::Unknown);
        let in_a_circle = Machine::with("22 1 9:0 / / rw - ext4 /dev/md0 rw\n");
        in_a_circle.device("9:0", "md0", &["md0"]);
        assert_eq!(in_a_circle.encryption(), Protection::Unknown);
    }
}
