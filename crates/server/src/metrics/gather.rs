//! What is asked for when somebody looks, and the text of all of it.

use std::sync::atomic::Ordering;

use keyholder_store::{outbox, outbox::Queue};
use prometheus_client::encoding::text;

use super::Metrics;
use crate::{App, http::ApiResult};

impl Metrics {
    /// Everything, as it is now.
    pub(super) async fn text(&self, app: &App) -> Result<String, std::fmt::Error> {
        let hashed = app.passwords.count();
        self.hashes.inner().store(hashed, Ordering::Relaxed);
        match queue(app).await {
            Ok(queue) => {
                self.database_up.set(1);
                self.mails_waiting.set(queue.waiting.into());
                let age = queue.oldest.map(|oldest| app.now().since(oldest));
                let seconds = age.map_or(0, |age| age.as_secs());
                self.oldest_mail
                    .set(i64::try_from(seconds).unwrap_or(i64::MAX));
            }
            // The figures of the mail stay what they were last.
            Err(_) => {
                self.database_up.set(0);
            }
        }
        let mut text = String::new();
        text::encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

async fn queue(app: &App) -> ApiResult<Queue> {
    Ok(outbox::queue(&app.database).await?)
}
