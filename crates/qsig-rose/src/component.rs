use qsig_ber::{Tag, Writer};

use crate::{ErrorValue, Operation, Problem, cc, extension::Extension, name::NameArg, schema::Encoded};

/// One APDU of the remote operations service.
///
/// Standard: X.880, as ECMA-165 profiles it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Component<'a> {
    /// `A1`.
    Invoke(Invoke<'a>),
    /// `A2`.
    ReturnResult(ReturnResult<'a>),
    /// `A3`.
    ReturnError(ReturnError<'a>),
    /// `A4`.
    Reject(Reject),
}

/// Asks for an operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Invoke<'a> {
    /// Names this invocation to the answer. Any 32 bits are taken; -32768 to 32767 are allowed.
    pub invoke_id: i32,
    /// The invocation that this one belongs to.
    pub linked_id: Option<LinkedId>,
    /// What is asked for.
    pub operation: Operation,
    /// How that stands on the wire.
    pub form: Form,
    /// What it is asked with; an argument is never left out.
    pub argument: Argument<'a>,
}

/// Answers an invoke with success.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReturnResult<'a> {
    /// The id of the invoke.
    pub invoke_id: i32,
    /// The result; `None` where only the id was sent.
    pub result: Option<OperationResult<'a>>,
}

/// The result of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OperationResult<'a> {
    /// The operation that was asked for.
    pub operation: Operation,
    /// How that stands on the wire; the form of the invoke is to be repeated.
    pub form: Form,
    /// The result itself.
    pub value: ResultValue<'a>,
}

/// Answers an invoke with failure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReturnError<'a> {
    /// The id of the invoke.
    pub invoke_id: i32,
    /// What failed.
    pub error: ErrorValue,
    /// More about it. Only unspecified has a parameter, an extension.
    pub parameter: Option<Parameter<'a>>,
}

/// Says that a component could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reject {
    /// The id of the component; `None`: NULL, because it could not be read.
    pub invoke_id: Option<i32>,
    /// Why.
    pub problem: Problem,
}

/// A linked id, which may be there and say that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkedId {
    /// `80`.
    Present(i32),
    /// `81 00`.
    Absent,
}

/// How an operation value stands on the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// `02`: an INTEGER, the only form that is sent today.
    #[default]
    Local,
    /// `06`: 1.3.12.9.n, as older editions allow.
    Global,
}

/// The argument of an invoke.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Argument<'a> {
    /// Of ccbsRequest and ccnrRequest.
    CcRequest(cc::RequestArg<'a>),
    /// Of ccCancel and ccExecPossible.
    CcOptional(cc::OptionalArg<'a>),
    /// Of ccPathReserve, ccRingout, ccSuspend and ccResume.
    CcExtension(cc::CcExtension<'a>),
    /// Of callingName, calledName, connectedName and busyName.
    Name(NameArg<'a>),
    /// Of any other operation that the schema knows.
    Encoded(Encoded<'a>),
    /// Of an operation whose types are not known here: the whole element, as it came.
    Other(&'a [u8]),
}

/// The result in a return result.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ResultValue<'a> {
    /// Of ccbsRequest and ccnrRequest.
    CcRequest(cc::RequestRes<'a>),
    /// Of ccPathReserve.
    CcExtension(cc::CcExtension<'a>),
    /// Of any other operation that the schema knows.
    Encoded(Encoded<'a>),
    /// Of an operation that has no result, or whose types are not known here: the whole element, as it came.
    Other(&'a [u8]),
}

/// The parameter of a return error.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Parameter<'a> {
    /// Of unspecified.
    Extension(Extension<'a>),
    /// Of an error that has none: the whole element, as it came.
    Other(&'a [u8]),
}

pub(crate) const INVOKE: Tag = Tag::context(1).constructed();
pub(crate) const RETURN_RESULT: Tag = Tag::context(2).constructed();
pub(crate) const RETURN_ERROR: Tag = Tag::context(3).constructed();
pub(crate) const REJECT: Tag = Tag::context(4).constructed();
pub(crate) const LINKED_PRESENT: Tag = Tag::context(0);
pub(crate) const LINKED_ABSENT: Tag = Tag::context(1);

impl<'a> Invoke<'a> {
    /// An invoke in the form that is sent today: local value, not linked.
    pub const fn new(invoke_id: i32, operation: Operation, argument: Argument<'a>) -> Self {
        Self { invoke_id, linked_id: None, operation, form: Form::Local, argument }
    }
}

impl<'a> ReturnResult<'a> {
    /// A result in the form that is sent today: local value.
    pub const fn new(invoke_id: i32, operation: Operation, value: ResultValue<'a>) -> Self {
        Self { invoke_id, result: Some(OperationResult { operation, form: Form::Local, value }) }
    }

    /// Holds the result against the operation that is outstanding under its invoke id. The problem is the one to
    /// reject it with; silence is allowed too.
    pub fn check(&self, pending: Option<Operation>) -> Result<(), Problem> {
        let own = self.result.as_ref().map(|result| result.operation);
        if [own, pending].into_iter().flatten().any(|operation| operation.has_result() == Some(false)) {
            return Err(Problem::RESULT_RESPONSE_UNEXPECTED);
        }
        let pending = pending.ok_or(Problem::RESULT_UNRECOGNIZED_INVOCATION)?;
        if own.is_some_and(|own| own != pending) { Err(Problem::MISTYPED_RESULT) } else { Ok(()) }
    }
}

impl ReturnError<'_> {
    /// An error without parameter.
    pub const fn new(invoke_id: i32, error: ErrorValue) -> Self {
        Self { invoke_id, error, parameter: None }
    }

    /// Holds the error against the operation that is outstanding under its invoke id. The problem is the one to
    /// reject it with; silence is allowed too.
    pub fn check(&self, pending: Option<Operation>) -> Result<(), Problem> {
        let pending = pending.ok_or(Problem::ERROR_UNRECOGNIZED_INVOCATION)?;
        let Some(mut errors) = pending.errors() else { return Ok(()) };
        if errors.any(|error| error == self.error) { Ok(()) } else { Err(Problem::UNEXPECTED_ERROR) }
    }
}

impl Component<'_> {
    /// The invoke id; `None` in a reject that carries NULL.
    pub const fn invoke_id(&self) -> Option<i32> {
        match self {
            Self::Invoke(invoke) => Some(invoke.invoke_id),
            Self::ReturnResult(result) => Some(result.invoke_id),
            Self::ReturnError(error) => Some(error.invoke_id),
            Self::Reject(reject) => reject.invoke_id,
        }
    }

    /// Writes the element.
    pub fn emit(&self, writer: &mut Writer<'_>) {
        match self {
            Self::Invoke(invoke) => writer.constructed(INVOKE, |writer| {
                writer.integer(Tag::INTEGER, invoke.invoke_id);
                match invoke.linked_id {
                    Some(LinkedId::Present(id)) => writer.integer(LINKED_PRESENT, id),
                    Some(LinkedId::Absent) => writer.null(LINKED_ABSENT),
                    None => {}
                }
                emit_operation(invoke.operation, invoke.form, writer);
                match &invoke.argument {
                    Argument::CcRequest(argument) => argument.emit(writer),
                    Argument::CcOptional(argument) => argument.emit(writer),
                    Argument::CcExtension(argument) => argument.emit(writer),
                    Argument::Name(argument) => argument.emit(writer),
                    Argument::Encoded(argument) => writer.raw(argument.octets()),
                    Argument::Other(octets) => writer.raw(octets),
                }
            }),
            Self::ReturnResult(result) => writer.constructed(RETURN_RESULT, |writer| {
                writer.integer(Tag::INTEGER, result.invoke_id);
                let Some(result) = &result.result else { return };
                writer.constructed(Tag::SEQUENCE, |writer| {
                    emit_operation(result.operation, result.form, writer);
                    match &result.value {
                        ResultValue::CcRequest(value) => value.emit(writer),
                        ResultValue::CcExtension(value) => value.emit(writer),
                        ResultValue::Encoded(value) => writer.raw(value.octets()),
                        ResultValue::Other(octets) => writer.raw(octets),
                    }
                });
            }),
            Self::ReturnError(error) => writer.constructed(RETURN_ERROR, |writer| {
                writer.integer(Tag::INTEGER, error.invoke_id);
                writer.integer(Tag::INTEGER, error.error.value().into());
                match &error.parameter {
                    Some(Parameter::Extension(extension)) => extension.emit(Tag::SEQUENCE, writer),
                    Some(Parameter::Other(octets)) => writer.raw(octets),
                    None => {}
                }
            }),
            Self::Reject(reject) => writer.constructed(REJECT, |writer| {
                match reject.invoke_id {
                    Some(id) => writer.integer(Tag::INTEGER, id),
                    None => writer.null(Tag::NULL),
                }
                reject.problem.emit(writer);
            }),
        }
    }
}

fn emit_operation(operation: Operation, form: Form, writer: &mut Writer<'_>) {
    match form {
        Form::Local => writer.integer(Tag::INTEGER, operation.value().into()),
        Form::Global => writer.primitive(Tag::OBJECT_IDENTIFIER, &[0x2B, 0x0C, 0x09, operation.value()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_must_be_of_the_pending_operation() {
        let value = ResultValue::CcExtension(cc::CcExtension::None);
        let result = ReturnResult::new(7, Operation::CC_PATH_RESERVE, value.clone());
        assert_eq!(result.check(Some(Operation::CC_PATH_RESERVE)), Ok(()));
        assert_eq!(result.check(Some(Operation::CCBS_REQUEST)), Err(Problem::MISTYPED_RESULT));
        assert_eq!(result.check(Some(Operation::CC_SUSPEND)), Err(Problem::RESULT_RESPONSE_UNEXPECTED));
        assert_eq!(result.check(None), Err(Problem::RESULT_UNRECOGNIZED_INVOCATION));
        let unasked = ReturnResult::new(7, Operation::CC_RINGOUT, value);
        assert_eq!(unasked.check(None), Err(Problem::RESULT_RESPONSE_UNEXPECTED));
        let bare = ReturnResult { invoke_id: 7, result: None };
        assert_eq!(bare.check(Some(Operation::CCBS_REQUEST)), Ok(()));
    }

    #[test]
    fn an_error_must_be_one_of_the_pending_operation() {
        let error = ReturnError::new(7, ErrorValue::REMOTE_USER_BUSY_AGAIN);
        assert_eq!(error.check(Some(Operation::CC_RINGOUT)), Ok(()));
        assert_eq!(error.check(Some(Operation::CCBS_REQUEST)), Err(Problem::UNEXPECTED_ERROR));
        assert_eq!(error.check(Some(Operation::CC_SUSPEND)), Err(Problem::UNEXPECTED_ERROR));
        assert_eq!(error.check(None), Err(Problem::ERROR_UNRECOGNIZED_INVOCATION));
        let not_modelled = Operation::new(72).unwrap();
        assert_eq!(error.check(Some(not_modelled)), Ok(()));
    }
}
