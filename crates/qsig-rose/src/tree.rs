use alloc::{vec, vec::Vec};

use crate::{
    Argument, Component, EntityAddress, EntityType, Form, Header, Interpretation, Invoke, LinkedId,
    NetworkFacilityExtension, Operation, Parameter, Reject, ResultValue, ReturnError, ReturnResult, Value,
    value::object,
};

impl Header {
    /// The tree: `protocolProfile` (31 or 17), and the components that were sent.
    pub fn to_value(&self) -> Value {
        let mut fields = vec![("protocolProfile", Value::Integer((self.profile.octet() & 0x1F).into()))];
        fields.extend(self.extension.as_ref().map(|nfe| ("networkFacilityExtension", nfe.to_value())));
        let profile = self.network_protocol_profile;
        fields.extend(profile.map(|profile| ("networkProtocolProfile", Value::Integer(profile.into()))));
        fields.extend(self.interpretation.map(|value| ("interpretation", value.to_value())));
        Value::object(fields)
    }
}

impl NetworkFacilityExtension {
    fn to_value(self) -> Value {
        let mut fields = vec![("sourceEntity", self.source.to_value())];
        fields.extend(self.source_address.as_ref().map(|it| ("sourceEntityAddress", it.to_value())));
        fields.push(("destinationEntity", self.destination.to_value()));
        fields
            .extend(self.destination_address.as_ref().map(|it| ("destinationEntityAddress", it.to_value())));
        Value::object(fields)
    }
}

impl EntityAddress {
    fn to_value(self) -> Value {
        match self {
            Self::Number(number) => number.to_value(),
            Self::Nsap(octets) => object("nsapEncodedNumber", Value::octets(&octets)),
        }
    }
}

impl EntityType {
    fn to_value(self) -> Value {
        Value::enumerated(self.value(), &[(0, "endPINX"), (1, "anyTypeOfPINX")])
    }
}

impl Interpretation {
    fn to_value(self) -> Value {
        let names = &[
            (0, "discardAnyUnrecognisedInvokePdu"),
            (1, "clearCallIfAnyInvokePduNotRecognised"),
            (2, "rejectAnyUnrecognisedInvokePdu"),
        ];
        Value::enumerated(self.value(), names)
    }
}

impl Component<'_> {
    /// The tree: `type`, `invoke_id`, then what the type has.
    pub fn to_value(&self) -> Value {
        let kind = match self {
            Self::Invoke(_) => "invoke",
            Self::ReturnResult(_) => "returnResult",
            Self::ReturnError(_) => "returnError",
            Self::Reject(_) => "reject",
        };
        let mut fields = vec![("type", Value::text(kind)), ("invoke_id", id(self.invoke_id()))];
        match self {
            Self::Invoke(invoke) => invoke.describe(&mut fields),
            Self::ReturnResult(result) => result.describe(&mut fields),
            Self::ReturnError(error) => error.describe(&mut fields),
            Self::Reject(reject) => reject.describe(&mut fields),
        }
        Value::object(fields)
    }
}

type Members = Vec<(&'static str, Value)>;

impl Invoke<'_> {
    fn describe(&self, fields: &mut Members) {
        fields.extend(self.linked_id.map(|linked| {
            let linked = match linked {
                LinkedId::Present(id) => Value::Integer(id.into()),
                LinkedId::Absent => Value::Null,
            };
            ("linked_id", linked)
        }));
        describe_operation(self.operation, self.form, fields);
        fields.push(("argument", self.argument.to_value()));
    }
}

impl ReturnResult<'_> {
    fn describe(&self, fields: &mut Members) {
        if let Some(result) = &self.result {
            describe_operation(result.operation, result.form, fields);
            fields.push(("result", result.value.to_value()));
        }
    }
}

impl ReturnError<'_> {
    fn describe(&self, fields: &mut Members) {
        let code = object("local", Value::Integer(self.error.value().into()));
        fields.extend([("error", code), ("error_name", Value::text(self.error))]);
        if let Some(Parameter::Extension(extension)) = &self.parameter {
            fields.push(("parameter", extension.to_value()));
        }
    }
}

impl Reject {
    fn describe(&self, fields: &mut Members) {
        let name = self.problem.name().map_or(Value::Null, Value::text);
        fields.extend([("problem", self.problem.to_value()), ("problem_name", name)]);
    }
}

impl Argument<'_> {
    /// The tree; of an argument whose type is not known here, its octets.
    pub fn to_value(&self) -> Value {
        match self {
            Self::CcRequest(argument) => argument.to_value(),
            Self::CcOptional(argument) => argument.to_value(),
            Self::CcExtension(argument) => argument.to_value(),
            Self::Name(argument) => argument.to_value(),
            Self::Encoded(argument) => argument.to_value(),
            Self::Other(octets) => Value::octets(octets),
        }
    }
}

impl ResultValue<'_> {
    /// The tree; of a result whose type is not known here, its octets.
    pub fn to_value(&self) -> Value {
        match self {
            Self::CcRequest(result) => result.to_value(),
            Self::CcExtension(result) => result.to_value(),
            Self::Encoded(result) => result.to_value(),
            Self::Other(octets) => Value::octets(octets),
        }
    }
}

fn describe_operation(operation: Operation, form: Form, fields: &mut Members) {
    let code = match form {
        Form::Local => object("local", Value::Integer(operation.value().into())),
        Form::Global => object("oid", Value::Text(alloc::format!("1.3.12.9.{}", operation.value()))),
    };
    fields.extend([("op", code), ("op_name", Value::text(operation))]);
    fields.extend(operation.alias().map(|alias| ("op_alias", Value::text(alias))));
}

fn id(id: Option<i32>) -> Value {
    id.map_or(Value::Null, |id| Value::Integer(id.into()))
}
