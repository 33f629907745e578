//! Who may agree, decided a second time by other means.

use proptest::prelude::*;

use super::*;

prop_compose! {
    /// Sets out of permissions that interact.
    fn sets()(bits in any::<u8>()) -> PermissionSet {
        [
            Permission::UsersView,
            Permission::UsersManage,
            Permission::AdministratorsManage,
            Permission::TransactionsView,
            Permission::TransactionsCredit,
            Permission::PayoutsView,
        ]
        .into_iter()
        .enumerate()
        .filter(|(place, _)| bits & (1 << place) != 0)
        .map(|(_, permission)| permission)
        .collect()
    }
}

prop_compose! {
    fn accesses()(permissions in sets(), everywhere in proptest::bool::weighted(0.8)) -> Access {
        let place = LocationId::from_uuid(Uuid::from_u128(7));
        Access {
            permissions,
            scope: if everywhere { LocationScope::All } else { LocationScope::only([place]).unwrap() },
        }
    }
}

/// Who may agree, once more and as plainly as possible: words in lists, every condition spelt out.
fn oracle(
    who: &Granter,
    change: &PendingChange,
    (target, reach): (&Target, &LocationScope),
    same: bool,
    hours: u64,
) -> bool {
    let words = |set: PermissionSet| set.iter().map(Permission::code).collect::<Vec<_>>();
    let held = words(who.actor.access.permissions);
    let has = |word: &str| held.contains(&word);
    let administrates = has("users.view") && has("users.manage") && has("administrators.manage");
    let credit_works = has("transactions.view");
    let outranks = |set: PermissionSet| {
        words(set)
            .into_iter()
            .all(|word| has(word) && (word != "transactions.credit" || credit_works))
    };
    let limited_administrator = *reach != LocationScope::All
        && words(change.basis.gives).contains(&"administrators.manage");
    let is_open = change.ended.is_none() && same && hours < 72;
    let is_second = who.actor.user_id != change.asked_by && who.actor.user_id != change.target;
    is_open
        && is_second
        && who.stood_when_asked
        && !who.in_the_askers_hand
        && administrates
        && who.actor.access.scope == LocationScope::All
        && outranks(target.access.permissions)
        && outranks(change.basis.gives)
        && !limited_administrator
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn l01_granting_agrees_with_an_independent_oracle(
        own in accesses(),
        theirs in accesses(),
        gives in sets(),
        (asker, target, second) in (1_u128..4, 1_u128..4, 1_u128..4),
        (stood, in_hand) in (proptest::bool::weighted(0.9), proptest::bool::weighted(0.1)),
        (same, refused) in (proptest::bool::weighted(0.9), proptest::bool::weighted(0.1)),
        hours in prop_oneof![Just(0_u64), Just(71), Just(72), Just(100)],
        reach in prop_oneof![
            Just(None),
            Just(Some(LocationScope::All)),
            Just(Some(LocationScope::NoneYet)),
            Just(Some(LocationScope::only([LocationId::from_uuid(Uuid::from_u128(7))]).unwrap())),
        ],
    ) {
        // Other locations leave what one may do as it is.
        let gives = if reach.is_some() { theirs.permissions } else { gives };
        let change = PendingChange {
            asked_by: user(asker),
            target: user(target),
            basis: Basis { version: 1, gives },
            ended: refused.then_some(ChangeState::Refused),
            ..change()
        };
        let who = Granter {
            actor: Actor { user_id: user(second), access: own },
            stood_when_asked: stood,
            in_the_askers_hand: in_hand,
        };
        let target = Target { user_id: user(target), access: theirs, foreign: false };
        let keeps = target.access.scope.clone();
        let scope = reach.clone().unwrap_or(keeps);
        let after = Access { permissions: gives, scope: scope.clone() };
        let now_true = same.then_some(change.basis);
        let action = if reach.is_some() {
            UserAction::ChangeScope(after)
        } else {
            UserAction::ChangeRoles(after)
        };
        let now = ASKED + Duration::from_hours(hours);
        let allowed = {
            let directly = access::may(&who.actor, &action, &target);
            may_grant(&change, now_true, &who, directly, now).is_ok()
        };
        prop_assert_eq!(allowed, oracle(&who, &change, (&target, &scope), same, hours));
    }
}
