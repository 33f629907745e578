//! The bill of materials as a `CycloneDX` 1.5 document.
//!
//! It has no time and no serial number, which the format leaves open: the same lock files give the same bytes.

use serde_json::{Value, json};

use crate::{
    components::{
        artefact::Artefact,
        inventory::{Component, Inventory, Origin},
    },
    failure::{Done, Failure},
};

/// The document, with a line break at its end.
pub(super) fn document(artefact: Artefact, inventory: &Inventory) -> Done<String> {
    let whole = inventory.components.get(&inventory.whole);
    let whole =
        whole.ok_or_else(|| Failure::new(format!("{} has no parts", artefact.package())))?;
    let mut subject = component(&inventory.whole, whole);
    if let Some(kind) = subject.get_mut("type") {
        *kind = json!("application");
    }
    let others = inventory
        .components
        .iter()
        .filter(|(url, _)| **url != inventory.whole);
    let dependencies = inventory.components.keys().map(|url| {
        let used = inventory.uses.get(url).cloned().unwrap_or_default();
        json!({ "ref": url, "dependsOn": used })
    });
    let document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "lifecycles": [{ "phase": "build" }], "component": subject },
        "components": others.map(|(url, it)| component(url, it)).collect::<Vec<_>>(),
        "dependencies": dependencies.collect::<Vec<_>>(),
    });
    let text = serde_json::to_string_pretty(&document);
    let text = text.map_err(Failure::doing("the bill of materials"))?;
    Ok(text + "\n")
}

fn component(url: &str, component: &Component) -> Value {
    let mut value = json!({
        "bom-ref": url,
        "type": "library",
        "name": component.name,
        "version": component.version,
        "purl": url,
        "licenses": [{ "expression": component.licence }],
    });
    if let (Some((algorithm, digits)), Some(fields)) = (&component.hash, value.as_object_mut()) {
        let hash = json!([{ "alg": algorithm, "content": digits }]);
        fields.insert("hashes".to_owned(), hash);
    }
    // Nobody finds ours in a registry, where somebody else may have taken the name.
    if let (Origin::Here, Some(fields)) = (component.from, value.as_object_mut()) {
        fields.remove("purl");
    }
    value
}
