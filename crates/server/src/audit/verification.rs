//! Whether the chain is whole. The answer takes bounded work: what follows the last sealed place, and a
//! piece before it. `verify-audit` walks everything.

use keyholder_contract::audit::{
    AuditCheckpoint, AuditFault, AuditFaultKind, AuditVerification, VerificationState,
};
use keyholder_domain::audit_chain::ChainFault;
use keyholder_store::audit::{self, Checkpoint, VerifyError};

use super::{checkpoints, entry::Reader};
use crate::{App, auth::AtCustomer, http::ApiResult};

/// Entries behind the sealed place that are checked at once.
const AHEAD: i64 = 10_000;

/// Entries before the sealed place that are checked again.
const BACK: i64 = 1_000;

/// Checks the newest part of the customer's chain.
pub(super) async fn verify(app: &App, at: &AtCustomer) -> ApiResult<AuditVerification> {
    let reader = Reader::of(at)?;
    let chain = Some(at.customer_id);
    let known = audit::checkpoint(&app.database, chain).await?;
    let outcome = match checkpoints::trusted(app, chain).await {
        Ok(trusted) => {
            let place = trusted.map(|checkpoint| (checkpoint.sequence, checkpoint.hash));
            audit::verify_part(&app.database, chain, place, BACK, AHEAD).await
        }
        Err(error) => Err(error),
    };
    let shown = |checkpoint: Checkpoint| AuditCheckpoint {
        sequence: reader.place(checkpoint.sequence),
        at: checkpoint.at,
    };
    let answer = AuditVerification {
        state: VerificationState::Intact,
        checked_at: app.now(),
        verified_up_to: None,
        newest: None,
        checkpoint: known.map(shown),
        fault: None,
    };
    match outcome {
        Ok(part) => Ok(AuditVerification {
            state: if part.sequence < part.head {
                VerificationState::Unfinished
            } else {
                VerificationState::Intact
            },
            verified_up_to: reader.place(part.sequence),
            newest: reader.place(part.head),
            ..answer
        }),
        Err(VerifyError::Fault(fault)) => Ok(AuditVerification {
            state: VerificationState::Broken,
            fault: Some(shown_fault(&reader, fault)),
            ..answer
        }),
        Err(VerifyError::Store(error)) => Err(error.into()),
    }
}

fn shown_fault(reader: &Reader, fault: ChainFault) -> AuditFault {
    let (kind, sequence) = match fault {
        ChainFault::Gap(place) => (AuditFaultKind::Gap, place),
        ChainFault::Altered(place) => (AuditFaultKind::Altered, place),
        ChainFault::DetailsAltered(place) => (AuditFaultKind::DetailsAltered, place),
        ChainFault::CutOff(place) => (AuditFaultKind::CutOff, place),
        ChainFault::FalseCheckpoint(place) => (AuditFaultKind::FalseCheckpoint, place),
    };
    AuditFault {
        kind,
        sequence: reader.place(sequence),
    }
}
