//! Makes a codec of the ASN.1 modules: rasn-compiler writes its types, rasn reads and writes their values.
#![allow(missing_docs, reason = "a build script has nothing to document")]

use std::{env, fs, path::Path};

use rasn_compiler::prelude::{
    Backend, Compiler, CompilerError, ExtensibilityEnvironment, GeneratedModule, GeneratorError, RasnBackend,
    RasnConfig, TaggingEnvironment, ToplevelDefinition,
};

fn main() -> Result<(), String> {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../asn1");
    println!("cargo::rerun-if-changed={}", modules.display());
    let files = fs::read_dir(&modules).map_err(|error| error.to_string())?;
    let files = files.flatten().map(|entry| entry.path());
    let files = files.filter(|path| path.extension().is_some_and(|extension| extension == "asn1"));
    let compiled = Compiler::<TypesOnly, _>::new()
        .add_asn_sources_by_path(files)
        .compile_to_string()
        .map_err(|error| error.to_string())?;
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join("codec.rs"), compiled.generated).map_err(|error| error.to_string())
}

/// rasn's own backend, without operations and errors: it would import their values and not write them.
#[derive(Default)]
struct TypesOnly(RasnBackend);

impl Backend for TypesOnly {
    type Config = RasnConfig;

    const FILE_EXTENSION: &'static str = RasnBackend::FILE_EXTENSION;

    fn generate_module(
        &mut self,
        module: Vec<ToplevelDefinition>,
    ) -> Result<GeneratedModule, GeneratorError> {
        let types: Vec<_> =
            module.into_iter().filter(|it| matches!(it, ToplevelDefinition::Type(_))).collect();
        for definition in &types {
            let ToplevelDefinition::Type(definition) = definition else { continue };
            let Some(header) = &definition.module_header else { continue };
            for import in &mut header.borrow_mut().imports {
                import
                    .types
                    .retain(|name| name.contains(char::is_lowercase) && name.starts_with(char::is_uppercase));
            }
            header.borrow_mut().imports.retain(|import| !import.types.is_empty());
        }
        if types.is_empty() { Ok(GeneratedModule::empty()) } else { self.0.generate_module(types) }
    }

    fn generate(&self, definition: ToplevelDefinition) -> Result<String, GeneratorError> {
        self.0.generate(definition)
    }

    fn format_bindings(bindings: &str) -> Result<String, CompilerError> {
        RasnBackend::format_bindings(bindings)
    }

    fn config(&self) -> &Self::Config {
        self.0.config()
    }

    fn from_config(config: Self::Config) -> Self {
        Self(RasnBackend::from_config(config))
    }

    fn new(config: Self::Config, tags: TaggingEnvironment, extensions: ExtensibilityEnvironment) -> Self {
        Self(RasnBackend::new(config, tags, extensions))
    }
}
