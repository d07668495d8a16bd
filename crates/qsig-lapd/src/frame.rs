use alloc::vec::Vec;

use qsig_core::Side;

use crate::FrameType;

/// A frame without FCS, as it stands on the line. Its meaning as command or response depends on who sent it.
///
/// ```text
///    8   7   6   5   4   3   2   1
///  |         SAPI          |C/R| 0 |  octet 1
///  |            TEI            | 1 |  octet 2
///  |            control            |  octet 3, for I, RR, RNR and REJ also octet 4
///  |          information          |
/// ```
///
/// Information is kept whether the frame may have it or not: that is for the data link to judge.
///
/// Clause: Q.921 2 and 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Frame<'a> {
    /// Octets 1 and 2.
    pub address: Address,
    /// The control field.
    pub control: Control,
    /// What follows the control field.
    pub information: &'a [u8],
}

/// The address field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// Service access point identifier, 0 to 63; higher bits are cut off when sent.
    pub sapi: u8,
    /// The command/response bit.
    pub cr: bool,
    /// Terminal endpoint identifier, 0 to 127; the highest bit is cut off when sent.
    pub tei: u8,
}

/// The control field, modulo 128. Numbers are 0 to 127; the highest bit is cut off when sent.
///
/// Clause: Q.921 3.4.
#[allow(missing_docs, reason = "the names of the fields are those of the standard: N(S), N(R), P, F, P/F")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Control {
    /// Information.
    I { ns: u8, nr: u8, p: bool },
    /// Receive ready.
    Rr { nr: u8, p_f: bool },
    /// Receive not ready.
    Rnr { nr: u8, p_f: bool },
    /// Reject.
    Rej { nr: u8, p_f: bool },
    /// Set asynchronous balanced mode extended.
    Sabme { p: bool },
    /// Disconnected mode.
    Dm { f: bool },
    /// Unnumbered information.
    Ui { p: bool },
    /// Disconnect.
    Disc { p: bool },
    /// Unnumbered acknowledgement.
    Ua { f: bool },
    /// Frame reject.
    Frmr { f: bool },
    /// Exchange identification.
    Xid { p_f: bool },
    /// Octet 3 when it is none of the above: modulo 8 SABM, or reserved bits of a supervisory frame set (our
    /// choice, because a bit that is reserved today may change the meaning of the frame tomorrow). Whatever
    /// follows it is in `information`.
    Unknown(u8),
}

/// Why octets are not a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum FrameError {
    /// The octets end before address and control field do.
    #[error("frame cut after {have} octets")]
    Cut {
        /// Octets that were there.
        have: usize,
    },
    /// The extension bit of an address octet is wrong: octet 1 needs 0, octet 2 needs 1.
    #[error("wrong extension bit in address octet {octet:02x} at offset {offset}")]
    Extension {
        /// 0 or 1.
        offset: usize,
        /// The octet that was there.
        octet: u8,
    },
}

const CR: u8 = 0x02;
const P_F: u8 = 0x10;

impl<'a> Frame<'a> {
    /// Takes a whole frame. Any SAPI and TEI is taken, and any control field.
    pub fn parse(octets: &'a [u8]) -> Result<Self, FrameError> {
        let cut = FrameError::Cut { have: octets.len() };
        let [first, second, third, rest @ ..] = octets else { return Err(cut) };
        if first & 1 != 0 {
            return Err(FrameError::Extension { offset: 0, octet: *first });
        }
        if second & 1 != 1 {
            return Err(FrameError::Extension { offset: 1, octet: *second });
        }
        let address = Address { sapi: first >> 2, cr: first & CR != 0, tei: second >> 1 };
        let (control, information) = Control::parse(*third, rest).ok_or(cut)?;
        Ok(Self { address, control, information })
    }

    /// Appends the frame.
    pub fn emit(&self, out: &mut Vec<u8>) {
        let Address { sapi, cr, tei } = self.address;
        out.extend_from_slice(&[sapi << 2 | if cr { CR } else { 0 }, tei << 1 | 1]);
        self.control.emit(out);
        out.extend_from_slice(self.information);
    }

    /// Whether this is a command, if `sender` sent it; else it is a response.
    ///
    /// Clause: Q.921 3.3.2.
    pub const fn is_command(&self, sender: Side) -> bool {
        self.address.cr == matches!(sender, Side::Network)
    }

    /// The frame's name.
    pub const fn frame_type(&self) -> FrameType {
        self.control.frame_type()
    }

    /// The poll or final bit; `None` if the control field is unknown.
    pub const fn p_f(&self) -> Option<bool> {
        match self.control {
            Control::I { p, .. } | Control::Sabme { p } | Control::Ui { p } | Control::Disc { p } => Some(p),
            Control::Dm { f } | Control::Ua { f } | Control::Frmr { f } => Some(f),
            Control::Rr { p_f, .. }
            | Control::Rnr { p_f, .. }
            | Control::Rej { p_f, .. }
            | Control::Xid { p_f } => Some(p_f),
            Control::Unknown(_) => None,
        }
    }

    /// N(S), of an I frame.
    pub const fn ns(&self) -> Option<u8> {
        match self.control {
            Control::I { ns, .. } => Some(ns),
            _ => None,
        }
    }

    /// N(R), of an I or supervisory frame.
    pub const fn nr(&self) -> Option<u8> {
        match self.control {
            Control::I { nr, .. }
            | Control::Rr { nr, .. }
            | Control::Rnr { nr, .. }
            | Control::Rej { nr, .. } => Some(nr),
            _ => None,
        }
    }
}

impl Control {
    /// The frame's name.
    pub const fn frame_type(&self) -> FrameType {
        match self {
            Self::I { .. } => FrameType::I,
            Self::Rr { .. } => FrameType::Rr,
            Self::Rnr { .. } => FrameType::Rnr,
            Self::Rej { .. } => FrameType::Rej,
            Self::Sabme { .. } => FrameType::Sabme,
            Self::Dm { .. } => FrameType::Dm,
            Self::Ui { .. } => FrameType::Ui,
            Self::Disc { .. } => FrameType::Disc,
            Self::Ua { .. } => FrameType::Ua,
            Self::Frmr { .. } => FrameType::Frmr,
            Self::Xid { .. } => FrameType::Xid,
            Self::Unknown(_) => FrameType::Unknown,
        }
    }

    /// From octet 3 and what follows it; `None` if octet 4 is missing.
    fn parse(first: u8, rest: &[u8]) -> Option<(Self, &[u8])> {
        if first & 1 == 0 || matches!(first, 0x01 | 0x05 | 0x09) {
            let (&second, rest) = rest.split_first()?;
            let (nr, p_f) = (second >> 1, second & 1 != 0);
            let control = match first {
                0x01 => Self::Rr { nr, p_f },
                0x05 => Self::Rnr { nr, p_f },
                0x09 => Self::Rej { nr, p_f },
                _ => Self::I { ns: first >> 1, nr, p: p_f },
            };
            return Some((control, rest));
        }
        let p_f = first & P_F != 0;
        let control = match first & !P_F {
            0x6F => Self::Sabme { p: p_f },
            0x0F => Self::Dm { f: p_f },
            0x03 => Self::Ui { p: p_f },
            0x43 => Self::Disc { p: p_f },
            0x63 => Self::Ua { f: p_f },
            0x87 => Self::Frmr { f: p_f },
            0xAF => Self::Xid { p_f },
            _ => Self::Unknown(first),
        };
        Some((control, rest))
    }

    fn emit(self, out: &mut Vec<u8>) {
        let two = |first: u8, nr: u8, p_f: bool| ([first, nr << 1 | u8::from(p_f)], 2);
        let one = |octet: u8, p_f: bool| ([octet | if p_f { P_F } else { 0 }, 0], 1);
        let (octets, length) = match self {
            Self::I { ns, nr, p } => two(ns << 1, nr, p),
            Self::Rr { nr, p_f } => two(0x01, nr, p_f),
            Self::Rnr { nr, p_f } => two(0x05, nr, p_f),
            Self::Rej { nr, p_f } => two(0x09, nr, p_f),
            Self::Sabme { p } => one(0x6F, p),
            Self::Dm { f } => one(0x0F, f),
            Self::Ui { p } => one(0x03, p),
            Self::Disc { p } => one(0x43, p),
            Self::Ua { f } => one(0x63, f),
            Self::Frmr { f } => one(0x87, f),
            Self::Xid { p_f } => one(0xAF, p_f),
            Self::Unknown(octet) => one(octet, false),
        };
        out.extend(octets.into_iter().take(length));
    }
}

#[cfg(test)]
mod tests {
    use alloc::{string::String, vec};
    use core::fmt::Write;

    use proptest::prelude::*;

    use super::*;

    fn emitted(frame: &Frame<'_>) -> Vec<u8> {
        let mut out = Vec::new();
        frame.emit(&mut out);
        out
    }

    /// Octets, who sent them, and the frame's name, whether it is a command, P/F, N(S), N(R).
    const VECTORS: &[(&[u8], Side, &str)] = &[
        (&[0x00, 0x01, 0x7F], Side::User, "SABME command 1 - -"),
        (&[0x02, 0x01, 0x7F], Side::Network, "SABME command 1 - -"),
        (&[0x00, 0x01, 0x73], Side::Network, "UA response 1 - -"),
        (&[0x02, 0x01, 0x73], Side::User, "UA response 1 - -"),
        (&[0x00, 0x01, 0x53], Side::User, "DISC command 1 - -"),
        (&[0x00, 0x01, 0x1F], Side::Network, "DM response 1 - -"),
        (&[0x00, 0x01, 0x0F], Side::Network, "DM response 0 - -"),
        (&[0x00, 0x01, 0x01, 0x02], Side::Network, "RR response 0 - 1"),
        (&[0x00, 0x01, 0x01, 0x03], Side::User, "RR command 1 - 1"),
        (&[0x00, 0x01, 0x01, 0x03], Side::Network, "RR response 1 - 1"),
        (&[0x00, 0x01, 0x05, 0x02], Side::User, "RNR command 0 - 1"),
        (&[0x00, 0x01, 0x09, 0x02], Side::Network, "REJ response 0 - 1"),
        (&[0x02, 0x01, 0x01, 0x0B], Side::Network, "RR command 1 - 5"),
        (&[0x02, 0x01, 0x01, 0x07], Side::User, "RR response 1 - 3"),
        (&[0x00, 0x01, 0x87, 0x0A, 0x00, 0x04, 0x06, 0x01], Side::Network, "FRMR response 0 - -"),
        (&[0x00, 0x01, 0xAF], Side::User, "XID command 0 - -"),
        (&[0x00, 0x01, 0x00, 0x00, 0x08], Side::User, "I command 0 0 0"),
        (&[0x02, 0x01, 0xFE, 0xFF, 0x08], Side::Network, "I command 1 127 127"),
        (&[0x02, 0x01, 0x03, 0x08], Side::Network, "UI command 0 - -"),
        (&[0x02, 0x01, 0x3F], Side::Network, "unknown command - - -"),
        (&[0x02, 0x01, 0x0D, 0x00], Side::Network, "unknown command - - -"),
    ];

    #[test]
    fn vectors_parse_and_emit() {
        for &(octets, sender, wanted) in VECTORS {
            let frame = Frame::parse(octets).unwrap();
            let role = if frame.is_command(sender) { "command" } else { "response" };
            let mut seen = String::new();
            write!(seen, "{} {role}", frame.frame_type()).unwrap();
            for number in [frame.p_f().map(u8::from), frame.ns(), frame.nr()] {
                match number {
                    Some(number) => write!(seen, " {number}").unwrap(),
                    None => seen.push_str(" -"),
                }
            }
            assert_eq!(seen, wanted, "{octets:02x?}");
            assert_eq!(emitted(&frame), octets);
        }
    }

    #[test]
    fn refuses_each_cut_and_wrong_extension_bits() {
        for length in 0..4 {
            let cut = Frame::parse(&[0x00, 0x01, 0x00, 0x00][..length]);
            assert_eq!(cut.is_err(), length < 4, "an I frame of {length} octets");
        }
        assert_eq!(Frame::parse(&[0x02, 0x01]), Err(FrameError::Cut { have: 2 }));
        assert_eq!(Frame::parse(&[0x01, 0x01, 0x7F]), Err(FrameError::Extension { offset: 0, octet: 0x01 }));
        assert_eq!(Frame::parse(&[0x00, 0x00, 0x7F]), Err(FrameError::Extension { offset: 1, octet: 0x00 }));
    }

    #[test]
    fn every_address_and_control_field_comes_back_as_it_was() {
        for [a, b] in (0..=u16::MAX).map(u16::to_be_bytes) {
            for octets in [vec![a, b, 0x7F], vec![0x00, 0x01, a, b], vec![0x02, 0x01, a]] {
                if let Ok(frame) = Frame::parse(&octets) {
                    assert_eq!(emitted(&frame), octets);
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn what_parses_comes_back_as_it_was(octets in prop::collection::vec(any::<u8>(), 0..20)) {
            if let Ok(frame) = Frame::parse(&octets) {
                prop_assert_eq!(emitted(&frame), octets);
            }
        }
    }
}
