//! Pictures of the account pages, light and dark, and on a telephone.

use std::path::{Path, PathBuf};

use crate::desktop::{Desktop, page::Page};

const WIDTH: u32 = 900;
const LEAST_HEIGHT: u32 = 640;
/// The narrowest that the screens are made for.
const TELEPHONE: u32 = 360;

/// The pictures go into `docs/screens/` with `KEYHOLDER_TEST_WRITE_SCREENS=1`, and are thrown away otherwise:
/// what is tested then is that every page can be reached, and nothing of it lies beside a telephone's screen.
pub(super) struct Album(PathBuf);

impl Album {
    pub(super) fn of(desktop: &Desktop) -> Self {
        Self(
            if std::env::var_os("KEYHOLDER_TEST_WRITE_SCREENS").is_some() {
                Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens")
            } else {
                desktop.home().to_owned()
            },
        )
    }

    /// Keeps the whole page as it is.
    pub(super) async fn keep(&self, page: &Page, name: &str) {
        self.keep_at(page, name, WIDTH).await;
        page.measures(TELEPHONE, LEAST_HEIGHT).await;
        assert_eq!(page.scrolls_sideways().await, 0, "{name} on a telephone");
        page.measures(WIDTH, LEAST_HEIGHT).await;
    }

    /// As [`Self::keep`], on a telephone.
    pub(super) async fn keep_narrow(&self, page: &Page, name: &str) {
        self.keep_at(page, name, TELEPHONE).await;
        page.measures(WIDTH, LEAST_HEIGHT).await;
    }

    async fn keep_at(&self, page: &Page, name: &str, width: u32) {
        page.measures(width, LEAST_HEIGHT).await;
        let height = page.height().await.max(LEAST_HEIGHT);
        page.measures(width, height).await;
        for theme in ["dark", "light"] {
            page.prefers(theme).await;
            let file = format!("page-{name}-{theme}.png");
            page.save_picture(&self.0.join(file)).await;
        }
    }
}
