//! How often an address may be refused (`security.md`, threat 6).
//!
//! The lock of an account holds back who tries many passwords on one name. Who tries one password on
//! many names is held back here: an address has so many refusals for free, and gains as many in half
//! an hour. It is a bound on top of the lock, so it may forget at a restart, is kept by each process
//! for itself, and takes no room in the database that whoever attacks could fill.
//!
//! Each address falls into one of 65,536 cells, by a hash that nobody outside can foresee. A cell is one
//! number (GCRA): the moment at which it will have its whole allowance back.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    net::{IpAddr, Ipv6Addr},
    sync::atomic::{AtomicI64, Ordering},
    time::Duration,
};

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::timestamp::Timestamp;

use crate::{
    App,
    http::{self, ApiError, ApiResult},
};

/// In which time an address has its whole allowance back.
const WINDOW: Duration = Duration::from_mins(30);

const CELLS: usize = 65_536;

/// The refusals of all addresses.
pub struct AddressLimit {
    /// What one refusal costs, in microseconds; nothing where the limit is switched off.
    cost: Option<i64>,
    secret: [u8; 32],
    cells: Box<[AtomicI64]>,
}

impl AddressLimit {
    /// A limit of so many refusals; 0 is none. The secret decides who shares a cell with whom.
    pub fn new(allowance: u32, secret: [u8; 32]) -> Self {
        let cost = micros(WINDOW).checked_div(i64::from(allowance));
        let cells = if cost.is_some() { CELLS } else { 0 };
        Self {
            cost,
            secret,
            cells: (0..cells).map(|_| AtomicI64::new(0)).collect(),
        }
    }

    /// Takes one from the allowance of an address; how long to wait where nothing is left.
    fn take(&self, address: IpAddr, now: Timestamp) -> Result<(), Duration> {
        let (Some(cost), Some(cell)) = (self.cost, self.cell(address)) else {
            return Ok(());
        };
        let now = now.as_micros();
        let full = now.saturating_add(micros(WINDOW));
        let mut wait = 0;
        // Never further off than a whole window: a clock that was ahead and came back must not keep
        // anybody out for longer.
        let taken = |back_at: i64| {
            let back_at = back_at.clamp(now, full);
            let after = back_at.saturating_add(cost);
            wait = (after - full).max(0);
            Some(if wait == 0 { after } else { back_at })
        };
        let _ = cell.fetch_update(Ordering::Relaxed, Ordering::Relaxed, taken);
        match u64::try_from(wait) {
            Ok(wait @ 1..) => Err(Duration::from_secs(wait.div_ceil(1_000_000))),
            _ => Ok(()),
        }
    }

    /// Gives back what was taken: it was no refusal.
    fn give_back(&self, address: IpAddr) {
        if let (Some(cost), Some(cell)) = (self.cost, self.cell(address)) {
            cell.fetch_sub(cost, Ordering::Relaxed);
        }
    }

    fn cell(&self, address: IpAddr) -> Option<&AtomicI64> {
        let mut hasher = DefaultHasher::new();
        self.secret.hash(&mut hasher);
        network(address).hash(&mut hasher);
        let place = usize::try_from(hasher.finish() % 65_536).ok()?;
        self.cells.get(place)
    }
}

/// Takes one refusal from the allowance of whoever sent the request at hand.
pub(crate) fn take(app: &App) -> ApiResult<()> {
    let Some(address) = address() else {
        return Ok(());
    };
    app.refusals.take(address, app.now()).map_err(|wait| {
        tracing::warn!(%address, "refused too often lately");
        ApiError::new(ErrorCode::TooManyRequests).retry_after(wait.as_secs())
    })
}

/// Gives it back.
pub(crate) fn give_back(app: &App) {
    if let Some(address) = address() {
        app.refusals.give_back(address);
    }
}

fn address() -> Option<IpAddr> {
    http::origin::current().and_then(|origin| origin.address)
}

/// What counts as one address: whoever has one of an IPv6 network has them all.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let bits = v6.to_bits() & (u128::MAX << 64);
            IpAddr::V6(Ipv6Addr::from_bits(bits))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);

    fn at(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    /// How many are let through before the first is not.
    fn through(limit: &AddressLimit, address: &str, now: Timestamp) -> usize {
        (0..1_000)
            .take_while(|_| limit.take(at(address), now).is_ok())
            .count()
    }

    #[test]
    fn threat_06_an_address_has_its_allowance_and_gains_it_again_in_half_an_hour() {
        let limit = AddressLimit::new(30, [7; 32]);
        assert_eq!(through(&limit, "192.0.2.1", NOW), 30);
        assert_eq!(through(&limit, "192.0.2.2", NOW), 30, "another address");
        let wait = limit.take(at("192.0.2.1"), NOW).unwrap_err();
        assert_eq!(wait, Duration::from_mins(1));
        assert_eq!(through(&limit, "192.0.2.1", NOW + wait), 1);
        assert_eq!(through(&limit, "192.0.2.1", NOW + wait + WINDOW), 30);
        limit.give_back(at("192.0.2.1"));
        assert_eq!(through(&limit, "192.0.2.1", NOW + wait + WINDOW), 1);
    }

    #[test]
    fn an_ipv6_network_is_one_address_and_a_mapped_address_is_its_ipv4_one() {
        let limit = AddressLimit::new(10, [7; 32]);
        assert_eq!(through(&limit, "2001:db8::1", NOW), 10);
        assert_eq!(through(&limit, "2001:db8::ffff:1", NOW), 0);
        assert_eq!(through(&limit, "2001:db8:0:1::1", NOW), 10);
        assert_eq!(through(&limit, "192.0.2.1", NOW), 10);
        assert_eq!(through(&limit, "::ffff:192.0.2.1", NOW), 0);
    }

    #[test]
    fn goal_06_a_clock_that_was_ahead_keeps_nobody_out_for_longer() {
        let limit = AddressLimit::new(10, [7; 32]);
        let years = Duration::from_hours(10 * 365 * 24);
        assert_eq!(through(&limit, "192.0.2.1", NOW + years), 10);
        assert_eq!(through(&limit, "192.0.2.1", NOW), 0);
        assert_eq!(through(&limit, "192.0.2.1", NOW + WINDOW), 10);
    }

    #[test]
    fn zero_switches_it_off() {
        let limit = AddressLimit::new(0, [7; 32]);
        assert_eq!(through(&limit, "192.0.2.1", NOW), 1_000);
    }
}
