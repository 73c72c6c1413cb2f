//! Where a request really comes from: a proxy that the operator named is believed, nobody else.

use axum::http::{HeaderMap, HeaderName, header};
use std::net::{IpAddr, SocketAddr};

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
/// More steps than any chain of proxies has.
const STEPS_MAX: usize = 32;

/// Proxies in front of the platform.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies {
    trusted: Vec<IpAddr>,
    header: ForwardedHeader,
}

/// The header in which the proxies write whom they serve. Only one is read: the other one may come
/// from the client as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ForwardedHeader {
    /// `X-Forwarded-For: client, proxy`
    #[default]
    XForwardedFor,
    /// `Forwarded: for=client;proto=https, for=proxy` (RFC 7239)
    Forwarded,
}

impl Proxies {
    /// Proxies by their addresses.
    #[must_use]
    pub fn new(trusted: &[IpAddr], header: ForwardedHeader) -> Self {
        Self { trusted: trusted.iter().map(IpAddr::to_canonical).collect(), header }
    }

    /// Whether an address is that of a proxy.
    pub(super) fn trusts(&self, address: IpAddr) -> bool {
        self.trusted.contains(&address.to_canonical())
    }

    /// The last address before the proxies. What a client wrote itself stands left of it and is not read.
    pub(super) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        if !self.trusts(peer) {
            return peer;
        }
        let name = match self.header {
            ForwardedHeader::XForwardedFor => X_FORWARDED_FOR,
            ForwardedHeader::Forwarded => header::FORWARDED,
        };
        let lines: Vec<&str> =
            headers.get_all(name).iter().filter_map(|it| it.to_str().ok()).collect();
        let mut nearest = peer;
        for step in lines.iter().rev().flat_map(|it| it.rsplit(',')).take(STEPS_MAX) {
            let Some(address) = self.read(step) else { break };
            nearest = address;
            if !self.trusts(address) {
                break;
            }
        }
        nearest
    }

    fn read(&self, step: &str) -> Option<IpAddr> {
        let text = match self.header {
            ForwardedHeader::XForwardedFor => step.trim(),
            ForwardedHeader::Forwarded => step.split(';').find_map(|it| {
                let (name, value) = it.split_once('=')?;
                name.trim().eq_ignore_ascii_case("for").then(|| value.trim().trim_matches('"'))
            })?,
        };
        let bare = text.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(text);
        let address = bare.parse().ok();
        let address = address.or_else(|| text.parse().ok().map(|it: SocketAddr| it.ip()));
        address.map(|it| it.to_canonical())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(header: ForwardedHeader, peer: &str, lines: &[(&'static str, &str)]) -> String {
        let proxies = ["10.0.0.1", "10.0.0.2"].map(|it| it.parse().expect("an address"));
        let mut headers = HeaderMap::new();
        for (name, value) in lines {
            headers.append(*name, value.parse().expect("a value"));
        }
        let peer = peer.parse().expect("an address");
        Proxies::new(&proxies, header).client(peer, &headers).to_string()
    }

    #[test]
    fn only_a_named_proxy_is_believed_and_only_from_the_right() {
        let x = |peer, value| {
            client(ForwardedHeader::XForwardedFor, peer, &[("x-forwarded-for", value)])
        };
        assert_eq!(
            x("203.0.113.9", "198.51.100.1"),
            "203.0.113.9",
            "a stranger says what he likes"
        );
        assert_eq!(x("10.0.0.1", "198.51.100.1"), "198.51.100.1");
        assert_eq!(
            x("10.0.0.1", "1.2.3.4, 198.51.100.1"),
            "198.51.100.1",
            "the client's own words"
        );
        assert_eq!(x("10.0.0.1", "198.51.100.1, 10.0.0.2"), "198.51.100.1", "two proxies");
        assert_eq!(x("10.0.0.1", "1.2.3.4, nonsense"), "10.0.0.1");
        assert_eq!(x("10.0.0.1", "2001:db8::7"), "2001:db8::7");
        assert_eq!(x("::ffff:10.0.0.1", "198.51.100.1:4711"), "198.51.100.1");
    }

    #[test]
    fn several_lines_are_one_chain_and_the_other_header_is_not_read() {
        let lines = [("x-forwarded-for", "1.2.3.4"), ("x-forwarded-for", "198.51.100.1")];
        assert_eq!(client(ForwardedHeader::XForwardedFor, "10.0.0.1", &lines), "198.51.100.1");
        assert_eq!(client(ForwardedHeader::Forwarded, "10.0.0.1", &lines), "10.0.0.1");
        let standard = [("forwarded", "for=1.2.3.4, For=\"[2001:db8::7]:4711\";proto=https")];
        assert_eq!(client(ForwardedHeader::Forwarded, "10.0.0.1", &standard), "2001:db8::7");
    }
}
