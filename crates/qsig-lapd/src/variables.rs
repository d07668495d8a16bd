bitflags::bitflags! {
    /// The exception conditions of a data link.
    ///
    /// Clause: Q.921 5.8, annex B.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Exceptions: u8 {
        /// The peer said RNR.
        const PEER_BUSY = 1;
        /// Layer 3 cannot take information.
        const OWN_BUSY = 2;
        /// A REJ was sent and its frame has not come yet.
        const REJECT = 4;
        /// An I frame was taken that has not been acknowledged yet.
        const ACKNOWLEDGE_PENDING = 8;
    }
}

/// The state variables, each 0 to 127.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Sequence {
    /// V(S): number of the next I frame to be sent.
    pub(crate) send: u8,
    /// V(A): number of the oldest I frame not acknowledged.
    pub(crate) acknowledge: u8,
    /// V(R): number of the next I frame to be taken.
    pub(crate) receive: u8,
}

impl Sequence {
    /// V(S) - V(A): I frames under way.
    pub(crate) const fn outstanding(self) -> u8 {
        distance(self.acknowledge, self.send)
    }

    /// Whether V(A) <= N(R) <= V(S).
    pub(crate) const fn is_valid(self, nr: u8) -> bool {
        distance(self.acknowledge, nr) <= self.outstanding()
    }
}

/// How far it is from `from` to `to`, counting up, modulo 128.
pub(crate) const fn distance(from: u8, to: u8) -> u8 {
    to.wrapping_sub(from) & 0x7F
}

/// The number after `number`, modulo 128.
pub(crate) const fn next(number: u8) -> u8 {
    number.wrapping_add(1) & 0x7F
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_nr_is_valid_from_va_to_vs_across_the_wrap() {
        let sequence = Sequence { send: 2, acknowledge: 126, receive: 0 };
        let valid: alloc::vec::Vec<u8> = (0..128).filter(|nr| sequence.is_valid(*nr)).collect();
        assert_eq!(valid, [0, 1, 2, 126, 127]);
        assert_eq!((next(126), next(127)), (127, 0));
    }
}
