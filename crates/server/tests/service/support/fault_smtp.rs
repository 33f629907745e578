//! A mail server that does what mail servers do on their bad days. It speaks just enough SMTP, without
//! encryption, on this machine only.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use keyholder_server::config::{Smtp, SmtpSecurity};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
};

/// What becomes of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Taken.
    Take,
    /// "Come back later."
    Later,
    /// "There is nobody of that name."
    Never,
    /// Taken; the connection breaks before the answer.
    TakeInSilence,
    /// The connection breaks in the middle of the mail.
    HangUp,
    /// Not taken, and the answer is none.
    Babble,
    /// Heard to the end, and never answered: the mail stays in the hand of whoever sends it.
    Hold,
}

/// A mail that was taken.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub(crate) to: String,
    pub(crate) message_id: String,
    /// Whether the caller was told.
    pub(crate) answered: bool,
    /// Headers and body as they came.
    pub(crate) data: String,
}

type Decide = Arc<dyn Fn(usize) -> Fate + Send + Sync>;

/// A running server. It ends with the value.
pub(crate) struct FaultSmtp {
    port: u16,
    taken: Arc<Mutex<Vec<Taken>>>,
    count: watch::Receiver<usize>,
    held: watch::Receiver<usize>,
    task: JoinHandle<()>,
}

impl FaultSmtp {
    /// A server that decides by the number of the mail, counted from 0 in the order in which they come.
    pub(crate) async fn deciding(fate: impl Fn(usize) -> Fate + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let (says, count) = watch::channel(0);
        let (holds, held) = watch::channel(0);
        let visit = Visit {
            decide: Arc::new(fate),
            seen: Arc::new(Mutex::new(0)),
            taken: Arc::clone(&taken),
            says: Arc::new(says),
            holds: Arc::new(holds),
        };
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let visit = visit.clone();
                tokio::spawn(async move {
                    // Whoever goes away in the middle has gone.
                    let _ = visit.serve(stream).await;
                });
            }
        });
        Self {
            port,
            taken,
            count,
            held,
            task,
        }
    }

    pub(crate) fn settings(&self) -> Smtp {
        Smtp {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            security: SmtpSecurity::PlainLoopback,
            username: None,
            password_file: None,
            ca_file: None,
            from: "Keyholder <no-reply@id.example.com>".to_owned(),
        }
    }

    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// How often each address got each mail.
    pub(crate) fn copies(&self) -> BTreeMap<(String, String), usize> {
        let mut copies = BTreeMap::new();
        for mail in self.taken() {
            *copies.entry((mail.to, mail.message_id)).or_insert(0) += 1;
        }
        copies
    }

    /// Waits until so many were taken in all.
    pub(crate) async fn reaches(&mut self, target: usize) {
        let reached = self.count.wait_for(|count| *count >= target).await;
        reached.unwrap();
    }

    /// Waits until so many are or were held.
    pub(crate) async fn holds(&mut self, target: usize) {
        let reached = self.held.wait_for(|count| *count >= target).await;
        reached.unwrap();
    }
}

impl Drop for FaultSmtp {
    fn drop(&mut self) {
        self.task.abort();
    }
}

#[derive(Clone)]
struct Visit {
    decide: Decide,
    seen: Arc<Mutex<usize>>,
    taken: Arc<Mutex<Vec<Taken>>>,
    says: Arc<watch::Sender<usize>>,
    holds: Arc<watch::Sender<usize>>,
}

impl Visit {
    async fn serve(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 localhost\r\n").await?;
        let mut to = String::new();
        let mut line = String::new();
        loop {
            line.clear();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            let verb = line.to_ascii_uppercase();
            if verb.starts_with("EHLO") {
                let able = b"250-localhost\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME\r\n";
                stream.write_all(able).await?;
            } else if verb.starts_with("AUTH") {
                stream.write_all(b"235 welcome\r\n").await?;
            } else if verb.starts_with("DATA") {
                stream.write_all(b"354 go on\r\n").await?;
                if !self.take_in(&mut stream, &to).await? {
                    return Ok(());
                }
            } else if verb.starts_with("QUIT") {
                return stream.write_all(b"221 bye\r\n").await;
            } else {
                if let Some((_, rest)) = line.split_once('<')
                    && verb.starts_with("RCPT")
                {
                    to = rest.split('>').next().unwrap_or_default().to_owned();
                }
                stream.write_all(b"250 fine\r\n").await?;
            }
        }
    }

    /// Reads a mail and answers; `false` if the connection is over.
    async fn take_in(&self, stream: &mut BufReader<TcpStream>, to: &str) -> std::io::Result<bool> {
        let number = {
            let mut seen = self.seen.lock().unwrap();
            let number = *seen;
            *seen += 1;
            number
        };
        let fate = (self.decide)(number);
        let mut data = String::new();
        loop {
            let before = data.len();
            if stream.read_line(&mut data).await? == 0 {
                return Ok(false);
            }
            if fate == Fate::HangUp && before > 100 {
                return Ok(false);
            }
            if &data[before..] == ".\r\n" {
                break;
            }
        }
        if matches!(fate, Fate::Take | Fate::TakeInSilence) {
            let mut taken = self.taken.lock().unwrap();
            taken.push(Taken {
                to: to.to_owned(),
                answered: fate == Fate::Take,
                message_id: header(&data, "Message-ID: "),
                data,
            });
            self.says.send_replace(taken.len());
        }
        if fate == Fate::Hold {
            self.holds.send_modify(|count| *count += 1);
            // Until whoever sends it has gone.
            stream.read_line(&mut String::new()).await?;
            return Ok(false);
        }
        let answer: &[u8] = match fate {
            Fate::TakeInSilence | Fate::HangUp | Fate::Hold => return Ok(false),
            Fate::Take => b"250 taken\r\n",
            Fate::Later => b"451 come back later\r\n",
            Fate::Never => b"550 nobody of that name\r\n",
            Fate::Babble => b"hello? is this the bakery?\r\n",
        };
        stream.write_all(answer).await?;
        Ok(true)
    }
}

fn header(data: &str, name: &str) -> String {
    let line = data.lines().find_map(|line| line.strip_prefix(name));
    line.unwrap_or_default().to_owned()
}
