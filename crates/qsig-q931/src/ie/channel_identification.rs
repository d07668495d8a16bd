use alloc::vec::Vec;

use super::{Channels, FieldValue, IeError, group_end, octet};

/// The kind of interface a channel belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Interface {
    /// Two B-channels, named B1 and B2 in octet 3.
    Basic,
    /// Channels by number or slot map.
    Primary,
}

/// How channels of a primary rate interface are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChannelForm {
    /// A channel number each; also the two of a basic interface.
    Numbers,
    /// A slot map of 3 octets (1544 kbit/s), bit 8 of the first is channel 24, bit 1 of the last is channel
    /// 1.
    SlotMap24,
    /// A slot map of 4 octets (2048 kbit/s), bit 8 of the first is time slot 31, bit 1 of the last is time
    /// slot 0.
    SlotMap32,
}

/// Which channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Selection {
    /// None: a signalling connection.
    None,
    /// These.
    Channels(ChannelForm, Channels),
    /// Any.
    Any,
}

/// The channel of a call, or that it needs none.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  | 1 | i | p | 0 | e | d |  sel  |  octet 3: i interface named, p primary rate, e exclusive, d D-channel
///  | 1 |   interface identifier    |  octet 3.1, only if i is 1; goes on while bit 8 is 0
///  | 1 | 0   0 | m | 0   0   1   1 |  octet 3.2, only if p is 1 and sel is 01: m slot map, B-channel units
///  | 1 |      channel number       |  octet 3.3, one each (bit 8 is 1 in the last), or the slot map
/// ```
///
/// With p = 0, sel itself is the channel: 01 is B1, 10 is B2. QSIG names no interface. Refused are other
/// codings than that of ITU-T, other units than B-channels and the reserved selection. Clause: Q.931 4.5.13.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ChannelIdentification {
    /// The kind of interface.
    pub interface: Interface,
    /// The interface, if it is named; at most 28 bits.
    pub interface_id: Option<u32>,
    /// Only this channel will do; else it is preferred.
    pub exclusive: bool,
    /// It is the D-channel.
    pub d_channel: bool,
    /// Which channel.
    pub selection: Selection,
}

impl ChannelIdentification {
    /// The D-channel and no other, of a call-independent signalling connection: `AC`.
    pub const D_CHANNEL: Self = Self {
        interface: Interface::Primary,
        interface_id: None,
        exclusive: true,
        d_channel: true,
        selection: Selection::None,
    };

    /// Any channel: `A3`. Taken, but never sent in a QSIG SETUP.
    pub const ANY: Self =
        Self { exclusive: false, d_channel: false, selection: Selection::Any, ..Self::D_CHANNEL };

    /// One channel by its number, 0 to 127: `A9 83 8n`, or `A1 83 8n` when it is preferred only.
    pub const fn channel(number: u8, exclusive: bool) -> Self {
        Self {
            exclusive,
            d_channel: false,
            selection: Selection::Channels(ChannelForm::Numbers, Channels::one(number)),
            ..Self::D_CHANNEL
        }
    }

    /// The channel, if exactly one is named.
    pub fn number(&self) -> Option<u8> {
        self.channels().single()
    }

    /// The channels named.
    pub const fn channels(&self) -> Channels {
        match self.selection {
            Selection::Channels(_, channels) => channels,
            Selection::None | Selection::Any => Channels::EMPTY,
        }
    }

    /// Reads the contents.
    pub fn parse(octets: &[u8]) -> Result<Self, IeError> {
        let first = octet(octets, 0)?;
        let interface = if first & 0x20 == 0 { Interface::Basic } else { Interface::Primary };
        let (interface_id, at) = if first & 0x40 == 0 {
            (None, 1)
        } else {
            let end = group_end(octets, 1)?;
            (Some(interface_id(octets.get(1..end).unwrap_or_default())?), end)
        };
        let selection = match (interface, first & 3) {
            (_, 0) => Selection::None,
            (_, 3) => Selection::Any,
            (Interface::Basic, number) => Selection::Channels(ChannelForm::Numbers, Channels::one(number)),
            (Interface::Primary, 1) => channels(octets, at)?,
            (Interface::Primary, _) => return Err(IeError::Value { at: 0, octet: first }),
        };
        Ok(Self {
            interface,
            interface_id,
            exclusive: first & 0x08 != 0,
            d_channel: first & 0x04 != 0,
            selection,
        })
    }

    /// Appends the contents.
    pub fn emit(&self, out: &mut Vec<u8>) {
        let selection = match (self.selection, self.interface) {
            (Selection::None, _) => 0,
            (Selection::Any, _) => 3,
            (Selection::Channels(..), Interface::Primary) => 1,
            (Selection::Channels(_, channels), Interface::Basic) => 1 + u8::from(channels.contains(2)),
        };
        let primary = u8::from(self.interface == Interface::Primary);
        let named = u8::from(self.interface_id.is_some());
        out.push(
            0x80 | named << 6
                | primary << 5
                | u8::from(self.exclusive) << 3
                | u8::from(self.d_channel) << 2
                | selection,
        );
        if let Some(id) = self.interface_id {
            let groups = [21, 14, 7].into_iter().filter(|shift| id >> shift != 0);
            out.extend(groups.map(|shift| low_7_bits(id >> shift)));
            out.push(0x80 | low_7_bits(id));
        }
        if let (Interface::Primary, Selection::Channels(form, channels)) = (self.interface, self.selection) {
            emit_channels(form, channels, out);
        }
    }

    /// Calls `out` with each field.
    pub fn fields(&self, out: &mut dyn FnMut(&'static str, FieldValue<'_>)) {
        let interface = match self.interface {
            Interface::Basic => "basic",
            Interface::Primary => "primary",
        };
        out("interface", FieldValue::Text(interface));
        if let Some(id) = self.interface_id {
            out("interface_id", FieldValue::Number(id.into()));
        }
        out("exclusive", FieldValue::Bool(self.exclusive));
        out("d_channel", FieldValue::Bool(self.d_channel));
        match self.selection {
            Selection::None => out("selection", FieldValue::Text("none")),
            Selection::Any => out("selection", FieldValue::Text("any")),
            Selection::Channels(form, channels) => {
                out("selection", FieldValue::Text("indicated"));
                out("slot_map", FieldValue::Bool(form != ChannelForm::Numbers));
                if let Some(channel) = channels.single() {
                    out("channel", FieldValue::Number(channel.into()));
                } else {
                    let mut numbers = [0; 128];
                    numbers.iter_mut().zip(channels.iter()).for_each(|(to, number)| *to = number);
                    out("channels", FieldValue::Numbers(numbers.get(..channels.len()).unwrap_or_default()));
                }
            }
        }
    }
}

/// Octet 3.1 and what extends it.
fn interface_id(octets: &[u8]) -> Result<u32, IeError> {
    if octets.len() > 4 {
        return Err(IeError::Length { at: 1, length: octets.len() });
    }
    Ok(octets.iter().fold(0, |id, octet| id << 7 | u32::from(octet & 0x7F)))
}

/// Octets 3.2 and 3.3; the first is at `at`.
fn channels(octets: &[u8], at: usize) -> Result<Selection, IeError> {
    let kind = octet(octets, at)?;
    if kind & 0x6F != 0x03 {
        return Err(IeError::Value { at, octet: kind });
    }
    let list = octets.get(at + 1..).unwrap_or_default();
    let (form, channels) = match (kind & 0x10 != 0, list) {
        (false, []) => return Err(IeError::Cut { at: at + 1 }),
        // Some senders set bit 8 in every number, so the list ends with the contents.
        (false, numbers) => (ChannelForm::Numbers, numbers.iter().copied().collect()),
        (true, [a, b, c]) => (
            ChannelForm::SlotMap24,
            Channels::from_mask(u128::from(u32::from_be_bytes([0, *a, *b, *c])) << 1),
        ),
        (true, [a, b, c, d]) => {
            (ChannelForm::SlotMap32, Channels::from_mask(u32::from_be_bytes([*a, *b, *c, *d]).into()))
        }
        (true, map) => return Err(IeError::Length { at: at + 1, length: map.len() }),
    };
    Ok(Selection::Channels(form, channels))
}

/// Octets 3.2 and 3.3.
fn emit_channels(form: ChannelForm, channels: Channels, out: &mut Vec<u8>) {
    match form {
        ChannelForm::Numbers => {
            out.push(0x83);
            out.extend(channels.iter());
            if let Some(last) = out.last_mut() {
                *last |= 0x80;
            }
        }
        ChannelForm::SlotMap24 => {
            out.push(0x93);
            let [.., a, b, c] = (channels.mask() >> 1).to_be_bytes();
            out.extend_from_slice(&[a, b, c]);
        }
        ChannelForm::SlotMap32 => {
            out.push(0x93);
            let [.., a, b, c, d] = channels.mask().to_be_bytes();
            out.extend_from_slice(&[a, b, c, d]);
        }
    }
}

fn low_7_bits(id: u32) -> u8 {
    u8::try_from(id & 0x7F).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        ElementId,
        ie::tests::{refuses, stands},
    };

    const ID: ElementId = ElementId::CHANNEL_IDENTIFICATION;

    #[test]
    fn the_usual_ones_have_their_octets() {
        stands(ChannelIdentification::channel(1, true), &[0xA9, 0x83, 0x81], 3);
        stands(ChannelIdentification::channel(31, false), &[0xA1, 0x83, 0x9F], 3);
        stands(ChannelIdentification::D_CHANNEL, &[0xAC], 1);
        stands(ChannelIdentification::ANY, &[0xA3], 1);
        let two = [1, 2].into_iter().collect();
        let selection = Selection::Channels(ChannelForm::Numbers, two);
        let listed = ChannelIdentification { selection, ..ChannelIdentification::channel(1, true) };
        stands(listed, &[0xA9, 0x83, 0x01, 0x82], 3);
        assert_eq!(listed.number(), None);
        assert_eq!(ChannelIdentification::parse(&[0xA9, 0x83, 0x81, 0x82]), Ok(listed));
    }

    #[test]
    fn bit_1_of_a_slot_map_is_slot_0_at_2048_and_channel_1_at_1544_kbit_s() {
        let map = |form, channels: &[u8]| ChannelIdentification {
            selection: Selection::Channels(form, channels.iter().copied().collect()),
            ..ChannelIdentification::channel(0, true)
        };
        stands(map(ChannelForm::SlotMap32, &[0, 31]), &[0xA9, 0x93, 0x80, 0, 0, 0x01], 5);
        stands(map(ChannelForm::SlotMap24, &[1, 24]), &[0xA9, 0x93, 0x80, 0, 0x01], 5);
        refuses(ID, &[0xA9, 0x93, 1, 2], IeError::Length { at: 2, length: 2 });
    }

    #[test]
    fn a_basic_interface_names_its_channels_in_octet_3() {
        let b2 =
            ChannelIdentification { interface: Interface::Basic, ..ChannelIdentification::channel(2, true) };
        stands(b2, &[0x8A], 1);
        let connection =
            ChannelIdentification { interface: Interface::Basic, ..ChannelIdentification::D_CHANNEL };
        stands(connection, &[0x8C], 1);
    }

    #[test]
    fn a_named_interface_is_kept() {
        let named =
            |id| ChannelIdentification { interface_id: Some(id), ..ChannelIdentification::channel(3, true) };
        stands(named(5), &[0xE9, 0x85, 0x83, 0x83], 4);
        refuses(ID, &[0xE9, 0, 0, 0, 0, 0x81], IeError::Length { at: 1, length: 5 });
        let mut out = Vec::new();
        named(0x1234).emit(&mut out);
        assert_eq!(out, [0xE9, 0x24, 0xB4, 0x83, 0x83]);
        assert_eq!(ChannelIdentification::parse(&out), Ok(named(0x1234)));
        refuses(ID, &[0xE9, 0x85], IeError::Cut { at: 2 });
    }

    #[test]
    fn other_codings_and_units_and_the_reserved_selection_are_refused() {
        refuses(ID, &[0xA9, 0xA3, 0x81], IeError::Value { at: 1, octet: 0xA3 });
        refuses(ID, &[0xA9, 0x86, 0x81], IeError::Value { at: 1, octet: 0x86 });
        refuses(ID, &[0xAA, 0x83, 0x81], IeError::Value { at: 0, octet: 0xAA });
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn every_set_of_channels_comes_back(
            numbers in proptest::collection::vec(0..128u8, 1..40),
            exclusive: bool,
        ) {
            let selection = Selection::Channels(ChannelForm::Numbers, numbers.into_iter().collect());
            let value = ChannelIdentification { selection, ..ChannelIdentification::channel(0, exclusive) };
            let mut out = Vec::new();
            value.emit(&mut out);
            prop_assert_eq!(ChannelIdentification::parse(&out), Ok(value));
            let (last, others) = out.split_last().unwrap();
            prop_assert!(last & 0x80 != 0 && others[2..].iter().all(|octet| octet & 0x80 == 0));
        }
    }
}
