use proptest::prelude::*;

use super::*;

fn lists(deflection: &[&str]) -> GateLists {
    let deflections = deflection.iter().map(|&phrase| phrase.to_owned()).collect();
    GateLists { deflections, ..GateLists::default() }
}

fn found(text: &str, phrase: &str) -> Vec<String> {
    let hits = deflections(text, &lists(&[phrase]));
    hits.iter().map(|hit| cut(text, hit.span).to_owned()).collect()
}

#[test]
fn the_shipped_lists_are_sound() {
    for lists in [GateLists::arabic(), GateLists::english()] {
        assert_eq!(lists.check(), Ok(()));
        for list in [&lists.deflections, &lists.empty_formulas, &lists.favours] {
            assert!(list.len() > 10);
        }
    }
}

#[test]
fn texts_that_send_the_person_elsewhere_are_seen() {
    let texts = [
        "نرجو التواصل معنا على الخاص",
        "السلام عليكم، نرجو منكم التواصل معنا عبر الرسائل الخاصة وشكراً",
        "يُرجى مراجعة أقرب فرع لكم.",
        "لإتمام الطلب تفضلوا بزيارتنا في المقر الرئيسي",
        "يمكنكم زيارة الفرع خلال الدوام الرسمي",
        "الرجاء الدخول إلى الموقع الإلكتروني للوزارة",
        "بإمكانكم الاتصال على ٨٠٠٧٧٧٧٧",
        "زوروا موقعنا لمزيد من التفاصيل",
        "Please contact us on WhatsApp.",
        "Kindly VISIT our nearest branch with your ID",
        "You may see the site for details",
        "Send us a DM and we will look at it",
        "For this, call our hotline.",
    ];
    for text in texts {
        assert!(is_deflection(text, &shipped()), "{text}");
        assert!(!deflections(text, &shipped()).is_empty(), "{text}");
    }
}

#[test]
fn answers_and_courtesies_are_no_deflections() {
    let texts = [
        "شكراً لتواصلكم معنا. استبدل الفريق الأنبوب المكسور صباح اليوم.",
        "نشكركم على التواصل معنا",
        "تمت زيارة الموقع من قبل فريق الصيانة وتم إصلاح العطل",
        "تم التواصل مع مركز الصيانة وسيصل الفريق غداً",
        "بعد مراجعة المكتب الفني لملفكم نوافق على الإعفاء",
        "سنتواصل معكم غداً قبل الظهر",
        "We visited the site this morning and replaced the lamp.",
        "Thank you for contacting us. Your refund is on its way.",
        "We shall call you on Sunday before noon.",
    ];
    for text in texts {
        assert_eq!(deflections(text, &shipped()), [], "{text}");
    }
}

#[test]
fn empty_formulas_are_seen_where_they_stand() {
    let text = "عزيزي المواطن، نفيدكم بأنه تمّ اتّخاذ اللازم 🙂. جارٍ تحديث البيانات";
    let hits = empty_formulas(text, &shipped());
    let cuts: Vec<&str> = hits.iter().map(|hit| cut(text, hit.span)).collect();
    assert_eq!(cuts, ["تمّ اتّخاذ اللازم", "جارٍ تحديث البيانات"]);
    assert_eq!(hits[0].phrase, "تم اتخاذ اللازم");
    let english = "Necessary action has been taken as per the applicable procedures.";
    assert_eq!(empty_formulas(english, &shipped()).len(), 2);
}

#[test]
fn favour_and_blame_are_seen_where_they_stand() {
    let text = "كان عليك إبلاغنا مبكراً، ومع ذلك نتفضل بقبول طلبك";
    let cuts: Vec<&str> =
        favour_words(text, &shipped()).iter().map(|hit| cut(text, hit.span)).collect();
    assert_eq!(cuts, ["كان عليك", "نتفضل"]);
    assert!(!favour_words("You should have read the form.", &shipped()).is_empty());
    assert_eq!(favour_words("نعتذر عن التأخير، وحقكم أن تعترضوا خلال 30 يوماً", &shipped()), []);
    assert_eq!(favour_words("We are sorry. The fault was ours.", &shipped()), []);
}

#[test]
fn letters_that_help_pass_every_list() {
    let letters = [
        "الفاضل سالم، وصل فريق الطوارئ الساعة 9 صباحاً واستبدل الأنبوب المكسور أمام منزلكم بأمر العمل \
         WO-2041. إن لم تعد المياه حتى المساء فأخبرونا بضغطة واحدة في صفحة المتابعة.",
        "وافق مدير الفوترة على استرداد 12.500 ر.ع.، ويصل المبلغ إلى حسابكم قبل 9 مارس. لكم أن تعترضوا \
         على هذا القرار خلال 30 يوماً.",
        "نعتذر عن تأخر الرد خمسة أيام؛ الخطأ منا. تبين أن الشركة المنفذة لم تلتزم بموعدها فألزمناها \
         بإعادة الرصف يوم الأحد.",
        "تمت الموافقة على طلبكم، ويمكنكم استلام الرخصة من مكتب الخوير يوم الثلاثاء.",
        "The crew replaced the lamp outside your house this morning (work order L-118). We are sorry \
         that you waited two days.",
        "We would be grateful for a photo of the meter. You should have received a text with the date.",
        "The permits engineer refused the extension because the plot lies in a flood path; you may \
         dispute this decision until 9 April.",
    ];
    for letter in letters {
        assert_eq!(deflections(letter, &shipped()), [], "{letter}");
        assert_eq!(empty_formulas(letter, &shipped()), [], "{letter}");
        assert_eq!(favour_words(letter, &shipped()), [], "{letter}");
    }
}

#[test]
fn letters_that_do_not_help_are_caught_by_some_list() {
    let letters = [
        "مرحباً بك، نأمل تزويدنا برقم هاتفك على الخاص ليتم خدمتك",
        "أهلاً، نرجو تواصلكم معنا وشكراً",
        "عميلنا العزيز، طلبكم قيد الدراسة وسيتم الرد عليكم في القريب العاجل",
        "نفيدكم بأنه تم تحويل شكواكم إلى الجهة المختصة",
        "كما أخبرناكم سابقاً، المعاملة تحت الإجراء",
        "Hi! Please send us your number by private message so we can help.",
        "Dear customer, your complaint has been forwarded to the relevant department.",
        "For more, visit www.example.om",
        "The needful has been done as soon as possible.",
    ];
    for letter in letters {
        let lists = shipped();
        let caught = is_deflection(letter, &lists) || !empty_formulas(letter, &lists).is_empty();
        assert!(caught, "{letter}");
    }
}

#[test]
fn a_phrase_fits_behind_the_letters_that_arabic_writes_onto_a_word() {
    for text in ["زيارة الفرع", "بزيارة فرع", "وبزيارة الفرع", "لزيارة للفرع"]
    {
        assert_eq!(found(text, "زيارة الفرع"), [text]);
    }
    assert_eq!(found("مزيارة الفرع", "زيارة الفرع"), [""; 0]);
}

#[test]
fn a_star_stands_for_up_to_three_words_of_one_sentence() {
    assert_eq!(found("visit branch", "visit * branch"), ["visit branch"]);
    assert_eq!(found("visit our very nearest branch", "visit * branch").len(), 1);
    assert_eq!(found("visit any of our own branch", "visit * branch").len(), 0);
    assert_eq!(found("We logged your visit. The branch is closed.", "visit * branch").len(), 0);
    assert_eq!(found("visit www.site.om branch", "visit * branch").len(), 1);
}

#[test]
fn a_phrase_inside_another_is_shown_once() {
    let text = "please contact us on Monday";
    let hits = deflections(text, &lists(&["contact us", "please contact us on", "us on Monday"]));
    let cuts: Vec<&str> = hits.iter().map(|hit| cut(text, hit.span)).collect();
    assert_eq!(cuts, ["please contact us on", "us on Monday"]);
}

#[test]
fn a_phrase_without_words_finds_nothing_and_is_refused() {
    for phrase in ["", "*", " … ", "* *"] {
        assert_eq!(found("any text at all", phrase), [""; 0]);
        let fault = ListsError::NoWord { phrase: phrase.to_owned() };
        assert_eq!(lists(&[phrase]).check(), Err(fault));
    }
    let long = "word ".repeat(PHRASE_WORDS_MAX + 1);
    assert!(matches!(lists(&[&long]).check(), Err(ListsError::TooLong { .. })));
    assert_eq!(lists(&["a"; PHRASES_MAX + 1]).check(), Err(ListsError::TooMany));
}

proptest! {
    #[test]
    fn no_text_breaks_the_gate(text in "[ ا-يa-z0-9.؟\n\u{064B}-\u{0652}🙂ﻻ*]{0,80}") {
        for hit in deflections(&text, &lists(&["ا * ب", "a", "1 2"])) {
            prop_assert!(!cut(&text, hit.span).is_empty());
        }
    }

    #[test]
    fn a_phrase_is_found_wherever_it_stands(
        before in "[ ا-ي]{0,20}",
        after in "[ ا-ي]{0,20}",
    ) {
        let text = format!("{before} على الخاص {after}");
        prop_assert!(is_deflection(&text, &lists(&["على الخاص"])));
    }
}
