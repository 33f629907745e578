//! Where the window may go: nowhere but to the app's own pages.

use url::Url;

/// Whether the window may load this address. `dev_server` is the address of the UI's development
/// server, in development builds only.
pub(crate) fn allowed(url: &Url, dev_server: Option<&Url>) -> bool {
    let own = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // What Windows calls the same thing.
        "http" | "https" => url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        _ => false,
    };
    own || dev_server.is_some_and(|server| server.origin() == url.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_in_the_app() {
        for own in [
            "tauri://localhost",
            "tauri://localhost/users",
            "http://tauri.localhost/users",
        ] {
            assert!(allowed(&own.parse().unwrap(), None), "{own}");
        }
        for off in [
            "https://example.com",
            "http://tauri.localhost.evil.test",
            "http://tauri.localhost:8080/",
            "tauri://evil.test",
            "about:blank",
            "javascript:alert(1)",
            "data:text/html,x",
            "blob:tauri://localhost/1",
            "file:///etc/passwd",
            "http://localhost:5173",
            "http://127.0.0.1:8080",
        ] {
            assert!(!allowed(&off.parse().unwrap(), None), "{off}");
        }
    }

    #[test]
    fn development_builds_may_load_their_server() {
        let server = "http://localhost:5173".parse().unwrap();
        assert!(allowed(
            &"http://localhost:5173/users".parse().unwrap(),
            Some(&server)
        ));
        assert!(!allowed(
            &"http://localhost:5174/".parse().unwrap(),
            Some(&server)
        ));
    }
}
