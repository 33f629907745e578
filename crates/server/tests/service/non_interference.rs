//! Lift L8: whoever is limited to locations learns nothing of what lies outside. Two worlds that
//! differ only in hidden data give byte-equal answers, over every question of the document.

use std::collections::BTreeMap;

use keyholder_contract::user::{ChangeScope, Scope};
use keyholder_domain::{
    ids::{LocationId, TerminalId},
    location::TerminalKind,
    permission::Permission,
    role::BuiltInRole,
};
use keyholder_server::openapi;
use keyholder_store::{
    locations::{self, NewLocation, Terminal},
    on_both_databases,
};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Device, House, Member, Merchant, PASSWORD, Person, Reply, requests::only};

/// The objects that a question can be about: there and hidden, or not there at all.
#[derive(Clone, Copy)]
struct Hidden {
    user: Uuid,
    location: Uuid,
    /// Groups that reach beyond: of hidden locations only, and of an own one besides.
    groups: [Uuid; 2],
    terminal: Uuid,
}

const NOTHING: Hidden = Hidden {
    user: Uuid::nil(),
    location: Uuid::nil(),
    groups: [Uuid::nil(); 2],
    terminal: Uuid::nil(),
};

/// Of each kind some: held by a location administrator or not, bound to locations or not, with a
/// precondition or without, resting on another or not, with a second factor or without.
const PERMISSIONS: [Permission; 8] = [
    Permission::UsersView,
    Permission::UsersManage,
    Permission::AdministratorsManage,
    Permission::LocationsManage,
    Permission::TransactionsCredit,
    Permission::TransactionsView,
    Permission::PayoutsView,
    Permission::AccountBilling,
];

/// Every GET of the document: its id and path.
fn questions() -> Vec<(String, String)> {
    let document = serde_json::to_value(openapi::document()).unwrap();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        if let Some(operation) = item.get("get") {
            let id = operation["operationId"].as_str().unwrap().to_owned();
            all.push((id, path.clone()));
        }
    }
    all
}

/// What is asked of a list, besides nothing.
fn queries(id: &str, visible: &Person, hidden: Hidden, at: &Merchant) -> Vec<String> {
    let mut all = vec![String::new()];
    let lists = [
        "?count=true".to_owned(),
        "?limit=1".to_owned(),
        "?search=hidden".to_owned(),
        "?search=ti&count=true".to_owned(),
        "?status=deactivated&count=true".to_owned(),
        "?status=active&status=not_invited&count=true".to_owned(),
        format!("?role={}&count=true", at.roles["cashier"]),
        format!("?location={}&count=true", at.locations[1]),
        format!("?location={}&count=true", hidden.location),
        "?sort=last_sign_in_at&order=descending".to_owned(),
        "?sort=created_at".to_owned(),
        "?never_signed_in=true&count=true".to_owned(),
        "?idle_days=1&count=true".to_owned(),
        "?second_factor=none&count=true".to_owned(),
        "?second_factor=app&sort=created_at&count=true".to_owned(),
    ];
    match id {
        "list_users" => all.extend(lists),
        "count_users" => all.extend([
            "?never_signed_in=true".to_owned(),
            "?idle_days=1".to_owned(),
            "?second_factor=none".to_owned(),
        ]),
        "list_roles" => all.push("?count=true".to_owned()),
        "list_holders" => all.extend([
            "?limit=1".to_owned(),
            "?count=true".to_owned(),
            format!("?count=true&location_id={}", hidden.location),
            format!("?count=true&location_id={}", at.locations[0]),
        ]),
        "list_locations" => all.extend([
            "?search=hidden".to_owned(),
            "?search=stat".to_owned(),
            "?search=17700".to_owned(),
            "?limit=1".to_owned(),
            format!("?id={}&id={}", at.locations[0], hidden.location),
        ]),
        "list_audit_events" => all.extend([
            "?limit=2".to_owned(),
            "?action=roles_changed&action=user_deactivated".to_owned(),
            format!("?about={}", hidden.user),
            format!("?about={}", hidden.location),
            format!("?about={}", at.locations[1]),
            format!("?about={}", at.roles["cashier"]),
            format!("?about={}", visible.id),
        ]),
        "read_statistics" => all.extend(["?utc_offset_minutes=60".to_owned()]),
        "explain_access" => all.extend([
            format!("?location_id={}", hidden.location),
            format!("?terminal_id={}", hidden.terminal),
            format!("?location_id={}", at.locations[1]),
        ]),
        _ => {}
    }
    all
}

/// All answers to one caller, under a name that is the same in both worlds.
async fn answers(
    by: &Device<'_>,
    visible: &Person,
    hidden: Hidden,
    at: &Merchant,
) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (id, template) in questions() {
        let template = template
            .replace("{customer_id}", &at.id.to_string())
            .replace("{role_id}", &at.roles["cashier"].to_string())
            .replace("{group_id}", &hidden.groups[0].to_string());
        let permissions: Vec<_> = if template.contains("{permission}") {
            PERMISSIONS.map(Permission::code).to_vec()
        } else {
            vec![""]
        };
        for permission in permissions {
            let path = template.replace("{permission}", permission);
            for (who, user) in [("visible", visible.id.as_uuid()), ("hidden", hidden.user)] {
                let places = [
                    ("own", at.locations[0].as_uuid()),
                    ("other", hidden.location),
                ];
                for (place, location) in places {
                    let path = path
                        .replace("{user_id}", &user.to_string())
                        .replace("{location_id}", &location.to_string());
                    for (number, query) in queries(&id, visible, hidden, at).iter().enumerate() {
                        let key = format!("{id} {permission} {who} {place} {number}");
                        let reply = by.get(&format!("{path}{query}")).await;
                        all.insert(key, told(&reply));
                    }
                }
            }
        }
    }
    let visible_user = format!("/v1/customers/{}/users/{}", at.id, visible.id);
    let version = by.get(&visible_user).await.json()["version"].clone();
    for (id, method, path, body) in refused(visible, hidden, at) {
        let reply = if [Method::PUT, Method::DELETE].contains(&method) {
            by.edit(method, &path, body, &version).await
        } else {
            by.call(method, &path, body).await
        };
        assert!(!reply.status.is_success() || id.starts_with("ask"), "{id}");
        all.insert(id, told(&reply));
    }
    all
}

/// Tries that end in a refusal which must not tell what is hidden from what is not there.
fn refused(
    visible: &Person,
    hidden: Hidden,
    at: &Merchant,
) -> Vec<(String, Method, String, Option<Value>)> {
    let user = format!("/v1/customers/{}/users/{}", at.id, hidden.user);
    let decisions = format!("/v1/customers/{}/decisions", at.id);
    let question = json!({ "user_id": hidden.user, "permission": "transactions.view" });
    let scope = json!({ "scope": { "kind": "only", "location_ids": [hidden.location] } });
    let new = json!({
        "kind": "verified", "email": "new@example.com", "given_name": "New", "family_name": "User",
        "role_ids": [at.roles["cashier"]], "scope": scope["scope"],
    });
    let call = |id: &str, method, path: String, body| (id.to_owned(), method, path, body);
    let mut all = groups(visible, hidden, at);
    all.extend([
        call("invite", Method::POST, format!("{user}/invitations"), None),
        call(
            "reset",
            Method::POST,
            format!("{user}/password-resets"),
            None,
        ),
        call(
            "deactivate",
            Method::POST,
            format!("{user}/deactivate"),
            None,
        ),
        call("unlock", Method::POST, format!("{user}/unlock"), None),
        call("scope", Method::PUT, format!("{user}/scope"), Some(scope)),
        call(
            "correct",
            Method::POST,
            format!("{user}/corrections"),
            Some(json!({ "given_name": "Other" })),
        ),
        call(
            "create",
            Method::POST,
            format!("/v1/customers/{}/users", at.id),
            Some(new),
        ),
        call(
            "ask one",
            Method::POST,
            decisions.clone(),
            Some(question.clone()),
        ),
        call(
            "ask many",
            Method::POST,
            format!("{decisions}/batch"),
            Some(json!({ "questions": [question] })),
        ),
    ]);
    all
}

/// Tries to learn of groups that reach beyond: reading, giving, changing and deleting them.
fn groups(
    visible: &Person,
    hidden: Hidden,
    at: &Merchant,
) -> Vec<(String, Method, String, Option<Value>)> {
    let path = format!("/v1/customers/{}/location-groups", at.id);
    let mut all = Vec::new();
    for (number, group) in hidden.groups.into_iter().enumerate() {
        let one = format!("{path}/{group}");
        let scope = json!({ "kind": "only", "group_ids": [group] });
        let own =
            json!({ "kind": "only", "group_ids": [group], "location_ids": [at.locations[0]] });
        let new = |scope: &Value| {
            json!({
                "kind": "verified", "email": "new@example.com", "given_name": "New",
                "family_name": "User", "role_ids": [at.roles["cashier"]], "scope": scope,
            })
        };
        let save = json!({ "name": "Hidden region", "location_ids": [at.locations[0]] });
        let users = format!("/v1/customers/{}/users", at.id);
        let change = format!("{users}/{}/scope", visible.id);
        for (what, method, path, body) in [
            ("read group", Method::GET, one.clone(), None),
            ("fill group", Method::PUT, one.clone(), Some(save.clone())),
            ("delete group", Method::DELETE, one, None),
            ("make group", Method::POST, path.clone(), Some(save)),
            (
                "create through group",
                Method::POST,
                users.clone(),
                Some(new(&scope)),
            ),
            (
                "create through group and own",
                Method::POST,
                users,
                Some(new(&own)),
            ),
            (
                "give group",
                Method::PUT,
                change.clone(),
                Some(json!({ "scope": scope })),
            ),
            (
                "give group and own",
                Method::PUT,
                change,
                Some(json!({ "scope": own })),
            ),
        ] {
            all.push((format!("{what} {number}"), method, path, body));
        }
    }
    all
}

/// What a reply says. The id under which the log holds a request is drawn for each.
fn told(reply: &Reply) -> String {
    let mut body = String::from_utf8_lossy(&reply.body).into_owned();
    if let Ok(mut problem) = serde_json::from_slice::<Value>(&reply.body)
        && let Some(id) = problem
            .as_object_mut()
            .and_then(|all| all.remove("request_id"))
    {
        assert!(id.is_string());
        body = problem.to_string();
    }
    format!("{} {} {body}", reply.status, reply.header("content-type"))
}

/// Hidden users in several statuses, a hidden place with a terminal, and a past.
#[expect(
    clippy::too_many_lines,
    reason = "one hidden thing after the other, of every kind there is"
)]
async fn hide(house: &House, at: &Merchant, admin: &Device<'_>) -> Hidden {
    let station = at.locations[1];
    let now = house.app.now();
    let location = LocationId::from_uuid(house.app.random.uuid(now));
    let terminal = TerminalId::from_uuid(house.app.random.uuid(now));
    let tx = house.app.database.begin_write().await.unwrap();
    let place = NewLocation {
        id: location,
        name: "Hidden station".to_owned(),
        website: Some("hidden.example.com".to_owned()),
        street: None,
        postcode: None,
        city: None,
        country: None,
        created_at: now,
    };
    locations::insert(&tx, at.id, &place).await.unwrap();
    let till = Terminal {
        id: terminal,
        location_id: location,
        number: "17700999".to_owned(),
        name: "Till".to_owned(),
        kind: TerminalKind::PointOfSale,
    };
    locations::insert_terminal(&tx, at.id, &till, now)
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let here = at.locations[0];
    let wide = house.group(at, "Hidden region", &[location, station]).await;
    let besides = house
        .group(at, "Hidden region and harbour", &[here, location])
        .await;
    let mut first = None;
    for (name, member) in [
        (
            "hidden-1",
            Member::new("hidden-1", BuiltInRole::Cashier).at(station),
        ),
        (
            "hidden-2",
            Member::new("hidden-2", BuiltInRole::Cashier).at(location),
        ),
        (
            "hidden-3",
            Member::new("hidden-3", BuiltInRole::LocationAdministrator).at(station),
        ),
        ("hidden-4", Member::new("hidden-4", BuiltInRole::Auditor)),
        (
            "hidden-5",
            Member::new("hidden-5", BuiltInRole::Cashier)
                .at(station)
                .pending(),
        ),
        (
            "hidden-6",
            Member::new("hidden-6", BuiltInRole::Finance).deactivated(),
        ),
    ] {
        let person = house.member(at, member).await;
        first.get_or_insert(person.id);
        if ["hidden-1", "hidden-4"].contains(&name) {
            let device = Device::new(house);
            device.try_sign_in(&person.name, PASSWORD).await;
            device.try_sign_in(&person.name, "wrong").await;
        }
    }
    let user = first.unwrap();
    let path = |rest: &str| format!("/v1/customers/{}/users/{user}/{rest}", at.id);
    for (rest, body) in [
        ("scope", json!({ "scope": { "kind": "all" } })),
        ("permissions", json!({ "permissions": ["statistics.view"] })),
        ("roles", json!({ "role_ids": [at.roles["support"]] })),
        (
            "scope",
            json!({ "scope": { "kind": "only", "location_ids": [location, station] } }),
        ),
        (
            "scope",
            json!({ "scope": { "kind": "only", "location_ids": [here], "group_ids": [wide] } }),
        ),
    ] {
        let read = admin.get(path("").trim_end_matches('/')).await.json();
        let url = path(rest);
        let reply = admin
            .edit(Method::PUT, &url, Some(body), &read["version"])
            .await;
        assert!(reply.status.is_success(), "{rest}: {}", reply.json());
    }
    Hidden {
        user: user.as_uuid(),
        location: location.as_uuid(),
        groups: [wide.as_uuid(), besides.as_uuid()],
        terminal: terminal.as_uuid(),
    }
}

on_both_databases! {
    async fn l08_no_answer_differs_whether_hidden_data_exists_or_not(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let harbour = merchant.locations[0];
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let visible = house.member(&merchant, Member::new("till", BuiltInRole::Cashier).at(harbour)).await;
        house.member(&merchant, Member::new("desk", BuiltInRole::Support).at(harbour)).await;
        house.member(&merchant, Member::new("new", BuiltInRole::Cashier).at(harbour).pending()).await;
        let admin = Device::of(&house, &anna).await;
        // One group lies within, and is seen in both worlds.
        house.group(&merchant, "Harbour alone", &[harbour]).await;
        let mut callers = Vec::new();
        for role in [BuiltInRole::LocationAdministrator, BuiltInRole::Auditor, BuiltInRole::Support] {
            let limited = Member::new(role.code().replace('_', "-"), role).at(harbour);
            let limited = house.member(&merchant, limited).await;
            callers.push((role, Device::of(&house, &limited).await));
        }
        let mut before = Vec::new();
        for (_, caller) in &callers {
            // The first questions may write, such as the moment of the last use.
            answers(caller, &visible, NOTHING, &merchant).await;
            before.push(answers(caller, &visible, NOTHING, &merchant).await);
        }
        let hidden = hide(&house, &merchant, &admin).await;
        let mut leaks = Vec::new();
        for ((role, caller), before) in callers.iter().zip(before) {
            let after = answers(caller, &visible, hidden, &merchant).await;
            for (question, answer) in &before {
                if after.get(question) != Some(answer) {
                    leaks.push(format!("{role}: {question}\n  {answer}\n  {}", after[question]));
                }
            }
            assert_eq!(before.len(), after.len());
        }
        assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
    }

    async fn l08_no_export_differs_whether_hidden_data_exists_or_not(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let till = house.member(&merchant, Member::new("till", BuiltInRole::Cashier)).await;
        let near = house.group(&merchant, "Harbour alone", &[harbour]).await;
        let far = house.group(&merchant, "Both sides", &[harbour, station]).await;
        let admin = Device::of(&house, &anna).await;
        let session = house.sign_in(&anna).await;
        // Who is in sight now was once where the limited one does not see.
        for scope in [
            only(&[harbour, station]),
            Scope { group_ids: vec![far], ..only(&[]) },
            Scope { group_ids: vec![near], ..only(&[]) },
        ] {
            let version = session.read_user(merchant.id, till.id).await.unwrap().version;
            let change = ChangeScope { scope };
            session.change_user_scope(merchant.id, till.id, version, &change).await.unwrap();
        }
        let limited = house.member(&merchant, Member::new("limited", BuiltInRole::Auditor).at(harbour)).await;
        let limited = Device::of(&house, &limited).await;
        let path = format!("/v1/customers/{}/audit-events/export", merchant.id);
        // Each export is itself an entry, of whoever made it.
        let exports = async || {
            let mut all = Vec::new();
            for format in ["csv", "json"] {
                let reply = limited.call(Method::POST, &path, Some(json!({ "format": format }))).await;
                assert!(reply.status.is_success());
                let text = String::from_utf8(reply.body).unwrap();
                let lines: Vec<_> = if format == "csv" {
                    text.lines().map(str::to_owned).collect()
                } else {
                    let entries: Vec<Value> = serde_json::from_str(&text).unwrap();
                    entries.iter().map(Value::to_string).collect()
                };
                all.extend(lines.into_iter().filter(|line| !line.contains("activity_exported")));
            }
            all
        };
        let before = exports().await;
        assert!(before.iter().any(|line| line.contains("scope_changed")));
        let named = |name: &str| before.iter().any(|line| line.contains(name));
        assert!(named("Harbour"));
        for secret in ["Station", "Both sides", "Harbour alone", &station.to_string(), &far.to_string()] {
            assert!(!named(secret), "{secret}");
        }
        hide(&house, &merchant, &admin).await;
        assert_eq!(exports().await, before);
    }
}
