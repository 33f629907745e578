//! The second factor on a page, where it is active (S90): a mailbox and a password alone open nothing.

use keyholder_contract::problem::FieldCode;
use keyholder_domain::timestamp::Timestamp;

use super::{frame::Frame, pages::describe};
use crate::second_factors::show::{self, Showed};

/// The field.
pub(super) const FACTOR: &str = "factor_code";

/// Why what was shown opened nothing.
pub(super) fn fault(frame: Frame, showed: Showed, now: Timestamp) -> Option<String> {
    let at_field = |code| Some(describe(frame, &show::named(FACTOR, code)));
    match showed {
        Showed::Right => None,
        Showed::Wrong => at_field(FieldCode::WrongCode),
        Showed::Used => at_field(FieldCode::CodeUsed),
        Showed::Wait(until) => {
            let minutes = until.since(now).as_secs().div_ceil(60).to_string();
            let pairs = [("minutes", minutes.as_str())];
            Some(frame.messages().with_numbers("account-factor-wait", pairs))
        }
        Showed::Shut => Some(frame.text("problem-second_factor_shut")),
    }
}
