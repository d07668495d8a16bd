use alloc::vec::Vec;

use qsig_ber::{Class, Element, Reader, Writer};

use crate::{
    Component, Header, Interpretation, NetworkFacilityExtension, Problem, Profile, Reason, Refused,
    ValueError,
    component::{INVOKE, REJECT, RETURN_ERROR, RETURN_RESULT},
    header::{EXTENSION, INTERPRETATION, NETWORK_PROTOCOL_PROFILE},
    parse,
};

/// The contents of a Facility information element (what follows `1C` and the length octet): a header, then
/// components.
///
/// ```text
/// | 9F | network facility extension | network protocol profile | interpretation | component | component ...
/// ```
///
/// Standard: Q.932 and ECMA-165.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facility<'a> {
    /// What holds for all components.
    pub header: Header,
    components: &'a [u8],
    offset: usize,
}

/// The contents would be longer than an information element can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Facility contents of {octets} octets, at most 255 are possible")]
pub struct TooLong {
    /// How many there would be.
    pub octets: usize,
}

impl<'a> Facility<'a> {
    /// The longest contents of an information element.
    pub const MAX_OCTETS: usize = crate::limits::FACILITY_OCTETS;

    /// Reads the header, whose elements may come in any order.
    ///
    /// What cannot be taken as a whole is refused: without a problem (it is to be ignored) where the profile is not
    /// ROSE, with a general problem and no invoke id where the header is wrong.
    pub fn parse(contents: &'a [u8]) -> Result<Self, Refused<'a>> {
        let refused = |problem, reason, offset| Refused {
            problem,
            invoke_id: None,
            code: None,
            reason,
            offset,
            octets: contents,
        };
        let wrong = |error: ValueError| {
            let broken = error.is_broken();
            let problem =
                if broken { Problem::BADLY_STRUCTURED_COMPONENT } else { Problem::MISTYPED_COMPONENT };
            refused(Some(problem), error.into(), error.offset())
        };
        let (&octet, rest) = contents.split_first().ok_or(refused(None, Reason::Empty, 0))?;
        let profile = Profile::from_octet(octet).ok_or(refused(None, Reason::ProtocolProfile(octet), 0))?;
        let mut header =
            Header { profile, extension: None, network_protocol_profile: None, interpretation: None };
        let mut reader = Reader::at(rest, 1);
        loop {
            let (components, offset) = (reader.rest(), reader.offset());
            if let [0xA1..=0xA4, ..] = components {
                return Ok(Self { header, components, offset });
            }
            match reader.next() {
                Some(Ok(element)) if element.is(EXTENSION) && header.extension.is_none() => {
                    let extension = NetworkFacilityExtension::parse(&element).map_err(wrong)?;
                    header.extension = Some(extension);
                }
                Some(Ok(element)) if element.is(INTERPRETATION) && header.interpretation.is_none() => {
                    let value = element.integer().map_err(|error| wrong(error.into()))?;
                    header.interpretation = Some(Interpretation::new(value));
                }
                Some(Ok(element))
                    if element.is(NETWORK_PROTOCOL_PROFILE) && header.network_protocol_profile.is_none() =>
                {
                    let value = element.integer().map_err(|error| wrong(error.into()))?;
                    if value != ROSE {
                        return Err(refused(None, Reason::NetworkProtocolProfile(value), element.offset));
                    }
                    header.network_protocol_profile = u8::try_from(value).ok();
                }
                Some(Ok(element)) if is_passed_over(&element) => {}
                // What cannot be read here is for the components to refuse.
                _ => return Ok(Self { header, components, offset }),
            }
        }
    }

    /// The components in their order.
    ///
    /// A refused one does not end the iteration. Octets after the last component that form no element are refused
    /// without a problem.
    pub const fn components(&self) -> Components<'a> {
        Components { reader: Reader::at(self.components, self.offset), seen: false }
    }

    /// Writes contents at the end of `out`, which is left as it was when they would be too long.
    pub fn emit(header: &Header, components: &[Component<'_>], out: &mut Vec<u8>) -> Result<(), TooLong> {
        let start = out.len();
        let mut writer = Writer::new(out);
        header.emit(&mut writer);
        for component in components {
            component.emit(&mut writer);
        }
        let octets = out.len().saturating_sub(start);
        if octets > Self::MAX_OCTETS {
            out.truncate(start);
            return Err(TooLong { octets });
        }
        Ok(())
    }
}

/// The components of a Facility information element; see [`Facility::components`].
#[derive(Clone, Debug)]
pub struct Components<'a> {
    reader: Reader<'a>,
    /// Whether there was a component, good or bad.
    seen: bool,
}

impl<'a> Iterator for Components<'a> {
    type Item = Result<Component<'a>, Refused<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (rest, offset) = (self.reader.rest(), self.reader.offset());
            let first = rest.first()?;
            match self.reader.read() {
                Ok(element) if is_passed_over(&element) => {}
                Ok(element) => {
                    self.seen |= is_component(&element);
                    return Some(parse::component(&element));
                }
                Err(error) => {
                    self.reader = Reader::new(&[]);
                    let silent = match first {
                        // A cut reject is not answered, nor are octets that fill up the element.
                        0xA4 => true,
                        0xA1..=0xA3 => false,
                        _ => self.seen || rest.starts_with(&[0, 0]),
                    };
                    let (problem, reason) = if silent {
                        (None, Reason::TrailingOctets)
                    } else {
                        (Some(Problem::BADLY_STRUCTURED_COMPONENT), Reason::Value(error.into()))
                    };
                    return Some(Err(Refused {
                        problem,
                        invoke_id: None,
                        code: None,
                        reason,
                        offset,
                        octets: rest,
                    }));
                }
            }
        }
    }
}

/// The only network protocol profile that is taken.
const ROSE: i32 = 0x11;

/// Whatever its form: a component in primitive form is a broken one.
fn is_component(element: &Element<'_>) -> bool {
    [INVOKE, RETURN_RESULT, RETURN_ERROR, REJECT].iter().any(|tag| element.is(*tag))
}

/// Context tags above 30 are used by nobody today and stepped over.
fn is_passed_over(element: &Element<'_>) -> bool {
    element.tag.class == Class::Context && element.tag.number > 30
}
