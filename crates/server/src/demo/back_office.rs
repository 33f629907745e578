//! A sample back office: it shows what a role lets its holder do, and asks the decision endpoint's
//! own logic, as the customer's service client, before anything happens.
//!
//! Nothing really happens here, so that the page needs neither a form that changes something nor
//! protection of one: every button is a link that asks "may they?" and shows the answer.

mod ask;
mod batch;
mod batch_lines;
mod page;
mod takings;
mod words;

pub(super) use batch::{check as check_batch, form as show_batch};
pub(super) use page::show;
