//! A letter as subject, plain text and HTML, in the language of its reader.

use askama::Template;
use keyholder_contract::external_identity::ExternalProvider;
use keyholder_domain::timestamp::Timestamp;

use super::{
    code,
    letter::{Invitation, Letter},
};
use crate::catalogue::{Messages, without_isolation};

/// A mail, ready to be put into an envelope.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct RenderedMail {
    /// One line, plain text.
    pub(crate) subject: String,
    /// The plain form.
    pub(crate) text: String,
    /// The same sentences as HTML, without images, scripts or anything loaded from elsewhere.
    pub(crate) html: String,
}

/// Renders a letter around its link or code.
pub(crate) fn render(letter: &Letter, secret: &str) -> Result<RenderedMail, askama::Error> {
    match letter {
        Letter::Invitation(invitation) => render_invitation(invitation, secret),
        Letter::Code(letter) => code::render(letter, secret),
        Letter::Message(message) => message.render(secret),
    }
}

#[derive(Template)]
#[template(path = "mail/invitation.txt")]
struct InvitationText<'a> {
    greeting: &'a str,
    intro: &'a str,
    link: &'a str,
    expiry: &'a str,
    secrecy: &'a str,
    footer: &'a str,
}

#[derive(Template)]
#[template(path = "mail/invitation.html")]
struct InvitationHtml<'a> {
    language: &'a str,
    subject: &'a str,
    greeting: &'a str,
    intro: &'a str,
    button: &'a str,
    link: &'a str,
    expiry: &'a str,
    secrecy: &'a str,
    fallback: &'a str,
    footer: &'a str,
}

fn render_invitation(invitation: &Invitation, link: &str) -> Result<RenderedMail, askama::Error> {
    let messages = Messages::of(invitation.language);
    let customer = invitation.customer.as_str();
    let subject = without_isolation(&messages.with("invitation-subject", "customer", customer));
    let greeting = messages.with("mail-greeting", "name", &invitation.name);
    // Whoever signs in at another provider chooses no password, and is never to look for where to.
    let (intro, secrecy) = match invitation.provider {
        None => ("invitation-intro", "invitation-secrecy"),
        Some(ExternalProvider::Microsoft) => {
            ("invitation-intro-microsoft", "invitation-secrecy-external")
        }
        Some(ExternalProvider::Other) => ("invitation-intro-other", "invitation-secrecy-external"),
    };
    let intro = messages.with(intro, "customer", customer);
    let expiry = messages.with(
        "invitation-expiry",
        "expires",
        &moment(invitation.expires_at),
    );
    let secrecy = messages.text(secrecy);
    let footer = messages.with("mail-footer", "customer", customer);
    let text = InvitationText {
        greeting: &greeting,
        intro: &intro,
        link,
        expiry: &expiry,
        secrecy: &secrecy,
        footer: &footer,
    }
    .render()?;
    let html = InvitationHtml {
        language: invitation.language.tag(),
        subject: &subject,
        greeting: &greeting,
        intro: &intro,
        button: &messages.text("invitation-button"),
        link,
        expiry: &expiry,
        secrecy: &secrecy,
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

/// A moment that reads the same in every language: the time zone of the reader is unknown.
pub(crate) fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_second(at.as_seconds()).map_or_else(
        |_| at.to_string(),
        |moment| moment.strftime("%Y-%m-%d %H:%M UTC").to_string(),
    )
}

#[cfg(test)]
mod tests {
    use keyholder_domain::language::Language;

    use super::*;
    use crate::{invitations::link::LinkSeed, random::Random};

    const LINK: &str = "https://id.example.com/account/activate/abc";

    fn letter(language: Language, name: &str, customer: &str) -> Letter {
        Letter::Invitation(Invitation {
            language,
            address: "maria@example.com".to_owned(),
            name: name.to_owned(),
            customer: customer.to_owned(),
            provider: None,
            seed: LinkSeed::draw(&Random::seeded(1)),
            expires_at: Timestamp::from_micros(1_700_000_000_000_000),
        })
    }

    #[test]
    fn s034_both_forms_carry_the_link_and_its_end_in_every_language() {
        for language in Language::ALL {
            let mail = render(&letter(language, "Maria Rossi", "Café Zoë"), LINK).unwrap();
            for form in [&mail.text, &mail.html] {
                assert!(form.contains(LINK));
                assert!(form.contains("2023-11-14 22:13 UTC"));
                assert!(form.contains("Maria Rossi") && form.contains("Café Zoë"));
            }
            assert!(!mail.subject.chars().any(char::is_control));
            assert!(mail.subject.contains("Café Zoë"));
        }
    }

    #[test]
    fn s028_an_invitation_for_another_provider_names_it_and_asks_for_no_password() {
        for language in Language::ALL {
            let own = letter(language, "Maria", "Zoë");
            let [microsoft, other] =
                [ExternalProvider::Microsoft, ExternalProvider::Other].map(|provider| {
                    let Letter::Invitation(invitation) = own.clone() else {
                        panic!("an invitation")
                    };
                    let letter = Letter::Invitation(Invitation {
                        provider: Some(provider),
                        ..invitation
                    });
                    render(&letter, LINK).unwrap()
                });
            let own = render(&own, LINK).unwrap();
            for (mail, names) in [(&own, false), (&microsoft, true), (&other, false)] {
                for form in [&mail.text, &mail.html] {
                    assert_eq!(form.contains("Microsoft"), names, "{form}");
                    assert!(form.contains(LINK) && form.contains("Zoë"));
                }
            }
            assert_ne!(own.text, other.text);
        }
    }

    #[test]
    fn markup_in_names_is_shown_not_obeyed() {
        let hostile = letter(
            Language::En,
            "<img src=x onerror=alert(1)>",
            "\"><script>alert(1)</script>",
        );
        let mail = render(&hostile, LINK).unwrap();
        assert!(!mail.html.contains("<img") && !mail.html.contains("<script"));
        assert!(mail.text.contains("<img src=x onerror=alert(1)>"));
    }
}
