//! How much is taken, kept and waited for. `docs/limits.md` lists these with those of the other crates.

/// More calls than this are not followed at once; what is left out is counted.
pub(crate) const MOST_CALLS: usize = 100_000;

/// Invokes of one call that wait for their answers. More are not remembered.
pub(crate) const MOST_PENDING: usize = 8;

/// Callbacks followed at once. Those that are too many are counted.
pub(crate) const MOST_CALLBACKS: usize = 10_000;

/// Steps kept of one callback. More are counted: a callback that is suspended and resumed all day is still one.
pub(crate) const MOST_STEPS: usize = 100;

/// Callbacks of one number that are looked through. Of more, the oldest are not found by number any more.
pub(crate) const MOST_OF_ONE: usize = 16;

/// Calls remembered, by their calling and by their called number each.
pub(crate) const MOST_REMEMBERED: usize = 10_000;

/// Kinds of operation remembered as told. More are not told.
pub(crate) const MOST_TOLD: usize = 1_000;

/// I frames of one side that wait for their acknowledgement: never more than the 127 that numbers allow.
pub(crate) const MOST_UNACKNOWLEDGED: usize = 127;

/// Numbers and names kept apart. Later ones all get the same stand-in.
pub(crate) const MOST_STAND_INS: usize = 100_000;

/// Elements within elements that are gone into.
pub(crate) const DEEPEST_MASKED: usize = 16;

/// How many questions, and how many link events, may wait for the runner.
pub(crate) const WORK_WAITING: usize = 256;

/// How many frames may wait for a link; layer 2 mends what is dropped beyond.
pub(crate) const FRAMES_WAITING: usize = 256;

/// How many events a reader may be behind.
pub(crate) const EVENTS_BEHIND: usize = 1_024;

/// How long an answer may be, in octets.
pub(crate) const LONGEST_ANSWER: usize = 16_777_216;

/// How many octets an event may have, so that a peer that never ends one does not fill the memory.
pub(crate) const LONGEST_EVENT: usize = 1_048_576;

/// How many names an error lists.
pub(crate) const MOST_NAMES: usize = 20;
