//! What must not be shipped.

/// Text that nothing shipped holds.
pub(super) struct Rule {
    pub(super) trace: &'static str,
    pub(super) what: &'static str,
    /// The file of the checkout that holds it, so that a rule does not outlive what it looks for. Nothing for what
    /// others write.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "a test holds the rules against it")
    )]
    pub(super) from: Option<&'static str>,
}

const fn ours(trace: &'static str, what: &'static str, from: &'static str) -> Rule {
    Rule {
        trace,
        what,
        from: Some(from),
    }
}

const fn of_others(trace: &'static str, what: &'static str) -> Rule {
    Rule {
        trace,
        what,
        from: None,
    }
}

pub(super) const TRACES: [Rule; 17] = [
    ours(
        "Amber-Lantern-58-Quiet",
        "the password of default accounts",
        "crates/server/src/demo/sign_in_data.rs",
    ),
    ours(
        "sonnenschein.example",
        "a sample merchant",
        "crates/server/src/demo/sign_in_data.rs",
    ),
    ours(
        "maison-lumiere.example",
        "a sample merchant",
        "crates/server/src/demo/sign_in_data.rs",
    ),
    ours(
        "/demo/mail",
        "a page for debugging",
        "crates/server/src/demo/routes.rs",
    ),
    ours(
        "/demo/back-office",
        "a page for debugging",
        "crates/server/src/demo/routes.rs",
    ),
    ours(
        "keyholderFake",
        "the played back end of the pages",
        "ui/src/ipc/fake/index.ts",
    ),
    ours(
        "KEYHOLDER_BENCH_",
        "what measures the app",
        "src-tauri/src/measured.rs",
    ),
    ours(
        "KEYHOLDER_TEST_POSTGRES_URL",
        "what runs in tests alone",
        "crates/store/src/testing/postgres.rs",
    ),
    ours(
        "KEYHOLDER_E2E_APP",
        "what runs in tests alone",
        "tests/desktop/app.rs",
    ),
    ours(
        "webkitgtk:browserOptions",
        "a driver of the window (WebDriver)",
        "tests/desktop/app.rs",
    ),
    // A function of WebKitGTK that wry only calls where it is built with developer tools.
    of_others(
        "webkit_web_view_get_inspector",
        "developer tools of the web view",
    ),
    of_others("sourceMappingURL=", "a source map"),
    of_others("-----BEGIN PRIVATE KEY", "a private key"),
    of_others("-----BEGIN EC PRIVATE KEY", "a private key"),
    of_others("-----BEGIN RSA PRIVATE KEY", "a private key"),
    of_others("minisign encrypted secret key", "a key that signs updates"),
    of_others("rsign encrypted secret key", "a key that signs updates"),
];

/// Endings of files, and what they are.
pub(super) const ENDINGS: [(&str, &str); 9] = [
    ("map", "a source map"),
    ("ts", "a source"),
    ("tsx", "a source"),
    ("rs", "a source"),
    ("pem", "a key or a certificate"),
    ("key", "a key"),
    ("pfx", "a key"),
    ("env", "settings of a machine"),
    ("db", "a database"),
];
