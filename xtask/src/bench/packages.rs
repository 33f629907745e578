//! How large what is shipped is.

use crate::{bench::figure::Figure, failure::Done, package};

/// Makes the packages and says how large they are.
pub(crate) async fn measure(figures: &mut Vec<Figure>) -> Done {
    let packages = package::prepared().await?;
    for size in packages.sizes()? {
        let figure = Figure::new("packages", size.name, size.megabytes, "MB");
        figures.push(figure.aim(size.aim, |figure| figure.value < size.limit));
    }
    Ok(())
}
