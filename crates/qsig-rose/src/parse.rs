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
    let mut scope = Scope { element: *element, invoke_id: None, code: None };
    if element.is(INVOKE) {
        scope.invoke().map(Component::Invoke)
    } else if element.is(RETURN_RESULT) {
        scope.return_result().map(Component::ReturnResult)
    } else if element.is(RETURN_ERROR) {
        scope.return_error().map(Component::ReturnError)
    } else if element.is(REJECT) {
        // A reject is never answered with a reject.
        reject(element).map(Component::Reject).map_err(|error| scope.refused(None, error.into()))
    } else {
        Err(scope.refused(Some(Problem::UNRECOGNIZED_COMPONENT), Reason::NoComponent(element.tag)))
    }
}

/// What is known of a component while it is read, for the reject that may answer it.
struct Scope<'a> {
    element: Element<'a>,
    invoke_id: Option<i32>,
    code: Option<Code<'a>>,
}

impl<'a> Scope<'a> {
    fn invoke(&mut self) -> Result<Invoke<'a>, Refused<'a>> {
        let (mut fields, invoke_id) = self.begin()?;
        let mut field = self.structure(fields.any("opcode"))?;
        let mut linked_id = None;
        if field.is(LINKED_PRESENT) {
            linked_id = Some(LinkedId::Present(self.structure(field.integer().map_err(Into::into))?));
        } else if field.is(LINKED_ABSENT) {
            self.structure(field.null().map_err(Into::into))?;
            linked_id = Some(LinkedId::Absent);
        }
        if linked_id.is_some() {
            field = self.structure(fields.any("opcode"))?;
        }
        let (operation, form) = self.operation(&field, Problem::UNRECOGNIZED_OPERATION)?;
        let argument = fields.any("argument").and_then(|element| argument(operation, &element));
        let argument = self.typed(Problem::MISTYPED_ARGUMENT, argument)?;
        Ok(Invoke { invoke_id, linked_id, operation, form, argument })
    }

    fn return_result(&mut self) -> Result<ReturnResult<'a>, Refused<'a>> {
        let (mut fields, invoke_id) = self.begin()?;
        let Some(sequence) = self.structure(fields.next_field())? else {
            return Ok(ReturnResult { invoke_id, result: None });
        };
        if !sequence.is(Tag::SEQUENCE) {
            return self.structure(Err(ValueError::wrong_tag("result", &sequence)));
        }
        let mut fields = self.structure(filled(&sequence))?;
        let opcode = self.structure(fields.any("opcode"))?;
        let (operation, form) = self.operation(&opcode, Problem::RESULT_UNRECOGNIZED_INVOCATION)?;
        let value = fields.any("result").and_then(|element| result(operation, &element));
        let value = self.typed(Problem::MISTYPED_RESULT, value)?;
        Ok(ReturnResult { invoke_id, result: Some(OperationResult { operation, form, value }) })
    }

    fn return_error(&mut self) -> Result<ReturnError<'a>, Refused<'a>> {
        let (mut fields, invoke_id) = self.begin()?;
        let errcode = self.structure(fields.any("errcode"))?;
        let error = match self.structure(code(&errcode))? {
            Code::Local(value) => ErrorValue::new(value).ok_or(Code::Local(value)),
            global @ Code::Global(_) => Err(global),
        };
        let error = error.map_err(|code| {
            self.code = Some(code);
            self.refused(Some(Problem::UNRECOGNIZED_ERROR), Reason::UnknownError)
        })?;
        let parameter = self.structure(fields.next_field())?.map(|element| parameter(error, &element));
        let parameter = self.typed(Problem::MISTYPED_PARAMETER, parameter.transpose())?;
        Ok(ReturnError { invoke_id, error, parameter })
    }

    /// The fields after the invoke id.
    fn begin(&mut self) -> Result<(Fields<'a>, i32), Refused<'a>> {
        let mut fields = self.structure(filled(&self.element))?;
        let invoke_id = fields.tagged("invokeId", Tag::INTEGER).and_then(|id| Ok(id.integer()?));
        let invoke_id = self.structure(invoke_id)?;
        self.invoke_id = Some(invoke_id);
        Ok((fields, invoke_id))
    }

    fn operation(
        &mut self,
        element: &Element<'a>,
        unknown: Problem,
    ) -> Result<(Operation, Form), Refused<'a>> {
        let code = self.structure(code(element))?;
        let form = if matches!(code, Code::Local(_)) { Form::Local } else { Form::Global };
        Operation::from_code(&code).map(|operation| (operation, form)).ok_or_else(|| {
            self.code = Some(code);
            self.refused(Some(unknown), Reason::UnknownOperation)
        })
    }

    /// A fault in the structure of the component itself.
    fn structure<T>(&self, read: Result<T, ValueError>) -> Result<T, Refused<'a>> {
        read.map_err(|error| {
            let broken = error.is_broken();
            let problem =
                if broken { Problem::BADLY_STRUCTURED_COMPONENT } else { Problem::MISTYPED_COMPONENT };
            self.refused(Some(problem), error.into())
        })
    }

    /// A fault within the argument, result or parameter.
    fn typed<T>(&self, problem: Problem, read: Result<T, ValueError>) -> Result<T, Refused<'a>> {
        read.map_err(|error| self.refused(Some(problem), error.into()))
    }

    fn refused(&self, problem: Option<Problem>, reason: Reason) -> Refused<'a> {
        let offset = match reason {
            Reason::Value(error) => error.offset(),
            _ => self.element.offset,
        };
        let (invoke_id, code) = (self.invoke_id, self.code.clone());
        Refused { problem, invoke_id, code, reason, offset, octets: self.element.octets }
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
