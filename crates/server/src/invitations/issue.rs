//! Making a link and, for verified users, its mail: the one way to invite.

use keyholder_contract::external_identity::ExternalProvider;
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, InvitationId, UserId},
    language::Language,
    sign_in_way::SignInWay,
    timestamp::Timestamp,
    user::SignInName,
};
use keyholder_store::{
    WriteTransaction, access_facts, external_identities,
    invitations::{self, NewInvitation},
    security_policies,
};
use serde_json::json;

use super::link::{LinkPurpose, LinkSeed};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    external_identities::offered,
    hand_over::{self, HandedOver},
    http::ApiResult,
    mail::{self, Letter, allowance, letter::Invitation},
};

/// For whom the link is.
pub(crate) struct Recipient<'a> {
    pub(crate) customer_id: CustomerId,
    /// The customer's name, for the mail.
    pub(crate) customer_name: &'a str,
    pub(crate) user_id: UserId,
    pub(crate) sign_in_name: &'a SignInName,
    /// As the inviter entered them.
    pub(crate) given_name: &'a str,
    pub(crate) family_name: &'a str,
    pub(crate) language: Language,
}

/// How the link reaches the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delivery {
    /// By mail, for verified users (S39).
    Mail,
    /// By whoever made it, for unverified users (S40), with a code to tell by another way (L15).
    ByHand,
    /// On the terminal of whoever runs the command line. A code would go the same way as the link.
    Printed,
}

impl Delivery {
    /// The way for a kind of sign-in name.
    pub(crate) const fn of(name: &SignInName) -> Self {
        match name {
            SignInName::Email(_) => Self::Mail,
            SignInName::Username(_) => Self::ByHand,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::ByHand | Self::Printed => "by_hand",
        }
    }
}

/// A link that was made.
pub(crate) enum Made {
    /// Its reader alone sees it.
    Mailed { expires_at: Timestamp },
    /// With its code.
    HandedOver(HandedOver),
    /// Without one.
    Printed { link: String, expires_at: Timestamp },
}

impl Made {
    /// Until when it works.
    pub(crate) const fn expires_at(&self) -> Timestamp {
        match self {
            Self::Mailed { expires_at } | Self::Printed { expires_at, .. } => *expires_at,
            Self::HandedOver(handed) => handed.expires_at,
        }
    }
}

/// Makes a link that works as long as the customer says and replaces the earlier ones.
pub(crate) async fn issue(
    tx: &WriteTransaction,
    app: &App,
    recipient: &Recipient<'_>,
    by: Option<UserId>,
    delivery: Delivery,
    now: Timestamp,
) -> ApiResult<Made> {
    let (made, entry) = make(tx, app, recipient, by, delivery, now).await?;
    record(tx, app, entry).await?;
    Ok(made)
}

/// As [`issue`], by an operator: the customer reads that the payment provider did it.
pub(crate) async fn issue_by_provider(
    tx: &WriteTransaction,
    app: &App,
    recipient: &Recipient<'_>,
    by: UserId,
    delivery: Delivery,
    now: Timestamp,
) -> ApiResult<Made> {
    let (made, entry) = make(tx, app, recipient, Some(by), delivery, now).await?;
    let details = by_provider(entry.details);
    record(tx, app, Entry { details, ..entry }).await?;
    Ok(made)
}

async fn make(
    tx: &WriteTransaction,
    app: &App,
    recipient: &Recipient<'_>,
    by: Option<UserId>,
    delivery: Delivery,
    now: Timestamp,
) -> ApiResult<(Made, Entry)> {
    let seed = LinkSeed::draw(&app.random);
    let token = seed.token(LinkPurpose::Activation, &app.keys);
    let policy = security_policies::find(tx, recipient.customer_id).await?;
    let expires_at = now
        + policy
            .map(|stored| stored.policy)
            .unwrap_or_default()
            .invitation();
    let new = NewInvitation {
        id: InvitationId::from_uuid(app.random.uuid(now)),
        customer_id: recipient.customer_id,
        user_id: recipient.user_id,
        token_hash: token.hash(),
        created_at: now,
        created_by: by,
        needs_code: delivery == Delivery::ByHand,
        mailed: delivery == Delivery::Mail,
        expires_at,
    };
    invitations::insert(tx, &new).await?;
    let made = match delivery {
        Delivery::Mail => {
            let kind = allowance::Kind::Invitation(recipient.customer_id);
            let address = recipient.sign_in_name.folded();
            allowance::require(tx, app, kind, &address, now).await?;
            let letter = Letter::Invitation(Invitation {
                language: recipient.language,
                address: recipient.sign_in_name.as_str().to_owned(),
                name: format!("{} {}", recipient.given_name, recipient.family_name),
                customer: recipient.customer_name.to_owned(),
                provider: provider_of(tx, app, recipient).await?,
                seed,
                expires_at,
            });
            mail::post(tx, app, &letter, now).await?;
            Made::Mailed { expires_at }
        }
        Delivery::ByHand => Made::HandedOver(HandedOver {
            link: token.address(&app.origin),
            code: hand_over::code(&app.keys, token.as_str()).to_string(),
            expires_at,
        }),
        Delivery::Printed => Made::Printed {
            link: token.address(&app.origin),
            expires_at,
        },
    };
    let entry = Entry {
        customer_id: Some(recipient.customer_id),
        actor_id: by,
        action: AuditAction::UserInvited,
        target_id: Some(recipient.user_id),
        details: json!({ "invitation": new.id, "delivery": delivery.code() }),
    };
    Ok((made, entry))
}

/// The other provider that the link leads to, or that the person accepts with: whichever this customer chose,
/// whoever signs in there alone has nothing else. Only they read it, in their own mailbox.
async fn provider_of(
    tx: &WriteTransaction,
    app: &App,
    recipient: &Recipient<'_>,
) -> ApiResult<Option<ExternalProvider>> {
    let facts = access_facts::find(tx, recipient.customer_id, recipient.user_id).await?;
    let chosen = facts.is_some_and(|facts| facts.sign_in_way == SignInWay::External);
    let way = external_identities::sign_in_way(tx, recipient.user_id).await?;
    let external = chosen || way == SignInWay::External;
    Ok(offered(app).filter(|_| external))
}
