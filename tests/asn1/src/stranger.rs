//! The codec that rasn-compiler made.

use rasn::{Decode, Encode, ber};

use crate::codec;

/// Reads a value and writes it again.
fn round<T: Decode + Encode>(octets: &[u8]) -> Result<Vec<u8>, String> {
    let value: T = ber::decode(octets).map_err(|error| format!("not read: {error}"))?;
    ber::encode(&value).map_err(|error| format!("not written: {error}"))
}

macro_rules! types {
    ($($module:ident: $($name:ident)*;)*) => {
        /// The types that the codec is asked for.
        pub(crate) const KNOWN: &[&str] = &[$($(stringify!($name),)*)*];

        /// Has the codec read a value of the type of that name, and write it again.
        pub(crate) fn again(name: &str, octets: &[u8]) -> Result<Vec<u8>, String> {
            match name {
                $($(stringify!($name) => round::<codec::$module::$name>(octets),)*)*
                _ => Err("no such type".to_owned()),
            }
        }
    };
}

types! {
    addressing_data_elements: Address AddressScreened NSAPSubaddress NumberDigits NumberScreened PartyNumber
        PartySubaddress PresentationAllowedIndicator PresentedAddressScreened PresentedAddressUnscreened
        PresentedNumberScreened PresentedNumberUnscreened PrivatePartyNumber PrivateTypeOfNumber
        PublicPartyNumber PublicTypeOfNumber ScreeningIndicator SubaddressInformation UserSpecifiedSubaddress;
    advice_of_charge_operations: AOCSCurrencyInfo AOCSCurrencyInfoList AdviceModeCombination Amount
        AocCompleteArg AocCompleteRes AocDivChargeReqArg AocDummy AocExt12 AocFinalArg AocInterimArg AocRateArg
        ChargeRequestArg ChargeRequestRes ChargeTime ChargedItem ChargingAssociation ChargingOption ChargingType
        Currency DiversionType DurationCurrency FinalBillingId FlatRateCurrency InterimBillingId Multiplier
        RecordedCurrency Scale VolumeRateCurrency VolumeUnit;
    call_completion_operations: CcExtension CcFullArg CcOptionalArg CcRequestArg CcRequestRes;
    call_diversion_operations: ActivateDiversionArg BasicService CallRerouteingArg CfDummy CfExt12 CfExt56
        CfExt910 CheckRestrictionArg DeactivateDiversionArg DiversionReason DivertingLegInformation1Arg
        DivertingLegInformation2Arg DivertingLegInformation3Arg IntResult IntResultList InterrogateDiversionArg
        Procedure SubscriptionOption;
    call_identification_operations: CallIdentificationAssignArg CallIdentificationData
        CallIdentificationUpdateArg CidlExtension LinkageID;
    call_interception_operations: CintCause CintCondArg CintExtension CintInformation1Arg CintInformation2Arg;
    call_interruption_operations: CPICapabilityLevel CPIPRequestArg CPIProtectionLevel CPIRequestArg CpiExt12;
    call_intrusion_operations: CICapabilityLevel CIGetCIPLRes CIProtectionLevel CIRequestArg CIRequestRes
        CIUnwantedUserStatus;
    call_offer_operations: OidDummy OidExt12 PathRetainArg ServiceAvailableArg ServiceList;
    call_transfer_operations: CTActiveArg CTCompleteArg CTIdentifyRes CTInitiateArg CTSetupArg CTUpdateArg
        CallStatus CtCallIdentity CtDummy CtExt01 CtExt67 CtExt910 EndDesignation SubaddressTransferArg;
    common_information_operations: CmnArg CmnExt78 EquipmentId FeatureIdList MiscDummy PartyCategory;
    do_not_disturb_operations: DNDActivateArg DNDActivateRes DNDDeactivateArg DNDInterrogateArg
        DNDInterrogateRes DNDOCapabilityLevel DNDOverrideArg DNDProtectionLevel DNDStatusElt;
    generic_procedures: EntityType Extension InterpretationComponent NetworkFacilityExtension
        NetworkProtocolProfile PSS1InformationElement Q932PartyNumber;
    make_call_request_operations: MCAlertingArg MCInformArg MCRequestArg MCRequestResult McrCallType
        McrCorrelation McrExtensions;
    message_centre_operations: AddressHeader AllMsgInfo BmpOctets CompressedInfo MCMChange MCMInterrogateArg
        MCMInterrogateRes MCMMode MCMServiceArg MCMServiceInfo MCMUpdateArg MCMailboxFullArg MIDMailboxAuthArg
        MIDMailboxIDArg MailboxFullPar McmPartyInfo McmPriority MessageInfo MidPartyInfo MidString UpdateInfo
        Utf8Octets;
    message_waiting_operations: MWIActivateArg MWIDeactivateArg MWIInterrogateArg MWIInterrogateRes
        MWIInterrogateResElt MessageType MsgCentreId MwDummyRes MwExt34 MwExt67 NrOfMessages TimeStamp;
    name_operations: CharacterSet Name NameArg NameData NameExtension NameNotAvailable NamePresentationAllowed
        NamePresentationRestricted NameSet;
    path_replacement_operations: PRProposeArg PRRetainArg PRSetupArg PrCallIdentity PrDummy PrExt12;
    recall_operations: ReAlertingArg ReAnswerArg ReExt67;
    remote_operations: Code Component Invoke InvokeId LinkedId Reject ReturnError ReturnResult;
    short_message_operations: ApplicationPort16BitHeader ApplicationPort8BitHeader Concatenated16BitSMHeader
        Concatenated8BitSMHeader EnhancedVP GenericUserValue ProtocolIdentifier ScAlertArg ShortMessageText
        SmDeliverParameter SmSubmitParameter SmsCommandArg SmsCommandRes SmsDeliverArg SmsDeliverRes SmsDummy
        SmsExtension SmsReference SmsResChoice SmsResChoiceSeq SmsStatusReportArg SmsStatusReportRes
        SmsSubmitArg SmsSubmitRes SmsUserData SmscControlParameterHeader UserDataHeader UserDataHeaderChoice
        ValidityPeriod ValidityPeriodEnh;
    simple_dialog_operations: SdStringExtended SdStringNormal DisplayArg DisplayString KeypadArg SdExtension;
    single_step_call_transfer_operations: SSCTDigitInfoArg SSCTInitiateArg SSCTSetupArg SsctExt34 SsctExt45;
    synchronization_operations: SyncExtension SynchronizationInfoArg SynchronizationReqArg
        SynchronizationReqRes;
    user_mobility_call_operations: PumCfuActivated PumCurrLocation PumIdentity PumiDivertArg PumiEnquiryArg
        PumiEnquiryRes PumiInformArg PumoArg PumoExtension;
    user_mobility_operations: PumDeRegArg PumDelRegArg PumDummy PumExtension PumInterrogArg PumInterrogRes
        PumRegistrArg PumRegistrRes PumRegistration PumUserId PumUserPin ServiceOption SessionParams UserPin;
    wireless_call_operations: CfuActivated CurrLocation WtmIdentity WtmiDivertArg WtmiDummy WtmiEnquiryArg
        WtmiEnquiryRes WtmiExtension WtmiInformArg WtmoArg WtmoExtension;
    wireless_location_operations: AlternativeId CheckResult GetRRCInfArg GetRRCInfRes LocDeRegArg LocDelArg
        LocInfoCheckArg LocInfoCheckRes LocUpdArg LrDummy LrExtension PisnEnqArg PisnEnqRes RRClass WtmUserId;
}
