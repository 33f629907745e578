//! What a disk holds after the power failed: everything that was made durable, and any of the sectors
//! that were written since.

use std::{collections::BTreeMap, path::Path};

/// The smallest part of a disk that is written whole.
const SECTOR: usize = 512;
/// The database, and its journal.
pub(super) const FILES: [&str; 2] = ["keyholder.db", "keyholder.db-wal"];
const JOURNAL: usize = 1;

/// One thing that happened to a file.
#[derive(Clone, Debug)]
enum Deed {
    Written {
        file: usize,
        at: usize,
        bytes: Vec<u8>,
    },
    Cut {
        file: usize,
        length: usize,
    },
    Durable {
        file: usize,
    },
}

/// Everything that happened, and how much of the record each took.
pub(super) struct Record {
    deeds: Vec<(usize, Deed)>,
}

/// How much is lost of what was not durable yet.
#[derive(Clone, Copy, Debug)]
pub(super) enum Loss {
    Everything,
    Nothing,
    /// The earlier half; the disk wrote the later first.
    TheEarlier,
    /// Any sector, each by the toss of a coin.
    AnySector(u64),
}

/// Which promises of the disk count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Disk {
    Honest,
    /// The journal is never made durable, as if nobody asked for it (`synchronous=NORMAL` asks for it
    /// before a checkpoint only, and then for the database).
    ForgetsTheJournal,
}

impl Record {
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut deeds = Vec::new();
        let mut place = 0;
        while let Some(head) = bytes.get(place..place + 14) {
            let file = usize::from(head[1]);
            let number = |bytes: &[u8]| -> usize {
                let mut all = [0; 8];
                all[..bytes.len()].copy_from_slice(bytes);
                usize::try_from(u64::from_le_bytes(all)).unwrap()
            };
            let (at, count) = (number(&head[2..10]), number(&head[10..14]));
            place += 14;
            let Some(data) = bytes.get(place..place + count) else {
                break;
            };
            place += count;
            let deed = match head[0] {
                b'W' => Deed::Written {
                    file,
                    at,
                    bytes: data.to_vec(),
                },
                b'T' => Deed::Cut { file, length: at },
                b'S' => Deed::Durable { file },
                other => panic!("the record holds {other}"),
            };
            deeds.push((place, deed));
        }
        Self { deeds }
    }

    /// After how many deeds the power may fail.
    pub(super) fn len(&self) -> usize {
        self.deeds.len()
    }

    /// How often each file was made durable.
    pub(super) fn durable(&self) -> BTreeMap<usize, usize> {
        let mut times = BTreeMap::new();
        for (_, deed) in &self.deeds {
            if let Deed::Durable { file } = deed {
                *times.entry(*file).or_insert(0) += 1;
            }
        }
        times
    }

    /// How long the record was after so many deeds.
    pub(super) fn position(&self, deeds: usize) -> usize {
        deeds.checked_sub(1).map_or(0, |last| self.deeds[last].0)
    }

    /// The files as they are found when the power fails after so many deeds.
    pub(super) fn image(&self, base: &Files, deeds: usize, loss: Loss, disk: Disk) -> Files {
        let mut durable = base.clone();
        let mut open: [Vec<&Deed>; 2] = [const { Vec::new() }; 2];
        for (_, deed) in &self.deeds[..deeds] {
            match deed {
                Deed::Durable { file: JOURNAL } if disk == Disk::ForgetsTheJournal => {}
                Deed::Durable { file } => {
                    for deed in open[*file].drain(..) {
                        durable.apply(deed, |_| true);
                    }
                }
                Deed::Written { file, .. } | Deed::Cut { file, .. } => open[*file].push(deed),
            }
        }
        let mut dice = Dice(match loss {
            Loss::AnySector(seed) => seed,
            _ => 1,
        });
        for deeds in open {
            let half = deeds.len() / 2;
            for (number, deed) in deeds.into_iter().enumerate() {
                durable.apply(deed, |_| match loss {
                    Loss::Everything => false,
                    Loss::Nothing => true,
                    Loss::TheEarlier => number >= half,
                    Loss::AnySector(_) => dice.toss(),
                });
            }
        }
        durable
    }
}

/// The bytes of both files.
#[derive(Clone, Default)]
pub(super) struct Files([Vec<u8>; 2]);

impl Files {
    pub(super) fn read(folder: &Path) -> Self {
        Self(FILES.map(|name| std::fs::read(folder.join(name)).unwrap_or_default()))
    }

    /// Writes them where a service finds them.
    pub(super) fn write(&self, folder: &Path) {
        for (name, bytes) in FILES.iter().zip(&self.0) {
            let path = folder.join(name);
            std::fs::write(&path, bytes).unwrap();
            let owner = std::os::unix::fs::PermissionsExt::from_mode(0o600);
            std::fs::set_permissions(&path, owner).unwrap();
        }
    }

    /// Does a deed, as far as its sectors are kept.
    fn apply(&mut self, deed: &Deed, mut keeps: impl FnMut(usize) -> bool) {
        match deed {
            Deed::Durable { .. } => {}
            Deed::Cut { file, length } => {
                if keeps(0) {
                    self.0[*file].resize(*length, 0);
                }
            }
            Deed::Written { file, at, bytes } => {
                let content = &mut self.0[*file];
                let mut done = 0;
                while done < bytes.len() {
                    let from = at + done;
                    let end = bytes.len().min(done + SECTOR - from % SECTOR);
                    if keeps(from / SECTOR) {
                        let needed = at + end;
                        if content.len() < needed {
                            content.resize(needed, 0);
                        }
                        content[from..needed].copy_from_slice(&bytes[done..end]);
                    }
                    done = end;
                }
            }
        }
    }
}

/// The same tosses for the same seed.
struct Dice(u64);

impl Dice {
    fn toss(&mut self) -> bool {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 63 == 1
    }
}

#[test]
fn an_image_keeps_what_was_durable_and_loses_what_it_is_told_to() {
    let record = Record {
        deeds: vec![
            (
                10,
                Deed::Written {
                    file: 0,
                    at: 0,
                    bytes: vec![1; 1_024],
                },
            ),
            (20, Deed::Durable { file: 0 }),
            (
                30,
                Deed::Written {
                    file: 0,
                    at: 500,
                    bytes: vec![2; 24],
                },
            ),
            (
                40,
                Deed::Cut {
                    file: 0,
                    length: 600,
                },
            ),
        ],
    };
    let image =
        |deeds, loss| record.image(&Files::default(), deeds, loss, Disk::Honest).0[0].clone();
    assert!(image(1, Loss::Everything).is_empty());
    assert_eq!(image(4, Loss::Everything), [1; 1_024]);
    assert_eq!(image(4, Loss::TheEarlier), [1; 600]);
    let whole = image(4, Loss::Nothing);
    assert_eq!(
        (whole.len(), whole[499], whole[500], whole[523], whole[524]),
        (600, 1, 2, 2, 1)
    );
    let torn = (0..20).map(|seed| image(3, Loss::AnySector(seed)));
    assert!(
        torn.into_iter().any(|image| image[500] != image[523]),
        "no write is ever torn"
    );
    assert_eq!(record.position(0), 0);
    assert_eq!(record.position(2), 20);
}
