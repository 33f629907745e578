//! Goal 7: bytes that no honest client sends, on bare sockets. None is answered with 5xx, none is taken
//! for two requests, who is slow is cut off, and everybody else is served meanwhile.

mod corpus;

use std::{net::SocketAddr, time::Duration};

use futures_util::future::{join, join_all};
use keyholder_store::testing::{Product, TestDatabase};
use reqwest::StatusCode;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use crate::support::{Device, House, depth::times};

/// How long a caller may be slow, in seconds.
const PATIENCE: u64 = 1;
/// When the test gives up waiting for the service to do so.
const GIVE_UP: Duration = Duration::from_secs(20);
/// A pause between two bytes of somebody slow.
const DRIP: Duration = Duration::from_millis(200);

async fn house() -> House {
    let database = TestDatabase::new(Product::Sqlite).await;
    House::with(database, |config| config.header_timeout_seconds = PATIENCE).await
}

fn address(house: &House) -> SocketAddr {
    let (host, port) = (
        house.app.origin.host_str().unwrap(),
        house.app.origin.port().unwrap(),
    );
    SocketAddr::new(host.parse().unwrap(), port)
}

/// Everything that comes until the service hangs up.
async fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let mut answer = Vec::new();
    // A reset is an end as well: the service need not hear all that it does not want.
    let ended = timeout(GIVE_UP, stream.read_to_end(&mut answer)).await;
    let text = String::from_utf8_lossy(&answer);
    assert!(ended.is_ok(), "the service did not hang up after {text:?}");
    answer
}

/// The statuses of the answers in what came.
fn statuses(answer: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(answer);
    text.split("HTTP/1.")
        .skip(1)
        .map(|rest| rest[2..5].parse().unwrap())
        .collect()
}

/// Sends bytes and hears what becomes of them.
async fn send(to: SocketAddr, bytes: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(to).await.unwrap();
    // The service may hang up before it has read everything.
    let _ = stream.write_all(bytes).await;
    rest(&mut stream).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_07_no_bytes_are_answered_with_a_fault_of_the_service_or_taken_for_two_requests() {
    let house = house().await;
    let to = address(&house);
    for round in 0..times(1, 20, 100) {
        let corpus = corpus::requests(round);
        let answers = join_all(corpus.iter().map(|case| send(to, &case.bytes))).await;
        for (case, answer) in corpus.iter().zip(answers) {
            let statuses = statuses(&answer);
            let name = case.name;
            assert!(
                statuses.iter().all(|status| *status < 500),
                "{name}: {statuses:?}"
            );
            assert!(
                statuses.len() <= case.most_answers,
                "{name}: {statuses:?} {}",
                String::from_utf8_lossy(&answer)
            );
            if !case.may_be_served {
                let refused = statuses.iter().all(|status| (400..500).contains(status));
                assert!(refused, "{name}: {statuses:?}");
            }
        }
        let alive = Device::new(&house).get("/health/live").await;
        assert_eq!(alive.status, StatusCode::NO_CONTENT);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_07_a_hundred_requests_in_one_breath_are_answered_in_their_order() {
    let house = house().await;
    let mut bytes = Vec::new();
    for number in 0..100 {
        let path = if number % 2 == 0 {
            "/health/live"
        } else {
            "/nowhere"
        };
        bytes.extend(format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n").bytes());
    }
    let answer = send(address(&house), &bytes).await;
    let expected: Vec<u16> = (0..100).map(|number| [204, 404][number % 2]).collect();
    assert_eq!(statuses(&answer), expected);
}

/// Sends a beginning, then a byte now and then, until the service hangs up; gives what it said.
async fn drip(to: SocketAddr, beginning: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(to).await.unwrap();
    stream.write_all(beginning.as_bytes()).await.unwrap();
    let (mut from, mut into) = stream.split();
    let dripping = async {
        let mut drops = tokio::time::interval(DRIP);
        loop {
            drops.tick().await;
            if into.write_all(b"x").await.is_err() {
                return;
            }
        }
    };
    let mut answer = Vec::new();
    let hearing = from.read_to_end(&mut answer);
    tokio::select! {
        () = dripping => {}
        _ = hearing => {}
        () = tokio::time::sleep(GIVE_UP) => panic!("the service listens to {beginning:?} for ever"),
    }
    answer
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_07_who_is_slow_is_cut_off_and_everybody_else_is_served_meanwhile() {
    let house = house().await;
    let to = address(&house);
    let head = "POST /v1/sign-ins HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    // One byte each second would do for a body; none at all does not.
    let stalled_body = format!("{head}Content-Length: 100\r\n\r\n{{");
    let stalled = [
        "",
        "GET",
        "GET /health/live HTTP/1.1\r\n",
        "GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        stalled_body.as_str(),
    ];
    let many = (0..times(40, 400, 400)).map(|number| stalled[number % stalled.len()]);
    let stalling = join_all(many.map(|beginning| send(to, beginning.as_bytes())));
    let dripping = join_all(stalled[1..4].iter().map(|beginning| drip(to, beginning)));
    let served = async {
        for _ in 0..50 {
            let reply = Device::new(&house).get("/health/live").await;
            assert_eq!(reply.status, StatusCode::NO_CONTENT);
        }
    };
    let ((stalled, dripped), ()) = join(join(stalling, dripping), served).await;
    for answer in stalled.iter().chain(&dripped) {
        let statuses = statuses(answer);
        let refused = statuses.iter().all(|status| (400..500).contains(status));
        assert!(refused && statuses.len() <= 1, "{statuses:?}");
    }
}
