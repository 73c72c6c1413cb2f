use super::*;
use IdentifierError as E;
use IdentifierKind::{Mail, NationalId, Phone};
use proptest::prelude::*;

fn id(text: &str, region: &str) -> Result<String, E> {
    parse_identifier(NationalId, text, region)
}

#[test]
fn one_national_id_in_many_spellings_is_one_id() {
    for text in [
        "1023456789",
        "1023 456 789",
        "1023-456-789",
        "١٠٢٣٤٥٦٧٨٩",
        "۱۰۲۳۴۵۶۷۸۹",
        "\u{202A}1023456789\u{202C}",
        "\u{FEFF}1023\u{A0}456\u{200F}789 ",
        "'1023456789",
        "1023456789.0",
        "1023–456–789",
    ] {
        assert_eq!(id(text, "SA"), Ok("1023456789".to_owned()), "{text:?}");
    }
}

#[test]
fn a_placeholder_identifies_nobody() {
    let texts = [
        "لا يوجد",
        "لايوجد",
        "لا يُوجَد",
        "-",
        "--",
        "—",
        "0",
        "٠",
        "000",
        "0000000000",
        "n/a",
        "N/A",
        "NA",
        "none",
        "NULL",
        "غير متوفر",
        "غير متوفرة",
        "غير معروف",
        "بدون",
        "؟",
        "...",
        "xxx",
        "#N/A",
        "#REF!",
        "لا يوجد هوية",
        "0.0",
        "Unknown",
    ];
    for text in texts {
        for kind in [NationalId, Phone, Mail] {
            assert_eq!(parse_identifier(kind, text, "SA"), Err(E::Placeholder), "{text}");
        }
    }
    for empty in ["", "  ", "\u{200F}"] {
        assert_eq!(id(empty, "SA"), Err(E::Empty));
    }
}

#[test]
fn a_number_that_a_spreadsheet_rounded_is_refused_by_that_name() {
    for text in ["1.02346E+09", "1,02346e+09", "1.02346E9", "١٫٠٢٣٤٦E+٠٩", "9.66501E+11", "1E+09"]
    {
        for kind in [NationalId, Phone] {
            assert_eq!(parse_identifier(kind, text, "SA"), Err(E::Rounded), "{text}");
        }
    }
    assert!(!is_rounded_number("tel 24123456 ext 5"));
}

#[test]
fn filler_digits_identify_nobody() {
    for text in [
        "1111111111",
        "2222222222",
        "1234567890",
        "0123456789",
        "9876543210",
        "0987654321",
        "12345678",
        "1000000000",
        "2000000000",
        "123456789",
        "784000000000000",
        "99999999",
        "1010101010",
        "1111111112",
        "1000000001",
        "1122334455",
        "1234512345",
        "1234567891",
        "1234567899",
        "9876543211",
        "784784784784784",
    ] {
        for region in ["SA", "AE", "OM", "US"] {
            assert_eq!(id(text, region), Err(E::Filler), "{text}");
        }
    }
}

#[test]
fn each_country_has_its_own_form() {
    let good = [
        ("SA", "1098765432"),
        ("SA", "2123456785"),
        ("AE", "784-1987-1234567-3"),
        ("EG", "29001011234567"),
        ("KW", "290010112345"),
        ("QA", "28863400123"),
        ("BH", "870512345"),
        ("OM", "12345679"),
        ("US", "123-45-6788"),
        // A Saudi citizen before an Omani agency.
        ("OM", "1098765432"),
    ];
    for (region, text) in good {
        assert!(id(text, region).is_ok(), "{region} {text}");
    }
    let bad = [
        ("SA", "3098765432", E::WrongForm),
        ("SA", "109876543", E::WrongLength),
        ("SA", "10987654321", E::WrongLength),
        ("SA", "A123456789", E::NotDigits),
        ("SA", "1023456789 / 1023456780", E::NotDigits),
        ("SA", "1.5", E::NotDigits),
        ("AE", "784123412345678", E::WrongForm),
        ("AE", "794198712345673", E::WrongForm),
        ("EG", "29013011234567", E::WrongForm),
        ("EG", "40001011234567", E::WrongForm),
        ("BH", "871312345", E::WrongForm),
        ("OM", "13579", E::WrongLength),
        ("US", "12346", E::WrongLength),
    ];
    for (region, text, fault) in bad {
        assert_eq!(id(text, region), Err(fault), "{region} {text}");
    }
}

#[test]
fn a_wrong_check_digit_only_warns() {
    assert_eq!(check_digit_fits("1023456789", "SA"), Some(false));
    assert_eq!(check_digit_fits("1023456781", "SA"), Some(true));
    assert_eq!(check_digit_fits("12345679", "OM"), None);
}

#[test]
fn a_neighbours_id_has_the_neighbours_check_digit() {
    for (region, id, fits) in [
        ("OM", "1023456781", Some(true)),
        ("OM", "1023456789", Some(false)),
        ("SA", "784198712345673", Some(luhn_of("784198712345673"))),
        ("US", "1023456789", None),
    ] {
        assert_eq!(check_digit_fits(id, region), fits, "{region} {id}");
    }
}

fn luhn_of(id: &str) -> bool {
    check_digit_fits(id, "AE") == Some(true)
}

#[test]
fn a_mail_address_has_a_name_and_a_domain() {
    let mail = |text| parse_identifier(Mail, text, "SA");
    assert_eq!(mail(" Salim@Example.OM "), Ok("salim@example.om".to_owned()));
    for bad in
        ["salim", "a@b", "@x.om", "a@.om", "a b@x.om", "a@x.om, b@x.om", "a@@x.om", "a@x.om\r\nTo"]
    {
        assert_eq!(mail(bad), Err(E::NotMail), "{bad}");
    }
}

#[test]
fn a_phone_is_kept_as_e164() {
    let phone = |text, region| parse_identifier(Phone, text, region);
    assert_eq!(phone("٠٥٠ ١٢٣ ٤٥٦٧", "SA"), Ok("+966501234567".to_owned()));
    assert_eq!(phone("اتصل بي", "SA"), Err(E::NotDigits));
    assert_eq!(phone("050", "SA"), Err(E::WrongForm));
    assert_eq!(phone("0501234567890123456", "SA"), Err(E::WrongLength));
}

proptest! {
    #[test]
    fn the_kept_form_is_read_as_itself(
        text in "[-+0-9٠-٩ .'eE@a-z\u{200F}]{0,24}",
        region in prop::sample::select(vec!["SA", "AE", "EG", "KW", "OM", "QA", "BH", "US", "??"]),
    ) {
        for kind in [Phone, NationalId, Mail] {
            if let Ok(value) = parse_identifier(kind, &text, region) {
                prop_assert_eq!(parse_identifier(kind, &value, region), Ok(value));
            }
        }
    }
}
