//! What may happen, written once more as plainly as possible: groups are followed one location at a
//! time, and every condition is spelt out.

use super::*;

/// Location 99 stands for "any location added later".
const LATER: u128 = 99;

pub(super) fn reaches(choice: &ScopeChoice, world: &Groups, number: u128) -> bool {
    match choice {
        ScopeChoice::All => true,
        ScopeChoice::NoneYet => false,
        ScopeChoice::Only { locations, groups } => {
            let mut found = false;
            for location in locations {
                found |= location.as_uuid().as_u128() == number;
            }
            for (id, members) in world {
                for location in members {
                    found |= groups.contains(id) && location.as_uuid().as_u128() == number;
                }
            }
            found
        }
    }
}

pub(super) fn within(inner: &ScopeChoice, outer: &ScopeChoice, world: &Groups) -> bool {
    [1, 2, 3, 4, LATER]
        .into_iter()
        .all(|number| !reaches(inner, world, number) || reaches(outer, world, number))
}

pub(super) fn anywhere(choice: &ScopeChoice, world: &Groups) -> bool {
    [1, 2, 3, 4, LATER]
        .into_iter()
        .any(|number| reaches(choice, world, number))
}

pub(super) fn sees(actor: &ScopeChoice, target: &ScopeChoice, world: &Groups) -> bool {
    *actor == ScopeChoice::All || (anywhere(target, world) && within(target, actor, world))
}

pub(super) fn works(held: PermissionSet, word: Permission) -> bool {
    let needs: &[Permission] = match word {
        Permission::UsersManage => &[Permission::UsersView],
        Permission::AdministratorsManage => &[Permission::UsersManage, Permission::UsersView],
        Permission::LocationsManage => &[Permission::LocationsView],
        Permission::TransactionsCredit => &[Permission::TransactionsView],
        _ => &[],
    };
    held.contains(word) && needs.iter().all(|each| held.contains(*each))
}

pub(super) fn changes_scope(
    own: (PermissionSet, &ScopeChoice),
    theirs: (PermissionSet, &ScopeChoice),
    after: &ScopeChoice,
    foreign: bool,
    world: &Groups,
) -> bool {
    works(own.0, Permission::UsersView)
        && works(own.0, Permission::UsersManage)
        && sees(own.1, theirs.1, world)
        && theirs.0.iter().all(|each| works(own.0, each))
        && (!theirs.0.contains(Permission::UsersManage)
            || works(own.0, Permission::AdministratorsManage))
        && !foreign
        && within(after, own.1, world)
        && (*own.1 == ScopeChoice::All || anywhere(after, world))
        && (!theirs.0.contains(Permission::AdministratorsManage) || *after == ScopeChoice::All)
}
