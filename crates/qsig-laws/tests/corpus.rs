//! The corpora in `fuzz/corpus`, and every cut of what is small in them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests say what is wrong by failing")]

use std::{fs, path::Path};

use qsig_laws::LAWS;

/// Longer ones are cut at some places only.
const CUT_EVERYWHERE: usize = 300;

fn corpus(name: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(name);
    let mut files: Vec<_> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files.iter().map(|path| (path.display().to_string(), fs::read(path).unwrap())).collect()
}

#[test]
fn every_law_holds_over_its_corpus_and_all_cuts_of_it() {
    let mut runs = 0_usize;
    for (name, law) in LAWS {
        let corpus = corpus(name);
        assert!(corpus.len() >= 5, "{name}: {} files", corpus.len());
        for (path, octets) in corpus {
            // Said only when the law fails.
            println!("{path}");
            law(&octets);
            // A node lives through hours: two cuts of each life are enough.
            let step = match *name {
                "node" => octets.len() / 2 + 1,
                _ => octets.len() / CUT_EVERYWHERE + 1,
            };
            for end in (0..octets.len()).step_by(step) {
                println!("{path} up to octet {end}");
                law(&octets[..end]);
                runs += 1;
            }
        }
    }
    assert!(runs > 5_000, "{runs} cuts");
}

#[test]
fn no_corpus_is_without_its_law() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        let name = entry.file_name().into_string().unwrap();
        assert!(LAWS.iter().any(|(law, _)| *law == name), "{name} belongs to no law");
    }
}
