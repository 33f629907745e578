//! The steps that the app takes for each of a selection, and all of them at once for who could send away
//! everybody else.

use keyholder_client::Session;
use keyholder_contract::{
    pending_change::AskChange,
    problem::ErrorCode,
    user::{ChangeRoles, ChangeScope},
    user_list::{UserQuery, UserRow},
};
use keyholder_domain::role::BuiltInRole;
use keyholder_store::{access_facts, on_both_databases};
use tokio::task::JoinSet;

use crate::support::{House, Member, Merchant, requests::only};

/// How many steps the app takes at a time (`ui/src/app/runMany.ts`).
pub(crate) const AT_ONCE: usize = 4;

/// What the selection bar offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    AddRole,
    /// A role with critical rights, which takes a second administrator.
    AddCritical,
    /// What the app offers where the step before was refused for want of one.
    AskCritical,
    RemoveRole,
    SetLocations,
    Invite,
    SendResetLink,
    Unlock,
    Deactivate,
    Reactivate,
    Delete,
    Restore,
}

pub(crate) const STEPS: [Step; 12] = [
    Step::AddRole,
    Step::AddCritical,
    Step::AskCritical,
    Step::RemoveRole,
    Step::SetLocations,
    Step::Invite,
    Step::SendResetLink,
    Step::Unlock,
    Step::Deactivate,
    Step::Reactivate,
    Step::Delete,
    Step::Restore,
];

/// Takes a step for one row of a selection, as the app does.
pub(crate) async fn take(
    step: Step,
    by: &Session,
    at: &Merchant,
    row: &UserRow,
    key: &str,
) -> keyholder_client::Result<()> {
    let (customer, user, version) = (at.id, row.id, row.version);
    let (support, finance) = (at.roles["support"], at.roles["finance"]);
    let held = row.roles.iter().map(|role| role.id);
    match step {
        Step::AddRole => {
            let role_ids = held.chain([support]).collect();
            let roles = ChangeRoles { role_ids };
            by.change_user_roles(customer, user, version, &roles)
                .await?;
        }
        Step::AddCritical => {
            let others = held.filter(|role| *role != finance);
            let role_ids = others.chain([finance]).collect();
            let roles = ChangeRoles { role_ids };
            by.change_user_roles(customer, user, version, &roles)
                .await?;
        }
        Step::AskCritical => {
            let others = held.filter(|role| *role != finance);
            let change = AskChange::CriticalGrant {
                user_id: user,
                role_ids: others.chain([finance]).collect(),
                permissions: Vec::new(),
            };
            by.ask_change(customer, &change, Some(key)).await?;
        }
        Step::RemoveRole => {
            let role_ids = held.filter(|role| *role != support).collect();
            let roles = ChangeRoles { role_ids };
            by.change_user_roles(customer, user, version, &roles)
                .await?;
        }
        Step::SetLocations => {
            let scope = only(&at.locations[..1]);
            let scope = ChangeScope { scope };
            by.change_user_scope(customer, user, version, &scope)
                .await?;
        }
        Step::Invite => drop(by.invite_user(customer, user, Some(key)).await?),
        Step::SendResetLink => drop(by.send_reset_link(customer, user, Some(key)).await?),
        Step::Unlock => drop(by.unlock_user(customer, user, version).await?),
        Step::Deactivate => drop(by.deactivate_user(customer, user, version).await?),
        Step::Reactivate => drop(by.reactivate_user(customer, user, version).await?),
        Step::Delete => drop(by.delete_user(customer, user, version).await?),
        Step::Restore => drop(by.restore_user(customer, user, version).await?),
    }
    Ok(())
}

on_both_databases! {
    async fn reg_bulk_leaves_an_administrator(database: TestDatabase) {
        // Everybody who may sends everybody else away, each a few at a time, and all of them at once.
        let house = House::on(database).await;
        for (number, step) in [("200001", Step::Deactivate), ("200002", Step::Delete)] {
            let merchant = house.merchant(number).await;
            let mut sessions = Vec::new();
            for n in 0..4 {
                let chief = Member::new(format!("chief{n}-{number}"), BuiltInRole::MerchantAdministrator);
                sessions.push(house.sign_in(&house.member(&merchant, chief).await).await);
            }
            let everybody = sessions[0].list_users(merchant.id, &UserQuery::default()).await.unwrap().items;
            let mut running = JoinSet::new();
            for (by, session) in sessions.iter().enumerate() {
                for row in everybody.clone() {
                    let (session, merchant) = (session.clone(), merchant.clone());
                    running.spawn(async move {
                        let key = format!("{by}-{}", row.id);
                        take(step, &session, &merchant, &row, &key).await.err().and_then(|error| error.code())
                    });
                }
            }
            let refused: Vec<_> = running.join_all().await.into_iter().flatten().collect();
            assert!(refused.contains(&ErrorCode::OwnAccess), "{refused:?}");
            let tx = house.app.database.begin_write().await.unwrap();
            let left = access_facts::working_administrators(&tx, merchant.id, house.app.now()).await.unwrap();
            assert_eq!(left.len(), 1, "{step:?}: {refused:?}");
        }
    }
}
