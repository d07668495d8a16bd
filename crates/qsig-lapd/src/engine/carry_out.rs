use alloc::vec::Vec;

use bytes::Bytes;
use qsig_core::Side;

use super::{Carried, DataLink};
use crate::{
    Action, Address, Control, Event, Exceptions, Frame, MdlError, Retries, Timer,
    variables::{distance, next},
};

impl DataLink {
    pub(super) fn carry_out(&mut self, action: Action, carried: &Carried<'_>) {
        let Carried { p_f, now, .. } = *carried;
        match action {
            Action::Discard | Action::Refuse => self.counters.ignored += 1,
            Action::CannotHappen => self.counters.internal_faults += 1,
            Action::Wanted(wanted) => self.wanted = wanted,
            Action::Layer3Initiated(initiated) => self.layer3_initiated = initiated,
            Action::Raise(which) => self.exceptions.insert(which),
            Action::Clear(which) => self.exceptions.remove(which),
            Action::Retries(Retries::Zero) => self.retries = 0,
            Action::Retries(Retries::One) => self.retries = 1,
            Action::Retries(Retries::Another) => self.retries = self.retries.saturating_add(1),
            Action::ZeroSequence => {
                self.sequence = super::Sequence::default();
                self.repeats = 0;
            }
            Action::AcknowledgeToNr => self.acknowledge_to(carried.nr),
            Action::RewindToNr => {
                let back = distance(carried.nr, self.sequence.send);
                self.repeats = self.repeats.saturating_add(back);
                self.sequence.send = carried.nr;
            }
            Action::QueueData => self.queue.push_back(carried.data.clone()),
            Action::DropQueue => self.queue.clear(),
            Action::Start(timer) => {
                if self.restart(timer, carried) {
                    self.counters.internal_faults += 1;
                }
            }
            Action::Restart(timer) => {
                self.restart(timer, carried);
            }
            Action::Stop(timer) => {
                self.timers.stop(timer);
            }
            Action::SendSabme => self.send_command(Control::Sabme { p: true }, &[]),
            Action::SendDisc => self.send_command(Control::Disc { p: true }, &[]),
            Action::SendUa => self.send_response(Control::Ua { f: p_f }),
            Action::SendDm => self.send_response(Control::Dm { f: p_f }),
            Action::SendRr => self.send_response(Control::Rr { nr: self.sequence.receive, p_f: false }),
            Action::SendRnr => self.send_response(Control::Rnr { nr: self.sequence.receive, p_f: false }),
            Action::TellEstablishIndication => self.outbox.tell(Event::EstablishIndication),
            Action::TellEstablishConfirm => self.outbox.tell(Event::EstablishConfirm),
            Action::TellReleaseIndication => self.outbox.tell(Event::ReleaseIndication),
            Action::TellReleaseConfirm => self.outbox.tell(Event::ReleaseConfirm),
            Action::TellUnitData => {
                self.outbox.tell(Event::UnitData(Bytes::copy_from_slice(carried.information)));
            }
            Action::Report(error) => self.report(error),
            Action::Establish => self.establish(carried),
            Action::Enquiry => {
                let status = self.status(true);
                self.send_command(status, &[]);
                self.exceptions.remove(Exceptions::ACKNOWLEDGE_PENDING);
                self.carry_out(Action::Start(Timer::T200), carried);
            }
            Action::Answer => self.answer(),
            Action::Take => self.take(carried),
            Action::Acknowledge => self.acknowledge(carried),
            Action::AcknowledgeByInformation if self.exceptions.contains(Exceptions::PEER_BUSY) => {
                self.acknowledge_to(carried.nr);
            }
            Action::AcknowledgeByInformation => self.acknowledge(carried),
            Action::Serve => self.serve(carried),
            Action::Retry if self.wanted => {
                self.timers.restart(Timer::TRetry, now + self.parameters.t_retry);
            }
            Action::Retry => {}
        }
    }

    fn report(&mut self, error: MdlError) {
        self.counters.count_error(error);
        self.outbox.tell(Event::Error(error));
    }

    /// Returns whether the timer ran.
    fn restart(&mut self, timer: Timer, carried: &Carried<'_>) -> bool {
        let span = match timer {
            Timer::T200 => self.parameters.t200,
            Timer::T203 => self.parameters.t203,
            Timer::TRetry => self.parameters.t_retry,
        };
        self.timers.restart(timer, carried.now + span)
    }

    fn establish(&mut self, carried: &Carried<'_>) {
        self.exceptions = Exceptions::empty();
        self.retries = 0;
        self.same_side_told = false;
        self.timers.stop(Timer::TRetry);
        self.timers.stop(Timer::T203);
        self.send_command(Control::Sabme { p: true }, &[]);
        self.restart(Timer::T200, carried);
    }

    /// RR, or RNR when layer 3 is busy.
    fn status(&self, p_f: bool) -> Control {
        let nr = self.sequence.receive;
        if self.exceptions.contains(Exceptions::OWN_BUSY) {
            Control::Rnr { nr, p_f }
        } else {
            Control::Rr { nr, p_f }
        }
    }

    fn answer(&mut self) {
        self.send_response(self.status(true));
        self.exceptions.remove(Exceptions::ACKNOWLEDGE_PENDING);
    }

    fn take(&mut self, carried: &Carried<'_>) {
        let poll = carried.p_f;
        if self.exceptions.contains(Exceptions::OWN_BUSY) {
            if poll {
                self.answer();
            } else {
                self.counters.ignored += 1;
            }
        } else if carried.ns == self.sequence.receive {
            self.sequence.receive = next(self.sequence.receive);
            self.exceptions.remove(Exceptions::REJECT);
            self.outbox.tell(Event::Data(Bytes::copy_from_slice(carried.information)));
            if poll {
                self.answer();
            } else {
                self.exceptions.insert(Exceptions::ACKNOWLEDGE_PENDING);
            }
        } else if !self.exceptions.contains(Exceptions::REJECT) {
            self.exceptions.insert(Exceptions::REJECT);
            self.send_response(Control::Rej { nr: self.sequence.receive, p_f: poll });
            self.exceptions.remove(Exceptions::ACKNOWLEDGE_PENDING);
        } else if poll {
            self.answer();
        } else {
            self.counters.ignored += 1;
        }
    }

    fn acknowledge(&mut self, carried: &Carried<'_>) {
        let news = carried.nr != self.sequence.acknowledge;
        self.acknowledge_to(carried.nr);
        if carried.nr == self.sequence.send {
            self.timers.stop(Timer::T200);
            self.restart(Timer::T203, carried);
        } else if news {
            self.restart(Timer::T200, carried);
        }
    }

    /// V(A) := N(R); what lies below it leaves the queue.
    fn acknowledge_to(&mut self, nr: u8) {
        let count = usize::from(distance(self.sequence.acknowledge, nr)).min(self.queue.len());
        self.queue.drain(..count);
        self.sequence.acknowledge = nr;
    }

    fn serve(&mut self, carried: &Carried<'_>) {
        if self.exceptions.contains(Exceptions::PEER_BUSY) {
            return;
        }
        while self.sequence.outstanding() < self.parameters.k {
            let Some(data) = self.queue.get(usize::from(self.sequence.outstanding())).cloned() else {
                return;
            };
            let control = Control::I { ns: self.sequence.send, nr: self.sequence.receive, p: false };
            self.send_command(control, &data);
            self.sequence.send = next(self.sequence.send);
            self.exceptions.remove(Exceptions::ACKNOWLEDGE_PENDING);
            if self.repeats > 0 {
                self.repeats -= 1;
                self.counters.retransmissions += 1;
            }
            if !self.timers.is_running(Timer::T200) {
                self.timers.stop(Timer::T203);
                self.restart(Timer::T200, carried);
            }
        }
    }

    fn send_command(&mut self, control: Control, information: &[u8]) {
        self.send(control, self.side == Side::Network, information);
    }

    fn send_response(&mut self, control: Control) {
        self.send(control, self.side == Side::User, &[]);
    }

    fn send(&mut self, control: Control, cr: bool, information: &[u8]) {
        let frame = Frame { address: Address { sapi: 0, cr, tei: 0 }, control, information };
        let mut octets = Vec::with_capacity(4 + information.len());
        frame.emit(&mut octets);
        self.counters.sent.count(frame.frame_type());
        self.outbox.transmit(octets.into());
    }
}
