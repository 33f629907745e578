//! The key that a device proves to hold with every request (RFC 9449).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{
    EncodingKey,
    jwk::{
        AlgorithmParameters, CommonParameters, EllipticCurve, EllipticCurveKeyParameters,
        EllipticCurveKeyType, Jwk, ThumbprintHash,
    },
};
use p256::{SecretKey, elliptic_curve::sec1::ToSec1Point as _, pkcs8::EncodePrivateKey as _};
use rand::{TryRng as _, rngs::SysRng};
use zeroize::Zeroizing;

/// A P-256 key pair: the curve that TPMs and the Secure Enclave can hold. Memory that held the
/// secret is overwritten when the key is dropped; it cannot be printed.
pub struct DeviceKey {
    secret: SecretKey,
    signing: EncodingKey,
    public: Jwk,
    thumbprint: String,
}

/// Bytes that are not a P-256 secret, or a machine that gives no random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a P-256 device key")]
pub struct InvalidDeviceKey;

impl DeviceKey {
    /// A new key from the operating system's randomness.
    pub fn generate() -> Result<Self, InvalidDeviceKey> {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        loop {
            SysRng
                .try_fill_bytes(&mut *bytes)
                .map_err(|_| InvalidDeviceKey)?;
            // One draw in 2^32 lies above the order of the curve.
            if let Ok(key) = Self::from_bytes(&bytes) {
                return Ok(key);
            }
        }
    }

    /// The key with this secret, big-endian.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, InvalidDeviceKey> {
        let secret = SecretKey::from_slice(bytes).map_err(|_| InvalidDeviceKey)?;
        let der = secret.to_pkcs8_der().map_err(|_| InvalidDeviceKey)?;
        let point = secret.public_key().to_sec1_point(false);
        let (Some(x), Some(y)) = (point.x(), point.y()) else {
            return Err(InvalidDeviceKey);
        };
        let public = Jwk {
            common: CommonParameters::default(),
            algorithm: AlgorithmParameters::EllipticCurve(EllipticCurveKeyParameters {
                key_type: EllipticCurveKeyType::EC,
                curve: EllipticCurve::P256,
                x: URL_SAFE_NO_PAD.encode(x),
                y: URL_SAFE_NO_PAD.encode(y),
            }),
        };
        let thumbprint = public
            .thumbprint(ThumbprintHash::SHA256)
            .map_err(|_| InvalidDeviceKey)?;
        Ok(Self {
            signing: EncodingKey::from_ec_der(der.as_bytes()),
            secret,
            public,
            thumbprint,
        })
    }

    /// The secret, for the operating system's keychain and nothing else.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.secret.to_bytes().into())
    }

    /// The SHA-256 thumbprint of the public key (RFC 7638), base64url.
    pub fn thumbprint(&self) -> &str {
        &self.thumbprint
    }

    pub(crate) fn signing(&self) -> &EncodingKey {
        &self.signing
    }

    pub(crate) fn public(&self) -> &Jwk {
        &self.public
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_comes_back_from_its_bytes() {
        let key = DeviceKey::generate().unwrap();
        let again = DeviceKey::from_bytes(&key.to_bytes()).unwrap();
        assert_eq!(key.thumbprint(), again.thumbprint());
        assert_eq!(key.thumbprint().len(), 43);
    }

    #[test]
    fn bytes_outside_of_the_curve_are_refused() {
        assert_eq!(
            DeviceKey::from_bytes(&[0; 32]).err(),
            Some(InvalidDeviceKey)
        );
        assert_eq!(
            DeviceKey::from_bytes(&[0xff; 32]).err(),
            Some(InvalidDeviceKey)
        );
    }
}
