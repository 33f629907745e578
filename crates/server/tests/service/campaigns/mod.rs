//! The long campaigns, a little of each in every run: what the service keeps when it is killed, and
//! how it answers when what it stands on fails. `docs/campaigns.md` says how to run more.

mod brute_force;
#[cfg(target_os = "linux")]
mod canary;
mod clock;
mod database_faults;
#[cfg(target_os = "linux")]
mod disk_full;
mod enumeration;
mod equal_work;
mod kill;
mod load;
mod mail;
#[cfg(target_os = "linux")]
mod power;
#[cfg(target_os = "linux")]
mod process_clock;
mod raw_socket;
