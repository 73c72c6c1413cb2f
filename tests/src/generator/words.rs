//! Sentences that cases are made of, in Arabic and English; every place and name is invented.

pub const NAMES: [&str; 16] = [
    "أحمد بن سالم الحارثي",
    "مريم بنت خالد البلوشي",
    "سعيد بن ناصر المعمري",
    "فاطمة الزهراء الكندي",
    "يوسف بن علي الرئيسي",
    "نورة بنت حمد السيابي",
    "محمّد بن راشد الهنائي",
    "عائشة بنت سعيد الشكيلي",
    "خالد بن إبراهيم اللواتي",
    "هدى بنت مصطفى النجار",
    "Thomas Varghese",
    "Maria Lopez",
    "John Fernandes",
    "Aisha Khan",
    "Samuel Okafor",
    "Priya Nair",
];

pub const ARABIC: [&str; 14] = [
    "انكسر أنبوب المياه الرئيسي أمام المنزل منذ الفجر والماء يغمر الشارع والمدخل",
    "عمود الإنارة رقم {n} مطفأ منذ أسبوعين والشارع مظلم والأطفال يعودون من المدرسة في العتمة",
    "وصلتني فاتورة بمبلغ كبير لا يشبه استهلاك البيت في الأشهر السابقة، أرجو مراجعتها",
    "قدّمت طلب رخصة ترميم ولم أتلقَّ أي رد حتى الآن رغم مراجعتي للفرع ثلاث مرات",
    "حفرة عميقة في وسط الطريق قرب المدرسة تضررت منها سيارتي ودفعت قيمة الإصلاح",
    "كلاب ضالة تتجمع حول الحديقة مساءً والناس تخاف من المرور",
    "ضغط الماء ضعيف جداً في الطابق الثاني، واضطررت إلى شراء صهريج على حسابي",
    "اتصلت قبل ثلاثة أيام وقيل لي إن الفريق في الطريق ولم يصل أحد",
    "الخط مقطوع منذ يوم الأحد وكل مرة يقال لي إن البيانات قيد التحديث",
    "أطلب إعادة المبلغ الذي خُصم مرتين من حسابي في الشهر الماضي",
    "رائحة كريهة تخرج من غرفة الصرف الصحي القريبة من المسجد",
    "لم تُجمع النفايات من حيّنا منذ خمسة أيام مع حرارة الصيف",
    "الموظف في الشباك لم يجب عن سؤالي وأحالني إلى الموقع الإلكتروني",
    "أقترح وضع مطبّ أمام بوابة المدرسة لأن السيارات تسرع كثيراً",
];

pub const ENGLISH: [&str; 8] = [
    "Water has been running down the street since dawn and it is now inside our garage",
    "The street light at the corner has been dark for two weeks, number {n} on the pole",
    "My bill this month is three times what we usually use, please look at the meter",
    "I applied for a renovation permit and nobody has answered although I went there twice",
    "There is a deep hole in the road next to the school and my tyre was torn open",
    "Nobody has collected the rubbish in our lane for five days in this heat",
    "I was charged twice for the same invoice and I would like one of them back",
    "The line has been dead since Sunday and every call gives me the same sentence",
];

pub const REPLIES: [&str; 6] = [
    "نشكرك على بلاغك، وقد سُجّل أمر العمل رقم {n} وسيزور الفريق الموقع يوم الأحد القادم.",
    "راجعنا قراءة العداد يوم الثلاثاء ووجدنا خطأً في الإدخال، وسيُعاد الفرق إلى حسابك خلال ثلاثة أيام عمل.",
    "وصل المهندس إلى الموقع صباح اليوم، والقطعة البديلة رقم {n} تُركَّب غداً قبل الظهر.",
    "We checked the meter on Tuesday and found a wrong entry; the difference returns to your account in three working days.",
    "The crew visited this morning under work order {n}; the part is fitted tomorrow before noon.",
    "طلبنا من وحدة الطرق تقريراً عن الحفرة، وسنخبرك بنتيجته يوم الأربعاء.",
];

pub const NOTES: [&str; 4] = [
    "اتصلت بالفريق الميداني: المواد متوفرة، والموعد مؤكد.",
    "The neighbour reports the same; asked the unit for the drawing.",
    "راجعت السجل: هذه الشكوى الثالثة من الشارع نفسه خلال شهر.",
    "Photo received, shows the pole number clearly.",
];
