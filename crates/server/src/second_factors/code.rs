//! The codes of an authenticator (RFC 6238), and the address that an app reads its secret from.

use keyholder_domain::{
    second_factor::time_code::{self, PERIOD, TimeCodeAlgorithm},
    timestamp::Timestamp,
};
use keyholder_store::authenticators::CodeSource;
use subtle::ConstantTimeEq as _;
use totp_rs::{Algorithm, Builder, Totp};

use crate::http::{ApiError, ApiResult};

/// Whose secret it is, as an app shows it above the code.
const ISSUER: &str = "Keyholder";

/// Makes the codes of one secret.
pub(super) struct CodeMaker(Totp);

impl CodeMaker {
    /// For an opened secret. `owner` is shown by the app beside the issuer.
    pub(super) fn new(source: &CodeSource, secret: &[u8], owner: &str) -> ApiResult<Self> {
        let algorithm = match source.algorithm {
            TimeCodeAlgorithm::Sha1 => Algorithm::SHA1,
            TimeCodeAlgorithm::Sha256 => Algorithm::SHA256,
            TimeCodeAlgorithm::Sha512 => Algorithm::SHA512,
        };
        Builder::new()
            .with_algorithm(algorithm)
            .with_digits(source.digits.number())
            .with_step_duration(PERIOD.as_secs())
            .with_secret(secret)
            .with_issuer(Some(ISSUER))
            // A colon parts issuer and owner, and stands in neither.
            .with_account_name(owner.replace(':', " "))
            .build()
            .map(Self)
            .map_err(ApiError::internal)
    }

    /// The step among those that are taken now whose code this is. Every comparison takes the same
    /// time, and all are made.
    pub(super) fn matching_step(&self, digits: &str, now: Timestamp) -> Option<u64> {
        let mut matching = None;
        for step in time_code::taken_at(now) {
            let code = self.at_step(step);
            if bool::from(code.as_bytes().ct_eq(digits.as_bytes())) {
                matching = matching.or(Some(step));
            }
        }
        matching
    }

    /// The code of a step.
    pub(super) fn at_step(&self, step: u64) -> String {
        self.0.generate(step * PERIOD.as_secs()).to_string()
    }

    /// The secret as people type it where they cannot scan (base 32).
    pub(super) fn secret(&self) -> String {
        self.0.secret().to_base32()
    }

    /// The address in the QR code.
    pub(super) fn uri(&self) -> ApiResult<String> {
        self.0.to_url().map_err(ApiError::internal)
    }
}

#[cfg(test)]
mod tests {
    use std::{process::Command, time::Duration};

    use keyholder_domain::second_factor::time_code::CodeDigits;

    use super::*;

    fn maker(algorithm: TimeCodeAlgorithm, digits: CodeDigits, secret: &[u8]) -> CodeMaker {
        let source = CodeSource {
            algorithm,
            digits,
            sealed_secret: Vec::new(),
        };
        CodeMaker::new(&source, secret, "maria@example.com").unwrap()
    }

    /// The secrets of RFC 6238, appendix B (with the lengths of erratum 2866).
    fn rfc_secret(algorithm: TimeCodeAlgorithm) -> &'static [u8] {
        const ALL: &[u8; 64] = b"1234567890123456789012345678901234567890123456789012345678901234";
        match algorithm {
            TimeCodeAlgorithm::Sha1 => &ALL[..20],
            TimeCodeAlgorithm::Sha256 => &ALL[..32],
            TimeCodeAlgorithm::Sha512 => &ALL[..],
        }
    }

    #[test]
    fn threat_08_the_vectors_of_rfc_6238() {
        use TimeCodeAlgorithm::{Sha1, Sha256, Sha512};
        for (seconds, sha1, sha256, sha512) in [
            (59, "94287082", "46119246", "90693936"),
            (1_111_111_109, "07081804", "68084774", "25091201"),
            (1_111_111_111, "14050471", "67062674", "99943326"),
            (1_234_567_890, "89005924", "91819424", "93441116"),
            (2_000_000_000, "69279037", "90698825", "38618901"),
            (20_000_000_000, "65353130", "77737706", "47863826"),
        ] {
            for (algorithm, code) in [(Sha1, sha1), (Sha256, sha256), (Sha512, sha512)] {
                let maker = maker(algorithm, CodeDigits::Eight, rfc_secret(algorithm));
                assert_eq!(maker.at_step(seconds / 30), code, "{algorithm:?} {seconds}");
            }
        }
    }

    #[test]
    fn s108_codes_agree_with_oathtool() {
        let secret: Vec<u8> = (0..20).map(|byte| byte * 11 + 3).collect();
        for algorithm in TimeCodeAlgorithm::ALL {
            for digits in [CodeDigits::Six, CodeDigits::Eight] {
                let maker = maker(algorithm, digits, &secret);
                for seconds in [0, 59, 1_700_000_000, 4_000_000_000_u64] {
                    let name = algorithm.code().to_uppercase();
                    let output = Command::new("oathtool")
                        .arg(format!("--totp={name}"))
                        .args(["--digits", &digits.number().to_string(), "--base32"])
                        .arg(format!("--now=@{seconds}"))
                        .arg(maker.secret())
                        .output()
                        .unwrap();
                    let theirs = String::from_utf8(output.stdout).unwrap();
                    assert_eq!(
                        maker.at_step(seconds / 30),
                        theirs.trim(),
                        "{name} {seconds}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_present_code_and_the_one_before_match_and_no_other() {
        let maker = maker(TimeCodeAlgorithm::Sha1, CodeDigits::Six, &[9; 20]);
        let now = Timestamp::from_micros(1_700_000_010_000_000);
        let step = time_code::step_at(now);
        for (of, matches) in [
            (step - 2, None),
            (step - 1, Some(step - 1)),
            (step, Some(step)),
            (step + 1, None),
        ] {
            assert_eq!(maker.matching_step(&maker.at_step(of), now), matches);
        }
        let late = now + Duration::from_secs(30);
        assert_eq!(maker.matching_step(&maker.at_step(step), late), Some(step));
        assert_eq!(maker.matching_step("", now), None);
    }

    #[test]
    fn s108_the_address_names_issuer_owner_and_what_differs_from_the_usual() {
        let usual = maker(TimeCodeAlgorithm::Sha1, CodeDigits::Six, &[0; 20]);
        assert_eq!(
            usual.uri().unwrap(),
            "otpauth://totp/Keyholder:maria%40example.com\
             ?secret=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&issuer=Keyholder"
        );
        let other = maker(TimeCodeAlgorithm::Sha256, CodeDigits::Eight, &[0; 20]);
        let uri = other.uri().unwrap();
        assert!(
            uri.contains("digits=8") && uri.contains("algorithm=SHA256"),
            "{uri}"
        );
    }
}
