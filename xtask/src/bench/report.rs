//! The report: JSON for programs, a table for people.

use std::fs;

use serde_json::json;

use crate::{
    bench::{Extent, figure::Figure},
    failure::{Done, Failure},
    place, say,
};

const UNWRITTEN: &str = "the report cannot be written";

/// Writes `target/bench/service.json` and `.md`, and shows the table.
pub(crate) fn write(extent: Extent, figures: &[Figure]) -> Done {
    let folder = place::within("target/bench");
    let machine = machine();
    let report = json!({
        "users": extent.users,
        "seconds": extent.seconds,
        "machine": machine,
        "figures": figures,
    });
    let report = serde_json::to_string_pretty(&report).map_err(Failure::doing(UNWRITTEN))?;
    let table = format!(
        "{machine}; {} users in one customer.\n\n{}",
        extent.users,
        table(figures)
    );
    fs::create_dir_all(&folder).map_err(Failure::doing(UNWRITTEN))?;
    fs::write(folder.join("service.json"), report).map_err(Failure::doing(UNWRITTEN))?;
    fs::write(folder.join("service.md"), &table).map_err(Failure::doing(UNWRITTEN))?;
    say::step("Figures, also in target/bench/");
    say::line(&table);
    Ok(())
}

fn table(figures: &[Figure]) -> String {
    let mut text = String::from(
        "| Database | What | Measured | Beside, in the same run | Ratio | Aim | Met |\n\
         |---|---|---:|---|---:|---|---|\n",
    );
    for figure in figures {
        let (beside, ratio) = figure
            .beside
            .as_ref()
            .map_or_else(Default::default, |beside| {
                (
                    format!("{}: {:.2}", beside.name, beside.value),
                    format!("{:.2}", beside.ratio),
                )
            });
        let (aim, met) = figure.aim.as_ref().map_or(("", ""), |aim| {
            (aim.words, if aim.met { "yes" } else { "**no**" })
        });
        text.push_str(&format!(
            "| {} | {} | {:.2} {} | {beside} | {ratio} | {aim} | {met} |\n",
            figure.database, figure.name, figure.value, figure.unit
        ));
    }
    text
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let model = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    format!(
        "{cores} cores ({})",
        model.unwrap_or_else(|| "unknown".to_owned())
    )
}
