//! Which links the app opens in the system browser: pages of the service it is connected to, and
//! nothing else. Text from the service or from users never decides where a click leads.

use keyholder_client::ServiceAddress;
use url::Url;

/// The link, if it leads to the service's own host over https (or, like the service's address
/// itself, over http on this machine).
pub(crate) fn allowed(link: &str, service: &ServiceAddress) -> Option<Url> {
    let link = Url::parse(link).ok()?;
    let service = Url::parse(&service.to_string()).ok()?;
    let same_host = link.host().is_some() && link.host() == service.host();
    let scheme = link.scheme() == "https" || link.scheme() == service.scheme();
    let bare = link.username().is_empty() && link.password().is_none();
    (same_host && scheme && bare).then_some(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_services_own_pages_are_opened() {
        let service = ServiceAddress::parse("https://keyholder.example.com").unwrap();
        for link in [
            "https://keyholder.example.com/account/activate/abc",
            "https://keyholder.example.com:8443/help",
        ] {
            assert!(allowed(link, &service).is_some(), "{link}");
        }
        for link in [
            "",
            "keyholder.example.com",
            "http://keyholder.example.com/",
            "https://example.com/",
            "https://keyholder.example.com.evil.test/",
            "https://keyholder.example.com@evil.test/",
            "https://user@keyholder.example.com/",
            "https:\\\\evil.test",
            "//evil.test",
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "mailto:a@keyholder.example.com",
            "ftp://keyholder.example.com/",
            "ms-msdt:/id",
            "--help",
        ] {
            assert_eq!(allowed(link, &service), None, "{link}");
        }
    }
}
