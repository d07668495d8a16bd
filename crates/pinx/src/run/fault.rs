//! The faults of layer 3 in words.

use qsig_call::{Fault, State};
use qsig_q931::{ElementId, MessageType, ie::CallState};

/// What came that should not have come, and what was done about it.
pub(crate) fn words(fault: Fault) -> String {
    let message = |octet: u8| MessageType::from_octet(octet).to_string();
    match fault {
        Fault::Header => "a message without a call reference that can be read was thrown away".to_owned(),
        Fault::Reference { message_type } => {
            format!("{} came for a call that is not there", message(message_type))
        }
        Fault::UnknownType { message_type } => format!(
            "a message of the unknown type {message_type:#04x} came; the far end was told so (cause 97)"
        ),
        Fault::Unexpected { message_type, state } => format!(
            "{} does not fit the state of its call ({}); the far end was told so (cause 101)",
            message(message_type),
            in_words(state)
        ),
        Fault::Element { message_type, identifier, cause } => format!(
            "{} lacks {}, or has it in no form that can be used; the far end was told so (cause {cause})",
            message(message_type),
            element(identifier)
        ),
        Fault::SetupRefused { cause } => format!("an incoming call could not be taken (cause {cause})"),
        Fault::Status { cause, state } => {
            let cause =
                cause.map_or_else(|| "an error without a cause".to_owned(), |cause| format!("cause {cause}"));
            let state = state.and_then(|state| CallState::new(state).name());
            let state = state.map(|state| format!("; its call state is {state}")).unwrap_or_default();
            format!("the far end reports {cause}{state}")
        }
        Fault::Global { message_type } => {
            format!("{} came for the whole interface and fits nothing", message(message_type))
        }
        Fault::TooLong { message_type } => format!(
            "an operation was too long for {} and was left out of it; please report it",
            message(message_type)
        ),
        Fault::Internal => "a mistake of ours, please report it with the lines above".to_owned(),
        other => format!("{other:?}"),
    }
}

/// `Active (10)`.
fn in_words(state: State) -> String {
    format!("{} ({})", CallState::new(state.value()).name().unwrap_or("unknown"), state.value())
}

/// The name of an element of codeset 0.
fn element(identifier: u8) -> &'static str {
    ElementId { codeset: 0, identifier }.name()
}

#[cfg(test)]
mod tests {
    use qsig_core::Cause;

    use super::*;

    #[test]
    fn faults_are_told_in_the_words_of_the_standards() {
        let told = [
            Fault::Unexpected { message_type: 0x07, state: State::Active },
            Fault::Element { message_type: 0x05, identifier: 0x18, cause: Cause::MANDATORY_IE_MISSING },
            Fault::UnknownType { message_type: 0x50 },
            Fault::Status { cause: Some(Cause::WRONG_STATE), state: Some(10) },
            Fault::Status { cause: None, state: None },
        ]
        .map(words);
        let wanted = [
            "CONNECT does not fit the state of its call (Active (10)); the far end was told so (cause 101)",
            "SETUP lacks Channel identification, or has it in no form that can be used; the far end was told so (cause 96 \
             Mandatory information element is missing)",
            "a message of the unknown type 0x50 came; the far end was told so (cause 97)",
            "the far end reports cause 101 Message not compatible with call state; its call state is Active",
            "the far end reports an error without a cause",
        ];
        assert_eq!(told, wanted);
    }
}
