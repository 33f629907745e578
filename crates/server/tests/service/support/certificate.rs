//! Certificates of servers on this machine, each its own authority.

use std::path::Path;

use tokio::process::Command;

/// Writes `certificate.pem` and `key.pem`, for `localhost` and `127.0.0.1`.
pub(crate) async fn make(folder: &Path) {
    let done = Command::new("openssl")
        .current_dir(folder)
        .args(["req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"])
        .args(["-pkeyopt", "ec_paramgen_curve:prime256v1"])
        .args(["-keyout", "key.pem", "-out", "certificate.pem"])
        .args(["-subj", "/CN=localhost"])
        .args(["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"])
        .args(["-addext", "basicConstraints=critical,CA:FALSE"])
        .output()
        .await
        .expect("openssl is installed");
    assert!(done.status.success(), "openssl made no certificate");
}
