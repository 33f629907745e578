//! Opening, checking and migrating a database.

use keyholder_store::{
    Database, DatabaseOptions, StoreError,
    testing::{Product, TestDatabase, dump},
};

use crate::fixture;

async fn migrates_from_nothing_and_again(product: Product) {
    let database = TestDatabase::without_schema(product).await;
    assert!(!database.is_migrated().await.unwrap());
    database.migrate().await.unwrap();
    assert!(database.is_migrated().await.unwrap());
    fixture::two_customers(&database).await;
    let before = dump(database.database()).await;
    assert_eq!(before["customers"].len(), 2);
    database.migrate().await.unwrap();
    assert_eq!(dump(database.database()).await, before);
    database.ping().await.unwrap();
}

#[tokio::test]
async fn sqlite_migrates_from_nothing_and_again() {
    migrates_from_nothing_and_again(Product::Sqlite).await;
}

#[tokio::test]
async fn postgres_migrates_from_nothing_and_again() {
    migrates_from_nothing_and_again(Product::Postgres).await;
}

async fn programs_that_start_at_once_migrate_once(product: Product) {
    let database = TestDatabase::without_schema(product).await;
    let starts: Vec<_> = (0..4)
        .map(|_| {
            let url = database.url().to_owned();
            tokio::spawn(async move {
                let other = Database::connect(&url, DatabaseOptions::default()).await?;
                other.migrate().await
            })
        })
        .collect();
    for start in starts {
        start.await.unwrap().unwrap();
    }
    let versions = dump(database.database()).await["schema_versions"].clone();
    let distinct: std::collections::BTreeSet<_> = versions.iter().collect();
    assert_eq!(distinct.len(), versions.len(), "{versions:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_programs_that_start_at_once_migrate_once() {
    programs_that_start_at_once_migrate_once(Product::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_programs_that_start_at_once_migrate_once() {
    programs_that_start_at_once_migrate_once(Product::Postgres).await;
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_is_made_for_its_owner_only_and_refused_if_others_may_read_it() {
    use std::os::unix::fs::PermissionsExt;

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("keyholder.db");
    let url = format!("sqlite://{}", path.display());
    let database = Database::connect(&url, DatabaseOptions::default())
        .await
        .unwrap();
    database.migrate().await.unwrap();
    for entry in std::fs::read_dir(directory.path()).unwrap() {
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
    database.close().await.unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let refused = Database::connect(&url, DatabaseOptions::default()).await;
    assert!(
        matches!(refused, Err(StoreError::Incompatible(_))),
        "{refused:?}"
    );
}

async fn an_older_program_refuses_a_newer_schema(product: Product) {
    let database = TestDatabase::new(product).await;
    database
        .run("INSERT INTO schema_versions (version) VALUES (99)")
        .await
        .unwrap();
    let refused = Database::connect(database.url(), DatabaseOptions::default()).await;
    let Err(StoreError::Incompatible(sentence)) = refused else {
        panic!("{refused:?}");
    };
    assert!(sentence.contains("99"), "{sentence}");
    assert!(matches!(
        database.migrate().await,
        Err(StoreError::Incompatible(_))
    ));
}

#[tokio::test]
async fn sqlite_an_older_program_refuses_a_newer_schema() {
    an_older_program_refuses_a_newer_schema(Product::Sqlite).await;
}

#[tokio::test]
async fn postgres_an_older_program_refuses_a_newer_schema() {
    an_older_program_refuses_a_newer_schema(Product::Postgres).await;
}

#[tokio::test]
async fn a_server_that_confirms_before_it_writes_is_refused() {
    let database = TestDatabase::new(Product::Postgres).await;
    let name = database.url().rsplit('/').next().unwrap();
    let name = name.split('?').next().unwrap();
    database
        .run(&format!(
            "ALTER DATABASE {name} SET synchronous_commit = off"
        ))
        .await
        .unwrap();
    let refused = Database::connect(database.url(), DatabaseOptions::default()).await;
    let Err(StoreError::Incompatible(sentence)) = refused else {
        panic!("{refused:?}");
    };
    assert!(sentence.contains("synchronous_commit"), "{sentence}");
}

#[tokio::test]
async fn other_addresses_are_refused_in_one_sentence() {
    let refused = Database::connect("mysql://localhost/x", DatabaseOptions::default()).await;
    let Err(StoreError::Incompatible(sentence)) = refused else {
        panic!("{refused:?}");
    };
    assert!(sentence.contains("sqlite://") && sentence.contains("postgres://"));
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_unavailable() {
    let url = "postgres://nobody@127.0.0.1:1/nothing";
    let options = DatabaseOptions {
        wait: std::time::Duration::from_millis(100),
        ..DatabaseOptions::default()
    };
    let refused = Database::connect(url, options).await;
    assert!(
        matches!(refused, Err(StoreError::Unavailable(_))),
        "{refused:?}"
    );
}
