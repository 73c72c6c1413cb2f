//! Which addresses a desk talks to, and whom it believes there: passwords never travel in clear beyond
//! this computer unless that was asked for.

use reqwest::{Certificate, Url};
use std::net::IpAddr;
use std::path::{Path, PathBuf};

/// Whom a desk believes beside the system's own certificate authorities.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// More authorities, for example the agency's own.
    pub(crate) authorities: Vec<Certificate>,
    /// Whether plain HTTP may leave this computer.
    pub(crate) plain_http: bool,
}

/// Why an address can't be used.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// Not `https://name` or `http://name`.
    #[error("{0:?} is not an address: write https://name or https://name:port")]
    NotAnAddress(String),
    /// Plain HTTP beyond this computer.
    #[error(
        "{0:?} would send passwords in clear: use https://, or start with --insecure-http if the \
         network itself is protected"
    )]
    PlainHttp(String),
    /// The file of certificate authorities can't be read.
    #[error("the certificate authorities in {path} can't be read: the file must be PEM")]
    Authorities {
        /// Which.
        path: PathBuf,
    },
    /// The HTTP client can't be made.
    #[error("the HTTP client can't be made")]
    Client(#[source] reqwest::Error),
}

impl Trust {
    /// Believes the authorities in a PEM file too.
    ///
    /// # Errors
    /// [`AddressError::Authorities`] for a file that holds none.
    pub fn with_authorities(mut self, path: &Path) -> Result<Self, AddressError> {
        let failed = || AddressError::Authorities { path: path.to_owned() };
        let pem = std::fs::read(path).map_err(|_| failed())?;
        let found = Certificate::from_pem_bundle(&pem).map_err(|_| failed())?;
        if found.is_empty() {
            return Err(failed());
        }
        self.authorities.extend(found);
        Ok(self)
    }

    /// Lets plain HTTP leave this computer.
    #[must_use]
    pub fn with_plain_http(self) -> Self {
        Self { plain_http: true, ..self }
    }

    /// Checks an address; answers it without a slash at its end.
    pub(crate) fn check(&self, address: &str) -> Result<String, AddressError> {
        let not = || AddressError::NotAnAddress(address.to_owned());
        let url = Url::parse(address).map_err(|_| not())?;
        let host = url.host_str().ok_or_else(not)?;
        let bare = url.username().is_empty() && url.password().is_none() && url.query().is_none();
        if !bare || url.path() != "/" {
            return Err(not());
        }
        match url.scheme() {
            "https" => {}
            "http" if is_this_computer(host) || self.plain_http => {}
            "http" => return Err(AddressError::PlainHttp(address.to_owned())),
            _ => return Err(not()),
        }
        Ok(address.trim_end_matches('/').to_owned())
    }
}

fn is_this_computer(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|it| it.to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_stays_on_this_computer_unless_it_is_asked_for() {
        let trust = Trust::default();
        for address in ["https://rida.example", "https://10.0.0.1:8460/", "http://127.0.0.1:7410"] {
            assert_eq!(trust.check(address).unwrap(), address.trim_end_matches('/'));
        }
        for address in ["http://localhost:1", "http://[::1]:1", "http://127.9.9.9"] {
            assert!(trust.check(address).is_ok(), "{address}");
        }
        for address in ["http://rida.example", "http://10.0.0.1", "http://127.0.0.1.evil.example"] {
            assert!(matches!(trust.check(address), Err(AddressError::PlainHttp(_))), "{address}");
            assert!(trust.clone().with_plain_http().check(address).is_ok(), "{address}");
        }
        for address in
            ["", "rida", "ftp://rida", "https://u:p@rida", "https://rida/path", "https://"]
        {
            let refused = trust.check(address);
            assert!(matches!(refused, Err(AddressError::NotAnAddress(_))), "{address}");
        }
    }

    #[test]
    fn a_file_without_authorities_is_refused_by_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ca.pem");
        std::fs::write(&path, "no certificate").unwrap();
        let refused = Trust::default().with_authorities(&path);
        assert!(matches!(refused, Err(AddressError::Authorities { path: it }) if it == path));
    }
}
