//! Collecting what is wrong with the fields of a request, so that one reply names all of it.

use keyholder_contract::problem::{FieldCode, FieldError};

use super::{ApiError, ApiResult};

/// The faults found so far.
#[derive(Debug, Default)]
pub struct Fields(Vec<FieldError>);

impl Fields {
    /// Notes a fault.
    pub fn add(&mut self, error: FieldError) {
        self.0.push(error);
    }

    /// Keeps a good value, or notes what is wrong with it.
    pub fn take<T, E>(
        &mut self,
        result: Result<T, E>,
        fault: impl FnOnce(E) -> FieldError,
    ) -> Option<T> {
        result.map_err(|error| self.add(fault(error))).ok()
    }

    /// The error reply, if anything was noted.
    pub fn finish(self) -> ApiResult<()> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(ApiError::invalid_fields(self.0))
        }
    }
}

/// One fault of one field; `params` are the values that its wording names.
pub fn field_error(field: &str, code: FieldCode, params: &[(&str, usize)]) -> FieldError {
    FieldError {
        field: field.to_owned(),
        code,
        params: params
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.to_string()))
            .collect(),
    }
}
