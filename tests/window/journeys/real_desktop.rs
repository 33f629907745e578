//! The tray and a notice on a real desktop: the panel shows the icon and its menu, and the notice is on the screen.

use std::sync::Arc;

use super::{
    AUDITOR,
    two_computers::{asks, lets_it_confirm},
};
use crate::{
    desktop::{
        Desktop, Keyring,
        running::{eventually, succeed},
        service::Service,
    },
    scene::{Look, Scene},
    tray::windows,
    xfce::{self, PANEL, Xfce},
};

#[tokio::test]
async fn goal_a_real_panel_shows_the_icon_and_a_real_service_shows_the_notice() {
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    let Some(_xfce) = Xfce::start(&desktop).await else {
        eprintln!("NOT RUN: a real panel and a real notice: Xfce is not installed");
        return;
    };
    let home = desktop.home().to_owned();
    let (empty, full) = (home.join("empty.png"), home.join("full.png"));
    xfce::picture(&desktop, &empty).await;
    let service = Arc::new(Service::demo(&desktop).await);
    let here = Scene::on(desktop, service, "real-desktop", Look::EnglishLight).await;
    let me = here.enter(AUDITOR).await;
    lets_it_confirm(&me).await;
    let shows_icon = async || {
        xfce::picture(here.desktop(), &full).await;
        xfce::changed(here.desktop(), (&empty, &full), PANEL).await
    };
    eventually("the panel shows the icon", async || {
        shows_icon()
            .await
            .is_some_and(|icon| (8..60).contains(&icon.width))
    })
    .await;
    let (x, y) = shows_icon().await.unwrap().middle;

    // Its menu: Show, Hide in the tray, Quit.
    let play = async |arguments: &[&str]| {
        let mut played = here.desktop().command("xdotool");
        played.args(arguments);
        succeed(played).await;
    };
    play(&["mousemove", &x.to_string(), &y.to_string(), "click", "3"]).await;
    let menu = here.picture_file("menu");
    eventually("the menu is open", async || {
        xfce::picture(here.desktop(), &menu).await;
        let below = format!("240x160+{}+28", x.saturating_sub(240));
        let change = xfce::changed(here.desktop(), (&full, &menu), &below).await;
        change.is_some_and(|menu| menu.width > 60)
    })
    .await;
    play(&["key", "--delay", "200", "Down", "Down", "Return"]).await;
    eventually("the window is off the screen", async || {
        !windows(here.desktop()).await
    })
    .await;

    let there = here.beside("real-desktop-asking").await;
    asks(&there.seat()).await;
    eventually("the notice is on the screen", async || {
        let mut look = here.desktop().command("xdotool");
        look.args(["search", "--onlyvisible", "--class", "^Xfce4-notifyd$"]);
        look.output().await.unwrap().status.success()
    })
    .await;
    eventually("the window is back", async || windows(here.desktop()).await).await;
    me.shows("auth-request-title").await;
    xfce::picture(here.desktop(), &here.picture_file("notice")).await;
    there.close().await;
    here.close().await;
}
