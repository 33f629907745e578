//! Chains that are whole, and every way in which one is not.

use uuid::Uuid;

use super::*;

fn chain(length: i64) -> Vec<(ChainedFields, Hash, [u8; 16], String)> {
    let mut previous = GENESIS;
    (1..=length)
        .map(|sequence| {
            let salt = [u8::try_from(sequence).unwrap(); 16];
            let details = format!(r#"{{"n":{sequence}}}"#);
            let fields = ChainedFields {
                customer_id: Some(CustomerId::from_uuid(Uuid::from_u128(1))),
                sequence,
                id: AuditEventId::from_uuid(Uuid::from_u128(sequence.unsigned_abs().into())),
                at: Timestamp::from_micros(sequence),
                actor_id: None,
                action: AuditAction::SignedIn,
                target_id: None,
                commitment: commitment(&salt, &details),
            };
            previous = entry_hash(&fields, &previous);
            (fields, previous, salt, details)
        })
        .collect()
}

fn walk(chain: &[(ChainedFields, Hash, [u8; 16], String)]) -> Result<ChainWalk, ChainFault> {
    let mut walk = ChainWalk::default();
    for (fields, hash, salt, details) in chain {
        walk.step(fields, hash, Some((salt, details)))?;
    }
    Ok(walk)
}

#[test]
fn an_untouched_chain_passes_and_erased_details_break_nothing() {
    let entries = chain(5);
    let head = entries.last().unwrap().1;
    assert_eq!(walk(&entries).unwrap().finish(5, &head), Ok(()));
    let mut erased = ChainWalk::default();
    for (fields, hash, ..) in &entries {
        erased.step(fields, hash, None).unwrap();
    }
}

#[test]
fn every_kind_of_tampering_is_named_with_its_place() {
    let mut changed = chain(5);
    changed[2].0.action = AuditAction::SignedOut;
    assert_eq!(walk(&changed).unwrap_err(), ChainFault::Altered(3));

    let mut removed = chain(5);
    removed.remove(2);
    assert_eq!(walk(&removed).unwrap_err(), ChainFault::Gap(3));

    let mut reworded = chain(5);
    reworded[3].3 = "{}".to_owned();
    assert_eq!(walk(&reworded).unwrap_err(), ChainFault::DetailsAltered(4));

    let mut swapped = chain(5);
    swapped.swap(1, 2);
    assert!(walk(&swapped).is_err());

    let entries = chain(5);
    let head = entries.last().unwrap().1;
    assert_eq!(
        walk(&entries[..4]).unwrap().finish(5, &head),
        Err(ChainFault::CutOff(4))
    );
}

#[test]
fn a_walk_goes_on_behind_a_known_entry_and_meets_a_checkpoint() {
    let entries = chain(5);
    let (third, last) = (entries[2].1, entries[4].1);
    let mut walk = ChainWalk::behind(3, third);
    for (fields, hash, ..) in &entries[3..] {
        walk.step(fields, hash, None).unwrap();
    }
    assert_eq!((walk.sequence(), walk.hash()), (5, last));
    assert_eq!(walk.meets(5, &last), Ok(()));
    assert_eq!(walk.meets(5, &third), Err(ChainFault::Altered(5)));
    let mut elsewhere = ChainWalk::behind(3, last);
    assert_eq!(
        elsewhere.step(&entries[3].0, &entries[3].1, None),
        Err(ChainFault::Altered(4))
    );
}

#[test]
fn no_two_checkpoints_read_alike() {
    let customer = |number| Some(CustomerId::from_uuid(Uuid::from_u128(number)));
    let at = Timestamp::from_micros;
    let texts = [
        checkpoint_text(None, 1, &GENESIS, at(1)),
        checkpoint_text(customer(1), 1, &GENESIS, at(1)),
        checkpoint_text(customer(2), 1, &GENESIS, at(1)),
        checkpoint_text(customer(1), 2, &GENESIS, at(1)),
        checkpoint_text(customer(1), 1, &[1; 32], at(1)),
        checkpoint_text(customer(1), 1, &GENESIS, at(2)),
    ];
    let distinct: std::collections::BTreeSet<_> = texts.iter().collect();
    assert_eq!(distinct.len(), texts.len());
}

#[test]
fn time_never_runs_backwards() {
    let at = Timestamp::from_micros;
    assert_eq!(follow(at(5), None), at(5));
    assert_eq!(follow(at(5), Some(at(3))), at(5));
    assert_eq!(follow(at(5), Some(at(9))), at(9));
}
