//! How much of a file is read and told. `docs/limits.md` lists these.

/// The most octets of a configuration: some ten thousand extensions.
pub const LONGEST_TEXT: usize = 1_048_576;

/// The most mistakes, and the most remarks, that are told of one file; one more then counts the others.
pub const MOST_MISTAKES: usize = 100;

/// The most characters that are shown of one mistake, beside its place.
pub const MOST_SHOWN: usize = 600;

/// The longest word, in octets, for which the one that was meant is looked for.
pub(crate) const LONGEST_WORD: usize = 64;
