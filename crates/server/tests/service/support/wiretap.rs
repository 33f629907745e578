//! Somebody who stands between a caller and the service and hears every answer.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinHandle,
};

/// A listening post on a port of this machine. It ends with the value.
pub(crate) struct Wiretap {
    pub(crate) origin: String,
    target: watch::Sender<Option<SocketAddr>>,
    heard: Arc<Mutex<Vec<Vec<u8>>>>,
    task: JoinHandle<()>,
}

impl Wiretap {
    pub(crate) async fn listen() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (target, service) = watch::channel(None);
        let heard = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&heard);
        let task = tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                tokio::spawn(carry(caller, service.clone(), Arc::clone(&notes)));
            }
        });
        Self {
            origin,
            target,
            heard,
            task,
        }
    }

    /// From now on callers reach this.
    pub(crate) fn lead_to(&self, address: SocketAddr) {
        self.target.send_replace(Some(address));
    }

    /// Everything that the service answered.
    pub(crate) fn heard(&self) -> Vec<u8> {
        self.heard.lock().unwrap().concat()
    }
}

impl Drop for Wiretap {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn carry(
    caller: TcpStream,
    service: watch::Receiver<Option<SocketAddr>>,
    heard: Arc<Mutex<Vec<Vec<u8>>>>,
) {
    let target = *service.borrow();
    let Some(target) = target else { return };
    let service = TcpStream::connect(target).await.unwrap();
    let (mut from_caller, mut to_caller) = caller.into_split();
    let (mut from_service, mut to_service) = service.into_split();
    let asking = tokio::spawn(async move {
        let _ = tokio::io::copy(&mut from_caller, &mut to_service).await;
        let _ = to_service.shutdown().await;
    });
    // One entry for each connection, so that nothing of another comes between.
    let place = {
        let mut heard = heard.lock().unwrap();
        heard.push(Vec::new());
        heard.len() - 1
    };
    let mut bytes = vec![0; 16 * 1024];
    while let Ok(count @ 1..) = from_service.read(&mut bytes).await {
        heard.lock().unwrap()[place].extend(&bytes[..count]);
        if to_caller.write_all(&bytes[..count]).await.is_err() {
            break;
        }
    }
    asking.abort();
}
