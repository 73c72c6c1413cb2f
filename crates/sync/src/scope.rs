//! What a failed call stops: one item, this round, or the session. One table for every call.

use protocol::PlatformError;

/// What is asked of the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// A batch of several actions.
    PushMany,
    /// One action alone.
    PushOne,
    /// The body of one action.
    Body,
    /// A chunk of a file, or how much of it is there.
    File,
    /// What became of actions.
    Verdicts,
    /// What is new.
    Pull,
}

/// What the failure of a call stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// This item alone: it is named to its writer, and everything else goes on.
    Item,
    /// One item of the batch, not known which: smaller batches find it.
    Batch,
    /// This item or the way, not known which: the platform is asked for a sign of life, and the item is
    /// blamed only when it failed so in several rounds.
    Suspect,
    /// The rest of this part of the round; the next round tries again.
    Round,
    /// Everything until somebody signs in again.
    Session,
}

/// Codes of a 403 that speak of the session and not of what was sent.
const SESSION_CODES: [&str; 5] =
    ["device_revoked", "account_disabled", "session_ended", "unknown_device", "password_changed"];

/// What the failure of a call stops.
#[must_use]
pub fn scope(call: Call, error: &PlatformError) -> Scope {
    let item = match call {
        Call::PushMany => Scope::Batch,
        Call::PushOne | Call::Body | Call::File => Scope::Item,
        Call::Verdicts | Call::Pull => Scope::Round,
    };
    match error {
        PlatformError::Unauthorised => Scope::Session,
        PlatformError::Forbidden { code } if SESSION_CODES.contains(&code.as_str()) => {
            Scope::Session
        }
        // Up to 501 the platform itself failed over what it was given; above, a gateway speaks.
        PlatformError::TooLarge
        | PlatformError::Nonsense
        | PlatformError::Forbidden { .. }
        | PlatformError::Failed { status: 400..=501 } => item,
        PlatformError::Failed { .. } | PlatformError::Unreachable => match call {
            Call::PushMany | Call::PushOne => Scope::Suspect,
            Call::Body | Call::File | Call::Verdicts | Call::Pull => Scope::Round,
        },
        PlatformError::TooMany { .. } | PlatformError::OtherVersion => Scope::Round,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forbidden(code: &str) -> PlatformError {
        PlatformError::Forbidden { code: code.to_owned() }
    }

    #[test]
    fn every_failure_of_every_call_has_its_scope() {
        use Scope::{Batch, Item, Round, Session, Suspect};
        let calls =
            [Call::PushMany, Call::PushOne, Call::Body, Call::File, Call::Verdicts, Call::Pull];
        let table = [
            (PlatformError::Unauthorised, [Session; 6]),
            (forbidden("device_revoked"), [Session; 6]),
            (forbidden("bad_action"), [Batch, Item, Item, Item, Round, Round]),
            (PlatformError::TooLarge, [Batch, Item, Item, Item, Round, Round]),
            (PlatformError::Nonsense, [Batch, Item, Item, Item, Round, Round]),
            (PlatformError::Failed { status: 400 }, [Batch, Item, Item, Item, Round, Round]),
            (PlatformError::Failed { status: 500 }, [Batch, Item, Item, Item, Round, Round]),
            (PlatformError::Failed { status: 502 }, [Suspect, Suspect, Round, Round, Round, Round]),
            (PlatformError::Failed { status: 503 }, [Suspect, Suspect, Round, Round, Round, Round]),
            (PlatformError::Unreachable, [Suspect, Suspect, Round, Round, Round, Round]),
            (PlatformError::TooMany { retry_after_s: 5 }, [Round; 6]),
            (PlatformError::OtherVersion, [Round; 6]),
        ];
        for (error, scopes) in table {
            for (call, wanted) in calls.into_iter().zip(scopes) {
                assert_eq!(scope(call, &error), wanted, "{call:?} with {error:?}");
            }
        }
    }
}
