/// What an engine has counted since it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Counters {
    /// Messages sent.
    pub sent: u64,
    /// Messages received, good and bad.
    pub received: u64,
    /// Messages that were discarded on purpose: late, repeated, or crossed.
    pub discarded: u64,
    /// Messages without a usable header.
    pub bad_header: u64,
    /// Messages on a call reference that names no call, SETUP excepted.
    pub unknown_reference: u64,
    /// Messages of an unknown type.
    pub unknown_type: u64,
    /// Messages that had no place in the state of the call.
    pub unexpected: u64,
    /// Messages with a mandatory element missing or wrong.
    pub bad_element: u64,
    /// Incoming SETUPs that layer 3 refused.
    pub refused: u64,
    /// Calls and connections that were opened, by either side.
    pub opened: u64,
    /// Calls and connections that are over.
    pub ended: u64,
    /// Our own faults: an event met a state in which it cannot happen.
    pub internal: u64,
}
