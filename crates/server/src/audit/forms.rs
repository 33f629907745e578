//! Entries as the text of an exported file.

use keyholder_contract::audit::{AuditChange, AuditEntry, AuditValue};
use keyholder_domain::spreadsheet;

const HEADINGS: [&str; 12] = [
    "Entry",
    "Time (UTC)",
    "Who",
    "Who (ID)",
    "What",
    "To whom",
    "To whom (ID)",
    "Before",
    "After",
    "Address",
    "Device",
    "Program",
];

/// Some entries of a JSON list; the first and the last piece open and close it.
pub(super) fn json_piece(
    entries: &[AuditEntry],
    first: bool,
    last: bool,
) -> Result<Vec<u8>, String> {
    let mut text = Vec::new();
    if first {
        text.extend_from_slice(b"[\n");
    }
    for (number, entry) in entries.iter().enumerate() {
        if !first || number > 0 {
            text.extend_from_slice(b",\n");
        }
        serde_json::to_writer(&mut text, entry).map_err(|error| error.to_string())?;
    }
    if last {
        text.extend_from_slice(b"\n]\n");
    }
    Ok(text)
}

/// Some rows of a table; the first piece brings the headings.
pub(super) fn csv_piece(entries: &[AuditEntry], first: bool) -> Result<Vec<u8>, String> {
    let mut text = Vec::new();
    if first {
        // Spreadsheets take UTF-8 for something else without it.
        text.extend_from_slice("\u{feff}".as_bytes());
    }
    let mut table = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(&mut text);
    let mut write = || -> csv::Result<()> {
        if first {
            table.write_record(HEADINGS)?;
        }
        for entry in entries {
            let cells = cells(entry);
            table.write_record(
                cells
                    .iter()
                    .map(|text| spreadsheet::cell(text).into_owned()),
            )?;
        }
        table.flush()?;
        Ok(())
    };
    write().map_err(|error| error.to_string())?;
    drop(table);
    Ok(text)
}

fn cells(entry: &AuditEntry) -> [String; 12] {
    let origin = entry.origin.clone().unwrap_or_default();
    [
        entry
            .sequence
            .map(|place| place.to_string())
            .unwrap_or_default(),
        entry.at.to_string(),
        if entry.by_provider {
            "Payment provider".to_owned()
        } else {
            entry.actor_name.clone().unwrap_or_default()
        },
        entry.actor_id.map(|id| id.to_string()).unwrap_or_default(),
        entry.action.code().to_owned(),
        entry.target_name.clone().unwrap_or_default(),
        entry.target_id.map(|id| id.to_string()).unwrap_or_default(),
        side(&entry.changes, |change| &change.before),
        side(&entry.changes, |change| &change.after),
        origin.address.unwrap_or_default(),
        origin.device.unwrap_or_default(),
        origin.program.unwrap_or_default(),
    ]
}

/// One side of all changes: `roles: cashier, Night shift; scope: only`.
fn side(changes: &[AuditChange], of: fn(&AuditChange) -> &Vec<AuditValue>) -> String {
    let parts: Vec<_> = changes
        .iter()
        .filter(|change| !of(change).is_empty())
        .map(|change| {
            let values: Vec<_> = of(change).iter().map(|value| value.text.as_str()).collect();
            format!("{}: {}", change.field, values.join(", "))
        })
        .collect();
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use keyholder_contract::audit::{AuditOrigin, AuditValueKind};
    use keyholder_domain::{audit::AuditAction, ids::AuditEventId, timestamp::Timestamp};
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn entry(name: &str, device: &str, value: &str) -> AuditEntry {
        AuditEntry {
            id: AuditEventId::from_uuid(Uuid::from_u128(1)),
            sequence: Some(1),
            at: Timestamp::from_micros(0),
            actor_id: None,
            actor_name: Some(name.to_owned()),
            actor_erased: false,
            by_provider: false,
            action: AuditAction::RolesChanged,
            target_id: None,
            target_name: Some(name.to_owned()),
            target_erased: false,
            changes: vec![AuditChange {
                field: "roles".to_owned(),
                before: Vec::new(),
                after: vec![AuditValue {
                    kind: AuditValueKind::Role,
                    text: value.to_owned(),
                }],
            }],
            origin: Some(AuditOrigin {
                device: Some(device.to_owned()),
                ..AuditOrigin::default()
            }),
            details_erased: false,
        }
    }

    fn read(text: &[u8]) -> Vec<Vec<String>> {
        let text = std::str::from_utf8(text).unwrap();
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        reader
            .records()
            .map(|row| row.unwrap().iter().map(str::to_owned).collect())
            .collect()
    }

    proptest! {
        #[test]
        fn no_cell_that_a_reader_reads_is_a_formula_and_every_text_comes_back(
            name in "[=+\\-@'\t\r\n,;\"＝]{0,2}\\PC{0,10}",
            device in "[=+\\-@'\t\r\n,;\"＝]{0,2}\\PC{0,10}",
            value in "\\PC{0,10}",
        ) {
            let rows = read(&csv_piece(&[entry(&name, &device, &value)], true).unwrap());
            prop_assert_eq!(rows.len(), 2);
            let cells = &rows[1];
            for cell in cells {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']), "{cell:?}");
            }
            prop_assert_eq!(spreadsheet::original(&cells[2]), name);
            prop_assert_eq!(spreadsheet::original(&cells[10]), device);
            prop_assert_eq!(&cells[8], &format!("roles: {value}"));
        }
    }

    #[test]
    fn pieces_make_one_list() {
        let entries = [entry("a", "b", "c"), entry("d", "e", "f")];
        let mut text = json_piece(&entries[..1], true, false).unwrap();
        text.extend(json_piece(&entries[1..], false, true).unwrap());
        let read: Vec<AuditEntry> = serde_json::from_slice(&text).unwrap();
        assert_eq!(read, entries);
        let none: Vec<AuditEntry> =
            serde_json::from_slice(&json_piece(&[], true, true).unwrap()).unwrap();
        assert_eq!(none, []);
    }
}
