//! What a shop owner, an office manager, an auditor and the provider's operator come to do, done in the
//! real window: in English and light, in German and dark. The outcome is looked for on the screen and
//! at the service.

mod auditor;
mod codes;
mod letters;
mod mailboxes;
mod newcomers;
mod office;
mod operator;
mod other_provider;
mod own_data;
mod owner_of_people;
mod owner_of_rules;
mod real_desktop;
mod second_factor;
mod two_computers;

use crate::scene::Person;

/// The shop owner.
const OWNER: Person = Person {
    address: "thomas.brunner@sonnenschein.example",
    name: "Thomas Brunner",
};
/// The other administrator of the shop, who agrees where two are needed.
const SECOND: Person = Person {
    address: "anna.keller@sonnenschein.example",
    name: "Anna Keller",
};
/// The office manager of two locations.
const MANAGER: Person = Person {
    address: "lea.schmid@sonnenschein.example",
    name: "Lea Schmid",
};
const AUDITOR: Person = Person {
    address: "claire.dubois@sonnenschein.example",
    name: "Claire Dubois",
};
const OPERATOR: Person = Person {
    address: "oskar.lind@provider.example",
    name: "Oskar Lind",
};
/// Somebody of the finance at both sample merchants.
const TWO_CUSTOMERS: Person = Person {
    address: "sofia.marti@sonnenschein.example",
    name: "Sofia Marti",
};
/// The administrator of the other sample merchant.
const OTHER_SHOP: Person = Person {
    address: "margaux.lefevre@maison-lumiere.example",
    name: "Margaux Lefèvre",
};
