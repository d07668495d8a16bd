use alloc::{borrow::Cow, vec, vec::Vec};

use qsig_ber::{Element, Tag, Writer};

use super::{CcExtension, SERVICE, SUBADDR_A, SUBADDR_B};
use crate::{
    Value, ValueError,
    party::PartyNumber,
    presented::PresentedNumberUnscreened,
    read::{Fields, explicit},
    subaddress::PartySubaddress,
};

/// CcRequestArg: asks for a callback.
///
/// A DEFAULT FALSE that was not sent is `None`, so that a value is written as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RequestArg<'a> {
    /// User A, as in the Calling party number of the original call.
    pub number_a: PresentedNumberUnscreened,
    /// User B, as in the Called party number of the original call.
    pub number_b: PartyNumber,
    /// Complete information elements of codeset 0 in ascending order: Bearer capability, then perhaps Low and
    /// High layer compatibility.
    pub service: Cow<'a, [u8]>,
    /// The Calling party subaddress.
    pub subaddr_a: Option<PartySubaddress<'a>>,
    /// The Called party subaddress.
    pub subaddr_b: Option<PartySubaddress<'a>>,
    /// Whether A's side can keep the request when B is found busy again. `None`: FALSE.
    pub can_retain_service: Option<bool>,
    /// `Some(true)`: A demands connection retention; `Some(false)`: connection release; `None`: B chooses.
    pub retain_sig_connection: Option<bool>,
    /// Extensions.
    pub extension: Option<CcExtension<'a>>,
}

const CAN_RETAIN_SERVICE: Tag = Tag::context(12);
const RETAIN_SIG_CONNECTION: Tag = Tag::context(13);

impl<'a> RequestArg<'a> {
    /// Reads the SEQUENCE. The optional fields may come in any order; unknown elements after the mandatory ones
    /// are stepped over.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        if !element.is(Tag::SEQUENCE) {
            return Err(ValueError::wrong_tag("CcRequestArg", element));
        }
        let mut fields = Fields::of(element)?;
        let mut argument = Self {
            number_a: PresentedNumberUnscreened::parse(&fields.any("numberA")?)?,
            number_b: PartyNumber::parse(&fields.any("numberB")?)?,
            service: fields.tagged("service", SERVICE)?.string(Tag::OCTET_STRING)?,
            subaddr_a: None,
            subaddr_b: None,
            can_retain_service: None,
            retain_sig_connection: None,
            extension: None,
        };
        while let Some(field) = fields.next_field()? {
            if field.is(SUBADDR_A) && argument.subaddr_a.is_none() {
                argument.subaddr_a = Some(PartySubaddress::parse(&explicit("subaddrA", &field)?)?);
            } else if field.is(SUBADDR_B) && argument.subaddr_b.is_none() {
                argument.subaddr_b = Some(PartySubaddress::parse(&explicit("subaddrB", &field)?)?);
            } else if field.is(CAN_RETAIN_SERVICE) && argument.can_retain_service.is_none() {
                argument.can_retain_service = Some(field.boolean()?);
            } else if field.is(RETAIN_SIG_CONNECTION) && argument.retain_sig_connection.is_none() {
                argument.retain_sig_connection = Some(field.boolean()?);
            } else if CcExtension::fits(&field) && argument.extension.is_none() {
                argument.extension = Some(CcExtension::parse(&field)?);
            }
        }
        Ok(argument)
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        writer.constructed(Tag::SEQUENCE, |writer| {
            self.number_a.emit(writer);
            self.number_b.emit(writer);
            writer.primitive(SERVICE, &self.service);
            if let Some(subaddress) = &self.subaddr_a {
                writer.constructed(SUBADDR_A, |writer| subaddress.emit(writer));
            }
            if let Some(subaddress) = &self.subaddr_b {
                writer.constructed(SUBADDR_B, |writer| subaddress.emit(writer));
            }
            if let Some(can_retain) = self.can_retain_service {
                writer.boolean(CAN_RETAIN_SERVICE, can_retain);
            }
            if let Some(retain) = self.retain_sig_connection {
                writer.boolean(RETAIN_SIG_CONNECTION, retain);
            }
            if let Some(extension) = &self.extension {
                extension.emit(writer);
            }
        });
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> RequestArg<'static> {
        RequestArg {
            number_a: self.number_a,
            number_b: self.number_b,
            service: Cow::Owned(self.service.into_owned()),
            subaddr_a: self.subaddr_a.map(PartySubaddress::into_owned),
            subaddr_b: self.subaddr_b.map(PartySubaddress::into_owned),
            can_retain_service: self.can_retain_service,
            retain_sig_connection: self.retain_sig_connection,
            extension: self.extension.map(CcExtension::into_owned),
        }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        let mut fields = vec![
            ("numberA", self.number_a.to_value()),
            ("numberB", self.number_b.to_value()),
            ("service", Value::octets(&self.service)),
        ];
        fields.extend(self.subaddr_a.as_ref().map(|subaddress| ("subaddrA", subaddress.to_value())));
        fields.extend(self.subaddr_b.as_ref().map(|subaddress| ("subaddrB", subaddress.to_value())));
        fields.extend(self.can_retain_service.map(|can| ("can-retain-service", Value::Boolean(can))));
        fields.extend(
            self.retain_sig_connection.map(|retain| ("retain-sig-connection", Value::Boolean(retain))),
        );
        fields.extend(self.extension.as_ref().map(|extension| ("extension", extension.to_value())));
        Value::object(fields)
    }
}

/// CcRequestRes: grants a callback.
///
/// A DEFAULT FALSE that was not sent is `None`, so that a value is written as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct RequestRes<'a> {
    /// Whether B's side takes no part in path reservation. `None`: FALSE.
    pub no_path_reservation: Option<bool>,
    /// Whether B's side keeps the request when B is found busy again. `None`: FALSE.
    pub retain_service: Option<bool>,
    /// Extensions.
    pub extension: Option<CcExtension<'a>>,
}

const NO_PATH_RESERVATION: Tag = Tag::context(0);
const RETAIN_SERVICE: Tag = Tag::context(1);

impl<'a> RequestRes<'a> {
    /// Reads the SEQUENCE. The fields may come in any order; unknown elements are stepped over.
    pub fn parse(element: &Element<'a>) -> Result<Self, ValueError> {
        if !element.is(Tag::SEQUENCE) {
            return Err(ValueError::wrong_tag("CcRequestRes", element));
        }
        let mut fields = Fields::of(element)?;
        let mut result = Self::default();
        while let Some(field) = fields.next_field()? {
            if field.is(NO_PATH_RESERVATION) && result.no_path_reservation.is_none() {
                result.no_path_reservation = Some(field.boolean()?);
            } else if field.is(RETAIN_SERVICE) && result.retain_service.is_none() {
                result.retain_service = Some(field.boolean()?);
            } else if CcExtension::fits(&field) && result.extension.is_none() {
                result.extension = Some(CcExtension::parse(&field)?);
            }
        }
        Ok(result)
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        writer.constructed(Tag::SEQUENCE, |writer| {
            if let Some(no_reservation) = self.no_path_reservation {
                writer.boolean(NO_PATH_RESERVATION, no_reservation);
            }
            if let Some(retain) = self.retain_service {
                writer.boolean(RETAIN_SERVICE, retain);
            }
            if let Some(extension) = &self.extension {
                extension.emit(writer);
            }
        });
    }

    /// The same, tied to nothing.
    pub fn into_owned(self) -> RequestRes<'static> {
        RequestRes {
            no_path_reservation: self.no_path_reservation,
            retain_service: self.retain_service,
            extension: self.extension.map(CcExtension::into_owned),
        }
    }

    /// The tree of the standard's field names.
    pub fn to_value(&self) -> Value {
        let mut fields = Vec::new();
        fields.extend(self.no_path_reservation.map(|none| ("no-path-reservation", Value::Boolean(none))));
        fields.extend(self.retain_service.map(|retain| ("retain-service", Value::Boolean(retain))));
        fields.extend(self.extension.as_ref().map(|extension| ("extension", extension.to_value())));
        Value::object(fields)
    }
}
