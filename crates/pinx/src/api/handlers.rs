//! What can be asked of a node.

use axum::{
    Json, Router,
    extract::{Path, Query, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::IntoResponse,
    routing::{delete, get, post},
};
use qsig_core::Digits;
use qsig_pinx::{CallbackId, Input, Key};
use serde::Deserialize;
use utoipa::OpenApi;

use super::{
    error::Refusal,
    metrics,
    shapes::{Call, Callback, Callbacks, Calls, Keys, Limits, Phone, Phones, Problem, Rules, Trunk, Trunks},
};
use crate::run::Asker;

/// The interface of a Pinx node.
#[derive(OpenApi)]
#[openapi(
    paths(
        phones,
        phone,
        keys,
        calls,
        rules,
        limits,
        callbacks,
        cancel,
        trunks,
        events,
        metrics_text,
        healthz
    ),
    components(schemas(
        Phone, Phones, Keys, Call, Calls, Rules, Callback, Callbacks, Trunk, Trunks, Problem
    ))
)]
struct Description;

pub(crate) fn router(asker: Asker) -> Router {
    Router::new()
        .route("/v1/phones", get(phones))
        .route("/v1/phones/{number}", get(phone))
        .route("/v1/phones/{number}/keys", post(keys))
        .route("/v1/calls", get(calls))
        .route("/v1/profiles/{number}", get(rules))
        .route("/v1/limits", get(limits))
        .route("/v1/callbacks", get(callbacks))
        .route("/v1/callbacks/{id}", delete(cancel))
        .route("/v1/trunks", get(trunks))
        .route("/v1/events", get(events))
        .route("/v1/openapi.json", get(|| async { Json(Description::openapi()) }))
        .route("/metrics", get(metrics_text))
        .route("/healthz", get(healthz))
        .fallback(|| async {
            let hint = "GET /v1/openapi.json describes what there is";
            Refusal::new(StatusCode::NOT_FOUND, "no-such-path", "there is nothing here".into(), hint)
        })
        .with_state(asker)
}

/// All phones.
#[utoipa::path(get, path = "/v1/phones", responses((status = 200, body = Phones)))]
async fn phones(State(asker): State<Asker>) -> Result<Json<Phones>, Refusal> {
    let phones = asker.ask(|runner| runner.node().phones().map(Phone::from).collect()).await?;
    Ok(Json(Phones { phones }))
}

/// One phone.
#[utoipa::path(get, path = "/v1/phones/{number}",
    responses((status = 200, body = Phone), (status = 404, body = Problem)))]
async fn phone(State(asker): State<Asker>, Path(number): Path<String>) -> Result<Json<Phone>, Refusal> {
    let digits = number.parse::<Digits>().map_err(|_| Refusal::no_phone(&number))?;
    let view = asker.ask(move |runner| runner.node().phone(&digits)).await?;
    view.map(|view| Json(view.into())).ok_or_else(|| Refusal::no_phone(&number))
}

/// Presses keys in order, at once. Those before a key that cannot be pressed stay pressed.
#[utoipa::path(post, path = "/v1/phones/{number}/keys", request_body = Keys,
    responses((status = 200, body = Phone), (status = 400, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
async fn keys(
    State(asker): State<Asker>,
    Path(number): Path<String>,
    body: Result<Json<Keys>, axum::extract::rejection::JsonRejection>,
) -> Result<Json<Phone>, Refusal> {
    let digits = number.parse::<Digits>().map_err(|_| Refusal::no_phone(&number))?;
    if asker.ask(move |runner| runner.node().phone(&digits).is_none()).await? {
        return Err(Refusal::no_phone(&number));
    }
    let Json(keys) = body.map_err(|rejection| {
        let hint = r#"send {"keys": ["off-hook", "dial:2001"]} as application/json"#;
        Refusal::new(StatusCode::BAD_REQUEST, "bad-body", rejection.body_text(), hint)
    })?;
    let view = asker
        .ask(move |runner| {
            for (index, text) in keys.keys.iter().enumerate() {
                let key: Key = text.parse().map_err(|error: qsig_pinx::key::UnknownKey| {
                    let hint = "GET /v1/openapi.json lists the keys";
                    Refusal::new(StatusCode::BAD_REQUEST, "unknown-key", error.to_string(), hint).at(index)
                })?;
                let pressed = runner.feed(Input::Key { phone: digits, key });
                pressed.map_err(|misuse| Refusal::misuse(&misuse).at(index))?;
            }
            runner.node().phone(&digits).ok_or_else(|| Refusal::no_phone(digits.as_str()))
        })
        .await??;
    Ok(Json(view.into()))
}

/// All calls.
#[utoipa::path(get, path = "/v1/calls", responses((status = 200, body = Calls)))]
async fn calls(State(asker): State<Asker>) -> Result<Json<Calls>, Refusal> {
    let calls = asker
        .ask(|runner| {
            runner.node().calls().map(|view| Call::new(&view, runner.wall_time(view.since))).collect()
        })
        .await?;
    Ok(Json(Calls { calls }))
}

/// The callback rules that hold for an extension.
#[utoipa::path(get, path = "/v1/profiles/{number}",
    responses((status = 200, body = Rules), (status = 404, body = Problem)))]
async fn rules(State(asker): State<Asker>, Path(number): Path<String>) -> Result<Json<Rules>, Refusal> {
    let digits = number.parse::<Digits>().map_err(|_| Refusal::no_phone(&number))?;
    let rules = asker
        .ask(move |runner| {
            let (profile, allowed) =
                (runner.node().profile(&digits)?, runner.node().callbacks_allowed(&digits)?);
            Some(Rules::new(profile, allowed))
        })
        .await?;
    rules.map(Json).ok_or_else(|| Refusal::no_phone(&number))
}

/// What keeps one peer or one reader from filling the memory.
#[utoipa::path(get, path = "/v1/limits", responses((status = 200, body = Limits)))]
async fn limits() -> Json<Limits> {
    Json(Limits::new())
}

/// All live callbacks.
#[utoipa::path(get, path = "/v1/callbacks", responses((status = 200, body = Callbacks)))]
async fn callbacks(State(asker): State<Asker>) -> Result<Json<Callbacks>, Refusal> {
    let callbacks = asker
        .ask(|runner| {
            let views = runner.node().callbacks();
            views
                .into_iter()
                .map(|view| {
                    let since = runner.wall_time(view.since);
                    Callback::new(view, runner.now(), since)
                })
                .collect()
        })
        .await?;
    Ok(Json(Callbacks { callbacks }))
}

/// Cancels a callback: by A's side where it was asked for here, else by B's side.
#[utoipa::path(delete, path = "/v1/callbacks/{id}", responses((status = 204), (status = 404, body = Problem)))]
async fn cancel(State(asker): State<Asker>, Path(id): Path<String>) -> Result<StatusCode, Refusal> {
    let callback: CallbackId = id.parse().map_err(|_| Refusal::no_callback(&id))?;
    let done = asker.ask(move |runner| runner.feed(Input::CancelCallback(callback))).await?;
    done.map(|()| StatusCode::NO_CONTENT).map_err(|misuse| Refusal::misuse(&misuse))
}

/// All trunks.
#[utoipa::path(get, path = "/v1/trunks", responses((status = 200, body = Trunks)))]
async fn trunks(State(asker): State<Asker>) -> Result<Json<Trunks>, Refusal> {
    let trunks = asker
        .ask(|runner| {
            let views: Vec<_> = runner.node().trunks().collect();
            views
                .into_iter()
                .zip(runner.trunk_counters())
                .map(|(view, counters)| Trunk::new(view, counters))
                .collect()
        })
        .await?;
    Ok(Json(Trunks { trunks }))
}

/// What of the events is wanted.
#[derive(Debug, Deserialize)]
struct EventOptions {
    #[serde(default)]
    frames: bool,
}

/// Events as they happen, server-sent.
#[utoipa::path(get, path = "/v1/events", params(("frames" = Option<bool>, Query, description = "the trunk frames too")),
    responses((status = 200, content_type = "text/event-stream", body = String)))]
async fn events(
    State(asker): State<Asker>,
    Query(options): Query<EventOptions>,
) -> Result<impl IntoResponse, Refusal> {
    let publisher = asker.ask(|runner| runner.publisher()).await?;
    Ok(publisher.stream(options.frames))
}

/// Figures for Prometheus.
#[utoipa::path(get, path = "/metrics", responses((status = 200, content_type = "text/plain", body = String)))]
async fn metrics_text(State(asker): State<Asker>) -> Result<impl IntoResponse, Refusal> {
    let text = asker.ask(|runner| metrics::text(runner)).await?;
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4")], text))
}

/// Whether the node answers.
#[utoipa::path(get, path = "/healthz", responses((status = 200, content_type = "text/plain", body = String)))]
async fn healthz(State(asker): State<Asker>) -> Result<&'static str, Refusal> {
    asker.ask(|_| "ok\n").await
}
