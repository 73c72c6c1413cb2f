//! The number of an event: its case and its place, so that the events of a case lie together.

const ORD_BITS: u32 = 20;
const ORD_MASK: i64 = (1 << ORD_BITS) - 1;
/// Places from here on belong to the overlay, behind everything the platform sent.
const ORD_PENDING: i64 = 1 << (ORD_BITS - 1);

/// An event's row: case number and place. Place 0 is no event but the case's head: its reference and
/// its person's name, for search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EventId(pub i64);

impl EventId {
    pub(super) fn head(case_num: i64) -> Self {
        Self(case_num << ORD_BITS)
    }

    /// Where the overlay of a case begins.
    pub(super) fn first_pending(case_num: i64) -> Self {
        Self(case_num << ORD_BITS | ORD_PENDING)
    }

    pub(super) fn next(self) -> Self {
        Self(self.0 + 1)
    }

    pub(super) fn case_num(self) -> i64 {
        self.0 >> ORD_BITS
    }

    pub(super) fn is_head(self) -> bool {
        self.0 & ORD_MASK == 0
    }

    pub(super) fn is_pending(self) -> bool {
        self.0 & ORD_MASK >= ORD_PENDING
    }

    /// The first number that is not of the case.
    pub(super) fn end(case_num: i64) -> Self {
        Self::head(case_num + 1)
    }
}
