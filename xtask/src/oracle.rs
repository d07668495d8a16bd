//! `cargo xtask oracle`: how far `pinx decode --json` and tshark agree, field by field.
//!
//! The test that holds one against the other prints the table; this shows what the test says.

pub(crate) fn run() -> Result<(), String> {
    crate::test::cargo(&[
        "test",
        "--quiet",
        "--package",
        "pinx",
        "--test",
        "oracle",
        "every_capture",
        "--",
        "--nocapture",
    ])
}
