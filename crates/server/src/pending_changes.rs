//! Changes that wait for a second person (`keyholder_domain::pending_change`).
//!
//! ```text
//! wanted.rs ........ what is asked for; outlook.rs, what it would do to the user as they stand now
//! ask.rs ........... asking: may they, and for what; open.rs lets it wait, and so does new_user.rs
//! answer.rs ........ what every answer begins with: everything locked and looked at anew
//! grant.rs ......... agreeing; own_access.rs, own_locations.rs, dead_mailbox.rs and critical.rs put it
//!                    into effect
//! refuse.rs ........ refusing, and taking back
//! ```

mod answer;
mod ask;
mod critical;
mod dead_mailbox;
mod denial;
mod grant;
mod letters;
mod list;
mod new_user;
mod open;
mod outlook;
mod own_access;
mod own_locations;
mod refuse;
mod routes;
mod view;
mod wanted;

pub(crate) use new_user::{Newcomer, ask_for};
pub(crate) use routes::routes;
