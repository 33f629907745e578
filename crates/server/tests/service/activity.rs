//! The log of what happened: what it says, who finds what in it, whether it is whole, and as a file.

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{
    audit::{
        AuditEntry, AuditExport, AuditFaultKind, AuditQuery, AuditValueKind, ExportFormat,
        VerificationState,
    },
    problem::ErrorCode,
    statistics::{InvitationAge, StatisticsQuery},
    user::ChangeRoles,
    user_list::UserQuery,
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{AuditSubjectId, CustomerId},
    role::BuiltInRole,
    user_status::UserStatusKind,
};
use keyholder_server::housekeeping;
use keyholder_store::on_both_databases;

use crate::support::{
    House, Member,
    requests::{about, verified},
    try_sign_in,
};

async fn file(session: &Session, customer: CustomerId, format: ExportFormat) -> String {
    let export = AuditExport {
        format,
        about: None,
        action: Vec::new(),
        from: None,
        until: None,
    };
    let mut download = session
        .export_audit_events(customer, &export)
        .await
        .unwrap();
    let mut bytes = Vec::new();
    while let Some(piece) = download.piece().await.unwrap() {
        bytes.extend(piece);
    }
    String::from_utf8(bytes).unwrap()
}

fn texts(entry: &AuditEntry) -> (Vec<String>, Vec<String>) {
    let side = |values: &[keyholder_contract::audit::AuditValue]| {
        values.iter().map(|value| value.text.clone()).collect()
    };
    let change = &entry.changes[0];
    (side(&change.before), side(&change.after))
}

on_both_databases! {
    async fn a_change_tells_who_what_before_after_and_from_where(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let user = admin.read_user(merchant.id, ben.id).await.unwrap();
        let roles = ChangeRoles { role_ids: vec![merchant.roles["support"], merchant.roles["finance"]] };
        admin.change_user_roles(merchant.id, ben.id, user.version, &roles).await.unwrap();

        let log = admin.list_audit_events(merchant.id, &about(ben.id)).await.unwrap();
        let entry = &log.items[0];
        assert_eq!(entry.action, AuditAction::RolesChanged);
        assert_eq!(entry.actor_id, Some(anna.id));
        assert_eq!(entry.target_id, Some(ben.id));
        assert_eq!(entry.changes.len(), 1);
        assert_eq!(entry.changes[0].field, "roles");
        let (before, mut after) = texts(entry);
        after.sort();
        assert_eq!(before, ["cashier"]);
        assert_eq!(after, ["finance", "support"]);
        assert_eq!(entry.changes[0].after[0].kind, AuditValueKind::BuiltInRole);
        let origin = entry.origin.as_ref().unwrap();
        assert_eq!(origin.address.as_deref(), Some("127.0.0.1"));
        assert!(origin.program.as_deref().unwrap().starts_with("Keyholder/"));
        assert!(origin.device.is_some(), "the device of the session");
        assert!(!entry.details_erased);

        // From the role that was given to the event, too.
        let role = AuditQuery {
            about: Some(AuditSubjectId::from_uuid(merchant.roles["finance"].as_uuid())),
            ..AuditQuery::default()
        };
        let log = admin.list_audit_events(merchant.id, &role).await.unwrap();
        assert_eq!(log.items.len(), 1);
        let refused = try_sign_in(&house.client(), &ben.name, "wrong").await;
        assert!(refused.is_err());
        let failed = AuditQuery { action: vec![AuditAction::SignInFailed], ..AuditQuery::default() };
        let log = admin.list_audit_events(merchant.id, &failed).await.unwrap();
        assert_eq!(log.items[0].target_id, Some(ben.id));
        assert!(log.items[0].origin.is_some(), "a stranger has an address");
    }

    async fn pages_and_times_narrow_the_log(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let mut begins = Vec::new();
        for number in 0..6 {
            house.clock.advance(Duration::from_secs(2));
            begins.push(house.app.now());
            let request = verified(&format!("user{number}"), merchant.roles["cashier"]);
            admin.create_user(merchant.id, &request, None).await.unwrap();
        }
        let created = AuditQuery {
            action: vec![AuditAction::UserCreated],
            limit: Some(4),
            ..AuditQuery::default()
        };
        let first = admin.list_audit_events(merchant.id, &created).await.unwrap();
        assert_eq!((first.items.len(), first.page.previous_cursor), (4, None));
        let next = AuditQuery { cursor: first.page.next_cursor, ..created.clone() };
        let second = admin.list_audit_events(merchant.id, &next).await.unwrap();
        assert_eq!((second.items.len(), second.page.next_cursor), (2, None));
        let back = AuditQuery { cursor: second.page.previous_cursor, ..created.clone() };
        let back = admin.list_audit_events(merchant.id, &back).await.unwrap();
        assert_eq!(back.items, first.items);
        let span = AuditQuery { from: Some(begins[1]), until: Some(begins[3]), ..created };
        let span = admin.list_audit_events(merchant.id, &span).await.unwrap();
        let times: Vec<_> = span.items.iter().map(|entry| entry.at).collect();
        assert_eq!(times, [begins[2], begins[1]]);
    }

    async fn the_chain_is_checked_and_tampering_is_named(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        for number in 0..4 {
            let request = verified(&format!("user{number}"), merchant.roles["cashier"]);
            admin.create_user(merchant.id, &request, None).await.unwrap();
        }
        let fresh = admin.verify_audit_events(merchant.id).await.unwrap();
        assert_eq!(fresh.state, VerificationState::Intact);
        assert_eq!((fresh.checkpoint, fresh.fault), (None, None));
        assert_eq!(fresh.verified_up_to, fresh.newest);
        housekeeping::sweep(&house.app).await.unwrap();
        let sealed = admin.verify_audit_events(merchant.id).await.unwrap();
        assert_eq!(sealed.checkpoint.unwrap().sequence, sealed.newest);

        // Somebody with the file cuts off the end of the log, its recorded head along with it.
        house.database.tamper("audit_events", &format!(
            "DELETE FROM audit_subjects WHERE chain = '{0}' AND sequence > 2; \
             DELETE FROM audit_events WHERE chain = '{0}' AND sequence > 2; \
             UPDATE audit_chains SET sequence = 2, hash = (SELECT hash FROM audit_events \
             WHERE chain = '{0}' AND sequence = 2) WHERE chain = '{0}'", merchant.id
        )).await;
        let cut = admin.verify_audit_events(merchant.id).await.unwrap();
        assert_eq!(cut.state, VerificationState::Broken);
        assert_eq!(cut.fault.unwrap().kind, AuditFaultKind::CutOff);

        // And moves the sealed place back; without the key it cannot be sealed.
        house.database.run(&format!(
            "UPDATE audit_checkpoints SET sequence = 2, hash = (SELECT hash FROM audit_events \
             WHERE chain = '{0}' AND sequence = 2) WHERE chain = '{0}'", merchant.id
        )).await.unwrap();
        let forged = admin.verify_audit_events(merchant.id).await.unwrap();
        assert_eq!(forged.fault.unwrap().kind, AuditFaultKind::FalseCheckpoint);
    }

    async fn an_export_holds_what_the_list_shows_and_is_noted(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let mut request = verified("ada", merchant.roles["cashier"]);
        "=1+1".clone_into(&mut request.given_name);
        "Formula".clone_into(&mut request.family_name);
        let formula = admin.create_user(merchant.id, &request, None).await;
        let json = file(&admin, merchant.id, ExportFormat::Json).await;
        let exported: Vec<AuditEntry> = serde_json::from_str(&json).unwrap();
        let listed = admin.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        assert_eq!(exported, listed.items);
        assert_eq!(exported[0].action, AuditAction::ActivityExported);
        assert_eq!(exported[0].actor_id, Some(anna.id));
        let csv = file(&admin, merchant.id, ExportFormat::Csv).await;
        assert!(csv.starts_with("\u{feff}\"Entry\","), "{csv}");
        assert_eq!(csv.lines().count(), listed.items.len() + 2, "a heading, and one entry more");
        assert!(!csv.contains(",\"=1+1"), "{csv}");
        if formula.is_ok() {
            assert!(csv.contains("\"'=1+1 Formula\""), "{csv}");
        }
    }

    async fn who_is_limited_counts_and_exports_only_what_they_see(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let eyes = house.member(&merchant, Member::new("eyes", BuiltInRole::Auditor).at(harbour)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier).at(harbour)).await;
        let limited = house.sign_in(&eyes).await;
        house.sign_in(&ben).await;
        let query = StatisticsQuery::default();
        let before = limited.read_statistics(merchant.id, &query).await.unwrap();
        let log_before = limited.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        let hidden = house.member(&merchant, Member::new("cleo", BuiltInRole::Cashier).at(station)).await;
        house.sign_in(&hidden).await;
        let _ = try_sign_in(&house.client(), &hidden.name, "wrong").await;
        let after = limited.read_statistics(merchant.id, &query).await.unwrap();
        assert_eq!(after, before);
        let log = limited.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        assert_eq!(log, log_before);
        let verification = limited.verify_audit_events(merchant.id).await.unwrap();
        assert_eq!((verification.newest, verification.verified_up_to), (None, None));
        let json = file(&limited, merchant.id, ExportFormat::Json).await;
        assert!(!json.contains(&hidden.id.to_string()));
        let today = before.sign_ins.unwrap().pop().unwrap();
        assert_eq!((today.signed_in, today.failed), (2, 0));
    }

    async fn figures_count_statuses_sign_ins_and_waiting_invitations(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        house.member(&merchant, Member::new("ben", BuiltInRole::Cashier).deactivated()).await;
        let looks = house.member(&merchant, Member::new("dora", BuiltInRole::Support)).await;
        let admin = house.sign_in(&anna).await;
        for name in ["ada", "bea"] {
            let request = verified(name, merchant.roles["cashier"]);
            let user = admin.create_user(merchant.id, &request, None).await.unwrap();
            if name == "bea" {
                admin.invite_user(merchant.id, user.id, None).await.unwrap();
            }
        }
        house.clock.advance(Duration::from_hours(73));
        let admin = house.sign_in(&anna).await;
        let _ = try_sign_in(&house.client(), &looks.name, "wrong").await;
        let figures = admin.read_statistics(merchant.id, &StatisticsQuery::default()).await.unwrap();
        let status = |kind| {
            let statuses = figures.statuses.as_ref().unwrap();
            statuses.iter().find(|count| count.status == kind).unwrap().count
        };
        assert_eq!(status(UserStatusKind::Active), 2);
        assert_eq!(status(UserStatusKind::Deactivated), 1);
        let waiting = |age| {
            let ages = figures.invitations.as_ref().unwrap();
            ages.iter().find(|count| count.age == age).unwrap().count
        };
        assert_eq!(waiting(InvitationAge::NotInvited), 1);
        assert_eq!(waiting(InvitationAge::UnderAWeek), 1);
        assert_eq!(waiting(InvitationAge::UnderOneDay), 0);
        let days = figures.sign_ins.as_ref().unwrap();
        assert_eq!(days.len(), 30);
        assert_eq!(days[29].day, "2023-11-17");
        assert_eq!((days[29].signed_in, days[29].failed), (1, 1));
        assert_eq!((days[26].signed_in, days[26].failed), (1, 0));
        let without = house.sign_in(&looks).await.read_statistics(merchant.id, &StatisticsQuery::default()).await;
        match without {
            Ok(figures) => assert_eq!(figures.sign_ins, None, "needs activity.view"),
            Err(error) => assert_eq!(error.code(), Some(ErrorCode::PermissionMissing)),
        }
    }

    async fn s002_without_the_permission_every_door_answers_403(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let dev = house.member(&merchant, Member::new("dev", BuiltInRole::Developer)).await;
        let session = house.sign_in(&dev).await;
        for code in [
            session.list_users(merchant.id, &UserQuery::default()).await.unwrap_err().code(),
            session.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap_err().code(),
            session.verify_audit_events(merchant.id).await.unwrap_err().code(),
            session.read_statistics(merchant.id, &StatisticsQuery::default()).await.unwrap_err().code(),
        ] {
            assert_eq!(code, Some(ErrorCode::PermissionMissing));
        }
    }
}
