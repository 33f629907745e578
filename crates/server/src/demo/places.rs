//! The sample merchants' locations and terminals.

use keyholder_domain::location::TerminalKind::{self, Moto, PayGate, PointOfSale, Webshop};

/// A sample location.
pub(super) struct Place {
    pub(super) name: &'static str,
    pub(super) website: Option<&'static str>,
    pub(super) street: &'static str,
    pub(super) postcode: &'static str,
    pub(super) city: &'static str,
    pub(super) country: &'static str,
    /// Number, name and kind of each terminal.
    pub(super) terminals: &'static [(&'static str, &'static str, TerminalKind)],
}

/// How many of [`PLACES`] belong to the bakery; the rest are the lamp shop's.
pub(super) const BAKERY_PLACES: usize = 6;

/// A group of locations, by its name and the places in it.
pub(super) const REGION: (&str, [usize; 2]) = ("Region Zürich", [0, 1]);

/// Eight locations with twenty terminals.
pub(super) const PLACES: [Place; 8] = [
    Place {
        name: "Zürich Bahnhofstrasse",
        website: None,
        street: "Bahnhofstrasse 12",
        postcode: "8001",
        city: "Zürich",
        country: "CH",
        terminals: &[
            ("17650101", "Till 1", PointOfSale),
            ("17650102", "Till 2", PointOfSale),
            ("17650103", "Café", PointOfSale),
        ],
    },
    Place {
        name: "Winterthur Altstadt",
        website: None,
        street: "Marktgasse 41",
        postcode: "8400",
        city: "Winterthur",
        country: "CH",
        terminals: &[
            ("17650201", "Till 1", PointOfSale),
            ("17650202", "Telephone orders", Moto),
        ],
    },
    Place {
        name: "Bern Kramgasse",
        website: None,
        street: "Kramgasse 3",
        postcode: "3011",
        city: "Bern",
        country: "CH",
        terminals: &[
            ("17650301", "Till 1", PointOfSale),
            ("17650302", "Till 2", PointOfSale),
        ],
    },
    Place {
        name: "Basel Freie Strasse",
        website: None,
        street: "Freie Strasse 88",
        postcode: "4001",
        city: "Basel",
        country: "CH",
        terminals: &[("17650401", "Till 1", PointOfSale)],
    },
    Place {
        name: "Lausanne Flon",
        website: Some("https://lausanne.sonnenschein.example"),
        street: "Rue de Genève 7",
        postcode: "1003",
        city: "Lausanne",
        country: "CH",
        terminals: &[
            ("17650501", "Till 1", PointOfSale),
            ("17650502", "Catering", Moto),
            ("17650503", "Payment links", PayGate),
        ],
    },
    Place {
        name: "Online shop",
        website: Some("https://www.sonnenschein.example"),
        street: "Industriestrasse 5",
        postcode: "8404",
        city: "Winterthur",
        country: "CH",
        terminals: &[
            ("17650601", "Shop", Webshop),
            ("17650602", "Payment links", PayGate),
            ("17650603", "Gift cards", Webshop),
        ],
    },
    Place {
        name: "Lyon Presqu’île",
        website: Some("https://www.maison-lumiere.example"),
        street: "Rue Mercière 24",
        postcode: "69002",
        city: "Lyon",
        country: "FR",
        terminals: &[
            ("52440101", "Till 1", PointOfSale),
            ("52440102", "Shop", Webshop),
            ("52440103", "Telephone orders", Moto),
        ],
    },
    Place {
        name: "Genève Rive",
        website: None,
        street: "Cours de Rive 9",
        postcode: "1204",
        city: "Genève",
        country: "CH",
        terminals: &[
            ("52440201", "Till 1", PointOfSale),
            ("52440202", "Payment links", PayGate),
            ("52440203", "Till 2", PointOfSale),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_eight_locations_with_twenty_terminals() {
        let terminals: usize = PLACES.iter().map(|place| place.terminals.len()).sum();
        assert_eq!((PLACES.len(), terminals), (8, 20));
    }
}
