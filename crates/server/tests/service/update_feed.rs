//! The feed of the app's updates, served from a folder.

use std::fs;

use keyholder_store::on_both_databases;

use crate::support::House;

on_both_databases! {
    async fn the_files_of_the_folder_are_served_as_they_are(database: TestDatabase) {
        let folder = tempfile::tempdir().unwrap();
        let feed = folder.path().join("feed");
        fs::create_dir_all(feed.join("stable")).unwrap();
        let artefact: Vec<u8> = (0..300_000_u32).map(|number| (number % 251) as u8).collect();
        fs::write(feed.join("stable/app.bin"), &artefact).unwrap();
        fs::write(feed.join("stable/manifest.json"), b"{}").unwrap();
        fs::write(folder.path().join("secret.key"), b"secret").unwrap();
        let house = House::with(database, |config| config.update_feed_directory = Some(feed)).await;
        let get = async |path: &str| {
            let url = format!("{}{path}", house.app.origin);
            house.http.get(url).send().await.unwrap()
        };

        let reply = get("updates/stable/app.bin").await;
        assert_eq!(reply.status(), 200);
        assert_eq!(reply.headers()["cache-control"], "no-store");
        assert_eq!(reply.headers()["x-content-type-options"], "nosniff");
        assert_eq!(reply.bytes().await.unwrap(), artefact);
        assert_eq!(get("updates/stable/manifest.json").await.text().await.unwrap(), "{}");

        for path in [
            "updates", "updates/", "updates/stable", "updates/stable/missing.bin",
            "updates/%2e%2e/secret.key", "updates/..%2fsecret.key", "updates/stable/%2e%2e/%2e%2e/secret.key",
            "updates/stable%00", "updates/%5c..%5csecret.key",
        ] {
            let reply = get(path).await;
            assert!(matches!(reply.status().as_u16(), 307 | 404), "{path}: {}", reply.status());
            assert!(!reply.text().await.unwrap().contains("secret"), "{path}");
        }
        let posted = house.http.post(format!("{}updates/stable/app.bin", house.app.origin)).body("x").send().await.unwrap();
        assert_eq!(posted.status(), 405);
        assert_eq!(fs::read(folder.path().join("feed/stable/app.bin")).unwrap(), artefact);
    }

    async fn without_a_folder_there_is_no_feed(database: TestDatabase) {
        let house = House::on(database).await;
        let url = format!("{}updates/stable/manifest.json", house.app.origin);
        assert_eq!(house.http.get(url).send().await.unwrap().status(), 404);
    }
}
