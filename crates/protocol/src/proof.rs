//! Proof that a computer holds the private half of its key: the platform gives a challenge, the
//! computer signs it. A challenge is good once, for some minutes, for one purpose, user and key.

use crate::{Exact, Hash, RefreshRequest, SignInRequest};
use domain::{AgencyId, DeviceId, StaffId};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

/// In front of the signed bytes, so that no other signature of a device key passes for a proof.
const CONTEXT: &[u8] = b"rida device proof 1\n";

/// `POST /v1/challenge`: asks for a challenge. Everything in it is bound to the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeRequest {
    /// Which agency.
    pub agency: AgencyId,
    /// The public key (32 bytes) whose private half will sign.
    pub device_key: Exact,
    /// What it will be used for.
    pub purpose: ProofPurpose,
}

/// What a proof is for. One for a sign-in never passes for a refresh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "purpose", rename_all = "snake_case")]
pub enum ProofPurpose {
    /// Signing in, or enrolling when there is no device yet.
    SignIn {
        /// Who.
        staff: StaffId,
        /// The enrolled device.
        device: Option<DeviceId>,
    },
    /// Trading a refresh token.
    Refresh {
        /// The device that trades it.
        device: DeviceId,
    },
}

/// A challenge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeAnswer {
    /// Opaque; comes back in the [`Proof`] as it is.
    pub nonce: String,
}

/// A signed challenge.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// As the platform gave it.
    pub nonce: String,
    /// Ed25519 by the device key.
    pub signature: Exact,
}

impl ChallengeRequest {
    /// The challenge that a sign-in needs.
    #[must_use]
    pub fn of_sign_in(request: &SignInRequest) -> Self {
        Self {
            agency: request.agency.clone(),
            device_key: request.device_key.clone(),
            purpose: ProofPurpose::SignIn { staff: request.staff.clone(), device: request.device },
        }
    }

    /// The challenge that a refresh needs; the agency stands in front of the token's secret.
    #[must_use]
    pub fn of_refresh(request: &RefreshRequest, key: &VerifyingKey) -> Self {
        let agency = request.refresh.rsplit_once('.').map_or("", |(agency, _)| agency);
        Self {
            agency: AgencyId::new(agency),
            device_key: Exact(key.to_bytes().to_vec()),
            purpose: ProofPurpose::Refresh { device: request.device },
        }
    }

    /// Signs a challenge. `secret` is the refresh token that goes with it; empty for a sign-in.
    #[must_use]
    pub fn prove(&self, nonce: &str, secret: &str, key: &SigningKey) -> Proof {
        let signature = key.sign(&self.signed(nonce, secret)).to_bytes().to_vec();
        Proof { nonce: nonce.to_owned(), signature: Exact(signature) }
    }

    /// Whether a proof was signed by the key of this challenge. The nonce is for the platform to check.
    #[must_use]
    pub fn is_proven_by(&self, proof: &Proof, secret: &str) -> bool {
        let key = <[u8; 32]>::try_from(self.device_key.0.as_slice()).ok();
        let key = key.and_then(|it| VerifyingKey::from_bytes(&it).ok());
        let signature = Signature::from_slice(&proof.signature.0).ok();
        key.zip(signature).is_some_and(|(key, signature)| {
            key.verify_strict(&self.signed(&proof.nonce, secret), &signature).is_ok()
        })
    }

    /// Every part by its hash, so that no two challenges share their bytes.
    fn signed(&self, nonce: &str, secret: &str) -> Vec<u8> {
        let mut bytes = CONTEXT.to_vec();
        bytes.extend(self.binding().0);
        bytes.extend(Hash::of(nonce.as_bytes()).0);
        bytes.extend(Hash::of(secret.as_bytes()).0);
        bytes
    }

    /// What a challenge is bound to: agency, key, purpose, user and device.
    #[must_use]
    pub fn binding(&self) -> Hash {
        let (purpose, staff, device) = match &self.purpose {
            ProofPurpose::SignIn { staff, device } => ("sign-in", staff.as_str(), *device),
            ProofPurpose::Refresh { device } => ("refresh", "", Some(*device)),
        };
        let device = device.map_or_else(String::new, |it| it.to_string());
        let parts = [
            self.agency.as_str().as_bytes(),
            &self.device_key.0,
            purpose.as_bytes(),
            staff.as_bytes(),
            device.as_bytes(),
        ];
        let hashes: Vec<u8> = parts.iter().flat_map(|it| Hash::of(it).0).collect();
        Hash::of(&hashes)
    }
}

impl SignInRequest {
    /// The same request with its proof.
    #[must_use]
    pub fn proven(mut self, nonce: &str, key: &SigningKey) -> Self {
        self.proof = ChallengeRequest::of_sign_in(&self).prove(nonce, "", key);
        self
    }
}

impl RefreshRequest {
    /// The same request with its proof.
    #[must_use]
    pub fn proven(mut self, nonce: &str, key: &SigningKey) -> Self {
        let challenge = ChallengeRequest::of_refresh(&self, &key.verifying_key());
        self.proof = challenge.prove(nonce, &self.refresh, key);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn challenge(device: Option<DeviceId>, staff: &str, key: &SigningKey) -> ChallengeRequest {
        ChallengeRequest {
            agency: AgencyId::new("waha"),
            device_key: Exact(key.verifying_key().to_bytes().to_vec()),
            purpose: ProofPurpose::SignIn { staff: StaffId::new(staff), device },
        }
    }

    #[test]
    fn a_proof_fits_its_own_challenge_only() {
        let key = SigningKey::from_bytes(&[7; 32]);
        let device = DeviceId(uuid::Uuid::from_bytes([1; 16]));
        let mine = challenge(None, "huda", &key);
        let proof = mine.prove("n1", "", &key);
        assert!(mine.is_proven_by(&proof, ""));
        let other_key = SigningKey::from_bytes(&[8; 32]);
        assert!(!mine.is_proven_by(&mine.prove("n1", "", &other_key), ""));
        assert!(!mine.is_proven_by(&Proof { nonce: "n2".into(), ..proof.clone() }, ""));
        assert!(!mine.is_proven_by(&proof, "token"));
        let refresh =
            ChallengeRequest { purpose: ProofPurpose::Refresh { device }, ..mine.clone() };
        for other in [
            challenge(Some(device), "huda", &key),
            challenge(None, "hamed", &key),
            challenge(None, "huda", &other_key),
            ChallengeRequest { agency: AgencyId::new("other"), ..mine.clone() },
            refresh,
        ] {
            assert!(!other.is_proven_by(&proof, ""), "{other:?}");
            assert_ne!(other.binding(), mine.binding());
        }
    }
}
