//! The sign-in data of the demo, fixed and documented. They exist in databases made by `--demo` only.

use serde_json::json;

use crate::auth::token::{Token, TokenKind};

/// Everybody's password.
pub(super) const PASSWORD: &str = "Amber-Lantern-58-Quiet";

/// The domain of the bakery's addresses.
pub(super) const BAKERY_DOMAIN: &str = "sonnenschein.example";
/// The domain of the lamp shop's addresses.
pub(super) const LAMP_SHOP_DOMAIN: &str = "maison-lumiere.example";
/// The payment provider's own staff, by whom a sample database is known.
pub(super) const OPERATOR: &str = "oskar.lind@provider.example";

/// The bakery's customer number.
pub(super) const BAKERY_NUMBER: &str = "248113";
/// The lamp shop's customer number.
pub(super) const LAMP_SHOP_NUMBER: &str = "613207";

/// Worth trying, with what each shows.
const WORTH_TRYING: [(&str, &str); 7] = [
    ("anna.keller", "Merchant administrator"),
    ("luc.favre", "Location administrator of Lausanne"),
    ("sofia.marti", "Finance at both merchants"),
    ("jonas.weber", "Cashier of Zürich Bahnhofstrasse"),
    ("nora.huber", "Support, changes nothing"),
    ("claire.dubois", "Auditor, sees the activity"),
    ("david.okafor", "Developer, sees no users"),
];

/// The secret with which the sample back office asks for decisions at a customer.
pub(super) fn back_office_secret(number: &str) -> Token {
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().zip(number.bytes().cycle()) {
        *place = byte;
    }
    Token::from_bytes(TokenKind::ServiceClient, bytes)
}

/// What the terminal shows: one JSON object a line, as everything that `serve` prints. The first
/// sign-in is the one to begin with.
pub(super) fn announcements(origin: &str) -> Vec<serde_json::Value> {
    let sign_in = |who: &str, name: String| json!({ "event": "sign_in", "who": who, "name": name, "password": PASSWORD });
    let page = |what: &str, path: &str| json!({ "event": "page", "what": what, "url": format!("{origin}{path}") });
    let mut lines: Vec<_> = WORTH_TRYING
        .into_iter()
        .map(|(mailbox, who)| sign_in(who, format!("{mailbox}@{BAKERY_DOMAIN}")))
        .collect();
    lines.push(sign_in(
        "Merchant administrator, in test mode",
        format!("margaux.lefevre@{LAMP_SHOP_DOMAIN}"),
    ));
    lines.push(sign_in("Operator of the provider", OPERATOR.to_owned()));
    lines.push(page("Sent mail", "/demo/mail"));
    lines.push(page("Sample back office", "/demo/back-office"));
    lines
}

#[cfg(test)]
mod tests {
    use keyholder_domain::{password_policy, security_policy::SecurityPolicy};

    use super::{super::people, *};

    #[test]
    fn the_password_obeys_the_policy_for_everybody() {
        for person in people::BAKERY.iter().chain(people::LAMP_SHOP) {
            let names = [
                person.given_name,
                person.family_name,
                person.mailbox.unwrap_or_default(),
            ];
            let rules = SecurityPolicy::PAYMENTS.requirements(false).password;
            assert_eq!(
                password_policy::check(PASSWORD, &names, rules),
                [],
                "{names:?}"
            );
        }
    }

    #[test]
    fn whoever_is_announced_exists() {
        for (mailbox, _) in WORTH_TRYING {
            assert!(
                people::BAKERY
                    .iter()
                    .any(|person| person.mailbox == Some(mailbox)),
                "{mailbox}"
            );
        }
    }
}
