//! What came of it, in figures.

use super::{Contender, Figure};

const NAME: &str = "authenticator";

/// The programs that are measured.
pub(super) struct Contenders<'a> {
    pub(super) empty: Contender<'a>,
    pub(super) keychain: Contender<'a>,
    pub(super) passphrase: Contender<'a>,
    pub(super) keepassxc: Contender<'a>,
    pub(super) otpclient: Contender<'a>,
}

impl<'a> Contenders<'a> {
    /// Each, in the order in which they take turns.
    pub(super) fn each(&mut self) -> [&mut Contender<'a>; 5] {
        [
            &mut self.empty,
            &mut self.keychain,
            &mut self.passphrase,
            &mut self.keepassxc,
            &mut self.otpclient,
        ]
    }

    pub(super) fn report(mut self, figures: &mut Vec<Figure>) {
        let first = |contender: &mut Contender<'_>| {
            let codes = contender.codes.as_mut();
            codes.map_or(f64::NAN, |codes| codes.percentile(50))
        };
        let (first, first_by_passphrase) = (first(&mut self.keychain), first(&mut self.passphrase));
        let page = self.keychain.page.percentile(50);
        let [empty, keychain, passphrase, keepassxc, otpclient] =
            self.each().map(|contender| contender.starts.percentile(50));
        let start = |name, value| Figure::new(NAME, name, value, "ms");
        figures.extend([
            start("start to the first code, p50", first)
                .beside("empty window", empty)
                .aim("within 1.2 times the empty window", |figure| {
                    figure.ratio() <= 1.2
                }),
            start("the same start", first).beside("OTPClient", otpclient),
            start("of that start, until the code is in the page, p50", page),
            start("start until the whole picture stands, p50", keychain)
                .beside("empty window", empty),
            start(
                "start with a passphrase to the first code, p50",
                first_by_passphrase,
            )
            .beside("KeePassXC, the same key derivation", keepassxc)
            .aim("no slower than KeePassXC", |figure| figure.ratio() <= 1.0),
            start(
                "start with a passphrase until the whole picture stands, p50",
                passphrase,
            )
            .beside("KeePassXC, the same key derivation", keepassxc),
        ]);
        let memory = |name| Figure::new(NAME, name, self.keychain.memory, "MB");
        figures.extend([
            memory("memory of all its processes (PSS)").beside("OTPClient", self.otpclient.memory),
            memory("the same memory").beside("KeePassXC", self.keepassxc.memory),
            memory("the same memory again").beside("empty window", self.empty.memory),
            start(
                "from a key to the filtered list, p50",
                self.keychain.keys.percentile(50),
            )
            .beside("KeePassXC", self.keepassxc.keys.percentile(50)),
        ]);
    }
}

/// Filtering among many accounts, within the page.
pub(super) fn filter(milliseconds: f64) -> Figure {
    let name = "2,000 accounts: from a typed letter to the painted rows, p50";
    Figure::new(NAME, name, milliseconds, "ms")
        .aim("within a frame (16 ms)", |figure| figure.value <= 16.0)
}

/// From the shortcut to the codes: with the page there, and with the page let go.
pub(super) fn shortcut(kept: f64, let_go: f64) -> [Figure; 2] {
    let figure = |name, value| Figure::new(NAME, name, value, "ms");
    [
        figure(
            "from the shortcut to the codes, window in the tray, p50",
            kept,
        )
        .aim("under 100 ms", |figure| figure.value < 100.0),
        figure("from the shortcut to the codes, page let go, p50", let_go),
    ]
}
