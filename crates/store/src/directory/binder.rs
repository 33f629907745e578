//! The values of a statement, numbered as they come up in its text.

use std::fmt::Display;

use sea_orm::{DbBackend, Value};

use crate::columns;

/// Collects the values of a statement while its text is written.
pub(crate) struct Binder {
    /// Which database reads the text.
    pub(crate) backend: DbBackend,
    values: Vec<Value>,
}

impl Binder {
    pub(crate) fn new(backend: DbBackend) -> Self {
        Self {
            backend,
            values: Vec::new(),
        }
    }

    /// The place of a value in the text.
    pub(crate) fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// The places of several ids, parted by commas.
    pub(crate) fn bind_ids<T: Display>(&mut self, ids: impl IntoIterator<Item = T>) -> String {
        ids.into_iter()
            .map(|id| self.bind(columns::id(id)))
            .collect::<Vec<_>>()
            .join(", ")
    }

    pub(crate) fn into_values(self) -> Vec<Value> {
        self.values
    }
}
