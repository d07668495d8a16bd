/// The unit and origin of an interface's times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Resolution {
    /// pcapng's `if_tsresol`: a power of ten, or of two if the top bit is set.
    pub(crate) exponent: u8,
    /// pcapng's `if_tsoffset`: seconds to be added.
    pub(crate) offset: i64,
}

impl Resolution {
    /// What pcapng says where nothing is said.
    pub(crate) const MICROSECONDS: Self = Self { exponent: 6, offset: 0 };

    /// The microseconds since the Unix epoch that `units` mean; what does not fit becomes the nearest limit.
    pub(crate) fn microseconds(self, units: u64) -> u64 {
        let exponent = u32::from(self.exponent & 0x7F);
        let wide = u128::from(units);
        let micros = if self.exponent & 0x80 != 0 {
            (wide * 1_000_000) >> exponent
        } else if exponent <= 6 {
            wide * 10_u128.pow(6 - exponent)
        } else {
            // Beyond 10^38 no count of 64 bits reaches a microsecond.
            10_u128.checked_pow(exponent - 6).map_or(0, |unit| wide / unit)
        };
        let shifted = i128::try_from(micros).unwrap_or(i128::MAX) + i128::from(self.offset) * 1_000_000;
        u64::try_from(shifted.max(0)).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn micros(exponent: u8, units: u64) -> u64 {
        Resolution { exponent, offset: 0 }.microseconds(units)
    }

    #[test]
    fn powers_of_ten_and_two_become_microseconds() {
        assert_eq!(micros(0, 7), 7_000_000);
        assert_eq!(micros(3, 7), 7_000);
        assert_eq!(micros(6, 7), 7);
        assert_eq!(micros(9, 7_999), 7);
        assert_eq!(micros(0x80, 7), 7_000_000);
        assert_eq!(micros(0x8A, 1_024), 1_000_000);
    }

    #[test]
    fn an_offset_is_added() {
        let later = Resolution { exponent: 6, offset: 2 };
        assert_eq!(later.microseconds(5), 2_000_005);
        let earlier = Resolution { exponent: 6, offset: -2 };
        assert_eq!(earlier.microseconds(5), 0);
    }

    #[test]
    fn no_exponent_and_no_offset_overflows() {
        for exponent in 0..=u8::MAX {
            for offset in [i64::MIN, -1, 0, 1, i64::MAX] {
                for units in [0, 1, u64::MAX] {
                    let _ = Resolution { exponent, offset }.microseconds(units);
                }
            }
        }
        assert_eq!(micros(0, u64::MAX), u64::MAX);
        assert_eq!(micros(127, u64::MAX), 0);
    }
}
