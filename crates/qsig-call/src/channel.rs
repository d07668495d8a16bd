use qsig_core::Side;
use qsig_q931::ie::{ChannelForm, ChannelIdentification, Channels as Numbers, Selection};

use crate::{CallId, ChannelNumbering};

/// A set of E1 time slots that carry calls: bit n stands for slot n, 1 to 15 and 17 to 31.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Channels(u32);

impl Channels {
    /// All thirty.
    pub const E1: Self = Self(0xFFFE_FFFE);

    /// From a bit map. Slot 0 (framing) and slot 16 (the D-channel) are left out.
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits & Self::E1.0)
    }

    /// The bit map.
    pub const fn bits(self) -> u32 {
        self.0
    }
}

/// What a Channel identification asks for on this interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// No channel.
    None,
    /// Any channel.
    Any,
    /// These time slots, at least one, all of which exist.
    Slots(u32),
    /// A channel that this interface does not have.
    Absent,
}

/// The channels of the interface: which exist, who holds them, which are out of use.
#[derive(Clone, Debug, Hash)]
pub(crate) struct ChannelTable {
    existing: u32,
    holders: [Option<CallId>; 32],
    blocked: u32,
    numbering: ChannelNumbering,
    side: Side,
}

impl ChannelTable {
    pub(crate) const fn new(existing: Channels, numbering: ChannelNumbering, side: Side) -> Self {
        Self { existing: existing.bits(), holders: [None; 32], blocked: 0, numbering, side }
    }

    /// What the element asks for.
    pub(crate) fn named(&self, element: &ChannelIdentification) -> Named {
        match element.selection {
            Selection::None => Named::None,
            Selection::Any => Named::Any,
            Selection::Channels(form, numbers) => self.slots(form, numbers),
        }
    }

    fn slots(&self, form: ChannelForm, numbers: Numbers) -> Named {
        let mut slots = 0;
        for number in numbers.iter() {
            let slot = match self.numbering {
                ChannelNumbering::Logical if form != ChannelForm::SlotMap32 && number > 15 => number + 1,
                _ => number,
            };
            match 1_u32.checked_shl(slot.into()) {
                Some(bit) if self.existing & bit != 0 => slots |= bit,
                _ => return Named::Absent,
            }
        }
        if slots == 0 { Named::Absent } else { Named::Slots(slots) }
    }

    /// The element that names the slot, as a number or a slot map.
    pub(crate) fn element(&self, slot: u8, exclusive: bool, slot_map: bool) -> ChannelIdentification {
        if slot_map {
            return ChannelIdentification {
                selection: Selection::Channels(ChannelForm::SlotMap32, Numbers::one(slot)),
                ..ChannelIdentification::channel(slot, exclusive)
            };
        }
        let number = match self.numbering {
            ChannelNumbering::Logical if slot > 16 => slot - 1,
            _ => slot,
        };
        ChannelIdentification::channel(number, exclusive)
    }

    /// The next free slot: the network side hunts upward, the user side downward, so that they seldom meet.
    pub(crate) fn hunt(&self) -> Option<u8> {
        match self.side {
            Side::Network => (1..32).find(|slot| self.is_free(*slot)),
            Side::User => (1..32).rev().find(|slot| self.is_free(*slot)),
        }
    }

    pub(crate) fn exists(&self, slot: u8) -> bool {
        self.existing & bit(slot) != 0
    }

    pub(crate) fn is_free(&self, slot: u8) -> bool {
        self.exists(slot) && self.blocked & bit(slot) == 0 && self.holder(slot).is_none()
    }

    pub(crate) fn holder(&self, slot: u8) -> Option<CallId> {
        self.holders.get(usize::from(slot)).copied().flatten()
    }

    pub(crate) fn seize(&mut self, slot: u8, call: CallId) {
        if let Some(holder) = self.holders.get_mut(usize::from(slot)) {
            *holder = Some(call);
        }
    }

    pub(crate) fn release(&mut self, slot: u8) {
        if let Some(holder) = self.holders.get_mut(usize::from(slot)) {
            *holder = None;
        }
    }

    /// Takes slots out of use, or brings them back.
    pub(crate) const fn block(&mut self, slots: u32) {
        self.blocked |= slots;
    }

    pub(crate) const fn unblock(&mut self, slots: u32) {
        self.blocked &= !slots;
    }

    /// All slots that exist.
    pub(crate) const fn all(&self) -> u32 {
        self.existing
    }

    /// How many are held.
    pub(crate) fn busy(&self) -> usize {
        self.holders.iter().flatten().count()
    }

    /// Those out of use.
    pub(crate) const fn blocked(&self) -> u32 {
        self.blocked
    }

    /// We keep a channel on which two SETUPs cross. Clause: Q.931 5.7; that it is the network side is our choice.
    pub(crate) fn keeps_in_glare(&self) -> bool {
        self.side == Side::Network
    }
}

/// The bit of a slot; none above 31.
pub(crate) fn bit(slot: u8) -> u32 {
    1_u32.checked_shl(slot.into()).unwrap_or(0)
}

/// The lowest slot of a set.
pub(crate) fn first(slots: u32) -> Option<u8> {
    (0..32).find(|slot| slots & bit(*slot) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(numbering: ChannelNumbering, side: Side) -> ChannelTable {
        ChannelTable::new(Channels::E1, numbering, side)
    }

    #[test]
    fn every_slot_comes_back_from_the_wire_in_either_numbering_and_form() {
        for numbering in [ChannelNumbering::Physical, ChannelNumbering::Logical] {
            let table = table(numbering, Side::User);
            for slot in (1..32).filter(|slot| *slot != 16) {
                for slot_map in [false, true] {
                    let element = table.element(slot, true, slot_map);
                    assert_eq!(table.named(&element), Named::Slots(bit(slot)), "{slot}");
                }
            }
        }
    }

    #[test]
    fn logical_numbers_from_16_mean_the_slot_above() {
        let table = table(ChannelNumbering::Logical, Side::User);
        let named = |number| table.named(&ChannelIdentification::channel(number, true));
        assert_eq!(named(15), Named::Slots(bit(15)));
        assert_eq!(named(16), Named::Slots(bit(17)));
        assert_eq!(named(30), Named::Slots(bit(31)));
        assert_eq!(named(31), Named::Absent);
        assert_eq!(named(127), Named::Absent);
    }

    #[test]
    fn the_d_channel_slot_is_no_channel() {
        let table = table(ChannelNumbering::Physical, Side::User);
        assert_eq!(table.named(&ChannelIdentification::channel(16, true)), Named::Absent);
        assert_eq!(table.named(&ChannelIdentification::channel(0, true)), Named::Absent);
        assert_eq!(Channels::from_bits(u32::MAX), Channels::E1);
    }

    #[test]
    fn the_sides_hunt_from_opposite_ends_and_pass_over_what_is_not_free() {
        let mut network = table(ChannelNumbering::Physical, Side::Network);
        network.seize(1, CallId(1));
        network.block(bit(2));
        assert_eq!(network.hunt(), Some(3));
        assert_eq!(table(ChannelNumbering::Physical, Side::User).hunt(), Some(31));
        network.block(network.all());
        assert_eq!(network.hunt(), None);
        network.release(1);
        network.unblock(bit(1) | bit(2));
        assert_eq!(network.hunt(), Some(1));
    }
}
