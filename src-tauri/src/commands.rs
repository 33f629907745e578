//! The commands of the web view: check the arguments, ask the core, answer. No rule lives here.

mod activity;
mod approvals;
mod auth_requests;
mod codes;
mod customers;
mod desktop;
mod devices;
mod external_sign_in;
mod import;
mod location_groups;
mod location_requests;
mod manners;
mod me;
mod own_account;
mod passkeys;
mod passwords;
mod provider;
mod recoveries;
mod roles;
mod saved_filters;
mod second_factors;
mod security;
mod session;
mod sign_in_setup;
mod start;
mod updates;
mod users;
mod vault;
mod vault_exports;
mod vault_ways;

pub(crate) use session::SignInOutcome;
pub(crate) use sign_in_setup::EnrolledOutcome;
use tauri::Runtime;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands, collect_events};

use crate::{
    events::{
        AuthRequestsChanged, ConnectionChanged, ErrandGiven, FileDropped, PageReleaseAsked,
        SignedOut, UpdateChanged, VaultLocked,
    },
    ipc_error::LocalCode,
    vault::VaultCode,
};

/// The commands and events, with the types that the TypeScript bindings are made of.
#[expect(clippy::too_many_lines, reason = "one line for each command")]
pub fn builder<R: Runtime>() -> Builder<R> {
    Builder::new()
        .error_handling(ErrorHandlingMode::Throw)
        .disable_serde_phases()
        .commands(collect_commands![
            start::start_up,
            session::connect,
            session::sign_in,
            session::sign_out,
            external_sign_in::list_sign_in_ways,
            external_sign_in::sign_in_in_browser,
            external_sign_in::open_browser_again,
            external_sign_in::stop_browser_wait,
            external_sign_in::read_own_external_identity,
            external_sign_in::link_in_browser,
            external_sign_in::step_up_in_browser,
            external_sign_in::unlink_external_identity,
            session::me,
            users::list_users,
            users::read_offline_copy,
            users::list_offline_users,
            users::read_user,
            users::create_user,
            users::invite_user,
            users::deactivate_user,
            users::reactivate_user,
            users::delete_user,
            users::restore_user,
            users::convert_user,
            users::adopt_user,
            users::count_users,
            users::change_roles,
            users::change_permissions,
            users::change_scope,
            roles::list_roles,
            roles::read_role,
            roles::create_role,
            roles::change_role,
            roles::delete_role,
            roles::explain_access,
            roles::list_holders,
            roles::list_helpers,
            customers::list_permissions,
            customers::list_locations,
            location_groups::list_location_groups,
            location_groups::read_location_group,
            location_groups::create_location_group,
            location_groups::change_location_group,
            location_groups::delete_location_group,
            activity::list_audit_events,
            activity::verify_audit_events,
            activity::export_audit_events,
            activity::show_downloads,
            desktop::save_table,
            activity::read_statistics,
            passwords::check_password,
            passwords::set_expired_password,
            passwords::show_second_factor,
            passwords::send_mailed_code,
            second_factors::step_up,
            second_factors::list_own_second_factors,
            second_factors::begin_authenticator_setup,
            second_factors::add_authenticator,
            second_factors::rename_authenticator,
            second_factors::remove_authenticator,
            passkeys::begin_passkey_setup,
            passkeys::show_passkey,
            passkeys::begin_passkey_sign_in,
            passkeys::sign_in_with_passkey,
            passkeys::step_up_with_passkey,
            passkeys::rename_passkey,
            passkeys::remove_passkey,
            second_factors::renew_recovery_codes,
            second_factors::save_recovery_codes,
            second_factors::read_device_security,
            sign_in_setup::begin_sign_in_setup,
            sign_in_setup::complete_sign_in_setup,
            sign_in_setup::set_up_sign_in_passkey,
            passwords::request_password_reset,
            passwords::change_own_password,
            passwords::report_leaked_password,
            passwords::send_reset_link,
            passwords::unlock_user,
            security::read_security_policy,
            security::preview_security_policy,
            security::change_security_policy,
            me::read_profile,
            me::change_profile,
            me::change_email,
            me::stop_data_change,
            me::accept_membership,
            me::decline_membership,
            me::leave_customer,
            devices::list_own_sessions,
            devices::end_own_session,
            devices::end_own_other_sessions,
            devices::list_user_sessions,
            devices::end_user_session,
            devices::end_user_sessions,
            devices::reset_second_factor,
            customers::change_alias,
            users::propose_correction,
            saved_filters::list_saved_filters,
            saved_filters::create_saved_filter,
            saved_filters::change_saved_filter,
            saved_filters::delete_saved_filter,
            approvals::list_pending_changes,
            approvals::ask_change,
            approvals::grant_pending_change,
            approvals::refuse_pending_change,
            approvals::withdraw_pending_change,
            location_requests::list_location_requests,
            location_requests::request_location,
            location_requests::withdraw_location_request,
            provider::search_customers,
            provider::create_customer,
            provider::read_provider_customer,
            provider::change_customer,
            provider::list_provider_locations,
            provider::create_location,
            provider::change_location,
            provider::create_terminal,
            provider::change_terminal,
            provider::list_waiting_requests,
            provider::answer_location_request,
            auth_requests::raise_auth_request,
            auth_requests::read_raised_auth_request,
            auth_requests::raise_step_up_request,
            auth_requests::read_step_up_request,
            auth_requests::read_own_auth_request,
            auth_requests::watch_auth_requests,
            auth_requests::approve_auth_request,
            auth_requests::refuse_auth_request,
            auth_requests::list_confirming_devices,
            auth_requests::enrol_confirming_device,
            auth_requests::remove_confirming_device,
            auth_requests::come_to_front,
            recoveries::list_all_recoveries,
            recoveries::list_recoveries,
            recoveries::start_recovery,
            recoveries::finish_recovery,
            recoveries::stop_recovery,
            vault::read_vault,
            vault::read_clock_error,
            vault::create_vault,
            vault::unlock_vault,
            vault::lock_vault,
            vault::keep_vault_open,
            vault_exports::save_vault_backup,
            vault_exports::save_plain_codes,
            vault_exports::save_code_sheet,
            vault_ways::read_key_places,
            vault_ways::change_vault_ways,
            codes::read_first_codes,
            codes::list_vault_entries,
            codes::show_codes,
            codes::take_code,
            codes::add_account_by_link,
            codes::add_typed_account,
            codes::change_vault_entry,
            codes::remove_vault_entry,
            import::choose_import,
            import::take_dropped_import,
            import::link_waits,
            import::take_link,
            import::paste_import,
            import::capture_import,
            import::open_import,
            import::complete_import,
            import::forget_import,
            own_account::set_up_on_this_computer,
            own_account::offers_sign_in_code,
            own_account::fill_sign_in_code,
            desktop::copy_text,
            desktop::print_page,
            desktop::open_external,
            desktop::save_preferences,
            manners::read_manners,
            manners::choose_close_to_tray,
            manners::choose_autostart,
            manners::choose_shortcut,
            manners::take_errand,
            manners::answer_close,
            manners::page_drawn,
            manners::release_page,
            updates::read_updates,
            updates::look_for_updates,
            updates::install_update,
            updates::plan_update,
            updates::skip_update,
            updates::restart_updated,
        ])
        .events(collect_events![
            AuthRequestsChanged,
            ConnectionChanged,
            ErrandGiven,
            FileDropped,
            PageReleaseAsked,
            SignedOut,
            UpdateChanged,
            VaultLocked
        ])
        .typ::<LocalCode>()
        .typ::<VaultCode>()
}
