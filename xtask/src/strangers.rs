//! The strangers that tests talk to: tshark, which decodes what we send, libpri, which answers it, and socat, which
//! makes the lines.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A thing that tests need: how to see that it is there, and the Debian packages that bring it.
struct Need {
    what: &'static str,
    packages: &'static [&'static str],
    present: fn() -> bool,
}

const NEEDS: &[Need] = &[
    Need {
        what: "a C compiler and make",
        packages: &["gcc", "libc6-dev", "make"],
        present: || runs("cc") && runs("make"),
    },
    Need { what: "tshark", packages: &["tshark"], present: || runs("tshark") },
    Need { what: "socat", packages: &["socat"], present: || runs("socat") },
    Need {
        what: "libpri with its header",
        packages: &["libpri-dev"],
        present: || Path::new("/usr/include/libpri.h").exists(),
    },
];

fn runs(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// Makes sure that every stranger is there, or says which is not.
pub(crate) fn ensure(install: bool) -> Result<(), String> {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !(need.present)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.iter().map(|need| need.what).collect::<Vec<_>>().join(", ");
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    if !install {
        return Err(format!(
            "missing: {names}\n  run `cargo xtask test --install` as root, or: apt-get install {}",
            packages.join(" ")
        ));
    }
    println!("installing {names}: apt-get install {}", packages.join(" "));
    apt_get(&["update"])?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"][..], &packages].concat())?;
    match NEEDS.iter().find(|need| !(need.present)()) {
        None => Ok(()),
        Some(need) => Err(format!("{} is still missing after apt-get install", need.what)),
    }
}

fn apt_get(arguments: &[&str]) -> Result<(), String> {
    let status = Command::new("apt-get")
        .args(["-q", "-o", "Dpkg::Use-Pty=0"])
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .status()
        .map_err(|error| {
            format!("apt-get: {error} (this installs on Debian; elsewhere install the packages by hand)")
        })?;
    if status.success() { Ok(()) } else { Err(format!("apt-get {} failed", arguments.join(" "))) }
}

/// Builds `target/interop/libpri-peer`, a separate GPL program that links Debian's libpri.
pub(crate) fn build_peer() -> Result<(), String> {
    build("libpri-peer")
}

/// Builds `target/interop/libpri-bench`, which measures libpri; a separate GPL program too.
pub(crate) fn build_bench() -> Result<(), String> {
    build("libpri-bench")
}

/// Where the latter is then.
pub(crate) fn bench() -> PathBuf {
    folder().join("libpri-bench")
}

fn folder() -> PathBuf {
    crate::root().join("target/interop")
}

fn build(program: &str) -> Result<(), String> {
    let source = crate::root().join("tests/interop").join(program).join(format!("{program}.c"));
    let folder = folder();
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let status = Command::new("cc")
        .args(["-O2", "-g", "-Wall", "-Wextra", "-std=gnu11", "-o"])
        .arg(folder.join(program))
        .arg(&source)
        .args(["-lpri", "-lm"])
        .status()
        .map_err(|error| format!("cc: {error}; run `cargo xtask test --install` once"))?;
    if status.success() { Ok(()) } else { Err(format!("{} does not compile", source.display())) }
}
