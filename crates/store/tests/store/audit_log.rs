//! Reading the log by what one looks for, and by whom one may know of.

use std::time::Duration;

use keyholder_domain::{
    access::VisibleUsers,
    audit::AuditAction,
    ids::{AuditSubjectId, UserId},
    location_scope::LocationScope,
    timestamp::Timestamp,
};
use keyholder_store::{
    Database,
    audit::{self, AuditFilter, AuditPosition, AuditView, NewAuditEvent},
    memberships::{self, NewMembership},
    on_both_databases, users,
};

use crate::fixture::{self, NOW, customer_id, user_id};

const MINUTE: Duration = Duration::from_mins(1);

fn minute(number: u64) -> Timestamp {
    NOW + MINUTE * u32::try_from(number).unwrap()
}

/// Entry `number`: every third is a refused sign-in of user 2, the others concern user 3 and, where
/// even, name the role of the details.
fn event(number: u64) -> NewAuditEvent {
    let refused = number.is_multiple_of(3);
    NewAuditEvent {
        at: minute(number),
        actor_id: (!refused).then(|| user_id(1)),
        action: if refused {
            AuditAction::SignInFailed
        } else {
            AuditAction::RolesChanged
        },
        target_id: Some(user_id(if refused { 2 } else { 3 })),
        details: if number.is_multiple_of(2) {
            format!(r#"{{"roles":{{"after":["{}"]}}}}"#, fixture::uuid(8, 8))
        } else {
            "{}".to_owned()
        },
        ..fixture::event(Some(1), number)
    }
}

async fn twelve_entries(database: &Database) {
    fixture::two_customers(database).await;
    let tx = database.begin_write().await.unwrap();
    for number in 1..=12 {
        fixture::append(&tx, &event(number)).await;
    }
    tx.commit().await.unwrap();
}

/// The places of all entries that are found, read in pages of two, newest first.
async fn places(database: &Database, view: AuditView<'_>, filter: &AuditFilter) -> Vec<i64> {
    let mut found = Vec::new();
    let mut position = AuditPosition::Newest;
    loop {
        let page = audit::page(database, view, filter, position, 2)
            .await
            .unwrap();
        found.extend(page.events.iter().map(|event| event.sequence));
        let Some(older) = page.older else {
            return found;
        };
        position = older;
    }
}

fn about(id: impl Into<Option<UserId>>) -> AuditFilter {
    AuditFilter {
        about: id.into().map(|id| AuditSubjectId::from_uuid(id.as_uuid())),
        ..AuditFilter::default()
    }
}

on_both_databases! {
    async fn entries_are_found_by_person_action_time_and_object(database: TestDatabase) {
        twelve_entries(&database).await;
        let whole = AuditView::whole(customer_id(1));
        let find = async |filter: &AuditFilter| places(database.database(), whole, filter).await;
        let all = AuditFilter::default();
        assert_eq!(find(&all).await, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
        assert_eq!(find(&about(user_id(2))).await, [12, 9, 6, 3], "to whom");
        assert_eq!(find(&about(user_id(1))).await, [11, 10, 8, 7, 5, 4, 2, 1], "who");
        let role = AuditFilter {
            about: Some(AuditSubjectId::from_uuid(fixture::uuid(8, 8))),
            ..all.clone()
        };
        assert_eq!(find(&role).await, [12, 10, 8, 6, 4, 2], "an object");
        let refused = AuditFilter { actions: vec![AuditAction::SignInFailed], ..all.clone() };
        assert_eq!(find(&refused).await, [12, 9, 6, 3]);
        let several = AuditFilter {
            actions: vec![AuditAction::SignInFailed, AuditAction::RolesChanged, AuditAction::SignedOut],
            ..all.clone()
        };
        assert_eq!(find(&several).await.len(), 12);
        let span = AuditFilter { from: Some(minute(4)), until: Some(minute(8)), ..all.clone() };
        assert_eq!(find(&span).await, [7, 6, 5, 4], "from is within, until is not");
        let narrow = AuditFilter { actions: vec![AuditAction::SignInFailed], ..span.clone() };
        assert_eq!(find(&narrow).await, [6]);
        let role_in_span = AuditFilter { about: role.about, ..span };
        assert_eq!(find(&role_in_span).await, [6, 4]);
        let later = AuditFilter { from: Some(minute(99)), ..all.clone() };
        assert_eq!(find(&later).await, Vec::<i64>::new());
        let earlier = AuditFilter { until: Some(minute(1)), ..all };
        assert_eq!(find(&earlier).await, Vec::<i64>::new());
    }

    async fn times_never_run_backwards_in_a_chain(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        for (number, at) in [(1, minute(9)), (2, minute(3)), (3, minute(10))] {
            fixture::append(&tx, &NewAuditEvent { at, ..event(number) }).await;
        }
        tx.commit().await.unwrap();
        let whole = AuditView::whole(customer_id(1));
        let page = audit::page(database.database(), whole, &AuditFilter::default(), AuditPosition::Newest, 9)
            .await
            .unwrap();
        let times: Vec<_> = page.events.iter().map(|event| event.at).collect();
        assert_eq!(times, [minute(10), minute(9), minute(9)]);
        audit::verify(database.database(), Some(customer_id(1))).await.unwrap();
    }

    async fn a_limited_viewer_finds_only_entries_of_whom_they_see(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        let (place, other) = (fixture::location_id(1, 1), fixture::location_id(1, 2));
        for (number, scope) in [
            (1, LocationScope::All),
            (2, LocationScope::only([place]).unwrap()),
            (3, LocationScope::only([other]).unwrap()),
        ] {
            let user = fixture::new_user(number, "Given", "Family");
            users::insert(&tx, &user).await.unwrap();
            let membership = NewMembership { scope, ..fixture::new_membership(1, &user) };
            memberships::insert(&tx, &membership).await.unwrap();
        }
        for number in 1..=12 {
            fixture::append(&tx, &event(number)).await;
        }
        tx.commit().await.unwrap();
        let harbour = VisibleUsers::WithinLocations([place].into());
        let view = AuditView {
            customer: customer_id(1),
            visible: &harbour,
            viewer: Some(user_id(2)),
        };
        let on = database.database();
        assert_eq!(places(on, view, &AuditFilter::default()).await, [12, 9, 6, 3]);
        assert_eq!(places(on, view, &about(user_id(3))).await, Vec::<i64>::new());
        let failed = AuditFilter { actions: vec![AuditAction::SignInFailed], ..AuditFilter::default() };
        assert_eq!(places(on, view, &failed).await, [12, 9, 6, 3]);
        let changed = AuditFilter { actions: vec![AuditAction::RolesChanged], ..AuditFilter::default() };
        assert_eq!(places(on, view, &changed).await, Vec::<i64>::new());

        let all = audit::sign_ins_by_day(on, AuditView::whole(customer_id(1)), NOW, 0).await.unwrap();
        assert_eq!(all.iter().map(|day| day.count).sum::<u64>(), 4);
        let none = VisibleUsers::WithinLocations([other].into());
        let elsewhere = AuditView { visible: &none, viewer: Some(user_id(3)), ..view };
        assert_eq!(audit::sign_ins_by_day(on, elsewhere, NOW, 0).await.unwrap(), []);
    }

    async fn sign_ins_are_counted_by_the_viewers_days(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        // 22:13:20 UTC: in Zurich (UTC+1) the last of these is already on the next day.
        for (number, minutes) in [(3, 0), (6, 30), (9, 60)] {
            fixture::append(&tx, &NewAuditEvent { at: minute(minutes), ..event(number) }).await;
        }
        tx.commit().await.unwrap();
        let whole = AuditView::whole(customer_id(1));
        let on = database.database();
        let utc = audit::sign_ins_by_day(on, whole, NOW, 0).await.unwrap();
        assert_eq!(utc.iter().map(|day| day.count).collect::<Vec<_>>(), [3]);
        let zurich = audit::sign_ins_by_day(on, whole, NOW, 60).await.unwrap();
        assert_eq!(zurich.iter().map(|day| day.count).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(zurich[1].day, zurich[0].day + 1);
        let later = audit::sign_ins_by_day(on, whole, minute(45), 0).await.unwrap();
        assert_eq!(later.iter().map(|day| day.count).collect::<Vec<_>>(), [1]);
    }
}
