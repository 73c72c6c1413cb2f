//! A certificate authority of the agency's own, and the certificate of its platform.

use platform::Tls;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The authority's certificate in a file, and what the platform serves with.
pub struct Authority {
    /// What desks are given.
    pub file: PathBuf,
    /// The platform's own certificate, signed by it.
    pub tls: Arc<Tls>,
}

impl Authority {
    /// An authority in a folder, with a certificate for this computer.
    pub fn found(dir: &Path) -> Self {
        std::fs::create_dir_all(dir).expect("a folder");
        let key = KeyPair::generate().expect("a key");
        let mut params = CertificateParams::new(vec![]).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let own = params.self_signed(&key).expect("a certificate");
        let issuer = Issuer::new(params, key);

        let server_key = KeyPair::generate().expect("a key");
        let server = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("a name");
        let server = server.signed_by(&server_key, &issuer).expect("signed");
        let [file, cert, key] = ["ca.pem", "cert.pem", "key.pem"].map(|it| dir.join(it));
        std::fs::write(&file, own.pem()).expect("written");
        std::fs::write(&cert, server.pem()).expect("written");
        std::fs::write(&key, server_key.serialize_pem()).expect("written");
        let tls = Arc::new(Tls::open(&cert, &key).expect("a certificate that can be used"));
        Self { file, tls }
    }
}
