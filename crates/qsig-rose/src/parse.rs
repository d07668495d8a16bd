use qsig_ber::{Element, Tag};

use crate::{
    Argument, Code, Component, ErrorValue, Form, Invoke, LinkedId, Operation, OperationResult, Parameter,
    Problem, Reason, Refused, Reject, ResultValue, ReturnError, ReturnResult, ValueError, cc,
    component::{INVOKE, LINKED_ABSENT, LINKED_PRESENT, REJECT, RETURN_ERROR, RETURN_RESULT},
    extension::Extension,
    name::NameArg,
    read::Fields,
    schema::Encoded,
};

/// Reads an element where a component must be. The first fault from outside to inside decides the problem.
pub(crate) fn component<'a>(element: &Element<'a>) -> Result<Component<'a>, Refused<'a>> {
    let mut scope = Scope { invoke_id: None, code: None };
    scope.component(element).map_err(|wrong| scope.refused(element, wrong))
}

/// What is known of a component while it is read, for the reject that may answer it.
struct Scope<'a> {
    invoke_id: Option<i32>,
    code: Option<Code<'a>>,
}

/// Why a component is not taken, and the problem of the reject.
struct Wrong {
    problem: Option<Problem>,
    reason: Reason,
}

impl From<ValueError> for Wrong {
    /// A fault in the structure of the component itself.
    #[cold]
    fn from(error: ValueError) -> Self {
        let broken = error.is_broken();
        let problem = if broken { Problem::BADLY_STRUCTURED_COMPONENT } else { Problem::MISTYPED_COMPONENT };
        Self { problem: Some(problem), reason: error.into() }
    }
}

impl From<qsig_ber::Error> for Wrong {
    #[cold]
    fn from(error: qsig_ber::Error) -> Self {
        ValueError::from(error).into()
    }
}

/// A fault within the argument, result or parameter.
fn mistyped(problem: Problem) -> impl Fn(ValueError) -> Wrong {
    move |error| Wrong { problem: Some(problem), reason: error.into() }
}

impl<'a> Scope<'a> {
    fn component(&mut self, element: &Element<'a>) -> Result<Component<'a>, Wrong> {
        if element.is(INVOKE) {
            self.invoke(element)
        } else if element.is(RETURN_RESULT) {
            self.return_result(element).map(Component::ReturnResult)
        } else if element.is(RETURN_ERROR) {
            self.return_error(element).map(Component::ReturnError)
        } else if element.is(REJECT) {
            // A reject is never answered with a reject.
            reject(element)
                .map(Component::Reject)
                .map_err(|error| Wrong { problem: None, reason: error.into() })
        } else {
            let reason = Reason::NoComponent(element.tag);
            Err(Wrong { problem: Some(Problem::UNRECOGNIZED_COMPONENT), reason })
        }
    }

    fn invoke(&mut self, element: &Element<'a>) -> Result<Component<'a>, Wrong> {
        let (mut fields, invoke_id) = self.begin(element)?;
        let mut field = fields.any("opcode")?;
        let mut linked_id = None;
        if field.is(LINKED_PRESENT) {
            linked_id = Some(LinkedId::Present(field.integer()?));
        } else if field.is(LINKED_ABSENT) {
            field.null()?;
            linked_id = Some(LinkedId::Absent);
        }
        if linked_id.is_some() {
            field = fields.any("opcode")?;
        }
        let (operation, form) = self.operation(&field, Problem::UNRECOGNIZED_OPERATION)?;
        let argument = fields.any("argument").and_then(|element| argument(operation, &element));
        let argument = argument.map_err(mistyped(Problem::MISTYPED_ARGUMENT))?;
        fields.finish()?;
        Ok(Component::Invoke(Invoke { invoke_id, linked_id, operation, form, argument }))
    }

    fn return_result(&mut self, element: &Element<'a>) -> Result<ReturnResult<'a>, Wrong> {
        let (mut fields, invoke_id) = self.begin(element)?;
        let sequence = fields.next_field()?;
        fields.finish()?;
        let Some(sequence) = sequence else {
            return Ok(ReturnResult { invoke_id, result: None });
        };
        if !sequence.is(Tag::SEQUENCE) {
            return Err(ValueError::wrong_tag("result", &sequence).into());
        }
        let mut fields = filled(&sequence)?;
        let opcode = fields.any("opcode")?;
        let (operation, form) = self.operation(&opcode, Problem::RESULT_UNRECOGNIZED_INVOCATION)?;
        let value = fields.any("result").and_then(|element| result(operation, &element));
        let value = value.map_err(mistyped(Problem::MISTYPED_RESULT))?;
        Ok(ReturnResult { invoke_id, result: Some(OperationResult { operation, form, value }) })
    }

    fn return_error(&mut self, element: &Element<'a>) -> Result<ReturnError<'a>, Wrong> {
        let (mut fields, invoke_id) = self.begin(element)?;
        let error = match code(&fields.any("errcode")?)? {
            Code::Local(value) => ErrorValue::new(value).ok_or(Code::Local(value)),
            global @ Code::Global(_) => Err(global),
        };
        let error = error.map_err(|code| {
            self.code = Some(code);
            Wrong { problem: Some(Problem::UNRECOGNIZED_ERROR), reason: Reason::UnknownError }
        })?;
        let parameter = fields.next_field()?.map(|element| parameter(error, &element));
        let parameter = parameter.transpose().map_err(mistyped(Problem::MISTYPED_PARAMETER))?;
        fields.finish()?;
        Ok(ReturnError { invoke_id, error, parameter })
    }

    /// The fields after the invoke id.
    fn begin(&mut self, element: &Element<'a>) -> Result<(Fields<'a>, i32), Wrong> {
        let mut fields = Fields::of(element)?;
        let invoke_id = fields.tagged("invokeId", Tag::INTEGER)?.integer()?;
        self.invoke_id = Some(invoke_id);
        Ok((fields, invoke_id))
    }

    fn operation(&mut self, element: &Element<'a>, unknown: Problem) -> Result<(Operation, Form), Wrong> {
        let code = code(element)?;
        let form = if matches!(code, Code::Local(_)) { Form::Local } else { Form::Global };
        Operation::from_code(&code).map(|operation| (operation, form)).ok_or_else(|| {
            self.code = Some(code);
            Wrong { problem: Some(unknown), reason: Reason::UnknownOperation }
        })
    }

    /// A component that is not even made of whole elements is refused for that, before any other fault; it is looked
    /// for only where there is one.
    #[cold]
    fn refused(mut self, element: &Element<'a>, mut wrong: Wrong) -> Refused<'a> {
        if wrong.problem.is_some()
            && !matches!(wrong.reason, Reason::NoComponent(_))
            && let Err(error) = filled(element)
        {
            (self, wrong) = (Self { invoke_id: None, code: None }, error.into());
        }
        let Wrong { problem, reason } = wrong;
        let offset = match reason {
            Reason::Value(error) => error.offset(),
            _ => element.offset,
        };
        Refused {
            problem,
            invoke_id: self.invoke_id,
            code: self.code,
            reason,
            offset,
            octets: element.octets,
        }
    }
}

/// The fields of an element that is made of whole elements, to its end.
fn filled<'a>(element: &Element<'a>) -> Result<Fields<'a>, ValueError> {
    Fields::of(element)?.finish()?;
    Fields::of(element)
}

fn code<'a>(element: &Element<'a>) -> Result<Code<'a>, ValueError> {
    if element.is(Tag::INTEGER) {
        Ok(Code::Local(element.integer()?))
    } else if element.is(Tag::OBJECT_IDENTIFIER) {
        Ok(Code::Global(element.oid()?))
    } else {
        Err(ValueError::wrong_tag("opcode", element))
    }
}

fn argument<'a>(operation: Operation, element: &Element<'a>) -> Result<Argument<'a>, ValueError> {
    element.verify()?;
    match operation {
        Operation::CCBS_REQUEST | Operation::CCNR_REQUEST => {
            cc::RequestArg::parse(element).map(Argument::CcRequest)
        }
        Operation::CC_CANCEL | Operation::CC_EXEC_POSSIBLE => {
            cc::OptionalArg::parse(element).map(Argument::CcOptional)
        }
        Operation::CC_PATH_RESERVE | Operation::CC_RINGOUT | Operation::CC_SUSPEND | Operation::CC_RESUME => {
            cc::CcExtension::parse(element).map(Argument::CcExtension)
        }
        Operation::CALLING_NAME
        | Operation::CALLED_NAME
        | Operation::CONNECTED_NAME
        | Operation::BUSY_NAME => NameArg::parse(element).map(Argument::Name),
        _ => match operation.argument_type() {
            Some(of) => Encoded::parse(of, element).map(Argument::Encoded),
            None => Ok(Argument::Other(element.octets)),
        },
    }
}

fn result<'a>(operation: Operation, element: &Element<'a>) -> Result<ResultValue<'a>, ValueError> {
    element.verify()?;
    match operation {
        Operation::CCBS_REQUEST | Operation::CCNR_REQUEST => {
            cc::RequestRes::parse(element).map(ResultValue::CcRequest)
        }
        Operation::CC_PATH_RESERVE => cc::CcExtension::parse(element).map(ResultValue::CcExtension),
        _ => match operation.result_type() {
            Some(of) => Encoded::parse(of, element).map(ResultValue::Encoded),
            None => Ok(ResultValue::Other(element.octets)),
        },
    }
}

fn parameter<'a>(error: ErrorValue, element: &Element<'a>) -> Result<Parameter<'a>, ValueError> {
    element.verify()?;
    if error != ErrorValue::UNSPECIFIED {
        Ok(Parameter::Other(element.octets))
    } else if element.is(Tag::SEQUENCE) {
        Extension::parse(element).map(Parameter::Extension)
    } else {
        Err(ValueError::wrong_tag("Extension", element))
    }
}

fn reject(element: &Element<'_>) -> Result<Reject, ValueError> {
    let mut fields = filled(element)?;
    let id = fields.any("invokeId")?;
    let invoke_id = if id.is(Tag::NULL) {
        id.null()?;
        None
    } else if id.is(Tag::INTEGER) {
        Some(id.integer()?)
    } else {
        return Err(ValueError::wrong_tag("invokeId", &id));
    };
    let problem = Problem::parse(&fields.any("problem")?)?;
    Ok(Reject { invoke_id, problem })
}
