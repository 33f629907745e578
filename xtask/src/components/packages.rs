//! The npm packages that may be in the user interface, as npm itself lists them: all that are not for building
//! only. The bundler leaves out what is not used of them.

use serde::Deserialize;

use crate::{
    components::inventory::{Component, Inventory, Origin},
    failure::{Done, Failure},
    setup::node::npm,
};

#[derive(Deserialize)]
struct Bill {
    metadata: Metadata,
    components: Vec<Listed>,
    dependencies: Vec<Uses>,
}

#[derive(Deserialize)]
struct Metadata {
    component: Listed,
}

#[derive(Deserialize)]
struct Listed {
    #[serde(rename = "bom-ref")]
    reference: String,
    name: String,
    version: String,
    purl: String,
    #[serde(default)]
    hashes: Vec<Hash>,
    #[serde(default)]
    licenses: Vec<Licence>,
}

#[derive(Deserialize)]
struct Hash {
    alg: String,
    content: String,
}

#[derive(Deserialize)]
struct Licence {
    license: Option<Named>,
    expression: Option<String>,
}

#[derive(Deserialize)]
struct Named {
    id: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize)]
struct Uses {
    #[serde(rename = "ref")]
    reference: String,
    #[serde(default, rename = "dependsOn")]
    depends_on: Vec<String>,
}

/// Adds them, below the artefact.
pub(super) async fn add(inventory: &mut Inventory) -> Done {
    let bill = npm()
        .args(["sbom", "--package-lock-only", "--omit", "dev"])
        .args(["--sbom-format", "cyclonedx"])
        .capture()
        .await?;
    take(&bill, inventory)
}

fn take(bill: &str, inventory: &mut Inventory) -> Done {
    let bill: Bill =
        serde_json::from_str(bill).map_err(Failure::doing("npm's bill of materials"))?;
    let own = bill.metadata.component;
    let page = own.purl.clone();
    let url_of = |reference: &str| {
        let listed = bill.components.iter().find(|it| it.reference == reference);
        match listed {
            Some(listed) => Some(listed.purl.clone()),
            None => (reference == own.reference).then(|| page.clone()),
        }
    };
    for uses in &bill.dependencies {
        let Some(user) = url_of(&uses.reference) else {
            continue;
        };
        for used in uses.depends_on.iter().filter_map(|used| url_of(used)) {
            inventory.connect(&user, &used);
        }
    }
    inventory.connect(&inventory.whole.clone(), &page);
    let whole = inventory.components.get(&inventory.whole).cloned();
    let licence = whole.map(|it| it.licence).unwrap_or_default();
    let page_itself = Component {
        name: own.name,
        version: own.version,
        from: Origin::Here,
        licence,
        hash: None,
    };
    inventory.components.insert(page, page_itself);
    for listed in bill.components {
        let licence = licence_of(&listed)?;
        let component = Component {
            name: listed.name,
            version: listed.version,
            from: Origin::Npm,
            licence,
            hash: listed
                .hashes
                .into_iter()
                .next()
                .map(|it| (it.alg, it.content)),
        };
        inventory.components.insert(listed.purl, component);
    }
    Ok(())
}

fn licence_of(listed: &Listed) -> Done<String> {
    let found: Vec<_> = listed
        .licenses
        .iter()
        .filter_map(|it| {
            let named = it.license.as_ref();
            let by_name = named.and_then(|named| named.id.as_ref().or(named.name.as_ref()));
            it.expression.as_ref().or(by_name).cloned()
        })
        .collect();
    if found.is_empty() {
        let Listed { name, version, .. } = listed;
        return Err(Failure::new(format!("{name} {version} names no licence")));
    }
    Ok(found.join(" AND "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BILL: &str = r#"{
        "metadata": { "component": {
            "bom-ref": "page@1.0.0", "name": "page", "version": "1.0.0", "purl": "pkg:npm/page@1.0.0" } },
        "components": [
            { "bom-ref": "@a/b@2.0.0", "name": "@a/b", "version": "2.0.0", "purl": "pkg:npm/%40a/b@2.0.0",
              "hashes": [{ "alg": "SHA-512", "content": "abcd" }],
              "licenses": [{ "license": { "id": "MIT" } }] }
        ],
        "dependencies": [{ "ref": "page@1.0.0", "dependsOn": ["@a/b@2.0.0"] }]
    }"#;

    #[test]
    fn a_package_stands_below_the_page_and_the_page_below_the_app() {
        let mut inventory = Inventory {
            whole: "pkg:cargo/app@1.0.0".to_owned(),
            ..Inventory::default()
        };
        take(BILL, &mut inventory).unwrap();
        assert!(inventory.uses["pkg:cargo/app@1.0.0"].contains("pkg:npm/page@1.0.0"));
        assert!(inventory.uses["pkg:npm/page@1.0.0"].contains("pkg:npm/%40a/b@2.0.0"));
        let package = &inventory.components["pkg:npm/%40a/b@2.0.0"];
        assert_eq!(
            (package.licence.as_str(), package.from),
            ("MIT", Origin::Npm)
        );
    }

    #[test]
    fn a_package_without_a_licence_is_no_component() {
        let bill = BILL.replace(r#"{ "license": { "id": "MIT" } }"#, "");
        let failure = take(&bill, &mut Inventory::default()).unwrap_err();
        assert_eq!(failure.to_string(), "@a/b 2.0.0 names no licence");
    }
}
