//! What a cell is: text, nothing, a fault, a total.

use super::*;

#[test]
fn what_a_spreadsheet_left_is_no_text() {
    for (text, reason) in [
        ("#REF!", Reason::SheetError),
        ("#n/a", Reason::SheetError),
        ("########", Reason::SheetError),
        ("=VLOOKUP(A1,B:C,2)", Reason::SheetError),
        ("a\0b", Reason::ControlCharacter),
        ("a\u{85}b", Reason::ControlCharacter),
        ("ماء\u{FFFD}", Reason::Encoding),
        ("Ø§Ù„Ø¨Ù„Ø§Øº", Reason::Encoding),
        ("????? ??????", Reason::LostLetters),
        ("<p>ماسورة</p>", Reason::Markup),
        ("سطر<br>سطر", Reason::Markup),
        ("ماء&nbsp;كثير", Reason::Markup),
        ("a &#1575; b", Reason::Markup),
        ("<script>alert(1)</script>", Reason::Markup),
        ("#VALEUR!", Reason::SheetError),
        ("#NOM?", Reason::SheetError),
        ("#WERT!", Reason::SheetError),
        ("#BEZUG!", Reason::SheetError),
        ("#ИМЯ?", Reason::SheetError),
        ("#¡REF!", Reason::SheetError),
        ("#N/A N/A", Reason::SheetError),
        ("Error 2042", Reason::SheetError),
        ("شارع #REF!", Reason::SheetError),
        ("=A1", Reason::SheetError),
        ("=Sheet2!B4", Reason::SheetError),
        ("='ورقة 1'!B4", Reason::SheetError),
        ("=1+1", Reason::SheetError),
        ("<h2>ماسورة</h2>", Reason::Markup),
        ("<h3>x", Reason::Markup),
        ("<o:p></o:p>ماسورة", Reason::Markup),
        ("<pre>x</pre>", Reason::Markup),
        ("<svg/onload=alert(1)>", Reason::Markup),
        ("<img src=x onerror=alert(1)", Reason::Markup),
        ("<my-form id=1>", Reason::Markup),
        ("d&eacute;bit &laquo;x&raquo;", Reason::Markup),
        ("_x000D_سطر", Reason::Markup),
        ("ماسورة_x000d_", Reason::Markup),
        ("\u{202E}abc", Reason::ControlCharacter),
    ] {
        assert_eq!(fault(text), Some(reason), "{text}");
    }
}

#[test]
fn what_people_write_is_text() {
    for text in [
        "ماسورة مكسورة أمام البيت\nمنذ يومين",
        "5 < 6 and 7 > 6",
        "لماذا؟؟؟",
        "why??? nobody answers",
        "R&D; B & B",
        "#5 main street",
        "= وصلت الفاتورة",
        "près de l'école",
        "tab\tinside",
        "\u{202A}+966 50 111 2233\u{202C}",
        "السعر <100 و >50",
        "<salim@example.om>",
        "error 404 in the app",
        "#FIX it now!",
        "رقم #5؟",
        "=",
        "file_xyz_x12",
        "A&B; C",
    ] {
        assert_eq!(fault(text), None, "{text}");
    }
}

#[test]
fn a_short_value_loses_what_nobody_sees() {
    for text in
        ["2025-1", " 2025-1\u{200F}", "\u{FEFF}2025-1", "=\"2025-1\"", "'2025-1", "\u{A0}2025-1 "]
    {
        assert_eq!(plain(text), "2025-1", "{text:?}");
    }
    assert_eq!(title_key("رقم\u{200F}\nالبلاغ "), title_key("رقم البلاغ"));
}

#[test]
fn words_for_none_are_empty() {
    for text in ["", "-", "NULL", "\\N", "N/A", "لا يوجد", "(null)", "None", "nan"] {
        assert!(is_empty(text), "{text}");
    }
    assert!(is_empty("0") && !is_empty_key("0") && is_empty_key("NULL"));
}
