//! What the page may know of a file that is looked at: names and reasons, and no seed.

use keyholder_authenticator::{
    import::{EntryProblem, Found, Known, Preview, Refused, Source},
    otpauth::OtpauthError,
};
use serde::Serialize;

use crate::{
    ipc_error::IpcError,
    vault::{problem::reason_of, view::CodeKind},
};

/// What comes next when something was handed over.
#[derive(Serialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum ImportStep {
    /// Nothing was handed over after all.
    Nothing,
    /// It is sealed: its password is asked for.
    Password {
        /// Which program sealed it.
        program: ImportProgram,
        /// The name of the file.
        file: Option<String>,
    },
    /// What it holds.
    Preview(ImportPreview),
}

/// What a file or a picture holds.
#[derive(Serialize, specta::Type)]
pub(crate) struct ImportPreview {
    /// Which program it is of.
    program: ImportProgram,
    /// The name of the file, if it is one.
    file: Option<String>,
    /// How many files it is of; 1 also of what is no file.
    pub(super) files: u32,
    /// Which of several files are left out, and why.
    pub(super) left_out: Vec<LeftOutFile>,
    /// What can be taken over; each is known by its place from 0.
    found: Vec<ImportAccount>,
    /// What cannot.
    refused: Vec<ImportRefusal>,
    /// The numbers of the parts of an export that are somewhere else.
    missing_parts: Vec<u32>,
}

/// One of several files, of which nothing is taken over.
#[derive(Serialize, specta::Type)]
pub(crate) struct LeftOutFile {
    /// Its name.
    pub(super) file: String,
    /// Why.
    pub(super) why: IpcError,
}

/// An account that can be taken over.
#[derive(Serialize, specta::Type)]
pub(crate) struct ImportAccount {
    /// Who asks for the codes; may be empty.
    issuer: String,
    /// Whose account it is there; may be empty.
    name: String,
    /// How its codes are made.
    kind: CodeKind,
    /// Whether it is kept already.
    known: ImportKnown,
}

/// Whether an account is kept already.
#[derive(Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
enum ImportKnown {
    /// It is new.
    No,
    /// The vault has it.
    InVault,
    /// It stands in the file before.
    InFile,
}

/// An entry that cannot be taken over.
#[derive(Serialize, specta::Type)]
pub(crate) struct ImportRefusal {
    /// Which entry of the file, from 1.
    place: u32,
    /// What is known of its name; may be empty.
    name: String,
    /// Why: the word of a text.
    reason: &'static str,
}

/// Which program a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ImportProgram {
    /// A vault or a backup of Keyholder.
    Keyholder,
    /// Addresses, one in each line, or a QR code.
    List,
    /// Google Authenticator.
    Google,
    /// Aegis.
    Aegis,
    /// andOTP.
    AndOtp,
    /// 2FAS.
    TwoFas,
    /// Ente Auth.
    Ente,
    /// Bitwarden.
    Bitwarden,
    /// Proton.
    Proton,
    /// `KeePassXC`.
    KeePass,
    /// A table of another password store.
    Table,
}

impl ImportProgram {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Keyholder => "keyholder",
            Self::List => "list",
            Self::Google => "google",
            Self::Aegis => "aegis",
            Self::AndOtp => "and_otp",
            Self::TwoFas => "two_fas",
            Self::Ente => "ente",
            Self::Bitwarden => "bitwarden",
            Self::Proton => "proton",
            Self::KeePass => "kee_pass",
            Self::Table => "table",
        }
    }
}

impl From<Source> for ImportProgram {
    fn from(source: Source) -> Self {
        match source {
            Source::Keyholder => Self::Keyholder,
            Source::List => Self::List,
            Source::Google => Self::Google,
            Source::Aegis => Self::Aegis,
            Source::AndOtp => Self::AndOtp,
            Source::TwoFas => Self::TwoFas,
            Source::Ente => Self::Ente,
            Source::Bitwarden => Self::Bitwarden,
            Source::Proton => Self::Proton,
            Source::KeePass => Self::KeePass,
            Source::Table => Self::Table,
        }
    }
}

impl ImportPreview {
    pub(super) fn of(file: Option<String>, preview: &Preview) -> Self {
        Self {
            program: preview.source.into(),
            file,
            files: 1,
            left_out: Vec::new(),
            found: preview.found.iter().map(ImportAccount::of).collect(),
            refused: preview.refused.iter().map(ImportRefusal::of).collect(),
            missing_parts: preview.missing_parts.clone(),
        }
    }
}

impl ImportAccount {
    fn of(found: &Found) -> Self {
        Self {
            issuer: found.account.issuer.as_str().to_owned(),
            name: found.account.name.as_str().to_owned(),
            kind: CodeKind::of(found.account.method),
            known: match found.known {
                Known::No => ImportKnown::No,
                Known::InVault => ImportKnown::InVault,
                Known::InFile => ImportKnown::InFile,
            },
        }
    }
}

impl ImportRefusal {
    fn of(refused: &Refused) -> Self {
        Self {
            place: u32::try_from(refused.place).unwrap_or(u32::MAX),
            name: refused.name.as_str().to_owned(),
            reason: match refused.problem {
                // A line without any address in it.
                EntryProblem::Code(OtpauthError::NotOtpauth) | EntryProblem::NotUnderstood => {
                    "not_understood"
                }
                EntryProblem::Code(error) => reason_of(error),
                EntryProblem::CutOff => "cut_off",
                EntryProblem::Deleted => "deleted",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_programs_are_what_serde_writes() {
        for program in [
            ImportProgram::Keyholder,
            ImportProgram::List,
            ImportProgram::Google,
            ImportProgram::Aegis,
            ImportProgram::AndOtp,
            ImportProgram::TwoFas,
            ImportProgram::Ente,
            ImportProgram::Bitwarden,
            ImportProgram::Proton,
            ImportProgram::KeePass,
            ImportProgram::Table,
        ] {
            assert_eq!(serde_json::to_value(program).unwrap(), program.word());
        }
    }
}
