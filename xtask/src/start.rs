//! `cargo xtask start`: from a fresh checkout to the app in a window.

use crate::{
    failure::Done,
    place,
    program::Program,
    say,
    service::Service,
    setup::{self, system::Purpose},
};

/// Sets up what is missing, starts the service with sample merchants, and opens the app on it.
/// Ends when the app is closed.
pub(crate) async fn start() -> Done {
    setup::display::present()?;
    say::step("Set-up: system packages");
    setup::system::packages(Purpose::Build).await?;
    say::step("Set-up: user interface");
    setup::node::present().await?;
    setup::user_interface::packages().await?;
    setup::user_interface::build().await?;
    say::step("Build: the app and the service (the first time takes some minutes)");
    Program::cargo()
        .args([
            "build",
            "--locked",
            "--package",
            "keyholder",
            "--package",
            "keyholder-server",
        ])
        .args(["--features", "keyholder/custom-protocol"])
        .run()
        .await?;

    say::step("Sample merchants, in var/demo (delete the folder to begin anew)");
    let mut service = Service::demo(&place::within("var/demo")).await?;
    say::step("The app; closing it ends the service, too");
    let app = Program::new(place::built("keyholder"))
        .env("KEYHOLDER_SERVER_URL", &service.origin)
        .run();
    tokio::select! {
        closed = app => closed,
        ended = service.follow() => ended,
    }
}
