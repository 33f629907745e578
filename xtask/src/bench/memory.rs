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
