//! Reads the modules with rasn-compiler, a library, up to the point where it would write code.

use std::{
    cell::RefCell,
    fs,
    path::{Path, PathBuf},
    rc::Rc,
};

use rasn_compiler::prelude::{
    Backend, Compiler, ExtensibilityEnvironment, GeneratedModule, GeneratorError, TaggingEnvironment,
    ToplevelDefinition,
};

/// What the parser says of every list of errors. It resolves them all the same.
const EXPECTED_WARNING: &str = "Linking object set fields is not yet supported!";

/// All definitions of the modules in a folder, modules and definitions by name.
///
/// Refuses what the parser does not take, what it warns of, and a name that two modules define: the parser would
/// keep one of the two in silence.
pub(super) fn folder(folder: &Path) -> Result<Vec<ToplevelDefinition>, String> {
    let failed = |error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == "asn1") {
            files.push(path);
        }
    }
    files.sort();
    let (definitions, warnings) = parse(&files)?;
    let unexpected = warnings.iter().find(|warning| !warning.contains(EXPECTED_WARNING));
    if let Some(warning) = unexpected {
        return Err(format!("{}: {warning}", folder.display()));
    }
    let mut alone = 0;
    for file in &files {
        // Names of other modules are unknown here, which gives warnings.
        alone += parse(std::slice::from_ref(file))?.0.len();
    }
    if alone != definitions.len() {
        let twice = alone - definitions.len();
        return Err(format!("{}: {twice} names are defined in two modules", folder.display()));
    }
    Ok(definitions)
}

fn parse(files: &[PathBuf]) -> Result<(Vec<ToplevelDefinition>, Vec<String>), String> {
    let collected = Rc::new(RefCell::new(Vec::new()));
    let result = Compiler::<Collector, _>::new_with_config(Rc::clone(&collected))
        .add_asn_sources_by_path(files.iter())
        .compile_to_string()
        .map_err(|error| error.to_string())?;
    let warnings = result.warnings.iter().map(ToString::to_string).collect();
    Ok((collected.take(), warnings))
}

/// Keeps the definitions that code would be written from.
#[derive(Default)]
struct Collector {
    collected: Rc<RefCell<Vec<ToplevelDefinition>>>,
}

impl Backend for Collector {
    type Config = Rc<RefCell<Vec<ToplevelDefinition>>>;

    const FILE_EXTENSION: &'static str = "";

    fn generate_module(
        &mut self,
        module: Vec<ToplevelDefinition>,
    ) -> Result<GeneratedModule, GeneratorError> {
        self.collected.borrow_mut().extend(module);
        Ok(GeneratedModule::empty())
    }

    fn generate(&self, _: ToplevelDefinition) -> Result<String, GeneratorError> {
        Ok(String::new())
    }

    fn config(&self) -> &Self::Config {
        &self.collected
    }

    fn from_config(collected: Self::Config) -> Self {
        Self { collected }
    }

    fn new(collected: Self::Config, _: TaggingEnvironment, _: ExtensibilityEnvironment) -> Self {
        Self { collected }
    }
}
