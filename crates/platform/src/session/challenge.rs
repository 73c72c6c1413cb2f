//! Challenges: made without writing anything, so that asking for them costs nothing; each is good
//! once, which is written down only when one is answered.

use crate::secrets::Purpose;
use crate::store::Tx;
use crate::surroundings::bytes;
use crate::{App, Denied};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use domain::AgencyId;
use protocol::{ChallengeAnswer, ChallengeRequest, Hash, Proof};

/// Time to sign a challenge, minutes.
const LIFE: TimeDelta = TimeDelta::minutes(5);
const SALT_BYTES: usize = 16;
const INSTANT_BYTES: usize = 8;
const NONCE_BYTES: usize = SALT_BYTES + INSTANT_BYTES + 32;

const BAD_PROOF: Denied = Denied::Forbidden("bad_proof");

impl App {
    /// A challenge that is bound to everything in the request.
    pub fn challenge(&self, request: &ChallengeRequest) -> Result<ChallengeAnswer, Denied> {
        let salt = bytes::<SALT_BYTES>(&self.random)?;
        let until = (self.now() + LIFE).timestamp_millis().to_be_bytes();
        let seal = self.challenge_seal(request, &salt, &until);
        let nonce = [&salt[..], &until, &seal.0].concat();
        Ok(ChallengeAnswer { nonce: BASE64_URL_SAFE_NO_PAD.encode(nonce) })
    }

    /// Checks a proof without using its challenge up.
    pub(super) fn check_proof(
        &self,
        request: &ChallengeRequest,
        proof: &Proof,
        secret: &str,
    ) -> Result<Challenged, Denied> {
        let nonce = read_nonce(&proof.nonce).ok_or(BAD_PROOF)?;
        let (salt, rest) = nonce.split_at(SALT_BYTES);
        let (until, seal) = rest.split_at(INSTANT_BYTES);
        // This type compares in the same time whatever differs.
        let right = blake3::Hash::from_bytes(self.challenge_seal(request, salt, until).0);
        let until = until.try_into().map(i64::from_be_bytes).map_err(|_| BAD_PROOF)?;
        let until = DateTime::from_timestamp_millis(until).ok_or(BAD_PROOF)?;
        let fits = blake3::Hash::from_slice(seal).is_ok_and(|it| it == right);
        if !fits || until <= self.now() || !request.is_proven_by(proof, secret) {
            return Err(BAD_PROOF);
        }
        Ok(Challenged { agency: request.agency.clone(), nonce: Hash::of(&nonce), until })
    }

    /// Uses a checked challenge up; a second answer to it is refused.
    pub(super) fn use_up(&self, tx: Tx<'_>, challenged: &Challenged) -> Result<(), Denied> {
        let Challenged { agency, nonce, until } = challenged;
        if tx.use_challenge(agency, nonce, *until, self.now())? {
            return Ok(());
        }
        Err(BAD_PROOF)
    }

    fn challenge_seal(&self, request: &ChallengeRequest, salt: &[u8], until: &[u8]) -> Hash {
        self.secrets.hash(Purpose::Challenge, &[&request.binding().0, salt, until])
    }
}

/// A challenge whose proof is right.
pub(super) struct Challenged {
    agency: AgencyId,
    nonce: Hash,
    until: DateTime<Utc>,
}

fn read_nonce(text: &str) -> Option<[u8; NONCE_BYTES]> {
    if text.len() > NONCE_BYTES * 2 {
        return None;
    }
    BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()
}
