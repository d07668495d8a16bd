//! Errors as the interface tells them.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use qsig_pinx::Misuse;

use super::shapes::Problem;

/// An answer that is no success.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    problem: Problem,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, error: &'static str, message: String, hint: &str) -> Self {
        Self { status, problem: Problem { error, message, hint: hint.into(), index: None } }
    }

    /// The key that was the reason, counted from 0.
    pub(crate) fn at(mut self, index: usize) -> Self {
        self.problem.index = Some(index);
        self
    }

    pub(crate) fn no_phone(number: &str) -> Self {
        let message = format!("there is no phone {number}");
        Self::new(StatusCode::NOT_FOUND, "no-such-phone", message, "GET /v1/phones lists them")
    }

    pub(crate) fn no_callback(id: &str) -> Self {
        let message = format!("there is no callback {id}");
        Self::new(StatusCode::NOT_FOUND, "no-such-callback", message, "GET /v1/callbacks lists the live ones")
    }

    /// The node ends: it answers nobody any more.
    pub(crate) fn ending() -> Self {
        let message = "the node is ending".into();
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "ending", message, "start it again with pinx run")
    }

    /// The node took the question and gave no answer: it met a mistake of ours, or ended meanwhile.
    pub(crate) fn unanswered() -> Self {
        let message = "the node gave no answer".into();
        let hint = "its log says why; if it has ended, start it again with pinx run";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "no-answer", message, hint)
    }

    pub(crate) fn misuse(misuse: &Misuse) -> Self {
        match misuse {
            Misuse::NoPhone(number) => Self::no_phone(number.as_str()),
            Misuse::NoCallback(id) => Self::no_callback(&id.to_string()),
            Misuse::NotPossible { key, state, hint } => {
                let message = format!("`{key}` is not possible while the phone is {state}");
                Self::new(StatusCode::CONFLICT, "not-possible", message, hint)
            }
            other => Self::new(StatusCode::CONFLICT, "not-possible", other.to_string(), ""),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (self.status, Json(self.problem)).into_response()
    }
}
