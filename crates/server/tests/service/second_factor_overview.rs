//! Who has a second factor: a column, a filter and a count of the list of users.

use keyholder_client::Session;
use keyholder_contract::{
    problem::ErrorCode,
    user_list::{UserCountQuery, UserQuery},
};
use keyholder_domain::{
    directory_query::SortKey, ids::UserId, role::BuiltInRole, second_factor::FactorState,
};
use keyholder_store::on_both_databases;

use crate::support::{House, Member};

on_both_databases! {
    async fn s115_who_has_a_second_factor_is_shown_filtered_and_counted(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let harbour = merchant.locations[0];
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier).at(harbour)).await;
        let cleo = house.member(&merchant, Member::new("cleo", BuiltInRole::Cashier)).await;
        let off = house.member(&merchant, Member::new("off", BuiltInRole::Cashier)).await;
        let pending = house.member(&merchant, Member::new("pending", BuiltInRole::Cashier).pending()).await;
        let limited = Member::new("lea", BuiltInRole::LocationAdministrator).at(harbour);
        let limited = house.member(&merchant, limited).await;
        let (admin, lea) = (house.sign_in(&anna).await, house.sign_in(&limited).await);
        let enrolled = house.enrol(&ben).await;
        house.enrol(&cleo).await;
        house.enrol(&off).await;
        house.deactivate(&merchant, &off).await;

        let row = async |id: UserId| {
            let page = admin.list_users(merchant.id, &UserQuery::default()).await.unwrap();
            page.items.into_iter().find(|row| row.id == id).unwrap().second_factor
        };
        let states = [row(anna.id).await, row(ben.id).await, row(pending.id).await];
        assert_eq!(states, [Some(FactorState::None), Some(FactorState::App), None]);
        let (none, app, passkey) = (FactorState::None, FactorState::App, FactorState::Passkey);
        for (by, asked, expected) in [
            (&admin, vec![none], vec![anna.id, limited.id]),
            (&admin, vec![app], vec![ben.id, cleo.id, off.id]),
            (&admin, vec![none, app], vec![anna.id, ben.id, cleo.id, limited.id, off.id]),
            // L8: nothing of whom one may not see.
            (&lea, vec![app], vec![ben.id]),
        ] {
            for sort in [SortKey::Name, SortKey::SignInName, SortKey::CreatedAt, SortKey::LastSignInAt] {
                let query = UserQuery { second_factor: asked.clone(), sort, count: true, ..UserQuery::default() };
                let page = by.list_users(merchant.id, &query).await.unwrap();
                let mut found: Vec<_> = page.items.iter().map(|row| (row.given_name.clone(), row.id)).collect();
                found.sort();
                let found: Vec<_> = found.into_iter().map(|(_, id)| id).collect();
                assert_eq!(found, expected, "{query:?}");
                assert_eq!(page.page.total, u32::try_from(expected.len()).ok());
            }
        }
        let search = UserQuery { second_factor: vec![app], search: Some("cle".to_owned()), ..UserQuery::default() };
        assert_eq!(admin.list_users(merchant.id, &search).await.unwrap().items.len(), 1);
        let counted = async |by: &Session, query: UserCountQuery| {
            let counts = by.count_users(merchant.id, &query).await.unwrap();
            counts.second_factors.iter().map(|each| (each.second_factor, each.count)).collect::<Vec<_>>()
        };
        // Of those who get in: whoever is switched off is none of them.
        let mailed = FactorState::MailedCode;
        assert_eq!(counted(&admin, UserCountQuery::default()).await, [(none, 2), (mailed, 0), (app, 2), (passkey, 0)]);
        assert_eq!(counted(&lea, UserCountQuery::default()).await, [(none, 1), (mailed, 0), (app, 1), (passkey, 0)]);
        let apps = UserCountQuery { second_factor: vec![app], ..UserCountQuery::default() };
        assert_eq!(counted(&admin, apps).await, [(none, 0), (mailed, 0), (app, 2), (passkey, 0)]);

        let own = enrolled.session.list_own_second_factors().await.unwrap();
        enrolled.session.remove_authenticator(own.authenticators[0].id).await.unwrap();
        assert_eq!(row(ben.id).await, Some(FactorState::None), "at once");
        assert_eq!(counted(&admin, UserCountQuery::default()).await, [(none, 3), (mailed, 0), (app, 1), (passkey, 0)]);
        house.mail_codes(&anna).await;
        house.mail_codes(&ben).await;
        assert_eq!(row(ben.id).await, Some(FactorState::MailedCode), "at once");
        assert_eq!(counted(&admin, UserCountQuery::default()).await, [(none, 1), (mailed, 2), (app, 1), (passkey, 0)]);
        assert_eq!(counted(&lea, UserCountQuery::default()).await, [(none, 1), (mailed, 1), (app, 0), (passkey, 0)]);
        for sort in [SortKey::Name, SortKey::CreatedAt] {
            let query = UserQuery { second_factor: vec![mailed], sort, count: true, ..UserQuery::default() };
            let page = admin.list_users(merchant.id, &query).await.unwrap();
            let mut found: Vec<_> = page.items.iter().map(|row| row.given_name.as_str()).collect();
            found.sort_unstable();
            assert_eq!((found, page.page.total), (vec!["anna", "ben"], Some(2)));
        }
        let many = UserQuery { second_factor: vec![app; 101], ..UserQuery::default() };
        let refused = admin.list_users(merchant.id, &many).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::InvalidFields));
    }
}
