//! TLS that the service ends itself, and a certificate that is renewed under it.

use std::{fs, path::Path};

use keyholder_server::tls::{Certificate, Tls, TlsError};
use keyholder_store::on_both_databases;
use reqwest::tls::TlsInfo;
use tokio::{io::AsyncWriteExt as _, net::TcpStream};

use crate::support::{House, certificate};

fn files(folder: &Path) -> Tls {
    Tls {
        certificate_file: folder.join("certificate.pem"),
        private_key_file: folder.join("key.pem"),
    }
}

/// Asks over TLS, trusting the certificate of the folder and no other, and gives the one that was served.
#[expect(
    clippy::disallowed_methods,
    reason = "a caller who trusts an authority that the shipped client would not"
)]
async fn ask(house: &House, folder: &Path) -> Result<Vec<u8>, reqwest::Error> {
    let trusted = fs::read(folder.join("certificate.pem")).unwrap();
    let client = reqwest::Client::builder()
        .tls_certs_only([reqwest::Certificate::from_pem(&trusted).unwrap()])
        .tls_info(true)
        .build()
        .unwrap();
    let address = house.app.origin.join("health/ready").unwrap();
    let reply = client.get(address).send().await?;
    assert_eq!(reply.status(), 204);
    let info = reply.extensions().get::<TlsInfo>().unwrap();
    Ok(info.peer_certificate().unwrap().to_owned())
}

on_both_databases! {
    async fn a_renewed_certificate_is_served_without_a_restart(database: TestDatabase) {
        let folder = tempfile::tempdir().unwrap();
        certificate::make(folder.path()).await;
        let house = House::with(database, |config| config.tls = Some(files(folder.path()))).await;
        assert_eq!(house.app.origin.scheme(), "https");
        let served = house.certificate.clone().unwrap();
        let first = ask(&house, folder.path()).await.unwrap();
        assert!(!served.renew().unwrap());

        // Half of a renewal: the certificate is there, its key is not yet.
        let next = tempfile::tempdir().unwrap();
        certificate::make(next.path()).await;
        let both = files(folder.path());
        let old = fs::read(&both.certificate_file).unwrap();
        fs::copy(next.path().join("certificate.pem"), &both.certificate_file).unwrap();
        assert!(matches!(served.renew(), Err(TlsError::Unfit { .. })));
        fs::write(folder.path().join("old.pem"), &old).unwrap();
        let before = tempfile::tempdir().unwrap();
        fs::write(before.path().join("certificate.pem"), &old).unwrap();
        assert_eq!(ask(&house, before.path()).await.unwrap(), first);

        fs::copy(next.path().join("key.pem"), &both.private_key_file).unwrap();
        assert!(served.renew().unwrap());
        let second = ask(&house, next.path()).await.unwrap();
        assert_ne!(first, second);
        assert!(ask(&house, before.path()).await.is_err());
    }

    async fn who_does_not_speak_tls_gets_nothing_and_disturbs_nobody(database: TestDatabase) {
        let folder = tempfile::tempdir().unwrap();
        certificate::make(folder.path()).await;
        let house = House::with(database, |config| config.tls = Some(files(folder.path()))).await;
        let port = house.app.origin.port().unwrap();
        let mut plain = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        plain.write_all(b"GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
        // Somebody else begins, and says nothing.
        let _silent = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
        assert!(ask(&house, folder.path()).await.is_ok());
        let mut answer = Vec::new();
        // The end may come as a reset.
        let _ = tokio::io::AsyncReadExt::read_to_end(&mut plain, &mut answer).await;
        assert!(!answer.starts_with(b"HTTP/"), "{answer:?}");
    }
}

#[tokio::test]
async fn files_that_cannot_be_served_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = |files: Tls| Certificate::read(files).unwrap_err().to_string();
    assert!(refusal(files(folder.path())).contains("certificate.pem cannot be read"));
    certificate::make(folder.path()).await;
    assert!(Certificate::read(files(folder.path())).is_ok());
    let swapped = Tls {
        certificate_file: folder.path().join("key.pem"),
        private_key_file: folder.path().join("certificate.pem"),
    };
    assert!(refusal(swapped).contains("key.pem holds no certificate"));
    fs::write(folder.path().join("empty.pem"), "").unwrap();
    let keyless = Tls {
        private_key_file: folder.path().join("empty.pem"),
        ..files(folder.path())
    };
    make_private(&keyless.private_key_file);
    assert!(refusal(keyless).contains("empty.pem holds no private key"));
}

#[cfg(unix)]
#[tokio::test]
async fn a_private_key_that_everybody_may_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    certificate::make(folder.path()).await;
    let files = files(folder.path());
    let mode = |mode| {
        let permissions = fs::Permissions::from_mode(mode);
        fs::set_permissions(&files.private_key_file, permissions).unwrap();
        Certificate::read(files.clone()).is_ok()
    };
    assert!(mode(0o600) && mode(0o640));
    assert!(!mode(0o644) && !mode(0o604));
}

fn make_private(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
    }
}
