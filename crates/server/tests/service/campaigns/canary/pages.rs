//! The pages behind links, as a browser without anything to remember opens them.

use reqwest::StatusCode;

use crate::support::house::connections;

/// Opens a link and sets a password, as a browser would.
pub(super) async fn set_password(link: &str, password: &str, code: Option<&str>) {
    let browser = connections();
    let page = browser.get(link).send().await.unwrap();
    let cookie = page.headers()["set-cookie"].to_str().unwrap().to_owned();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let html = page.text().await.unwrap();
    let (_, rest) = html.split_once("name=\"form_token\" value=\"").unwrap();
    let form = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("form_token", rest.split('"').next().unwrap())
        .append_pair("code", code.unwrap_or_default())
        .append_pair("password", password)
        .append_pair("repeat", password)
        .finish();
    let set = browser
        .post(link)
        .header("cookie", cookie)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form)
        .send()
        .await
        .unwrap();
    assert_eq!(
        set.status(),
        StatusCode::OK,
        "{}",
        set.text().await.unwrap()
    );
}
