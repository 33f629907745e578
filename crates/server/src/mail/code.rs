//! The letter with the code of a sign-in: nothing in it but the code, so that it is found on a small
//! screen, and what to do if one is not signing in.

use askama::Template;
use keyholder_domain::second_factor::mailed_code;

use super::{
    letter::CodeLetter,
    render::{RenderedMail, moment},
};
use crate::catalogue::Messages;

#[derive(Template)]
#[template(path = "mail/code.txt")]
struct Text<'a> {
    greeting: &'a str,
    intro: &'a str,
    code: &'a str,
    expiry: &'a str,
    warning: &'a str,
    footer: &'a str,
}

#[derive(Template)]
#[template(path = "mail/code.html")]
struct Html<'a> {
    language: &'a str,
    subject: &'a str,
    greeting: &'a str,
    intro: &'a str,
    code: &'a str,
    expiry: &'a str,
    warning: &'a str,
    footer: &'a str,
}

/// The letter around its six digits. They do not stand in the subject, which mail servers write into
/// their logs and telephones show while they are locked.
pub(super) fn render(letter: &CodeLetter, digits: &str) -> Result<RenderedMail, askama::Error> {
    let messages = Messages::of(letter.language);
    let code = mailed_code::grouped(digits);
    let subject = messages.text("sign-in-code-subject");
    let greeting = messages.with("mail-greeting", "name", &letter.name);
    let intro = messages.text("sign-in-code-intro");
    let expires = moment(letter.expires_at);
    let expiry = messages.with("sign-in-code-expiry", "expires", &expires);
    let warning = messages.text("sign-in-code-warning");
    let footer = messages.text("message-footer");
    let text = Text {
        greeting: &greeting,
        intro: &intro,
        code: &code,
        expiry: &expiry,
        warning: &warning,
        footer: &footer,
    }
    .render()?;
    let html = Html {
        language: letter.language.tag(),
        subject: &subject,
        greeting: &greeting,
        intro: &intro,
        code: &code,
        expiry: &expiry,
        warning: &warning,
        footer: &footer,
    }
    .render()?;
    Ok(RenderedMail {
        subject,
        text,
        html,
    })
}

#[cfg(test)]
mod tests {
    use keyholder_domain::{ids::SignInId, language::Language, timestamp::Timestamp};

    use super::*;

    #[test]
    fn s027_the_letter_shows_its_code_in_every_language_and_leads_nowhere() {
        for language in Language::ALL {
            let letter = CodeLetter {
                language,
                address: "maria@example.com".to_owned(),
                name: "Maria <b>Rossi</b>".to_owned(),
                run: SignInId::from_uuid(uuid::Uuid::nil()),
                number: 1,
                expires_at: Timestamp::from_micros(1_700_000_000_000_000),
            };
            let mail = render(&letter, "042917").unwrap();
            for text in [&mail.subject, &mail.text, &mail.html] {
                assert!(!text.contains("sign-in-code"), "{text}");
            }
            assert!(mail.text.contains("042 917") && mail.html.contains("042 917"));
            assert!(!mail.subject.contains("042"), "{}", mail.subject);
            assert!(mail.text.contains("2023-11-14 22:13 UTC"), "{}", mail.text);
            assert!(!mail.html.contains("<b>Rossi"), "{}", mail.html);
            assert!(!mail.html.contains("href"), "{}", mail.html);
        }
    }
}
