//! What is done to many at once is what is done to one: the app takes the same step for each, a few at
//! a time, and no operation of the service takes many. So rights, entries and refusals are the same.

use std::collections::{BTreeMap, BTreeSet};

use keyholder_client::Session;
use keyholder_contract::{
    audit::{AuditQuery, VerificationState},
    problem::ErrorCode,
    user_list::{UserQuery, UserRow},
};
use keyholder_domain::{
    ids::UserId, role::BuiltInRole, security_policy::SecurityPolicy, user::Origin,
    user_status::UserStatusKind,
};
use keyholder_store::{memberships, on_both_databases};
use tokio::task::JoinSet;

use crate::{
    bulk_steps::{AT_ONCE, STEPS, Step, take},
    support::{House, Member, Merchant, Person},
};

/// A customer, and what its users are called.
struct World {
    merchant: Merchant,
    labels: BTreeMap<UserId, &'static str>,
    callers: Vec<(&'static str, Session)>,
}

const HERE: [&str; 7] = ["till", "clerk", "pending", "off", "gone", "foreign", "luc"];

impl World {
    async fn build(house: &House, number: &str) -> Self {
        let merchant = house.merchant(number).await;
        let mut people: BTreeMap<&'static str, Person> = BTreeMap::new();
        for (label, role) in [
            ("chief", BuiltInRole::MerchantAdministrator),
            ("second", BuiltInRole::MerchantAdministrator),
            ("luc", BuiltInRole::LocationAdministrator),
            ("dev", BuiltInRole::Developer),
            ("everywhere", BuiltInRole::Cashier),
            ("till", BuiltInRole::Cashier),
            ("clerk", BuiltInRole::Finance),
            ("pending", BuiltInRole::Cashier),
            ("off", BuiltInRole::Cashier),
            ("gone", BuiltInRole::Cashier),
            ("foreign", BuiltInRole::Cashier),
        ] {
            let mut member = Member::new(format!("{label}-{number}"), role);
            if HERE.contains(&label) {
                member = member.at(merchant.locations[0]);
            }
            member = match label {
                "pending" => member.pending(),
                "off" => member.deactivated(),
                _ => member,
            };
            people.insert(label, house.member(&merchant, member).await);
        }
        let tx = house.app.database.begin_write().await.unwrap();
        memberships::delete(&tx, merchant.id, people["gone"].id, house.app.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        for table in ["memberships", "directory"] {
            let foreign = people["foreign"].id;
            let scim = Origin::Scim.code();
            let sql = format!("UPDATE {table} SET origin = '{scim}' WHERE user_id = '{foreign}'");
            house.database.run(&sql).await.unwrap();
        }
        let mut callers = Vec::new();
        for label in ["dev", "luc", "chief"] {
            callers.push((label, house.sign_in(&people[label]).await));
        }
        let (_, chief) = callers.last().unwrap();
        let view = chief.read_security_policy(merchant.id).await.unwrap();
        let policy = SecurityPolicy {
            approve_critical_grants: true,
            ..view.policy
        };
        let changed = chief.change_security_policy(merchant.id, view.version, &policy);
        changed.await.unwrap();
        let labels = people
            .iter()
            .map(|(label, person)| (person.id, *label))
            .collect();
        Self {
            merchant,
            labels,
            callers,
        }
    }

    fn chief(&self) -> &Session {
        &self.callers[2].1
    }

    /// Everybody, the bin included, as the list shows them.
    async fn rows(&self) -> Vec<UserRow> {
        let query = UserQuery {
            status: UserStatusKind::ALL.to_vec(),
            limit: Some(200),
            ..UserQuery::default()
        };
        let page = self.chief().list_users(self.merchant.id, &query).await;
        page.unwrap().items
    }

    /// Every entry of the log, in the words of this world, whatever its place.
    async fn log(&self) -> Vec<String> {
        let query = AuditQuery {
            limit: Some(200),
            ..AuditQuery::default()
        };
        let page = self
            .chief()
            .list_audit_events(self.merchant.id, &query)
            .await;
        let page = page.unwrap();
        assert_eq!(page.page.next_cursor, None, "one page holds them all");
        let label = |id: Option<UserId>| id.map(|id| self.labels[&id]);
        let mut entries: Vec<_> = page
            .items
            .into_iter()
            .map(|mut entry| {
                let (actor, target) = (label(entry.actor_id), label(entry.target_id));
                // Roles stand in the order of their ids, which are drawn for each customer.
                for change in &mut entry.changes {
                    change
                        .before
                        .sort_by(|one, other| one.text.cmp(&other.text));
                    change.after.sort_by(|one, other| one.text.cmp(&other.text));
                }
                format!(
                    "{:?} {actor:?} {target:?} {:?}",
                    entry.action, entry.changes
                )
            })
            .collect();
        entries.sort_unstable();
        entries
    }
}

type Outcome = (&'static str, Step, &'static str, Option<ErrorCode>);

fn outcome(
    caller: &'static str,
    step: Step,
    label: &'static str,
    done: keyholder_client::Result<()>,
) -> Outcome {
    let refusal = done
        .err()
        .map(|error| error.code().expect("the service answered"));
    (caller, step, label, refusal)
}

/// One after the other, each read in full before.
async fn singly(world: &World) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for (caller, session) in &world.callers {
        for step in STEPS {
            for row in world.rows().await {
                let label = world.labels[&row.id];
                let user = world.chief().read_user(world.merchant.id, row.id).await;
                assert_eq!(user.unwrap().version, row.version);
                let key = format!("{caller}-{step:?}-{label}");
                let done = take(step, session, &world.merchant, &row, &key).await;
                outcomes.push(outcome(caller, step, label, done));
            }
        }
    }
    outcomes
}

/// A selection that is frozen first, then a few at a time.
async fn together(world: &World) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    for (caller, session) in &world.callers {
        for step in STEPS {
            let selection = world.rows().await;
            for some in selection.chunks(AT_ONCE) {
                let mut running = JoinSet::new();
                for row in some {
                    let label = world.labels[&row.id];
                    let key = format!("{caller}-{step:?}-{label}");
                    let (caller, row) = (*caller, row.clone());
                    let (session, merchant) = (session.clone(), world.merchant.clone());
                    running.spawn(async move {
                        let done = take(step, &session, &merchant, &row, &key).await;
                        outcome(caller, step, label, done)
                    });
                }
                outcomes.extend(running.join_all().await);
            }
        }
    }
    outcomes
}

on_both_databases! {
    async fn reg_bulk_equals_single(database: TestDatabase) {
        let house = House::on(database).await;
        let (one, many) = (World::build(&house, "200001").await, World::build(&house, "200002").await);
        let sorted = |mut outcomes: Vec<Outcome>| {
            outcomes.sort_unstable_by_key(|(caller, step, label, _)| (*caller, *step, *label));
            outcomes
        };
        let expected = sorted(singly(&one).await);
        let outcomes = sorted(together(&many).await);
        assert_eq!(outcomes, expected);
        assert_eq!(many.log().await, one.log().await);
        for world in [&one, &many] {
            let checked = world.chief().verify_audit_events(world.merchant.id).await.unwrap();
            assert_eq!(checked.state, VerificationState::Intact);
        }
        let shown = async |world: &World| {
            let rows = world.rows().await.into_iter();
            let row = |row: UserRow| {
                let roles: BTreeSet<_> = row.roles.iter().map(|role| role.built_in.unwrap().code()).collect();
                (world.labels[&row.id], row.version, row.status.kind, roles, row.scope)
            };
            rows.map(row).collect::<Vec<_>>()
        };
        assert_eq!(shown(&many).await, shown(&one).await);

        // Something was done in each step but unlocking (nobody was locked), and refused in every way.
        let done: BTreeSet<_> = expected.iter().filter(|each| each.3.is_none()).map(|each| each.1).collect();
        assert_eq!(done.len(), STEPS.len() - 1, "{done:?}");
        let codes: BTreeSet<_> = expected.iter().filter_map(|each| each.3).map(ErrorCode::code).collect();
        for code in [
            "permission_missing", "not_found", "own_access", "target_holds_more", "grants_more",
            "adopt_first", "wrong_status", "invalid_fields", "approval_required",
        ] {
            assert!(codes.contains(code), "{code} is not among {codes:?}");
        }
    }
}
