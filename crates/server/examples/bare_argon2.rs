//! How many passwords this machine hashes in a second on all cores, with the service's parameters
//! and nothing else to do: the ceiling of sign-ins in `cargo xtask bench`.

use std::{
    error::Error,
    io::Write as _,
    sync::atomic::{AtomicU32, Ordering},
    thread::{available_parallelism, scope},
    time::{Duration, Instant},
};

use argon2::{Algorithm, Argon2, Params, Version};

fn main() -> Result<(), Box<dyn Error>> {
    let seconds = std::env::args().nth(1).map_or(Ok(5), |text| text.parse())?;
    let parameters = Params::new(19 * 1_024, 2, 1, Some(32))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
    let cores = available_parallelism()?.get();
    let begun = Instant::now();
    let time = Duration::from_secs(seconds);
    let count = AtomicU32::new(0);
    scope(|threads| {
        for _ in 0..cores {
            threads.spawn(|| {
                let mut hash = [0; 32];
                while begun.elapsed() < time {
                    let hashed =
                        argon2.hash_password_into(b"a password", b"sixteen bytes ok", &mut hash);
                    if hashed.is_ok() {
                        count.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let rate = f64::from(count.load(Ordering::Relaxed)) / begun.elapsed().as_secs_f64();
    writeln!(std::io::stdout(), "{rate}")?;
    Ok(())
}
