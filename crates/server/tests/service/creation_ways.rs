//! How often adding a user goes to the database while others wait (decision 0065).

use keyholder_domain::role::BuiltInRole;
use keyholder_store::testing::{Product, TestDatabase};

use crate::support::{Heard, House, Member, requests::verified};

/// What is asked between beginning to write and having it kept.
async fn ways(product: Product) -> Vec<String> {
    let house = House::on(TestDatabase::new(product).await).await;
    let merchant = house.merchant("200001").await;
    let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(&merchant, anna).await;
    let admin = house.sign_in(&anna).await;
    let (heard, _guard) = Heard::listen();
    let request = verified("ada", merchant.roles["cashier"]);
    admin
        .create_user(merchant.id, &request, None)
        .await
        .unwrap();
    let asked = heard.of_the_request();
    // Before it the session notes, once, that its token has arrived.
    let place = |word| asked.iter().rposition(|sql| sql == word).unwrap();
    asked[place("BEGIN") + 1..place("COMMIT")].to_vec()
}

#[tokio::test]
async fn adding_a_user_takes_three_ways_to_sqlite() {
    let ways = ways(Product::Sqlite).await;
    assert_eq!(ways.len(), 3, "{ways:#?}");
}

#[tokio::test]
async fn adding_a_user_takes_four_ways_to_postgresql() {
    let ways = ways(Product::Postgres).await;
    assert_eq!(ways.len(), 4, "{ways:#?}");
}
