//! Which issuer is believed: one, or at Microsoft one for each permitted tenant.
//!
//! The document of a Microsoft endpoint for many tenants names a template as its issuer. A library that
//! compares it with the token's issuer fails, and one that is told not to compare takes anybody's; the
//! template is therefore filled with the tenant that the token names, once that tenant is a permitted one.

use keyholder_domain::external_identity::{ExternalIdentity, IdentityError};
use uuid::Uuid;

use super::fault::Fault;

/// Stands for the tenant in a template.
pub(super) const TENANT: &str = "{tenantid}";

/// The endpoint for accounts of every organisation, whose document names the template.
const ORGANIZATIONS: &str = "organizations";

/// Who is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Issuer {
    /// One issuer, byte for byte.
    One(String),
    /// Microsoft: a template and the tenants that may sign in, at least one.
    Microsoft {
        template: String,
        tenants: Vec<Uuid>,
    },
}

/// What a token says of who it names.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub(super) issuer: &'a str,
    pub(super) subject: Option<&'a str>,
    pub(super) tenant: Option<&'a str>,
    pub(super) object: Option<&'a str>,
}

impl Issuer {
    /// The address under which the documents are found, without the well-known path.
    pub(super) fn base(&self) -> String {
        match self {
            Self::One(issuer) => issuer.clone(),
            Self::Microsoft { template, tenants } => match tenants.as_slice() {
                [only] => template.replace(TENANT, &only.to_string()),
                _ => template.replace(TENANT, ORGANIZATIONS),
            },
        }
    }

    /// Whether the document of the provider is this issuer's own.
    pub(super) fn is_of_document(&self, named: &str) -> bool {
        match self {
            Self::One(issuer) => issuer == named,
            Self::Microsoft { template, tenants } => match tenants.as_slice() {
                [_] => named == self.base(),
                _ => named == template,
            },
        }
    }

    /// Whether a reply that names this issuer may be ours (RFC 9207, section 2.4): asked before the code
    /// goes anywhere.
    pub(super) fn is_of_reply(&self, named: &str) -> bool {
        match self {
            Self::One(issuer) => issuer == named,
            Self::Microsoft { template, tenants } => tenants
                .iter()
                .any(|tenant| template.replace(TENANT, &tenant.to_string()) == named),
        }
    }

    /// The identity that a token names, whose signature was right.
    pub(super) fn identity(&self, named: Named<'_>) -> Result<ExternalIdentity, Fault> {
        match self {
            Self::One(issuer) if issuer == named.issuer => {
                ExternalIdentity::other(issuer, named.subject).map_err(|_| Fault::Nobody)
            }
            Self::One(_) => Err(Fault::Issuer),
            Self::Microsoft { template, tenants } => {
                let identity =
                    ExternalIdentity::microsoft(named.tenant, named.object).map_err(|error| {
                        match error {
                            // Without a tenant there is no issuer to compare with.
                            IdentityError::Tenant => Fault::Issuer,
                            _ => Fault::Nobody,
                        }
                    })?;
                let ExternalIdentity::Microsoft { tenant, .. } = identity else {
                    return Err(Fault::Nobody);
                };
                if template.replace(TENANT, &tenant.to_string()) != named.issuer {
                    return Err(Fault::Issuer);
                }
                if !tenants.contains(&tenant) {
                    return Err(Fault::TenantNotPermitted);
                }
                // Every provider names a subject; one that does not is not what was set up.
                match named.subject {
                    Some(subject) if !subject.is_empty() => Ok(identity),
                    _ => Err(Fault::Nobody),
                }
            }
        }
    }
}
