//! A type of a module as a Rust expression.

use std::collections::BTreeMap;

use rasn_compiler::prelude::{
    TaggingEnvironment,
    ir::{
        ASN1Type, ASN1Value, AsnTag, CharacterStringType, Constraint, DistinguishedValue,
        ElementOrSetOperation, Optionality, SequenceOrSet, SequenceOrSetOf, SubtypeElements, TagClass,
        ToplevelTypeDefinition,
    },
};

/// All types by their names.
pub(super) struct Types<'m>(pub(super) BTreeMap<&'m str, &'m ToplevelTypeDefinition>);

/// A tag as class and number.
pub(super) type Tag = (&'static str, u64);

impl Types<'_> {
    /// The `Type` of a definition.
    pub(super) fn definition(&self, definition: &ToplevelTypeDefinition) -> Result<String, String> {
        let name = &definition.name;
        let tag = definition.tag.as_ref().map(|tag| {
            // A named type with an explicit tag would need a tag within a tag, which the schema has no room for.
            let implicit =
                tag.environment == TaggingEnvironment::Implicit && !self.is_untagged(&definition.ty);
            if implicit {
                Ok(class_and_number(tag))
            } else {
                Err(format!("{name}: an explicit tag of its own"))
            }
        });
        self.described(name, tag.transpose()?, &definition.ty).map_err(|what| format!("{name}: {what}"))
    }

    /// A `Type`. What an anonymous one is called is empty.
    fn described(&self, name: &str, tag: Option<Tag>, ty: &ASN1Type) -> Result<String, String> {
        let tag = tag.or_else(|| universal(ty).map(|number| ("universal", number)));
        let tag = tag.map_or("None".to_owned(), |(class, number)| format!("Some(Tag::{class}({number}))"));
        Ok(format!("Type {{ name: \"{name}\", tag: {tag}, shape: {} }}", self.shape(ty)?))
    }

    fn shape(&self, ty: &ASN1Type) -> Result<String, String> {
        Ok(match ty {
            ASN1Type::Null => "Shape::Null".to_owned(),
            ASN1Type::Boolean(_) => "Shape::Boolean".to_owned(),
            ASN1Type::ObjectIdentifier(_) => "Shape::ObjectIdentifier".to_owned(),
            ASN1Type::Any => "Shape::Open".to_owned(),
            ASN1Type::Integer(integer) => match bounds(&integer.constraints)? {
                Some((least, most)) => format!("Shape::Integer {{ least: {least}, most: {most} }}"),
                None => "Shape::Integer { least: i32::MIN, most: i32::MAX }".to_owned(),
            },
            ASN1Type::Enumerated(enumerated) => {
                let names = enumerated.members.iter().map(|it| format!("({}, \"{}\")", it.index, it.name));
                format!("Shape::Enumerated(&[{}])", joined(names))
            }
            ASN1Type::OctetString(string) => format!("Shape::OctetString({})", size(&string.constraints)?),
            ASN1Type::BitString(string) => {
                let bits = string.distinguished_values.as_deref().unwrap_or_default().iter();
                let names = bits.map(|DistinguishedValue { name, value }| format!("({value}, \"{name}\")"));
                let (size, names) = (size(&string.constraints)?, joined(names));
                format!("Shape::BitString {{ size: {size}, names: &[{names}] }}")
            }
            ASN1Type::CharacterString(string) => {
                let alphabet = match string.ty {
                    CharacterStringType::NumericString => "Numeric",
                    CharacterStringType::IA5String => "Ia5",
                    other => return Err(format!("no alphabet for {other:?}")),
                };
                format!("Shape::Text(Alphabet::{alphabet}, {})", size(&string.constraints)?)
            }
            // YYYYMMDDHHMM to YYYYMMDDHHMMSS+hhmm.
            ASN1Type::GeneralizedTime(_) => "Shape::Text(Alphabet::Time, Size(12, 19))".to_owned(),
            ASN1Type::Sequence(sequence) => format!("Shape::Sequence(&[\n{}])", self.fields(sequence)?),
            ASN1Type::SequenceOf(list) | ASN1Type::SetOf(list) => self.list(list)?,
            ASN1Type::Choice(choice) => {
                let mut alternatives = String::new();
                let mut tags = Vec::new();
                for option in &choice.options {
                    let slot = self.slot(option.tag.as_ref(), &option.ty)?;
                    alternatives +=
                        &format!("    Alternative {{ name: \"{}\", slot: {slot} }},\n", option.name);
                    self.note_tags(&option.name, option.tag.as_ref(), &option.ty, &mut tags)?;
                }
                format!("Shape::Choice(&[\n{alternatives}])")
            }
            other => return Err(format!("the schema has no shape for {other:?}")),
        })
    }

    fn list(&self, list: &SequenceOrSetOf) -> Result<String, String> {
        if list.constraints.is_empty() {
            Ok(format!("Shape::ListOf({})", self.slot(list.element_tag.as_ref(), &list.element_type)?))
        } else {
            Err("a list of limited size".to_owned())
        }
    }

    fn fields(&self, sequence: &SequenceOrSet) -> Result<String, String> {
        // One bit of a number is kept for each.
        if sequence.members.len() > 32 || !sequence.components_of.is_empty() {
            return Err("more than 32 fields, or COMPONENTS OF".to_owned());
        }
        let mut fields = String::new();
        // The tags that may come next: of the optional fields before, and of this one.
        let mut open = Vec::new();
        for member in &sequence.members {
            let slot = self.slot(member.tag.as_ref(), &member.ty)?;
            let presence = match &member.optionality {
                Optionality::Required => "Mandatory",
                Optionality::Optional => "Optional",
                Optionality::Default(_) => "Default",
            };
            fields += &format!(
                "    Field {{ name: \"{}\", presence: Presence::{presence}, slot: {slot} }},\n",
                member.name
            );
            self.note_tags(&member.name, member.tag.as_ref(), &member.ty, &mut open)?;
            if member.optionality == Optionality::Required {
                open.clear();
            }
        }
        Ok(fields)
    }

    fn slot(&self, tag: Option<&AsnTag>, ty: &ASN1Type) -> Result<String, String> {
        let tagging = match tag {
            None => "Tagging::Own".to_owned(),
            Some(tag) => {
                let (class, number) = class_and_number(tag);
                // The tag on a CHOICE is explicit whatever the module says (X.680).
                let explicit = tag.environment == TaggingEnvironment::Explicit || self.is_untagged(ty);
                let kind = if explicit { "Explicit" } else { "Implicit" };
                format!("Tagging::{kind}(Tag::{class}({number}))")
            }
        };
        let of = match ty {
            ASN1Type::ElsewhereDeclaredType(other) if other.constraints.is_empty() => {
                self.named(&other.identifier)?;
                format!("&{}", constant(&other.identifier))
            }
            ASN1Type::ElsewhereDeclaredType(other) => {
                return Err(format!("{} with limits of its own", other.identifier));
            }
            other => format!("&{}", self.described("", None, other)?),
        };
        Ok(format!("Slot {{ tagging: {tagging}, of: {of} }}"))
    }

    /// Adds the tags that a value may begin with. Refuses one that is there already: nothing but the tag says which
    /// field or alternative an element is.
    fn note_tags(
        &self,
        name: &str,
        tag: Option<&AsnTag>,
        ty: &ASN1Type,
        noted: &mut Vec<Tag>,
    ) -> Result<(), String> {
        let own = match tag {
            Some(tag) => vec![class_and_number(tag)],
            None => self.first_tags(ty)?,
        };
        for tag in own {
            if noted.contains(&tag) {
                return Err(format!("{name} begins with {tag:?}, as something else there does"));
            }
            noted.push(tag);
        }
        Ok(())
    }

    fn first_tags(&self, ty: &ASN1Type) -> Result<Vec<Tag>, String> {
        match ty {
            ASN1Type::Any => Ok(Vec::new()),
            ASN1Type::Choice(choice) => {
                let mut tags = Vec::new();
                for option in &choice.options {
                    self.note_tags(&option.name, option.tag.as_ref(), &option.ty, &mut tags)?;
                }
                Ok(tags)
            }
            ASN1Type::ElsewhereDeclaredType(other) => {
                let other = self.named(&other.identifier)?;
                match &other.tag {
                    Some(tag) => Ok(vec![class_and_number(tag)]),
                    None => self.first_tags(&other.ty),
                }
            }
            other => Ok(universal(other).map(|number| ("universal", number)).into_iter().collect()),
        }
    }

    /// Whether a type has no tag that an implicit one could replace.
    fn is_untagged(&self, ty: &ASN1Type) -> bool {
        match ty {
            ASN1Type::Choice(_) | ASN1Type::Any => true,
            ASN1Type::ElsewhereDeclaredType(other) => self
                .named(&other.identifier)
                .is_ok_and(|definition| definition.tag.is_none() && self.is_untagged(&definition.ty)),
            _ => false,
        }
    }

    fn named(&self, name: &str) -> Result<&ToplevelTypeDefinition, String> {
        self.0.get(name).copied().ok_or_else(|| format!("no module defines {name}"))
    }
}

/// `CcRequestArg` as `CC_REQUEST_ARG`, `mWIActivate` as `MWI_ACTIVATE`.
pub(super) fn constant(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut constant = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| letters.get(at));
        let next = letters.get(at + 1);
        // A capital begins a word after a small letter, and before one; the first letter alone is no word.
        let begins = letter.is_ascii_uppercase()
            && (before(1).is_some_and(|it| !it.is_ascii_uppercase() && *it != '-') && at > 1
                || before(1).is_some_and(char::is_ascii_uppercase)
                    && before(2).is_some()
                    && next.is_some_and(char::is_ascii_lowercase));
        if begins {
            constant.push('_');
        }
        constant.push(if *letter == '-' { '_' } else { letter.to_ascii_uppercase() });
    }
    constant
}

fn joined(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}

fn class_and_number(tag: &AsnTag) -> Tag {
    let class = match tag.tag_class {
        TagClass::Universal => "universal",
        TagClass::Application => "application",
        TagClass::Private => "private",
        TagClass::ContextSpecific => "context",
    };
    (class, tag.id)
}

/// The number of the universal tag; `None` for what has no tag.
fn universal(ty: &ASN1Type) -> Option<u64> {
    Some(match ty {
        ASN1Type::Boolean(_) => 1,
        ASN1Type::Integer(_) => 2,
        ASN1Type::BitString(_) => 3,
        ASN1Type::OctetString(_) => 4,
        ASN1Type::Null => 5,
        ASN1Type::ObjectIdentifier(_) => 6,
        ASN1Type::Enumerated(_) => 10,
        ASN1Type::Sequence(_) | ASN1Type::SequenceOf(_) => 16,
        ASN1Type::SetOf(_) => 17,
        ASN1Type::CharacterString(string) => match string.ty {
            CharacterStringType::NumericString => 18,
            _ => 22,
        },
        ASN1Type::GeneralizedTime(_) => 24,
        _ => return None,
    })
}

/// `SIZE (1..20)` as `Size(1, 20)`.
fn size(constraints: &[Constraint]) -> Result<String, String> {
    let (least, most) = match constraints {
        [] => return Ok("Size::ANY".to_owned()),
        [Constraint::Subtype(set)] => match &set.set {
            ElementOrSetOperation::Element(SubtypeElements::SizeConstraint(size)) => range(size)?,
            other => return Err(format!("no size, but {other:?}")),
        },
        other => return Err(format!("no size, but {other:?}")),
    };
    Ok(format!("Size({least}, {most})"))
}

/// `(0..255)`.
fn bounds(constraints: &[Constraint]) -> Result<Option<(i128, i128)>, String> {
    match constraints {
        [] => Ok(None),
        [Constraint::Subtype(set)] => range(&set.set).map(Some),
        other => Err(format!("no range, but {other:?}")),
    }
}

fn range(set: &ElementOrSetOperation) -> Result<(i128, i128), String> {
    use ElementOrSetOperation::Element;
    match set {
        Element(SubtypeElements::ValueRange {
            min: Some(ASN1Value::Integer(least)),
            max: Some(ASN1Value::Integer(most)),
            extensible: false,
        }) => Ok((*least, *most)),
        Element(SubtypeElements::SingleValue { value: ASN1Value::Integer(only), extensible: false }) => {
            Ok((*only, *only))
        }
        other => Err(format!("no range of numbers, but {other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_where_a_capital_begins_one() {
        for (name, wanted) in [
            ("ccbsRequest", "CCBS_REQUEST"),
            ("mWIActivate", "MWI_ACTIVATE"),
            ("mCMailboxFull", "MC_MAILBOX_FULL"),
            ("callIntrusionGetCIPL", "CALL_INTRUSION_GET_CIPL"),
            ("pumDe-reg", "PUM_DE_REG"),
            ("divertingLegInformation1", "DIVERTING_LEG_INFORMATION1"),
            ("PSS1InformationElement", "PSS1_INFORMATION_ELEMENT"),
            ("CTActiveArg", "CT_ACTIVE_ARG"),
            ("Q932PartyNumber", "Q932_PARTY_NUMBER"),
            ("Name", "NAME"),
        ] {
            assert_eq!(constant(name), wanted);
        }
    }
}
