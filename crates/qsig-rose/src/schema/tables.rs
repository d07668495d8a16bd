//! The schema: types, operations and errors.
//!
//! Made from the modules in `asn1/` by `cargo xtask schema`. Do not edit: change the modules.

use qsig_ber::Tag;

use super::{
    Alphabet, Alternative, ErrorRow, Field, OperationRow, Presence, Shape, Size, Slot, Tagging, Type,
};
use crate::{ErrorValue, Operation};

/// AOCSCurrencyInfo, of Advice-Of-Charge-Operations.
static AOCS_CURRENCY_INFO: Type = Type { name: "AOCSCurrencyInfo", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "chargedItem", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CHARGED_ITEM } },
    Field { name: "rateType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: None, shape: Shape::Choice(&[
    Alternative { name: "durationCurrency", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &DURATION_CURRENCY } },
    Alternative { name: "flatRateCurrency", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &FLAT_RATE_CURRENCY } },
    Alternative { name: "volumeRateCurrency", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &VOLUME_RATE_CURRENCY } },
    Alternative { name: "specialChargingCode", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 1, most: 10 } } } },
    Alternative { name: "freeOfCharge", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "currencyInfoNotAvailable", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "freeOfChargefromBeginning", slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
]) } } },
]) };

/// AOCSCurrencyInfoList, of Advice-Of-Charge-Operations.
static AOCS_CURRENCY_INFO_LIST: Type = Type { name: "AOCSCurrencyInfoList", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &AOCS_CURRENCY_INFO }) };

/// ActivateDiversionArg, of Call-Diversion-Operations.
static ACTIVATE_DIVERSION_ARG: Type = Type { name: "ActivateDiversionArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "procedure", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PROCEDURE } },
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "divertedToAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &ADDRESS } },
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "activatingUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CF_EXT12 } },
]) };

/// Address, of Addressing-Data-Elements.
static ADDRESS: Type = Type { name: "Address", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "partyNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "partySubaddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PARTY_SUBADDRESS } },
]) };

/// AddressHeader, of Message-Centre-Operations.
static ADDRESS_HEADER: Type = Type { name: "AddressHeader", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "originatorNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "timeStamp", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &TIME_STAMP } },
    Field { name: "priority", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &MCM_PRIORITY } },
]) };

/// AddressScreened, of Addressing-Data-Elements.
static ADDRESS_SCREENED: Type = Type { name: "AddressScreened", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "partyNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "screeningIndicator", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SCREENING_INDICATOR } },
    Field { name: "partySubaddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PARTY_SUBADDRESS } },
]) };

/// AdviceModeCombination, of Advice-Of-Charge-Operations.
static ADVICE_MODE_COMBINATION: Type = Type { name: "AdviceModeCombination", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "rate"), (1, "rateInterim"), (2, "rateFinal"), (3, "interim"), (4, "final"), (5, "interimFinal"), (6, "rateInterimFinal")]) };

/// AllMsgInfo, of Message-Centre-Operations.
static ALL_MSG_INFO: Type = Type { name: "AllMsgInfo", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "newMsgInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_INFO } },
    Field { name: "retrievedMsgInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_INFO } },
]) };

/// AlternativeId, of Wireless-Location-Operations.
static ALTERNATIVE_ID: Type = Type { name: "AlternativeId", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(1, 20)) };

/// Amount, of Advice-Of-Charge-Operations.
static AMOUNT: Type = Type { name: "Amount", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "currencyAmount", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 16777215 } } } },
    Field { name: "multiplier", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &MULTIPLIER } },
]) };

/// AocCompleteArg, of Advice-Of-Charge-Operations.
static AOC_COMPLETE_ARG: Type = Type { name: "AocCompleteArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "chargedUser", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "chargingAssociation", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CHARGING_ASSOCIATION } },
    Field { name: "completeArgExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &AOC_EXT12 } },
]) };

/// AocCompleteRes, of Advice-Of-Charge-Operations.
static AOC_COMPLETE_RES: Type = Type { name: "AocCompleteRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "chargingOption", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CHARGING_OPTION } },
    Field { name: "completeResExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &AOC_EXT12 } },
]) };

/// AocDivChargeReqArg, of Advice-Of-Charge-Operations.
static AOC_DIV_CHARGE_REQ_ARG: Type = Type { name: "AocDivChargeReqArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "divertingUser", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "chargingAssociation", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CHARGING_ASSOCIATION } },
    Field { name: "diversionType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &DIVERSION_TYPE } },
    Field { name: "aocDivChargeReqArgExt", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &AOC_EXT12 } },
]) };

/// AocDummy, of Advice-Of-Charge-Operations.
static AOC_DUMMY: Type = Type { name: "AocDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "none", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multipleExtension", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// AocExt12, of Advice-Of-Charge-Operations.
static AOC_EXT12: Type = Type { name: "AocExt12", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multipleExtension", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// AocFinalArg, of Advice-Of-Charge-Operations.
static AOC_FINAL_ARG: Type = Type { name: "AocFinalArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "finalCharge", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: None, shape: Shape::Choice(&[
    Alternative { name: "chargeNotAvailable", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "freeOfCharge", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "specificCurrency", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "recordedCurrency", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &RECORDED_CURRENCY } },
    Field { name: "finalBillingId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &FINAL_BILLING_ID } },
]) } } },
]) } } },
    Field { name: "chargingAssociation", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CHARGING_ASSOCIATION } },
    Field { name: "finalArgExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &AOC_EXT12 } },
]) };

/// AocInterimArg, of Advice-Of-Charge-Operations.
static AOC_INTERIM_ARG: Type = Type { name: "AocInterimArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "interimCharge", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: None, shape: Shape::Choice(&[
    Alternative { name: "chargeNotAvailable", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "freeOfCharge", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "specificCurrency", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "recordedCurrency", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &RECORDED_CURRENCY } },
    Field { name: "interimBillingId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &INTERIM_BILLING_ID } },
]) } } },
]) } } },
    Field { name: "interimArgExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &AOC_EXT12 } },
]) };

/// AocRateArg, of Advice-Of-Charge-Operations.
static AOC_RATE_ARG: Type = Type { name: "AocRateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "aocRate", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: None, shape: Shape::Choice(&[
    Alternative { name: "chargeNotAvailable", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "aocSCurrencyInfoList", slot: Slot { tagging: Tagging::Own, of: &AOCS_CURRENCY_INFO_LIST } },
]) } } },
    Field { name: "rateArgExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &AOC_EXT12 } },
]) };

/// ApplicationPort16BitHeader, of Short-Message-Operations.
static APPLICATION_PORT16_BIT_HEADER: Type = Type { name: "ApplicationPort16BitHeader", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "destination16BitPort", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 65536 } } } },
    Field { name: "originator16BitPort", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 65536 } } } },
]) };

/// ApplicationPort8BitHeader, of Short-Message-Operations.
static APPLICATION_PORT8_BIT_HEADER: Type = Type { name: "ApplicationPort8BitHeader", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "destination8BitPort", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Field { name: "originator8BitPort", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
]) };

/// BasicService, of Call-Diversion-Operations.
static BASIC_SERVICE: Type = Type { name: "BasicService", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "allServices"), (1, "speech"), (2, "unrestrictedDigitalInformation"), (3, "audio3100Hz"), (32, "telephony"), (33, "teletex"), (34, "telefaxGroup4Class1"), (35, "videotexSyntaxBased"), (36, "videotelephony")]) };

/// BmpOctets, of Message-Centre-Operations.
static BMP_OCTETS: Type = Type { name: "BmpOctets", tag: Some(Tag::universal(30)), shape: Shape::OctetString(Size::ANY) };

/// CICapabilityLevel, of Call-Intrusion-Operations.
static CI_CAPABILITY_LEVEL: Type = Type { name: "CICapabilityLevel", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(1, "intrusionLowProt"), (2, "intrusionMediumProt"), (3, "intrusionHighProt")]) };

/// CIGetCIPLRes, of Call-Intrusion-Operations.
static CI_GET_CIPL_RES: Type = Type { name: "CIGetCIPLRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "ciProtectionLevel", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CI_PROTECTION_LEVEL } },
    Field { name: "resultExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &OID_EXT12 } },
]) };

/// CIProtectionLevel, of Call-Intrusion-Operations.
static CI_PROTECTION_LEVEL: Type = Type { name: "CIProtectionLevel", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "lowProtection"), (1, "mediumProtection"), (2, "highProtection"), (3, "fullProtection")]) };

/// CIRequestArg, of Call-Intrusion-Operations.
static CI_REQUEST_ARG: Type = Type { name: "CIRequestArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "ciCapabilityLevel", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CI_CAPABILITY_LEVEL } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &OID_EXT12 } },
]) };

/// CIRequestRes, of Call-Intrusion-Operations.
static CI_REQUEST_RES: Type = Type { name: "CIRequestRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "ciUnwantedUserStatus", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CI_UNWANTED_USER_STATUS } },
    Field { name: "resultExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &OID_EXT12 } },
]) };

/// CIUnwantedUserStatus, of Call-Intrusion-Operations.
static CI_UNWANTED_USER_STATUS: Type = Type { name: "CIUnwantedUserStatus", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "unwantedUserIntruded"), (1, "unwantedUserIsolated")]) };

/// CPICapabilityLevel, of Call-Interruption-Operations.
static CPI_CAPABILITY_LEVEL: Type = Type { name: "CPICapabilityLevel", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(1, "interruptionLowPriority"), (2, "interruptionMediumPriority"), (3, "interruptionHighPriority")]) };

/// CPIPRequestArg, of Call-Interruption-Operations.
static CPIP_REQUEST_ARG: Type = Type { name: "CPIPRequestArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "cpiProtectionLevel", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CPI_PROTECTION_LEVEL } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CPI_EXT12 } },
]) };

/// CPIProtectionLevel, of Call-Interruption-Operations.
static CPI_PROTECTION_LEVEL: Type = Type { name: "CPIProtectionLevel", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "noProtection"), (1, "lowProtection"), (2, "mediumProtection"), (3, "totalProtection")]) };

/// CPIRequestArg, of Call-Interruption-Operations.
static CPI_REQUEST_ARG: Type = Type { name: "CPIRequestArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "cpiCapabilityLevel", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CPI_CAPABILITY_LEVEL } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CPI_EXT12 } },
]) };

/// CTActiveArg, of Call-Transfer-Operations.
static CT_ACTIVE_ARG: Type = Type { name: "CTActiveArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "connectedAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTED_ADDRESS_SCREENED } },
    Field { name: "basicCallInfoElements", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "connectedName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &NAME } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CT_EXT910 } },
]) };

/// CTCompleteArg, of Call-Transfer-Operations.
static CT_COMPLETE_ARG: Type = Type { name: "CTCompleteArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "endDesignation", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &END_DESIGNATION } },
    Field { name: "redirectionNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTED_NUMBER_SCREENED } },
    Field { name: "basicCallInfoElements", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "redirectionName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &NAME } },
    Field { name: "callStatus", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &CALL_STATUS } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CT_EXT910 } },
]) };

/// CTIdentifyRes, of Call-Transfer-Operations.
static CT_IDENTIFY_RES: Type = Type { name: "CTIdentifyRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "callIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CT_CALL_IDENTITY } },
    Field { name: "rerouteingNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "resultExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CT_EXT67 } },
]) };

/// CTInitiateArg, of Call-Transfer-Operations.
static CT_INITIATE_ARG: Type = Type { name: "CTInitiateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "callIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CT_CALL_IDENTITY } },
    Field { name: "rerouteingNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CT_EXT67 } },
]) };

/// CTSetupArg, of Call-Transfer-Operations.
static CT_SETUP_ARG: Type = Type { name: "CTSetupArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "callIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CT_CALL_IDENTITY } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CT_EXT01 } },
]) };

/// CTUpdateArg, of Call-Transfer-Operations.
static CT_UPDATE_ARG: Type = Type { name: "CTUpdateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "redirectionNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTED_NUMBER_SCREENED } },
    Field { name: "redirectionName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &NAME } },
    Field { name: "basicCallInfoElements", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CT_EXT910 } },
]) };

/// CallIdentificationAssignArg, of Call-Identification-Operations.
static CALL_IDENTIFICATION_ASSIGN_ARG: Type = Type { name: "CallIdentificationAssignArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "globalCallID", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &CALL_IDENTIFICATION_DATA } },
    Field { name: "threadID", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &CALL_IDENTIFICATION_DATA } },
    Field { name: "legID", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &CALL_IDENTIFICATION_DATA } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CIDL_EXTENSION } },
]) };

/// CallIdentificationData, of Call-Identification-Operations.
static CALL_IDENTIFICATION_DATA: Type = Type { name: "CallIdentificationData", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "switchingSubDomainName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &Type { name: "", tag: Some(Tag::universal(22)), shape: Shape::Text(Alphabet::Ia5, Size(1, 64)) } } },
    Field { name: "linkageID", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &LINKAGE_ID } },
    Field { name: "timeStamp", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &TIME_STAMP } },
]) };

/// CallIdentificationUpdateArg, of Call-Identification-Operations.
static CALL_IDENTIFICATION_UPDATE_ARG: Type = Type { name: "CallIdentificationUpdateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "globalCallID", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &CALL_IDENTIFICATION_DATA } },
    Field { name: "threadID", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &CALL_IDENTIFICATION_DATA } },
    Field { name: "legID", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &CALL_IDENTIFICATION_DATA } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CIDL_EXTENSION } },
]) };

/// CallRerouteingArg, of Call-Diversion-Operations.
static CALL_REROUTEING_ARG: Type = Type { name: "CallRerouteingArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "rerouteingReason", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &DIVERSION_REASON } },
    Field { name: "originalRerouteingReason", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &DIVERSION_REASON } },
    Field { name: "calledAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &ADDRESS } },
    Field { name: "diversionCounter", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 1, most: 15 } } } },
    Field { name: "pSS1InfoElement", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "lastRerouteingNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PRESENTED_NUMBER_UNSCREENED } },
    Field { name: "subscriptionOption", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &SUBSCRIPTION_OPTION } },
    Field { name: "callingPartySubaddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &PARTY_SUBADDRESS } },
    Field { name: "callingNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Explicit(Tag::context(4)), of: &PRESENTED_NUMBER_SCREENED } },
    Field { name: "callingName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(5)), of: &NAME } },
    Field { name: "originalCalledNr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(6)), of: &PRESENTED_NUMBER_UNSCREENED } },
    Field { name: "redirectingName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(7)), of: &NAME } },
    Field { name: "originalCalledName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(8)), of: &NAME } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CF_EXT910 } },
]) };

/// CallStatus, of Call-Transfer-Operations.
static CALL_STATUS: Type = Type { name: "CallStatus", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "answered"), (1, "alerting")]) };

/// CcExtension, of Call-Completion-Operations.
static CC_EXTENSION: Type = Type { name: "CcExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "none", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(14)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(15)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CcFullArg, of Call-Completion-Operations.
static CC_FULL_ARG: Type = Type { name: "CcFullArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "numberA", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "numberB", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "service", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "subaddrA", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(10)), of: &PARTY_SUBADDRESS } },
    Field { name: "subaddrB", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(11)), of: &PARTY_SUBADDRESS } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CC_EXTENSION } },
]) };

/// CcOptionalArg, of Call-Completion-Operations.
static CC_OPTIONAL_ARG: Type = Type { name: "CcOptionalArg", tag: None, shape: Shape::Choice(&[
    Alternative { name: "fullArg", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &CC_FULL_ARG } },
    Alternative { name: "extArg", slot: Slot { tagging: Tagging::Own, of: &CC_EXTENSION } },
]) };

/// CcRequestArg, of Call-Completion-Operations.
static CC_REQUEST_ARG: Type = Type { name: "CcRequestArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "numberA", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTED_NUMBER_UNSCREENED } },
    Field { name: "numberB", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "service", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "subaddrA", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(10)), of: &PARTY_SUBADDRESS } },
    Field { name: "subaddrB", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(11)), of: &PARTY_SUBADDRESS } },
    Field { name: "can-retain-service", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(12)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "retain-sig-connection", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(13)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CC_EXTENSION } },
]) };

/// CcRequestRes, of Call-Completion-Operations.
static CC_REQUEST_RES: Type = Type { name: "CcRequestRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "no-path-reservation", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "retain-service", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CC_EXTENSION } },
]) };

/// CfDummy, of Call-Diversion-Operations.
static CF_DUMMY: Type = Type { name: "CfDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CfExt12, of Call-Diversion-Operations.
static CF_EXT12: Type = Type { name: "CfExt12", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CfExt56, of Call-Diversion-Operations.
static CF_EXT56: Type = Type { name: "CfExt56", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CfExt910, of Call-Diversion-Operations.
static CF_EXT910: Type = Type { name: "CfExt910", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(9)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(10)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CfuActivated, of Wireless-Call-Operations.
static CFU_ACTIVATED: Type = Type { name: "CfuActivated", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "divToAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &ADDRESS } },
    Field { name: "divOptions", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SUBSCRIPTION_OPTION } },
    Field { name: "wtmName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &NAME } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &WTMI_EXTENSION } },
]) };

/// CharacterSet, of Name-Operations.
static CHARACTER_SET: Type = Type { name: "CharacterSet", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } };

/// ChargeRequestArg, of Advice-Of-Charge-Operations.
static CHARGE_REQUEST_ARG: Type = Type { name: "ChargeRequestArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "adviceModeCombinations", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &ADVICE_MODE_COMBINATION }) } } },
    Field { name: "chargeReqArgExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &AOC_EXT12 } },
]) };

/// ChargeRequestRes, of Advice-Of-Charge-Operations.
static CHARGE_REQUEST_RES: Type = Type { name: "ChargeRequestRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "adviceModeCombination", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &ADVICE_MODE_COMBINATION } },
    Field { name: "chargeReqResExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &AOC_EXT12 } },
]) };

/// ChargeTime, of Advice-Of-Charge-Operations.
static CHARGE_TIME: Type = Type { name: "ChargeTime", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "lengthOfTimeUnit", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 16777215 } } } },
    Field { name: "scale", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &SCALE } },
]) };

/// ChargedItem, of Advice-Of-Charge-Operations.
static CHARGED_ITEM: Type = Type { name: "ChargedItem", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "basicCommunication"), (1, "callAttempt"), (2, "callSetup"), (3, "userToUserInfo"), (4, "operationOfSupplementaryServ")]) };

/// ChargingAssociation, of Advice-Of-Charge-Operations.
static CHARGING_ASSOCIATION: Type = Type { name: "ChargingAssociation", tag: None, shape: Shape::Choice(&[
    Alternative { name: "chargeNumber", slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &PARTY_NUMBER } },
    Alternative { name: "chargeIdentifier", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: -32768, most: 32767 } } } },
]) };

/// ChargingOption, of Advice-Of-Charge-Operations.
static CHARGING_OPTION: Type = Type { name: "ChargingOption", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "aocFreeOfCharge"), (1, "aocContinueCharging"), (2, "aocStopCharging")]) };

/// ChargingType, of Advice-Of-Charge-Operations.
static CHARGING_TYPE: Type = Type { name: "ChargingType", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "continuousCharging"), (1, "stepFunction")]) };

/// CheckRestrictionArg, of Call-Diversion-Operations.
static CHECK_RESTRICTION_ARG: Type = Type { name: "CheckRestrictionArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "divertedToNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CF_EXT12 } },
]) };

/// CheckResult, of Wireless-Location-Operations.
static CHECK_RESULT: Type = Type { name: "CheckResult", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "locInfChk-correct"), (1, "locInfChk-incorrect")]) };

/// CidlExtension, of Call-Identification-Operations.
static CIDL_EXTENSION: Type = Type { name: "CidlExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &EXTENSION } },
    Alternative { name: "sequenceOfExt", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CintCause, of Call-Interception-Operations.
static CINT_CAUSE: Type = Type { name: "CintCause", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 127 } };

/// CintCondArg, of Call-Interception-Operations.
static CINT_COND_ARG: Type = Type { name: "CintCondArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "interceptionCause", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CINT_CAUSE } },
    Field { name: "originalCalledNumber", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PRESENTED_NUMBER_UNSCREENED } },
    Field { name: "calledName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &NAME } },
    Field { name: "originalCalledName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &NAME } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CINT_EXTENSION } },
]) };

/// CintExtension, of Call-Interception-Operations.
static CINT_EXTENSION: Type = Type { name: "CintExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "none", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CintInformation1Arg, of Call-Interception-Operations.
static CINT_INFORMATION1_ARG: Type = Type { name: "CintInformation1Arg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "interceptionCause", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CINT_CAUSE } },
    Field { name: "interceptedToNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CINT_EXTENSION } },
]) };

/// CintInformation2Arg, of Call-Interception-Operations.
static CINT_INFORMATION2_ARG: Type = Type { name: "CintInformation2Arg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "interceptionCause", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CINT_CAUSE } },
    Field { name: "calledNumber", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PRESENTED_NUMBER_UNSCREENED } },
    Field { name: "originalCalledNumber", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &PRESENTED_NUMBER_UNSCREENED } },
    Field { name: "calledName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &NAME } },
    Field { name: "originalCalledName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(4)), of: &NAME } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CINT_EXTENSION } },
]) };

/// CmnArg, of Common-Information-Operations.
static CMN_ARG: Type = Type { name: "CmnArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "featureIdentifier", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &FEATURE_ID_LIST } },
    Field { name: "ssDNDOprotectionLevel", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 3 } } } },
    Field { name: "ssCIprotectionLevel", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 3 } } } },
    Field { name: "equipmentIdentity", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &EQUIPMENT_ID } },
    Field { name: "partyCategory", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &PARTY_CATEGORY } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CMN_EXT78 } },
]) };

/// CmnExt78, of Common-Information-Operations.
static CMN_EXT78: Type = Type { name: "CmnExt78", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(7)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(8)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// Code, of Remote-Operations.
static CODE: Type = Type { name: "Code", tag: None, shape: Shape::Choice(&[
    Alternative { name: "local", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Alternative { name: "global", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(6)), shape: Shape::ObjectIdentifier } } },
]) };

/// Component, of Remote-Operations.
static COMPONENT: Type = Type { name: "Component", tag: None, shape: Shape::Choice(&[
    Alternative { name: "invoke", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &INVOKE } },
    Alternative { name: "returnResult", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &RETURN_RESULT } },
    Alternative { name: "returnError", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &RETURN_ERROR } },
    Alternative { name: "reject", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &REJECT } },
]) };

/// CompressedInfo, of Message-Centre-Operations.
static COMPRESSED_INFO: Type = Type { name: "CompressedInfo", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "nrOfMessages", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &NR_OF_MESSAGES } },
    Field { name: "lastTimeStamp", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &TIME_STAMP } },
    Field { name: "highestPriority", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MCM_PRIORITY } },
]) };

/// Concatenated16BitSMHeader, of Short-Message-Operations.
static CONCATENATED16_BIT_SM_HEADER: Type = Type { name: "Concatenated16BitSMHeader", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "concatenated16BitSMReferenceNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 65536 } } } },
    Field { name: "maximumNumberOf16BitSMInConcatenatedSM", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Field { name: "sequenceNumberOf16BitSM", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
]) };

/// Concatenated8BitSMHeader, of Short-Message-Operations.
static CONCATENATED8_BIT_SM_HEADER: Type = Type { name: "Concatenated8BitSMHeader", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "concatenated8BitSMReferenceNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Field { name: "maximumNumberOf8BitSMInConcatenatedSM", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Field { name: "sequenceNumberOf8BitSM", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
]) };

/// CpiExt12, of Call-Interruption-Operations.
static CPI_EXT12: Type = Type { name: "CpiExt12", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "sequenceOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CtCallIdentity, of Call-Transfer-Operations.
static CT_CALL_IDENTITY: Type = Type { name: "CtCallIdentity", tag: Some(Tag::universal(18)), shape: Shape::Text(Alphabet::Numeric, Size(1, 4)) };

/// CtDummy, of Call-Transfer-Operations.
static CT_DUMMY: Type = Type { name: "CtDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CtExt01, of Call-Transfer-Operations.
static CT_EXT01: Type = Type { name: "CtExt01", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CtExt67, of Call-Transfer-Operations.
static CT_EXT67: Type = Type { name: "CtExt67", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(7)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CtExt910, of Call-Transfer-Operations.
static CT_EXT910: Type = Type { name: "CtExt910", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(9)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(10)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// CurrLocation, of Wireless-Call-Operations.
static CURR_LOCATION: Type = Type { name: "CurrLocation", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "visitPINX", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "wtmIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &WTM_IDENTITY } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &WTMI_EXTENSION } },
]) };

/// Currency, of Advice-Of-Charge-Operations.
static CURRENCY: Type = Type { name: "Currency", tag: Some(Tag::universal(22)), shape: Shape::Text(Alphabet::Ia5, Size(0, 10)) };

/// DNDActivateArg, of Do-Not-Disturb-Operations.
static DND_ACTIVATE_ARG: Type = Type { name: "DNDActivateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &OID_EXT12 } },
]) };

/// DNDActivateRes, of Do-Not-Disturb-Operations.
static DND_ACTIVATE_RES: Type = Type { name: "DNDActivateRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "status", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(17)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &DND_STATUS_ELT }) } } },
    Field { name: "resultExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &OID_EXT12 } },
]) };

/// DNDDeactivateArg, of Do-Not-Disturb-Operations.
static DND_DEACTIVATE_ARG: Type = Type { name: "DNDDeactivateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &OID_EXT12 } },
]) };

/// DNDInterrogateArg, of Do-Not-Disturb-Operations.
static DND_INTERROGATE_ARG: Type = Type { name: "DNDInterrogateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &OID_EXT12 } },
]) };

/// DNDInterrogateRes, of Do-Not-Disturb-Operations.
static DND_INTERROGATE_RES: Type = Type { name: "DNDInterrogateRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "status", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(17)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &DND_STATUS_ELT }) } } },
    Field { name: "resultExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &OID_EXT12 } },
]) };

/// DNDOCapabilityLevel, of Do-Not-Disturb-Operations.
static DNDO_CAPABILITY_LEVEL: Type = Type { name: "DNDOCapabilityLevel", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(1, "overrideLowProt"), (2, "overrideMediumProt"), (3, "overrideHighProt")]) };

/// DNDOverrideArg, of Do-Not-Disturb-Operations.
static DND_OVERRIDE_ARG: Type = Type { name: "DNDOverrideArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "dndoCapabilityLevel", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &DNDO_CAPABILITY_LEVEL } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &OID_EXT12 } },
]) };

/// DNDProtectionLevel, of Do-Not-Disturb-Operations.
static DND_PROTECTION_LEVEL: Type = Type { name: "DNDProtectionLevel", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "lowProtection"), (1, "mediumProtection"), (2, "highProtection"), (3, "fullProtection")]) };

/// DNDStatusElt, of Do-Not-Disturb-Operations.
static DND_STATUS_ELT: Type = Type { name: "DNDStatusElt", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "dndProtectionLevel", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &DND_PROTECTION_LEVEL } },
]) };

/// DeactivateDiversionArg, of Call-Diversion-Operations.
static DEACTIVATE_DIVERSION_ARG: Type = Type { name: "DeactivateDiversionArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "procedure", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PROCEDURE } },
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "deactivatingUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CF_EXT12 } },
]) };

/// DisplayArg, of Simple-Dialog-Operations.
static DISPLAY_ARG: Type = Type { name: "DisplayArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "displayString", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &DISPLAY_STRING } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SD_EXTENSION } },
]) };

/// DisplayString, of Simple-Dialog-Operations.
static DISPLAY_STRING: Type = Type { name: "DisplayString", tag: None, shape: Shape::Choice(&[
    Alternative { name: "displayStringNormal", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &SD_STRING_NORMAL } },
    Alternative { name: "displayStringExtended", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &SD_STRING_EXTENDED } },
]) };

/// DiversionReason, of Call-Diversion-Operations.
static DIVERSION_REASON: Type = Type { name: "DiversionReason", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "unknown"), (1, "cfu"), (2, "cfb"), (3, "cfnr")]) };

/// DiversionType, of Advice-Of-Charge-Operations.
static DIVERSION_TYPE: Type = Type { name: "DiversionType", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "callForwardingUnconditional"), (1, "callForwardingBusy"), (2, "callForwardingNoReply"), (3, "callDeflection")]) };

/// DivertingLegInformation1Arg, of Call-Diversion-Operations.
static DIVERTING_LEG_INFORMATION1_ARG: Type = Type { name: "DivertingLegInformation1Arg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "diversionReason", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &DIVERSION_REASON } },
    Field { name: "subscriptionOption", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SUBSCRIPTION_OPTION } },
    Field { name: "nominatedNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CF_EXT910 } },
]) };

/// DivertingLegInformation2Arg, of Call-Diversion-Operations.
static DIVERTING_LEG_INFORMATION2_ARG: Type = Type { name: "DivertingLegInformation2Arg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "diversionCounter", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 1, most: 15 } } } },
    Field { name: "diversionReason", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &DIVERSION_REASON } },
    Field { name: "originalDiversionReason", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &DIVERSION_REASON } },
    Field { name: "divertingNr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PRESENTED_NUMBER_UNSCREENED } },
    Field { name: "originalCalledNr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &PRESENTED_NUMBER_UNSCREENED } },
    Field { name: "redirectingName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &NAME } },
    Field { name: "originalCalledName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(4)), of: &NAME } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CF_EXT56 } },
]) };

/// DivertingLegInformation3Arg, of Call-Diversion-Operations.
static DIVERTING_LEG_INFORMATION3_ARG: Type = Type { name: "DivertingLegInformation3Arg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "presentationAllowedIndicator", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTATION_ALLOWED_INDICATOR } },
    Field { name: "redirectionName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &NAME } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CF_EXT12 } },
]) };

/// DurationCurrency, of Advice-Of-Charge-Operations.
static DURATION_CURRENCY: Type = Type { name: "DurationCurrency", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "dCurrency", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &CURRENCY } },
    Field { name: "dAmount", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &AMOUNT } },
    Field { name: "dChargingType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &CHARGING_TYPE } },
    Field { name: "dTime", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &CHARGE_TIME } },
    Field { name: "dGranularity", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &CHARGE_TIME } },
]) };

/// EndDesignation, of Call-Transfer-Operations.
static END_DESIGNATION: Type = Type { name: "EndDesignation", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "primaryEnd"), (1, "secondaryEnd")]) };

/// EnhancedVP, of Short-Message-Operations.
static ENHANCED_VP: Type = Type { name: "EnhancedVP", tag: None, shape: Shape::Choice(&[
    Alternative { name: "validityPeriodRel", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Alternative { name: "validityPeriodSec", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Alternative { name: "validityPeriodSemi", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(3, 3)) } } },
]) };

/// EntityType, of Generic-Procedures.
static ENTITY_TYPE: Type = Type { name: "EntityType", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "endPINX"), (1, "anyTypeOfPINX")]) };

/// EquipmentId, of Common-Information-Operations.
static EQUIPMENT_ID: Type = Type { name: "EquipmentId", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "nodeId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(22)), shape: Shape::Text(Alphabet::Ia5, Size(1, 10)) } } },
    Field { name: "groupId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(22)), shape: Shape::Text(Alphabet::Ia5, Size(1, 10)) } } },
    Field { name: "unitId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &Type { name: "", tag: Some(Tag::universal(22)), shape: Shape::Text(Alphabet::Ia5, Size(1, 10)) } } },
]) };

/// Extension, of Generic-Procedures.
static EXTENSION: Type = Type { name: "Extension", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "extensionId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(6)), shape: Shape::ObjectIdentifier } } },
    Field { name: "extensionArgument", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: None, shape: Shape::Open } } },
]) };

/// FeatureIdList, of Common-Information-Operations.
static FEATURE_ID_LIST: Type = Type { name: "FeatureIdList", tag: Some(Tag::universal(3)), shape: Shape::BitString { size: Size(1, 64), names: &[] } };

/// FinalBillingId, of Advice-Of-Charge-Operations.
static FINAL_BILLING_ID: Type = Type { name: "FinalBillingId", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "normalCharging"), (2, "creditCardCharging"), (3, "callForwardingUnconditional"), (4, "callForwardingBusy"), (5, "callForwardingNoReply"), (6, "callDeflection"), (7, "callTransfer")]) };

/// FlatRateCurrency, of Advice-Of-Charge-Operations.
static FLAT_RATE_CURRENCY: Type = Type { name: "FlatRateCurrency", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "fRCurrency", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &CURRENCY } },
    Field { name: "fRAmount", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &AMOUNT } },
]) };

/// GenericUserValue, of Short-Message-Operations.
static GENERIC_USER_VALUE: Type = Type { name: "GenericUserValue", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "parameterValue", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Field { name: "genericUserData", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size::ANY) } } },
]) };

/// GetRRCInfArg, of Wireless-Location-Operations.
static GET_RRC_INF_ARG: Type = Type { name: "GetRRCInfArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "wtmUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &WTM_USER_ID } },
    Field { name: "basicService", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LR_EXTENSION } },
]) };

/// GetRRCInfRes, of Wireless-Location-Operations.
static GET_RRC_INF_RES: Type = Type { name: "GetRRCInfRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "alternativeId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &ALTERNATIVE_ID } },
    Field { name: "rrClass", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &RR_CLASS } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LR_EXTENSION } },
]) };

/// IntResult, of Call-Diversion-Operations.
static INT_RESULT: Type = Type { name: "IntResult", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "procedure", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PROCEDURE } },
    Field { name: "divertedToAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &ADDRESS } },
    Field { name: "remoteEnabled", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CF_EXT12 } },
]) };

/// IntResultList, of Call-Diversion-Operations.
static INT_RESULT_LIST: Type = Type { name: "IntResultList", tag: Some(Tag::universal(17)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &INT_RESULT }) };

/// InterimBillingId, of Advice-Of-Charge-Operations.
static INTERIM_BILLING_ID: Type = Type { name: "InterimBillingId", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "normalCharging"), (2, "creditCardCharging")]) };

/// InterpretationComponent, of Generic-Procedures.
static INTERPRETATION_COMPONENT: Type = Type { name: "InterpretationComponent", tag: Some(Tag::context(11)), shape: Shape::Enumerated(&[(0, "discardAnyUnrecognisedInvokePdu"), (1, "clearCallIfAnyInvokePduNotRecognised"), (2, "rejectAnyUnrecognisedInvokePdu")]) };

/// InterrogateDiversionArg, of Call-Diversion-Operations.
static INTERROGATE_DIVERSION_ARG: Type = Type { name: "InterrogateDiversionArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "procedure", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PROCEDURE } },
    Field { name: "basicService", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "interrogatingUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CF_EXT12 } },
]) };

/// Invoke, of Remote-Operations.
static INVOKE: Type = Type { name: "Invoke", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "invokeId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &INVOKE_ID } },
    Field { name: "linkedId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LINKED_ID } },
    Field { name: "opcode", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CODE } },
    Field { name: "argument", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: None, shape: Shape::Open } } },
]) };

/// InvokeId, of Remote-Operations.
static INVOKE_ID: Type = Type { name: "InvokeId", tag: None, shape: Shape::Choice(&[
    Alternative { name: "present", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Alternative { name: "absent", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
]) };

/// KeypadArg, of Simple-Dialog-Operations.
static KEYPAD_ARG: Type = Type { name: "KeypadArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "keypadString", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &SD_STRING_NORMAL } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SD_EXTENSION } },
]) };

/// LinkageID, of Call-Identification-Operations.
static LINKAGE_ID: Type = Type { name: "LinkageID", tag: None, shape: Shape::Choice(&[
    Alternative { name: "subDomainID", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(1, 8)) } } },
    Alternative { name: "globallyUniqueID", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(1, 16)) } } },
]) };

/// LinkedId, of Remote-Operations.
static LINKED_ID: Type = Type { name: "LinkedId", tag: None, shape: Shape::Choice(&[
    Alternative { name: "present", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Alternative { name: "absent", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
]) };

/// LocDeRegArg, of Wireless-Location-Operations.
static LOC_DE_REG_ARG: Type = Type { name: "LocDeRegArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "wtmUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &WTM_USER_ID } },
    Field { name: "basicService", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LR_EXTENSION } },
]) };

/// LocDelArg, of Wireless-Location-Operations.
static LOC_DEL_ARG: Type = Type { name: "LocDelArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "wtmUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &WTM_USER_ID } },
    Field { name: "basicService", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LR_EXTENSION } },
]) };

/// LocInfoCheckArg, of Wireless-Location-Operations.
static LOC_INFO_CHECK_ARG: Type = Type { name: "LocInfoCheckArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "wtmUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &WTM_USER_ID } },
    Field { name: "basicService", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "visitPINX", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LR_EXTENSION } },
]) };

/// LocInfoCheckRes, of Wireless-Location-Operations.
static LOC_INFO_CHECK_RES: Type = Type { name: "LocInfoCheckRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "checkResult", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CHECK_RESULT } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LR_EXTENSION } },
]) };

/// LocUpdArg, of Wireless-Location-Operations.
static LOC_UPD_ARG: Type = Type { name: "LocUpdArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "wtmUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &WTM_USER_ID } },
    Field { name: "basicService", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "visitPINX", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LR_EXTENSION } },
]) };

/// LrDummy, of Wireless-Location-Operations.
static LR_DUMMY: Type = Type { name: "LrDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "sequOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// LrExtension, of Wireless-Location-Operations.
static LR_EXTENSION: Type = Type { name: "LrExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "sequOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// MCAlertingArg, of Make-Call-Request-Operations.
static MC_ALERTING_ARG: Type = Type { name: "MCAlertingArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "correlation", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MCR_CORRELATION } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MCR_EXTENSIONS } },
]) };

/// MCInformArg, of Make-Call-Request-Operations.
static MC_INFORM_ARG: Type = Type { name: "MCInformArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "requestingAddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &PRESENTED_ADDRESS_UNSCREENED } },
    Field { name: "cooperatingAddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PRESENTED_ADDRESS_UNSCREENED } },
    Field { name: "correlation", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MCR_CORRELATION } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MCR_EXTENSIONS } },
]) };

/// MCMChange, of Message-Centre-Operations.
static MCM_CHANGE: Type = Type { name: "MCMChange", tag: None, shape: Shape::Choice(&[
    Alternative { name: "activateMCM", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &MCM_SERVICE_INFO }) } } },
    Alternative { name: "deactivateMCM", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE }) } } },
    Alternative { name: "setToDefaultValues", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
]) };

/// MCMInterrogateArg, of Message-Centre-Operations.
static MCM_INTERROGATE_ARG: Type = Type { name: "MCMInterrogateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "partyInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MCM_PARTY_INFO } },
    Field { name: "interrogateInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE }) } } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_DUMMY_RES } },
]) };

/// MCMInterrogateRes, of Message-Centre-Operations.
static MCM_INTERROGATE_RES: Type = Type { name: "MCMInterrogateRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "interrogateResult", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &MCM_SERVICE_INFO }) } } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_DUMMY_RES } },
]) };

/// MCMMode, of Message-Centre-Operations.
static MCM_MODE: Type = Type { name: "MCMMode", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } };

/// MCMServiceArg, of Message-Centre-Operations.
static MCM_SERVICE_ARG: Type = Type { name: "MCMServiceArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "partyInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MCM_PARTY_INFO } },
    Field { name: "mCMChange", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MCM_CHANGE } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_DUMMY_RES } },
]) };

/// MCMServiceInfo, of Message-Centre-Operations.
static MCM_SERVICE_INFO: Type = Type { name: "MCMServiceInfo", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "messageType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE } },
    Field { name: "mCMModeNew", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &MCM_MODE } },
    Field { name: "mCMModeRetrieved", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &MCM_MODE } },
]) };

/// MCMUpdateArg, of Message-Centre-Operations.
static MCM_UPDATE_ARG: Type = Type { name: "MCMUpdateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "partyInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MCM_PARTY_INFO } },
    Field { name: "messageType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE } },
    Field { name: "updateInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &UPDATE_INFO } },
    Field { name: "moreInfoFollows", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_DUMMY_RES } },
]) };

/// MCMailboxFullArg, of Message-Centre-Operations.
static MC_MAILBOX_FULL_ARG: Type = Type { name: "MCMailboxFullArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "partyInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MCM_PARTY_INFO } },
    Field { name: "mailboxFullFor", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &MAILBOX_FULL_PAR }) } } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_DUMMY_RES } },
]) };

/// MCRequestArg, of Make-Call-Request-Operations.
static MC_REQUEST_ARG: Type = Type { name: "MCRequestArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "callType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MCR_CALL_TYPE } },
    Field { name: "retainOrigCall", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "destinationAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTED_ADDRESS_UNSCREENED } },
    Field { name: "requestingAddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &PRESENTED_ADDRESS_UNSCREENED } },
    Field { name: "cooperatingAddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PRESENTED_ADDRESS_UNSCREENED } },
    Field { name: "correlation", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MCR_CORRELATION } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MCR_EXTENSIONS } },
]) };

/// MCRequestResult, of Make-Call-Request-Operations.
static MC_REQUEST_RESULT: Type = Type { name: "MCRequestResult", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MCR_EXTENSIONS } },
]) };

/// MIDMailboxAuthArg, of Message-Centre-Operations.
static MID_MAILBOX_AUTH_ARG: Type = Type { name: "MIDMailboxAuthArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "partyInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MID_PARTY_INFO } },
    Field { name: "servedUserName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &NAME } },
    Field { name: "mailBox", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(8)), of: &MID_STRING } },
    Field { name: "password", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MID_STRING } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_DUMMY_RES } },
]) };

/// MIDMailboxIDArg, of Message-Centre-Operations.
static MID_MAILBOX_ID_ARG: Type = Type { name: "MIDMailboxIDArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "partyInfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MID_PARTY_INFO } },
    Field { name: "servedUserName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &NAME } },
    Field { name: "mailBox", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MID_STRING } },
    Field { name: "extensions", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_DUMMY_RES } },
]) };

/// MWIActivateArg, of Message-Waiting-Operations.
static MWI_ACTIVATE_ARG: Type = Type { name: "MWIActivateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "specificMessageType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE } },
    Field { name: "msgCentreId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MSG_CENTRE_ID } },
    Field { name: "nrOfMessages", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &NR_OF_MESSAGES } },
    Field { name: "originatingNr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(4)), of: &PARTY_NUMBER } },
    Field { name: "timestamp", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &TIME_STAMP } },
    Field { name: "priority", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 9 } } } },
    Field { name: "argumentExt", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_EXT67 } },
]) };

/// MWIDeactivateArg, of Message-Waiting-Operations.
static MWI_DEACTIVATE_ARG: Type = Type { name: "MWIDeactivateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "specificMessageType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE } },
    Field { name: "msgCentreId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MSG_CENTRE_ID } },
    Field { name: "argumentExt", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_EXT34 } },
]) };

/// MWIInterrogateArg, of Message-Waiting-Operations.
static MWI_INTERROGATE_ARG: Type = Type { name: "MWIInterrogateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "specificMessageType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE } },
    Field { name: "msgCentreId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MSG_CENTRE_ID } },
    Field { name: "argumentExt", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_EXT34 } },
]) };

/// MWIInterrogateRes, of Message-Waiting-Operations.
static MWI_INTERROGATE_RES: Type = Type { name: "MWIInterrogateRes", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &MWI_INTERROGATE_RES_ELT }) };

/// MWIInterrogateResElt, of Message-Waiting-Operations.
static MWI_INTERROGATE_RES_ELT: Type = Type { name: "MWIInterrogateResElt", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "specificMessageType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE } },
    Field { name: "msgCentreId", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MSG_CENTRE_ID } },
    Field { name: "nrOfMessages", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &NR_OF_MESSAGES } },
    Field { name: "originatingNr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(4)), of: &PARTY_NUMBER } },
    Field { name: "timestamp", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &TIME_STAMP } },
    Field { name: "priority", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 9 } } } },
    Field { name: "argumentExt", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MW_EXT67 } },
]) };

/// MailboxFullPar, of Message-Centre-Operations.
static MAILBOX_FULL_PAR: Type = Type { name: "MailboxFullPar", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "messageType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE } },
    Field { name: "capacityReached", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 100 } } } },
]) };

/// McmPartyInfo, of Message-Centre-Operations.
static MCM_PARTY_INFO: Type = Type { name: "McmPartyInfo", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "messageCentreID", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MSG_CENTRE_ID } },
]) };

/// McmPriority, of Message-Centre-Operations.
static MCM_PRIORITY: Type = Type { name: "McmPriority", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 9 } };

/// McrCallType, of Make-Call-Request-Operations.
static MCR_CALL_TYPE: Type = Type { name: "McrCallType", tag: None, shape: Shape::Choice(&[
    Alternative { name: "basicService", slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Alternative { name: "cisc", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
]) };

/// McrCorrelation, of Make-Call-Request-Operations.
static MCR_CORRELATION: Type = Type { name: "McrCorrelation", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "correlationData", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PR_CALL_IDENTITY } },
    Field { name: "correlationReason", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
]) };

/// McrExtensions, of Make-Call-Request-Operations.
static MCR_EXTENSIONS: Type = Type { name: "McrExtensions", tag: None, shape: Shape::Choice(&[
    Alternative { name: "none", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// MessageInfo, of Message-Centre-Operations.
static MESSAGE_INFO: Type = Type { name: "MessageInfo", tag: None, shape: Shape::Choice(&[
    Alternative { name: "completeInfo", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &ADDRESS_HEADER }) } } },
    Alternative { name: "compressedInfo", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &COMPRESSED_INFO } },
    Alternative { name: "noMsgsOfMsgType", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
]) };

/// MessageType, of Message-Waiting-Operations.
static MESSAGE_TYPE: Type = Type { name: "MessageType", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "allServices"), (1, "speech"), (2, "unrestrictedDigitalInformation"), (3, "audio3100Hz"), (32, "telephony"), (33, "teletex"), (34, "telefaxGroup4Class1"), (35, "videotextSyntaxBased"), (36, "videotelephony"), (37, "telefaxGroup2-3"), (38, "reservedNotUsed1"), (39, "reservedNotUsed2"), (40, "reservedNotUsed3"), (41, "reservedNotUsed4"), (42, "reservedNotUsed5"), (51, "email"), (52, "video"), (53, "fileTransfer"), (54, "shortMessageService"), (55, "speechAndVideo"), (56, "speechAndFax"), (57, "speechAndEmail"), (58, "videoAndFax"), (59, "videoAndEmail"), (60, "faxAndEmail"), (61, "speechVideoAndFax"), (62, "speechVideoAndEmail"), (63, "speechFaxAndEmail"), (64, "videoFaxAndEmail"), (65, "speechVideoFaxAndEmail"), (66, "multimediaUnknown"), (67, "serviceUnknown"), (68, "futureReserve1"), (69, "futureReserve2"), (70, "futureReserve3"), (71, "futureReserve4"), (72, "futureReserve5"), (73, "futureReserve6"), (74, "futureReserve7"), (75, "futureReserve8")]) };

/// MidPartyInfo, of Message-Centre-Operations.
static MID_PARTY_INFO: Type = Type { name: "MidPartyInfo", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "servedUserNr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTED_ADDRESS_UNSCREENED } },
    Field { name: "messageType", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &MESSAGE_TYPE } },
    Field { name: "messageCentreID", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &MSG_CENTRE_ID } },
]) };

/// MidString, of Message-Centre-Operations.
static MID_STRING: Type = Type { name: "MidString", tag: None, shape: Shape::Choice(&[
    Alternative { name: "stringBmp", slot: Slot { tagging: Tagging::Own, of: &BMP_OCTETS } },
    Alternative { name: "stringUtf8", slot: Slot { tagging: Tagging::Own, of: &UTF8_OCTETS } },
]) };

/// MiscDummy, of Common-Information-Operations.
static MISC_DUMMY: Type = Type { name: "MiscDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// MsgCentreId, of Message-Waiting-Operations.
static MSG_CENTRE_ID: Type = Type { name: "MsgCentreId", tag: None, shape: Shape::Choice(&[
    Alternative { name: "integer", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 65535 } } } },
    Alternative { name: "partyNumber", slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PARTY_NUMBER } },
    Alternative { name: "numericString", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(18)), shape: Shape::Text(Alphabet::Numeric, Size(1, 10)) } } },
]) };

/// Multiplier, of Advice-Of-Charge-Operations.
static MULTIPLIER: Type = Type { name: "Multiplier", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "oneThousandth"), (1, "oneHundredth"), (2, "oneTenth"), (3, "one"), (4, "ten"), (5, "hundred"), (6, "thousand")]) };

/// MwDummyRes, of Message-Waiting-Operations.
static MW_DUMMY_RES: Type = Type { name: "MwDummyRes", tag: None, shape: Shape::Choice(&[
    Alternative { name: "none", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multipleExtension", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// MwExt34, of Message-Waiting-Operations.
static MW_EXT34: Type = Type { name: "MwExt34", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &EXTENSION } },
    Alternative { name: "multipleExtension", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// MwExt67, of Message-Waiting-Operations.
static MW_EXT67: Type = Type { name: "MwExt67", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &EXTENSION } },
    Alternative { name: "multipleExtension", slot: Slot { tagging: Tagging::Implicit(Tag::context(7)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// NSAPSubaddress, of Addressing-Data-Elements.
static NSAP_SUBADDRESS: Type = Type { name: "NSAPSubaddress", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(1, 20)) };

/// Name, of Name-Operations.
static NAME: Type = Type { name: "Name", tag: None, shape: Shape::Choice(&[
    Alternative { name: "namePresentationAllowed", slot: Slot { tagging: Tagging::Own, of: &NAME_PRESENTATION_ALLOWED } },
    Alternative { name: "namePresentationRestricted", slot: Slot { tagging: Tagging::Own, of: &NAME_PRESENTATION_RESTRICTED } },
    Alternative { name: "nameNotAvailable", slot: Slot { tagging: Tagging::Own, of: &NAME_NOT_AVAILABLE } },
]) };

/// NameArg, of Name-Operations.
static NAME_ARG: Type = Type { name: "NameArg", tag: None, shape: Shape::Choice(&[
    Alternative { name: "name", slot: Slot { tagging: Tagging::Own, of: &NAME } },
    Alternative { name: "nameSequence", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "name", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &NAME } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &NAME_EXTENSION } },
]) } } },
]) };

/// NameData, of Name-Operations.
static NAME_DATA: Type = Type { name: "NameData", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(1, 50)) };

/// NameExtension, of Name-Operations.
static NAME_EXTENSION: Type = Type { name: "NameExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// NameNotAvailable, of Name-Operations.
static NAME_NOT_AVAILABLE: Type = Type { name: "NameNotAvailable", tag: Some(Tag::context(4)), shape: Shape::Null };

/// NamePresentationAllowed, of Name-Operations.
static NAME_PRESENTATION_ALLOWED: Type = Type { name: "NamePresentationAllowed", tag: None, shape: Shape::Choice(&[
    Alternative { name: "namePresentationAllowedSimple", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &NAME_DATA } },
    Alternative { name: "namePresentationAllowedExtended", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &NAME_SET } },
]) };

/// NamePresentationRestricted, of Name-Operations.
static NAME_PRESENTATION_RESTRICTED: Type = Type { name: "NamePresentationRestricted", tag: None, shape: Shape::Choice(&[
    Alternative { name: "namePresentationRestrictedSimple", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &NAME_DATA } },
    Alternative { name: "namePresentationRestrictedExtended", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &NAME_SET } },
    Alternative { name: "namePresentationRestrictedNull", slot: Slot { tagging: Tagging::Implicit(Tag::context(7)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
]) };

/// NameSet, of Name-Operations.
static NAME_SET: Type = Type { name: "NameSet", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "nameData", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &NAME_DATA } },
    Field { name: "characterSet", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CHARACTER_SET } },
]) };

/// NetworkFacilityExtension, of Generic-Procedures.
static NETWORK_FACILITY_EXTENSION: Type = Type { name: "NetworkFacilityExtension", tag: Some(Tag::context(10)), shape: Shape::Sequence(&[
    Field { name: "sourceEntity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &ENTITY_TYPE } },
    Field { name: "sourceEntityAddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &Q932_PARTY_NUMBER } },
    Field { name: "destinationEntity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &ENTITY_TYPE } },
    Field { name: "destinationEntityAddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &Q932_PARTY_NUMBER } },
]) };

/// NetworkProtocolProfile, of Generic-Procedures.
static NETWORK_PROTOCOL_PROFILE: Type = Type { name: "NetworkProtocolProfile", tag: Some(Tag::context(18)), shape: Shape::Integer { least: 0, most: 254 } };

/// NrOfMessages, of Message-Waiting-Operations.
static NR_OF_MESSAGES: Type = Type { name: "NrOfMessages", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 65535 } };

/// NumberDigits, of Addressing-Data-Elements.
static NUMBER_DIGITS: Type = Type { name: "NumberDigits", tag: Some(Tag::universal(18)), shape: Shape::Text(Alphabet::Numeric, Size(1, 20)) };

/// NumberScreened, of Addressing-Data-Elements.
static NUMBER_SCREENED: Type = Type { name: "NumberScreened", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "partyNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "screeningIndicator", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SCREENING_INDICATOR } },
]) };

/// OidDummy, of Call-Offer-Operations.
static OID_DUMMY: Type = Type { name: "OidDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "sequenceOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// OidExt12, of Call-Offer-Operations.
static OID_EXT12: Type = Type { name: "OidExt12", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "sequenceOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// PRProposeArg, of Path-Replacement-Operations.
static PR_PROPOSE_ARG: Type = Type { name: "PRProposeArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "callIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PR_CALL_IDENTITY } },
    Field { name: "rerouteingNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PR_EXT12 } },
]) };

/// PRRetainArg, of Path-Replacement-Operations.
static PR_RETAIN_ARG: Type = Type { name: "PRRetainArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "callIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PR_CALL_IDENTITY } },
    Field { name: "rerouteingNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PR_EXT12 } },
]) };

/// PRSetupArg, of Path-Replacement-Operations.
static PR_SETUP_ARG: Type = Type { name: "PRSetupArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "callIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PR_CALL_IDENTITY } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PR_EXT12 } },
]) };

/// PSS1InformationElement, of Generic-Procedures.
static PSS1_INFORMATION_ELEMENT: Type = Type { name: "PSS1InformationElement", tag: Some(Tag::application(0)), shape: Shape::OctetString(Size::ANY) };

/// PartyCategory, of Common-Information-Operations.
static PARTY_CATEGORY: Type = Type { name: "PartyCategory", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "unknown"), (1, "extension"), (2, "pisnAttendant"), (3, "emergExt")]) };

/// PartyNumber, of Addressing-Data-Elements.
static PARTY_NUMBER: Type = Type { name: "PartyNumber", tag: None, shape: Shape::Choice(&[
    Alternative { name: "unknownPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &NUMBER_DIGITS } },
    Alternative { name: "publicPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &PUBLIC_PARTY_NUMBER } },
    Alternative { name: "dataPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &NUMBER_DIGITS } },
    Alternative { name: "telexPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &NUMBER_DIGITS } },
    Alternative { name: "privatePartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &PRIVATE_PARTY_NUMBER } },
    Alternative { name: "nationalStandardPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(8)), of: &NUMBER_DIGITS } },
]) };

/// PartySubaddress, of Addressing-Data-Elements.
static PARTY_SUBADDRESS: Type = Type { name: "PartySubaddress", tag: None, shape: Shape::Choice(&[
    Alternative { name: "userSpecifiedSubaddress", slot: Slot { tagging: Tagging::Own, of: &USER_SPECIFIED_SUBADDRESS } },
    Alternative { name: "nSAPSubaddress", slot: Slot { tagging: Tagging::Own, of: &NSAP_SUBADDRESS } },
]) };

/// PathRetainArg, of Call-Offer-Operations.
static PATH_RETAIN_ARG: Type = Type { name: "PathRetainArg", tag: None, shape: Shape::Choice(&[
    Alternative { name: "serviceList", slot: Slot { tagging: Tagging::Own, of: &SERVICE_LIST } },
    Alternative { name: "extendedServiceList", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "serviceList", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SERVICE_LIST } },
    Field { name: "extension", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &EXTENSION } },
]) } } },
]) };

/// PisnEnqArg, of Wireless-Location-Operations.
static PISN_ENQ_ARG: Type = Type { name: "PisnEnqArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "alternativeId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &ALTERNATIVE_ID } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LR_EXTENSION } },
]) };

/// PisnEnqRes, of Wireless-Location-Operations.
static PISN_ENQ_RES: Type = Type { name: "PisnEnqRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "wtmUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &WTM_USER_ID } },
    Field { name: "resExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &LR_EXTENSION } },
]) };

/// PrCallIdentity, of Path-Replacement-Operations.
static PR_CALL_IDENTITY: Type = Type { name: "PrCallIdentity", tag: Some(Tag::universal(18)), shape: Shape::Text(Alphabet::Numeric, Size(1, 4)) };

/// PrDummy, of Path-Replacement-Operations.
static PR_DUMMY: Type = Type { name: "PrDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// PrExt12, of Path-Replacement-Operations.
static PR_EXT12: Type = Type { name: "PrExt12", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// PresentationAllowedIndicator, of Addressing-Data-Elements.
static PRESENTATION_ALLOWED_INDICATOR: Type = Type { name: "PresentationAllowedIndicator", tag: Some(Tag::universal(1)), shape: Shape::Boolean };

/// PresentedAddressScreened, of Addressing-Data-Elements.
static PRESENTED_ADDRESS_SCREENED: Type = Type { name: "PresentedAddressScreened", tag: None, shape: Shape::Choice(&[
    Alternative { name: "presentationAllowedAddressS", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &ADDRESS_SCREENED } },
    Alternative { name: "presentationRestricted", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "numberNotAvailableDueToInterworking", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "presentationRestrictedAddressS", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &ADDRESS_SCREENED } },
]) };

/// PresentedAddressUnscreened, of Addressing-Data-Elements.
static PRESENTED_ADDRESS_UNSCREENED: Type = Type { name: "PresentedAddressUnscreened", tag: None, shape: Shape::Choice(&[
    Alternative { name: "presentationAllowedAddressU", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &ADDRESS } },
    Alternative { name: "presentationRestricted", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "numberNotAvailableDueToInterworking", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "presentationRestrictedAddressU", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &ADDRESS } },
]) };

/// PresentedNumberScreened, of Addressing-Data-Elements.
static PRESENTED_NUMBER_SCREENED: Type = Type { name: "PresentedNumberScreened", tag: None, shape: Shape::Choice(&[
    Alternative { name: "presentationAllowedAddressNS", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &NUMBER_SCREENED } },
    Alternative { name: "presentationRestricted", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "numberNotAvailableDueToInterworking", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "presentationRestrictedAddressNS", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &NUMBER_SCREENED } },
]) };

/// PresentedNumberUnscreened, of Addressing-Data-Elements.
static PRESENTED_NUMBER_UNSCREENED: Type = Type { name: "PresentedNumberUnscreened", tag: None, shape: Shape::Choice(&[
    Alternative { name: "presentationAllowedAddressNU", slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &PARTY_NUMBER } },
    Alternative { name: "presentationRestricted", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "numberNotAvailableDueToInterworking", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "presentationRestrictedAddressNU", slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &PARTY_NUMBER } },
]) };

/// PrivatePartyNumber, of Addressing-Data-Elements.
static PRIVATE_PARTY_NUMBER: Type = Type { name: "PrivatePartyNumber", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "privateTypeOfNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRIVATE_TYPE_OF_NUMBER } },
    Field { name: "privateNumberDigits", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &NUMBER_DIGITS } },
]) };

/// PrivateTypeOfNumber, of Addressing-Data-Elements.
static PRIVATE_TYPE_OF_NUMBER: Type = Type { name: "PrivateTypeOfNumber", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "unknown"), (1, "level2RegionalNumber"), (2, "level1RegionalNumber"), (3, "pISNSpecificNumber"), (4, "localNumber"), (6, "abbreviatedNumber")]) };

/// Procedure, of Call-Diversion-Operations.
static PROCEDURE: Type = Type { name: "Procedure", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "cfu"), (1, "cfb"), (2, "cfnr")]) };

/// ProtocolIdentifier, of Short-Message-Operations.
static PROTOCOL_IDENTIFIER: Type = Type { name: "ProtocolIdentifier", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 127 } };

/// PublicPartyNumber, of Addressing-Data-Elements.
static PUBLIC_PARTY_NUMBER: Type = Type { name: "PublicPartyNumber", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "publicTypeOfNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PUBLIC_TYPE_OF_NUMBER } },
    Field { name: "publicNumberDigits", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &NUMBER_DIGITS } },
]) };

/// PublicTypeOfNumber, of Addressing-Data-Elements.
static PUBLIC_TYPE_OF_NUMBER: Type = Type { name: "PublicTypeOfNumber", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "unknown"), (1, "internationalNumber"), (2, "nationalNumber"), (3, "networkSpecificNumber"), (4, "subscriberNumber"), (6, "abbreviatedNumber")]) };

/// PumCfuActivated, of User-Mobility-Call-Operations.
static PUM_CFU_ACTIVATED: Type = Type { name: "PumCfuActivated", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "divToAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &ADDRESS } },
    Field { name: "divOptions", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SUBSCRIPTION_OPTION } },
    Field { name: "pumName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &NAME } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumCurrLocation, of User-Mobility-Call-Operations.
static PUM_CURR_LOCATION: Type = Type { name: "PumCurrLocation", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "hostingAddr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "pumIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PUM_IDENTITY } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumDeRegArg, of User-Mobility-Operations.
static PUM_DE_REG_ARG: Type = Type { name: "PumDeRegArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pumUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PUM_USER_ID } },
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "hostingAddr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &PARTY_NUMBER } },
    Field { name: "activatingUserAddr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PARTY_NUMBER } },
    Field { name: "serviceOption", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &SERVICE_OPTION } },
    Field { name: "userPin", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_USER_PIN } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumDelRegArg, of User-Mobility-Operations.
static PUM_DEL_REG_ARG: Type = Type { name: "PumDelRegArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pumUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PUM_USER_ID } },
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "hostingAddr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "serviceOption", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SERVICE_OPTION } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumDummy, of User-Mobility-Operations.
static PUM_DUMMY: Type = Type { name: "PumDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "sequOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// PumExtension, of User-Mobility-Operations.
static PUM_EXTENSION: Type = Type { name: "PumExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &EXTENSION } },
    Alternative { name: "sequOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// PumIdentity, of User-Mobility-Call-Operations.
static PUM_IDENTITY: Type = Type { name: "PumIdentity", tag: None, shape: Shape::Choice(&[
    Alternative { name: "pisnNumber", slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Alternative { name: "alternativeId", slot: Slot { tagging: Tagging::Implicit(Tag::context(10)), of: &ALTERNATIVE_ID } },
    Alternative { name: "both", slot: Slot { tagging: Tagging::Implicit(Tag::context(11)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pisnNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "alternativeId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &ALTERNATIVE_ID } },
]) } } },
]) };

/// PumInterrogArg, of User-Mobility-Operations.
static PUM_INTERROG_ARG: Type = Type { name: "PumInterrogArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pumUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PUM_USER_ID } },
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "hostingAddr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &PARTY_NUMBER } },
    Field { name: "activatingUserAddr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PARTY_NUMBER } },
    Field { name: "serviceOption", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &SERVICE_OPTION } },
    Field { name: "homeInfoOnly", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "userPin", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_USER_PIN } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumInterrogRes, of User-Mobility-Operations.
static PUM_INTERROG_RES: Type = Type { name: "PumInterrogRes", tag: Some(Tag::universal(17)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &PUM_REGISTRATION }) };

/// PumRegistrArg, of User-Mobility-Operations.
static PUM_REGISTR_ARG: Type = Type { name: "PumRegistrArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pumUserId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PUM_USER_ID } },
    Field { name: "basicService", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &BASIC_SERVICE } },
    Field { name: "hostingAddr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "activatingUserAddr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &PARTY_NUMBER } },
    Field { name: "serviceOption", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &SERVICE_OPTION } },
    Field { name: "sessionParams", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SESSION_PARAMS } },
    Field { name: "userPin", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_USER_PIN } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumRegistrRes, of User-Mobility-Operations.
static PUM_REGISTR_RES: Type = Type { name: "PumRegistrRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pumNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "serviceOption", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SERVICE_OPTION } },
    Field { name: "sessionParams", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SESSION_PARAMS } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumRegistration, of User-Mobility-Operations.
static PUM_REGISTRATION: Type = Type { name: "PumRegistration", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "basicService", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &BASIC_SERVICE } },
    Field { name: "hostingAddr", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PARTY_NUMBER } },
    Field { name: "serviceOption", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &SERVICE_OPTION } },
    Field { name: "interrogParams", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SESSION_PARAMS } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumUserId, of User-Mobility-Operations.
static PUM_USER_ID: Type = Type { name: "PumUserId", tag: None, shape: Shape::Choice(&[
    Alternative { name: "pumNumber", slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Alternative { name: "alternativeId", slot: Slot { tagging: Tagging::Own, of: &ALTERNATIVE_ID } },
]) };

/// PumUserPin, of User-Mobility-Operations.
static PUM_USER_PIN: Type = Type { name: "PumUserPin", tag: None, shape: Shape::Choice(&[
    Alternative { name: "pumUserPin", slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &USER_PIN } },
    Alternative { name: "activatingUserPin", slot: Slot { tagging: Tagging::Implicit(Tag::context(7)), of: &USER_PIN } },
]) };

/// PumiDivertArg, of User-Mobility-Call-Operations.
static PUMI_DIVERT_ARG: Type = Type { name: "PumiDivertArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "hostingAddr", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "callingNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTED_NUMBER_SCREENED } },
    Field { name: "pumIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PUM_IDENTITY } },
    Field { name: "qSIGInfoElement", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "callingUserSub", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PARTY_SUBADDRESS } },
    Field { name: "callingUserName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &NAME } },
    Field { name: "pumUserSub", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &PARTY_SUBADDRESS } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumiEnquiryArg, of User-Mobility-Call-Operations.
static PUMI_ENQUIRY_ARG: Type = Type { name: "PumiEnquiryArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pisnNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "qSIGInfoElement", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumiEnquiryRes, of User-Mobility-Call-Operations.
static PUMI_ENQUIRY_RES: Type = Type { name: "PumiEnquiryRes", tag: None, shape: Shape::Choice(&[
    Alternative { name: "currLocation", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &PUM_CURR_LOCATION } },
    Alternative { name: "cfuActivated", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &PUM_CFU_ACTIVATED } },
]) };

/// PumiInformArg, of User-Mobility-Call-Operations.
static PUMI_INFORM_ARG: Type = Type { name: "PumiInformArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pumIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PUM_IDENTITY } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUM_EXTENSION } },
]) };

/// PumoArg, of User-Mobility-Call-Operations.
static PUMO_ARG: Type = Type { name: "PumoArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "destinationNumber", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &PARTY_NUMBER } },
    Field { name: "pumIdentity", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PUM_IDENTITY } },
    Field { name: "sendingComplete", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PUMO_EXTENSION } },
]) };

/// PumoExtension, of User-Mobility-Call-Operations.
static PUMO_EXTENSION: Type = Type { name: "PumoExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// Q932PartyNumber, of Generic-Procedures.
static Q932_PARTY_NUMBER: Type = Type { name: "Q932PartyNumber", tag: None, shape: Shape::Choice(&[
    Alternative { name: "unknownPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &NUMBER_DIGITS } },
    Alternative { name: "publicPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &PUBLIC_PARTY_NUMBER } },
    Alternative { name: "nsapEncodedNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(20, 20)) } } },
    Alternative { name: "dataPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &NUMBER_DIGITS } },
    Alternative { name: "telexPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &NUMBER_DIGITS } },
    Alternative { name: "privatePartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &PRIVATE_PARTY_NUMBER } },
    Alternative { name: "nationalStandardPartyNumber", slot: Slot { tagging: Tagging::Implicit(Tag::context(8)), of: &NUMBER_DIGITS } },
]) };

/// RRClass, of Wireless-Location-Operations.
static RR_CLASS: Type = Type { name: "RRClass", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 99 } };

/// ReAlertingArg, of Recall-Operations.
static RE_ALERTING_ARG: Type = Type { name: "ReAlertingArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "alertedNumber", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PRESENTED_NUMBER_SCREENED } },
    Field { name: "alertedName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &NAME } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &RE_EXT67 } },
]) };

/// ReAnswerArg, of Recall-Operations.
static RE_ANSWER_ARG: Type = Type { name: "ReAnswerArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "connectedNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PRESENTED_NUMBER_SCREENED } },
    Field { name: "connectedSubaddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &PARTY_SUBADDRESS } },
    Field { name: "connectedName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &NAME } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &RE_EXT67 } },
]) };

/// ReExt67, of Recall-Operations.
static RE_EXT67: Type = Type { name: "ReExt67", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &EXTENSION } },
    Alternative { name: "multipleExtension", slot: Slot { tagging: Tagging::Implicit(Tag::context(7)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// RecordedCurrency, of Advice-Of-Charge-Operations.
static RECORDED_CURRENCY: Type = Type { name: "RecordedCurrency", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "rCurrency", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &CURRENCY } },
    Field { name: "rAmount", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &AMOUNT } },
]) };

/// Reject, of Remote-Operations.
static REJECT: Type = Type { name: "Reject", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "invokeId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &INVOKE_ID } },
    Field { name: "problem", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: None, shape: Shape::Choice(&[
    Alternative { name: "general", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Alternative { name: "invoke", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Alternative { name: "returnResult", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Alternative { name: "returnError", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
]) } } },
]) };

/// ReturnError, of Remote-Operations.
static RETURN_ERROR: Type = Type { name: "ReturnError", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "invokeId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &INVOKE_ID } },
    Field { name: "errcode", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CODE } },
    Field { name: "parameter", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: None, shape: Shape::Open } } },
]) };

/// ReturnResult, of Remote-Operations.
static RETURN_RESULT: Type = Type { name: "ReturnResult", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "invokeId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &INVOKE_ID } },
    Field { name: "result", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "opcode", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &CODE } },
    Field { name: "result", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: None, shape: Shape::Open } } },
]) } } },
]) };

/// SSCTDigitInfoArg, of Single-Step-Call-Transfer-Operations.
static SSCT_DIGIT_INFO_ARG: Type = Type { name: "SSCTDigitInfoArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "reroutingNumber", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PARTY_NUMBER } },
    Field { name: "sendingComplete", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SSCT_EXT34 } },
]) };

/// SSCTInitiateArg, of Single-Step-Call-Transfer-Operations.
static SSCT_INITIATE_ARG: Type = Type { name: "SSCTInitiateArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "rerouteingNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "transferredAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTED_ADDRESS_SCREENED } },
    Field { name: "awaitConnect", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "transferredName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &NAME } },
    Field { name: "transferringAddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &PRESENTED_ADDRESS_SCREENED } },
    Field { name: "transferringName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &NAME } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SSCT_EXT45 } },
]) };

/// SSCTSetupArg, of Single-Step-Call-Transfer-Operations.
static SSCT_SETUP_ARG: Type = Type { name: "SSCTSetupArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "transferringAddress", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PRESENTED_ADDRESS_SCREENED } },
    Field { name: "transferringName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &NAME } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SSCT_EXT34 } },
]) };

/// ScAlertArg, of Short-Message-Operations.
static SC_ALERT_ARG: Type = Type { name: "ScAlertArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "originatingAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "smsExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// Scale, of Advice-Of-Charge-Operations.
static SCALE: Type = Type { name: "Scale", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "oneHundredthSecond"), (1, "oneTenthSecond"), (2, "oneSecond"), (3, "tenSeconds"), (4, "oneMinute"), (5, "oneHour"), (6, "twentyFourHours")]) };

/// ScreeningIndicator, of Addressing-Data-Elements.
static SCREENING_INDICATOR: Type = Type { name: "ScreeningIndicator", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "userProvidedNotScreened"), (1, "userProvidedVerifiedAndPassed"), (2, "userProvidedVerifiedAndFailed"), (3, "networkProvided")]) };

/// SdExtension, of Simple-Dialog-Operations.
static SD_EXTENSION: Type = Type { name: "SdExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &EXTENSION } },
    Alternative { name: "multipleExtension", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// SdStringExtended, of Simple-Dialog-Operations.
static SD_STRING_EXTENDED: Type = Type { name: "SdStringExtended", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(2, 160)) };

/// SdStringNormal, of Simple-Dialog-Operations.
static SD_STRING_NORMAL: Type = Type { name: "SdStringNormal", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(2, 64)) };

/// ServiceAvailableArg, of Call-Offer-Operations.
static SERVICE_AVAILABLE_ARG: Type = Type { name: "ServiceAvailableArg", tag: None, shape: Shape::Choice(&[
    Alternative { name: "serviceList", slot: Slot { tagging: Tagging::Own, of: &SERVICE_LIST } },
    Alternative { name: "extendedServiceList", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "serviceList", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SERVICE_LIST } },
    Field { name: "extension", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &EXTENSION } },
]) } } },
]) };

/// ServiceList, of Call-Offer-Operations.
static SERVICE_LIST: Type = Type { name: "ServiceList", tag: Some(Tag::universal(3)), shape: Shape::BitString { size: Size(1, 32), names: &[(0, "callOffer"), (1, "dndo-low"), (2, "dndo-medium"), (3, "dndo-high"), (4, "ci-low"), (5, "ci-medium"), (6, "ci-high")] } };

/// ServiceOption, of User-Mobility-Operations.
static SERVICE_OPTION: Type = Type { name: "ServiceOption", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "inCallRegistration"), (1, "outCallRegistration"), (2, "allCallRegistration")]) };

/// SessionParams, of User-Mobility-Operations.
static SESSION_PARAMS: Type = Type { name: "SessionParams", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "durationOfSession", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Field { name: "numberOfOutgCalls", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
]) };

/// ShortMessageText, of Short-Message-Operations.
static SHORT_MESSAGE_TEXT: Type = Type { name: "ShortMessageText", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "shortMessageTextType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 8 } } } },
    Field { name: "shortMessageTextData", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(0, 140)) } } },
]) };

/// SmDeliverParameter, of Short-Message-Operations.
static SM_DELIVER_PARAMETER: Type = Type { name: "SmDeliverParameter", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "protocolIdentifier", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PROTOCOL_IDENTIFIER } },
    Field { name: "serviceCentreTimeStamp", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &TIME_STAMP } },
    Field { name: "priority", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(11)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "moreMessagesToSend", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(12)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "statusReportIndication", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(13)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "replyPath", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(14)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
]) };

/// SmSubmitParameter, of Short-Message-Operations.
static SM_SUBMIT_PARAMETER: Type = Type { name: "SmSubmitParameter", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "protocolIdentifier", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PROTOCOL_IDENTIFIER } },
    Field { name: "validityPeriod", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &VALIDITY_PERIOD } },
    Field { name: "statusReportRequest", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(11)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "replyPath", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(12)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "rejectDuplicates", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(13)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
]) };

/// SmsCommandArg, of Short-Message-Operations.
static SMS_COMMAND_ARG: Type = Type { name: "SmsCommandArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "destinationAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "messageReference", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SMS_REFERENCE } },
    Field { name: "messageNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SMS_REFERENCE } },
    Field { name: "protocolIdentifier", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PROTOCOL_IDENTIFIER } },
    Field { name: "commandType", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Field { name: "commandData", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(0, 157)) } } },
    Field { name: "statusReportRequest", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "smsExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// SmsCommandRes, of Short-Message-Operations.
static SMS_COMMAND_RES: Type = Type { name: "SmsCommandRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "serviceCentreTimeStamp", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &TIME_STAMP } },
    Field { name: "protocolIdentifier", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PROTOCOL_IDENTIFIER } },
    Field { name: "userData", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_USER_DATA } },
    Field { name: "smsExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// SmsDeliverArg, of Short-Message-Operations.
static SMS_DELIVER_ARG: Type = Type { name: "SmsDeliverArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "originatingAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "destinationAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "originatingName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &NAME } },
    Field { name: "smDeliverParameter", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SM_DELIVER_PARAMETER } },
    Field { name: "userData", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SMS_USER_DATA } },
    Field { name: "smsExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// SmsDeliverRes, of Short-Message-Operations.
static SMS_DELIVER_RES: Type = Type { name: "SmsDeliverRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "smsDeliverResponseChoice", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SMS_RES_CHOICE } },
    Field { name: "smsExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// SmsDummy, of Short-Message-Operations.
static SMS_DUMMY: Type = Type { name: "SmsDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "smsExtension", slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// SmsExtension, of Short-Message-Operations.
static SMS_EXTENSION: Type = Type { name: "SmsExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// SmsReference, of Short-Message-Operations.
static SMS_REFERENCE: Type = Type { name: "SmsReference", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } };

/// SmsResChoice, of Short-Message-Operations.
static SMS_RES_CHOICE: Type = Type { name: "SmsResChoice", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "protocolIdentifier", slot: Slot { tagging: Tagging::Own, of: &PROTOCOL_IDENTIFIER } },
    Alternative { name: "userData", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &SMS_USER_DATA } },
    Alternative { name: "resChoiceSeq", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &SMS_RES_CHOICE_SEQ } },
]) };

/// SmsResChoiceSeq, of Short-Message-Operations.
static SMS_RES_CHOICE_SEQ: Type = Type { name: "SmsResChoiceSeq", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "protocolIdentifier", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PROTOCOL_IDENTIFIER } },
    Field { name: "userData", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SMS_USER_DATA } },
]) };

/// SmsStatusReportArg, of Short-Message-Operations.
static SMS_STATUS_REPORT_ARG: Type = Type { name: "SmsStatusReportArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "messageReference", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SMS_REFERENCE } },
    Field { name: "serviceCentreTimeStamp", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &TIME_STAMP } },
    Field { name: "dischargeTime", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &TIME_STAMP } },
    Field { name: "recipientAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "recipientName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(10)), of: &NAME } },
    Field { name: "destinationAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "status", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Field { name: "priority", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(11)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "moreMessagesToSend", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(12)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "statusReportQualifier", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(13)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "protocolIdentifier", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &PROTOCOL_IDENTIFIER } },
    Field { name: "userData", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_USER_DATA } },
    Field { name: "smsExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// SmsStatusReportRes, of Short-Message-Operations.
static SMS_STATUS_REPORT_RES: Type = Type { name: "SmsStatusReportRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "smsStatusReportResponseChoice", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SMS_RES_CHOICE } },
    Field { name: "smsExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// SmsSubmitArg, of Short-Message-Operations.
static SMS_SUBMIT_ARG: Type = Type { name: "SmsSubmitArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "destinationAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "originatingAddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "messageReference", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SMS_REFERENCE } },
    Field { name: "smSubmitParameter", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SM_SUBMIT_PARAMETER } },
    Field { name: "userData", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SMS_USER_DATA } },
    Field { name: "smsExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// SmsSubmitRes, of Short-Message-Operations.
static SMS_SUBMIT_RES: Type = Type { name: "SmsSubmitRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "serviceCentreTimeStamp", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &TIME_STAMP } },
    Field { name: "protocolIdentifier", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &PROTOCOL_IDENTIFIER } },
    Field { name: "userData", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &SMS_USER_DATA } },
    Field { name: "smsExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SMS_EXTENSION } },
]) };

/// SmsUserData, of Short-Message-Operations.
static SMS_USER_DATA: Type = Type { name: "SmsUserData", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "userDataHeader", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &USER_DATA_HEADER } },
    Field { name: "class", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 3 } } } },
    Field { name: "compressed", presence: Presence::Default, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "shortMessageText", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SHORT_MESSAGE_TEXT } },
]) };

/// SmscControlParameterHeader, of Short-Message-Operations.
static SMSC_CONTROL_PARAMETER_HEADER: Type = Type { name: "SmscControlParameterHeader", tag: Some(Tag::universal(3)), shape: Shape::BitString { size: Size(8, 8), names: &[(0, "sRforTransactionCompleted"), (1, "sRforPermanentError"), (2, "sRforTempErrorSCnotTrying"), (3, "sRforTempErrorSCstillTrying"), (6, "cancelSRRforConcatenatedSM"), (7, "includeOrigUDHintoSR")] } };

/// SsctExt34, of Single-Step-Call-Transfer-Operations.
static SSCT_EXT34: Type = Type { name: "SsctExt34", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// SsctExt45, of Single-Step-Call-Transfer-Operations.
static SSCT_EXT45: Type = Type { name: "SsctExt45", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// SubaddressInformation, of Addressing-Data-Elements.
static SUBADDRESS_INFORMATION: Type = Type { name: "SubaddressInformation", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(1, 20)) };

/// SubaddressTransferArg, of Call-Transfer-Operations.
static SUBADDRESS_TRANSFER_ARG: Type = Type { name: "SubaddressTransferArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "redirectionSubaddress", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_SUBADDRESS } },
    Field { name: "argumentExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &CT_EXT01 } },
]) };

/// SubscriptionOption, of Call-Diversion-Operations.
static SUBSCRIPTION_OPTION: Type = Type { name: "SubscriptionOption", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "noNotification"), (1, "notificationWithoutDivertedToNr"), (2, "notificationWithDivertedToNr")]) };

/// SyncExtension, of Synchronization-Operations.
static SYNC_EXTENSION: Type = Type { name: "SyncExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "sequOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// SynchronizationInfoArg, of Synchronization-Operations.
static SYNCHRONIZATION_INFO_ARG: Type = Type { name: "SynchronizationInfoArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "stateinfo", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SYNC_EXTENSION } },
]) };

/// SynchronizationReqArg, of Synchronization-Operations.
static SYNCHRONIZATION_REQ_ARG: Type = Type { name: "SynchronizationReqArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "action", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SYNC_EXTENSION } },
]) };

/// SynchronizationReqRes, of Synchronization-Operations.
static SYNCHRONIZATION_REQ_RES: Type = Type { name: "SynchronizationReqRes", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "action", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: i32::MIN, most: i32::MAX } } } },
    Field { name: "response", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &SYNC_EXTENSION } },
]) };

/// TimeStamp, of Message-Waiting-Operations.
static TIME_STAMP: Type = Type { name: "TimeStamp", tag: Some(Tag::universal(24)), shape: Shape::Text(Alphabet::Time, Size(12, 19)) };

/// UpdateInfo, of Message-Centre-Operations.
static UPDATE_INFO: Type = Type { name: "UpdateInfo", tag: None, shape: Shape::Choice(&[
    Alternative { name: "newMsgInfoOnly", slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &MESSAGE_INFO } },
    Alternative { name: "retrievedMsgInfoOnly", slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &MESSAGE_INFO } },
    Alternative { name: "allMsgInfo", slot: Slot { tagging: Tagging::Own, of: &ALL_MSG_INFO } },
]) };

/// UserDataHeader, of Short-Message-Operations.
static USER_DATA_HEADER: Type = Type { name: "UserDataHeader", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &USER_DATA_HEADER_CHOICE }) };

/// UserDataHeaderChoice, of Short-Message-Operations.
static USER_DATA_HEADER_CHOICE: Type = Type { name: "UserDataHeaderChoice", tag: None, shape: Shape::Choice(&[
    Alternative { name: "smscControlParameterHeader", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &SMSC_CONTROL_PARAMETER_HEADER } },
    Alternative { name: "concatenated8BitSMHeader", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &CONCATENATED8_BIT_SM_HEADER } },
    Alternative { name: "concatenated16BitSMHeader", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &CONCATENATED16_BIT_SM_HEADER } },
    Alternative { name: "applicationPort8BitHeader", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &APPLICATION_PORT8_BIT_HEADER } },
    Alternative { name: "applicationPort16BitHeader", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &APPLICATION_PORT16_BIT_HEADER } },
    Alternative { name: "dataHeaderSourceIndicator", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Alternative { name: "wirelessControlHeader", slot: Slot { tagging: Tagging::Implicit(Tag::context(6)), of: &Type { name: "", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size::ANY) } } },
    Alternative { name: "genericUserValue", slot: Slot { tagging: Tagging::Implicit(Tag::context(99)), of: &GENERIC_USER_VALUE } },
]) };

/// UserPin, of User-Mobility-Operations.
static USER_PIN: Type = Type { name: "UserPin", tag: Some(Tag::universal(4)), shape: Shape::OctetString(Size(1, 20)) };

/// UserSpecifiedSubaddress, of Addressing-Data-Elements.
static USER_SPECIFIED_SUBADDRESS: Type = Type { name: "UserSpecifiedSubaddress", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "subaddressInformation", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &SUBADDRESS_INFORMATION } },
    Field { name: "oddCountIndicator", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
]) };

/// Utf8Octets, of Message-Centre-Operations.
static UTF8_OCTETS: Type = Type { name: "Utf8Octets", tag: Some(Tag::universal(12)), shape: Shape::OctetString(Size::ANY) };

/// ValidityPeriod, of Short-Message-Operations.
static VALIDITY_PERIOD: Type = Type { name: "ValidityPeriod", tag: None, shape: Shape::Choice(&[
    Alternative { name: "validityPeriodRel", slot: Slot { tagging: Tagging::Implicit(Tag::context(0)), of: &Type { name: "", tag: Some(Tag::universal(2)), shape: Shape::Integer { least: 0, most: 255 } } } },
    Alternative { name: "validityPeriodAbs", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &TIME_STAMP } },
    Alternative { name: "validityPeriodEnh", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &VALIDITY_PERIOD_ENH } },
]) };

/// ValidityPeriodEnh, of Short-Message-Operations.
static VALIDITY_PERIOD_ENH: Type = Type { name: "ValidityPeriodEnh", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "singleShotSM", presence: Presence::Default, slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(1)), shape: Shape::Boolean } } },
    Field { name: "enhancedVP", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &ENHANCED_VP } },
]) };

/// VolumeRateCurrency, of Advice-Of-Charge-Operations.
static VOLUME_RATE_CURRENCY: Type = Type { name: "VolumeRateCurrency", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "vRCurrency", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &CURRENCY } },
    Field { name: "vRAmount", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &AMOUNT } },
    Field { name: "vRVolumeUnit", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &VOLUME_UNIT } },
]) };

/// VolumeUnit, of Advice-Of-Charge-Operations.
static VOLUME_UNIT: Type = Type { name: "VolumeUnit", tag: Some(Tag::universal(10)), shape: Shape::Enumerated(&[(0, "octet"), (1, "segment"), (2, "message")]) };

/// WtmIdentity, of Wireless-Call-Operations.
static WTM_IDENTITY: Type = Type { name: "WtmIdentity", tag: None, shape: Shape::Choice(&[
    Alternative { name: "pisnNumber", slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Alternative { name: "alternativeId", slot: Slot { tagging: Tagging::Implicit(Tag::context(10)), of: &ALTERNATIVE_ID } },
    Alternative { name: "both", slot: Slot { tagging: Tagging::Implicit(Tag::context(11)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pisnNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "alternativeId", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &ALTERNATIVE_ID } },
]) } } },
]) };

/// WtmUserId, of Wireless-Location-Operations.
static WTM_USER_ID: Type = Type { name: "WtmUserId", tag: None, shape: Shape::Choice(&[
    Alternative { name: "pisnNumber", slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Alternative { name: "alternativeId", slot: Slot { tagging: Tagging::Own, of: &ALTERNATIVE_ID } },
]) };

/// WtmiDivertArg, of Wireless-Call-Operations.
static WTMI_DIVERT_ARG: Type = Type { name: "WtmiDivertArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "visitPINX", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "callingNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PRESENTED_NUMBER_SCREENED } },
    Field { name: "wtmIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &WTM_IDENTITY } },
    Field { name: "qSIGInfoElement", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "callingUserSub", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(1)), of: &PARTY_SUBADDRESS } },
    Field { name: "callingName", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(2)), of: &NAME } },
    Field { name: "wtmUserSub", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(3)), of: &PARTY_SUBADDRESS } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &WTMI_EXTENSION } },
]) };

/// WtmiDummy, of Wireless-Call-Operations.
static WTMI_DUMMY: Type = Type { name: "WtmiDummy", tag: None, shape: Shape::Choice(&[
    Alternative { name: "null", slot: Slot { tagging: Tagging::Own, of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &EXTENSION } },
    Alternative { name: "sequOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// WtmiEnquiryArg, of Wireless-Call-Operations.
static WTMI_ENQUIRY_ARG: Type = Type { name: "WtmiEnquiryArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "pisnNumber", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PARTY_NUMBER } },
    Field { name: "qSIGInfoElement", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &PSS1_INFORMATION_ELEMENT } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &WTMI_EXTENSION } },
]) };

/// WtmiEnquiryRes, of Wireless-Call-Operations.
static WTMI_ENQUIRY_RES: Type = Type { name: "WtmiEnquiryRes", tag: None, shape: Shape::Choice(&[
    Alternative { name: "currLocation", slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &CURR_LOCATION } },
    Alternative { name: "cfuActivated", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &CFU_ACTIVATED } },
]) };

/// WtmiExtension, of Wireless-Call-Operations.
static WTMI_EXTENSION: Type = Type { name: "WtmiExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "extension", slot: Slot { tagging: Tagging::Implicit(Tag::context(4)), of: &EXTENSION } },
    Alternative { name: "sequOfExtn", slot: Slot { tagging: Tagging::Implicit(Tag::context(5)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// WtmiInformArg, of Wireless-Call-Operations.
static WTMI_INFORM_ARG: Type = Type { name: "WtmiInformArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "wtmIdentity", presence: Presence::Mandatory, slot: Slot { tagging: Tagging::Own, of: &WTM_IDENTITY } },
    Field { name: "argExtension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &WTMI_EXTENSION } },
]) };

/// WtmoArg, of Wireless-Call-Operations.
static WTMO_ARG: Type = Type { name: "WtmoArg", tag: Some(Tag::universal(16)), shape: Shape::Sequence(&[
    Field { name: "destinationNumber", presence: Presence::Optional, slot: Slot { tagging: Tagging::Explicit(Tag::context(0)), of: &PARTY_NUMBER } },
    Field { name: "sendingComplete", presence: Presence::Optional, slot: Slot { tagging: Tagging::Implicit(Tag::context(1)), of: &Type { name: "", tag: Some(Tag::universal(5)), shape: Shape::Null } } },
    Field { name: "extension", presence: Presence::Optional, slot: Slot { tagging: Tagging::Own, of: &WTMO_EXTENSION } },
]) };

/// WtmoExtension, of Wireless-Call-Operations.
static WTMO_EXTENSION: Type = Type { name: "WtmoExtension", tag: None, shape: Shape::Choice(&[
    Alternative { name: "single", slot: Slot { tagging: Tagging::Implicit(Tag::context(2)), of: &EXTENSION } },
    Alternative { name: "multiple", slot: Slot { tagging: Tagging::Implicit(Tag::context(3)), of: &Type { name: "", tag: Some(Tag::universal(16)), shape: Shape::ListOf(Slot { tagging: Tagging::Own, of: &EXTENSION }) } } },
]) };

/// All types that have a name, in the order of the names.
pub(super) static TYPES: &[&Type] = &[
    &AOCS_CURRENCY_INFO,
    &AOCS_CURRENCY_INFO_LIST,
    &ACTIVATE_DIVERSION_ARG,
    &ADDRESS,
    &ADDRESS_HEADER,
    &ADDRESS_SCREENED,
    &ADVICE_MODE_COMBINATION,
    &ALL_MSG_INFO,
    &ALTERNATIVE_ID,
    &AMOUNT,
    &AOC_COMPLETE_ARG,
    &AOC_COMPLETE_RES,
    &AOC_DIV_CHARGE_REQ_ARG,
    &AOC_DUMMY,
    &AOC_EXT12,
    &AOC_FINAL_ARG,
    &AOC_INTERIM_ARG,
    &AOC_RATE_ARG,
    &APPLICATION_PORT16_BIT_HEADER,
    &APPLICATION_PORT8_BIT_HEADER,
    &BASIC_SERVICE,
    &BMP_OCTETS,
    &CI_CAPABILITY_LEVEL,
    &CI_GET_CIPL_RES,
    &CI_PROTECTION_LEVEL,
    &CI_REQUEST_ARG,
    &CI_REQUEST_RES,
    &CI_UNWANTED_USER_STATUS,
    &CPI_CAPABILITY_LEVEL,
    &CPIP_REQUEST_ARG,
    &CPI_PROTECTION_LEVEL,
    &CPI_REQUEST_ARG,
    &CT_ACTIVE_ARG,
    &CT_COMPLETE_ARG,
    &CT_IDENTIFY_RES,
    &CT_INITIATE_ARG,
    &CT_SETUP_ARG,
    &CT_UPDATE_ARG,
    &CALL_IDENTIFICATION_ASSIGN_ARG,
    &CALL_IDENTIFICATION_DATA,
    &CALL_IDENTIFICATION_UPDATE_ARG,
    &CALL_REROUTEING_ARG,
    &CALL_STATUS,
    &CC_EXTENSION,
    &CC_FULL_ARG,
    &CC_OPTIONAL_ARG,
    &CC_REQUEST_ARG,
    &CC_REQUEST_RES,
    &CF_DUMMY,
    &CF_EXT12,
    &CF_EXT56,
    &CF_EXT910,
    &CFU_ACTIVATED,
    &CHARACTER_SET,
    &CHARGE_REQUEST_ARG,
    &CHARGE_REQUEST_RES,
    &CHARGE_TIME,
    &CHARGED_ITEM,
    &CHARGING_ASSOCIATION,
    &CHARGING_OPTION,
    &CHARGING_TYPE,
    &CHECK_RESTRICTION_ARG,
    &CHECK_RESULT,
    &CIDL_EXTENSION,
    &CINT_CAUSE,
    &CINT_COND_ARG,
    &CINT_EXTENSION,
    &CINT_INFORMATION1_ARG,
    &CINT_INFORMATION2_ARG,
    &CMN_ARG,
    &CMN_EXT78,
    &CODE,
    &COMPONENT,
    &COMPRESSED_INFO,
    &CONCATENATED16_BIT_SM_HEADER,
    &CONCATENATED8_BIT_SM_HEADER,
    &CPI_EXT12,
    &CT_CALL_IDENTITY,
    &CT_DUMMY,
    &CT_EXT01,
    &CT_EXT67,
    &CT_EXT910,
    &CURR_LOCATION,
    &CURRENCY,
    &DND_ACTIVATE_ARG,
    &DND_ACTIVATE_RES,
    &DND_DEACTIVATE_ARG,
    &DND_INTERROGATE_ARG,
    &DND_INTERROGATE_RES,
    &DNDO_CAPABILITY_LEVEL,
    &DND_OVERRIDE_ARG,
    &DND_PROTECTION_LEVEL,
    &DND_STATUS_ELT,
    &DEACTIVATE_DIVERSION_ARG,
    &DISPLAY_ARG,
    &DISPLAY_STRING,
    &DIVERSION_REASON,
    &DIVERSION_TYPE,
    &DIVERTING_LEG_INFORMATION1_ARG,
    &DIVERTING_LEG_INFORMATION2_ARG,
    &DIVERTING_LEG_INFORMATION3_ARG,
    &DURATION_CURRENCY,
    &END_DESIGNATION,
    &ENHANCED_VP,
    &ENTITY_TYPE,
    &EQUIPMENT_ID,
    &EXTENSION,
    &FEATURE_ID_LIST,
    &FINAL_BILLING_ID,
    &FLAT_RATE_CURRENCY,
    &GENERIC_USER_VALUE,
    &GET_RRC_INF_ARG,
    &GET_RRC_INF_RES,
    &INT_RESULT,
    &INT_RESULT_LIST,
    &INTERIM_BILLING_ID,
    &INTERPRETATION_COMPONENT,
    &INTERROGATE_DIVERSION_ARG,
    &INVOKE,
    &INVOKE_ID,
    &KEYPAD_ARG,
    &LINKAGE_ID,
    &LINKED_ID,
    &LOC_DE_REG_ARG,
    &LOC_DEL_ARG,
    &LOC_INFO_CHECK_ARG,
    &LOC_INFO_CHECK_RES,
    &LOC_UPD_ARG,
    &LR_DUMMY,
    &LR_EXTENSION,
    &MC_ALERTING_ARG,
    &MC_INFORM_ARG,
    &MCM_CHANGE,
    &MCM_INTERROGATE_ARG,
    &MCM_INTERROGATE_RES,
    &MCM_MODE,
    &MCM_SERVICE_ARG,
    &MCM_SERVICE_INFO,
    &MCM_UPDATE_ARG,
    &MC_MAILBOX_FULL_ARG,
    &MC_REQUEST_ARG,
    &MC_REQUEST_RESULT,
    &MID_MAILBOX_AUTH_ARG,
    &MID_MAILBOX_ID_ARG,
    &MWI_ACTIVATE_ARG,
    &MWI_DEACTIVATE_ARG,
    &MWI_INTERROGATE_ARG,
    &MWI_INTERROGATE_RES,
    &MWI_INTERROGATE_RES_ELT,
    &MAILBOX_FULL_PAR,
    &MCM_PARTY_INFO,
    &MCM_PRIORITY,
    &MCR_CALL_TYPE,
    &MCR_CORRELATION,
    &MCR_EXTENSIONS,
    &MESSAGE_INFO,
    &MESSAGE_TYPE,
    &MID_PARTY_INFO,
    &MID_STRING,
    &MISC_DUMMY,
    &MSG_CENTRE_ID,
    &MULTIPLIER,
    &MW_DUMMY_RES,
    &MW_EXT34,
    &MW_EXT67,
    &NSAP_SUBADDRESS,
    &NAME,
    &NAME_ARG,
    &NAME_DATA,
    &NAME_EXTENSION,
    &NAME_NOT_AVAILABLE,
    &NAME_PRESENTATION_ALLOWED,
    &NAME_PRESENTATION_RESTRICTED,
    &NAME_SET,
    &NETWORK_FACILITY_EXTENSION,
    &NETWORK_PROTOCOL_PROFILE,
    &NR_OF_MESSAGES,
    &NUMBER_DIGITS,
    &NUMBER_SCREENED,
    &OID_DUMMY,
    &OID_EXT12,
    &PR_PROPOSE_ARG,
    &PR_RETAIN_ARG,
    &PR_SETUP_ARG,
    &PSS1_INFORMATION_ELEMENT,
    &PARTY_CATEGORY,
    &PARTY_NUMBER,
    &PARTY_SUBADDRESS,
    &PATH_RETAIN_ARG,
    &PISN_ENQ_ARG,
    &PISN_ENQ_RES,
    &PR_CALL_IDENTITY,
    &PR_DUMMY,
    &PR_EXT12,
    &PRESENTATION_ALLOWED_INDICATOR,
    &PRESENTED_ADDRESS_SCREENED,
    &PRESENTED_ADDRESS_UNSCREENED,
    &PRESENTED_NUMBER_SCREENED,
    &PRESENTED_NUMBER_UNSCREENED,
    &PRIVATE_PARTY_NUMBER,
    &PRIVATE_TYPE_OF_NUMBER,
    &PROCEDURE,
    &PROTOCOL_IDENTIFIER,
    &PUBLIC_PARTY_NUMBER,
    &PUBLIC_TYPE_OF_NUMBER,
    &PUM_CFU_ACTIVATED,
    &PUM_CURR_LOCATION,
    &PUM_DE_REG_ARG,
    &PUM_DEL_REG_ARG,
    &PUM_DUMMY,
    &PUM_EXTENSION,
    &PUM_IDENTITY,
    &PUM_INTERROG_ARG,
    &PUM_INTERROG_RES,
    &PUM_REGISTR_ARG,
    &PUM_REGISTR_RES,
    &PUM_REGISTRATION,
    &PUM_USER_ID,
    &PUM_USER_PIN,
    &PUMI_DIVERT_ARG,
    &PUMI_ENQUIRY_ARG,
    &PUMI_ENQUIRY_RES,
    &PUMI_INFORM_ARG,
    &PUMO_ARG,
    &PUMO_EXTENSION,
    &Q932_PARTY_NUMBER,
    &RR_CLASS,
    &RE_ALERTING_ARG,
    &RE_ANSWER_ARG,
    &RE_EXT67,
    &RECORDED_CURRENCY,
    &REJECT,
    &RETURN_ERROR,
    &RETURN_RESULT,
    &SSCT_DIGIT_INFO_ARG,
    &SSCT_INITIATE_ARG,
    &SSCT_SETUP_ARG,
    &SC_ALERT_ARG,
    &SCALE,
    &SCREENING_INDICATOR,
    &SD_EXTENSION,
    &SD_STRING_EXTENDED,
    &SD_STRING_NORMAL,
    &SERVICE_AVAILABLE_ARG,
    &SERVICE_LIST,
    &SERVICE_OPTION,
    &SESSION_PARAMS,
    &SHORT_MESSAGE_TEXT,
    &SM_DELIVER_PARAMETER,
    &SM_SUBMIT_PARAMETER,
    &SMS_COMMAND_ARG,
    &SMS_COMMAND_RES,
    &SMS_DELIVER_ARG,
    &SMS_DELIVER_RES,
    &SMS_DUMMY,
    &SMS_EXTENSION,
    &SMS_REFERENCE,
    &SMS_RES_CHOICE,
    &SMS_RES_CHOICE_SEQ,
    &SMS_STATUS_REPORT_ARG,
    &SMS_STATUS_REPORT_RES,
    &SMS_SUBMIT_ARG,
    &SMS_SUBMIT_RES,
    &SMS_USER_DATA,
    &SMSC_CONTROL_PARAMETER_HEADER,
    &SSCT_EXT34,
    &SSCT_EXT45,
    &SUBADDRESS_INFORMATION,
    &SUBADDRESS_TRANSFER_ARG,
    &SUBSCRIPTION_OPTION,
    &SYNC_EXTENSION,
    &SYNCHRONIZATION_INFO_ARG,
    &SYNCHRONIZATION_REQ_ARG,
    &SYNCHRONIZATION_REQ_RES,
    &TIME_STAMP,
    &UPDATE_INFO,
    &USER_DATA_HEADER,
    &USER_DATA_HEADER_CHOICE,
    &USER_PIN,
    &USER_SPECIFIED_SUBADDRESS,
    &UTF8_OCTETS,
    &VALIDITY_PERIOD,
    &VALIDITY_PERIOD_ENH,
    &VOLUME_RATE_CURRENCY,
    &VOLUME_UNIT,
    &WTM_IDENTITY,
    &WTM_USER_ID,
    &WTMI_DIVERT_ARG,
    &WTMI_DUMMY,
    &WTMI_ENQUIRY_ARG,
    &WTMI_ENQUIRY_RES,
    &WTMI_EXTENSION,
    &WTMI_INFORM_ARG,
    &WTMO_ARG,
    &WTMO_EXTENSION,
];

/// All operations, in the order of their values.
pub(crate) static OPERATIONS: &[OperationRow] = &[
    OperationRow { value: 0, name: "callingName", alias: None, argument: Some(&NAME_ARG), result: None, errors: &[] },
    OperationRow { value: 1, name: "calledName", alias: None, argument: Some(&NAME_ARG), result: None, errors: &[] },
    OperationRow { value: 2, name: "connectedName", alias: None, argument: Some(&NAME_ARG), result: None, errors: &[] },
    OperationRow { value: 3, name: "busyName", alias: None, argument: Some(&NAME_ARG), result: None, errors: &[] },
    OperationRow { value: 4, name: "pathReplacePropose", alias: None, argument: Some(&PR_PROPOSE_ARG), result: None, errors: &[3, 1000, 10, 1002, 1003, 1004, 1005, 1006, 1001, 1008] },
    OperationRow { value: 5, name: "pathReplaceSetup", alias: None, argument: Some(&PR_SETUP_ARG), result: Some(&PR_DUMMY), errors: &[1002, 1003, 1004, 1005, 1000, 1008] },
    OperationRow { value: 6, name: "pathReplaceRetain", alias: None, argument: Some(&PR_RETAIN_ARG), result: Some(&PR_DUMMY), errors: &[3, 1000, 10, 1002, 1003, 1004, 1005, 1006, 1008] },
    OperationRow { value: 7, name: "callTransferIdentify", alias: None, argument: Some(&CT_DUMMY), result: Some(&CT_IDENTIFY_RES), errors: &[3, 7, 1008, 10] },
    OperationRow { value: 8, name: "callTransferAbandon", alias: None, argument: Some(&CT_DUMMY), result: None, errors: &[] },
    OperationRow { value: 9, name: "callTransferInitiate", alias: None, argument: Some(&CT_INITIATE_ARG), result: Some(&CT_DUMMY), errors: &[3, 7, 1004, 1005, 1006, 1008, 10] },
    OperationRow { value: 10, name: "callTransferSetup", alias: None, argument: Some(&CT_SETUP_ARG), result: Some(&CT_DUMMY), errors: &[3, 7, 1004, 1005, 1008, 10] },
    OperationRow { value: 11, name: "callTransferActive", alias: None, argument: Some(&CT_ACTIVE_ARG), result: None, errors: &[] },
    OperationRow { value: 12, name: "callTransferComplete", alias: None, argument: Some(&CT_COMPLETE_ARG), result: None, errors: &[] },
    OperationRow { value: 13, name: "callTransferUpdate", alias: None, argument: Some(&CT_UPDATE_ARG), result: None, errors: &[] },
    OperationRow { value: 14, name: "subaddressTransfer", alias: None, argument: Some(&SUBADDRESS_TRANSFER_ARG), result: None, errors: &[] },
    OperationRow { value: 15, name: "activateDiversionQ", alias: None, argument: Some(&ACTIVATE_DIVERSION_ARG), result: Some(&CF_DUMMY), errors: &[0, 3, 6, 8, 11, 12, 14, 15, 1000, 1007, 1008] },
    OperationRow { value: 16, name: "deactivateDiversionQ", alias: None, argument: Some(&DEACTIVATE_DIVERSION_ARG), result: Some(&CF_DUMMY), errors: &[0, 3, 6, 1000, 1007, 1008] },
    OperationRow { value: 17, name: "interrogateDiversionQ", alias: None, argument: Some(&INTERROGATE_DIVERSION_ARG), result: Some(&INT_RESULT_LIST), errors: &[0, 3, 6, 1000, 1007, 1008] },
    OperationRow { value: 18, name: "checkRestriction", alias: None, argument: Some(&CHECK_RESTRICTION_ARG), result: Some(&CF_DUMMY), errors: &[3, 6, 12, 14, 1008] },
    OperationRow { value: 19, name: "callRerouteing", alias: None, argument: Some(&CALL_REROUTEING_ARG), result: Some(&CF_DUMMY), errors: &[0, 3, 11, 12, 14, 15, 24, 10, 1008] },
    OperationRow { value: 20, name: "divertingLegInformation1", alias: None, argument: Some(&DIVERTING_LEG_INFORMATION1_ARG), result: None, errors: &[] },
    OperationRow { value: 21, name: "divertingLegInformation2", alias: None, argument: Some(&DIVERTING_LEG_INFORMATION2_ARG), result: None, errors: &[] },
    OperationRow { value: 22, name: "divertingLegInformation3", alias: None, argument: Some(&DIVERTING_LEG_INFORMATION3_ARG), result: None, errors: &[] },
    OperationRow { value: 23, name: "cfnrDivertedLegFailed", alias: None, argument: Some(&CF_DUMMY), result: None, errors: &[] },
    OperationRow { value: 27, name: "ccnrRequest", alias: None, argument: Some(&CC_REQUEST_ARG), result: Some(&CC_REQUEST_RES), errors: &[1010, 1011, 1008, 10] },
    OperationRow { value: 28, name: "ccCancel", alias: None, argument: Some(&CC_OPTIONAL_ARG), result: None, errors: &[] },
    OperationRow { value: 29, name: "ccExecPossible", alias: None, argument: Some(&CC_OPTIONAL_ARG), result: None, errors: &[] },
    OperationRow { value: 30, name: "ccPathReserve", alias: None, argument: Some(&CC_EXTENSION), result: Some(&CC_EXTENSION), errors: &[1012, 1013, 1014, 1008] },
    OperationRow { value: 31, name: "ccRingout", alias: None, argument: Some(&CC_EXTENSION), result: None, errors: &[1012, 1013, 1008] },
    OperationRow { value: 32, name: "ccSuspend", alias: None, argument: Some(&CC_EXTENSION), result: None, errors: &[] },
    OperationRow { value: 33, name: "ccResume", alias: None, argument: Some(&CC_EXTENSION), result: None, errors: &[] },
    OperationRow { value: 34, name: "callOfferRequest", alias: None, argument: Some(&OID_DUMMY), result: Some(&OID_DUMMY), errors: &[3, 1009, 1000, 10, 1008] },
    OperationRow { value: 35, name: "doNotDisturbActivateQ", alias: None, argument: Some(&DND_ACTIVATE_ARG), result: Some(&DND_ACTIVATE_RES), errors: &[0, 3, 6, 8, 1000, 10, 1008] },
    OperationRow { value: 36, name: "doNotDisturbDeactivateQ", alias: None, argument: Some(&DND_DEACTIVATE_ARG), result: Some(&OID_DUMMY), errors: &[0, 3, 6, 43, 1000, 10, 1008] },
    OperationRow { value: 37, name: "doNotDisturbInterrogateQ", alias: None, argument: Some(&DND_INTERROGATE_ARG), result: Some(&DND_INTERROGATE_RES), errors: &[0, 3, 6, 1000, 10, 1008] },
    OperationRow { value: 38, name: "doNotDisturbOverrideQ", alias: None, argument: Some(&DND_OVERRIDE_ARG), result: None, errors: &[] },
    OperationRow { value: 39, name: "doNotDisturbOvrExecuteQ", alias: None, argument: Some(&OID_DUMMY), result: Some(&OID_DUMMY), errors: &[3, 1000, 10, 1008] },
    OperationRow { value: 40, name: "ccbsRequest", alias: None, argument: Some(&CC_REQUEST_ARG), result: Some(&CC_REQUEST_RES), errors: &[1010, 1011, 1008, 10] },
    OperationRow { value: 41, name: "pathRetain", alias: None, argument: Some(&PATH_RETAIN_ARG), result: None, errors: &[] },
    OperationRow { value: 42, name: "serviceAvailable", alias: None, argument: Some(&SERVICE_AVAILABLE_ARG), result: None, errors: &[] },
    OperationRow { value: 43, name: "callIntrusionRequest", alias: None, argument: Some(&CI_REQUEST_ARG), result: Some(&CI_REQUEST_RES), errors: &[3, 1009, 1000, 1007, 1008, 10] },
    OperationRow { value: 44, name: "callIntrusionGetCIPL", alias: None, argument: Some(&OID_DUMMY), result: Some(&CI_GET_CIPL_RES), errors: &[] },
    OperationRow { value: 45, name: "callIntrusionIsolate", alias: None, argument: Some(&OID_DUMMY), result: Some(&OID_DUMMY), errors: &[3, 1008, 10] },
    OperationRow { value: 46, name: "callIntrusionForcedRelease", alias: None, argument: Some(&OID_DUMMY), result: Some(&OID_DUMMY), errors: &[3, 1008, 10] },
    OperationRow { value: 47, name: "callIntrusionWOBRequest", alias: None, argument: Some(&OID_DUMMY), result: Some(&OID_DUMMY), errors: &[3, 1008, 10] },
    OperationRow { value: 48, name: "callIntrusionCompleted", alias: None, argument: Some(&OID_DUMMY), result: None, errors: &[] },
    OperationRow { value: 49, name: "cfbOverride", alias: None, argument: Some(&OID_DUMMY), result: None, errors: &[] },
    OperationRow { value: 50, name: "locUpdate", alias: None, argument: Some(&LOC_UPD_ARG), result: Some(&LR_DUMMY), errors: &[6, 1007, 1008] },
    OperationRow { value: 51, name: "locDelete", alias: None, argument: Some(&LOC_DEL_ARG), result: Some(&LR_DUMMY), errors: &[1000, 1008] },
    OperationRow { value: 52, name: "locDeReg", alias: None, argument: Some(&LOC_DE_REG_ARG), result: Some(&LR_DUMMY), errors: &[3, 1008] },
    OperationRow { value: 53, name: "pisnEnquiry", alias: None, argument: Some(&PISN_ENQ_ARG), result: Some(&PISN_ENQ_RES), errors: &[6, 1008] },
    OperationRow { value: 54, name: "wtmiEnquiry", alias: None, argument: Some(&WTMI_ENQUIRY_ARG), result: Some(&WTMI_ENQUIRY_RES), errors: &[6, 1015, 3, 8, 1008] },
    OperationRow { value: 55, name: "wtmiDivert", alias: None, argument: Some(&WTMI_DIVERT_ARG), result: Some(&WTMI_DUMMY), errors: &[3, 1008] },
    OperationRow { value: 56, name: "wtmiInform", alias: None, argument: Some(&WTMI_INFORM_ARG), result: None, errors: &[] },
    OperationRow { value: 57, name: "recallAlerting", alias: None, argument: Some(&RE_ALERTING_ARG), result: None, errors: &[] },
    OperationRow { value: 58, name: "recallAnswered", alias: None, argument: Some(&RE_ANSWER_ARG), result: None, errors: &[] },
    OperationRow { value: 59, name: "chargeRequest", alias: None, argument: Some(&CHARGE_REQUEST_ARG), result: Some(&CHARGE_REQUEST_RES), errors: &[1016, 10, 3, 1008] },
    OperationRow { value: 60, name: "getFinalCharge", alias: None, argument: Some(&AOC_DUMMY), result: None, errors: &[] },
    OperationRow { value: 61, name: "aocFinal", alias: None, argument: Some(&AOC_FINAL_ARG), result: None, errors: &[] },
    OperationRow { value: 62, name: "aocInterim", alias: None, argument: Some(&AOC_INTERIM_ARG), result: None, errors: &[] },
    OperationRow { value: 63, name: "aocRate", alias: None, argument: Some(&AOC_RATE_ARG), result: None, errors: &[] },
    OperationRow { value: 64, name: "aocComplete", alias: None, argument: Some(&AOC_COMPLETE_ARG), result: Some(&AOC_COMPLETE_RES), errors: &[] },
    OperationRow { value: 65, name: "aocDivChargeReq", alias: None, argument: Some(&AOC_DIV_CHARGE_REQ_ARG), result: None, errors: &[] },
    OperationRow { value: 66, name: "cintLegInformation1", alias: None, argument: Some(&CINT_INFORMATION1_ARG), result: None, errors: &[] },
    OperationRow { value: 67, name: "cintLegInformation2", alias: None, argument: Some(&CINT_INFORMATION2_ARG), result: None, errors: &[] },
    OperationRow { value: 68, name: "cintCondition", alias: None, argument: Some(&CINT_COND_ARG), result: None, errors: &[] },
    OperationRow { value: 69, name: "cintDisable", alias: None, argument: Some(&CINT_EXTENSION), result: None, errors: &[] },
    OperationRow { value: 70, name: "cintEnable", alias: None, argument: Some(&CINT_EXTENSION), result: None, errors: &[] },
    OperationRow { value: 71, name: "wtmoCall", alias: None, argument: Some(&WTMO_ARG), result: None, errors: &[] },
    OperationRow { value: 72, name: "authWtmUser", alias: None, argument: None, result: None, errors: &[] },
    OperationRow { value: 73, name: "getWtatParam", alias: None, argument: None, result: None, errors: &[] },
    OperationRow { value: 74, name: "wtatParamEnq", alias: None, argument: None, result: None, errors: &[] },
    OperationRow { value: 75, name: "getWtanParam", alias: None, argument: None, result: None, errors: &[] },
    OperationRow { value: 76, name: "wtanParamEnq", alias: None, argument: None, result: None, errors: &[] },
    OperationRow { value: 77, name: "transferAuthParam", alias: None, argument: None, result: None, errors: &[] },
    OperationRow { value: 78, name: "synchronizationRequest", alias: None, argument: Some(&SYNCHRONIZATION_REQ_ARG), result: Some(&SYNCHRONIZATION_REQ_RES), errors: &[] },
    OperationRow { value: 79, name: "synchronizationInfo", alias: None, argument: Some(&SYNCHRONIZATION_INFO_ARG), result: None, errors: &[] },
    OperationRow { value: 80, name: "mWIActivate", alias: Some("mCMNewMsg"), argument: Some(&MWI_ACTIVATE_ARG), result: Some(&MW_DUMMY_RES), errors: &[0, 6, 8, 1008] },
    OperationRow { value: 81, name: "mWIDeactivate", alias: Some("mCMNoNewMsg"), argument: Some(&MWI_DEACTIVATE_ARG), result: Some(&MW_DUMMY_RES), errors: &[0, 6, 8, 1008] },
    OperationRow { value: 82, name: "mWIInterrogate", alias: Some("mCMUpdateReq"), argument: Some(&MWI_INTERROGATE_ARG), result: Some(&MWI_INTERROGATE_RES), errors: &[0, 6, 8, 1008] },
    OperationRow { value: 84, name: "cmnRequest", alias: None, argument: Some(&MISC_DUMMY), result: Some(&CMN_ARG), errors: &[] },
    OperationRow { value: 85, name: "cmnInform", alias: None, argument: Some(&CMN_ARG), result: None, errors: &[] },
    OperationRow { value: 86, name: "pathReplaceInvite", alias: None, argument: Some(&PR_DUMMY), result: None, errors: &[3, 1000, 10, 1002, 1003, 1004, 1005, 1006, 1001, 1008] },
    OperationRow { value: 87, name: "callInterruptionRequest", alias: None, argument: Some(&CPI_REQUEST_ARG), result: None, errors: &[] },
    OperationRow { value: 88, name: "callProtectionRequest", alias: None, argument: Some(&CPIP_REQUEST_ARG), result: None, errors: &[] },
    OperationRow { value: 89, name: "pumRegistr", alias: None, argument: Some(&PUM_REGISTR_ARG), result: Some(&PUM_REGISTR_RES), errors: &[6, 1007, 1008, 3, 1000, 10, 1019, 1020, 1021] },
    OperationRow { value: 90, name: "pumDelReg", alias: None, argument: Some(&PUM_DEL_REG_ARG), result: Some(&PUM_DUMMY), errors: &[3, 1000, 1008, 10] },
    OperationRow { value: 91, name: "pumDe-reg", alias: None, argument: Some(&PUM_DE_REG_ARG), result: Some(&PUM_DUMMY), errors: &[6, 1007, 1008, 10, 1019, 1020, 1021, 1022] },
    OperationRow { value: 92, name: "pumInterrog", alias: None, argument: Some(&PUM_INTERROG_ARG), result: Some(&PUM_INTERROG_RES), errors: &[6, 1007, 1008, 10, 1020, 1021, 1022] },
    OperationRow { value: 93, name: "pumiEnquiry", alias: None, argument: Some(&PUMI_ENQUIRY_ARG), result: Some(&PUMI_ENQUIRY_RES), errors: &[6, 1015, 3, 8, 1008] },
    OperationRow { value: 94, name: "pumiDivert", alias: None, argument: Some(&PUMI_DIVERT_ARG), result: Some(&PUM_DUMMY), errors: &[3, 1008] },
    OperationRow { value: 95, name: "pumiInform", alias: None, argument: Some(&PUMI_INFORM_ARG), result: None, errors: &[] },
    OperationRow { value: 96, name: "pumoCall", alias: None, argument: Some(&PUMO_ARG), result: None, errors: &[] },
    OperationRow { value: 97, name: "getRRCInf", alias: None, argument: Some(&GET_RRC_INF_ARG), result: Some(&GET_RRC_INF_RES), errors: &[3, 1008] },
    OperationRow { value: 98, name: "locInfoCheck", alias: None, argument: Some(&LOC_INFO_CHECK_ARG), result: Some(&LOC_INFO_CHECK_RES), errors: &[3, 1008] },
    OperationRow { value: 99, name: "ssctInitiate", alias: None, argument: Some(&SSCT_INITIATE_ARG), result: Some(&MISC_DUMMY), errors: &[3, 7, 1004, 1006, 1008, 10] },
    OperationRow { value: 100, name: "ssctSetup", alias: None, argument: Some(&SSCT_SETUP_ARG), result: None, errors: &[] },
    OperationRow { value: 101, name: "ssctPostDial", alias: None, argument: Some(&MISC_DUMMY), result: None, errors: &[] },
    OperationRow { value: 102, name: "ssctDigitInfo", alias: None, argument: Some(&SSCT_DIGIT_INFO_ARG), result: None, errors: &[] },
    OperationRow { value: 103, name: "display", alias: None, argument: Some(&DISPLAY_ARG), result: None, errors: &[] },
    OperationRow { value: 104, name: "keypad", alias: None, argument: Some(&KEYPAD_ARG), result: None, errors: &[] },
    OperationRow { value: 105, name: "callIdentificationAssign", alias: None, argument: Some(&CALL_IDENTIFICATION_ASSIGN_ARG), result: None, errors: &[] },
    OperationRow { value: 106, name: "callIdentificationUpdate", alias: None, argument: Some(&CALL_IDENTIFICATION_UPDATE_ARG), result: None, errors: &[] },
    OperationRow { value: 107, name: "smsSubmit", alias: None, argument: Some(&SMS_SUBMIT_ARG), result: Some(&SMS_SUBMIT_RES), errors: &[1027, 1008] },
    OperationRow { value: 108, name: "smsDeliver", alias: None, argument: Some(&SMS_DELIVER_ARG), result: Some(&SMS_DELIVER_RES), errors: &[1026, 1008] },
    OperationRow { value: 109, name: "smsStatusReport", alias: None, argument: Some(&SMS_STATUS_REPORT_ARG), result: Some(&SMS_STATUS_REPORT_RES), errors: &[1028, 1008] },
    OperationRow { value: 110, name: "smsCommand", alias: None, argument: Some(&SMS_COMMAND_ARG), result: Some(&SMS_COMMAND_RES), errors: &[1029, 1008] },
    OperationRow { value: 111, name: "scAlert", alias: None, argument: Some(&SC_ALERT_ARG), result: Some(&SMS_DUMMY), errors: &[] },
    OperationRow { value: 112, name: "mCRequest", alias: None, argument: Some(&MC_REQUEST_ARG), result: Some(&MC_REQUEST_RESULT), errors: &[0, 8, 10, 1030, 1031, 1032, 1033, 1034, 1035, 1036, 1006, 1008] },
    OperationRow { value: 113, name: "mCInform", alias: None, argument: Some(&MC_INFORM_ARG), result: None, errors: &[0, 8, 10, 1030, 1033, 1034, 1008] },
    OperationRow { value: 114, name: "mCAlerting", alias: None, argument: Some(&MC_ALERTING_ARG), result: None, errors: &[] },
    OperationRow { value: 115, name: "mCMUpdate", alias: None, argument: Some(&MCM_UPDATE_ARG), result: Some(&MW_DUMMY_RES), errors: &[0, 6, 1008] },
    OperationRow { value: 116, name: "mCMService", alias: None, argument: Some(&MCM_SERVICE_ARG), result: Some(&MW_DUMMY_RES), errors: &[0, 6, 8, 1037, 1008] },
    OperationRow { value: 117, name: "mCMInterrogate", alias: None, argument: Some(&MCM_INTERROGATE_ARG), result: Some(&MCM_INTERROGATE_RES), errors: &[0, 6, 8, 1037, 1008] },
    OperationRow { value: 118, name: "mCMailboxFull", alias: None, argument: Some(&MC_MAILBOX_FULL_ARG), result: None, errors: &[] },
    OperationRow { value: 119, name: "mIDMailboxAuth", alias: None, argument: Some(&MID_MAILBOX_AUTH_ARG), result: Some(&MW_DUMMY_RES), errors: &[0, 6, 1039, 1040, 1008] },
    OperationRow { value: 120, name: "mIDMailboxID", alias: None, argument: Some(&MID_MAILBOX_ID_ARG), result: Some(&MW_DUMMY_RES), errors: &[0, 6, 1039, 1008] },
];

impl Operation {
    /// callingName (0).
    pub const CALLING_NAME: Self = Self(0);
    /// calledName (1).
    pub const CALLED_NAME: Self = Self(1);
    /// connectedName (2).
    pub const CONNECTED_NAME: Self = Self(2);
    /// busyName (3).
    pub const BUSY_NAME: Self = Self(3);
    /// pathReplacePropose (4).
    pub const PATH_REPLACE_PROPOSE: Self = Self(4);
    /// pathReplaceSetup (5).
    pub const PATH_REPLACE_SETUP: Self = Self(5);
    /// pathReplaceRetain (6).
    pub const PATH_REPLACE_RETAIN: Self = Self(6);
    /// callTransferIdentify (7).
    pub const CALL_TRANSFER_IDENTIFY: Self = Self(7);
    /// callTransferAbandon (8).
    pub const CALL_TRANSFER_ABANDON: Self = Self(8);
    /// callTransferInitiate (9).
    pub const CALL_TRANSFER_INITIATE: Self = Self(9);
    /// callTransferSetup (10).
    pub const CALL_TRANSFER_SETUP: Self = Self(10);
    /// callTransferActive (11).
    pub const CALL_TRANSFER_ACTIVE: Self = Self(11);
    /// callTransferComplete (12).
    pub const CALL_TRANSFER_COMPLETE: Self = Self(12);
    /// callTransferUpdate (13).
    pub const CALL_TRANSFER_UPDATE: Self = Self(13);
    /// subaddressTransfer (14).
    pub const SUBADDRESS_TRANSFER: Self = Self(14);
    /// activateDiversionQ (15).
    pub const ACTIVATE_DIVERSION_Q: Self = Self(15);
    /// deactivateDiversionQ (16).
    pub const DEACTIVATE_DIVERSION_Q: Self = Self(16);
    /// interrogateDiversionQ (17).
    pub const INTERROGATE_DIVERSION_Q: Self = Self(17);
    /// checkRestriction (18).
    pub const CHECK_RESTRICTION: Self = Self(18);
    /// callRerouteing (19).
    pub const CALL_REROUTEING: Self = Self(19);
    /// divertingLegInformation1 (20).
    pub const DIVERTING_LEG_INFORMATION1: Self = Self(20);
    /// divertingLegInformation2 (21).
    pub const DIVERTING_LEG_INFORMATION2: Self = Self(21);
    /// divertingLegInformation3 (22).
    pub const DIVERTING_LEG_INFORMATION3: Self = Self(22);
    /// cfnrDivertedLegFailed (23).
    pub const CFNR_DIVERTED_LEG_FAILED: Self = Self(23);
    /// ccnrRequest (27).
    pub const CCNR_REQUEST: Self = Self(27);
    /// ccCancel (28).
    pub const CC_CANCEL: Self = Self(28);
    /// ccExecPossible (29).
    pub const CC_EXEC_POSSIBLE: Self = Self(29);
    /// ccPathReserve (30).
    pub const CC_PATH_RESERVE: Self = Self(30);
    /// ccRingout (31).
    pub const CC_RINGOUT: Self = Self(31);
    /// ccSuspend (32).
    pub const CC_SUSPEND: Self = Self(32);
    /// ccResume (33).
    pub const CC_RESUME: Self = Self(33);
    /// callOfferRequest (34).
    pub const CALL_OFFER_REQUEST: Self = Self(34);
    /// doNotDisturbActivateQ (35).
    pub const DO_NOT_DISTURB_ACTIVATE_Q: Self = Self(35);
    /// doNotDisturbDeactivateQ (36).
    pub const DO_NOT_DISTURB_DEACTIVATE_Q: Self = Self(36);
    /// doNotDisturbInterrogateQ (37).
    pub const DO_NOT_DISTURB_INTERROGATE_Q: Self = Self(37);
    /// doNotDisturbOverrideQ (38).
    pub const DO_NOT_DISTURB_OVERRIDE_Q: Self = Self(38);
    /// doNotDisturbOvrExecuteQ (39).
    pub const DO_NOT_DISTURB_OVR_EXECUTE_Q: Self = Self(39);
    /// ccbsRequest (40).
    pub const CCBS_REQUEST: Self = Self(40);
    /// pathRetain (41).
    pub const PATH_RETAIN: Self = Self(41);
    /// serviceAvailable (42).
    pub const SERVICE_AVAILABLE: Self = Self(42);
    /// callIntrusionRequest (43).
    pub const CALL_INTRUSION_REQUEST: Self = Self(43);
    /// callIntrusionGetCIPL (44).
    pub const CALL_INTRUSION_GET_CIPL: Self = Self(44);
    /// callIntrusionIsolate (45).
    pub const CALL_INTRUSION_ISOLATE: Self = Self(45);
    /// callIntrusionForcedRelease (46).
    pub const CALL_INTRUSION_FORCED_RELEASE: Self = Self(46);
    /// callIntrusionWOBRequest (47).
    pub const CALL_INTRUSION_WOB_REQUEST: Self = Self(47);
    /// callIntrusionCompleted (48).
    pub const CALL_INTRUSION_COMPLETED: Self = Self(48);
    /// cfbOverride (49).
    pub const CFB_OVERRIDE: Self = Self(49);
    /// locUpdate (50).
    pub const LOC_UPDATE: Self = Self(50);
    /// locDelete (51).
    pub const LOC_DELETE: Self = Self(51);
    /// locDeReg (52).
    pub const LOC_DE_REG: Self = Self(52);
    /// pisnEnquiry (53).
    pub const PISN_ENQUIRY: Self = Self(53);
    /// wtmiEnquiry (54).
    pub const WTMI_ENQUIRY: Self = Self(54);
    /// wtmiDivert (55).
    pub const WTMI_DIVERT: Self = Self(55);
    /// wtmiInform (56).
    pub const WTMI_INFORM: Self = Self(56);
    /// recallAlerting (57).
    pub const RECALL_ALERTING: Self = Self(57);
    /// recallAnswered (58).
    pub const RECALL_ANSWERED: Self = Self(58);
    /// chargeRequest (59).
    pub const CHARGE_REQUEST: Self = Self(59);
    /// getFinalCharge (60).
    pub const GET_FINAL_CHARGE: Self = Self(60);
    /// aocFinal (61).
    pub const AOC_FINAL: Self = Self(61);
    /// aocInterim (62).
    pub const AOC_INTERIM: Self = Self(62);
    /// aocRate (63).
    pub const AOC_RATE: Self = Self(63);
    /// aocComplete (64).
    pub const AOC_COMPLETE: Self = Self(64);
    /// aocDivChargeReq (65).
    pub const AOC_DIV_CHARGE_REQ: Self = Self(65);
    /// cintLegInformation1 (66).
    pub const CINT_LEG_INFORMATION1: Self = Self(66);
    /// cintLegInformation2 (67).
    pub const CINT_LEG_INFORMATION2: Self = Self(67);
    /// cintCondition (68).
    pub const CINT_CONDITION: Self = Self(68);
    /// cintDisable (69).
    pub const CINT_DISABLE: Self = Self(69);
    /// cintEnable (70).
    pub const CINT_ENABLE: Self = Self(70);
    /// wtmoCall (71).
    pub const WTMO_CALL: Self = Self(71);
    /// authWtmUser (72).
    pub const AUTH_WTM_USER: Self = Self(72);
    /// getWtatParam (73).
    pub const GET_WTAT_PARAM: Self = Self(73);
    /// wtatParamEnq (74).
    pub const WTAT_PARAM_ENQ: Self = Self(74);
    /// getWtanParam (75).
    pub const GET_WTAN_PARAM: Self = Self(75);
    /// wtanParamEnq (76).
    pub const WTAN_PARAM_ENQ: Self = Self(76);
    /// transferAuthParam (77).
    pub const TRANSFER_AUTH_PARAM: Self = Self(77);
    /// synchronizationRequest (78).
    pub const SYNCHRONIZATION_REQUEST: Self = Self(78);
    /// synchronizationInfo (79).
    pub const SYNCHRONIZATION_INFO: Self = Self(79);
    /// mWIActivate (80).
    pub const MWI_ACTIVATE: Self = Self(80);
    /// mWIDeactivate (81).
    pub const MWI_DEACTIVATE: Self = Self(81);
    /// mWIInterrogate (82).
    pub const MWI_INTERROGATE: Self = Self(82);
    /// cmnRequest (84).
    pub const CMN_REQUEST: Self = Self(84);
    /// cmnInform (85).
    pub const CMN_INFORM: Self = Self(85);
    /// pathReplaceInvite (86).
    pub const PATH_REPLACE_INVITE: Self = Self(86);
    /// callInterruptionRequest (87).
    pub const CALL_INTERRUPTION_REQUEST: Self = Self(87);
    /// callProtectionRequest (88).
    pub const CALL_PROTECTION_REQUEST: Self = Self(88);
    /// pumRegistr (89).
    pub const PUM_REGISTR: Self = Self(89);
    /// pumDelReg (90).
    pub const PUM_DEL_REG: Self = Self(90);
    /// pumDe-reg (91).
    pub const PUM_DE_REG: Self = Self(91);
    /// pumInterrog (92).
    pub const PUM_INTERROG: Self = Self(92);
    /// pumiEnquiry (93).
    pub const PUMI_ENQUIRY: Self = Self(93);
    /// pumiDivert (94).
    pub const PUMI_DIVERT: Self = Self(94);
    /// pumiInform (95).
    pub const PUMI_INFORM: Self = Self(95);
    /// pumoCall (96).
    pub const PUMO_CALL: Self = Self(96);
    /// getRRCInf (97).
    pub const GET_RRC_INF: Self = Self(97);
    /// locInfoCheck (98).
    pub const LOC_INFO_CHECK: Self = Self(98);
    /// ssctInitiate (99).
    pub const SSCT_INITIATE: Self = Self(99);
    /// ssctSetup (100).
    pub const SSCT_SETUP: Self = Self(100);
    /// ssctPostDial (101).
    pub const SSCT_POST_DIAL: Self = Self(101);
    /// ssctDigitInfo (102).
    pub const SSCT_DIGIT_INFO: Self = Self(102);
    /// display (103).
    pub const DISPLAY: Self = Self(103);
    /// keypad (104).
    pub const KEYPAD: Self = Self(104);
    /// callIdentificationAssign (105).
    pub const CALL_IDENTIFICATION_ASSIGN: Self = Self(105);
    /// callIdentificationUpdate (106).
    pub const CALL_IDENTIFICATION_UPDATE: Self = Self(106);
    /// smsSubmit (107).
    pub const SMS_SUBMIT: Self = Self(107);
    /// smsDeliver (108).
    pub const SMS_DELIVER: Self = Self(108);
    /// smsStatusReport (109).
    pub const SMS_STATUS_REPORT: Self = Self(109);
    /// smsCommand (110).
    pub const SMS_COMMAND: Self = Self(110);
    /// scAlert (111).
    pub const SC_ALERT: Self = Self(111);
    /// mCRequest (112).
    pub const MC_REQUEST: Self = Self(112);
    /// mCInform (113).
    pub const MC_INFORM: Self = Self(113);
    /// mCAlerting (114).
    pub const MC_ALERTING: Self = Self(114);
    /// mCMUpdate (115).
    pub const MCM_UPDATE: Self = Self(115);
    /// mCMService (116).
    pub const MCM_SERVICE: Self = Self(116);
    /// mCMInterrogate (117).
    pub const MCM_INTERROGATE: Self = Self(117);
    /// mCMailboxFull (118).
    pub const MC_MAILBOX_FULL: Self = Self(118);
    /// mIDMailboxAuth (119).
    pub const MID_MAILBOX_AUTH: Self = Self(119);
    /// mIDMailboxID (120).
    pub const MID_MAILBOX_ID: Self = Self(120);

    /// All of them, in ascending order.
    pub const ALL: &[Self] = &[
        Self::CALLING_NAME,
        Self::CALLED_NAME,
        Self::CONNECTED_NAME,
        Self::BUSY_NAME,
        Self::PATH_REPLACE_PROPOSE,
        Self::PATH_REPLACE_SETUP,
        Self::PATH_REPLACE_RETAIN,
        Self::CALL_TRANSFER_IDENTIFY,
        Self::CALL_TRANSFER_ABANDON,
        Self::CALL_TRANSFER_INITIATE,
        Self::CALL_TRANSFER_SETUP,
        Self::CALL_TRANSFER_ACTIVE,
        Self::CALL_TRANSFER_COMPLETE,
        Self::CALL_TRANSFER_UPDATE,
        Self::SUBADDRESS_TRANSFER,
        Self::ACTIVATE_DIVERSION_Q,
        Self::DEACTIVATE_DIVERSION_Q,
        Self::INTERROGATE_DIVERSION_Q,
        Self::CHECK_RESTRICTION,
        Self::CALL_REROUTEING,
        Self::DIVERTING_LEG_INFORMATION1,
        Self::DIVERTING_LEG_INFORMATION2,
        Self::DIVERTING_LEG_INFORMATION3,
        Self::CFNR_DIVERTED_LEG_FAILED,
        Self::CCNR_REQUEST,
        Self::CC_CANCEL,
        Self::CC_EXEC_POSSIBLE,
        Self::CC_PATH_RESERVE,
        Self::CC_RINGOUT,
        Self::CC_SUSPEND,
        Self::CC_RESUME,
        Self::CALL_OFFER_REQUEST,
        Self::DO_NOT_DISTURB_ACTIVATE_Q,
        Self::DO_NOT_DISTURB_DEACTIVATE_Q,
        Self::DO_NOT_DISTURB_INTERROGATE_Q,
        Self::DO_NOT_DISTURB_OVERRIDE_Q,
        Self::DO_NOT_DISTURB_OVR_EXECUTE_Q,
        Self::CCBS_REQUEST,
        Self::PATH_RETAIN,
        Self::SERVICE_AVAILABLE,
        Self::CALL_INTRUSION_REQUEST,
        Self::CALL_INTRUSION_GET_CIPL,
        Self::CALL_INTRUSION_ISOLATE,
        Self::CALL_INTRUSION_FORCED_RELEASE,
        Self::CALL_INTRUSION_WOB_REQUEST,
        Self::CALL_INTRUSION_COMPLETED,
        Self::CFB_OVERRIDE,
        Self::LOC_UPDATE,
        Self::LOC_DELETE,
        Self::LOC_DE_REG,
        Self::PISN_ENQUIRY,
        Self::WTMI_ENQUIRY,
        Self::WTMI_DIVERT,
        Self::WTMI_INFORM,
        Self::RECALL_ALERTING,
        Self::RECALL_ANSWERED,
        Self::CHARGE_REQUEST,
        Self::GET_FINAL_CHARGE,
        Self::AOC_FINAL,
        Self::AOC_INTERIM,
        Self::AOC_RATE,
        Self::AOC_COMPLETE,
        Self::AOC_DIV_CHARGE_REQ,
        Self::CINT_LEG_INFORMATION1,
        Self::CINT_LEG_INFORMATION2,
        Self::CINT_CONDITION,
        Self::CINT_DISABLE,
        Self::CINT_ENABLE,
        Self::WTMO_CALL,
        Self::AUTH_WTM_USER,
        Self::GET_WTAT_PARAM,
        Self::WTAT_PARAM_ENQ,
        Self::GET_WTAN_PARAM,
        Self::WTAN_PARAM_ENQ,
        Self::TRANSFER_AUTH_PARAM,
        Self::SYNCHRONIZATION_REQUEST,
        Self::SYNCHRONIZATION_INFO,
        Self::MWI_ACTIVATE,
        Self::MWI_DEACTIVATE,
        Self::MWI_INTERROGATE,
        Self::CMN_REQUEST,
        Self::CMN_INFORM,
        Self::PATH_REPLACE_INVITE,
        Self::CALL_INTERRUPTION_REQUEST,
        Self::CALL_PROTECTION_REQUEST,
        Self::PUM_REGISTR,
        Self::PUM_DEL_REG,
        Self::PUM_DE_REG,
        Self::PUM_INTERROG,
        Self::PUMI_ENQUIRY,
        Self::PUMI_DIVERT,
        Self::PUMI_INFORM,
        Self::PUMO_CALL,
        Self::GET_RRC_INF,
        Self::LOC_INFO_CHECK,
        Self::SSCT_INITIATE,
        Self::SSCT_SETUP,
        Self::SSCT_POST_DIAL,
        Self::SSCT_DIGIT_INFO,
        Self::DISPLAY,
        Self::KEYPAD,
        Self::CALL_IDENTIFICATION_ASSIGN,
        Self::CALL_IDENTIFICATION_UPDATE,
        Self::SMS_SUBMIT,
        Self::SMS_DELIVER,
        Self::SMS_STATUS_REPORT,
        Self::SMS_COMMAND,
        Self::SC_ALERT,
        Self::MC_REQUEST,
        Self::MC_INFORM,
        Self::MC_ALERTING,
        Self::MCM_UPDATE,
        Self::MCM_SERVICE,
        Self::MCM_INTERROGATE,
        Self::MC_MAILBOX_FULL,
        Self::MID_MAILBOX_AUTH,
        Self::MID_MAILBOX_ID,
    ];
}

/// All errors, in the order of their values.
pub(crate) static ERRORS: &[ErrorRow] = &[
    ErrorRow { value: 0, name: "userNotSubscribed" },
    ErrorRow { value: 1, name: "rejectedByNetwork" },
    ErrorRow { value: 2, name: "rejectedByUser" },
    ErrorRow { value: 3, name: "notAvailable" },
    ErrorRow { value: 5, name: "insufficientInformation" },
    ErrorRow { value: 6, name: "invalidServedUserNr" },
    ErrorRow { value: 7, name: "invalidCallState" },
    ErrorRow { value: 8, name: "basicServiceNotProvided" },
    ErrorRow { value: 9, name: "notIncomingCall" },
    ErrorRow { value: 10, name: "supplementaryServiceInteractionNotAllowed" },
    ErrorRow { value: 11, name: "resourceUnavailable" },
    ErrorRow { value: 12, name: "invalidDivertedToNr" },
    ErrorRow { value: 14, name: "specialServiceNr" },
    ErrorRow { value: 15, name: "diversionToServedUserNr" },
    ErrorRow { value: 24, name: "numberOfDiversionsExceeded" },
    ErrorRow { value: 25, name: "callFailure" },
    ErrorRow { value: 43, name: "proceduralError" },
    ErrorRow { value: 1000, name: "temporarilyUnavailable" },
    ErrorRow { value: 1001, name: "collision" },
    ErrorRow { value: 1002, name: "criteriaPermanentlyUnachievable" },
    ErrorRow { value: 1003, name: "criteriaTemporarilyUnachievable" },
    ErrorRow { value: 1004, name: "invalidRerouteingNumber" },
    ErrorRow { value: 1005, name: "unrecognizedCallIdentity" },
    ErrorRow { value: 1006, name: "establishmentFailure" },
    ErrorRow { value: 1007, name: "notAuthorized" },
    ErrorRow { value: 1008, name: "unspecified" },
    ErrorRow { value: 1009, name: "notBusy" },
    ErrorRow { value: 1010, name: "shortTermRejection" },
    ErrorRow { value: 1011, name: "longTermRejection" },
    ErrorRow { value: 1012, name: "remoteUserBusyAgain" },
    ErrorRow { value: 1013, name: "failureToMatch" },
    ErrorRow { value: 1014, name: "failedDueToInterworking" },
    ErrorRow { value: 1015, name: "locationNotKnown" },
    ErrorRow { value: 1016, name: "freeOfCharge" },
    ErrorRow { value: 1017, name: "paramNotAvailable" },
    ErrorRow { value: 1018, name: "invalidMsgCentreId" },
    ErrorRow { value: 1019, name: "pumUserNotSubscribedToThisServiceOpt" },
    ErrorRow { value: 1020, name: "pumUserFailedAuthentication" },
    ErrorRow { value: 1021, name: "hostingAddrInvalid" },
    ErrorRow { value: 1022, name: "pumUserNotRegistered" },
    ErrorRow { value: 1026, name: "smsDeliverError" },
    ErrorRow { value: 1027, name: "smsSubmitError" },
    ErrorRow { value: 1028, name: "smsStatusReportError" },
    ErrorRow { value: 1029, name: "smsCommandError" },
    ErrorRow { value: 1030, name: "invalidDestinationNumber" },
    ErrorRow { value: 1031, name: "invalidCooperationNumber" },
    ErrorRow { value: 1032, name: "mCRequestNotAllowed" },
    ErrorRow { value: 1033, name: "mCExecutionNotAllowed" },
    ErrorRow { value: 1034, name: "mCDestUserBusy" },
    ErrorRow { value: 1035, name: "mCCoopUserBusy" },
    ErrorRow { value: 1036, name: "mCCoopUserRejected" },
    ErrorRow { value: 1037, name: "mCMModeNotProvided" },
    ErrorRow { value: 1039, name: "invalidMailbox" },
    ErrorRow { value: 1040, name: "authorizationFailed" },
];

impl ErrorValue {
    /// userNotSubscribed (0).
    pub const USER_NOT_SUBSCRIBED: Self = Self(0);
    /// rejectedByNetwork (1).
    pub const REJECTED_BY_NETWORK: Self = Self(1);
    /// rejectedByUser (2).
    pub const REJECTED_BY_USER: Self = Self(2);
    /// notAvailable (3).
    pub const NOT_AVAILABLE: Self = Self(3);
    /// insufficientInformation (5).
    pub const INSUFFICIENT_INFORMATION: Self = Self(5);
    /// invalidServedUserNr (6).
    pub const INVALID_SERVED_USER_NR: Self = Self(6);
    /// invalidCallState (7).
    pub const INVALID_CALL_STATE: Self = Self(7);
    /// basicServiceNotProvided (8).
    pub const BASIC_SERVICE_NOT_PROVIDED: Self = Self(8);
    /// notIncomingCall (9).
    pub const NOT_INCOMING_CALL: Self = Self(9);
    /// supplementaryServiceInteractionNotAllowed (10).
    pub const SUPPLEMENTARY_SERVICE_INTERACTION_NOT_ALLOWED: Self = Self(10);
    /// resourceUnavailable (11).
    pub const RESOURCE_UNAVAILABLE: Self = Self(11);
    /// invalidDivertedToNr (12).
    pub const INVALID_DIVERTED_TO_NR: Self = Self(12);
    /// specialServiceNr (14).
    pub const SPECIAL_SERVICE_NR: Self = Self(14);
    /// diversionToServedUserNr (15).
    pub const DIVERSION_TO_SERVED_USER_NR: Self = Self(15);
    /// numberOfDiversionsExceeded (24).
    pub const NUMBER_OF_DIVERSIONS_EXCEEDED: Self = Self(24);
    /// callFailure (25).
    pub const CALL_FAILURE: Self = Self(25);
    /// proceduralError (43).
    pub const PROCEDURAL_ERROR: Self = Self(43);
    /// temporarilyUnavailable (1000).
    pub const TEMPORARILY_UNAVAILABLE: Self = Self(1000);
    /// collision (1001).
    pub const COLLISION: Self = Self(1001);
    /// criteriaPermanentlyUnachievable (1002).
    pub const CRITERIA_PERMANENTLY_UNACHIEVABLE: Self = Self(1002);
    /// criteriaTemporarilyUnachievable (1003).
    pub const CRITERIA_TEMPORARILY_UNACHIEVABLE: Self = Self(1003);
    /// invalidRerouteingNumber (1004).
    pub const INVALID_REROUTEING_NUMBER: Self = Self(1004);
    /// unrecognizedCallIdentity (1005).
    pub const UNRECOGNIZED_CALL_IDENTITY: Self = Self(1005);
    /// establishmentFailure (1006).
    pub const ESTABLISHMENT_FAILURE: Self = Self(1006);
    /// notAuthorized (1007).
    pub const NOT_AUTHORIZED: Self = Self(1007);
    /// unspecified (1008).
    pub const UNSPECIFIED: Self = Self(1008);
    /// notBusy (1009).
    pub const NOT_BUSY: Self = Self(1009);
    /// shortTermRejection (1010).
    pub const SHORT_TERM_REJECTION: Self = Self(1010);
    /// longTermRejection (1011).
    pub const LONG_TERM_REJECTION: Self = Self(1011);
    /// remoteUserBusyAgain (1012).
    pub const REMOTE_USER_BUSY_AGAIN: Self = Self(1012);
    /// failureToMatch (1013).
    pub const FAILURE_TO_MATCH: Self = Self(1013);
    /// failedDueToInterworking (1014).
    pub const FAILED_DUE_TO_INTERWORKING: Self = Self(1014);
    /// locationNotKnown (1015).
    pub const LOCATION_NOT_KNOWN: Self = Self(1015);
    /// freeOfCharge (1016).
    pub const FREE_OF_CHARGE: Self = Self(1016);
    /// paramNotAvailable (1017).
    pub const PARAM_NOT_AVAILABLE: Self = Self(1017);
    /// invalidMsgCentreId (1018).
    pub const INVALID_MSG_CENTRE_ID: Self = Self(1018);
    /// pumUserNotSubscribedToThisServiceOpt (1019).
    pub const PUM_USER_NOT_SUBSCRIBED_TO_THIS_SERVICE_OPT: Self = Self(1019);
    /// pumUserFailedAuthentication (1020).
    pub const PUM_USER_FAILED_AUTHENTICATION: Self = Self(1020);
    /// hostingAddrInvalid (1021).
    pub const HOSTING_ADDR_INVALID: Self = Self(1021);
    /// pumUserNotRegistered (1022).
    pub const PUM_USER_NOT_REGISTERED: Self = Self(1022);
    /// smsDeliverError (1026).
    pub const SMS_DELIVER_ERROR: Self = Self(1026);
    /// smsSubmitError (1027).
    pub const SMS_SUBMIT_ERROR: Self = Self(1027);
    /// smsStatusReportError (1028).
    pub const SMS_STATUS_REPORT_ERROR: Self = Self(1028);
    /// smsCommandError (1029).
    pub const SMS_COMMAND_ERROR: Self = Self(1029);
    /// invalidDestinationNumber (1030).
    pub const INVALID_DESTINATION_NUMBER: Self = Self(1030);
    /// invalidCooperationNumber (1031).
    pub const INVALID_COOPERATION_NUMBER: Self = Self(1031);
    /// mCRequestNotAllowed (1032).
    pub const MC_REQUEST_NOT_ALLOWED: Self = Self(1032);
    /// mCExecutionNotAllowed (1033).
    pub const MC_EXECUTION_NOT_ALLOWED: Self = Self(1033);
    /// mCDestUserBusy (1034).
    pub const MC_DEST_USER_BUSY: Self = Self(1034);
    /// mCCoopUserBusy (1035).
    pub const MC_COOP_USER_BUSY: Self = Self(1035);
    /// mCCoopUserRejected (1036).
    pub const MC_COOP_USER_REJECTED: Self = Self(1036);
    /// mCMModeNotProvided (1037).
    pub const MCM_MODE_NOT_PROVIDED: Self = Self(1037);
    /// invalidMailbox (1039).
    pub const INVALID_MAILBOX: Self = Self(1039);
    /// authorizationFailed (1040).
    pub const AUTHORIZATION_FAILED: Self = Self(1040);

    /// All of them, in ascending order.
    pub const ALL: &[Self] = &[
        Self::USER_NOT_SUBSCRIBED,
        Self::REJECTED_BY_NETWORK,
        Self::REJECTED_BY_USER,
        Self::NOT_AVAILABLE,
        Self::INSUFFICIENT_INFORMATION,
        Self::INVALID_SERVED_USER_NR,
        Self::INVALID_CALL_STATE,
        Self::BASIC_SERVICE_NOT_PROVIDED,
        Self::NOT_INCOMING_CALL,
        Self::SUPPLEMENTARY_SERVICE_INTERACTION_NOT_ALLOWED,
        Self::RESOURCE_UNAVAILABLE,
        Self::INVALID_DIVERTED_TO_NR,
        Self::SPECIAL_SERVICE_NR,
        Self::DIVERSION_TO_SERVED_USER_NR,
        Self::NUMBER_OF_DIVERSIONS_EXCEEDED,
        Self::CALL_FAILURE,
        Self::PROCEDURAL_ERROR,
        Self::TEMPORARILY_UNAVAILABLE,
        Self::COLLISION,
        Self::CRITERIA_PERMANENTLY_UNACHIEVABLE,
        Self::CRITERIA_TEMPORARILY_UNACHIEVABLE,
        Self::INVALID_REROUTEING_NUMBER,
        Self::UNRECOGNIZED_CALL_IDENTITY,
        Self::ESTABLISHMENT_FAILURE,
        Self::NOT_AUTHORIZED,
        Self::UNSPECIFIED,
        Self::NOT_BUSY,
        Self::SHORT_TERM_REJECTION,
        Self::LONG_TERM_REJECTION,
        Self::REMOTE_USER_BUSY_AGAIN,
        Self::FAILURE_TO_MATCH,
        Self::FAILED_DUE_TO_INTERWORKING,
        Self::LOCATION_NOT_KNOWN,
        Self::FREE_OF_CHARGE,
        Self::PARAM_NOT_AVAILABLE,
        Self::INVALID_MSG_CENTRE_ID,
        Self::PUM_USER_NOT_SUBSCRIBED_TO_THIS_SERVICE_OPT,
        Self::PUM_USER_FAILED_AUTHENTICATION,
        Self::HOSTING_ADDR_INVALID,
        Self::PUM_USER_NOT_REGISTERED,
        Self::SMS_DELIVER_ERROR,
        Self::SMS_SUBMIT_ERROR,
        Self::SMS_STATUS_REPORT_ERROR,
        Self::SMS_COMMAND_ERROR,
        Self::INVALID_DESTINATION_NUMBER,
        Self::INVALID_COOPERATION_NUMBER,
        Self::MC_REQUEST_NOT_ALLOWED,
        Self::MC_EXECUTION_NOT_ALLOWED,
        Self::MC_DEST_USER_BUSY,
        Self::MC_COOP_USER_BUSY,
        Self::MC_COOP_USER_REJECTED,
        Self::MCM_MODE_NOT_PROVIDED,
        Self::INVALID_MAILBOX,
        Self::AUTHORIZATION_FAILED,
    ];
}
