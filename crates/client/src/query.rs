//! Query parameters from a contract type.

use serde::Serialize;
use serde_json::Value;
use url::form_urlencoded::Serializer;

/// The query string of a flat structure: lists become repeated parameters, what is absent is left
/// out, `false` and empty lists are left out too, as they are what absence means.
pub(crate) fn query_string<T: Serialize>(query: &T) -> String {
    let mut pairs = Serializer::new(String::new());
    if let Ok(Value::Object(fields)) = serde_json::to_value(query) {
        for (name, value) in fields {
            match value {
                Value::Array(values) => {
                    for value in values {
                        append(&mut pairs, &name, &value);
                    }
                }
                value => append(&mut pairs, &name, &value),
            }
        }
    }
    pairs.finish()
}

fn append(pairs: &mut Serializer<'_, String>, name: &str, value: &Value) {
    match value {
        Value::String(text) => {
            pairs.append_pair(name, text);
        }
        Value::Number(number) => {
            pairs.append_pair(name, &number.to_string());
        }
        Value::Bool(true) => {
            pairs.append_pair(name, "true");
        }
        Value::Bool(false) | Value::Null | Value::Array(_) | Value::Object(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use keyholder_contract::user_list::UserQuery;
    use keyholder_domain::user_status::UserStatusKind;

    use super::*;

    #[test]
    fn lists_are_repeated_and_text_is_escaped() {
        let query = UserQuery {
            search: Some("a&b=ü c".to_owned()),
            status: vec![UserStatusKind::Active, UserStatusKind::Deactivated],
            limit: Some(20),
            count: true,
            ..UserQuery::default()
        };
        let text = query_string(&query);
        let pairs: Vec<_> = url::form_urlencoded::parse(text.as_bytes())
            .into_owned()
            .collect();
        let expected = [
            ("count", "true"),
            ("limit", "20"),
            ("order", "ascending"),
            ("search", "a&b=ü c"),
            ("sort", "name"),
            ("status", "active"),
            ("status", "deactivated"),
        ];
        let mut pairs: Vec<_> = pairs
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        pairs.sort_unstable();
        assert_eq!(pairs, expected);
    }
}
