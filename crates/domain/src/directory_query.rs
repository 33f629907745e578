//! How a list of users is searched, filtered, sorted and paged. The store compiles it; the rules of
//! what may be asked are here.

use icu_normalizer::DecomposingNormalizer;
use serde::{Deserialize, Serialize};

use crate::{
    ids::{LocationId, RoleId, UserId},
    permission::Permission,
    second_factor::FactorState,
    sign_in_way::ListedWay,
    text,
    user::{Origin, UserKind},
    user_status::UserStatusKind,
};

/// The most rows of one page.
pub const MAX_PAGE_SIZE: u16 = 200;
/// The rows of a page when nobody asks for a number.
pub const DEFAULT_PAGE_SIZE: u16 = 50;
/// The longest search text, in characters.
pub const MAX_SEARCH_CHARS: usize = 100;
/// The most days without a sign-in that can be asked for.
pub const MAX_IDLE_DAYS: u16 = 3_650;
/// The most words of a search text.
pub const MAX_SEARCH_WORDS: usize = 8;

/// What a list can be sorted by; ties fall to the user's id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum SortKey {
    /// Family name, then given name.
    #[default]
    Name,
    /// E-mail address or generated name.
    SignInName,
    /// When the membership was made.
    CreatedAt,
    /// The last sign-in; never signed in comes first.
    LastSignInAt,
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum SortOrder {
    /// Small to large, A to Z, old to new.
    #[default]
    Ascending,
    /// Large to small, Z to A, new to old.
    Descending,
}

/// What to leave out. Values within one filter widen it (or), filters narrow each other (and).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserFilter {
    /// Words that must all occur in the name or the sign-in name.
    pub search: Option<SearchText>,
    /// Any of these statuses; empty means every status but *deleted*.
    pub statuses: Vec<UserStatusKind>,
    /// Holding any of these roles.
    pub roles: Vec<RoleId>,
    /// Reaching any of these locations.
    pub locations: Vec<LocationId>,
    /// Of this type.
    pub kind: Option<UserKind>,
    /// Having come through any of these doors.
    pub origins: Vec<Origin>,
    /// Having set up any of these; who has not accepted yet has none of them.
    pub second_factors: Vec<FactorState>,
    /// Signing in in any of these ways.
    pub sign_in_ways: Vec<ListedWay>,
    /// Whose second factor was not reset within [`crate::second_factor::reset::COOLING`].
    pub past_reset: bool,
    /// Having a second factor that is not built into the app (C13); mailed codes are none.
    pub factor_elsewhere: bool,
    /// Having signed in last at this age or another one.
    pub last_sign_in: LastSignIn,
    /// Holding each of these permissions.
    pub holding: Vec<Holding>,
    /// Reaching at least one location.
    pub reaching_any: bool,
}

/// When somebody signed in last. The two widen each other; neither leaves nobody out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastSignIn {
    /// Those who never did.
    pub never: bool,
    /// Those who did so that many days ago or earlier, 1 to [`MAX_IDLE_DAYS`].
    pub idle_days: Option<u16>,
}

impl LastSignIn {
    /// Whether it leaves anybody out.
    pub const fn narrows(self) -> bool {
        self.never || self.idle_days.is_some()
    }
}

/// A permission that is held through one of these roles, or directly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The permission.
    pub permission: Permission,
    /// The roles of the customer that give it.
    pub roles: Vec<RoleId>,
}

/// One question to the user list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryQuery {
    /// What to leave out.
    pub filter: UserFilter,
    /// What to sort by.
    pub sort: SortKey,
    /// Which end comes first.
    pub order: SortOrder,
    /// Where the page starts; the first page where absent.
    pub position: Option<Position>,
    /// How many rows at most, 1 to [`MAX_PAGE_SIZE`].
    pub limit: u16,
}

/// A place in a sorted list: right after, or right before, one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Whether the page lies after or before the row.
    pub direction: Direction,
    /// The row's sort value.
    pub value: SortValue,
    /// The row's user, to break ties.
    pub user: UserId,
}

/// On which side of a row a page lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// The page follows the row.
    #[serde(rename = "a")]
    After,
    /// The page comes before the row.
    #[serde(rename = "b")]
    Before,
}

/// The value of a sort column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SortValue {
    /// Of a column of moments, in microseconds; never signed in is the smallest number.
    Moment(i64),
    /// Of a column of folded text.
    Text(String),
}

/// A search text: folded words, all of which must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchText(Vec<SearchWord>);

/// One folded word of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchWord {
    /// Three characters or more: found anywhere within a word.
    Fragment(String),
    /// One or two characters: found at the start of a word only.
    Prefix(String),
}

impl SearchWord {
    /// The folded word.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Fragment(word) | Self::Prefix(word) => word,
        }
    }

    /// What must stand in [`searched`] for the word to match.
    pub fn needle(&self) -> String {
        match self {
            Self::Fragment(fragment) => fragment.clone(),
            Self::Prefix(prefix) => format!(" {prefix}"),
        }
    }
}

/// A search text that is longer than a search can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("search for at most {MAX_SEARCH_WORDS} words and {MAX_SEARCH_CHARS} characters")]
pub struct SearchTextError;

impl SearchText {
    /// Reads what a person typed; nothing but white space is no search.
    pub fn parse(typed: &str) -> Result<Option<Self>, SearchTextError> {
        if typed.chars().count() > MAX_SEARCH_CHARS {
            return Err(SearchTextError);
        }
        let words: Vec<_> = searchable(typed)
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(|word| {
                if word.chars().count() < 3 {
                    SearchWord::Prefix(word.to_owned())
                } else {
                    SearchWord::Fragment(word.to_owned())
                }
            })
            .collect();
        if words.len() > MAX_SEARCH_WORDS {
            return Err(SearchTextError);
        }
        Ok(if words.is_empty() {
            None
        } else {
            Some(Self(words))
        })
    }

    /// The words.
    pub fn words(&self) -> &[SearchWord] {
        &self.0
    }

    /// Whether all words match in this text, which [`searched`] made.
    pub fn finds(&self, searched: &str) -> bool {
        self.0.iter().all(|word| searched.contains(&word.needle()))
    }
}

/// The most bytes of a text that a person is searched in. Two names and an address in any letters stay below it, but for
/// those letters that become whole words when they are folded; what lies behind it is not found.
pub const MAX_SEARCHED: usize = 1_500;

/// The most bytes of what a name is sorted by. The two together fit into an entry of an index of PostgreSQL (2,704 bytes).
pub const MAX_SORTED: usize = 1_000;

/// The text in which a person is searched: a space, so that every word begins behind one, and the names.
pub fn searched(family_name: &str, given_name: &str, sign_in_name: &str) -> String {
    let names = searchable(&format!("{family_name} {given_name} {sign_in_name}"));
    up_to(MAX_SEARCHED, format!(" {names}"))
}

/// At most so many bytes of a text, in whole characters.
fn up_to(bytes: usize, mut text: String) -> String {
    text.truncate(text.floor_char_boundary(bytes));
    text
}

/// The form in which texts are searched: folded, control characters gone (a database cannot hold
/// NUL), words parted by single spaces.
pub fn searchable(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    text::fold(&plain)
}

/// The value that a person's name is sorted by, compared byte by byte: family name, then given name,
/// without accents, so that Müller stands beside Muller and not behind Z. The two are parted by a
/// character that no name can hold and that comes before all that it can.
pub fn sort_name(family_name: &str, given_name: &str) -> String {
    let names = format!("{}\u{1}{}", sortable(family_name), sortable(given_name));
    up_to(MAX_SORTED, names)
}

/// Folded text without accents: for sorting, not for telling apart.
pub fn sortable(text: &str) -> String {
    let folded = searchable(text);
    DecomposingNormalizer::new_nfd()
        .normalize(&folded)
        .chars()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36F}'))
        .collect()
}

#[cfg(test)]
mod tests;
