//! What somebody does at the window, in the words of the language that they chose.

use std::{cell::Cell, path::PathBuf};

use thirtyfour::Key;

use crate::{
    desktop::page::Page,
    words::{Phrase, Words, data, say},
};

/// A person who is signed in.
pub(crate) struct Seat<'a> {
    page: &'a Page,
    words: &'a Words,
    /// The beginning of the names of the pictures.
    album: PathBuf,
    taken: Cell<u32>,
}

impl<'a> Seat<'a> {
    pub(crate) fn new(page: &'a Page, words: &'a Words, album: PathBuf) -> Self {
        Self {
            page,
            words,
            album,
            taken: Cell::new(0),
        }
    }

    /// How something reads.
    pub(crate) fn read(&self, phrase: impl Into<Phrase>) -> String {
        self.words.read(&phrase.into())
    }

    pub(crate) async fn press(&self, name: impl Into<Phrase>) {
        self.page.press(&self.read(name)).await;
    }

    /// Turns to a part of what is shown, which may be called as a screen is.
    pub(crate) async fn turns_to(&self, tab: impl Into<Phrase>) {
        self.page.turn_to(&self.read(tab)).await;
    }

    pub(crate) async fn offers(&self, name: impl Into<Phrase>) {
        self.page.offers(&self.read(name)).await;
    }

    pub(crate) async fn lacks(&self, name: impl Into<Phrase>) {
        self.page.lacks(&self.read(name)).await;
    }

    pub(crate) async fn refuses(&self, name: impl Into<Phrase>, why: impl Into<Phrase>) {
        self.page.refuses(&self.read(name), &self.read(why)).await;
    }

    pub(crate) async fn shows(&self, text: impl Into<Phrase>) {
        self.page.shows(&self.read(text)).await;
    }

    pub(crate) async fn hides(&self, text: impl Into<Phrase>) {
        self.page.hides(&self.read(text)).await;
    }

    pub(crate) async fn fill(&self, label: impl Into<Phrase>, text: &str) {
        self.page.fill(&self.read(label), text).await;
    }

    /// As [`Seat::fill`], in one of several rows, of which the first is 1.
    pub(crate) async fn fill_row(&self, label: impl Into<Phrase>, row: usize, text: &str) {
        self.page.fill_row(&self.read(label), row, text).await;
    }

    /// Ticks a box, or one of several choices.
    pub(crate) async fn choose(&self, label: impl Into<Phrase>) {
        self.page.choose(&self.read(label)).await;
    }

    pub(crate) async fn tick_row(&self, text: &str) {
        self.page.tick_row(text).await;
    }

    pub(crate) async fn keys(&self, keys: &str) {
        self.page.keys(keys).await;
    }

    pub(crate) async fn escape(&self) {
        self.page.keys(Key::Escape.value().to_string()).await;
    }

    /// Narrows the list of users to one.
    pub(crate) async fn finds(&self, name: &str) {
        self.fill("users-search", name).await;
        self.shows(say("users-count").with("count", 1).with("shown", "1"))
            .await;
    }

    /// Opens somebody's details from the list.
    pub(crate) async fn looks_at(&self, name: &str) {
        self.finds(name).await;
        self.press(say("users-row-open").with("name", name)).await;
        self.offers("users-close").await;
    }

    /// What has the focus is called like this.
    pub(crate) async fn is_at(&self, name: impl Into<Phrase>) {
        self.page.is_at(&self.read(name)).await;
    }

    /// Opens the row of a table.
    pub(crate) async fn opens_row(&self, text: impl Into<Phrase>) {
        self.page.open_row(&self.read(text)).await;
    }

    /// Everything that is shown.
    pub(crate) async fn text(&self) -> String {
        self.page.text().await
    }

    /// Keeps a picture of what the window shows, to be looked at.
    pub(crate) async fn picture(&self, of: &str) -> PathBuf {
        let number = self.taken.get();
        self.taken.set(number + 1);
        let mut file = self.album.clone().into_os_string();
        file.push(format!("-{number:02}-{of}.png"));
        self.page.save_picture(file.as_ref()).await;
        file.into()
    }

    /// Goes to a screen by its name on the left.
    pub(crate) async fn goes_to(&self, screen: &'static str) {
        self.press(say(screen)).await;
    }

    /// Goes to a screen of their own, by the menu behind their name.
    pub(crate) async fn goes_to_own(&self, screen: &'static str, name: &str) {
        self.press(data(name)).await;
        self.press(say(screen)).await;
    }

    /// A name, an address or something else that no language changes, is shown.
    pub(crate) async fn shows_data(&self, text: &str) {
        self.shows(data(text)).await;
    }
}
