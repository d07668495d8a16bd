use alloc::collections::VecDeque;

use crate::Instant;

/// What an engine hands out when it is polled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output<T, E> {
    /// For the layer below.
    Transmit(T),
    /// For the layer above.
    Event(E),
    /// Nothing more to do before this moment, or before the next input. `None`: no timer runs.
    Wait(Option<Instant>),
}

/// An [`Output`] that is not a wait: something an engine did.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Effect<T, E> {
    /// For the layer below.
    Transmit(T),
    /// For the layer above.
    Event(E),
}

/// The effects of an input, in the order in which they happened, until they are polled.
#[derive(Clone, Debug)]
pub struct Outbox<T, E>(VecDeque<Effect<T, E>>);

impl<T, E> Outbox<T, E> {
    /// An empty one.
    pub const fn new() -> Self {
        Self(VecDeque::new())
    }

    /// Adds something for the layer below.
    pub fn transmit(&mut self, what: T) {
        self.0.push_back(Effect::Transmit(what));
    }

    /// Adds something for the layer above.
    pub fn tell(&mut self, event: E) {
        self.0.push_back(Effect::Event(event));
    }

    /// The next effect, or the wait when all are taken.
    pub fn poll(&mut self, next_deadline: Option<Instant>) -> Output<T, E> {
        match self.0.pop_front() {
            Some(Effect::Transmit(what)) => Output::Transmit(what),
            Some(Effect::Event(event)) => Output::Event(event),
            None => Output::Wait(next_deadline),
        }
    }

    /// Whether nothing waits to be polled.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T, E> Default for Outbox<T, E> {
    fn default() -> Self {
        Self::new()
    }
}
