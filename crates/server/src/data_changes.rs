//! Changes of a person's name or address that links confirm (`keyholder_domain::data_change`).

pub(crate) mod apply;
pub(crate) mod ask;
pub(crate) mod confirm;
pub(crate) mod opened;
pub(crate) mod stop;
