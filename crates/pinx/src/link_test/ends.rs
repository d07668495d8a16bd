//! The two ends of the line.

use std::time::Duration;

use bytes::Bytes;
use qsig_link::{DownCause, Framing, Link, LinkConfig, LinkEvent, OpenError, Role};
use tokio::time::{Instant, sleep, timeout};

use super::flight::{Flight, Outcome};
use super::pattern;
use super::spec::Spec;

/// How long is waited for an event while there is more to send.
const STEP: Duration = Duration::from_millis(2);
/// How long the line is cut.
const CUT: Duration = Duration::from_millis(300);
/// How often a frame tries whether the line is back.
const TRY_AGAIN: Duration = Duration::from_millis(50);

/// Which way frames go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Way {
    /// From the first end to the second.
    AToB,
    /// From the second end to the first.
    BToA,
    /// Out of the only end and back into it.
    Loop,
}

impl Way {
    /// Its name in the report.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::AToB => "a to b",
            Self::BToA => "b to a",
            Self::Loop => "loop",
        }
    }
}

/// The ends, open.
#[derive(Debug)]
pub(crate) struct Ends {
    a: Link,
    /// None: a loop plug, or a far end that sends everything back.
    b: Option<Link>,
    /// Of the end that is cut: b, or the only one.
    cut: LinkConfig,
    /// So long nothing came: nothing more will.
    quiet: Duration,
}

/// Why the ends are not up.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotUp {
    /// An end cannot be opened at all.
    #[error("{0}")]
    Open(#[from] OpenError),
    /// An end is not up in time; with what it said last.
    #[error("end {end} is not up: {}", cause.map_or_else(|| "nobody is there".to_owned(), |cause| cause.to_string()))]
    Down {
        /// `a` or `b`.
        end: char,
        /// What it said last.
        cause: Option<DownCause>,
    },
}

impl Ends {
    /// Opens both ends and waits until they are up.
    pub(crate) async fn open(
        first: &Spec,
        second: Option<&Spec>,
        framing: Framing,
        insecure: bool,
        wait: Duration,
    ) -> Result<Self, NotUp> {
        let config = |role| {
            let mut config = LinkConfig::new(role, framing);
            config.insecure = insecure;
            config
        };
        let mut a = Link::open(config(first.first())).await?;
        let second = match (second, first, a.local_addr()) {
            (Some(second), _, _) => Some(second.second()),
            // Port 0 has become a real one.
            (None, Spec::Tcp(_), Some(address)) => Some(Role::Connect(address)),
            (None, Spec::Unix(_), _) => Some(first.second()),
            _ => None,
        };
        let mut b = match &second {
            Some(role) => Some(Link::open(config(role.clone())).await?),
            None => None,
        };
        up(&mut a, wait).await.map_err(|cause| NotUp::Down { end: 'a', cause })?;
        if let Some(b) = &mut b {
            up(b, wait).await.map_err(|cause| NotUp::Down { end: 'b', cause })?;
        }
        let cut = config(second.unwrap_or_else(|| first.first()));
        Ok(Self { a, b, cut, quiet: quiet(first) })
    }

    /// The ways there are.
    pub(crate) fn ways(&self) -> &'static [Way] {
        if self.b.is_some() { &[Way::AToB, Way::BToA] } else { &[Way::Loop] }
    }

    /// Sends frames one way and waits for them at the other end.
    pub(crate) async fn carry(&mut self, way: Way, frames: Vec<Bytes>) -> Outcome {
        let mut flights = [(way, Flight::new(frames.into_iter()))];
        let before = self.octets(way);
        self.fly(&mut flights).await;
        let octets = self.octets(way) - before;
        let [(_, flight)] = flights;
        flight.end(octets)
    }

    /// Sends long frames all ways at once, as fast as the line takes them.
    pub(crate) async fn load(&mut self, time: Duration) -> Vec<(Way, Outcome)> {
        let end = Instant::now() + time;
        let frames = || (0..).map(pattern::load).take_while(move |_| Instant::now() < end);
        let mut flights: Vec<_> = self.ways().iter().map(|way| (*way, Flight::new(frames()))).collect();
        let before: Vec<_> = self.ways().iter().map(|way| self.octets(*way)).collect();
        self.fly(&mut flights).await;
        let ended = flights.into_iter().zip(before);
        ended.map(|((way, flight), before)| (way, flight.end(self.octets(way) - before))).collect()
    }

    /// Sends one frame there and back, some times; the times in order, shortest first. A lost one is left out.
    pub(crate) async fn round_trips(&mut self, count: u32) -> Vec<Duration> {
        let mut times = vec![];
        for number in 0..count {
            let mut sum = Duration::ZERO;
            let mut good = true;
            for way in self.ways() {
                let outcome = self.carry(*way, vec![pattern::short(number)]).await;
                sum += outcome.took;
                good &= outcome.is_good();
            }
            if !good {
                break;
            }
            times.push(sum);
        }
        times.sort_unstable();
        times
    }

    /// Closes an end, opens it again, and sees how long it takes until frames pass all ways.
    pub(crate) async fn cut_and_return(self, wait: Duration) -> (Result<Duration, NotUp>, Option<Self>) {
        let Self { a, b, cut, quiet } = self;
        let (stays, goes) = match b {
            Some(b) => (Some(a), b),
            None => (None, a),
        };
        goes.close().await;
        sleep(CUT).await;
        let start = Instant::now();
        let back = match Link::open(cut.clone()).await {
            Ok(back) => back,
            Err(error) => return (Err(error.into()), None),
        };
        let mut ends = match stays {
            Some(a) => Self { a, b: Some(back), cut, quiet },
            None => Self { a: back, b: None, cut, quiet },
        };
        let passed = ends.passes(start + wait).await;
        (passed.map(|at| at - start), Some(ends))
    }

    /// Waits until frames pass all ways; tells since when.
    async fn passes(&mut self, until: Instant) -> Result<Instant, NotUp> {
        let mut open: Vec<Way> = self.ways().to_vec();
        let mut cause = None;
        let mut number = 0_u32;
        let mut passed = Instant::now();
        while !open.is_empty() {
            if Instant::now() > until {
                let end = if open.contains(&Way::AToB) { 'b' } else { 'a' };
                return Err(NotUp::Down { end, cause });
            }
            for way in &open {
                // A line that is not up yet refuses it.
                let _ = self.from(*way).send(pattern::short(number));
            }
            number += 1;
            let again = Instant::now() + TRY_AGAIN;
            while let Ok((way, event)) = timeout(again - Instant::now(), self.next()).await {
                match event {
                    Some(LinkEvent::Frame(_)) if open.contains(&way) => {
                        open.retain(|other| *other != way);
                        passed = Instant::now();
                    }
                    Some(LinkEvent::Down { cause: told }) => cause = Some(told),
                    _ => {}
                }
            }
        }
        // What tried the line may still be on the way.
        while timeout(TRY_AGAIN * 2, self.next()).await.is_ok() {}
        Ok(passed)
    }

    async fn fly(&mut self, flights: &mut [(Way, Flight<'_>)]) {
        let mut last = Instant::now();
        loop {
            let mut more = false;
            let mut done = true;
            for (way, flight) in flights.iter_mut() {
                more |= flight.send(self.from(*way));
                done &= flight.is_empty();
            }
            if done && !more || flights.iter().any(|(_, flight)| flight.is_down()) {
                return;
            }
            // What came damaged need not be waited for, only what may be behind it.
            let explained = flights.iter().all(|(_, flight)| flight.is_explained());
            let quiet = if explained { self.quiet / 8 } else { self.quiet };
            match timeout(if more { STEP } else { quiet }, self.next()).await {
                Ok((_, None)) => return,
                Ok((way, Some(event))) => {
                    last = Instant::now();
                    if let Some((_, flight)) = flights.iter_mut().find(|(of, _)| *of == way) {
                        flight.take(event);
                    }
                }
                Err(_) if last.elapsed() >= quiet => return,
                Err(_) => {}
            }
        }
    }

    /// The end that sends.
    fn from(&self, way: Way) -> &Link {
        match (way, &self.b) {
            (Way::BToA, Some(b)) => b,
            _ => &self.a,
        }
    }

    /// Octets that the receiving end has read.
    fn octets(&self, way: Way) -> u64 {
        match (way, &self.b) {
            (Way::AToB, Some(b)) => b.counters().octets_read,
            _ => self.a.counters().octets_read,
        }
    }

    /// What happens next at a receiving end.
    async fn next(&mut self) -> (Way, Option<LinkEvent>) {
        match &mut self.b {
            None => (Way::Loop, self.a.next().await),
            Some(b) => tokio::select! {
                event = b.next() => (Way::AToB, event),
                event = self.a.next() => (Way::BToA, event),
            },
        }
    }
}

/// Waits until a link is up; an error is what it said last.
async fn up(link: &mut Link, wait: Duration) -> Result<(), Option<DownCause>> {
    let mut last = None;
    let until = Instant::now() + wait;
    while let Ok(Some(event)) = timeout(until - Instant::now(), link.next()).await {
        match event {
            LinkEvent::Up { .. } => return Ok(()),
            LinkEvent::Down { cause } => last = Some(cause),
            _ => {}
        }
    }
    Err(last)
}

/// A second, or the time of some long frames on a slow line.
fn quiet(spec: &Spec) -> Duration {
    let slow = match spec {
        // Four frames, each octet escaped, 10 bits each.
        Spec::Serial(serial) => Duration::from_secs(4 * 2 * 268 * 10) / serial.baud.max(1),
        Spec::Tcp(_) | Spec::Unix(_) => Duration::ZERO,
    };
    slow.max(Duration::from_secs(1))
}
