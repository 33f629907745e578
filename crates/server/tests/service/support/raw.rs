//! Calls as somebody would make them who does not use the client: any header, any body.

use keyholder_client::{DeviceKey, dpop::Proof};
use keyholder_contract::session::StartSignIn;
use keyholder_server::auth::Nonces;
use reqwest::{
    Method, StatusCode,
    header::{HeaderMap, HeaderName, HeaderValue},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{House, PASSWORD, Person};

/// A device with a key, and perhaps a token.
pub(crate) struct Device<'a> {
    house: &'a House,
    pub(crate) key: DeviceKey,
    pub(crate) access: Option<String>,
    pub(crate) refresh: Option<String>,
}

/// What came back.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or(Value::Null)
    }

    /// The code of a problem; empty for anything else.
    pub(crate) fn code(&self) -> String {
        let is_problem = self
            .headers
            .get("content-type")
            .is_some_and(|value| value == "application/problem+json");
        let json = self.json();
        let code = json["code"].as_str().unwrap_or_default();
        if is_problem {
            code.to_owned()
        } else {
            String::new()
        }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }
}

impl<'a> Device<'a> {
    /// A device that has not signed in.
    pub(crate) fn new(house: &'a House) -> Self {
        Self {
            house,
            key: DeviceKey::generate().unwrap(),
            access: None,
            refresh: None,
        }
    }

    /// A device where a person has signed in.
    pub(crate) async fn of(house: &'a House, person: &Person) -> Self {
        let mut device = Self::new(house);
        let reply = device.try_sign_in(&person.name, PASSWORD).await;
        assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.json());
        device.keep(&reply.json()["next"]["tokens"]);
        device
    }

    /// Keeps new tokens.
    pub(crate) fn keep(&mut self, tokens: &Value) {
        self.access = tokens["access_token"].as_str().map(str::to_owned);
        self.refresh = tokens["refresh_token"].as_str().map(str::to_owned);
    }

    pub(crate) async fn try_sign_in(&self, name: &str, password: &str) -> Reply {
        let body = StartSignIn {
            sign_in_name: name.to_owned(),
            password: password.to_owned(),
            device_name: "Test".to_owned(),
        };
        self.call(Method::POST, "/v1/sign-ins", Some(json!(body)))
            .await
    }

    /// Trades a refresh token in.
    pub(crate) async fn try_refresh(&self, token: &str) -> Reply {
        let body = json!({ "refresh_token": token });
        let proof = self.proof(&Method::POST, "/v1/session/refresh", None);
        self.send(
            Method::POST,
            "/v1/session/refresh",
            Some(body),
            &[("dpop", &proof)],
        )
        .await
    }

    /// Calls as an honest device does: with proof, and with the token if there is one.
    pub(crate) async fn call(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        let proof = self.proof(&method, path, self.access.as_deref());
        let authorization = self.access.as_ref().map(|token| format!("DPoP {token}"));
        let mut headers = vec![("dpop", proof.as_str())];
        if let Some(authorization) = &authorization {
            headers.push(("authorization", authorization));
        }
        self.send(method, path, body, &headers).await
    }

    /// As [`Device::call`], for an edit of what was read in this version.
    pub(crate) async fn edit(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        version: &Value,
    ) -> Reply {
        let proof = self.proof(&method, path, self.access.as_deref());
        let token = format!("DPoP {}", self.access.as_deref().unwrap_or_default());
        let version = format!("\"{version}\"");
        let headers = [
            ("dpop", proof.as_str()),
            ("authorization", token.as_str()),
            ("if-match", version.as_str()),
        ];
        self.send(method, path, body, &headers).await
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.call(Method::GET, path, None).await
    }

    /// An honest proof, made now.
    pub(crate) fn proof(&self, method: &Method, path: &str, token: Option<&str>) -> String {
        let app = &self.house.app;
        let mut url = app.origin.join(path).unwrap();
        url.set_query(None);
        Proof {
            method: method.as_str(),
            url: &url,
            at: app.now(),
            id: Uuid::new_v4(),
            access_token: token,
            nonce: Some(&Nonces(&app.keys).current(app.now())),
        }
        .sign(&self.key)
        .unwrap()
    }

    /// Sends exactly this.
    pub(crate) async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Reply {
        let mut all = HeaderMap::new();
        if body.is_some() {
            all.insert("content-type", HeaderValue::from_static("application/json"));
        }
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes()).unwrap();
            if name == "content-type" {
                all.remove(&name);
            }
            all.append(name, HeaderValue::from_str(value).unwrap());
        }
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        self.send_bytes(method, path, body.into_bytes(), all).await
    }

    /// Sends exactly these bytes.
    pub(crate) async fn send_bytes(
        &self,
        method: Method,
        path: &str,
        body: Vec<u8>,
        headers: HeaderMap,
    ) -> Reply {
        let url = self.house.app.origin.join(path).unwrap();
        let response = self
            .house
            .http
            .request(method, url)
            .headers(headers)
            .body(body)
            .send()
            .await
            .unwrap();
        Reply {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.bytes().await.unwrap().to_vec(),
        }
    }
}
