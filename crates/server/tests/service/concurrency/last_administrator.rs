//! Administrators who take one another's place away at the same moment, through two services.

use futures_util::future::join;
use keyholder_client::{Result as Answer, Session};
use keyholder_contract::user::{ChangeRoles, User};
use keyholder_domain::{ids::UserId, role::BuiltInRole};
use keyholder_store::{access_facts, memberships, on_both_databases};

use crate::support::{House, Member, Merchant, Person, depth::times};

/// Two administrators who also belong to another customer, where nobody touches them: so their
/// sessions live on when they lose their place here.
async fn two_administrators(house: &House, merchant: &Merchant) -> [Person; 2] {
    let elsewhere = house.merchant("200002").await;
    let mut people = Vec::new();
    for name in ["anna", "berta"] {
        let member = Member::new(name, BuiltInRole::MerchantAdministrator);
        let person = house.member(merchant, member).await;
        let member = Member::new(name, BuiltInRole::Auditor);
        house.join(&elsewhere, &person, member).await;
        people.push(person);
    }
    people.try_into().unwrap_or_else(|_| unreachable!("two"))
}

#[derive(Clone, Copy)]
enum Way {
    Demote,
    Deactivate,
    Delete,
}

const WAYS: [Way; 3] = [Way::Demote, Way::Deactivate, Way::Delete];

/// Takes administration away from somebody, in one of the ways there are.
async fn unseat(
    session: &Session,
    merchant: &Merchant,
    person: &Person,
    version: u32,
    way: Way,
) -> Answer<User> {
    let cashier = ChangeRoles {
        role_ids: vec![merchant.roles["cashier"]],
    };
    let (customer, user) = (merchant.id, person.id);
    match way {
        Way::Demote => {
            session
                .change_user_roles(customer, user, version, &cashier)
                .await
        }
        Way::Deactivate => session.deactivate_user(customer, user, version).await,
        Way::Delete => session.delete_user(customer, user, version).await,
    }
}

/// Puts an administrator back, past the rules, and gives the new version.
async fn reseat(house: &House, merchant: &Merchant, person: &Person) -> u32 {
    let tx = house.app.database.begin_write().await.unwrap();
    let administrator = [merchant.roles["merchant_administrator"]].into();
    memberships::set_roles(&tx, merchant.id, person.id, &administrator)
        .await
        .unwrap();
    memberships::reactivate(&tx, merchant.id, person.id)
        .await
        .unwrap();
    memberships::restore(&tx, merchant.id, person.id)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let facts = access_facts::find(&house.app.database, merchant.id, person.id).await;
    facts.unwrap().unwrap().version
}

/// How many administrators could sign in now.
async fn working(house: &House, merchant: &Merchant) -> usize {
    let tx = house.app.database.begin_write().await.unwrap();
    let nobody = UserId::from_uuid(uuid::Uuid::nil());
    access_facts::working_administrators_besides(&tx, merchant.id, nobody, house.app.now())
        .await
        .unwrap()
        .len()
}

on_both_databases! {
    async fn threat_03_administrators_who_unseat_each_other_leave_one_who_works(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let other = house.beside().await;
        let merchant = house.merchant("200001").await;
        let [anna, berta] = two_administrators(&house, &merchant).await;
        let (one, two) = (house.sign_in(&anna).await, other.sign_in(&berta).await);
        for round in 0..times(24, 500, 500) {
            let versions = (
                reseat(&house, &merchant, &anna).await,
                reseat(&house, &merchant, &berta).await,
            );
            assert_eq!(working(&house, &merchant).await, 2);
            let (first, second) = join(
                unseat(&one, &merchant, &berta, versions.1, WAYS[round % 3]),
                unseat(&two, &merchant, &anna, versions.0, WAYS[round / 3 % 3]),
            )
            .await;
            assert_eq!(
                [first.is_ok(), second.is_ok()].into_iter().filter(|ok| *ok).count(),
                1,
                "round {round}: {first:?}, {second:?}"
            );
            assert_eq!(working(&house, &merchant).await, 1, "round {round}");
            let left = if first.is_ok() { &anna } else { &berta };
            if round % 20 == 0 {
                let session = house.sign_in(left).await;
                let me = session.read_user(merchant.id, left.id).await.unwrap();
                assert_eq!(me.roles[0].built_in, Some(BuiltInRole::MerchantAdministrator));
            }
        }
    }
}
