//! The 24 attempts that must fail, as far as they are decided by a rule: against real signatures of a real
//! key. What needs a network or an installation (8, 21, 22, and that nothing was written) is for the app.

use keyholder_updates::{Channel, Refusal, accept, offer};

use crate::release::{Attempt, BYTES, Key, NOW, comment, file, installed, keys_of, places};

/// An attempt that differs from an honest release in one thing.
pub(crate) fn attempt(change: impl FnOnce(&mut Attempt)) -> Result<(), Refusal> {
    let mut attempt = Attempt::honest();
    change(&mut attempt);
    attempt.run()
}

#[test]
fn an_honest_release_is_offered_and_accepted() {
    attempt(|_| ()).unwrap();
}

#[test]
fn update_attack_01_no_signature() {
    let refused = attempt(|attempt| attempt.signature = Some(String::new()));
    assert_eq!(refused, Err(Refusal::SignatureMalformed));
}

#[test]
fn update_attack_02_a_signature_of_other_bytes() {
    let refused = attempt(|attempt| attempt.signed_bytes = b"something else".to_vec());
    assert_eq!(refused, Err(Refusal::SignatureWrong));
}

#[test]
fn update_attack_03_a_signature_that_cannot_be_read() {
    for text in ["%%%", "bm90IGEgc2lnbmF0dXJl", &"A".repeat(10_000)] {
        let refused = attempt(|attempt| attempt.signature = Some(text.to_owned()));
        assert_eq!(refused, Err(Refusal::SignatureMalformed), "{text}");
    }
}

#[test]
fn update_attack_04_one_bit_of_the_file_changed() {
    for bit in 0..BYTES.len() * 8 {
        let refused = attempt(|attempt| {
            let byte = attempt.fetched.get_mut(bit / 8).unwrap();
            *byte ^= 1 << (bit % 8);
        });
        assert_eq!(refused, Err(Refusal::SignatureWrong), "bit {bit}");
    }
}

#[test]
fn update_attack_05_cut_off() {
    for length in 0..BYTES.len() {
        let refused = attempt(|attempt| attempt.fetched.truncate(length));
        assert_eq!(refused, Err(Refusal::SignatureWrong), "{length} bytes");
    }
}

#[test]
fn update_attack_06_bytes_appended() {
    let refused = attempt(|attempt| attempt.fetched.push(0));
    assert_eq!(refused, Err(Refusal::SignatureWrong));
}

#[test]
fn update_attack_07_signed_by_another_key() {
    let refused = attempt(|attempt| attempt.signer = Key::new());
    assert_eq!(refused, Err(Refusal::SignatureWrong));
}

#[test]
fn update_attack_09_what_is_signed_beside_the_bytes_was_changed() {
    let refused = attempt(|attempt| {
        attempt.forged_comment = Some(comment(&file("9.9.9"), Some("9.9.9"), NOW));
        attempt.version = "9.9.9".to_owned();
    });
    assert_eq!(refused, Err(Refusal::SignatureWrong));
}

#[test]
fn update_attack_10_an_older_version() {
    let refused = attempt(|attempt| attempt.release("0.9.0"));
    assert_eq!(refused, Err(Refusal::NotNewer));
}

#[test]
fn update_attack_11_an_older_file_announced_as_a_newer_one() {
    let refused = attempt(|attempt| {
        attempt.release("0.9.0");
        attempt.version = "2.0.0".to_owned();
    });
    assert_eq!(refused, Err(Refusal::VersionMismatch));
    // Nor with a name that fits the announcement.
    let refused = attempt(|attempt| {
        attempt.comment = comment(&file("1.1.0"), Some("0.9.0"), NOW);
    });
    assert_eq!(refused, Err(Refusal::VersionMismatch));
    let refused = attempt(|attempt| {
        attempt.comment = comment(&file("0.9.0"), Some("1.1.0"), NOW);
    });
    assert_eq!(refused, Err(Refusal::VersionMismatch));
}

#[test]
fn update_attack_12_a_signature_without_a_version() {
    let refused = attempt(|attempt| attempt.comment = comment(&file("1.1.0"), None, NOW));
    assert_eq!(refused, Err(Refusal::SignatureUnbound));
    let twice = format!(
        "{}\tversion:0.9.0",
        comment(&file("1.1.0"), Some("1.1.0"), NOW)
    );
    let refused = attempt(|attempt| attempt.comment = twice);
    assert_eq!(refused, Err(Refusal::SignatureUnbound));
}

#[test]
fn update_attack_13_the_same_version() {
    let mut same = Attempt::honest();
    same.release("1.0.0");
    let offered = offer(&installed(), &same.memory, &places(), &same.manifest(), 0);
    assert_eq!(offered, Ok(None));
    // Nor is it accepted by somebody who offers it all the same.
    let refused = accept(
        &installed(),
        &same.memory,
        &same.keys(),
        &same.forced(),
        BYTES,
    );
    assert_eq!(refused.unwrap_err(), Refusal::NotNewer);
}

#[test]
fn update_attack_14_a_pre_release_on_the_stable_channel() {
    let refused = attempt(|attempt| attempt.release("1.1.0-beta.1"));
    assert_eq!(refused, Err(Refusal::PreRelease));
}

#[test]
fn update_attack_15_another_platform_with_a_genuine_signature() {
    for target in [
        "linux-aarch64-deb",
        "windows-x86_64-nsis",
        "linux-x86_64-rpm",
    ] {
        let name = format!("keyholder_1.1.0_stable_{target}.bin");
        let refused = attempt(|attempt| attempt.comment = comment(&name, Some("1.1.0"), NOW));
        assert_eq!(refused, Err(Refusal::OtherTarget), "{target}");
    }
}

#[test]
fn update_attack_16_another_product_or_channel_with_the_same_key() {
    let signed = |name: &str| {
        let name = name.to_owned();
        attempt(|attempt| attempt.comment = comment(&name, Some("1.1.0"), NOW))
    };
    let other = signed("keyring_1.1.0_stable_linux-x86_64-deb.deb");
    assert_eq!(other, Err(Refusal::OtherProduct));
    let other = signed("keyholder_1.1.0_beta_linux-x86_64-deb.deb");
    assert_eq!(other, Err(Refusal::OtherChannel));
    for name in [
        "",
        "keyholder",
        "keyholder_1.1.0_stable",
        "keyholder_1.1.0_stable_linux",
    ] {
        assert_eq!(
            signed(name).unwrap_err().code().get(..7),
            Some("update_"),
            "{name}"
        );
    }
    let other = attempt(|attempt| attempt.product = "keyring".to_owned());
    assert_eq!(other, Err(Refusal::OtherProduct));
    let other = attempt(|attempt| attempt.channel = Channel::Beta);
    assert_eq!(other, Err(Refusal::OtherChannel));
}

#[test]
fn a_release_with_a_new_key_is_signed_by_the_old_one() {
    let (old, new) = (Key::new(), Key::new());
    // Who has the old build takes the release that brings both keys, and then one of the new key.
    let run = |trusted: &[&Key], signer: &Key| {
        let mut attempt = Attempt::honest();
        attempt.trusted = Some(keys_of(trusted));
        attempt.signer = signer.clone();
        attempt.run()
    };
    run(&[&old], &old).unwrap();
    run(&[&old, &new], &new).unwrap();
    run(&[&old, &new], &old).unwrap();
    assert_eq!(run(&[&new], &old), Err(Refusal::SignatureWrong));
}
