#![no_main]

libfuzzer_sys::fuzz_target!(|octets: &[u8]| qsig_laws::configuration(octets));
