//! A running node, as seen through its interface: HTTP/1.1 on a UNIX socket or on loopback TCP.

use std::{error::Error, fs, io, path::Path, time::Duration};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper::{
    Method, Request, Response, StatusCode,
    body::Incoming,
    client::conn::http1,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, HeaderValue},
};
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpStream, UnixStream},
    time::timeout,
};

use super::{
    address::Address,
    error::{ClientError, Problem},
    figures::{Figure, figures},
    sse::{Parser, ServerEvent},
};
use crate::limits::LONGEST_ANSWER;

/// How long a node may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// A running node. Each request makes a connection of its own.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    address: Address,
    /// `Bearer TOKEN`, on TCP.
    authorization: Option<HeaderValue>,
}

impl Node {
    /// The node at the address. On TCP the token is read from the file; a UNIX socket needs none.
    pub(crate) fn at(address: &Address, token_file: &Path) -> Result<Self, ClientError> {
        let authorization = match address {
            Address::Unix(_) => None,
            Address::Tcp(_) => Some(bearer(address, token_file)?),
        };
        Ok(Self { address: address.clone(), authorization })
    }

    /// What is at the path, as JSON.
    pub(crate) async fn get(&self, path: &str) -> Result<Json, ClientError> {
        let body = self.ask(Method::GET, path, None).await?;
        serde_json::from_slice(&body).map_err(|error| self.strange(&error))
    }

    /// What the node counts.
    pub(crate) async fn figures(&self) -> Result<Vec<Figure>, ClientError> {
        let body = self.ask(Method::GET, "/metrics", None).await?;
        let text = str::from_utf8(&body).map_err(|error| self.strange(&error))?;
        figures(text).map_err(|error| self.strange(&error))
    }

    /// Sends JSON to the path, and gives the answer.
    pub(crate) async fn post(&self, path: &str, body: &Json) -> Result<Json, ClientError> {
        let body = self.ask(Method::POST, path, Some(body)).await?;
        serde_json::from_slice(&body).map_err(|error| self.strange(&error))
    }

    /// Removes what is at the path.
    pub(crate) async fn delete(&self, path: &str) -> Result<(), ClientError> {
        self.ask(Method::DELETE, path, None).await.map(drop)
    }

    /// The events from now on; with the frames of the trunks, if wanted.
    pub(crate) async fn events(&self, frames: bool) -> Result<Events, ClientError> {
        let path = if frames { "/v1/events?frames=true" } else { "/v1/events" };
        let response = self.in_time(self.send(Method::GET, path, None)).await?;
        let response = self.accepted(path, response).await?;
        Ok(Events {
            node: self.clone(),
            body: response.into_body(),
            parser: Parser::default(),
            ready: Vec::new().into_iter(),
        })
    }

    /// The value that a node's JSON stands for.
    pub(crate) fn read<T: DeserializeOwned>(&self, json: &Json) -> Result<T, ClientError> {
        T::deserialize(json).map_err(|error| self.strange(&error))
    }

    /// The value that JSON text from a node stands for.
    pub(crate) fn parse<T: DeserializeOwned>(&self, text: &str) -> Result<T, ClientError> {
        serde_json::from_str(text).map_err(|error| self.strange(&error))
    }

    async fn ask(&self, method: Method, path: &str, body: Option<&Json>) -> Result<Bytes, ClientError> {
        self.in_time(async {
            let response = self.send(method, path, body).await?;
            let response = self.accepted(path, response).await?;
            self.whole(response).await
        })
        .await
    }

    /// Makes a connection and sends the request over it.
    async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<&Json>,
    ) -> Result<Response<Incoming>, ClientError> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, "localhost")
            .header(ACCEPT, "application/json, text/event-stream, text/plain");
        if let Some(authorization) = &self.authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        if body.is_some() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        let body = Full::new(Bytes::from(body.map(Json::to_string).unwrap_or_default()));
        let request = request.body(body).map_err(|error| self.strange(&error))?;
        match &self.address {
            Address::Unix(path) => {
                let stream = UnixStream::connect(path).await.map_err(|error| self.unreached(&error))?;
                self.exchange(stream, request).await
            }
            Address::Tcp(socket) => {
                let stream = TcpStream::connect(socket).await.map_err(|error| self.unreached(&error))?;
                self.exchange(stream, request).await
            }
        }
    }

    async fn exchange(
        &self,
        stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
        request: Request<Full<Bytes>>,
    ) -> Result<Response<Incoming>, ClientError> {
        let handshake = http1::handshake(TokioIo::new(stream)).await;
        let (mut sender, connection) = handshake.map_err(|error| self.failed(&error))?;
        // Its errors come out at the request as well.
        tokio::spawn(connection);
        sender.send_request(request).await.map_err(|error| self.failed(&error))
    }

    /// The answer if it is a success; what the node says if it is not.
    async fn accepted(
        &self,
        path: &str,
        response: Response<Incoming>,
    ) -> Result<Response<Incoming>, ClientError> {
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        if status == StatusCode::UNAUTHORIZED {
            return Err(ClientError::WrongToken(self.address.clone()));
        }
        let body = self.whole(response).await?;
        match serde_json::from_slice::<Problem>(&body) {
            Ok(problem) if problem.error == "no-such-path" => {
                Err(ClientError::NotOffered { address: self.address.clone(), path: path.into() })
            }
            Ok(problem) => Err(ClientError::Refused(problem)),
            Err(_) => Err(self.strange(&format_args!("HTTP status {}", status.as_u16()))),
        }
    }

    async fn whole(&self, response: Response<Incoming>) -> Result<Bytes, ClientError> {
        let body = Limited::new(response.into_body(), LONGEST_ANSWER).collect().await;
        body.map(http_body_util::Collected::to_bytes).map_err(|error| self.broken(&error))
    }

    async fn in_time<T>(&self, work: impl Future<Output = Result<T, ClientError>>) -> Result<T, ClientError> {
        timeout(PATIENCE, work).await.unwrap_or_else(|_| Err(ClientError::Silent(self.address.clone())))
    }

    fn unreached(&self, error: &io::Error) -> ClientError {
        let address = self.address.clone();
        match error.kind() {
            io::ErrorKind::NotFound => ClientError::NoSocket(address),
            io::ErrorKind::ConnectionRefused => ClientError::NobodyListens(address),
            io::ErrorKind::PermissionDenied => ClientError::NotAllowed(address),
            _ => self.broken(error),
        }
    }

    /// The connection broke, or what came over it is no HTTP.
    fn failed(&self, error: &hyper::Error) -> ClientError {
        // A request is cancelled where the connection fails before the request is on it; why stands within.
        let reason = error.source().and_then(|source| source.downcast_ref()).unwrap_or(error);
        let system = reason.source().is_some_and(<dyn Error>::is::<io::Error>);
        if system || reason.is_incomplete_message() || reason.is_closed() || reason.is_canceled() {
            self.broken(reason)
        } else {
            self.strange(reason)
        }
    }

    fn broken(&self, error: &dyn std::fmt::Display) -> ClientError {
        ClientError::Broken { address: self.address.clone(), what: error.to_string() }
    }

    fn strange(&self, what: &dyn std::fmt::Display) -> ClientError {
        ClientError::Strange { address: self.address.clone(), what: what.to_string() }
    }
}

/// The events of a node, as they come.
#[derive(Debug)]
pub(crate) struct Events {
    node: Node,
    body: Incoming,
    parser: Parser,
    ready: std::vec::IntoIter<ServerEvent>,
}

impl Events {
    /// Waits for the next event. The end of the stream is an error: a node that runs does not end it.
    pub(crate) async fn next(&mut self) -> Result<ServerEvent, ClientError> {
        loop {
            if let Some(event) = self.ready.next() {
                // We were too slow: events are missing from here on, and the node hangs up.
                return if event.kind == "lagged" { Err(ClientError::Behind) } else { Ok(event) };
            }
            let ended = || ClientError::Ended(self.node.address.clone());
            // A node that dies does not end the stream in form.
            let frame = self.body.frame().await.ok_or_else(ended)?.map_err(|_| ended())?;
            if let Some(octets) = frame.data_ref() {
                let events = self.parser.take(octets).map_err(|error| self.node.strange(&error))?;
                self.ready = events.into_iter();
            }
        }
    }
}

/// One part of a path: what is not plain is written as `%` and hex.
pub(crate) fn segment(text: &str) -> String {
    text.bytes()
        .map(|octet| match octet {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'~' => char::from(octet).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

fn bearer(address: &Address, file: &Path) -> Result<HeaderValue, ClientError> {
    let text = fs::read_to_string(file).map_err(|error| ClientError::NoToken {
        address: address.clone(),
        file: file.into(),
        error,
    })?;
    let empty = || ClientError::EmptyToken(file.into());
    let token = text.trim();
    if token.is_empty() {
        return Err(empty());
    }
    let mut value = HeaderValue::try_from(format!("Bearer {token}")).map_err(|_| empty())?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_cannot_lead_to_another_path() {
        assert_eq!(segment("1001"), "1001");
        assert_eq!(segment("*7#/../é?"), "%2A7%23%2F%2E%2E%2F%C3%A9%3F");
    }

    #[test]
    fn a_token_file_is_one_line_that_fits_a_header() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("token");
        let address = "tcp:127.0.0.1:8101".parse().unwrap();
        assert!(matches!(bearer(&address, &file), Err(ClientError::NoToken { .. })));
        for (text, good) in [("0123abcd\n", true), ("\n", false), ("one\ntwo\n", false)] {
            fs::write(&file, text).unwrap();
            assert_eq!(bearer(&address, &file).is_ok(), good, "{text:?}");
        }
    }
}
