//! Locations and their terminals, which the payment provider owns (acceptance rows S61, S62, S68).

use serde::{Deserialize, Serialize};

/// How payments reach a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum TerminalKind {
    /// A device at the till.
    PointOfSale,
    /// A shop on the web.
    Webshop,
    /// Payment links.
    PayGate,
    /// Mail order and telephone order.
    Moto,
}

impl TerminalKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::PointOfSale, Self::Webshop, Self::PayGate, Self::Moto];

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PointOfSale => "point_of_sale",
            Self::Webshop => "webshop",
            Self::PayGate => "pay_gate",
            Self::Moto => "moto",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
