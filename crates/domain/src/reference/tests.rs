use proptest::prelude::*;

use super::symbols::SYMBOLS;
use super::*;

fn prefix() -> Prefix {
    Prefix::parse("rd").unwrap()
}

#[test]
fn a_reference_has_its_agreed_shape() {
    let text = Reference::from_random(prefix(), [0x12, 0x34, 0x56, 0x78, 0x9A]).to_string();
    assert_eq!(text, "RD-T4YC-5T8A");
}

#[test]
fn what_people_write_is_read() {
    let reference = Reference::from_random(prefix(), [0, 0, 0x10, 0, 1]);
    let canonical = reference.to_string();
    let typed = [
        canonical.to_lowercase(),
        canonical.replace('-', ""),
        canonical.replace('-', " "),
        canonical.replace('-', "–"),
        canonical.replace('0', "O").replace('1', "l"),
        canonical.replace('0', "٠").replace('1', "١"),
        format!("\u{2068}#{canonical}\u{2069} "),
    ];
    for text in typed {
        assert_eq!(Reference::parse(&text), Ok(reference), "{text}");
    }
}

#[test]
fn the_letters_o_and_i_stay_letters_in_the_prefix() {
    let prefix = Prefix::parse("OI").unwrap();
    let reference = Reference::from_random(prefix, [1; 5]);
    assert_eq!(Reference::parse(&reference.to_string()), Ok(reference));
    assert_eq!(reference.prefix(), prefix);
}

#[test]
fn each_fault_has_its_own_name() {
    assert_eq!(Prefix::parse("R1"), Err(ReferenceError::Prefix));
    assert_eq!(Reference::parse("12-T4YC-5T8A"), Err(ReferenceError::Prefix));
    assert_eq!(Reference::parse("RD-T4YC-5T8"), Err(ReferenceError::Length { found: 9 }));
    assert_eq!(Reference::parse("RD-T4YC-5TUA"), Err(ReferenceError::Symbol));
    assert_eq!(Reference::parse("رد-T4YC-5T8A"), Err(ReferenceError::Symbol));
    assert_eq!(Reference::parse("RD-T4YC-5T8B"), Err(ReferenceError::Check));
    assert_eq!(Reference::parse(&"-".repeat(1_000_000)), Err(ReferenceError::Symbol));
}

#[test]
fn it_travels_as_a_string() {
    let reference = Reference::from_random(prefix(), [7; 5]);
    let json = serde_json::to_string(&reference).unwrap();
    assert_eq!(json, format!("\"{reference}\""));
    assert_eq!(serde_json::from_str::<Reference>(&json).unwrap(), reference);
    assert!(serde_json::from_str::<Reference>("\"RD-T4YC-5T8B\"").is_err());
}

#[test]
fn a_code_is_grouped_read_back_and_never_printed() {
    let code = FollowCode::from_random([0xA7; 13]);
    assert_eq!(code.grouped().len(), 23);
    let typed = code.grouped().to_lowercase().replace('-', " ");
    assert_eq!(FollowCode::parse(&typed).unwrap().canonical(), code.canonical());
    assert_eq!(format!("{code:?}"), "FollowCode(…)");
    assert!(FollowCode::parse("7K2M").is_err());
    assert!(FollowCode::parse(&"U".repeat(20)).is_err());
}

proptest! {
    #[test]
    fn every_reference_is_read_back(random: [u8; 5]) {
        let reference = Reference::from_random(prefix(), random);
        prop_assert_eq!(Reference::parse(&reference.to_string()), Ok(reference));
    }

    #[test]
    fn every_single_wrong_symbol_is_found(random: [u8; 5], at in 0..8_usize, other in 0..32_usize) {
        let mut chars = Reference::from_random(prefix(), random).0;
        let place = &mut chars[PREFIX_CHARS + at];
        prop_assume!(*place != SYMBOLS[other]);
        *place = SYMBOLS[other];
        let text = String::from_utf8(chars.to_vec()).unwrap();
        prop_assert_eq!(Reference::parse(&text), Err(ReferenceError::Check));
    }

    #[test]
    fn every_swap_of_neighbours_is_found(random: [u8; 5], at in 0..7_usize) {
        let mut chars = Reference::from_random(prefix(), random).0;
        let at = PREFIX_CHARS + at;
        prop_assume!(chars[at] != chars[at + 1]);
        chars.swap(at, at + 1);
        let text = String::from_utf8(chars.to_vec()).unwrap();
        prop_assert_eq!(Reference::parse(&text), Err(ReferenceError::Check));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "\\PC{0,40}") {
        if let Ok(reference) = Reference::parse(&text) {
            prop_assert_eq!(reference.to_string().len(), 12);
        }
    }

    #[test]
    fn every_code_is_read_back(random: [u8; 13]) {
        let code = FollowCode::from_random(random);
        prop_assert_eq!(FollowCode::parse(&code.grouped()).unwrap().canonical(), code.canonical());
    }
}
