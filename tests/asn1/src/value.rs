//! Values of any type of the schema, by chance, the same ones each time.

use qsig_rose::{
    Value,
    schema::{Alphabet, Field, Presence, Shape, Size, Tagging, Type},
};

/// The fields whose default is TRUE.
const TRUE_BY_DEFAULT: [&str; 2] = ["homeInfoOnly", "retainOrigCall"];

/// A source of numbers; the same seed gives the same ones.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        // xorshift64*.
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let mixed = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(mixed).unwrap() % limit
    }

    /// A size of the type, no larger than what fits into an information element a few times.
    fn size(&mut self, Size(least, most): Size) -> usize {
        least + self.below(most.min(20).max(least) - least + 1)
    }

    /// A value of a type.
    pub(crate) fn value(&mut self, of: &Type) -> Value {
        match &of.shape {
            Shape::Boolean => Value::Boolean(self.below(2) == 1),
            Shape::Null => Value::Null,
            Shape::Integer { least, most } => {
                let (least, most) = (i64::from(*least), i64::from(*most));
                let edge = [least, most, 0, 127, 128, -129, 255, 256, 32_767][self.below(9)];
                Value::Integer(edge.clamp(least, most))
            }
            Shape::Enumerated(names) => Value::Text(names[self.below(names.len())].1.to_owned()),
            Shape::ObjectIdentifier => {
                let roots = ["0.4.0.359", "1.3.12.9", "1.2.840.113549", "2.5.4"];
                Value::Text(format!("{}.{}", roots[self.below(4)], self.below(70_000)))
            }
            Shape::OctetString(size) => {
                Value::Octets((0..self.size(*size)).map(|_| u8::try_from(self.below(256)).unwrap()).collect())
            }
            Shape::BitString { size, .. } => {
                Value::Text((0..self.size(*size)).map(|_| ['0', '1'][self.below(2)]).collect())
            }
            Shape::Text(alphabet, size) => Value::Text(self.text(*alphabet, *size)),
            Shape::Open => {
                let elements: [&[u8]; 5] =
                    [&[5, 0], &[2, 1, 7], &[0x30, 5, 2, 1, 1, 5, 0], &[0x84, 2, 0, 0], &[0xA1, 2, 5, 0]];
                Value::Octets(elements[self.below(5)].to_vec())
            }
            Shape::ListOf(slot) => Value::List((0..self.below(4)).map(|_| self.value(slot.of)).collect()),
            Shape::Choice(alternatives) => {
                let chosen = &alternatives[self.below(alternatives.len())];
                Value::object([(chosen.name, self.value(chosen.slot.of))])
            }
            Shape::Sequence(fields) => {
                let mut members = Vec::new();
                for (position, field) in fields.iter().enumerate() {
                    // rasn cannot read past a CHOICE that has no tag and was left out.
                    let untagged = field.slot.tagging == Tagging::Own && field.slot.of.tag.is_none();
                    let needed = untagged && position + 1 < fields.len();
                    match field.presence {
                        Presence::Optional if needed => members.push((field.name, self.value(field.slot.of))),
                        Presence::Mandatory => members.push((field.name, self.value(field.slot.of))),
                        Presence::Optional if self.below(2) == 0 => {}
                        Presence::Optional => members.push((field.name, self.value(field.slot.of))),
                        Presence::Default if self.below(2) == 0 => {}
                        Presence::Default => members.push((field.name, self.no_default(field))),
                    }
                }
                Value::object(members)
            }
        }
    }

    /// A value that is not the default: a stranger leaves out a default. That is the first of the names, and FALSE but
    /// for two fields.
    fn no_default(&mut self, field: &Field) -> Value {
        match &field.slot.of.shape {
            Shape::Enumerated(names) => Value::Text(names[1 + self.below(names.len() - 1)].1.to_owned()),
            _ => Value::Boolean(!TRUE_BY_DEFAULT.contains(&field.name)),
        }
    }

    fn text(&mut self, alphabet: Alphabet, size: Size) -> String {
        let letters = match alphabet {
            Alphabet::Numeric => "0123456789 ",
            Alphabet::Ia5 => "AZaz09 *#",
            // To the second and of UTC: rasn writes no other form.
            Alphabet::Time => return format!("2026112203{:02}{:02}Z", self.below(60), self.below(60)),
        };
        let letters: Vec<char> = letters.chars().collect();
        (0..self.size(size)).map(|_| letters[self.below(letters.len())]).collect()
    }
}

/// The tree with all lists in one order: a stranger may write a SET OF in any.
pub(crate) fn sorted(value: Value) -> Value {
    match value {
        Value::List(items) => {
            let mut items: Vec<Value> = items.into_iter().map(sorted).collect();
            items.sort_by_key(|item| format!("{item:?}"));
            Value::List(items)
        }
        Value::Object { members, unknown } => {
            let members = members.into_iter().map(|(name, value)| (name, sorted(value))).collect();
            Value::Object { members, unknown }
        }
        other => other,
    }
}
