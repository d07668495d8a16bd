//! What a node is made of. Plain values: a program reads them from wherever it likes.

use qsig_call::Parameters as CallParameters;
use qsig_core::{Digits, Side};
use qsig_lapd::Parameters as LinkParameters;

use crate::profile::{Profile, QSIG};

/// An extension's place in [`NodeConfig::extensions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PhoneIndex(pub(crate) u32);

/// A trunk's place in [`NodeConfig::trunks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrunkIndex(pub u32);

/// A whole node.
#[derive(Clone, Debug, Default)]
pub struct NodeConfig {
    /// Its name.
    pub name: String,
    /// Where the random numbers start: call references of each trunk.
    pub seed: u64,
    /// The trunks, in the order of [`TrunkIndex`].
    pub trunks: Vec<TrunkConfig>,
    /// Which numbers lie behind which trunk.
    pub routes: Vec<Route>,
    /// The extensions, each number once.
    pub extensions: Vec<ExtensionConfig>,
}

/// A D-channel and its B-channels.
#[derive(Clone, Debug)]
pub struct TrunkConfig {
    /// Its name.
    pub name: String,
    /// The data link.
    pub link: LinkParameters,
    /// Calls, channels and the role of this end.
    pub call: CallParameters,
    /// The table that the data link works by: Q.921's, unless a test wants to see what another one does.
    pub step: qsig_lapd::Step,
}

impl TrunkConfig {
    /// A trunk with an E1's channels and the usual values.
    pub fn new(name: impl Into<String>, side: Side) -> Self {
        let call = CallParameters { side, ..CallParameters::default() };
        Self { name: name.into(), link: LinkParameters::default(), call, step: qsig_lapd::step }
    }
}

/// Numbers that begin with a prefix are reached over a trunk.
#[derive(Clone, Debug)]
pub struct Route {
    /// The beginning of the numbers.
    pub prefix: Digits,
    /// The trunk.
    pub trunk: TrunkIndex,
}

/// A phone.
#[derive(Clone, Debug)]
pub struct ExtensionConfig {
    /// Its number.
    pub number: Digits,
    /// Whose it is; empty for nobody's.
    pub name: String,
    /// The callback rules that hold for it.
    pub profile: Profile,
    /// Whether it may ask for callbacks and be called back.
    pub callbacks_allowed: bool,
}

impl ExtensionConfig {
    /// An extension with the plain standard's rules.
    pub fn new(number: Digits, name: impl Into<String>) -> Self {
        Self { number, name: name.into(), profile: QSIG, callbacks_allowed: true }
    }
}

/// Why a configuration makes no node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigError {
    /// Two extensions have one number.
    #[error("two extensions have the number {0}")]
    DuplicateNumber(Digits),
    /// An extension has no digits.
    #[error("an extension has no number")]
    NoNumber,
    /// Two routes have one prefix.
    #[error("two routes have the prefix {0}")]
    DuplicateRoute(Digits),
    /// A route leads to a trunk that does not exist.
    #[error("the route for {prefix} leads to trunk {}, which does not exist", .trunk.0)]
    NoTrunk {
        /// Its prefix.
        prefix: Digits,
        /// The trunk it names.
        trunk: TrunkIndex,
    },
}
