//! The bytes.

/// What is sent, and what may come of it.
pub(super) struct Case {
    pub(super) name: &'static str,
    pub(super) bytes: Vec<u8>,
    /// How many requests a careful reader could see in it.
    pub(super) most_answers: usize,
    /// Whether it may be served; otherwise it is refused, or the connection is closed.
    pub(super) may_be_served: bool,
}

const GET: &str = "GET /health/live HTTP/1.1\r\n";
const POST: &str = "POST /v1/sign-ins HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
/// What somebody would like to slip past a proxy.
const SMUGGLED: &str = "GET /health/live HTTP/1.1\r\nHost: y\r\n\r\n";

/// One that no reader may serve.
fn bad(name: &'static str, text: impl Into<Vec<u8>>) -> Case {
    Case {
        name,
        bytes: text.into(),
        most_answers: 1,
        may_be_served: false,
    }
}

/// One that may be served, or not.
fn odd(name: &'static str, text: impl Into<Vec<u8>>) -> Case {
    Case {
        may_be_served: true,
        ..bad(name, text)
    }
}

/// A header that is sent with a request for the sign of life.
fn with(header: &str) -> String {
    format!("{GET}Host: x\r\n{header}\r\n\r\n")
}

/// A body whose length is told in some way, and something smuggled behind it.
fn framed(header: &str, body: &str) -> String {
    format!("{POST}{header}\r\n\r\n{body}{SMUGGLED}")
}

/// Bytes without sense, others in each round.
fn noise(round: usize) -> Vec<u8> {
    let mut state = u64::try_from(round).unwrap() + 0x9E37_79B9_7F4A_7C15;
    (0..4_096)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[3]
        })
        .collect()
}

pub(super) fn requests(round: usize) -> Vec<Case> {
    let mut all = framing();
    all.extend(pieces());
    all.extend(heads());
    all.extend(sizes());
    all.extend([
        bad("nothing but noise", noise(round)),
        bad(
            "noise after a request line",
            [GET.as_bytes(), &noise(round)].concat(),
        ),
        bad(
            "a TLS greeting",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
        ),
        bad(
            "HTTP/2 without asking",
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_vec(),
        ),
        bad("zeros", vec![0; 70_000]),
        bad("empty lines only", b"\r\n".repeat(50_000)),
    ]);
    all
}

/// How long a body is, told in two ways or in a wrong one.
fn framing() -> Vec<Case> {
    vec![
        bad(
            "both lengths",
            framed(
                "Content-Length: 4\r\nTransfer-Encoding: chunked",
                "0\r\n\r\n",
            ),
        ),
        bad(
            "both lengths, the other way round",
            framed(
                "Transfer-Encoding: chunked\r\nContent-Length: 60",
                "0\r\n\r\n",
            ),
        ),
        bad(
            "two lengths",
            framed("Content-Length: 2\r\nContent-Length: 40", "{}"),
        ),
        bad("a list of lengths", framed("Content-Length: 2, 40", "{}")),
        bad("a length with a sign", framed("Content-Length: +2", "{}")),
        bad("a negative length", framed("Content-Length: -2", "{}")),
        bad(
            "a length in hexadecimal",
            framed("Content-Length: 0x2", "{}"),
        ),
        bad(
            "a length beyond all numbers",
            framed("Content-Length: 99999999999999999999999", "{}"),
        ),
    ]
}

/// How a body comes in pieces, told wrongly.
fn pieces() -> Vec<Case> {
    vec![
        bad(
            "chunked is not last",
            framed("Transfer-Encoding: chunked, identity", "0\r\n\r\n"),
        ),
        bad(
            "chunked by another name",
            framed("Transfer-Encoding: xchunked", "0\r\n\r\n"),
        ),
        bad(
            "chunked twice",
            framed(
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "0\r\n\r\n",
            ),
        ),
        bad(
            "a space before the colon",
            framed("Transfer-Encoding : chunked", "0\r\n\r\n"),
        ),
        bad(
            "a folded header",
            framed("Transfer-Encoding:\r\n chunked", "0\r\n\r\n"),
        ),
        bad(
            "a chunk without a size",
            framed("Transfer-Encoding: chunked", "\r\n{}\r\n0\r\n\r\n"),
        ),
        bad(
            "a negative chunk",
            framed("Transfer-Encoding: chunked", "-2\r\n{}\r\n0\r\n\r\n"),
        ),
        bad(
            "a chunk beyond all numbers",
            framed("Transfer-Encoding: chunked", "fffffffffffffffff\r\n{}"),
        ),
        bad(
            "a chunk larger than told",
            framed("Transfer-Encoding: chunked", "1\r\n{}\r\n0\r\n\r\n"),
        ),
        bad(
            "a chunk with much to say",
            framed(
                "Transfer-Encoding: chunked",
                &format!("2;{}\r\n{{}}", "x".repeat(100_000)),
            ),
        ),
        bad(
            "an endless trailer",
            framed(
                "Transfer-Encoding: chunked",
                &format!("0\r\nX: {}\r\n\r\n", "x".repeat(200_000)),
            ),
        ),
        // A whole body and then another request are two requests, and both may be answered.
        Case {
            most_answers: 2,
            ..odd(
                "a body and a request behind it",
                framed("Content-Length: 2", "{}"),
            )
        },
        odd(
            "a body that never comes",
            format!("{POST}Content-Length: 100\r\n\r\n"),
        ),
        odd(
            "a body with a promise",
            format!("{POST}Expect: 100-continue\r\nContent-Length: 100\r\n\r\n"),
        ),
    ]
}

/// Heads that are none.
fn heads() -> Vec<Case> {
    vec![
        bad("NUL in a value", with("X: a\0b")),
        bad("NUL in a name", with("X\0: a")),
        bad(
            "NUL in the address",
            "GET /health\0/live HTTP/1.1\r\nHost: x\r\n\r\n",
        ),
        bad("a bare carriage return", with("X: a\rY: b")),
        bad("a name with a space", with("X Y: a")),
        bad("no colon", with("nothing")),
        bad("no version", "GET /health/live\r\n\r\n"),
        bad(
            "a version of its own",
            "GET /health/live HTTP/9.9\r\nHost: x\r\n\r\n",
        ),
        bad(
            "a space in the address",
            "GET /health live HTTP/1.1\r\nHost: x\r\n\r\n",
        ),
        bad(
            "a method of its own",
            "NOSUCH /v1/me HTTP/1.1\r\nHost: x\r\n\r\n",
        ),
        bad(
            "a method in small letters",
            "get /v1/me HTTP/1.1\r\nHost: x\r\n\r\n",
        ),
        bad(
            "a tunnel",
            "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n",
        ),
        bad(
            "percent signs",
            "GET /v1/customers/%00%ff%/users HTTP/1.1\r\nHost: x\r\n\r\n",
        ),
        bad(
            "up and away",
            "GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        ),
        odd(
            "bytes beyond ASCII in a value",
            b"GET /health/live HTTP/1.1\r\nHost: x\r\nX: \xff\xfe\r\n\r\n".to_vec(),
        ),
        odd("no host", format!("{GET}\r\n")),
        odd("two hosts", format!("{GET}Host: x\r\nHost: y\r\n\r\n")),
        odd("bare line feeds", "GET /health/live HTTP/1.1\nHost: x\n\n"),
        odd(
            "somebody else's address",
            "GET http://evil.example/health/live HTTP/1.1\r\nHost: x\r\n\r\n",
        ),
        odd("everything", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"),
        odd(
            "an upgrade",
            with(
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
            ),
        ),
        odd("an older version", "GET /health/live HTTP/1.0\r\n\r\n"),
    ]
}

/// Too much of everything.
fn sizes() -> Vec<Case> {
    vec![
        bad(
            "a header of a megabyte",
            with(&format!("X: {}", "x".repeat(1 << 20))),
        ),
        bad(
            "a name of a megabyte",
            with(&format!("{}: x", "x".repeat(1 << 20))),
        ),
        bad(
            "an address of a megabyte",
            format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "x".repeat(1 << 20)),
        ),
        bad("ten thousand headers", with(&"X: y\r\n".repeat(10_000))),
        bad(
            "a cookie of a megabyte",
            with(&format!("Cookie: keyholder-form={}", "x".repeat(1 << 20))),
        ),
        bad(
            "a body of a megabyte",
            format!(
                "{POST}Content-Length: 1048576\r\n\r\n{}",
                "x".repeat(1 << 20)
            ),
        ),
        bad(
            "a body deeper than it is wide",
            format!(
                "{POST}Content-Length: 100000\r\n\r\n{}",
                "[".repeat(100_000)
            ),
        ),
        bad(
            "a chunked body of a megabyte",
            format!(
                "{POST}Transfer-Encoding: chunked\r\n\r\n100000\r\n{}\r\n0\r\n\r\n",
                "x".repeat(1 << 20)
            ),
        ),
    ]
}
