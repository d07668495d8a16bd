//! The words after a phone's number: a look at it, or keys.

use qsig_pinx::Key;

use super::error::ClientError;

/// What is wanted of a phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// To see it.
    Status,
    /// To see it, and each change.
    Watch,
    /// To press keys, as the node's interface names them.
    Press(Vec<String>),
}

impl Wish {
    /// Reads the words. `dial 2001` is the key `dial:2001`, `press CallBack` the softkey of that label. Whether
    /// there is such a key is for the node to say.
    pub(crate) fn read(words: &[String]) -> Result<Self, ClientError> {
        match words {
            [] => return Ok(Self::Status),
            [word] if word == "status" => return Ok(Self::Status),
            [word] if word == "watch" => return Ok(Self::Watch),
            _ => {}
        }
        let mut keys = Vec::new();
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            keys.push(match word {
                "status" | "watch" => {
                    return Err(ClientError::Words("`status` and `watch` stand alone, without keys"));
                }
                "dial" => {
                    let digits = words.next().ok_or(ClientError::Words("`dial` wants digits after it"))?;
                    format!("dial:{digits}")
                }
                "press" => {
                    let key =
                        words.next().ok_or(ClientError::Words("`press` wants a key or a softkey's label"))?;
                    if key.parse::<Key>().is_ok() { key.into() } else { format!("softkey:{key}") }
                }
                key => key.into(),
            });
        }
        Ok(Self::Press(keys))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Wish, String> {
        let words: Vec<_> = words.split_whitespace().map(String::from).collect();
        Wish::read(&words).map_err(|error| error.to_string())
    }

    fn press(keys: &[&str]) -> Wish {
        Wish::Press(keys.iter().map(|&key| key.into()).collect())
    }

    #[test]
    fn words_become_the_keys_of_the_interface() {
        assert_eq!(read(""), Ok(Wish::Status));
        assert_eq!(read("status"), Ok(Wish::Status));
        assert_eq!(read("watch"), Ok(Wish::Watch));
        assert_eq!(read("off-hook dial:2001 7 #"), Ok(press(&["off-hook", "dial:2001", "7", "#"])));
        assert_eq!(read("dial 2001 press CallBack"), Ok(press(&["dial:2001", "softkey:CallBack"])));
        assert_eq!(read("press on-hook press 7 press reject:17"), Ok(press(&["on-hook", "7", "reject:17"])));
    }

    #[test]
    fn words_that_make_no_sense_together_are_wrong_use() {
        for words in ["off-hook watch", "status status", "dial", "off-hook press"] {
            assert!(read(words).unwrap_err().contains("pinx phone --help"), "{words}");
        }
    }
}
