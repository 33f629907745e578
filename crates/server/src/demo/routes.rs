//! The addresses of the demo.

use axum::{
    Router,
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};

use super::{back_office, mail_page};
use crate::App;

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/demo", get(async || Redirect::to("/demo/mail")))
        .route("/demo/mail", get(mail_page::show))
        .route("/demo/back-office", get(back_office::show))
        .route(
            "/demo/batch",
            get(back_office::show_batch).post(back_office::check_batch),
        )
        .route("/demo/style.css", get(style))
}

async fn style() -> Response {
    const STYLE: &str = include_str!("../../templates/demo/style.css");
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLE).into_response()
}
