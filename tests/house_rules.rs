//! How the house is kept: small rooms with names that say what is inside, and nothing unfinished.

mod tree;

use std::path::{Path, PathBuf};

/// Above this many lines a file has to give a reason in [`ARGUED`].
const COMMON: usize = 300;
/// No reason is good enough for more.
const MOST: usize = 800;

/// Files above the common length, and why they hold one subject all the same.
const ARGUED: [(&str, &str); 33] = [
    (
        "crates/contract/src/problem.rs",
        "the error codes: one list, with the word and the status of each",
    ),
    (
        "crates/server/src/account_pages/activate.rs",
        "one page of one link, whose faces share its form, its code and its refusals",
    ),
    (
        "crates/domain/src/access/tests.rs",
        "who may do what to whom, one question after the other, against an oracle",
    ),
    (
        "crates/domain/src/audit.rs",
        "what is audited: one list, with the word of each",
    ),
    (
        "crates/domain/src/permission.rs",
        "the permission catalogue, one line each",
    ),
    (
        "crates/domain/src/security_policy.rs",
        "one policy: its numbers, their limits, and what they ask of a person",
    ),
    (
        "crates/domain/src/user_status.rs",
        "the status as a function and as a predicate, side by side",
    ),
    (
        "crates/domain/src/sign_in/model.rs",
        "one machine, what it can be asked to do, and its oracle",
    ),
    (
        "crates/server/src/auth/proof/tests.rs",
        "one case for each way in which a proof can be wrong",
    ),
    (
        "crates/server/src/cli/create_admin.rs",
        "one command with its questions and its tests",
    ),
    (
        "crates/server/src/config.rs",
        "every setting, each with its unit and its default",
    ),
    (
        "crates/server/src/demo/seed.rs",
        "the making of the sample merchants, in the order in which it happens",
    ),
    (
        "crates/server/src/mail/message.rs",
        "one shape for many letters: what each is about, and its word",
    ),
    (
        "crates/server/tests/service/authorization/operations.rs",
        "how each operation is called, one after the other",
    ),
    (
        "crates/server/tests/service/deletion.rs",
        "the bin from deleting to erasing, in the order in which it happens",
    ),
    (
        "crates/server/tests/service/external_replies.rs",
        "one case for each way in which another provider can answer wrongly",
    ),
    (
        "crates/server/tests/service/non_interference.rs",
        "two worlds, and every question that is put to both",
    ),
    (
        "crates/server/tests/service/pending_changes.rs",
        "a change that needs a second person, one way it can go after the other",
    ),
    (
        "crates/server/tests/service/resets.rs",
        "the life of a reset link, one way it can go after the other",
    ),
    (
        "crates/server/tests/service/support/identity_provider.rs",
        "one provider of identities, with everything that can be wrong with it",
    ),
    (
        "crates/store/src/directory/plan.rs",
        "how a list chooses its index, and nothing else",
    ),
    (
        "crates/store/src/locations.rs",
        "locations and terminals are read together",
    ),
    (
        "crates/store/src/memberships.rs",
        "the life of a membership, from its making to the bin",
    ),
    (
        "crates/store/src/recoveries.rs",
        "the life of a recovery, from its beginning to its end",
    ),
    (
        "crates/store/src/sessions.rs",
        "the life of a session, from its beginning to its removal",
    ),
    (
        "crates/store/tests/store/directory_lists.rs",
        "one question of the list after the other, on one set of users",
    ),
    (
        "src-tauri/src/commands/users.rs",
        "one command for each thing that is done to users",
    ),
    (
        "src-tauri/src/input.rs",
        "what the page may send, one check for each command",
    ),
    (
        "tests/ipc.rs",
        "every command of the app called once, in an order that makes sense",
    ),
    (
        "tests/layers.rs",
        "who may import whom: one table, and what each layer may not know",
    ),
    (
        "ui/src/ipc/backend.ts",
        "every call of the page, one line each",
    ),
    (
        "ui/src/ipc/fake/customer.ts",
        "a customer of the played service: one method for each thing that is done there",
    ),
    (
        "ui/src/ipc/fake/index.ts",
        "one line for each command of the bridge",
    ),
];

/// Every source file: Rust, TypeScript, style sheets and Python.
fn sources() -> Vec<PathBuf> {
    let sources = tree::written_files(&[".rs", ".ts", ".tsx", ".css", ".py"]);
    assert!(sources.len() > 50, "the sources were not found");
    sources
}

#[test]
fn files_stay_small() {
    let too_long: Vec<_> = sources()
        .into_iter()
        .map(|path| (tree::read(&path).lines().count(), path))
        .filter(|(lines, path)| {
            let argued = ARGUED.iter().any(|(argued, _)| path == Path::new(argued));
            *lines > if argued { MOST } else { COMMON }
        })
        .map(|(lines, path)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert!(
        too_long.is_empty(),
        "split these, or give the reason in tests/house_rules.rs:\n{}",
        too_long.join("\n")
    );
}

#[test]
fn reasons_are_not_kept_for_files_that_became_small() {
    for (path, reason) in ARGUED {
        let lines = tree::read(path).lines().count();
        assert!(
            lines > COMMON * 2 / 3,
            "{path} has {lines} lines and needs no reason ({reason})"
        );
    }
}

#[test]
fn names_say_what_is_inside() {
    let say_nothing = [
        "util", "utils", "helper", "helpers", "misc", "manager", "managers", "common", "stuff",
    ];
    for path in sources() {
        for part in path.with_extension("").components() {
            let name = part.as_os_str().to_string_lossy().to_lowercase();
            let word = name.split(['.', '-', '_']).next_back().unwrap_or_default();
            assert!(
                !say_nothing.contains(&word),
                "{}: the name does not say what is inside",
                path.display()
            );
        }
    }
}

#[test]
fn nothing_is_left_unfinished_or_skipped() {
    // Put together, so that this file does not name what it looks for.
    let marks: Vec<String> = [
        ["TO", "DO"],
        ["FIX", "ME"],
        ["XX", "X:"],
        ["todo", "!("],
        ["unimplemented", "!("],
        ["#[igno", "re"],
        ["it.sk", "ip("],
        ["it.on", "ly("],
        ["test.sk", "ip("],
        ["test.on", "ly("],
        ["test.fix", "me("],
        ["describe.sk", "ip("],
        ["describe.on", "ly("],
    ]
    .map(|halves| halves.concat())
    .into();
    for path in sources() {
        let text = tree::read(&path);
        for mark in &marks {
            assert!(
                !text.contains(mark.as_str()),
                "{} holds `{mark}`: finish it, or open an issue",
                path.display()
            );
        }
    }
}

#[test]
fn no_machine_and_no_registry_is_named() {
    // The folders of the one machine a file was written on. What stands before them tells them from a
    // folder of ours with such a name.
    let roots = [["/ro", "ot/"], ["/wo", "rk/"], ["/ho", "me/"]].map(|halves| halves.concat());
    let local: Vec<_> = [" ", "\"", "'", "`", "=", ":", "("]
        .iter()
        .flat_map(|before| roots.iter().map(move |root| format!("{before}{root}")))
        .collect();
    for path in tree::written_files(&[".rs", ".ts", ".tsx", ".toml", ".json", ".md", ".yml", ".sh"])
    {
        let text = tree::read(&path);
        for folder in &local {
            assert!(
                !text.contains(folder.as_str()),
                "{} names a folder of one machine",
                path.display()
            );
        }
    }
}
