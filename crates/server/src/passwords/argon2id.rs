//! One hash, as a PHC string, in memory that is brought along.
//!
//! The crate's own way from and to PHC strings gets its memory anew for each hash.

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::phc::{Ident, Output, ParamsString, PasswordHash, Salt},
};
use keyholder_contract::problem::ErrorCode;
use subtle::ConstantTimeEq as _;

use super::Cost;
use crate::http::{ApiError, ApiResult};

/// Bytes of a new hash.
const LENGTH: usize = 32;

/// Hashes a password with a salt that nobody else has.
pub(super) fn hash(
    cost: Cost,
    password: &[u8],
    salt: &[u8; 16],
    memory: &mut Vec<Block>,
) -> ApiResult<String> {
    let mut output = [0; LENGTH];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters(cost)?);
    compute(&argon2, password, salt, &mut output, memory)?;
    text(cost, salt, &output)
}

/// The text of a hash of this cost.
pub(super) fn text(cost: Cost, salt: &[u8; 16], output: &[u8; LENGTH]) -> ApiResult<String> {
    let parameters = parameters(cost)?;
    let phc = PasswordHash {
        algorithm: Ident::new(Algorithm::Argon2id.as_str()).map_err(ApiError::internal)?,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&parameters).map_err(ApiError::internal)?,
        salt: Some(Salt::new(salt).map_err(ApiError::internal)?),
        hash: Some(Output::new(output).map_err(ApiError::internal)?),
    };
    Ok(phc.to_string())
}

fn parameters(cost: Cost) -> ApiResult<Params> {
    Params::new(cost.memory, cost.passes, cost.lanes, Some(LENGTH)).map_err(ApiError::internal)
}

/// Whether a password gives this hash, computed with the parameters that the hash names.
pub(super) fn gives(
    stored: &PasswordHash,
    password: &[u8],
    memory: &mut Vec<Block>,
) -> ApiResult<bool> {
    let (Some(salt), Some(expected)) = (&stored.salt, &stored.hash) else {
        return Err(ErrorCode::Internal.into());
    };
    let algorithm = Algorithm::try_from(stored.algorithm.as_str()).map_err(ApiError::internal)?;
    let version = Version::try_from(stored.version.unwrap_or_default());
    let parameters = Params::try_from(stored).map_err(ApiError::internal)?;
    let argon2 = Argon2::new(algorithm, version.map_err(ApiError::internal)?, parameters);
    let mut output = vec![0; expected.len()];
    compute(&argon2, password, salt, &mut output, memory)?;
    Ok(output.ct_eq(expected.as_bytes()).into())
}

fn compute(
    argon2: &Argon2<'_>,
    password: &[u8],
    salt: &[u8],
    output: &mut [u8],
    memory: &mut Vec<Block>,
) -> ApiResult<()> {
    memory.resize(argon2.params().block_count(), Block::new());
    argon2
        .hash_password_into_with_memory(password, salt, output, memory)
        .map_err(ApiError::internal)
}

#[cfg(test)]
mod tests {
    use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

    use super::*;

    const COST: Cost = Cost {
        memory: 64,
        passes: 2,
        lanes: 1,
    };

    fn theirs() -> Argon2<'static> {
        let parameters = Params::new(COST.memory, COST.passes, COST.lanes, None).unwrap();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
    }

    #[test]
    fn the_crate_makes_and_takes_the_same_text() {
        let ours = hash(COST, b"a password", b"sixteen bytes ok", &mut Vec::new()).unwrap();
        let made = theirs().hash_password_with_salt(b"a password", b"sixteen bytes ok");
        assert_eq!(made.unwrap().to_string(), ours);
        assert!(
            theirs()
                .verify_password(b"a password", ours.as_str())
                .is_ok()
        );
    }

    #[test]
    fn memory_with_something_in_it_changes_no_hash() {
        let mut memory = Vec::new();
        let first = hash(COST, b"a password", b"sixteen bytes ok", &mut memory).unwrap();
        let other = Cost {
            memory: 256,
            ..COST
        };
        hash(other, b"another", b"sixteen bytes no", &mut memory).unwrap();
        let again = hash(COST, b"a password", b"sixteen bytes ok", &mut memory).unwrap();
        assert_eq!(first, again);
        let stored = PasswordHash::new(&first).unwrap();
        assert!(gives(&stored, b"a password", &mut memory).unwrap());
        assert!(!gives(&stored, b"A password", &mut memory).unwrap());
    }

    #[test]
    fn a_text_without_salt_or_of_another_kind_is_an_error() {
        for text in [
            "$argon2id$v=19$m=64,t=2,p=1",
            "$scrypt$ln=1$c29tZXNhbHQ$c29tZWhhc2hvZnRoaXM",
        ] {
            let stored = PasswordHash::new(text).unwrap();
            assert!(
                gives(&stored, b"a password", &mut Vec::new()).is_err(),
                "{text}"
            );
        }
    }
}
