//! The components as the app lists them: one line each, so that a change of one is a change of a line.

use serde_json::json;

use crate::{
    components::inventory::{Inventory, Origin},
    failure::{Done, Failure},
};

/// Name, version, licence and origin of what is not ours, by name.
pub(super) fn text(inventory: &Inventory) -> Done<String> {
    let mut others: Vec<_> = inventory
        .components
        .values()
        .filter_map(|it| match it.from {
            Origin::Here => None,
            Origin::CratesIo => Some((it, "crates.io")),
            Origin::Npm => Some((it, "npm")),
        })
        .collect();
    others.sort_by_key(|(it, from)| (it.name.clone(), it.version.clone(), *from));
    let lines: Result<Vec<_>, _> = others
        .into_iter()
        .map(|(it, from)| serde_json::to_string(&json!([it.name, it.version, it.licence, from])))
        .collect();
    let lines = lines.map_err(Failure::doing("the list of components"))?;
    Ok(format!("[\n{}\n]\n", lines.join(",\n")))
}
