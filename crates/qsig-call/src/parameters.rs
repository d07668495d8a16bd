use core::time::Duration;

use qsig_core::Side;

use crate::{Channels, Timer};

/// What is settled about a data link before it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// Our side. The network side keeps a channel in glare and hunts upward; the user side yields and hunts
    /// downward.
    pub side: Side,
    /// The time slots that carry calls.
    pub channels: Channels,
    /// What a channel number on the wire means.
    pub channel_numbering: ChannelNumbering,
    /// Whether our SETUP demands its channel (default) or only prefers it.
    pub exclusive_channels: bool,
    /// The timers.
    pub timers: Timers,
    /// Whether the incoming side waits for CONNECT ACKNOWLEDGE. `false`: active on sending CONNECT, as libpri.
    pub connect_ack: bool,
    /// Calls at the same time, those being cleared included.
    pub max_calls: usize,
    /// Call-independent signalling connections at the same time.
    pub max_connections: usize,
}

impl Default for Parameters {
    /// The network side of an E1 link with physical numbering, 60 calls and 1,000 connections.
    fn default() -> Self {
        Self {
            side: Side::Network,
            channels: Channels::E1,
            channel_numbering: ChannelNumbering::Physical,
            exclusive_channels: true,
            timers: Timers::default(),
            connect_ack: true,
            max_calls: 60,
            max_connections: 1_000,
        }
    }
}

/// What a channel number on the wire means on an E1 link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChannelNumbering {
    /// The number is the time slot: 1 to 15 and 17 to 31.
    #[default]
    Physical,
    /// 1 to 30: numbers from 16 upward mean the time slot above.
    Logical,
}

/// How long each timer runs. One below a millisecond counts as a millisecond.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the timer of that name; see `Timer`")]
pub struct Timers {
    pub t301: Duration,
    pub t302: Duration,
    pub t303: Duration,
    pub t304: Duration,
    pub t305: Duration,
    pub t308: Duration,
    pub t309: Duration,
    /// T310 of a call.
    pub t310: Duration,
    /// T310 of a call-independent signalling connection.
    pub t310_connection: Duration,
    pub t313: Duration,
    pub t316: Duration,
    pub t317: Duration,
    pub t322: Duration,
    pub taudit: Duration,
}

impl Default for Timers {
    fn default() -> Self {
        Self {
            t301: Duration::from_secs(180),
            t302: Duration::from_secs(15),
            t303: Duration::from_secs(4),
            t304: Duration::from_secs(20),
            t305: Duration::from_secs(30),
            t308: Duration::from_secs(4),
            t309: Duration::from_secs(90),
            t310: Duration::from_secs(110),
            t310_connection: Duration::from_secs(120),
            t313: Duration::from_secs(4),
            t316: Duration::from_secs(120),
            t317: Duration::from_secs(60),
            t322: Duration::from_secs(4),
            taudit: Duration::from_secs(600),
        }
    }
}

impl Timers {
    /// How long the timer runs on a call, or on a connection. Never zero, so that a timer which starts itself
    /// again cannot expire for ever in one moment.
    pub(crate) fn of(&self, timer: Timer, connection: bool) -> Duration {
        let span = match timer {
            Timer::T301 => self.t301,
            Timer::T302 => self.t302,
            Timer::T303 => self.t303,
            Timer::T304 => self.t304,
            Timer::T305 => self.t305,
            Timer::T308 => self.t308,
            Timer::T309 => self.t309,
            Timer::T310 if connection => self.t310_connection,
            Timer::T310 => self.t310,
            Timer::T313 => self.t313,
            Timer::T316 => self.t316,
            Timer::T317 => self.t317,
            Timer::T322 => self.t322,
            Timer::TAudit => self.taudit,
        };
        span.max(Duration::from_millis(1))
    }
}
