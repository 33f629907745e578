//! How soon the service is there on an existing database, and what it holds while nobody asks.

use std::path::Path;

use crate::{
    bench::{
        figure::{Figure, Times},
        memory,
        subject::Database,
    },
    failure::Done,
};

/// Starts of which the median counts.
const STARTS: usize = 7;

pub(crate) async fn measure(database: &Database, folder: &Path, figures: &mut Vec<Figure>) -> Done {
    let mut times = Times::default();
    let mut resident = 0.0;
    for _ in 0..STARTS {
        let service = database.serve(folder).await?;
        times.0.push(service.took);
        resident = memory::resident(service.process()?)?;
    }
    figures.push(
        Figure::new(
            database.name,
            "start on an existing database",
            times.percentile(50),
            "ms",
        )
        .aim("ready within 100 ms", |figure| figure.value <= 100.0),
    );
    figures.push(
        Figure::new(database.name, "memory at rest", resident, "MB")
            .aim("under 30 MB", |figure| figure.value < 30.0),
    );
    Ok(())
}
