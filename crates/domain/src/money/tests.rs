use proptest::prelude::*;

use super::*;

fn omr() -> Currency {
    Currency::parse("OMR").unwrap()
}

fn parsed(text: &str, code: &str) -> Result<i64, MoneyError> {
    Money::parse(text, Currency::parse(code).unwrap()).map(Money::minor)
}

#[test]
fn each_currency_has_its_decimals() {
    let decimals = |code| Currency::parse(code).map(Currency::decimals);
    assert_eq!(["OMR", "kwd", "BHD"].map(decimals), [Ok(3); 3]);
    assert_eq!(["SAR", "EGP", "AED"].map(decimals), [Ok(2); 3]);
    assert_eq!(decimals("JPY"), Ok(0));
    assert_eq!(
        ["ORM", "OM", "", "عمر", "OMRR"].map(decimals),
        [Err(MoneyError::UnknownCurrency); 5]
    );
}

#[test]
fn an_amount_is_read_in_any_digits() {
    for text in ["12.500", "12.5", "١٢٫٥٠٠", "۱۲٫۵", " 12.500 ", "0012.5"] {
        assert_eq!(parsed(text, "OMR"), Ok(12_500), "{text}");
    }
    assert_eq!(parsed("12", "OMR"), Ok(12_000));
    assert_eq!(parsed("1,250.75", "SAR"), Ok(125_075));
    assert_eq!(parsed("١٬٢٥٠٫٧٥٠", "OMR"), Ok(1_250_750));
    assert_eq!(parsed("1 250 000", "OMR"), Ok(1_250_000_000));
    assert_eq!(parsed("1,250", "SAR"), Ok(125_000));
    assert_eq!(parsed("500", "JPY"), Ok(500));
}

#[test]
fn a_comma_that_can_be_read_twice_is_refused() {
    assert_eq!(parsed("12,500", "OMR"), Err(MoneyError::AmbiguousSeparator));
    assert_eq!(parsed("12,5", "OMR"), Err(MoneyError::AmbiguousSeparator));
    assert_eq!(parsed("١٢٬٥٠٠", "OMR"), Ok(12_500_000));
    assert_eq!(parsed("12,5", "SAR"), Err(MoneyError::NotAnAmount));
}

#[test]
fn what_is_no_amount_is_refused() {
    for text in ["", " ", ".5", "5.", "-5", "+5", "5 OMR", "1.2.3", "1,25,0.0", "خمسة", ",500.1"]
    {
        assert_eq!(parsed(text, "OMR"), Err(MoneyError::NotAnAmount), "{text}");
    }
    assert_eq!(parsed("1.0005", "OMR"), Err(MoneyError::TooPrecise { decimals: 3 }));
    assert_eq!(parsed("1.5", "JPY"), Err(MoneyError::TooPrecise { decimals: 0 }));
    assert_eq!(parsed(&"9".repeat(30), "OMR"), Err(MoneyError::TooLarge));
    assert_eq!(parsed("9007199254740.992", "OMR"), Err(MoneyError::TooLarge));
}

#[test]
fn sums_stay_in_one_currency_and_within_the_limit() {
    let one = Money::new(1, omr()).unwrap();
    let most = Money::new(MINOR_MAX, omr()).unwrap();
    let riyal = Money::zero(Currency::parse("SAR").unwrap());
    assert_eq!(one.plus(one).map(Money::minor), Ok(2));
    assert_eq!(one.minus(most.minus(one).unwrap()).map(Money::minor), Ok(2 - MINOR_MAX));
    assert_eq!(most.plus(one), Err(MoneyError::TooLarge));
    assert_eq!(one.plus(riyal), Err(MoneyError::OtherCurrency));
    assert_eq!(one.exceeds(riyal), Err(MoneyError::OtherCurrency));
    assert_eq!((most.exceeds(one), one.exceeds(one)), (Ok(true), Ok(false)));
    assert_eq!(Money::new(i64::MIN, omr()), Err(MoneyError::TooLarge));
}

#[test]
fn parts_keep_every_decimal() {
    let parts = |minor| Money::new(minor, omr()).unwrap().parts();
    assert_eq!((parts(12_500).whole.as_str(), parts(12_500).fraction.as_str()), ("12", "500"));
    assert_eq!((parts(5).whole.as_str(), parts(5).fraction.as_str()), ("0", "005"));
    assert!(parts(-5).negative);
    let yen = Money::new(500, Currency::parse("JPY").unwrap()).unwrap().parts();
    assert_eq!((yen.whole.as_str(), yen.fraction.as_str()), ("500", ""));
}

#[test]
fn it_travels_as_whole_numbers_and_refuses_what_json_can_not_hold() {
    let money = Money::new(12_500, omr()).unwrap();
    let json = serde_json::to_string(&money).unwrap();
    assert_eq!(json, r#"{"minor":12500,"currency":"OMR"}"#);
    assert_eq!(serde_json::from_str::<Money>(&json).unwrap(), money);
    for bad in [
        r#"{"minor":12.5,"currency":"OMR"}"#,
        r#"{"minor":9007199254740992,"currency":"OMR"}"#,
        r#"{"minor":1,"currency":"ORM"}"#,
    ] {
        assert!(serde_json::from_str::<Money>(bad).is_err(), "{bad}");
    }
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(minor in 0..=MINOR_MAX, code in "OMR|SAR|JPY") {
        let money = Money::new(minor, Currency::parse(&code).unwrap()).unwrap();
        let parts = money.parts();
        let point = if parts.fraction.is_empty() { "" } else { "." };
        let text = format!("{}{point}{}", parts.whole, parts.fraction);
        prop_assert_eq!(Money::parse(&text, money.currency()), Ok(money));
    }

    #[test]
    fn no_text_breaks_the_reader(text in "[0-9٠-٩., ٫٬-]{0,20}") {
        if let Ok(money) = Money::parse(&text, omr()) {
            prop_assert!(money.minor() >= 0);
        }
    }
}
