//! A real desktop, as far as a display without a person can be one: window manager, panel and service for notices of
//! Xfce. Only where they are installed (`xfwm4`, `xfce4-panel`, `xfce4-notifyd`): they are too much for every run.

use std::{fs, path::Path};

use crate::desktop::{
    Desktop,
    running::{Running, eventually, succeed},
};

const LIBRARIES: &str = "/usr/lib/x86_64-linux-gnu/xfce4";
/// Where the panel is.
pub(crate) const PANEL: &str = "1280x28+0+0";
/// A panel at the top that holds the icons of programs and nothing that changes by itself.
const PANEL_SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="28"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray"/>
  </property>
</channel>
"#;

/// What runs of the desktop. It ends with the value.
pub(crate) struct Xfce {
    _running: Vec<Running>,
}

impl Xfce {
    /// Starts it; nothing where it is not installed.
    pub(crate) async fn start(desktop: &Desktop) -> Option<Self> {
        let settings = format!("{LIBRARIES}/xfconf/xfconfd");
        let notices = format!("{LIBRARIES}/notifyd/xfce4-notifyd");
        let programs = [
            "/usr/bin/xfwm4",
            "/usr/bin/xfce4-panel",
            &settings,
            &notices,
        ];
        if !programs.iter().all(|program| Path::new(program).exists()) {
            return None;
        }
        let folder = desktop
            .home()
            .join("config/xfce4/xfconf/xfce-perchannel-xml");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("xfce4-panel.xml"), PANEL_SETTINGS).unwrap();
        let mut running = Vec::new();
        for (program, arguments, name) in [
            (settings.as_str(), [].as_slice(), "org.xfce.Xfconf"),
            ("xfwm4", &["--compositor=off"], "org.xfce.Xfconf"),
            (
                "xfce4-panel",
                &["--disable-wm-check"],
                "org.kde.StatusNotifierWatcher",
            ),
            (notices.as_str(), &[], "org.freedesktop.Notifications"),
        ] {
            let mut command = desktop.command(program);
            command.args(arguments);
            running.push(Running::start(command));
            eventually(program, async || desktop.has_owner(name).await).await;
        }
        eventually("the panel is drawn", async || panel_is_drawn(desktop).await).await;
        Some(Self { _running: running })
    }
}

/// Whether there is more than the black of a display without anything.
async fn panel_is_drawn(desktop: &Desktop) -> bool {
    let file = desktop.home().join("panel.png");
    picture(desktop, &file).await;
    let mut measured = desktop.command("convert");
    measured.arg(&file).args([
        "-crop",
        PANEL,
        "+repage",
        "-format",
        "%[fx:mean > 0.5]",
        "info:",
    ]);
    succeed(measured).await.trim() == "1"
}

/// A picture of the whole display.
pub(crate) async fn picture(desktop: &Desktop, file: &Path) {
    let mut taken = desktop.command("import");
    taken.args(["-window", "root"]).arg(file);
    succeed(taken).await;
}

/// What differs between two pictures of the display within an area (`WIDTHxHEIGHT+LEFT+TOP`): how large it is, and
/// its middle, in pixels of the area.
pub(crate) async fn changed(
    desktop: &Desktop,
    (before, now): (&Path, &Path),
    area: &str,
) -> Option<Change> {
    let mut compared = desktop.command("convert");
    compared
        .args([before, now])
        .args(["-compose", "difference", "-composite"])
        .args(["-crop", area, "+repage", "-threshold", "5%"])
        .args(["-format", "%@ %[fx:maxima]", "info:"]);
    // Width, height, how far from the left and from the top, and whether anything differs: 22x22+1255+3 1.
    let bounds = succeed(compared).await;
    let numbers: Vec<u32> = bounds
        .trim()
        .split(['x', '+', ' '])
        .map_while(|number| number.parse().ok())
        .collect();
    match numbers[..] {
        [width, height, left, top, 1] => Some(Change {
            width,
            middle: (left + width / 2, top + height / 2),
        }),
        _ => None,
    }
}

/// What differs.
pub(crate) struct Change {
    pub(crate) width: u32,
    pub(crate) middle: (u32, u32),
}
