//! The notice of the system that somebody asks for a confirmation, shown while the window has not the focus.
//!
//! It is worded and shown here alone: the page has no permission of the plugin, and can neither word a notice
//! nor send one. It names nobody and holds no number, as others see the screen, too.

use fluent_bundle::{FluentBundle, FluentResource};
use keyholder_domain::language::Language;
use tauri::{AppHandle, Runtime};
use tauri_plugin_notification::NotificationExt as _;

use crate::preferences::LanguageChoice;

/// What the system shows.
#[derive(Debug, PartialEq, Eq)]
struct Notice {
    title: String,
    body: String,
}

/// The catalogue of a language.
const fn source(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../locales/en/notification.ftl"),
        Language::De => include_str!("../../locales/de/notification.ftl"),
        Language::Fr => include_str!("../../locales/fr/notification.ftl"),
    }
}

impl Notice {
    /// The words of a language; a message that is missing is empty, which a test finds.
    fn of(language: Language) -> Self {
        let locale = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        let resource = FluentResource::try_new(source(language).to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(read, _)| read));
        let text = |key| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(
                bundle
                    .format_pattern(pattern, None, &mut Vec::new())
                    .into_owned(),
            )
        };
        Self {
            title: text("notification-auth-request").unwrap_or_default(),
            body: text("notification-auth-request-body").unwrap_or_default(),
        }
    }
}

/// The language of a choice; where it is that of the system, the first that the system names and we speak.
fn language(choice: LanguageChoice, system: impl IntoIterator<Item = String>) -> Language {
    match choice {
        LanguageChoice::En => Language::En,
        LanguageChoice::De => Language::De,
        LanguageChoice::Fr => Language::Fr,
        LanguageChoice::System => {
            let mut tags = system.into_iter();
            tags.find_map(|tag| Language::from_tag(&tag))
                .unwrap_or_default()
        }
    }
}

/// What the environment says of the language, the first that counts first.
fn of_the_system() -> impl Iterator<Item = String> {
    let named = ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"];
    let all = named
        .into_iter()
        .filter_map(|name| std::env::var(name).ok());
    all.flat_map(|tags| tags.split(':').map(str::to_owned).collect::<Vec<_>>())
}

/// Shows the notice, or says in the log why there is none: the window comes to the front all the same.
pub(crate) async fn show<R: Runtime>(app: AppHandle<R>, choice: LanguageChoice) {
    #[cfg(target_os = "linux")]
    if let Err(reason) = service().await {
        tracing::info!(reason, "no notice is shown");
        return;
    }
    let Notice { title, body } = Notice::of(language(choice, of_the_system()));
    let shown = app.notification().builder().title(title).body(body).show();
    if let Err(error) = shown {
        tracing::info!(%error, "no notice is shown");
    }
}

/// Whether anybody shows notices on this desktop; otherwise why not.
#[cfg(target_os = "linux")]
async fn service() -> Result<(), &'static str> {
    const SERVICE: &str = "org.freedesktop.Notifications";
    let bus = zbus::Connection::session()
        .await
        .map_err(|_| "there is no session bus")?;
    let bus = zbus::fdo::DBusProxy::new(&bus)
        .await
        .map_err(|_| "the session bus does not answer")?;
    let owned = match SERVICE.try_into() {
        Ok(name) => bus.name_has_owner(name).await.unwrap_or(false),
        Err(_) => false,
    };
    let can_start = bus.list_activatable_names().await.unwrap_or_default();
    if owned || can_start.iter().any(|name| name.as_str() == SERVICE) {
        Ok(())
    } else {
        Err("this desktop has no service for notices")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threat_31_a_notice_has_words_in_every_language_and_names_nobody() {
        let mut seen = Vec::new();
        for language in Language::ALL {
            let notice = Notice::of(language);
            assert!(
                !notice.title.is_empty() && !notice.body.is_empty(),
                "{language:?}"
            );
            let text = format!("{} {}", notice.title, notice.body);
            assert!(!text.contains(['{', '@']) && !text.chars().any(|sign| sign.is_ascii_digit()));
            assert!(
                !seen.contains(&notice),
                "{language:?} is that of another language"
            );
            seen.push(notice);
        }
    }

    #[test]
    fn a_notice_speaks_the_language_that_was_chosen_or_that_of_the_system() {
        let system = || ["it_IT.UTF-8", "fr_CH", "de"].map(str::to_owned);
        assert_eq!(language(LanguageChoice::De, system()), Language::De);
        assert_eq!(language(LanguageChoice::System, system()), Language::Fr);
        assert_eq!(language(LanguageChoice::System, []), Language::En);
    }
}
