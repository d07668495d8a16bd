//! What a trace is about beyond its single frames: which link each frame is of, and which call.

mod calls;
mod links;
mod names;
mod recent;

pub(crate) use calls::{Call, CallKey, Calls, Did, Setup, Stage};
pub(crate) use links::{LinkNumber, Links};
pub(crate) use names::{FrameRef, Names};
pub(crate) use recent::Recent;
