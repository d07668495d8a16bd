use core::{fmt, iter::FusedIterator};

/// A set of channel numbers, 0 to 127.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Channels(u128);

impl Channels {
    /// No channel.
    pub const EMPTY: Self = Self(0);

    /// One channel; bit 8 of the number is cut off.
    pub const fn one(number: u8) -> Self {
        Self(1 << (number & 0x7F))
    }

    /// The channels of a bit mask: bit 0 is channel 0.
    pub const fn from_mask(mask: u128) -> Self {
        Self(mask)
    }

    /// The bit mask: bit 0 is channel 0.
    pub const fn mask(self) -> u128 {
        self.0
    }

    /// Adds a channel; bit 8 of the number is cut off.
    pub const fn insert(&mut self, number: u8) {
        self.0 |= Self::one(number).0;
    }

    /// Whether the channel is one of them.
    pub const fn contains(self, number: u8) -> bool {
        number < 128 && self.0 >> number & 1 == 1
    }

    /// How many there are.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The channel, if there is exactly one.
    pub fn single(self) -> Option<u8> {
        let mut numbers = self.iter();
        let first = numbers.next()?;
        numbers.next().is_none().then_some(first)
    }

    /// The numbers, ascending.
    pub fn iter(self) -> impl FusedIterator<Item = u8> + Clone {
        (0..128u8).filter(move |number| self.contains(*number))
    }
}

impl FromIterator<u8> for Channels {
    fn from_iter<I: IntoIterator<Item = u8>>(numbers: I) -> Self {
        let mut channels = Self::EMPTY;
        numbers.into_iter().for_each(|number| channels.insert(number));
        channels
    }
}

impl fmt::Debug for Channels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_knows_its_members() {
        let channels: Channels = [31, 1, 127].into_iter().collect();
        assert!(channels.iter().eq([1, 31, 127]));
        assert!(channels.contains(31) && !channels.contains(2) && !channels.contains(159));
        assert_eq!(channels.single(), None);
        assert_eq!(Channels::one(5).single(), Some(5));
        assert_eq!(Channels::EMPTY.single(), None);
    }
}
