//! The text of the tables.

use std::collections::BTreeMap;

use rasn_compiler::prelude::{
    ToplevelDefinition,
    ir::{
        ASN1Information, ASN1Type, ASN1Value, InformationObject, InformationObjectField,
        InformationObjectFields, ObjectSetValue, SyntaxApplication, ToplevelInformationDefinition,
        ToplevelTypeDefinition,
    },
};

use super::types::{Types, constant};

const HEAD: &str = "//! The schema: types, operations and errors.
//!
//! Made from the modules in `asn1/` by `cargo xtask schema`. Do not edit: change the modules.

use qsig_ber::Tag;

use super::{
    Alphabet, Alternative, ErrorRow, Field, OperationRow, Presence, Shape, Size, Slot, Tagging, Type,
};
use crate::{ErrorValue, Operation};
";

/// The whole file. Refuses what has no place in the schema.
pub(super) fn tables(definitions: &[ToplevelDefinition]) -> Result<String, String> {
    let types = definitions.iter().filter_map(|it| match it {
        ToplevelDefinition::Type(definition) => Some((definition.name.as_str(), definition)),
        _ => None,
    });
    let types = Types(types.collect());
    let mut text = HEAD.to_owned();
    for (name, definition) in &types.0 {
        let described = types.definition(definition)?;
        text += &format!("\n/// {name}, of {}.\n", module(definition));
        text += &format!("static {}: Type = {described};\n", constant(name));
    }
    text += "\n/// All types that have a name, in the order of the names.\npub(super) static TYPES: &[&Type] = &[\n";
    for name in types.0.keys() {
        text += &format!("    &{},\n", constant(name));
    }
    text += "];\n";
    let objects = Objects::of(definitions)?;
    text += &objects.operations(&types)?;
    text += &objects.errors()?;
    Ok(text)
}

fn module(definition: &ToplevelTypeDefinition) -> String {
    definition.module_header.as_ref().map(|header| header.borrow().name.clone()).unwrap_or_default()
}

/// Operations and errors by value.
struct Objects<'m> {
    operations: BTreeMap<i128, &'m ToplevelInformationDefinition>,
    errors: BTreeMap<i128, &'m ToplevelInformationDefinition>,
}

impl<'m> Objects<'m> {
    fn of(definitions: &'m [ToplevelDefinition]) -> Result<Self, String> {
        let mut objects = Self { operations: BTreeMap::new(), errors: BTreeMap::new() };
        for definition in definitions {
            let ToplevelDefinition::Object(object) = definition else { continue };
            if word_after(object, "alias of").is_some() {
                continue;
            }
            let ASN1Information::Object(value) = &object.value else {
                return Err(format!("{}: a set of objects", object.name));
            };
            let (class, list) = match value.class_name.as_str() {
                "OPERATION" => ("&operationCode", &mut objects.operations),
                "ERROR" => ("&errorCode", &mut objects.errors),
                other => return Err(format!("{}: class {other}", object.name)),
            };
            let code = code(&value.fields, class).ok_or(format!("{}: no code", object.name))?;
            if let Some(other) = list.insert(code, object) {
                return Err(format!("{} and {} both have the value {code}", object.name, other.name));
            }
        }
        Ok(objects)
    }

    fn operations(&self, types: &Types<'_>) -> Result<String, String> {
        let mut constants = "\nimpl Operation {\n".to_owned();
        let mut rows = "\n/// All operations, in the order of their values.\n".to_owned();
        rows += "pub(crate) static OPERATIONS: &[OperationRow] = &[\n";
        let mut all =
            "\n    /// All of them, in ascending order.\n    pub const ALL: &[Self] = &[\n".to_owned();
        for (code, object) in &self.operations {
            let name = &object.name;
            let of = |field| {
                let Some(ty) = field_type(object, field) else { return Ok("None".to_owned()) };
                let ASN1Type::ElsewhereDeclaredType(ty) = ty else {
                    return Err(format!("{name}: {field} has no name"));
                };
                let known = types.0.contains_key(ty.identifier.as_str());
                let known = known.then(|| format!("Some(&{})", constant(&ty.identifier)));
                known.ok_or(format!("{name}: no module defines {}", ty.identifier))
            };
            let alias = word_after(object, "alias").map_or("None".to_owned(), |it| format!("Some(\"{it}\")"));
            let (argument, result) = (of("&ArgumentType")?, of("&ResultType")?);
            let errors = error_codes(object)?;
            for error in &errors {
                if !self.errors.contains_key(error) {
                    return Err(format!("{name}: no module defines error {error}"));
                }
            }
            let errors = errors.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            rows += &format!(
                "    OperationRow {{ value: {code}, name: \"{name}\", alias: {alias}, argument: {argument}, \
                 result: {result}, errors: &[{errors}] }},\n"
            );
            constants += &format!("    /// {name} ({code}).\n");
            constants += &format!("    pub const {}: Self = Self({code});\n", constant(name));
            all += &format!("        Self::{},\n", constant(name));
        }
        Ok(format!("{rows}];\n{constants}{all}    ];\n}}\n"))
    }

    fn errors(&self) -> Result<String, String> {
        let mut constants = "\nimpl ErrorValue {\n".to_owned();
        let mut rows = "\n/// All errors, in the order of their values.\n".to_owned();
        rows += "pub(crate) static ERRORS: &[ErrorRow] = &[\n";
        let mut all =
            "\n    /// All of them, in ascending order.\n    pub const ALL: &[Self] = &[\n".to_owned();
        for (code, object) in &self.errors {
            let name = &object.name;
            // The parameter of unspecified, an extension, is read by hand.
            if field_type(object, "&ParameterType").is_some() && name != "unspecified" {
                return Err(format!("{name}: a parameter, which only unspecified may have"));
            }
            rows += &format!("    ErrorRow {{ value: {code}, name: \"{name}\" }},\n");
            constants += &format!("    /// {name} ({code}).\n");
            constants += &format!("    pub const {}: Self = Self({code});\n", constant(name));
            all += &format!("        Self::{},\n", constant(name));
        }
        Ok(format!("{rows}];\n{constants}{all}    ];\n}}\n"))
    }
}

/// The word after `mark` in the comment before a definition, if a line of it begins with that.
fn word_after<'m>(object: &'m ToplevelInformationDefinition, mark: &str) -> Option<&'m str> {
    let after = |line: &'m str| line.trim().strip_prefix(mark)?.split_whitespace().next();
    object.comments.lines().find_map(after)
}

fn fields(object: &ToplevelInformationDefinition) -> &[InformationObjectField] {
    match &object.value {
        ASN1Information::Object(InformationObject {
            fields: InformationObjectFields::DefaultSyntax(fields),
            ..
        }) => fields,
        _ => &[],
    }
}

fn field_type<'m>(object: &'m ToplevelInformationDefinition, name: &str) -> Option<&'m ASN1Type> {
    fields(object).iter().find_map(|field| match field {
        InformationObjectField::TypeField(field) if field.identifier == name => Some(&field.ty),
        _ => None,
    })
}

/// The value after CODE. The parser leaves the syntax of some objects as it is written.
fn code(fields: &InformationObjectFields, name: &str) -> Option<i128> {
    let value = match fields {
        InformationObjectFields::DefaultSyntax(fields) => fields.iter().find_map(|field| match field {
            InformationObjectField::FixedValueField(field) if field.identifier == name => Some(&field.value),
            _ => None,
        }),
        InformationObjectFields::CustomSyntax(words) => words.windows(2).find_map(|pair| match pair {
            [SyntaxApplication::LiteralOrTypeReference(word), SyntaxApplication::ValueReference(value)]
                if word.identifier == "CODE" =>
            {
                Some(value)
            }
            _ => None,
        }),
    };
    match value? {
        ASN1Value::Integer(value) | ASN1Value::LinkedIntValue { value, .. } => Some(*value),
        _ => None,
    }
}

/// The values of the errors of an operation, in the order of the module.
fn error_codes(object: &ToplevelInformationDefinition) -> Result<Vec<i128>, String> {
    let sets = fields(object).iter().filter_map(|field| match field {
        InformationObjectField::ObjectSetField(field) => Some(&field.value.values),
        _ => None,
    });
    let codes = sets.flatten().map(|error| match error {
        ObjectSetValue::Inline(fields) => code(fields, "&errorCode"),
        ObjectSetValue::Reference(_) => None,
    });
    codes.collect::<Option<_>>().ok_or(format!("{}: an error that no module defines", object.name))
}
