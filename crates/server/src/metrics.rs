//! What the service counts about itself, in the text format that Prometheus reads.
//!
//! It has an address of its own, for a closed network: figures of all customers are nobody else's
//! business. Labels hold the route and never an address, which may be a one-time link.

mod gather;
mod page;

use std::time::Duration;

use axum::http::{Method, StatusCode};
pub(crate) use page::pages;
use prometheus_client::{
    encoding::EncodeLabelSet,
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram, info::Info},
    registry::{Registry, Unit},
};

/// From a millisecond to half a minute, after which a request is given up.
const BUCKETS: [f64; 12] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0,
];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answer {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Work {
    method: &'static str,
    route: String,
}

/// Every figure.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    answers: Family<Answer, Counter>,
    durations: Family<Work, Histogram, fn() -> Histogram>,
    hashes: Counter,
    database_up: Gauge,
    mails_waiting: Gauge,
    oldest_mail: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let metrics = Self {
            registry: Registry::with_prefix("keyholder"),
            answers: Family::default(),
            durations: Family::new_with_constructor(|| Histogram::new(BUCKETS)),
            hashes: Counter::default(),
            database_up: Gauge::default(),
            mails_waiting: Gauge::default(),
            oldest_mail: Gauge::default(),
        };
        metrics.registered()
    }
}

impl Metrics {
    fn registered(mut self) -> Self {
        let registry = &mut self.registry;
        registry.register(
            "build",
            "The version that runs",
            Info::new([("version", env!("CARGO_PKG_VERSION"))]),
        );
        registry.register(
            "http_requests",
            "Requests that were answered",
            self.answers.clone(),
        );
        registry.register_with_unit(
            "http_request_duration",
            "From the last byte of a request's head to the first of its answer",
            Unit::Seconds,
            self.durations.clone(),
        );
        registry.register(
            "password_hashes",
            "Passwords that were hashed or compared",
            self.hashes.clone(),
        );
        registry.register(
            "database_up",
            "Whether the database answers: 1 or 0",
            self.database_up.clone(),
        );
        registry.register(
            "mails_waiting",
            "Mails that were not handed over yet",
            self.mails_waiting.clone(),
        );
        registry.register_with_unit(
            "oldest_mail_age",
            "How long the oldest of them has waited",
            Unit::Seconds,
            self.oldest_mail.clone(),
        );
        self
    }

    /// Notes an answer.
    pub(crate) fn note(&self, method: &Method, route: &str, status: StatusCode, took: Duration) {
        let method = known(method);
        let answer = Answer {
            method,
            route: route.to_owned(),
            status: status.as_u16(),
        };
        self.answers.get_or_create(&answer).inc();
        let work = Work {
            method,
            route: route.to_owned(),
        };
        self.durations
            .get_or_create(&work)
            .observe(took.as_secs_f64());
    }
}

/// A caller may make methods up; each would be kept for ever.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
