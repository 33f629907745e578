//! What an audit entry is about: who did it, to whom it was done, and every object that its details
//! name by id. That is what leads from an object to its events.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::ids::{AuditSubjectId, UserId};

/// The most objects of one entry that lead to it; what names more is found by its other traits.
pub const MAX_MENTIONS: usize = 200;

/// Everything that an entry is about.
pub fn subjects(
    actor: Option<UserId>,
    target: Option<UserId>,
    details: &str,
) -> BTreeSet<AuditSubjectId> {
    let people = actor.into_iter().chain(target).map(|id| id.as_uuid());
    people
        .chain(mentioned(details))
        .map(AuditSubjectId::from_uuid)
        .collect()
}

/// The ids that stand in the details as quoted words, at most [`MAX_MENTIONS`].
pub fn mentioned(details: &str) -> BTreeSet<Uuid> {
    details
        .split('"')
        .filter(|word| word.len() == 36)
        .filter_map(|word| Uuid::try_parse(word).ok())
        .take(MAX_MENTIONS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_quoted_ids_are_what_an_entry_is_about() {
        let user = |number| UserId::from_uuid(Uuid::from_u128(number));
        let role = Uuid::from_u128(7);
        let details = format!(r#"{{"roles":{{"before":[],"after":["{role}"]}},"note":"x"}}"#);
        let all = subjects(Some(user(1)), Some(user(2)), &details);
        let expected = [1, 2, 7].map(|number| AuditSubjectId::from_uuid(Uuid::from_u128(number)));
        assert_eq!(all, BTreeSet::from(expected));
        assert_eq!(subjects(Some(user(1)), Some(user(1)), "{}").len(), 1);
    }

    #[test]
    fn a_flood_of_ids_has_an_end() {
        let ids: Vec<_> = (0..500_u128)
            .map(|n| format!("\"{}\"", Uuid::from_u128(n)))
            .collect();
        assert_eq!(mentioned(&ids.join(",")).len(), MAX_MENTIONS);
    }
}
