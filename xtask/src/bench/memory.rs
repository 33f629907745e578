//! How much memory a process holds.

use crate::failure::{Done, Failure};

/// The resident set of a process in MB (10⁶ bytes).
pub(crate) fn resident(process: u32) -> Done<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))
        .map_err(Failure::doing("the memory of the service cannot be read"))?;
    status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok())
        .map(|kibibytes| kibibytes * 1_024.0 / 1e6)
        .ok_or_else(|| Failure::new("the memory of the service cannot be read"))
}

/// What a process and everything that it started hold, in MB (10⁶ bytes): each page that several
/// processes share counts in parts (PSS).
pub(crate) fn shared_out(process: u32) -> Done<f64> {
    let mut family = vec![process];
    let parents = parents()?;
    let mut next = 0;
    while let Some(parent) = family.get(next).copied() {
        let children = parents.iter().filter(|(_, of)| *of == parent);
        family.extend(children.map(|(child, _)| *child));
        next += 1;
    }
    let mut kibibytes = 0.0;
    for process in family {
        let pages = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup"));
        // One that has just ended holds nothing.
        let pages = pages.unwrap_or_default();
        let held = pages.lines().find_map(|line| {
            let rest = line.strip_prefix("Pss:")?.trim();
            rest.strip_suffix(" kB")?.trim().parse::<f64>().ok()
        });
        kibibytes += held.unwrap_or(0.0);
    }
    Ok(kibibytes * 1_024.0 / 1e6)
}

/// Every process with its parent.
fn parents() -> Done<Vec<(u32, u32)>> {
    let unreadable = || Failure::doing("the processes cannot be read");
    let mut found = Vec::new();
    for entry in std::fs::read_dir("/proc").map_err(unreadable())? {
        let name = entry.map_err(unreadable())?.file_name();
        let Some(process) = name.to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let parent = status
            .lines()
            .find_map(|line| line.strip_prefix("PPid:")?.trim().parse().ok());
        found.extend(parent.map(|parent| (process, parent)));
    }
    Ok(found)
}
