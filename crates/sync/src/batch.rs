//! Which actions travel together: a pure cut of the chain.

use protocol::limits::PUSH_ACTIONS_MAX;

/// Bytes of one batch before base64 and JSON, so that both fit into a push.
const BATCH_BYTES_MAX: usize = 720 * 1024;

/// How many actions of a chain, from its beginning, travel in the next batch. `sizes` are bytes of
/// each action in order; `count_max` is smaller than the protocol's after something on the way
/// refused a batch. At least one travels whenever one waits.
#[must_use]
pub fn cut(sizes: &[usize], count_max: usize) -> usize {
    let mut bytes = 0;
    let fitting = sizes
        .iter()
        .take(count_max.clamp(1, PUSH_ACTIONS_MAX))
        .take_while(|size| {
            bytes += **size;
            bytes <= BATCH_BYTES_MAX
        })
        .count();
    fitting.max(usize::from(!sizes.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_holds_no_more_than_the_protocol_allows() {
        assert_eq!(cut(&[10; 500], usize::MAX), PUSH_ACTIONS_MAX);
    }

    #[test]
    fn large_actions_travel_in_smaller_batches() {
        assert_eq!(cut(&[250 * 1024; 10], usize::MAX), 2);
    }

    #[test]
    fn one_action_travels_whatever_its_size() {
        assert_eq!(cut(&[10 * BATCH_BYTES_MAX], 1), 1);
        assert_eq!(cut(&[10], 0), 1);
    }

    #[test]
    fn nothing_travels_when_nothing_waits() {
        assert_eq!(cut(&[], 100), 0);
    }
}
