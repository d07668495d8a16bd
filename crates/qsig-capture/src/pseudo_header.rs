use qsig_core::Side;

/// The 16 octets in front of a frame of link type 177 (`LINUX_LAPD`).
///
/// ```text
///   octets 0-1    packet type: 0 to us, 3 between others, 4 sent by us
///   octets 2-3    ARPHRD type: 0x20FD (some writers: 0)
///   octets 4-5    length of the address: 1 (some writers: 0)
///   octets 6-13   address: the first octet is 1 where we are the network side
///   octets 14-15  protocol: 0x0030, LAPD
/// ```
///
/// All fields are big-endian. Only the packet type, the first octet of the address and the protocol are looked
/// at, as Wireshark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PseudoHeader {
    /// Which side the recording node is.
    pub local: Side,
    /// Which side sent the frame.
    pub sender: Side,
}

/// Why a packet of link type 177 does not begin with its pseudo header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PseudoHeaderError {
    /// The packet ends before the header does.
    #[error("pseudo header cut after {have} octets")]
    Cut {
        /// Octets that were there.
        have: usize,
    },
    /// The protocol is not LAPD.
    #[error("protocol {0:#06x} instead of LAPD (0x0030)")]
    Protocol(u16),
}

const OUTGOING: u16 = 4;
const OTHER_HOST: u16 = 3;
const ARPHRD_LAPD: [u8; 2] = [0x20, 0xFD];
const ETH_P_LAPD: u16 = 0x0030;

impl PseudoHeader {
    /// Octets that the header takes.
    pub const LENGTH: usize = 16;

    /// Takes the header from the front and returns the frame behind it.
    pub fn parse(packet: &[u8]) -> Result<(Self, &[u8]), PseudoHeaderError> {
        let &[t1, t2, _, _, _, _, address, _, _, _, _, _, _, _, p1, p2, ref frame @ ..] = packet else {
            return Err(PseudoHeaderError::Cut { have: packet.len() });
        };
        let protocol = u16::from_be_bytes([p1, p2]);
        if protocol != ETH_P_LAPD {
            return Err(PseudoHeaderError::Protocol(protocol));
        }
        let local = if address == 0 { Side::User } else { Side::Network };
        let sender = match u16::from_be_bytes([t1, t2]) {
            OUTGOING => local,
            // A terminal that listens on a passive bus hears what other terminals send.
            OTHER_HOST => Side::User,
            _ => local.peer(),
        };
        Ok((Self { local, sender }, frame))
    }

    /// Appends the 16 octets.
    pub fn emit(self, out: &mut Vec<u8>) {
        let packet_type = if self.sender == self.local { OUTGOING } else { 0 };
        out.extend_from_slice(&packet_type.to_be_bytes());
        out.extend_from_slice(&ARPHRD_LAPD);
        out.extend_from_slice(&[0, 1]);
        out.extend_from_slice(&[u8::from(self.local == Side::Network), 0, 0, 0, 0, 0, 0, 0]);
        out.extend_from_slice(&ETH_P_LAPD.to_be_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENT_BY_NETWORK: [u8; 16] = [0, 4, 0x20, 0xFD, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0x30];

    #[test]
    fn parses_what_libpri_peers_record() {
        let packet = [&SENT_BY_NETWORK[..], &[0x02, 0x01, 0x7F]].concat();
        let (header, frame) = PseudoHeader::parse(&packet).unwrap();
        assert_eq!(header, PseudoHeader { local: Side::Network, sender: Side::Network });
        assert_eq!(frame, [0x02, 0x01, 0x7F]);
    }

    #[test]
    fn emits_the_same_octets() {
        let mut out = Vec::new();
        PseudoHeader { local: Side::Network, sender: Side::Network }.emit(&mut out);
        assert_eq!(out, SENT_BY_NETWORK);
    }

    #[test]
    fn all_four_directions_survive() {
        for local in [Side::User, Side::Network] {
            for sender in [Side::User, Side::Network] {
                let header = PseudoHeader { local, sender };
                let mut out = Vec::new();
                header.emit(&mut out);
                assert_eq!(PseudoHeader::parse(&out), Ok((header, &[][..])));
            }
        }
    }

    #[test]
    fn what_others_send_comes_from_the_user() {
        let mut octets = SENT_BY_NETWORK;
        octets[1] = 3;
        assert_eq!(PseudoHeader::parse(&octets).unwrap().0.sender, Side::User);
    }

    #[test]
    fn refuses_each_cut_and_other_protocols() {
        for have in 0..16 {
            let cut = PseudoHeader::parse(&SENT_BY_NETWORK[..have]);
            assert_eq!(cut, Err(PseudoHeaderError::Cut { have }));
        }
        let mut octets = SENT_BY_NETWORK;
        octets[14] = 0x08;
        assert_eq!(PseudoHeader::parse(&octets), Err(PseudoHeaderError::Protocol(0x0830)));
    }
}
