//! The page of a passkey, as a browser with a security key sees it.

use keyholder_contract::second_factor::PasskeyLink;
use reqwest::StatusCode;
use url::Url;

use super::{
    Browser, House, Reply, SecurityKey,
    browser::{form_token, html},
};

/// The word by which the app of the tests knows its own return.
pub(crate) const STATE: &str = "a-word-of-the-app";

/// Where the browser stands: passkeys belong to names.
pub(crate) fn stands(house: &House) -> Url {
    let mut page = (*house.app.origin).clone();
    page.set_host(Some("localhost")).unwrap();
    page
}

/// What the page asks the browser.
pub(crate) fn options(page: &Reply) -> String {
    let html = html(page);
    let (_, rest) = html.split_once("data-options=\"").unwrap();
    let (escaped, _) = rest.split_once('"').unwrap();
    escaped.replace("&#34;", "\"").replace("&#38;", "&")
}

/// Opens a link and sends what the security key answers.
pub(crate) async fn make(
    house: &House,
    link: &PasskeyLink,
    key: &mut SecurityKey,
    name: &str,
) -> Reply {
    let mut browser = Browser::new(house);
    let page = browser.open(&link.url).await;
    let answer = key.create(&stands(house), &options(&page)).await.unwrap();
    let token = form_token(&page);
    let fields = [
        ("form_token", token.as_str()),
        ("name", name),
        ("answer", &answer),
    ];
    browser.send(&link.url, &fields, &[]).await
}

pub(crate) async fn show(house: &House, link: &PasskeyLink, key: &mut SecurityKey) -> Reply {
    let mut browser = Browser::new(house);
    let page = browser.open(&link.url).await;
    let answer = key.get(&stands(house), &options(&page)).await.unwrap();
    let token = form_token(&page);
    let fields = [("form_token", token.as_str()), ("answer", answer.as_str())];
    browser.send(&link.url, &fields, &[]).await
}

/// The proof that the browser would hand to the app.
pub(crate) fn proof(reply: &Reply) -> String {
    assert_eq!(reply.status, StatusCode::OK, "{}", html(reply));
    let html = html(reply);
    let (_, rest) = html.split_once("id=\"passkey-return\" href=\"").unwrap();
    let address = rest.split('"').next().unwrap().replace("&#38;", "&");
    let address = Url::parse(&address).unwrap();
    assert_eq!(address.host_str(), Some("127.0.0.1"));
    let pairs: Vec<_> = address.query_pairs().into_owned().collect();
    assert!(pairs.contains(&("state".to_owned(), STATE.to_owned())));
    let code = pairs.into_iter().find(|(name, _)| name == "code");
    code.unwrap().1
}
