//! What stands beside the chain: what the action says, what the objects that it names were called,
//! and where it came from.
//!
//! An action writes an object of facts. A fact is a value (`"scope": "only"`), a list, or a change
//! (`"roles": {"before": […], "after": […]}`). Ids of roles, locations and groups are shown by the names that
//! they had; other ids are for programs.

use std::collections::{BTreeMap, BTreeSet};

use keyholder_contract::audit::{AuditChange, AuditOrigin, AuditValue, AuditValueKind};
use keyholder_domain::{audit_subjects, ids::LocationId, location_scope::LocationScope};
use keyholder_store::audit::ObjectName;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::doer::Doer;

/// Where names stand among the facts; no fact begins with this sign.
const NAMES: &str = "@names";
/// Where the origin stands.
const ORIGIN: &str = "@origin";

#[derive(Serialize, Deserialize)]
struct Name {
    kind: String,
    name: String,
}

/// The details of an entry as they are stored.
pub(super) fn write(facts: Value, names: Vec<ObjectName>, origin: Option<&AuditOrigin>) -> String {
    let mut all = match facts {
        Value::Object(facts) => facts,
        Value::Null => Map::new(),
        other => Map::from_iter([("value".to_owned(), other)]),
    };
    if !names.is_empty() {
        let names: BTreeMap<_, _> = names
            .into_iter()
            .map(|ObjectName { id, kind, name }| (id, Name { kind, name }))
            .collect();
        all.insert(NAMES.to_owned(), serde_json::json!(names));
    }
    if let Some(origin) = origin {
        all.insert(ORIGIN.to_owned(), serde_json::json!(origin));
    }
    Value::Object(all).to_string()
}

/// The objects that the facts name by id.
pub(super) fn objects(facts: &Value) -> BTreeSet<Uuid> {
    audit_subjects::mentioned(&facts.to_string())
}

/// What the details of an entry say.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) changes: Vec<AuditChange>,
    pub(super) origin: Option<AuditOrigin>,
    pub(super) by_provider: bool,
}

/// Reads the details for a viewer; locations outside of their scope are left out.
pub(super) fn read(details: &str, scope: &LocationScope) -> Reading {
    let Ok(Value::Object(mut facts)) = serde_json::from_str(details) else {
        return Reading::default();
    };
    let take = |facts: &mut Map<_, _>, key: &str| facts.remove(key).unwrap_or_default();
    let names = serde_json::from_value(take(&mut facts, NAMES)).unwrap_or_default();
    let doer = Doer::take(&mut facts);
    let by_provider = doer == Some(Doer::Provider);
    let origin = serde_json::from_value(take(&mut facts, ORIGIN)).ok();
    let origin = origin.filter(|_| doer != Some(Doer::Elsewhere));
    let words = Words { names, scope };
    let changes = by_field(facts)
        .into_iter()
        .filter_map(|(field, fact)| words.change(field, &fact))
        .collect();
    Reading {
        changes,
        origin,
        by_provider,
    }
}

/// An action may write both sides as a whole (`"before": {"name": …}, "after": {"name": …}`); they are
/// told field by field as well.
fn by_field(mut facts: Map<String, Value>) -> Map<String, Value> {
    for side in ["before", "after"] {
        let Some(Value::Object(values)) = facts.get(side).cloned() else {
            continue;
        };
        facts.remove(side);
        for (field, value) in values {
            let both = facts
                .entry(field)
                .or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(both) = both {
                both.insert(side.to_owned(), value);
            }
        }
    }
    facts
}

struct Words<'a> {
    names: BTreeMap<Uuid, Name>,
    scope: &'a LocationScope,
}

impl Words<'_> {
    fn change(&self, field: String, fact: &Value) -> Option<AuditChange> {
        let (before, after) = match fact {
            Value::Object(sides) if sides.contains_key("before") || sides.contains_key("after") => {
                (
                    sides.get("before").map(|side| self.values(side)),
                    sides.get("after").map(|side| self.values(side)),
                )
            }
            fact => (None, Some(self.values(fact))),
        };
        let change = AuditChange {
            field,
            before: before.unwrap_or_default(),
            after: after.unwrap_or_default(),
        };
        (change.before != change.after).then_some(change)
    }

    fn values(&self, value: &Value) -> Vec<AuditValue> {
        match value {
            Value::Null => Vec::new(),
            Value::Array(values) => values.iter().flat_map(|value| self.values(value)).collect(),
            Value::Object(object) => object
                .values()
                .flat_map(|value| self.values(value))
                .collect(),
            Value::String(text) => self.text(text).into_iter().collect(),
            Value::Number(number) => vec![AuditValue {
                kind: AuditValueKind::Number,
                text: number.to_string(),
            }],
            Value::Bool(flag) => vec![AuditValue {
                kind: AuditValueKind::Code,
                text: flag.to_string(),
            }],
        }
    }

    fn text(&self, text: &str) -> Option<AuditValue> {
        let Ok(id) = Uuid::try_parse(text) else {
            let is_code = !text.is_empty()
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte == b'.');
            return Some(AuditValue {
                kind: if is_code {
                    AuditValueKind::Code
                } else {
                    AuditValueKind::Text
                },
                text: text.to_owned(),
            });
        };
        let name = self.names.get(&id)?;
        let kind = match name.kind.as_str() {
            "role" => AuditValueKind::Role,
            "built_in_role" => AuditValueKind::BuiltInRole,
            "location" if self.scope.includes(LocationId::from_uuid(id)) => {
                AuditValueKind::Location
            }
            // What a group holds may lie outside; its name is for who reaches everything.
            "location_group" if *self.scope == LocationScope::All => AuditValueKind::Text,
            _ => return None,
        };
        Some(AuditValue {
            kind,
            text: name.name.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    fn name(number: u128, kind: &str, name: &str) -> ObjectName {
        ObjectName {
            id: id(number),
            kind: kind.to_owned(),
            name: name.to_owned(),
        }
    }

    fn texts(values: &[AuditValue]) -> Vec<&str> {
        values.iter().map(|value| value.text.as_str()).collect()
    }

    #[test]
    fn changes_are_read_back_with_the_names_of_their_time() {
        let facts = json!({
            "roles": { "before": [id(1)], "after": [id(1), id(2)] },
            "scope": "only",
            "invitation": id(9),
            "same": { "before": 1, "after": 1 },
        });
        assert_eq!(objects(&facts), BTreeSet::from([id(1), id(2), id(9)]));
        let origin = AuditOrigin {
            address: Some("192.0.2.1".to_owned()),
            ..AuditOrigin::default()
        };
        let names = vec![
            name(1, "built_in_role", "cashier"),
            name(2, "role", "Night shift"),
        ];
        let stored = write(facts, names, Some(&origin));
        let reading = read(&stored, &LocationScope::All);
        assert_eq!(reading.origin, Some(origin));
        let [roles, scope] = reading.changes.as_slice() else {
            panic!("{:?}", reading.changes)
        };
        assert_eq!(
            (roles.field.as_str(), scope.field.as_str()),
            ("roles", "scope")
        );
        assert_eq!(texts(&roles.before), ["cashier"]);
        assert_eq!(texts(&roles.after), ["cashier", "Night shift"]);
        assert_eq!(
            roles.after.last().map(|value| value.kind),
            Some(AuditValueKind::Role)
        );
        assert_eq!(
            scope.after.first().map(|value| value.kind),
            Some(AuditValueKind::Code)
        );
    }

    #[test]
    fn locations_outside_of_the_viewers_scope_and_groups_are_left_out() {
        let facts =
            json!({ "locations": { "after": [id(1), id(2)] }, "groups": { "after": [id(3)] } });
        let names = vec![
            name(1, "location", "Harbour"),
            name(2, "location", "Station"),
            name(3, "location_group", "North"),
        ];
        let stored = write(facts, names, None);
        let own = LocationScope::only([LocationId::from_uuid(id(1))]).unwrap();
        let reading = read(&stored, &own);
        assert_eq!(
            reading
                .changes
                .iter()
                .flat_map(|change| texts(&change.after))
                .collect::<Vec<_>>(),
            ["Harbour"]
        );
        // A change of hidden places alone looks like none.
        let hidden = LocationScope::only([LocationId::from_uuid(id(7))]).unwrap();
        assert_eq!(read(&stored, &hidden).changes, []);
        assert_eq!(read(&stored, &LocationScope::All).changes.len(), 2);
    }

    #[test]
    fn sides_that_are_written_whole_are_told_field_by_field() {
        let facts = json!({
            "before": { "name": "Till", "same": 1 },
            "after": { "name": "Counter", "same": 1 },
        });
        let reading = read(&write(facts, Vec::new(), None), &LocationScope::All);
        let [name] = reading.changes.as_slice() else {
            panic!("{:?}", reading.changes)
        };
        assert_eq!(name.field, "name");
        assert_eq!(
            (texts(&name.before), texts(&name.after)),
            (vec!["Till"], vec!["Counter"])
        );
    }

    #[test]
    fn details_that_make_no_sense_say_nothing() {
        for details in ["", "[]", "null", "{"] {
            assert_eq!(read(details, &LocationScope::All), Reading::default());
        }
        assert_eq!(write(json!(null), Vec::new(), None), "{}");
    }
}
