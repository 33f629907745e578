use std::sync::atomic::{AtomicI64, Ordering};

use keyring_core::mock;
use serde_json::json;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;

const SERVICE: &str = "https://id.example.com";
const HOUR: i64 = 60;

/// A computer whose clock stands as it is put, in minutes.
struct Computer {
    store: Arc<mock::Store>,
    folder: TempDir,
    minutes: Arc<AtomicI64>,
}

impl Computer {
    fn new() -> Self {
        Self {
            store: mock::Store::new().unwrap(),
            folder: tempfile::tempdir().unwrap(),
            minutes: Arc::new(AtomicI64::new(0)),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("offline.list")
    }

    fn set(&self, minutes: i64) {
        self.minutes.store(minutes, Ordering::SeqCst);
    }

    /// The app after a start.
    async fn app(&self) -> OfflineCopy {
        let store = Arc::clone(&self.store);
        let keychain = Keychain::new(move || Ok(Arc::clone(&store) as _));
        keychain.probe().await;
        let minutes = Arc::clone(&self.minutes);
        let clock = Clock::from_fn(move || at(minutes.load(Ordering::SeqCst)));
        OfflineCopy::new(self.path(), clock, keychain)
    }

    /// Whether the keychain holds anything of the copy.
    async fn holds_a_key(&self) -> bool {
        let keychain = self.app().await.keychain;
        let key = keychain.read(Slot::OfflineKey, NAME).await;
        key.is_some() || keychain.read(Slot::OfflineClock, NAME).await.is_some()
    }
}

const fn at(minutes: i64) -> Timestamp {
    Timestamp::from_micros(minutes * 60_000_000)
}

fn customer(number: u128) -> CustomerId {
    CustomerId::from_uuid(Uuid::from_u128(number))
}

fn copy_of(number: u128, read_at: Timestamp) -> ListCopy {
    let me = json!({
        "session_id": Uuid::from_u128(1),
        "user_id": Uuid::from_u128(2),
        "sign_in_name": "maria@example.com",
        "given_name": "Maria",
        "family_name": "Canary",
        "language": "en",
        "operator": false,
        "password_rules": { "min_chars": 12, "composition": "four_kinds" },
        "memberships": [],
        "offers": [],
    });
    ListCopy {
        lease: Lease::begin(read_at, at(1_000 * HOUR)),
        customer: customer(number),
        me: serde_json::from_value(me).unwrap(),
        total: 12,
        rows: Vec::new(),
        roles: Vec::new(),
    }
}

async fn kept(computer: &Computer) -> OfflineCopy {
    let app = computer.app().await;
    keep(&app, 7, at(computer.minutes.load(Ordering::SeqCst))).await;
    app
}

async fn keep(app: &OfflineCopy, number: u128, read_at: Timestamp) {
    let reading = app.begin_reading(customer(number)).await.unwrap();
    app.keep(reading, SERVICE, Some(copy_of(number, read_at)))
        .await;
}

async fn why_not(app: &OfflineCopy) -> NoCopy {
    app.look(SERVICE).await.err().unwrap()
}

#[tokio::test]
async fn goal_52_the_copy_outlives_the_app_and_lies_sealed() {
    let computer = Computer::new();
    drop(kept(&computer).await);
    assert!(computer.holds_a_key().await);
    let bytes = std::fs::read(computer.path()).unwrap();
    let shows = |text: &str| bytes.windows(text.len()).any(|at| at == text.as_bytes());
    assert!(shows("KHLIST01") && !shows("Canary") && !shows("example"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(computer.path()).unwrap().permissions();
        assert_eq!(mode.mode() & 0o077, 0);
    }
    let copy = computer.app().await.look(SERVICE).await.unwrap();
    assert_eq!((copy.total, copy.lease.read_at), (12, at(0)));
}

#[tokio::test]
async fn goal_52_a_copy_is_deleted_when_its_time_is_up() {
    let computer = Computer::new();
    let app = kept(&computer).await;
    computer.set(24 * HOUR - 1);
    assert!(app.look(SERVICE).await.is_ok());
    computer.set(24 * HOUR);
    assert_eq!(why_not(&app).await, NoCopy::TimeUp);
    assert!(!computer.path().exists());
    assert!(!computer.holds_a_key().await);
    assert_eq!(why_not(&computer.app().await).await, NoCopy::None);
}

#[tokio::test]
async fn goal_52_a_clock_that_is_set_back_is_noticed_also_over_a_restart() {
    let computer = Computer::new();
    let app = kept(&computer).await;
    computer.set(20 * HOUR);
    assert!(app.look(SERVICE).await.is_ok());
    drop(app);
    computer.set(10 * HOUR);
    let app = computer.app().await;
    assert_eq!(why_not(&app).await, NoCopy::ClockSetBack);
    assert!(!computer.path().exists());
}

#[tokio::test]
async fn goal_52_a_copy_opens_for_its_service_person_and_customer_alone() {
    let computer = Computer::new();
    drop(kept(&computer).await);
    let other = computer.app().await;
    assert!(other.look("https://other.example.com").await.is_err());
    assert!(!computer.path().exists());

    let app = kept(&computer).await;
    let of_seven = std::fs::read(computer.path()).unwrap();
    app.forget_unless_of(Some(customer(7))).await;
    assert!(app.look(SERVICE).await.is_ok());
    app.forget_unless_of(Some(customer(8))).await;
    assert_eq!(why_not(&app).await, NoCopy::None);
    keep(&app, 8, at(0)).await;
    // The file of the customer before, put in the place of this one.
    std::fs::write(computer.path(), of_seven).unwrap();
    assert!(computer.app().await.look(SERVICE).await.is_err());
}

#[tokio::test]
async fn goal_52_a_copy_with_a_flipped_bit_does_not_open() {
    let computer = Computer::new();
    drop(kept(&computer).await);
    let whole = std::fs::read(computer.path()).unwrap();
    let key = computer.app().await;
    let key = key.keychain.read(Slot::OfflineKey, NAME).await.unwrap();
    let key = CopyKey::from_bytes(&key).unwrap();
    assert!(sealed::read(&computer.path(), &key, SERVICE).is_some());
    for place in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[place] ^= 1;
        std::fs::write(computer.path(), damaged).unwrap();
        assert!(sealed::read(&computer.path(), &key, SERVICE).is_none());
    }
    std::fs::write(computer.path(), &whole[..20]).unwrap();
    assert!(sealed::read(&computer.path(), &key, SERVICE).is_none());
}

#[tokio::test]
async fn goal_52_what_began_to_be_read_before_a_sign_out_is_not_kept() {
    let computer = Computer::new();
    let app = computer.app().await;
    let reading = app.begin_reading(customer(7)).await.unwrap();
    assert!(
        app.begin_reading(customer(7)).await.is_none(),
        "one at a time"
    );
    app.forget().await;
    app.keep(reading, SERVICE, Some(copy_of(7, at(0)))).await;
    assert_eq!(why_not(&app).await, NoCopy::None);
    assert!(!computer.path().exists());
    assert!(!computer.holds_a_key().await);
}

#[tokio::test]
async fn goal_52_a_copy_is_read_anew_after_a_while_and_not_before() {
    let computer = Computer::new();
    let app = kept(&computer).await;
    computer.set(4);
    assert!(app.begin_reading(customer(7)).await.is_none());
    computer.set(5);
    let reading = app.begin_reading(customer(7)).await.unwrap();
    // A reading that fails leaves what is there.
    app.keep(reading, SERVICE, None).await;
    assert!(app.look(SERVICE).await.is_ok());
    assert!(app.begin_reading(customer(7)).await.is_some());
}

#[tokio::test]
async fn goal_52_without_a_keychain_nothing_is_kept_and_it_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("offline.list");
    let keychain = Keychain::new(|| Err(keyring_core::Error::NoDefaultStore));
    keychain.probe().await;
    let app = OfflineCopy::new(path.clone(), Clock::from_fn(|| at(0)), keychain);
    assert!(app.begin_reading(customer(7)).await.is_none());
    assert_eq!(why_not(&app).await, NoCopy::NoKeychain);
    assert!(!path.exists());
}
