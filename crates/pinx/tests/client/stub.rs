//! A node that always gives the same answers.

use std::{net::SocketAddr, path::Path, thread};

use axum::{
    Json, Router,
    body::Body,
    extract::{Path as Part, Query, Request},
    http::StatusCode,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{delete, get, post},
};
use serde_json::{Value, json};
use tokio::{
    net::{TcpListener, UnixListener},
    runtime,
};
use tokio_stream::StreamExt;

/// The token that is wanted on TCP.
pub(crate) const TOKEN: &str = "0123456789abcdef";

/// Serves on a UNIX socket, as long as the test program runs.
pub(crate) fn on_unix(socket: &Path) {
    // Bound before the thread starts, so that the first client finds it.
    let listener = std::os::unix::net::UnixListener::bind(socket).unwrap();
    listener.set_nonblocking(true).unwrap();
    serve(async move { axum::serve(UnixListener::from_std(listener).unwrap(), router()).await.unwrap() });
}

/// Serves on loopback TCP, to those who know the token.
pub(crate) fn on_tcp() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let router = router().layer(middleware::from_fn(guard));
    serve(async move { axum::serve(TcpListener::from_std(listener).unwrap(), router).await.unwrap() });
    address
}

fn serve(work: impl Future<Output = ()> + Send + 'static) {
    thread::spawn(|| runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work));
}

async fn guard(request: Request, next: Next) -> Response {
    let given = request.headers().get("authorization").map(|value| value.to_str().unwrap().to_owned());
    if given.as_deref() == Some(&format!("Bearer {TOKEN}")) {
        return next.run(request).await;
    }
    problem(StatusCode::UNAUTHORIZED, json!({ "error": "token", "message": "", "hint": "" }))
}

fn router() -> Router {
    Router::new()
        .route("/v1/phones", get(async || Json(json!({ "phones": [alice(), bob()] }))))
        .route("/v1/phones/{number}", get(phone))
        .route("/v1/phones/{number}/keys", post(keys))
        .route("/v1/callbacks", get(async || Json(callbacks())))
        .route("/v1/callbacks/{id}", delete(cancel))
        .route("/v1/trunks", get(async || Json(trunks())))
        .route("/v1/calls", get(async || Json(calls())))
        .route("/v1/profiles/{number}", get(profile))
        .route("/v1/events", get(events))
        .route("/metrics", get(async || METRICS))
        .fallback(async || {
            let what = json!({ "error": "no-such-path", "message": "there is nothing here", "hint": "" });
            problem(StatusCode::NOT_FOUND, what)
        })
}

/// User A at a recall.
pub(crate) fn alice() -> Value {
    json!({ "number": "1001", "name": "Alice", "hook": "on", "state": "recall", "tone": "none",
        "ring": "callback", "display": ["Callback: 2001 is free", "Lift the handset to call"],
        "softkeys": ["Dial", "Cancel"], "lamps": { "message": false, "callback": true } })
}

/// Somebody whose name tries to clear the screen.
fn bob() -> Value {
    json!({ "number": "1002", "name": "Bob\u{1b}[2J", "hook": "off", "state": "busy", "tone": "busy",
        "ring": "none", "display": [], "softkeys": [], "lamps": {} })
}

async fn phone(Part(number): Part<String>) -> Response {
    match number.as_str() {
        "1001" => Json(alice()).into_response(),
        "1002" => Json(bob()).into_response(),
        _ => no_phone(&number),
    }
}

/// Presses the keys: the display shows which came.
async fn keys(Part(number): Part<String>, Json(body): Json<Value>) -> Response {
    if number != "1001" {
        return no_phone(&number);
    }
    for (index, key) in body["keys"].as_array().unwrap().iter().enumerate() {
        match key.as_str().unwrap() {
            "jump" => {
                let message = "no key `jump`: off-hook, on-hook, dial:DIGITS or softkey:LABEL";
                let hint = "GET /v1/openapi.json lists the keys";
                return problem(
                    StatusCode::BAD_REQUEST,
                    json!({ "error": "unknown-key", "message": message, "hint": hint, "index": index }),
                );
            }
            "softkey:Hold" => {
                let message = "`softkey:Hold` is not possible while the phone is idle";
                let hint = "the phone shows Dial and Cancel";
                return problem(
                    StatusCode::CONFLICT,
                    json!({ "error": "not-possible", "message": message, "hint": hint, "index": index }),
                );
            }
            _ => {}
        }
    }
    let mut phone = alice();
    phone["display"] = body["keys"].clone();
    Json(phone).into_response()
}

fn callbacks() -> Value {
    json!({ "callbacks": [
        { "id": "a7", "role": "originating", "service": "ccbs", "a": "1001", "b": "2001", "trunk": "to-rome",
            "state": "CCBS-Requested", "retained": true, "suspended": false,
            "since": "2026-03-01T09:30:00Z", "timers": { "T2": 3_580.4 } },
        { "id": "b12", "role": "terminating", "service": "ccnr", "a": "2003", "b": "1002", "trunk": "to-rome",
            "state": "CC-Suspended", "retained": false, "suspended": true,
            "since": "2026-03-01T09:31:10Z", "timers": { "T2": 11_699.0, "guard": 4.2 } },
        { "id": "a9", "role": "local", "service": "ccbs", "a": "1001", "b": "1002", "trunk": null,
            "state": "CC-Activated", "retained": true, "suspended": false,
            "since": "2026-03-01T09:32:00Z", "timers": {} },
    ] })
}

async fn cancel(Part(id): Part<String>) -> Response {
    if id == "a7" {
        return StatusCode::NO_CONTENT.into_response();
    }
    let message = format!("there is no callback {id}");
    problem(StatusCode::NOT_FOUND, json!({ "error": "no-such-callback", "message": message, "hint": "" }))
}

fn trunks() -> Value {
    json!({ "trunks": [
        { "name": "to-rome", "side": "network", "link": "up", "lapd": 7, "channels_busy": 12, "connections": 2,
            "counters": { "frames_sent": 120 } },
        { "name": "to-the-old-hicom", "side": "user", "link": "down", "lapd": 5, "channels_busy": 0,
            "connections": 0, "counters": {} },
    ] })
}

fn calls() -> Value {
    json!({ "calls": [
        { "id": 41, "from": "1001", "to": "2001", "stage": "connected", "since": "2026-03-01T09:30:00Z" },
    ] })
}

async fn profile(Part(number): Part<String>) -> Response {
    if number != "1001" {
        return no_phone(&number);
    }
    Json(json!({
        "profile": { "value": "cisco", "from": "extension" },
        "T2-ccbs": { "value": "60min", "from": "callback" },
        "max-per-caller": { "value": 1, "from": "profile" },
        "max-per-target": { "value": null, "from": "profile" },
    }))
    .into_response()
}

const METRICS: &str = "\
# HELP pinx_callbacks Live callbacks by role.
# TYPE pinx_callbacks gauge
pinx_callbacks{role=\"originating\"} 1
pinx_faults_total 0
pinx_trunk_total{trunk=\"to-rome\",what=\"frames_sent\"} 120
";

/// What happened, and then nothing more; with frames the stream ends as well.
async fn events(Query(options): Query<Value>) -> Response {
    let mut ringing = alice();
    ringing["state"] = "idle".into();
    ringing["ring"] = "none".into();
    let happened = [
        ("phone", json!({ "phone": alice() })),
        ("phone", json!({ "phone": bob() })),
        ("phone", json!({ "alert": "1001" })),
        ("phone", json!({ "phone": ringing })),
        (
            "callback",
            json!({ "id": "a7", "role": "originating", "service": "ccbs", "a": "1001", "b": "2001",
            "what": "accepted" }),
        ),
        (
            "callback",
            json!({ "id": "a7", "role": "originating", "service": "ccbs", "a": "1001", "b": "2001",
            "what": "ended", "cause": "t1" }),
        ),
        ("call", json!({ "what": "ended", "from": "1001", "to": "2001", "cause": 17, "text": "user busy" })),
        ("trunk", json!({ "name": "to-rome", "link": "down" })),
        ("fault", json!({ "message": "trunk to-rome: N200 tries and no answer" })),
        ("frame", json!({ "trunk": "to-rome", "sender": "network", "octets": "00017f", "text": "SABME" })),
        ("weather", json!({ "sky": ["grey", "wet"], "wind": 7 })),
    ];
    let mut text = String::from(": keep alive\n\n");
    for (seq, (kind, mut data)) in happened.into_iter().enumerate() {
        data["seq"] = seq.into();
        data["time"] = format!("2026-03-01T09:30:{seq:02}Z").into();
        if kind != "frame" || options["frames"] == "true" {
            text.extend(["event: ", kind, "\ndata: ", &data.to_string(), "\n\n"]);
        }
    }
    let text = tokio_stream::once(Ok::<_, std::io::Error>(text));
    let body = if options["frames"] == "true" {
        Body::from_stream(text)
    } else {
        Body::from_stream(text.chain(tokio_stream::pending()))
    };
    ([("content-type", "text/event-stream")], body).into_response()
}

fn no_phone(number: &str) -> Response {
    let message = format!("there is no phone {number}");
    problem(StatusCode::NOT_FOUND, json!({ "error": "no-such-phone", "message": message, "hint": "" }))
}

fn problem(status: StatusCode, body: Value) -> Response {
    (status, Json(body)).into_response()
}
