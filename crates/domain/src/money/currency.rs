//! Currencies by their code.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MoneyError;

/// ISO 4217 by the number of decimals, currencies in use. A code that stands nowhere here is refused:
/// guessing its decimals would be wrong by a factor of ten or more.
const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const TWO: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL \
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN \
    QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY \
    TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW";
const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";

/// A currency in use, by its three-letter code of ISO 4217.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(as = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Reads a code in either case, or [`MoneyError::UnknownCurrency`].
    pub fn parse(code: &str) -> Result<Self, MoneyError> {
        let upper = code.trim().to_ascii_uppercase();
        let letters = upper.as_bytes().try_into().map_err(|_| MoneyError::UnknownCurrency)?;
        let known = [NONE, TWO, THREE].iter().any(|list| holds(list, &upper));
        if known { Ok(Self(letters)) } else { Err(MoneyError::UnknownCurrency) }
    }

    /// How many decimals an amount has: 3 for OMR, KWD, BHD; 2 for most; 0 for JPY.
    #[must_use]
    pub fn decimals(self) -> u8 {
        let code = self.to_string();
        if holds(THREE, &code) {
            3
        } else if holds(NONE, &code) {
            0
        } else {
            2
        }
    }
}

fn holds(list: &str, code: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == code)
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|c| write!(f, "{}", char::from(*c)))
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Currency({self})")
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;

    fn try_from(code: String) -> Result<Self, MoneyError> {
        Self::parse(&code)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.to_string()
    }
}
