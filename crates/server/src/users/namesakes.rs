//! Whoever has an address at a customer already, when somebody is added there under it.
//!
//! ```text
//! seen by the actor, not in the bin ... refused: they are there already
//! seen, in the bin .................... what lay there is gone, and the address is used anew
//! hidden from the actor (L8) .......... nothing is told: the new user claims the address, as if it
//!                                       were somebody's at another customer
//! ```

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    access::{self, Actor, UserAction, VisibleUsers},
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
    user::SignInName,
};
use keyholder_store::{WriteTransaction, access_facts, directory::Holder, erasure};

use super::{
    acting,
    claim::{self, Called},
    create::Person,
    new_user::NewUser,
};
use crate::{App, http::ApiResult};

/// Whether the actor may know that somebody belongs to the customer.
pub(crate) async fn sees(
    tx: &WriteTransaction,
    customer: CustomerId,
    actor: &Actor,
    user: UserId,
) -> ApiResult<bool> {
    let visible = access::visible_users(actor)?;
    if visible == VisibleUsers::All {
        return Ok(true);
    }
    let facts = access_facts::find(tx, customer, user).await?;
    Ok(facts.is_some_and(|facts| visible.admits(&facts.access.scope)))
}

/// Makes room for the person under their address, where `holders` are on the list; gives who is added there.
pub(super) async fn make_room(
    tx: &WriteTransaction,
    app: &App,
    (customer, actor): (CustomerId, &Actor),
    (person, holders): (Person, &[Holder]),
    new: &NewUser,
    now: Timestamp,
) -> ApiResult<Person> {
    let Person(found, name) = person;
    let (mut seen, mut is_hidden) = (Vec::new(), false);
    for holder in holders {
        if sees(tx, customer, actor, holder.user_id).await? {
            seen.push(holder);
        } else {
            is_hidden |= holder.user_id == found;
        }
    }
    let mut claimant = None;
    for holder in seen {
        if !holder.deleted {
            return Err(ErrorCode::UserExists.into());
        }
        if is_hidden || holder.user_id == found {
            take_out_of_the_bin(tx, customer, actor, holder.user_id).await?;
            claimant = Some(holder.user_id);
        }
    }
    let SignInName::Email(email) = &name else {
        return Ok(Person(found, name));
    };
    if !is_hidden {
        return Ok(Person(found, name));
    }
    if let Some(claimant) = claimant {
        return Ok(Person(claimant, name));
    }
    let called = Called {
        given_name: &new.given_name,
        family_name: &new.family_name,
        language: new.language,
    };
    let id = claim::add_person(tx, app, &called, email, now).await?;
    Ok(Person(id, name))
}

/// What lay in the bin is gone, if the actor could have taken it out.
async fn take_out_of_the_bin(
    tx: &WriteTransaction,
    customer: CustomerId,
    actor: &Actor,
    user: UserId,
) -> ApiResult<()> {
    let target = acting::lock_target(tx, customer, user).await?;
    access::may(actor, &UserAction::Restore, &acting::target(&target))
        .map_err(|_| ErrorCode::UserExists)?;
    erasure::remove_membership(tx, customer, user).await?;
    Ok(())
}
