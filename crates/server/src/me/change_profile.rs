//! Changing one's own name and language (S9, C3): everybody may, whatever their roles.

use keyholder_contract::profile::{ChangeProfile, Profile};
use keyholder_domain::audit::AuditAction;
use keyholder_store::{profiles, users};
use serde_json::json;

use super::profile;
use crate::{
    App,
    auth::SignedIn,
    http::{ApiResult, Fields, IfMatch},
    sessions::everywhere::{self, Event},
    users::new_user::read_name,
};
use keyholder_contract::problem::ErrorCode;

/// Sets name and language; every customer of the person sees it in its activity.
pub(super) async fn change(
    app: &App,
    caller: &SignedIn,
    if_match: IfMatch,
    request: &ChangeProfile,
) -> ApiResult<Profile> {
    let mut fields = Fields::default();
    let given_name = read_name(&mut fields, "given_name", &request.given_name);
    let family_name = read_name(&mut fields, "family_name", &request.family_name);
    fields.finish()?;
    let (Some(given_name), Some(family_name)) = (given_name, family_name) else {
        return Err(ErrorCode::InvalidFields.into());
    };
    let user_id = caller.user.id;
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    if_match.check(profiles::lock(&tx, user_id).await?)?;
    let before = users::find(&tx, user_id)
        .await?
        .ok_or(ErrorCode::SignInRequired)?;
    let mut changed = Vec::new();
    if before.given_name != given_name {
        changed.push("given_name");
    }
    if before.family_name != family_name {
        changed.push("family_name");
    }
    if before.language != request.language {
        changed.push("language");
    }
    if !changed.is_empty() {
        profiles::set(&tx, user_id, &given_name, &family_name, request.language).await?;
        let event = Event {
            actor_id: Some(user_id),
            action: AuditAction::ProfileChanged,
            target_id: Some(user_id),
            details: json!({ "fields": changed }),
        };
        let customers = everywhere::places(&tx, user_id, now).await?;
        everywhere::noted(&tx, app, &customers, &event).await?;
    }
    let profile = profile::read(&tx, user_id, now).await?;
    tx.commit().await?;
    Ok(profile)
}
