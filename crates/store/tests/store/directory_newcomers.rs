//! Whoever was just added is listed without a question: as they would have been read.

use std::{collections::BTreeSet, time::Duration};

use keyholder_domain::{
    access::{Access, VisibleUsers},
    directory_query::{SearchText, UserFilter},
    ids::InvitationId,
    permission::PermissionSet,
    role::BuiltInRole,
    scope_choice::{Groups, ScopeChoice},
    sign_in_way::SignInWay,
    timestamp::Timestamp,
    user::SignInName,
    username::Username,
};
use keyholder_store::{
    WriteTransaction, access_facts,
    directory::{self, Newcomer, Viewpoint},
    invitations::{self, NewInvitation},
    location_groups, memberships, on_both_databases,
    testing::dump,
    users,
};

use crate::{
    directory_lists::{query, viewpoint},
    fixture::{self, NOW, customer_id, role_id, user_id},
    location_groups::{group_id, places},
};

/// Who adds the others.
const COLLEAGUE: u64 = 99;

/// How the number-th newcomer is to reach.
fn choice(number: u64) -> ScopeChoice {
    match number % 6 {
        0 => ScopeChoice::All,
        1 => ScopeChoice::NoneYet,
        2 => ScopeChoice::only(places([1]), BTreeSet::new()).unwrap(),
        3 => ScopeChoice::only(places([1, 3]), BTreeSet::new()).unwrap(),
        4 => ScopeChoice::only(places([]), [group_id(1)].into()).unwrap(),
        _ => ScopeChoice::only(places([1, 2]), [group_id(1), group_id(2)].into()).unwrap(),
    }
}

/// What they hold.
const fn held(number: u64) -> &'static [BuiltInRole] {
    match number % 3 {
        0 => &[],
        1 => &[BuiltInRole::Cashier],
        _ => &[BuiltInRole::Auditor, BuiltInRole::Cashier],
    }
}

/// Sends them a link; gives when, and until when it works.
async fn invite(tx: &WriteTransaction, number: u64) -> (Timestamp, Timestamp) {
    let invitation = NewInvitation {
        id: InvitationId::from_uuid(fixture::uuid(8, number)),
        customer_id: customer_id(1),
        user_id: user_id(number),
        token_hash: std::array::from_fn(|byte| number.to_be_bytes()[byte % 8]),
        created_at: NOW,
        created_by: None,
        needs_code: false,
        mailed: true,
        expires_at: NOW + Duration::from_secs(number),
    };
    invitations::insert(tx, &invitation).await.unwrap();
    (NOW, invitation.expires_at)
}

/// Adds the number-th newcomer in one of many ways, and lists them.
async fn add(tx: &WriteTransaction, number: u64, groups: &Groups) {
    let here = customer_id(1);
    let mut user = fixture::new_user(number, "Gîven", "Fämily");
    if number.is_multiple_of(2) {
        let drawn = u8::try_from(number).unwrap();
        user.sign_in_name = SignInName::Username(Username::generate([drawn; 5]));
    }
    let choice = choice(number);
    let mut membership = fixture::new_membership(1, &user);
    membership.roles = held(number).iter().map(|role| role_id(1, *role)).collect();
    membership.scope = choice.named();
    let typed = user.sign_in_name.as_str();
    users::insert(tx, &user).await.unwrap();
    memberships::insert_invited(tx, &membership, typed)
        .await
        .unwrap();
    location_groups::give(tx, here, user.id, &choice.groups())
        .await
        .unwrap();
    let mut way = SignInWay::Password;
    if number.is_multiple_of(5) {
        way = SignInWay::External;
        memberships::choose_external(tx, here, user.id)
            .await
            .unwrap();
    }
    let mut invited = None;
    if number % 4 == 1 {
        invited = Some(invite(tx, number).await);
    }
    let permissions = held(number).iter().map(|role| role.permissions());
    let newcomer = Newcomer {
        membership: &membership,
        sign_in_name: &user.sign_in_name,
        sign_in_way: way,
        groups: choice.groups(),
        access: Access {
            permissions: permissions.fold(PermissionSet::empty(), |all, more| all | more),
            scope: choice.reach(groups),
        },
        invited,
    };
    let colleague = access_facts::find(tx, here, user_id(COLLEAGUE))
        .await
        .unwrap()
        .unwrap();
    let given = directory::list_newcomer(tx, &newcomer, &colleague)
        .await
        .unwrap();
    let found = directory::find_in_full(tx, here, user.id).await.unwrap();
    assert_eq!(Some(given), found, "{number}");
}

on_both_databases! {
    async fn a_newcomer_is_listed_as_they_would_be_read(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let here = customer_id(1);
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &fixture::new_user(COLLEAGUE, "Here", "Already")).await;
        let groups: Groups = [(group_id(1), places([2])), (group_id(2), places([2, 3]))].into();
        for (number, held) in (1..).zip(groups.values()) {
            let name = format!("Group {number}");
            location_groups::insert(&tx, here, group_id(number), &name, held, NOW).await.unwrap();
        }
        tx.commit().await.unwrap();
        for number in 1..=60 {
            let tx = database.begin_write().await.unwrap();
            add(&tx, number, &groups).await;
            tx.commit().await.unwrap();
        }
        let listed = dump(database.database()).await;
        let tx = database.begin_write().await.unwrap();
        for number in 1..=60 {
            users::record_sign_in(&tx, user_id(number), NOW).await.unwrap();
        }
        tx.commit().await.unwrap();
        let read = dump(database.database()).await;
        assert_eq!(listed["directory"].len(), 61);
        for (listed, read) in listed["directory"].iter().zip(&read["directory"]) {
            assert_eq!(listed, read);
        }
    }

    async fn a_newcomer_is_found_by_a_fragment_of_their_name(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &fixture::new_user(COLLEAGUE, "Here", "Already")).await;
        add(&tx, 7, &Groups::new()).await;
        tx.commit().await.unwrap();
        for (customer, text, wanted) in [(1, "ämil", 1), (1, "user7@", 1), (1, "g", 1), (2, "ämil", 0), (1, "ämill", 0)] {
            let filter = UserFilter { search: SearchText::parse(text).unwrap(), ..UserFilter::default() };
            let at = Viewpoint { customer: customer_id(customer), ..viewpoint(&VisibleUsers::All) };
            let page = directory::list(database.database(), at, &query(filter, 10)).await.unwrap();
            assert_eq!(page.rows.len(), wanted, "{text} at {customer}");
        }
    }
}
