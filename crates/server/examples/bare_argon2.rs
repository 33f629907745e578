//! How many passwords this machine hashes in a second on all cores, with the service's parameters
//! and nothing else to do: the ceiling of sign-ins in `cargo xtask bench`.

use std::{
    error::Error,
    io::Write as _,
    sync::atomic::{AtomicU32, Ordering},
    thread::{available_parallelism, scope},
    time::{Duration, Instant},
};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use keyholder_server::passwords::Cost;

fn main() -> Result<(), Box<dyn Error>> {
    let seconds = std::env::args().nth(1).map_or(Ok(5), |text| text.parse())?;
    let Cost {
        memory,
        passes,
        lanes,
    } = Cost::STANDARD;
    let parameters = Params::new(memory, passes, lanes, Some(32))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
    let cores = available_parallelism()?.get();
    let begun = Instant::now();
    let time = Duration::from_secs(seconds);
    let count = AtomicU32::new(0);
    scope(|threads| {
        for _ in 0..cores {
            threads.spawn(|| {
                let mut hash = [0; 32];
                // As the service does: getting memory anew for each hash would make the ceiling lower.
                let mut memory = vec![Block::new(); argon2.params().block_count()];
                while begun.elapsed() < time {
                    let (password, salt) = (b"a password", b"sixteen bytes ok");
                    let hashed = argon2.hash_password_into_with_memory(
                        password,
                        salt,
                        &mut hash,
                        &mut memory,
                    );
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
