//! A rendered mail as a message on the wire (RFC 5322, MIME).

use keyholder_domain::{ids::MailId, timestamp::Timestamp};
use lettre::{
    Message,
    address::AddressError,
    message::{Mailbox, MultiPart, header},
};

use super::{letter::Letter, render};

/// Why a letter cannot become a message.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EnvelopeError {
    /// The address is none that SMTP can carry.
    #[error("the address cannot be mailed to: {0}")]
    Address(#[from] AddressError),
    /// A template failed.
    #[error("the mail could not be rendered: {0}")]
    Render(#[from] askama::Error),
    /// The parts do not make a message.
    #[error("the message could not be built: {0}")]
    Message(#[from] lettre::error::Error),
}

/// Builds the message. Its `Message-ID` is made from the outbox id, so that a mail sent twice, after
/// a crash between sending and noting it, is one mail to every mail system that drops duplicates.
pub(crate) fn envelope(
    id: MailId,
    letter: &Letter,
    secret: &str,
    from: &Mailbox,
    now: Timestamp,
) -> Result<Message, EnvelopeError> {
    let rendered = render::render(letter, secret)?;
    let to = Mailbox::new(
        Some(letter.recipient().to_owned()),
        letter.address().parse()?,
    );
    let date = std::time::UNIX_EPOCH + now.since(Timestamp::from_micros(0));
    let message = Message::builder()
        .from(from.clone())
        .to(to)
        .subject(rendered.subject)
        .date(date)
        .message_id(Some(format!("<{id}@{}>", from.email.domain())))
        // RFC 3834: keeps out-of-office replies away.
        .header(AutoSubmitted)
        .multipart(MultiPart::alternative_plain_html(
            rendered.text,
            rendered.html,
        ))?;
    Ok(message)
}

/// `Auto-Submitted: auto-generated`.
#[derive(Clone, Copy)]
struct AutoSubmitted;

impl header::Header for AutoSubmitted {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
