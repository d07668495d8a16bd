use qsig_ber::{Element, Tag, Writer};

use crate::{
    ValueError,
    party::PartyNumber,
    read::{Fields, explicit},
};

/// What stands before the components of a Facility information element, and holds for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Header {
    /// The protocol profile.
    pub profile: Profile,
    /// From which kind of PINX to which; absent: for the adjacent PINX.
    pub extension: Option<NetworkFacilityExtension>,
    /// The network protocol profile; only 17, ROSE, is taken, and it says no more than its absence.
    pub network_protocol_profile: Option<u8>,
    /// What to do about an invoke that is not recognized; absent: reject it.
    pub interpretation: Option<Interpretation>,
}

/// Bits 5 to 1 of the first octet of the contents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// `91`: ROSE.
    Rose,
    /// `9F`: networking extensions, the one that QSIG sends.
    #[default]
    NetworkingExtensions,
}

/// NetworkFacilityExtension, `AA`.
///
/// Standard: ECMA-165.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NetworkFacilityExtension {
    /// Who sent it.
    pub source: EntityType,
    /// The number of that PINX.
    pub source_address: Option<EntityAddress>,
    /// Who is to act on it.
    pub destination: EntityType,
    /// The number of that PINX.
    pub destination_address: Option<EntityAddress>,
}

/// EntityType: a kind of PINX.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityType {
    /// 0: the PINX at the end of the call.
    EndPinx,
    /// 1: the next PINX that can.
    AnyTypeOfPinx,
    /// Any other value, kept.
    Other(i32),
}

/// The address of a PINX.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityAddress {
    /// A number.
    Number(PartyNumber),
    /// `82`: an NSAP, which QSIG does not route on.
    Nsap([u8; 20]),
}

/// InterpretationComponent, `8B`: what to do about an invoke whose operation is not recognized.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Interpretation {
    /// 0: leave it.
    DiscardAnyUnrecognisedInvokePdu,
    /// 1: clear the call or connection.
    ClearCallIfAnyInvokePduNotRecognised,
    /// 2: reject it.
    RejectAnyUnrecognisedInvokePdu,
    /// Any other value, kept; means the same as 0.
    Other(i32),
}

pub(crate) const EXTENSION: Tag = Tag::context(10).constructed();
pub(crate) const NETWORK_PROTOCOL_PROFILE: Tag = Tag::context(18);
pub(crate) const INTERPRETATION: Tag = Tag::context(11);
const SOURCE: Tag = Tag::context(0);
const SOURCE_ADDRESS: Tag = Tag::context(1).constructed();
const DESTINATION: Tag = Tag::context(2);
const DESTINATION_ADDRESS: Tag = Tag::context(3).constructed();
const NSAP: Tag = Tag::context(2);

impl Header {
    /// From end PINX to end PINX without addresses, as every operation of call completion is sent:
    /// `9F AA 06 80 01 00 82 01 00`, then `8B 01 xx` where an interpretation is given.
    pub const fn end_to_end(interpretation: Option<Interpretation>) -> Self {
        Self {
            profile: Profile::NetworkingExtensions,
            extension: Some(NetworkFacilityExtension::END_TO_END),
            network_protocol_profile: None,
            interpretation,
        }
    }

    pub(crate) fn emit(&self, writer: &mut Writer<'_>) {
        writer.raw(&[self.profile.octet()]);
        if let Some(extension) = &self.extension {
            extension.emit(writer);
        }
        if let Some(profile) = self.network_protocol_profile {
            writer.integer(NETWORK_PROTOCOL_PROFILE, profile.into());
        }
        if let Some(interpretation) = self.interpretation {
            writer.integer(INTERPRETATION, interpretation.value());
        }
    }
}

impl Profile {
    pub(crate) const fn from_octet(octet: u8) -> Option<Self> {
        match octet {
            0x91 => Some(Self::Rose),
            0x9F => Some(Self::NetworkingExtensions),
            _ => None,
        }
    }

    /// The first octet of the contents.
    pub const fn octet(self) -> u8 {
        match self {
            Self::Rose => 0x91,
            Self::NetworkingExtensions => 0x9F,
        }
    }
}

impl NetworkFacilityExtension {
    /// From end PINX to end PINX, without addresses.
    pub const END_TO_END: Self = Self {
        source: EntityType::EndPinx,
        source_address: None,
        destination: EntityType::EndPinx,
        destination_address: None,
    };

    const END_TO_END_OCTETS: &[u8] = &[0xAA, 6, 0x80, 1, 0, 0x82, 1, 0];

    pub(crate) fn parse(element: &Element<'_>) -> Result<Self, ValueError> {
        // Nearly all are this one.
        if element.octets == Self::END_TO_END_OCTETS {
            return Ok(Self::END_TO_END);
        }
        let (mut source, mut source_address, mut destination, mut destination_address) =
            (None, None, None, None);
        let mut fields = Fields::of(element)?;
        while let Some(field) = fields.next_field()? {
            if field.is(SOURCE) && source.is_none() {
                source = Some(EntityType::new(field.integer()?));
            } else if field.is(DESTINATION) && destination.is_none() {
                destination = Some(EntityType::new(field.integer()?));
            } else if field.is(SOURCE_ADDRESS) && source_address.is_none() {
                source_address = Some(EntityAddress::parse(&explicit("sourceEntityAddress", &field)?)?);
            } else if field.is(DESTINATION_ADDRESS) && destination_address.is_none() {
                destination_address =
                    Some(EntityAddress::parse(&explicit("destinationEntityAddress", &field)?)?);
            }
        }
        let missing = |field| ValueError::Missing { field, offset: element.offset };
        Ok(Self {
            source: source.ok_or(missing("sourceEntity"))?,
            source_address,
            destination: destination.ok_or(missing("destinationEntity"))?,
            destination_address,
        })
    }

    fn emit(&self, writer: &mut Writer<'_>) {
        writer.constructed(EXTENSION, |writer| {
            writer.integer(SOURCE, self.source.value());
            if let Some(address) = &self.source_address {
                writer.constructed(SOURCE_ADDRESS, |writer| address.emit(writer));
            }
            writer.integer(DESTINATION, self.destination.value());
            if let Some(address) = &self.destination_address {
                writer.constructed(DESTINATION_ADDRESS, |writer| address.emit(writer));
            }
        });
    }
}

impl EntityAddress {
    fn parse(element: &Element<'_>) -> Result<Self, ValueError> {
        if !element.is(NSAP) {
            return PartyNumber::parse(element).map(Self::Number);
        }
        let octets = element.string(Tag::OCTET_STRING)?;
        let nsap = <[u8; 20]>::try_from(&*octets);
        nsap.map(Self::Nsap).map_err(|_| ValueError::out_of_range("nsapEncodedNumber", element))
    }

    fn emit(&self, writer: &mut Writer<'_>) {
        match self {
            Self::Number(number) => number.emit(writer),
            Self::Nsap(octets) => writer.primitive(NSAP, octets),
        }
    }
}

impl EntityType {
    const fn new(value: i32) -> Self {
        match value {
            0 => Self::EndPinx,
            1 => Self::AnyTypeOfPinx,
            other => Self::Other(other),
        }
    }

    /// The ENUMERATED value.
    pub const fn value(self) -> i32 {
        match self {
            Self::EndPinx => 0,
            Self::AnyTypeOfPinx => 1,
            Self::Other(other) => other,
        }
    }
}

impl Interpretation {
    pub(crate) const fn new(value: i32) -> Self {
        match value {
            0 => Self::DiscardAnyUnrecognisedInvokePdu,
            1 => Self::ClearCallIfAnyInvokePduNotRecognised,
            2 => Self::RejectAnyUnrecognisedInvokePdu,
            other => Self::Other(other),
        }
    }

    /// The ENUMERATED value.
    pub const fn value(self) -> i32 {
        match self {
            Self::DiscardAnyUnrecognisedInvokePdu => 0,
            Self::ClearCallIfAnyInvokePduNotRecognised => 1,
            Self::RejectAnyUnrecognisedInvokePdu => 2,
            Self::Other(other) => other,
        }
    }
}
