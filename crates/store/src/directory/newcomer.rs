//! Somebody whom this transaction has added, put on the list without a question: all that the row says, and
//! all that decisions about them rest on, was written a moment ago.

use std::collections::BTreeSet;

use keyholder_domain::{
    access::Access,
    ids::LocationGroupId,
    location_scope::LocationScope,
    origin,
    permission::PermissionSet,
    second_factor::FactorState,
    sign_in_way::{ListedWay, SignInWay},
    timestamp::Timestamp,
    user::SignInName,
    user_status::StatusFacts,
};

use super::{DirectoryRow, refresh, source::Source};
use crate::{
    access_facts::AccessFacts, error::StoreError, memberships::NewMembership,
    transaction::WriteTransaction,
};

/// A membership that was added in this transaction.
#[derive(Clone, Debug)]
pub struct Newcomer<'a> {
    /// As it was added, with every role.
    pub membership: &'a NewMembership,
    /// As the inviter typed it.
    pub sign_in_name: &'a SignInName,
    /// How they are to sign in.
    pub sign_in_way: SignInWay,
    /// The groups of locations in their scope.
    pub groups: BTreeSet<LocationGroupId>,
    /// What they hold, and where, with the groups as they are.
    pub access: Access,
    /// When a link was sent, if one was, and until when it works.
    pub invited: Option<(Timestamp, Timestamp)>,
}

/// Puts them on the list, at the latest when the transaction commits; gives what
/// [`super::find_in_full`] would find then. `colleague` is anybody at the same customer.
pub async fn list_newcomer(
    tx: &WriteTransaction,
    newcomer: &Newcomer<'_>,
    colleague: &AccessFacts,
) -> Result<(DirectoryRow, AccessFacts), StoreError> {
    let source = newcomer.source();
    refresh::write(tx, std::slice::from_ref(&source)).await?;
    let membership = newcomer.membership;
    tx.note_listed(membership.customer_id, membership.user_id);
    Ok((source.into_row()?.try_into()?, newcomer.facts(colleague)))
}

impl Newcomer<'_> {
    fn source(&self) -> Source {
        let new = self.membership;
        let location_count = match &self.access.scope {
            LocationScope::Only(reached) => i64::try_from(reached.len()).unwrap_or(i64::MAX),
            LocationScope::All | LocationScope::NoneYet => 0,
        };
        let roles: Vec<_> = new.roles.iter().map(ToString::to_string).collect();
        Source {
            customer_id: new.customer_id.to_string(),
            user_id: new.user_id.to_string(),
            version: 1,
            kind: self.sign_in_name.kind().code().to_owned(),
            sign_in_name: self.sign_in_name.as_str().to_owned(),
            given_name: new.given_name.as_str().to_owned(),
            family_name: new.family_name.as_str().to_owned(),
            language: new.language.tag().to_owned(),
            origin: new.origin.code().to_owned(),
            scope_kind: self.access.scope.code().to_owned(),
            location_count,
            role_ids: Some(roles.join(",")),
            created_at: new.created_at.as_micros(),
            accepted_at: None,
            deactivated_at: None,
            deleted_at: None,
            invited_at: self.invited.map(|(at, _)| at.as_micros()),
            invitation_expires_at: self.invited.map(|(_, until)| until.as_micros()),
            last_sign_in_at: None,
            locked_until: None,
            password_changed_at: None,
            adopted_at: None,
            second_factor: None,
            sign_in_way: ListedWay::NotYet.code().to_owned(),
            listed_search_text: None,
        }
    }

    fn facts(&self, colleague: &AccessFacts) -> AccessFacts {
        let new = self.membership;
        AccessFacts {
            user_id: new.user_id,
            version: 1,
            status: StatusFacts {
                invited_at: self.invited.map(|(at, _)| at),
                invitation_expires_at: self.invited.map(|(_, until)| until),
                deleted_at: None,
                deactivated_at: None,
                accepted_at: None,
                last_sign_in_at: None,
                locked_until: None,
                password_changed_at: None,
            },
            roles: new.roles.iter().copied().collect(),
            direct: PermissionSet::empty(),
            groups: self.groups.clone(),
            access: self.access.clone(),
            customer: colleague.customer,
            policy: colleague.policy,
            origin: new.origin,
            foreign: origin::is_foreign(new.origin, None),
            sign_in_way: self.sign_in_way,
            second_factor: FactorState::None,
            second_factor_elsewhere: false,
            factor_reset_at: None,
        }
    }
}
