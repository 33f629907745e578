//! Schemathesis against the served `OpenAPI` document: no 5xx, no reply that the document does not
//! describe. It calls as a signed-in administrator of a sample merchant, proofs included.

use crate::{
    depth::Depth,
    failure::{Done, Failure},
    place,
    program::Program,
    service::Service,
    setup::python,
};

/// Cases for each operation and phase.
const fn examples(depth: Depth) -> &'static str {
    match depth {
        Depth::Every => "40",
        Depth::Deep => "400",
        Depth::Release => "2000",
    }
}

pub(crate) async fn run(depth: Depth) -> Done {
    let folder = tempfile::Builder::new()
        .prefix("keyholder-fuzz-")
        .tempdir()
        .map_err(Failure::doing("no folder for the sample data"))?;
    let service = Service::demo(folder.path()).await?;
    let hooks = place::within("crates/server/tests/schemathesis/hooks.py");
    let administrator = &service.administrator;
    Program::new(python::program("schemathesis"))
        .arg("--config-file")
        .arg(place::within("xtask/python/schemathesis.toml"))
        .args(["run", &format!("{}/v1/openapi.json", service.origin)])
        .args(["--max-examples", examples(depth), "--seed", "1"])
        .env("SCHEMATHESIS_HOOKS", hooks)
        .env("KEYHOLDER_URL", &service.origin)
        .env("KEYHOLDER_NAME", &administrator.name)
        .env("KEYHOLDER_PASSWORD", &administrator.password)
        .run()
        .await
}
