/// Every command of the app. The build script makes a permission of each, `capabilities/main.json`
/// gives them to the main window, and a test compares both with the generated bindings.
pub(crate) const COMMANDS: &[&str] = &[
    "start_up",
    "connect",
    "sign_in",
    "sign_out",
    "me",
    "list_users",
    "read_user",
    "create_user",
    "invite_user",
    "deactivate_user",
    "reactivate_user",
    "change_roles",
    "list_roles",
    "list_permissions",
    "list_locations",
    "list_audit_events",
    "copy_text",
    "open_external",
    "save_preferences",
];
