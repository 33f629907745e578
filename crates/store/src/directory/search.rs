//! Searching: the same matches on both databases, each through an index of its own.
//!
//! The searched text is `" family given sign-in-name"`, folded. A word of three characters or more
//! matches anywhere in it, a shorter one at the beginning of a word only. PostgreSQL finds candidates
//! by trigrams; SQLite by tokens that are made here. In the end both look into the text.

use std::{
    collections::BTreeSet,
    fmt::{Display, Write},
};

use keyholder_domain::{
    directory_query::{SearchText, SearchWord},
    ids::{CustomerId, UserId},
};
use sea_orm::DbBackend;

use super::Binder;
use crate::{
    columns,
    connection::{self, Sealed as _},
    error::StoreError,
    transaction::WriteTransaction,
};

/// That the text of a column holds a word.
pub(crate) fn holds(binder: &mut Binder, column: &str, word: &SearchWord) -> String {
    match binder.backend {
        // No LIKE, for which SQLite sets the statement up anew with every pattern.
        DbBackend::Sqlite => format!("instr({column}, {}) > 0", binder.bind(word.needle())),
        // The trigram index knows LIKE, which escapes with `\` unless told otherwise.
        _ => format!("{column} LIKE {}", binder.bind(like_pattern(word))),
    }
}

/// The numbers of the rows whose text may hold all words, for the customer with this id, as a full-text index of SQLite
/// has them.
pub(crate) fn named(
    binder: &mut Binder,
    index: &str,
    customer: CustomerId,
    search: &SearchText,
) -> String {
    let expression = binder.bind(match_expression(search));
    let customer = binder.bind(columns::id(customer));
    format!(
        "SELECT rowid AS row_id FROM {index} WHERE {index} MATCH \
         replace({expression}, '{CUSTOMER}', (SELECT row_id FROM customers WHERE id = {customer}))"
    )
}

/// The LIKE pattern of a word, with `\` before what LIKE would read otherwise.
fn like_pattern(word: &SearchWord) -> String {
    let mut pattern = String::from("%");
    for c in word.needle().chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// Stands in tokens for the number of the customer, which the statement puts in.
pub(super) const CUSTOMER: char = '#';

/// The tokens of a searched text in a full-text index of SQLite; `customer` leads each of them.
pub(crate) fn tokens(customer: impl Display, search_text: &str) -> String {
    let mut pieces = BTreeSet::new();
    for word in search_text.split(' ').filter(|word| !word.is_empty()) {
        let chars: Vec<char> = word.chars().collect();
        for length in 1..=2.min(chars.len()) {
            pieces.insert(beginning(&chars, length));
        }
        pieces.extend(chars.windows(3).map(|three| three.iter().collect()));
    }
    let mut text = String::new();
    for piece in pieces {
        push_token(&mut text, &customer, &piece);
        text.push(' ');
    }
    text
}

/// The question to a full-text index of SQLite: rows whose text may hold all words.
fn match_expression(search: &SearchText) -> String {
    let mut pieces = BTreeSet::new();
    for word in search.words() {
        let chars: Vec<char> = word.as_str().chars().collect();
        match word {
            SearchWord::Prefix(_) => {
                pieces.insert(beginning(&chars, chars.len()));
            }
            SearchWord::Fragment(_) => {
                pieces.extend(chars.windows(3).map(|three| three.iter().collect()));
            }
        }
    }
    let mut expression = String::new();
    for piece in pieces {
        if !expression.is_empty() {
            expression.push_str(" AND ");
        }
        push_token(&mut expression, &CUSTOMER, &piece);
    }
    expression
}

/// A space marks the beginning of a word; no piece from within a word holds one.
fn beginning(chars: &[char], length: usize) -> String {
    std::iter::once(' ')
        .chain(chars.iter().copied().take(length))
        .collect()
}

/// Letters and digits only, so that the index takes the token as it is, and led by the customer, so
/// that no search reads the entries of another.
fn push_token(text: &mut String, customer: &impl Display, piece: &str) {
    // Writing into a String cannot fail.
    let _ = write!(text, "{customer}x");
    for byte in piece.bytes() {
        let _ = write!(text, "{byte:02x}");
    }
}

/// Takes the row of a membership that is about to be removed off the list. Only the full-text index of
/// SQLite has to be told: the row itself goes with the membership.
pub(crate) async fn forget(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<(), StoreError> {
    if tx.backend() != DbBackend::Sqlite {
        return Ok(());
    }
    let sql = "DELETE FROM directory_search WHERE rowid IN \
               (SELECT row_id FROM directory WHERE customer_id = $1 AND user_id = $2)";
    connection::execute(tx, sql, [columns::id(customer), columns::id(user)])
        .await
        .map(drop)
}

#[cfg(test)]
mod tests {
    use keyholder_domain::directory_query::searched;

    use super::*;

    #[test]
    fn whoever_matches_by_like_has_all_tokens_of_the_question() {
        proptest::proptest!(|(name in "\\PC{1,12}", typed in "\\PC{1,5}", start in 0_usize..12)| {
            let text = searched(&name, "Anna", "anna@example.com");
            let own: String = text.chars().skip(start).take(4).collect();
            for typed in [typed, own] {
                let Ok(Some(search)) = SearchText::parse(&typed) else { continue };
                let like = search.words().iter().all(|word| match word {
                    SearchWord::Prefix(word) => text.contains(&format!(" {word}")),
                    SearchWord::Fragment(word) => text.contains(word.as_str()),
                });
                let tokens = tokens(CUSTOMER, &text);
                let tokens: BTreeSet<&str> = tokens.split(' ').collect();
                let expression = match_expression(&search);
                let found = expression.split(" AND ").all(|token| tokens.contains(token));
                proptest::prop_assert!(!like || found, "{text:?} {search:?}");
            }
        });
    }

    #[test]
    fn what_like_would_read_is_escaped() {
        let word = SearchWord::Fragment(r"50%_\x".to_owned());
        assert_eq!(like_pattern(&word), r"%50\%\_\\x%");
        assert_eq!(like_pattern(&SearchWord::Prefix("m".to_owned())), "% m%");
    }
}
