//! The list of locations, searched by name, website, address or terminal (S64, S65, L6).

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use keyholder_contract::{
    location::{LocationPage, LocationQuery},
    page::PageInfo,
    problem::FieldCode,
};
use keyholder_domain::directory_query::{MAX_SEARCH_CHARS, SearchText};
use keyholder_store::locations::{self, LocationPosition};

use super::{reach::reach, view::view};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiResult, Fields, field_error},
    users::list_query::{malformed_cursor, read_limit},
};

/// The most locations that can be asked for by id at once.
const MAX_IDS: usize = 200;

/// A page of the locations that the caller reaches, by name.
pub(super) async fn list(
    app: &App,
    at: &AtCustomer,
    query: &LocationQuery,
) -> ApiResult<LocationPage> {
    let mut scope = reach(at)?;
    let mut fields = Fields::default();
    let search = fields.take(
        SearchText::parse(query.search.as_deref().unwrap_or_default()),
        |_| field_error("search", FieldCode::TooLong, &[("max", MAX_SEARCH_CHARS)]),
    );
    let limit = read_limit(&mut fields, query.limit);
    let position = match &query.cursor {
        None => None,
        Some(text) => fields.take(read_cursor(text).ok_or(()), |()| malformed_cursor()),
    };
    if query.id.len() > MAX_IDS {
        fields.add(field_error("id", FieldCode::TooMany, &[("max", MAX_IDS)]));
    }
    fields.finish()?;
    if !query.id.is_empty() {
        scope = scope.among(&query.id.iter().copied().collect());
    }
    let page = locations::list(
        &app.database,
        at.customer_id,
        &scope,
        search.flatten().as_ref(),
        position.as_ref(),
        limit,
    )
    .await?;
    Ok(LocationPage {
        items: page.locations.into_iter().map(view).collect(),
        page: PageInfo {
            next_cursor: page.next.as_ref().map(write_cursor),
            previous_cursor: page.previous.as_ref().map(write_cursor),
            total: None,
        },
    })
}

fn write_cursor(position: &LocationPosition) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(position).unwrap_or_default())
}

/// The place of a cursor, unless it is garbage. `PostgreSQL` refuses text with NUL.
fn read_cursor(text: &str) -> Option<LocationPosition> {
    if text.len() > 4_096 {
        return None;
    }
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
    let position: LocationPosition = serde_json::from_slice(&bytes).ok()?;
    (!position.value.contains('\0')).then_some(position)
}
