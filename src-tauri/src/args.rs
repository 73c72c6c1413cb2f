//! How the window is started.

use clap::Parser;
use std::path::PathBuf;
use sync::{AddressError, Trust};

/// Where a desk looks for its platform unless it is told.
const ADDRESS: &str = "http://127.0.0.1:7410";

/// Rida: the desk on which complaints are solved.
#[derive(Clone, Debug, Parser)]
#[command(version)]
pub struct Args {
    /// The platform's address: scheme, host and port.
    #[arg(long, env = "RIDA_PLATFORM", default_value = ADDRESS)]
    pub platform: String,
    /// A PEM file of certificate authorities to believe beside the system's, for example the agency's own.
    #[arg(long, env = "RIDA_CA", value_name = "FILE")]
    pub ca: Option<PathBuf>,
    /// Let plain HTTP leave this computer. Passwords then travel in clear: only on a network that is
    /// itself protected.
    #[arg(long, env = "RIDA_INSECURE_HTTP")]
    pub insecure_http: bool,
    /// The folder that holds the desks of this computer; the system's data folder when none.
    #[arg(long, env = "RIDA_ROOT")]
    pub root: Option<PathBuf>,
    /// Another root beside the usual one, for example for a second role on one computer.
    #[arg(long, default_value = "desk")]
    pub profile: String,
    /// A case to show, as `rida://case/REFERENCE`.
    pub link: Option<String>,
}

impl Args {
    /// Whom this desk believes.
    pub fn trust(&self) -> Result<Trust, AddressError> {
        let trust = Trust::default();
        let trust = if self.insecure_http { trust.with_plain_http() } else { trust };
        match &self.ca {
            Some(ca) => trust.with_authorities(ca),
            None => Ok(trust),
        }
    }

    /// The folder of this profile.
    pub fn folder(&self, data: PathBuf) -> PathBuf {
        self.root.clone().unwrap_or(data).join(&self.profile)
    }
}
