//! A system browser as the account pages see it: it keeps cookies and sends forms.

use reqwest::{
    Method,
    header::{HeaderMap, HeaderValue},
};

use super::{Device, House, Reply};

/// A browser with at most one cookie.
pub(crate) struct Browser<'a> {
    device: Device<'a>,
    pub(crate) cookie: Option<String>,
}

/// The hidden field of a page.
pub(crate) fn form_token(reply: &Reply) -> String {
    let html = html(reply);
    let (_, rest) = html
        .split_once("name=\"form_token\" value=\"")
        .unwrap_or_else(|| panic!("no form in {html}"));
    rest.split('"').next().unwrap().to_owned()
}

/// The page as text, without the marks that keep a right-to-left name from turning its sentence.
pub(crate) fn html(reply: &Reply) -> String {
    let text = String::from_utf8(reply.body.clone()).unwrap();
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// The path of a link.
pub(crate) fn path(link: &str) -> String {
    let (_, rest) = link.split_once("://").unwrap();
    let (_, path) = rest.split_once('/').unwrap();
    format!("/{path}")
}

impl<'a> Browser<'a> {
    pub(crate) fn new(house: &'a House) -> Self {
        Self {
            device: Device::new(house),
            cookie: None,
        }
    }

    /// Opens an address; keeps the cookie.
    pub(crate) async fn open(&mut self, link: &str) -> Reply {
        let headers = self.headers(&[]);
        let reply = self
            .device
            .send_bytes(Method::GET, &path(link), Vec::new(), headers)
            .await;
        if let Some(pair) = reply.header("set-cookie").split(';').next()
            && !pair.is_empty()
        {
            self.cookie = Some(pair.to_owned());
        }
        reply
    }

    /// Sends a form to an address.
    pub(crate) async fn send(
        &self,
        link: &str,
        fields: &[(&str, &str)],
        more: &[(&'static str, &str)],
    ) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let mut headers = self.headers(more);
        headers.insert(
            "content-type",
            HeaderValue::from_static("application/x-www-form-urlencoded"),
        );
        self.device
            .send_bytes(Method::POST, &path(link), body.into_bytes(), headers)
            .await
    }

    /// Opens the link and sets a password, as a person would.
    pub(crate) async fn set_password(&mut self, link: &str, password: &str) -> Reply {
        let page = self.open(link).await;
        let token = form_token(&page);
        let fields = [
            ("form_token", token.as_str()),
            ("password", password),
            ("repeat", password),
        ];
        self.send(link, &fields, &[]).await
    }

    /// Opens the link and takes the membership up with a password, as a person would who has one.
    pub(crate) async fn accept(&mut self, link: &str, password: &str) -> Reply {
        let token = form_token(&self.open(link).await);
        let fields = [("form_token", token.as_str()), ("password", password)];
        self.send(link, &fields, &[]).await
    }

    /// As [`Self::set_password`], with the code that came with the link.
    pub(crate) async fn set_password_with_code(
        &mut self,
        link: &str,
        code: &str,
        password: &str,
    ) -> Reply {
        let page = self.open(link).await;
        let token = form_token(&page);
        let fields = [
            ("form_token", token.as_str()),
            ("code", code),
            ("password", password),
            ("repeat", password),
        ];
        self.send(link, &fields, &[]).await
    }

    fn headers(&self, more: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        if let Some(cookie) = &self.cookie {
            headers.insert("cookie", cookie.parse().unwrap());
        }
        for (name, value) in more {
            headers.insert(*name, value.parse().unwrap());
        }
        headers
    }
}
