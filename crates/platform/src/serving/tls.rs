//! Certificate and key from files, read again when they change: a new certificate needs no restart.

use chrono::{DateTime, Utc};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use x509_parser::prelude::{FromDer, X509Certificate};

/// Why a certificate can't be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file can't be read.
    #[error("{path} can't be read")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file holds no certificate or key in PEM.
    #[error("{path} holds no {what} in PEM form")]
    Pem {
        /// Which.
        path: PathBuf,
        /// What it should hold.
        what: &'static str,
    },
    /// The certificate and the key don't belong together, or are of a kind that TLS does not take.
    #[error("certificate and key can't be used together")]
    Pair(#[source] rustls::Error),
}

/// What serves TLS now.
#[derive(Debug)]
pub struct Tls {
    cert: PathBuf,
    key: PathBuf,
    current: RwLock<Current>,
}

#[derive(Clone, Debug)]
struct Current {
    config: Arc<rustls::ServerConfig>,
    /// Of the bytes of both files.
    mark: blake3::Hash,
    expires_at: Option<DateTime<Utc>>,
    reload_failed: bool,
}

impl Tls {
    /// Reads a chain of certificates, the server's own first, and its private key; both in PEM.
    pub fn open(cert: &Path, key: &Path) -> Result<Self, TlsError> {
        let current = read(cert, key)?;
        let current = RwLock::new(current);
        Ok(Self { cert: cert.to_owned(), key: key.to_owned(), current })
    }

    /// Reads the files again when they changed; answers whether they did. Files that can't be used
    /// change nothing: the certificate in use stays.
    pub fn reload(&self) -> Result<bool, TlsError> {
        let found = read(&self.cert, &self.key);
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        current.reload_failed = found.is_err();
        let found = found?;
        let changed = found.mark != current.mark;
        if changed {
            *current = found;
        }
        Ok(changed)
    }

    /// When the server's certificate ends, if that can be read.
    #[must_use]
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.current().expires_at
    }

    /// Whether the files, as they are now, can't be used.
    #[must_use]
    pub fn reload_failed(&self) -> bool {
        self.current().reload_failed
    }

    pub(super) fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(self.current().config)
    }

    fn current(&self) -> Current {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn read(cert: &Path, key: &Path) -> Result<Current, TlsError> {
    let [cert_pem, key_pem] = [bytes(cert)?, bytes(key)?];
    let mark = *blake3::Hasher::new()
        .update(blake3::hash(&cert_pem).as_bytes())
        .update(blake3::hash(&key_pem).as_bytes())
        .finalize()
        .as_bytes();
    let no_chain = || TlsError::Pem { path: cert.to_owned(), what: "certificate" };
    let chain: Vec<_> = CertificateDer::pem_slice_iter(&cert_pem)
        .collect::<Result<_, _>>()
        .map_err(|_| no_chain())?;
    let first = chain.first().ok_or_else(no_chain)?;
    let expires_at = expires_at(first);
    let key = PrivateKeyDer::from_pem_slice(&key_pem)
        .map_err(|_| TlsError::Pem { path: key.to_owned(), what: "private key" })?;
    let mut config =
        rustls::ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(TlsError::Pair)?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(TlsError::Pair)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    let mark = blake3::Hash::from_bytes(mark);
    Ok(Current { config: Arc::new(config), mark, expires_at, reload_failed: false })
}

fn bytes(path: &Path) -> Result<Vec<u8>, TlsError> {
    std::fs::read(path).map_err(|source| TlsError::File { path: path.to_owned(), source })
}

fn expires_at(certificate: &CertificateDer<'_>) -> Option<DateTime<Utc>> {
    let (_, parsed) = X509Certificate::from_der(certificate).ok()?;
    DateTime::from_timestamp(parsed.validity().not_after.timestamp(), 0)
}
