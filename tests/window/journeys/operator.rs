//! The provider's operator sets a customer up, answers a wish, and begins to bring an administrator back.

use keyholder_contract::provider::{ProviderCustomer, ProviderCustomerQuery};

use super::{OPERATOR, OWNER};
use crate::{
    desktop::paths::OPEN,
    scene::{Look, Scene},
    seat::Seat,
    witness::Witness,
    words::{data, say},
};

const CUSTOMER: &str = "Café Abendrot";
const FIRST: &str = "mona.abend@abendrot.example";
const WISH: &str = "St. Gallen Marktplatz";

#[tokio::test]
async fn the_operator_serves_customers_in_english_and_light() {
    the_operator_serves_customers(Look::EnglishLight).await;
}

#[tokio::test]
async fn the_operator_serves_customers_in_german_and_dark() {
    the_operator_serves_customers(Look::GermanDark).await;
}

async fn the_operator_serves_customers(look: Look) {
    let scene = Scene::set("operator", look).await;
    let witness = scene.witness(OPERATOR).await;
    let me = scene.enter(OPERATOR).await;
    sets_a_customer_up(&me, &witness).await;
    gives_it_a_location(&me).await;
    refuses_payouts(&me, &witness).await;
    begins_a_recovery(&me).await;
    answers_a_wish(&me).await;
    let owner = scene.change_seats(OPERATOR, OWNER).await;
    owner.goes_to("screen-locations").await;
    owner.shows_data(WISH).await;
    owner.shows_data("17650701").await;
    owner.picture("answered").await;
    scene.close().await;
}

async fn customer(witness: &Witness, name: &str) -> ProviderCustomer {
    let query = ProviderCustomerQuery {
        search: Some(name.to_owned()),
        ..ProviderCustomerQuery::default()
    };
    let found = witness
        .session
        .search_customers(&query)
        .await
        .unwrap()
        .items;
    found.into_iter().next().expect("the customer is there")
}

/// With its first administrator, who is invited by mail.
async fn sets_a_customer_up(me: &Seat<'_>, witness: &Witness) {
    me.goes_to("screen-provider-customers").await;
    me.press("provider-add-customer").await;
    me.fill("provider-number", "770012").await;
    me.fill("provider-name", CUSTOMER).await;
    me.choose("provider-agreement").await;
    me.fill("add-email", FIRST).await;
    me.fill("add-given-name", "Mona").await;
    me.fill("add-family-name", "Abend").await;
    me.picture("new-customer").await;
    me.press("provider-add-customer-send").await;
    me.shows(
        say("provider-customer-made")
            .with("name", CUSTOMER)
            .with("email", FIRST),
    )
    .await;
    assert_eq!(customer(witness, CUSTOMER).await.number.as_str(), "770012");
}

async fn gives_it_a_location(me: &Seat<'_>) {
    const PLACE: &str = "Abendrot Seepromenade";
    me.turns_to("provider-tab-locations").await;
    me.press("provider-add-location").await;
    me.fill("place-name", PLACE).await;
    me.fill("place-city", "Thun").await;
    me.press("provider-add-location-send").await;
    me.shows(say("provider-location-made").with("name", PLACE))
        .await;
    me.press("provider-add-terminal").await;
    me.fill("provider-terminal-number", "88120001").await;
    me.fill("place-name", "Bar").await;
    me.picture("new-terminal").await;
    me.press(say("provider-add-terminal")).await;
    me.shows(
        say("provider-terminal-made")
            .with("number", "88120001")
            .with("name", PLACE),
    )
    .await;
    me.picture("location").await;
}

/// A fact of the customer changes what everybody there may do, and the screen says so before.
async fn refuses_payouts(me: &Seat<'_>, witness: &Witness) {
    me.turns_to("provider-tab-facts").await;
    me.press("provider-change-facts").await;
    me.choose("provider-agreement").await;
    me.shows("provider-effect-no-agreement").await;
    me.picture("facts").await;
    me.press(say("provider-change-facts-send").with("number", "770012"))
        .await;
    me.shows(say("provider-facts-changed").with("name", CUSTOMER))
        .await;
    assert!(!customer(witness, CUSTOMER).await.acquirer_agreement);
}

/// Slowly and in sight; whoever signs in, objects or takes it back ends it.
async fn begins_a_recovery(me: &Seat<'_>) {
    me.press("provider-all-customers").await;
    me.press(data("248113")).await;
    me.turns_to("provider-tab-recoveries").await;
    me.press("recovery-start").await;
    me.fill("recovery-sign-in-name", OWNER.address).await;
    me.fill("recovery-reason", "Lost the telephone and the mailbox")
        .await;
    me.fill("recovery-evidence", "Came to the counter with a passport")
        .await;
    me.picture("recovery").await;
    me.press("recovery-start-send").await;
    me.shows(
        say("recovery-started")
            .with("name", OWNER.address)
            .with("when", OPEN),
    )
    .await;
    me.shows("recovery-state-waiting").await;
    me.refuses(
        say("recovery-finish").with("name", OWNER.address),
        say("problem-recovery_too_early").with("ready_at", OPEN),
    )
    .await;
    me.picture("waiting").await;
    me.press(say("recovery-stop").with("name", OWNER.address))
        .await;
    me.shows(say("recovery-done-stop").with("name", OWNER.address))
        .await;
    me.shows("recovery-state-stopped").await;
}

/// With the numbers of the terminals that the customer wished for.
async fn answers_a_wish(me: &Seat<'_>) {
    me.goes_to("screen-provider-requests").await;
    me.press(say("waiting-approve").with("name", WISH)).await;
    for (row, number) in [(1, "17650701"), (2, "17650702")] {
        me.fill_row("provider-terminal-number", row, number).await;
    }
    me.picture("answer").await;
    me.press(say("waiting-approve-send").with("count", 2)).await;
    me.shows(
        say("waiting-approved")
            .with("name", WISH)
            .with("customer", OPEN),
    )
    .await;
    me.shows("waiting-none").await;
}
