//! Letters that are a few sentences and perhaps a link: one shape for all of them.

use askama::Template;
use keyholder_domain::{language::Language, timestamp::Timestamp};
use serde::{Deserialize, Serialize};
use url::Url;

use super::render::{RenderedMail, moment};
use crate::{
    catalogue::{Messages, without_isolation},
    invitations::link::{LinkPurpose, LinkSeed},
    keys::ServerKeys,
};

/// What a letter is about. Its words stand in the catalogue under the code: `{code}-subject`,
/// `{code}-intro` and, with a link, `{code}-button`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum About {
    /// To the person: a link that sets a new password.
    PasswordReset,
    /// To the person: the password was changed.
    PasswordChanged,
    /// To an administrator: somebody's password may have leaked.
    PasswordLeaked,
    /// To the old address: confirm that the sign-in moves away from here.
    ChangeFormer,
    /// To the new address: confirm that the sign-in moves here.
    ChangeNew,
    /// To the address: an administrator proposes to correct the data.
    Correction,
    /// To the old and the new address: the address has changed.
    AddressChanged,
    /// To an administrator: a change waits for a second person.
    ChangeWaiting,
    /// To whoever asked: a second person agreed.
    ChangeGranted,
    /// To whoever asked: a second person refused.
    ChangeRefused,
    /// To the old and the new address: two administrators have moved the sign-in.
    AddressMoved,
    /// To who asked: the location is there.
    LocationCreated,
    /// To who asked: there will be no such location.
    LocationRefused,
    /// To every administrator: one of them is to be brought back.
    RecoveryBegun,
    /// To the new address of somebody who is brought back: confirm it.
    RecoveryAddress,
    /// To the person: an authenticator was set up.
    AuthenticatorAdded,
    /// To the person: an authenticator was taken away.
    AuthenticatorRemoved,
    /// To the person: a passkey was set up.
    PasskeyAdded,
    /// To the person: a passkey was taken away.
    PasskeyRemoved,
    /// To the person: a device confirms their sign-ins from now on.
    ConfirmingDeviceAdded,
    /// To the person: it no longer does.
    ConfirmingDeviceRemoved,
    /// To the person: they refused a sign-in with their password.
    SignInRefused,
    /// To an administrator: a user refused a sign-in with their password.
    SignInRefusedByMember,
    /// To the person: an account at another provider opens their sign-in from now on.
    ExternalIdentityLinked,
    /// To the person: it no longer does.
    ExternalIdentityUnlinked,
    /// To the person: new recovery codes were drawn.
    RecoveryCodesRenewed,
    /// To the person: a recovery code was used.
    RecoveryCodeUsed,
    /// To the person: their second factor was taken away by somebody else.
    SecondFactorReset,
    /// To a member who has none: the customer asks for a second factor from now on.
    SecondFactorRequired,
    /// To a member who has none: the customer asks for a second factor from some day on.
    SecondFactorSoon,
    /// To the person: they were signed out from another device of theirs.
    SignedOut,
    /// To the person: an administrator has signed them out.
    SignedOutByAdministrator,
}

impl About {
    const fn key(self) -> &'static str {
        match self {
            Self::PasswordReset => "password-reset",
            Self::PasswordChanged => "password-changed",
            Self::PasswordLeaked => "password-leaked",
            Self::ChangeFormer => "change-former",
            Self::ChangeNew => "change-new",
            Self::Correction => "correction",
            Self::AddressChanged => "address-changed",
            Self::ChangeWaiting => "change-waiting",
            Self::ChangeGranted => "change-granted",
            Self::ChangeRefused => "change-refused",
            Self::AddressMoved => "address-moved",
            Self::LocationCreated => "location-created",
            Self::LocationRefused => "location-refused",
            Self::RecoveryBegun => "recovery-begun",
            Self::RecoveryAddress => "recovery-address",
            Self::AuthenticatorAdded => "authenticator-added",
            Self::AuthenticatorRemoved => "authenticator-removed",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
            Self::ConfirmingDeviceAdded => "confirming-device-added",
            Self::ConfirmingDeviceRemoved => "confirming-device-removed",
            Self::SignInRefused => "sign-in-refused",
            Self::SignInRefusedByMember => "sign-in-refused-by-member",
            Self::ExternalIdentityLinked => "external-identity-linked",
            Self::ExternalIdentityUnlinked => "external-identity-unlinked",
            Self::RecoveryCodesRenewed => "recovery-codes-renewed",
            Self::RecoveryCodeUsed => "recovery-code-used",
            Self::SecondFactorReset => "second-factor-reset",
            Self::SecondFactorRequired => "second-factor-required",
            Self::SecondFactorSoon => "second-factor-soon",
            Self::SignedOut => "signed-out",
            Self::SignedOutByAdministrator => "signed-out-by-administrator",
        }
    }
}

/// The values of a letter.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Message {
    /// What it is about.
    pub(crate) about: About,
    /// In which language.
    pub(crate) language: Language,
    /// The address.
    pub(crate) address: String,
    /// Whom to greet.
    pub(crate) name: String,
    /// The customer who has to do with it; empty if none has.
    pub(crate) customer: String,
    /// What must be readable as it is, each in a line of its own: addresses and names.
    pub(crate) lines: Vec<String>,
    /// What the one-time link is made from, and for what it is.
    pub(crate) link: Option<(LinkPurpose, LinkSeed)>,
    /// When it is pointless to send it any more; with a link, when that runs out.
    pub(crate) useful_until: Timestamp,
}

#[derive(Template)]
#[template(path = "mail/message.txt")]
struct Text<'a> {
    greeting: &'a str,
    intro: &'a str,
    lines: &'a [String],
    link: &'a str,
    expiry: &'a str,
    footer: &'a str,
}

#[derive(Template)]
#[template(path = "mail/message.html")]
struct Html<'a> {
    language: &'a str,
    subject: &'a str,
    greeting: &'a str,
    intro: &'a str,
    lines: &'a [String],
    button: &'a str,
    link: &'a str,
    expiry: &'a str,
    fallback: &'a str,
    footer: &'a str,
}

impl Message {
    /// The one-time link in it; empty for one without.
    pub(crate) fn link(&self, keys: &ServerKeys, origin: &Url) -> String {
        self.link
            .map(|(purpose, seed)| seed.token(purpose, keys).address(origin))
            .unwrap_or_default()
    }

    /// The letter as subject, plain text and HTML, around its link.
    pub(crate) fn render(&self, link: &str) -> Result<RenderedMail, askama::Error> {
        let messages = Messages::of(self.language);
        let key = self.about.key();
        let customer = self.customer.as_str();
        let subject =
            without_isolation(&messages.with(&format!("{key}-subject"), "customer", customer));
        let greeting = messages.with("mail-greeting", "name", &self.name);
        let intro = messages.with(&format!("{key}-intro"), "customer", customer);
        let footer = messages.text("message-footer");
        let (button, expiry) = if link.is_empty() {
            (String::new(), String::new())
        } else {
            let expires = moment(self.useful_until);
            (
                messages.text(&format!("{key}-button")),
                messages.with("message-expiry", "expires", &expires),
            )
        };
        let text = Text {
            greeting: &greeting,
            intro: &intro,
            lines: &self.lines,
            link,
            expiry: &expiry,
            footer: &footer,
        }
        .render()?;
        let html = Html {
            language: self.language.tag(),
            subject: &subject,
            greeting: &greeting,
            intro: &intro,
            lines: &self.lines,
            button: &button,
            link,
            expiry: &expiry,
            fallback: &messages.text("mail-link-fallback"),
            footer: &footer,
        }
        .render()?;
        Ok(RenderedMail {
            subject,
            text,
            html,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    const LINK: &str = "https://id.example.com/account/reset/abc";

    fn message(about: About, language: Language) -> Message {
        Message {
            about,
            language,
            address: "maria@example.com".to_owned(),
            name: "Maria <b>Rossi</b>".to_owned(),
            customer: "Café Zoë".to_owned(),
            lines: vec!["new@example.com".to_owned()],
            link: Some((
                LinkPurpose::PasswordReset,
                LinkSeed::draw(&Random::seeded(1)),
            )),
            useful_until: Timestamp::from_micros(1_700_000_000_000_000),
        }
    }

    #[test]
    fn every_letter_has_its_words_in_every_language() {
        for about in [
            About::PasswordReset,
            About::PasswordChanged,
            About::PasswordLeaked,
            About::ChangeFormer,
            About::ChangeNew,
            About::Correction,
            About::AddressChanged,
            About::ChangeWaiting,
            About::ChangeGranted,
            About::ChangeRefused,
            About::AddressMoved,
            About::LocationCreated,
            About::LocationRefused,
            About::RecoveryBegun,
            About::RecoveryAddress,
            About::AuthenticatorAdded,
            About::AuthenticatorRemoved,
            About::PasskeyAdded,
            About::PasskeyRemoved,
            About::ConfirmingDeviceAdded,
            About::ConfirmingDeviceRemoved,
            About::SignInRefused,
            About::SignInRefusedByMember,
            About::ExternalIdentityLinked,
            About::ExternalIdentityUnlinked,
            About::RecoveryCodesRenewed,
            About::RecoveryCodeUsed,
            About::SecondFactorReset,
            About::SecondFactorRequired,
            About::SecondFactorSoon,
            About::SignedOut,
            About::SignedOutByAdministrator,
        ] {
            for language in Language::ALL {
                let mail = message(about, language).render(LINK).unwrap();
                assert!(!mail.subject.contains("-subject"), "{}", mail.subject);
                assert!(mail.text.contains(LINK) && mail.html.contains(LINK));
                assert!(mail.text.contains("new@example.com"));
                assert!(mail.text.contains("2023-11-14 22:13 UTC"));
                assert!(!mail.html.contains("<b>Rossi"));
                assert!(
                    !mail.text.contains(&format!("{}-", about.key())),
                    "{}",
                    mail.text
                );
            }
        }
    }

    #[test]
    fn without_a_link_nothing_speaks_of_one() {
        let mail = message(About::PasswordChanged, Language::En)
            .render("")
            .unwrap();
        assert!(!mail.html.contains("href"), "{}", mail.html);
        assert!(!mail.text.contains("2023"), "{}", mail.text);
    }
}
