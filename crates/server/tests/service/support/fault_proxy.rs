//! What stands between the service and its database, and can be told to fail.

use std::time::Duration;

use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
};

/// What goes wrong on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing.
    None,
    /// Nobody listens, and every open connection is closed.
    Down,
    /// Every open connection is closed; new ones are accepted and closed at once.
    Reset,
    /// Connections stay, and nothing comes through.
    Silent,
    /// Everything comes so much later.
    Slow(Duration),
}

impl Fault {
    /// Whether no connection survives it.
    fn cuts(self) -> bool {
        matches!(self, Self::Down | Self::Reset)
    }
}

/// A proxy on a port of this machine. It ends with the value.
pub(crate) struct FaultProxy {
    port: u16,
    fault: watch::Sender<Fault>,
    /// How many connections are carried.
    carried: watch::Sender<usize>,
    listening: watch::Receiver<bool>,
    task: JoinHandle<()>,
}

impl FaultProxy {
    /// A proxy to an address such as `127.0.0.1:5432`.
    pub(crate) async fn to(target: &str) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (fault, faults) = watch::channel(Fault::None);
        let (carried, _) = watch::channel(0);
        let (says, listening) = watch::channel(true);
        let way = Way {
            target: target.to_owned(),
            faults,
            carried: carried.clone(),
        };
        let task = tokio::spawn(serve(listener, way, says));
        Self {
            port,
            fault,
            carried,
            listening,
            task,
        }
    }

    /// The port that it listens on.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// From now on this goes wrong; what was to be cut is cut when this returns.
    pub(crate) async fn set(&mut self, fault: Fault) {
        self.fault.send_replace(fault);
        if fault.cuts() {
            let mut carried = self.carried.subscribe();
            carried.wait_for(|carried| *carried == 0).await.unwrap();
        }
        let listens = fault != Fault::Down;
        let reached = self.listening.wait_for(|is| *is == listens).await;
        reached.unwrap();
    }
}

impl Drop for FaultProxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Where connections lead, and what befalls them.
#[derive(Clone)]
struct Way {
    target: String,
    faults: watch::Receiver<Fault>,
    carried: watch::Sender<usize>,
}

/// A connection that is carried, for as long as the value lives.
struct Carried(watch::Sender<usize>);

impl Carried {
    fn one_more(of: &watch::Sender<usize>) -> Self {
        of.send_modify(|carried| *carried += 1);
        Self(of.clone())
    }
}

impl Drop for Carried {
    fn drop(&mut self) {
        self.0.send_modify(|carried| *carried -= 1);
    }
}

async fn serve(first: TcpListener, mut way: Way, listening: watch::Sender<bool>) {
    let port = first.local_addr().unwrap().port();
    let mut listener = Some(first);
    loop {
        let fault = *way.faults.borrow_and_update();
        if fault == Fault::Down {
            listener = None;
        } else if listener.is_none() {
            listener = Some(TcpListener::bind(("127.0.0.1", port)).await.unwrap());
        }
        listening.send_replace(listener.is_some());
        tokio::select! {
            accepted = accept(listener.as_ref()) => {
                // A connection that is made while they are reset is gone at once.
                if fault != Fault::Reset {
                    let carried = Carried::one_more(&way.carried);
                    tokio::spawn(carry(accepted, way.clone(), carried));
                }
            }
            changed = way.faults.changed() => if changed.is_err() { return },
        }
    }
}

async fn accept(listener: Option<&TcpListener>) -> TcpStream {
    match listener {
        Some(listener) => listener.accept().await.unwrap().0,
        None => std::future::pending().await,
    }
}

/// Carries one connection until it ends or is cut.
async fn carry(client: TcpStream, mut way: Way, _carried: Carried) {
    let Ok(server) = TcpStream::connect(&way.target).await else {
        return;
    };
    for stream in [&client, &server] {
        stream.set_nodelay(true).unwrap();
    }
    // The fault may have come while this one was accepted.
    if way.faults.borrow().cuts() {
        return;
    }
    let (from_client, to_client) = client.into_split();
    let (from_server, to_server) = server.into_split();
    let mut there = tokio::spawn(flow(from_client, to_server, way.faults.clone()));
    let mut back = tokio::spawn(flow(from_server, to_client, way.faults.clone()));
    tokio::select! {
        _ = way.faults.wait_for(|fault| fault.cuts()) => {}
        _ = &mut there => {}
        _ = &mut back => {}
    }
    for half in [there, back] {
        half.abort();
        // Until it is gone the connection is open; one that has ended already cannot be waited for again.
        while !half.is_finished() {
            tokio::task::yield_now().await;
        }
    }
}

async fn flow(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut faults: watch::Receiver<Fault>,
) {
    let mut bytes = vec![0; 16 * 1024];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        let fault = *faults.borrow_and_update();
        if let Fault::Slow(by) = fault {
            tokio::time::sleep(by).await;
        }
        let passes = |fault: &Fault| *fault != Fault::Silent;
        if faults.wait_for(passes).await.is_err() || to.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}
