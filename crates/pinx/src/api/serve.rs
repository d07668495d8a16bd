//! Where the interface listens, and who may use it.

use std::{
    fs, io,
    net::SocketAddr,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    sync::Arc,
};

use axum::{
    Router,
    extract::{Request, State},
    http::{StatusCode, header::AUTHORIZATION},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use pinx_config::Api;
use tokio::{
    net::{TcpListener, UnixListener, UnixStream},
    task::JoinHandle,
};

use super::{error::Refusal, handlers, token};
use crate::run::Asker;

/// Why the interface cannot be had.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    #[error("{0} is not a loopback address: the interface is not encrypted, so it stays on this machine")]
    NotLoopback(SocketAddr),
    #[error("another node answers on {}: stop it, or give this one another `api`", .0.display())]
    SocketInUse(PathBuf),
    #[error("port {port} of {address} is in use: stop what listens there, or choose another port in `api`",
        port = .0.port(), address = .0.ip())]
    PortInUse(SocketAddr),
    #[error("{what}: {error}")]
    Io { what: String, error: io::Error },
}

/// The interface, until it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    task: JoinHandle<io::Result<()>>,
    socket: Option<PathBuf>,
}

impl Server {
    /// Listens and serves from now on.
    pub(crate) async fn start(address: &Api, asker: Asker) -> Result<Self, ServeError> {
        let router = handlers::router(asker);
        let failed = |what: String| move |error| ServeError::Io { what, error };
        match address {
            Api::Unix(path) => {
                let listener = listen(path).await?;
                let mode = fs::Permissions::from_mode(0o660);
                fs::set_permissions(path, mode).map_err(failed(path.display().to_string()))?;
                let task = tokio::spawn(async move { axum::serve(listener, router).await });
                Ok(Self { task, socket: Some(path.clone()) })
            }
            Api::Tcp { address, token_file: token } => {
                if !address.ip().is_loopback() {
                    return Err(ServeError::NotLoopback(*address));
                }
                let secret = token::read_or_make(token).map_err(failed(token.display().to_string()))?;
                let router = guard(router, secret);
                let listener = TcpListener::bind(address).await.map_err(|error| match error.kind() {
                    io::ErrorKind::AddrInUse => ServeError::PortInUse(*address),
                    _ => ServeError::Io { what: address.to_string(), error },
                })?;
                let task = tokio::spawn(async move { axum::serve(listener, router).await });
                Ok(Self { task, socket: None })
            }
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
        if let Some(socket) = &self.socket {
            // A socket that is left behind is taken over at the next start.
            let _ = fs::remove_file(socket);
        }
    }
}

/// Listens on a UNIX socket; one that a dead node has left is replaced.
async fn listen(path: &Path) -> Result<UnixListener, ServeError> {
    let failed = |error| ServeError::Io { what: path.display().to_string(), error };
    match UnixListener::bind(path) {
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            if UnixStream::connect(path).await.is_ok() {
                return Err(ServeError::SocketInUse(path.into()));
            }
            fs::remove_file(path).map_err(failed)?;
            UnixListener::bind(path).map_err(failed)
        }
        bound => bound.map_err(failed),
    }
}

/// Every request has to carry the token.
fn guard(router: Router, secret: String) -> Router {
    async fn check(State(secret): State<Arc<str>>, request: Request, next: Next) -> Response {
        let header = request.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        if token::matches(header, &secret) {
            return next.run(request).await;
        }
        let message = "this interface wants its token".into();
        let hint = "send `Authorization: Bearer TOKEN` with the token from the node's token file";
        Refusal::new(StatusCode::UNAUTHORIZED, "token", message, hint).into_response()
    }
    router.layer(middleware::from_fn_with_state(Arc::from(secret), check))
}
