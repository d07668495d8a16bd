//! The token that guards the interface on TCP: a file, made at first start.

use std::{
    fs::{self, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

/// Reads the token, or makes one that nobody can guess, in a file that only its owner can read.
pub(crate) fn read_or_make(path: &Path) -> io::Result<String> {
    match fs::read_to_string(path) {
        Ok(text) if !text.trim().is_empty() => return Ok(text.trim().into()),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let mut random = [0; 24];
    fs::File::open("/dev/urandom")?.read_exact(&mut random)?;
    let token: String = random.iter().flat_map(|octet| [octet >> 4, octet & 15]).map(hex_digit).collect();
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    writeln!(file, "{token}")?;
    Ok(token)
}

fn hex_digit(nibble: u8) -> char {
    char::from_digit(nibble.into(), 16).unwrap_or('0')
}

/// Whether the header carries the token. Takes as long for a wrong one as for the right one.
pub(crate) fn matches(header: Option<&str>, token: &str) -> bool {
    let Some(given) = header.and_then(|header| header.strip_prefix("Bearer ")) else { return false };
    let (given, token) = (given.trim().as_bytes(), token.as_bytes());
    let differs = given.iter().zip(token).fold(0, |differs, (one, two)| differs | (one ^ two));
    given.len() == token.len() && differs == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_made_once_and_guards() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("token");
        let token = read_or_make(&path).unwrap();
        assert_eq!(token.len(), 48);
        assert_eq!(read_or_make(&path).unwrap(), token);
        assert!(matches(Some(&format!("Bearer {token}")), &token));
        for wrong in
            [None, Some(""), Some("Bearer "), Some(token.as_str()), Some(&format!("Bearer {token}0"))]
        {
            assert!(!matches(wrong, &token), "{wrong:?}");
        }
    }
}
