//! The words of an event that search finds.

use domain::case::SubjectPiece;
use domain::{Event, OpenCase, Resolution};

/// What people said or wrote in an event. Frozen drafts are not among it: what was sent is.
pub(super) fn words_of(event: &Event) -> Vec<&str> {
    match event {
        Event::CaseOpened { open, .. } => opening(open),
        Event::CaseImported { import, .. } => {
            let mut words = opening(&import.open);
            words.extend(import.resolution_words.as_deref());
            // A subject in pieces is found in both languages.
            for piece in &import.subject_pieces {
                if let SubjectPiece::Label { label } = piece {
                    words.extend([label.ar.as_str(), label.en.as_str()]);
                }
            }
            words
        }
        Event::ContactRecorded { own_words, .. } => vec![own_words],
        Event::OwnerChanged { because, .. } | Event::PersonCorrected { because, .. } => {
            vec![because]
        }
        Event::NoteAdded { text, .. }
        | Event::ReplySent { text, .. }
        | Event::Confirmed { text, .. }
        | Event::Disputed { text, .. }
        | Event::SolvedHeard { text, .. } => vec![text],
        Event::Attached { attachment } => vec![&attachment.name],
        Event::RemedyUpdated { proof, .. } => vec![proof],
        Event::ApprovalRequested { resolution, .. } => {
            let mut words = reasons(resolution);
            words.push(&resolution.letter.text);
            words
        }
        // Its letter follows as a reply.
        Event::Decided { resolution, .. } => reasons(resolution),
        Event::ApprovalRefused { reasons, .. } | Event::Reviewed { reasons, .. } => vec![reasons],
        Event::ApprovalReturned { note, .. } => vec![note],
        Event::Flagged
        | Event::ReplyDrafted { .. }
        | Event::PersonAsked { .. }
        | Event::ClocksSet { .. }
        | Event::AskLapsed { .. }
        | Event::NextContactSet { .. }
        | Event::RemedyGranted { .. }
        | Event::RemedyFellDue { .. }
        | Event::ApprovalPassed { .. }
        | Event::Approved { .. }
        | Event::ApprovalRecalled { .. }
        | Event::Withdrawn { .. }
        | Event::Reminded { .. }
        | Event::LetterReturned { .. }
        | Event::LetterReached { .. }
        | Event::LetterResent { .. }
        | Event::Closed { .. }
        | Event::Delegated { .. }
        | Event::DelegationEnded { .. } => Vec::new(),
    }
}

fn opening(open: &OpenCase) -> Vec<&str> {
    let mut words = vec![open.subject.as_str(), open.own_words.as_str()];
    words.extend(open.points.iter().map(String::as_str));
    words.extend(open.place.as_deref());
    words
}

fn reasons(resolution: &Resolution) -> Vec<&str> {
    let mut words = vec![resolution.grounds.as_str()];
    words.extend(resolution.none_because.as_deref());
    words.extend(resolution.points.iter().map(|it| it.because.as_str()));
    words
}
