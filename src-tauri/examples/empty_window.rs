//! A Tauri window with an empty page: what no app built with Tauri can start sooner or smaller than.

use tauri::{WebviewUrl, WebviewWindowBuilder, http::Response};

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            let page = "<!doctype html><title>Empty</title>".as_bytes().to_vec();
            let response = Response::builder().header("content-type", "text/html");
            response.body(page).unwrap_or_default()
        })
        .setup(|app| {
            let address = WebviewUrl::CustomProtocol("empty://localhost/".parse()?);
            let window = WebviewWindowBuilder::new(app, "main", address).inner_size(1280.0, 800.0);
            keyholder_app::measured::watch(window).build()?;
            Ok(())
        })
        .run(keyholder_app::context())
}
