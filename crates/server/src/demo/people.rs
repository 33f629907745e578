//! The people of the sample merchants. All of them are made up.

use keyholder_domain::{language::Language, role::BuiltInRole};

use BuiltInRole::{
    Auditor, Cashier, Developer, Finance, LocationAdministrator, MerchantAdministrator, Support,
};
use Language::{De, En, Fr};
use Reach::{At, Everywhere, NoneYet};
use State::{
    Active, Deactivated, Deleted, LinkExpired, LinkSent, LockedAttempts, LockedInactivity,
    NotInvited, PasswordExpired,
};

/// Someone at a sample merchant.
pub(super) struct Person {
    /// The part of the address before the `@`; none for unverified users.
    pub(super) mailbox: Option<&'static str>,
    pub(super) given_name: &'static str,
    pub(super) family_name: &'static str,
    pub(super) language: Language,
    pub(super) roles: &'static [BuiltInRole],
    pub(super) reach: Reach,
    pub(super) state: State,
}

/// Where they reach; places by their order in the sample.
#[derive(Clone, Copy)]
pub(super) enum Reach {
    Everywhere,
    At(&'static [usize]),
    NoneYet,
}

/// In which status they are when the sample is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Active,
    NotInvited,
    LinkSent,
    LinkExpired,
    Deactivated,
    LockedAttempts,
    LockedInactivity,
    PasswordExpired,
    Deleted,
}

#[expect(clippy::too_many_arguments, reason = "one line of a table each")]
const fn person(
    mailbox: &'static str,
    given_name: &'static str,
    family_name: &'static str,
    language: Language,
    roles: &'static [BuiltInRole],
    reach: Reach,
    state: State,
) -> Person {
    Person {
        mailbox: Some(mailbox),
        given_name,
        family_name,
        language,
        roles,
        reach,
        state,
    }
}

/// Someone without an e-mail address.
const fn unverified(
    given_name: &'static str,
    family_name: &'static str,
    language: Language,
    roles: &'static [BuiltInRole],
    reach: Reach,
    state: State,
) -> Person {
    Person {
        mailbox: None,
        given_name,
        family_name,
        language,
        roles,
        reach,
        state,
    }
}

/// At the live merchant, a bakery. The first is the administrator of the printed sign-in data.
#[rustfmt::skip]
pub(super) const BAKERY: &[Person] = &[
    person("anna.keller", "Anna", "Keller", En, &[MerchantAdministrator], Everywhere, Active),
    person("thomas.brunner", "Thomas", "Brunner", De, &[MerchantAdministrator], Everywhere, Active),
    person("luc.favre", "Luc", "Favre", Fr, &[LocationAdministrator], At(&[4]), Active),
    person("sofia.marti", "Sofia", "Marti", De, &[Finance], Everywhere, Active),
    person("jonas.weber", "Jonas", "Weber", De, &[Cashier], At(&[0]), Active),
    person("nora.huber", "Nora", "Huber", De, &[Support], Everywhere, Active),
    person("david.okafor", "David", "Okafor", En, &[Developer], Everywhere, Active),
    person("claire.dubois", "Claire", "Dubois", Fr, &[Auditor], Everywhere, Active),
    person("priya.raman", "Priya", "Raman", En, &[Finance, Auditor], Everywhere, Active),
    person("lea.schmid", "Lea", "Schmid", De, &[LocationAdministrator], At(&[0, 1]), Active),
    person("marco.bernasconi", "Marco", "Bernasconi", De, &[Cashier], At(&[1]), Active),
    person("aylin.oezdemir", "Aylin", "Özdemir", De, &[Cashier], At(&[0, 1]), Active),
    person("jean-baptiste", "Jean-Baptiste", "de la Rochefoucauld-Montmorency", Fr, &[Cashier], At(&[4]), Active),
    person("noam.levi", "נועם", "לוי", En, &[Support], Everywhere, Active),
    person("layla.haddad", "ليلى", "حداد", En, &[Cashier], At(&[2, 3]), Active),
    person("yuki.tanaka", "由紀", "田中", En, &[Finance], Everywhere, Active),
    person("agnieszka.w", "Agnieszka", "Wiśniewska", De, &[Cashier], At(&[3]), Active),
    person("thorbjoern", "Þorbjörn", "Ægisson", En, &[Developer], Everywhere, Active),
    person("maximiliane", "Maximiliane Theodora Philippine", "Freifrau von und zu Hohenlohe-Waldenburg-Schillingsfürst", De, &[Auditor], Everywhere, Active),
    person("bo.li", "Bo", "Li", En, &[Cashier], At(&[0]), Active),
    person("camille.rochat", "Camille", "Rochat", Fr, &[Cashier], At(&[4]), Active),
    person("urs.gerber", "Urs", "Gerber", De, &[Cashier], At(&[2]), Active),
    person("eva.zimmermann", "Eva", "Zimmermann", De, &[Finance], Everywhere, Active),
    person("samuel.meier", "Samuel", "Meier", De, &[Cashier, Support], At(&[0, 1, 2]), Active),
    person("ines.moreira", "Inês", "Moreira", Fr, &[Cashier], At(&[4]), Active),
    person("oliver.smith", "Oliver", "Smith", En, &[Support], Everywhere, Active),
    person("nicole.frei", "Nicole", "Frei", De, &[Support], NoneYet, Active),
    unverified("Beat", "Aeschlimann", De, &[Cashier], At(&[2]), Active),
    unverified("Fatima", "El Amrani", Fr, &[Cashier], At(&[4]), Active),
    unverified("Kevin", "Studer", De, &[Cashier], At(&[0]), LockedAttempts),
    unverified("Rosa", "Pinto", Fr, &[Cashier], At(&[4]), NotInvited),
    unverified("Hans", "Amstutz", De, &[Cashier], At(&[2]), LinkSent),
    person("melanie.graf", "Melanie", "Graf", De, &[Cashier], At(&[1]), NotInvited),
    person("pascal.roth", "Pascal", "Roth", De, &[Finance], Everywhere, NotInvited),
    person("chloe.martin", "Chloé", "Martin", Fr, &[Cashier], At(&[4]), LinkSent),
    person("elias.baumann", "Elias", "Baumann", De, &[Support], Everywhere, LinkSent),
    person("grace.mensah", "Grace", "Mensah", En, &[Developer], Everywhere, LinkSent),
    person("tim.kunz", "Tim", "Kunz", De, &[Cashier], At(&[3]), LinkExpired),
    person("zoe.blanc", "Zoé", "Blanc", Fr, &[Auditor], Everywhere, LinkExpired),
    person("daniel.suter", "Daniel", "Suter", De, &[Finance], Everywhere, Deactivated),
    person("petra.lang", "Petra", "Lang", De, &[Cashier], At(&[1]), Deactivated),
    person("ivan.petrov", "Иван", "Петров", En, &[Support], Everywhere, Deactivated),
    person("manuela.koch", "Manuela", "Koch", De, &[Cashier], At(&[0]), LockedAttempts),
    person("stefan.wyss", "Stefan", "Wyss", De, &[MerchantAdministrator], Everywhere, LockedInactivity),
    person("helene.girard", "Hélène", "Girard", Fr, &[Support], Everywhere, LockedInactivity),
    person("robert.o-neill", "Robert", "O’Neill", En, &[Finance], Everywhere, PasswordExpired),
    person("karin.moser", "Karin", "Moser", De, &[Cashier], At(&[3]), PasswordExpired),
    person("lukas.hofer", "Lukas", "Hofer", De, &[Cashier], At(&[2]), Deleted),
];

/// At the merchant in test mode, a lamp shop.
#[rustfmt::skip]
pub(super) const LAMP_SHOP: &[Person] = &[
    person("margaux.lefevre", "Margaux", "Lefèvre", Fr, &[MerchantAdministrator], Everywhere, Active),
    person("hugo.perrin", "Hugo", "Perrin", Fr, &[MerchantAdministrator], Everywhere, Active),
    person("ana.costa", "Ana", "Costa", Fr, &[Finance], Everywhere, Active),
    person("mehdi.benali", "Mehdi", "Benali", Fr, &[Cashier], At(&[6]), Active),
    person("julie.morel", "Julie", "Morel", Fr, &[Cashier], At(&[7]), Active),
    person("emma.thompson", "Emma", "Thompson", En, &[Developer], Everywhere, Active),
    person("felix.berger", "Felix", "Berger", De, &[LocationAdministrator], At(&[7]), Active),
    person("alice.chevalier", "Alice", "Chevalier", Fr, &[Auditor], Everywhere, PasswordExpired),
    person("theo.garnier", "Théo", "Garnier", Fr, &[Cashier], At(&[6]), LinkSent),
    person("manon.faure", "Manon", "Faure", Fr, &[Support], Everywhere, NotInvited),
    person("louis.renaud", "Louis", "Renaud", Fr, &[Cashier], At(&[6]), Deactivated),
    unverified("Sami", "Haddouche", Fr, &[Cashier], At(&[6]), LinkExpired),
];
