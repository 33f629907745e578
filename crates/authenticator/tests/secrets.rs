//! Types that hold secrets can neither be printed nor turned into data: it does not compile.

use std::fmt::{Debug, Display};

use keyholder_authenticator::{
    account::{Account, Note},
    code::{Code, TimeCodes},
    entry::Entry,
    search::SearchIndex,
    secret::OtpSecret,
    vault::{KeychainKey, NewSlot, Passphrase, UnlockKey, Vault},
};
use serde::{Serialize, de::DeserializeOwned};
use static_assertions::assert_not_impl_any;

macro_rules! secret {
    ($($secret:ty),+ $(,)?) => {
        $(assert_not_impl_any!($secret: Debug, Display, Serialize, DeserializeOwned, AsRef<[u8]>, AsRef<str>);)+
    };
}

secret!(
    Account,
    Code,
    Entry,
    KeychainKey,
    NewSlot<'static>,
    Note,
    OtpSecret,
    Passphrase,
    SearchIndex,
    TimeCodes,
    UnlockKey<'static>,
    Vault,
);
