//! What is searched, and how lists are sorted and paged.

use super::*;

#[test]
fn short_words_are_prefixes_and_long_ones_fragments() {
    let search = SearchText::parse("  Mü  ÖZGÜR ").unwrap().unwrap();
    assert_eq!(
        search.words(),
        [
            SearchWord::Prefix("mü".to_owned()),
            SearchWord::Fragment("özgür".to_owned())
        ]
    );
}

#[test]
fn all_words_must_be_found_long_ones_anywhere_and_short_ones_where_a_word_begins() {
    let text = searched("Müller", "Eva", "eva@example.com");
    let finds = |typed| SearchText::parse(typed).unwrap().unwrap().finds(&text);
    assert!(finds("ülle EV") && finds("xample.c") && finds("mü"));
    assert!(!finds("va") && !finds("eva smith"));
}

#[test]
fn names_sort_by_family_then_given_name_whatever_their_accents() {
    let mut names = [
        ("Zeller", "Ada"),
        ("Müller", "Zoë"),
        ("Muller", "Anna"),
        ("Mull", "Zacharias"),
    ];
    names.sort_by_key(|(family, given)| sort_name(family, given));
    assert_eq!(
        names.map(|(family, _)| family),
        ["Mull", "Muller", "Müller", "Zeller"]
    );
}

#[test]
fn white_space_is_no_search_and_too_much_is_an_error() {
    assert_eq!(SearchText::parse(" \t\u{0} ").unwrap(), None);
    assert_eq!(SearchText::parse(&"a ".repeat(9)), Err(SearchTextError));
    assert_eq!(SearchText::parse(&"a".repeat(101)), Err(SearchTextError));
}

#[test]
fn letters_that_grow_when_folded_leave_room_for_an_index() {
    // A sign that stands for a phrase of eighteen letters, and one that stands for a word of six.
    for letter in ["\u{fdfa}", "\u{3316}"] {
        let name = letter.repeat(100);
        let text = searched(&name, &name, "ada@example.com");
        assert!(text.starts_with(' '));
        // With two ids in an entry of an index of PostgreSQL.
        let entry = text.len() + sort_name(&name, &name).len() + 2 * 36;
        assert!(entry < 2_650, "{letter}: {entry}");
    }
    // Letters of four bytes, in names of full length and the longest address, are kept whole.
    let name = "\u{20000}".repeat(100);
    let address = "a".repeat(254);
    assert!(searched(&name, &name, &address).ends_with(&address));
    let sorted = sort_name(&name, &name);
    assert_eq!(sorted.chars().count(), 201);
}
