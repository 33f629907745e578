//! HTTP/1.1 over one kept connection, as thin as it can be: what measures should not be measured.

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::failure::{Done, Failure};

/// One connection.
pub(crate) struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What came back.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// The body, if the reply is the one that was hoped for.
    pub(crate) fn expect(self, status: u16) -> Done<Vec<u8>> {
        if self.status == status {
            return Ok(self.body);
        }
        let body = String::from_utf8_lossy(&self.body).into_owned();
        Err(Failure::new(format!(
            "the service answered {} instead of {status}: {body}",
            self.status
        )))
    }
}

impl Wire {
    /// Connects to an authority such as `127.0.0.1:4711`.
    pub(crate) async fn connect(authority: &str) -> Done<Self> {
        let stream = TcpStream::connect(authority)
            .await
            .map_err(Failure::doing("no connection to the service"))?;
        stream
            .set_nodelay(true)
            .map_err(Failure::doing("no connection to the service"))?;
        Ok(Self {
            stream,
            buffer: Vec::with_capacity(64 * 1024),
        })
    }

    /// Sends a complete request and waits for its reply.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Done<Reply> {
        let broken = || Failure::doing("the connection to the service broke");
        self.stream.write_all(request).await.map_err(broken())?;
        self.buffer.clear();
        loop {
            let count = self
                .stream
                .read_buf(&mut self.buffer)
                .await
                .map_err(broken())?;
            if count == 0 {
                return Err(Failure::new("the service closed the connection"));
            }
            if let Some(reply) = complete(&self.buffer)? {
                return Ok(reply);
            }
        }
    }
}

fn complete(bytes: &[u8]) -> Done<Option<Reply>> {
    let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else {
        return Ok(None);
    };
    let (head, rest) = bytes.split_at(end);
    let body = rest.get(4..).unwrap_or_default();
    let head = String::from_utf8_lossy(head).into_owned();
    let reply = Reply {
        status: head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .ok_or_else(|| Failure::new("the service answered something that is not HTTP"))?,
        head,
        body: body.to_vec(),
    };
    let length = reply
        .header("content-length")
        .map_or(Ok(0), str::parse::<usize>)
        .map_err(Failure::doing("a reply without a length"))?;
    Ok((body.len() >= length).then_some(reply))
}
