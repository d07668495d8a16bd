//! The arguments that tell of a call that was diverted: divertingLegInformation1, 2 and 3.
//!
//! A component holds them [`Encoded`], as the argument of any operation that the schema knows,
//! and so octet for octet as they came; these types are for whoever acts on them.
//!
//! Standard: ECMA-174, Call-Diversion-Operations.

use alloc::vec::Vec;

use qsig_ber::{Element, Reader, Tag, Writer};

use crate::{
    ValueError,
    extension::{Extension, Extensions},
    name::Name,
    party::PartyNumber,
    presented::PresentedNumberUnscreened,
    read::{Fields, explicit},
    schema::Encoded,
};

/// DiversionReason: why a call was diverted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiversionReason {
    /// 0.
    Unknown,
    /// 1, cfu: all calls are.
    Unconditional,
    /// 2, cfb: the user was busy.
    Busy,
    /// 3, cfnr: the user did not answer.
    NoReply,
    /// Any other value, kept.
    Other(i32),
}

/// SubscriptionOption: what the calling user may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubscriptionOption {
    /// 0: nothing.
    NoNotification,
    /// 1: that the call was diverted.
    WithoutNumber,
    /// 2: and where to.
    WithNumber,
    /// Any other value, kept.
    Other(i32),
}

/// What a manufacturer adds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DiversionExtension<'a> {
    /// One.
    Single(Extension<'a>),
    /// Any number of them.
    Multiple(Extensions<'a>),
}

/// Of divertingLegInformation1, to the calling user's PINX: the call is diverted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DivertingLegInformation1<'a> {
    /// Why.
    pub reason: DiversionReason,
    /// What the calling user may be told.
    pub option: SubscriptionOption,
    /// Where to.
    pub nominated: PartyNumber,
    /// `A9` or `AA`.
    pub extension: Option<DiversionExtension<'a>>,
}

/// Of divertingLegInformation2, in the SETUP to where the call is diverted to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DivertingLegInformation2<'a> {
    /// How often it was diverted, 1 to 15.
    pub counter: u8,
    /// Why, the last time.
    pub reason: DiversionReason,
    /// Why, the first time; not sent when it was diverted once.
    pub original_reason: Option<DiversionReason>,
    /// Who diverted it last.
    pub diverting: Option<PresentedNumberUnscreened>,
    /// Whom the caller wanted.
    pub original_called: Option<PresentedNumberUnscreened>,
    /// The name of who diverted it last.
    pub redirecting_name: Option<Name<'a>>,
    /// The name of whom the caller wanted.
    pub original_called_name: Option<Name<'a>>,
    /// `A5` or `A6`.
    pub extension: Option<DiversionExtension<'a>>,
}

/// Of divertingLegInformation3, from where the call was diverted to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DivertingLegInformation3<'a> {
    /// Whether the calling user may be told the number and the name.
    pub presentation_allowed: bool,
    /// The name of the user there.
    pub redirection_name: Option<Name<'a>>,
    /// `A1` or `A2`.
    pub extension: Option<DiversionExtension<'a>>,
}

/// The tag numbers of the extension in arguments 1, 2 and 3.
const EXTENSION_1: [u32; 2] = [9, 10];
const EXTENSION_2: [u32; 2] = [5, 6];
const EXTENSION_3: [u32; 2] = [1, 2];

const ORIGINAL_REASON: Tag = Tag::context(0);
const DIVERTING: Tag = Tag::context(1).constructed();
const ORIGINAL_CALLED: Tag = Tag::context(2).constructed();
const REDIRECTING_NAME: Tag = Tag::context(3).constructed();
const ORIGINAL_CALLED_NAME: Tag = Tag::context(4).constructed();
const REDIRECTION_NAME: Tag = Tag::context(0).constructed();

impl<'a> DivertingLegInformation1<'a> {
    /// The argument of a component that was read.
    pub fn of(argument: &'a Encoded<'_>) -> Result<Self, ValueError> {
        Self::parse(&Reader::new(argument.octets()).read()?)
    }

    /// Reads the SEQUENCE. The extension may be followed by unknown elements, which are stepped over.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        let mut fields = sequence(element)?;
        let reason = fields.tagged("diversionReason", Tag::ENUMERATED)?.integer()?;
        let option = fields.tagged("subscriptionOption", Tag::ENUMERATED)?.integer()?;
        let nominated = PartyNumber::parse(&fields.any("nominatedNr")?)?;
        let mut extension = None;
        while let Some(field) = fields.next_field()? {
            DiversionExtension::take(&mut extension, EXTENSION_1, &field)?;
        }
        let (reason, option) = (DiversionReason::new(reason), SubscriptionOption::new(option));
        Ok(Self { reason, option, nominated, extension })
    }

    /// The element, to be sent as [`Argument::Other`](crate::Argument::Other).
    pub fn to_octets(&self) -> Vec<u8> {
        let mut octets = Vec::new();
        self.emit(&mut Writer::new(&mut octets));
        octets
    }

    /// Writes the SEQUENCE.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        writer.constructed(Tag::SEQUENCE, |writer| {
            writer.integer(Tag::ENUMERATED, self.reason.value());
            writer.integer(Tag::ENUMERATED, self.option.value());
            self.nominated.emit(writer);
            DiversionExtension::emit(self.extension.as_ref(), EXTENSION_1, writer);
        });
    }
}

impl<'a> DivertingLegInformation2<'a> {
    /// The argument of a component that was read.
    pub fn of(argument: &'a Encoded<'_>) -> Result<Self, ValueError> {
        Self::parse(&Reader::new(argument.octets()).read()?)
    }

    /// Reads the SEQUENCE. The optional fields may come in any order; unknown elements are stepped over. Refuses a counter
    /// that is not 1 to 15.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        let mut fields = sequence(element)?;
        let counter = fields.tagged("diversionCounter", Tag::INTEGER)?;
        let times = u8::try_from(counter.integer()?).ok().filter(|times| (1..=15).contains(times));
        let reason = fields.tagged("diversionReason", Tag::ENUMERATED)?.integer()?;
        let mut argument = Self {
            counter: times.ok_or(ValueError::out_of_range("diversionCounter", &counter))?,
            reason: DiversionReason::new(reason),
            original_reason: None,
            diverting: None,
            original_called: None,
            redirecting_name: None,
            original_called_name: None,
            extension: None,
        };
        let number =
            |name, field: &Element<'a>| PresentedNumberUnscreened::parse(&explicit(name, field)?).map(Some);
        let text = |name, field: &Element<'a>| Name::parse(&explicit(name, field)?).map(Some);
        while let Some(field) = fields.next_field()? {
            if field.is(ORIGINAL_REASON) && argument.original_reason.is_none() {
                argument.original_reason = Some(DiversionReason::new(field.integer()?));
            } else if field.is(DIVERTING) && argument.diverting.is_none() {
                argument.diverting = number("divertingNr", &field)?;
            } else if field.is(ORIGINAL_CALLED) && argument.original_called.is_none() {
                argument.original_called = number("originalCalledNr", &field)?;
            } else if field.is(REDIRECTING_NAME) && argument.redirecting_name.is_none() {
                argument.redirecting_name = text("redirectingName", &field)?;
            } else if field.is(ORIGINAL_CALLED_NAME) && argument.original_called_name.is_none() {
                argument.original_called_name = text("originalCalledName", &field)?;
            } else {
                DiversionExtension::take(&mut argument.extension, EXTENSION_2, &field)?;
            }
        }
        Ok(argument)
    }

    /// The element, to be sent as [`Argument::Other`](crate::Argument::Other).
    pub fn to_octets(&self) -> Vec<u8> {
        let mut octets = Vec::new();
        self.emit(&mut Writer::new(&mut octets));
        octets
    }

    /// Writes the SEQUENCE.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        writer.constructed(Tag::SEQUENCE, |writer| {
            writer.integer(Tag::INTEGER, self.counter.into());
            writer.integer(Tag::ENUMERATED, self.reason.value());
            if let Some(reason) = self.original_reason {
                writer.integer(ORIGINAL_REASON, reason.value());
            }
            for (tag, number) in [(DIVERTING, &self.diverting), (ORIGINAL_CALLED, &self.original_called)] {
                if let Some(number) = number {
                    writer.constructed(tag, |writer| number.emit(writer));
                }
            }
            let names = [
                (REDIRECTING_NAME, &self.redirecting_name),
                (ORIGINAL_CALLED_NAME, &self.original_called_name),
            ];
            for (tag, name) in names {
                if let Some(name) = name {
                    writer.constructed(tag, |writer| name.emit(writer));
                }
            }
            DiversionExtension::emit(self.extension.as_ref(), EXTENSION_2, writer);
        });
    }
}

impl<'a> DivertingLegInformation3<'a> {
    /// The argument of a component that was read.
    pub fn of(argument: &'a Encoded<'_>) -> Result<Self, ValueError> {
        Self::parse(&Reader::new(argument.octets()).read()?)
    }

    /// Reads the SEQUENCE. The optional fields may come in any order; unknown elements are stepped over.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        let mut fields = sequence(element)?;
        let presentation_allowed = fields.tagged("presentationAllowedIndicator", Tag::BOOLEAN)?.boolean()?;
        let mut argument = Self { presentation_allowed, redirection_name: None, extension: None };
        while let Some(field) = fields.next_field()? {
            if field.is(REDIRECTION_NAME) && argument.redirection_name.is_none() {
                argument.redirection_name = Some(Name::parse(&explicit("redirectionName", &field)?)?);
            } else {
                DiversionExtension::take(&mut argument.extension, EXTENSION_3, &field)?;
            }
        }
        Ok(argument)
    }

    /// The element, to be sent as [`Argument::Other`](crate::Argument::Other).
    pub fn to_octets(&self) -> Vec<u8> {
        let mut octets = Vec::new();
        self.emit(&mut Writer::new(&mut octets));
        octets
    }

    /// Writes the SEQUENCE.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        writer.constructed(Tag::SEQUENCE, |writer| {
            writer.boolean(Tag::BOOLEAN, self.presentation_allowed);
            if let Some(name) = &self.redirection_name {
                writer.constructed(REDIRECTION_NAME, |writer| name.emit(writer));
            }
            DiversionExtension::emit(self.extension.as_ref(), EXTENSION_3, writer);
        });
    }
}

impl<'a> DiversionExtension<'a> {
    /// Keeps the field if it is the first extension.
    fn take(slot: &mut Option<Self>, numbers: [u32; 2], field: &Element<'a>) -> Result<(), ValueError> {
        let [single, multiple] = numbers.map(Tag::context);
        if slot.is_some() {
            return Ok(());
        }
        if field.is(single) {
            *slot = Some(Self::Single(Extension::parse(field)?));
        } else if field.is(multiple) {
            *slot = Some(Self::Multiple(Extensions::parse(field)?));
        }
        Ok(())
    }

    fn emit(extension: Option<&Self>, numbers: [u32; 2], writer: &mut Writer<'_>) {
        let [single, multiple] = numbers.map(|number| Tag::context(number).constructed());
        match extension {
            Some(Self::Single(extension)) => extension.emit(single, writer),
            Some(Self::Multiple(extensions)) => extensions.emit(multiple, writer),
            None => {}
        }
    }
}

impl DiversionReason {
    const fn new(value: i32) -> Self {
        match value {
            0 => Self::Unknown,
            1 => Self::Unconditional,
            2 => Self::Busy,
            3 => Self::NoReply,
            other => Self::Other(other),
        }
    }

    /// The ENUMERATED value.
    pub const fn value(self) -> i32 {
        match self {
            Self::Unknown => 0,
            Self::Unconditional => 1,
            Self::Busy => 2,
            Self::NoReply => 3,
            Self::Other(other) => other,
        }
    }
}

impl SubscriptionOption {
    const fn new(value: i32) -> Self {
        match value {
            0 => Self::NoNotification,
            1 => Self::WithoutNumber,
            2 => Self::WithNumber,
            other => Self::Other(other),
        }
    }

    /// The ENUMERATED value.
    pub const fn value(self) -> i32 {
        match self {
            Self::NoNotification => 0,
            Self::WithoutNumber => 1,
            Self::WithNumber => 2,
            Self::Other(other) => other,
        }
    }
}

fn sequence<'a>(element: &Element<'a>) -> Result<Fields<'a>, ValueError> {
    if element.is(Tag::SEQUENCE) {
        Fields::of(element)
    } else {
        Err(ValueError::wrong_tag("argument", element))
    }
}
