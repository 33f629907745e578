//! Who signs in with a password and who with another provider: a column, a filter and a count of the list of users.

use std::collections::BTreeSet;

use keyholder_client::Session;
use keyholder_contract::{
    saved_filter::{SaveFilter, UserListFilter},
    user::CreateUser,
    user_list::{UserCountQuery, UserQuery},
};
use keyholder_domain::{
    directory_query::SortKey,
    role::BuiltInRole,
    sign_in_way::{ListedWay, SignInWay},
};
use keyholder_store::on_both_databases;

use crate::{
    external_identities::{MARIAS, link},
    support::{Member, requests::verified},
    without_password::{Scene, arrived},
};

on_both_databases! {
    async fn s028_who_signs_in_where_is_shown_filtered_and_counted(database: TestDatabase) {
        let scene = arrived(database, BuiltInRole::Cashier).await;
        let Scene { house, provider, merchant, .. } = &scene;
        let zoe = Member::new("zoe", BuiltInRole::MerchantAdministrator);
        let zoe = house.member(merchant, zoe).await;
        let at_harbour = Member::new("lea", BuiltInRole::LocationAdministrator).at(merchant.locations[0]);
        let lea = house.member(merchant, at_harbour).await;
        let by = house.sign_in(&zoe).await;
        // Chosen for the provider, and not there yet; a password with an account linked beside it.
        let ben = CreateUser { sign_in_way: SignInWay::External, ..verified("ben", merchant.roles["cashier"]) };
        let ben = by.create_user(merchant.id, &ben, None).await.unwrap().id;
        link(&house.sign_in(&scene.maria).await, provider, MARIAS).await.unwrap();

        let (ada, maria) = (scene.user.id, scene.maria.id);
        let anna = by.list_users(merchant.id, &UserQuery::default()).await.unwrap().items;
        let anna = anna.iter().find(|row| row.given_name == "anna").unwrap().id;
        let passwords = vec![anna, lea.id, maria, zoe.id];
        let (password, external, not_yet) = (ListedWay::Password, ListedWay::External, ListedWay::NotYet);
        let both = [ada, ben];
        for (asked, expected) in [
            (vec![password], passwords.clone()),
            (vec![external], vec![ada]),
            (vec![not_yet], vec![ben]),
            (vec![external, not_yet], both.to_vec()),
            (vec![password, external, not_yet], [passwords.as_slice(), &both].concat()),
        ] {
            let expected: BTreeSet<_> = expected.into_iter().collect();
            for sort in [SortKey::Name, SortKey::SignInName, SortKey::CreatedAt, SortKey::LastSignInAt] {
                let query = UserQuery { sign_in_way: asked.clone(), sort, count: true, ..UserQuery::default() };
                let page = by.list_users(merchant.id, &query).await.unwrap();
                let found: BTreeSet<_> = page.items.iter().map(|row| row.id).collect();
                assert_eq!(found, expected, "{query:?}");
                assert!(page.items.iter().all(|row| asked.contains(&row.sign_in_way)));
                assert_eq!(page.page.total, u32::try_from(expected.len()).ok());
            }
        }
        let search = UserQuery { sign_in_way: vec![external], search: Some("ada".to_owned()), ..UserQuery::default() };
        assert_eq!(by.list_users(merchant.id, &search).await.unwrap().items.len(), 1);
        let counted = async |by: &Session, asked: Vec<ListedWay>| {
            let query = UserCountQuery { sign_in_way: asked, ..UserCountQuery::default() };
            let counts = by.count_users(merchant.id, &query).await.unwrap();
            counts.sign_in_ways.iter().map(|each| (each.sign_in_way, each.count)).collect::<Vec<_>>()
        };
        assert_eq!(counted(&by, Vec::new()).await, [(password, 4), (external, 1), (not_yet, 1)]);
        assert_eq!(counted(&by, vec![external]).await, [(password, 0), (external, 1), (not_yet, 0)]);
        // L8: nothing of whom one may not see.
        let lea = house.sign_in(&lea).await;
        assert_eq!(counted(&lea, Vec::new()).await, [(password, 1), (external, 0), (not_yet, 0)]);
        // Whoever lies in the bin is not counted.
        let version = by.read_user(merchant.id, ada).await.unwrap().version;
        by.delete_user(merchant.id, ada, version).await.unwrap();
        assert_eq!(counted(&by, Vec::new()).await, [(password, 4), (external, 0), (not_yet, 1)]);
        // Kept like every other filter.
        let filter = UserListFilter { sign_in_way: vec![external], ..UserListFilter::default() };
        let kept = SaveFilter { name: "At Microsoft".to_owned(), filter: filter.clone() };
        by.create_saved_filter(merchant.id, &kept, None).await.unwrap();
        let kept = by.list_saved_filters(merchant.id).await.unwrap().items;
        assert_eq!(kept[0].filter, filter);
    }
}
