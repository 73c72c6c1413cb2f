### سطر الحال

link-online = متصل بالمنصة
link-offline = غير متصل
link-not_platform = أجابت جهة أخرى مكان المنصة، والغالب أن الشبكة تطلب دخولًا
link-sign_in_needed = انتهت الجلسة، ادخل من جديد. لم يضع شيء
link-other_version = إصدار المنصة لا يوافق هذا البرنامج، حدّثه
link-revoked = أُوقف هذا الجهاز، ويُسلَّم ما لديه فقط
link-store_failed = تعذّر الحفظ على هذا الجهاز، ولن يُحفظ ما تكتبه حتى يُصلح ذلك
status-last-contact = آخر اتصال
status-who = { $name }، { $post }
status-pending =
    { $count ->
        [zero] لا شيء ينتظر الإرسال
        [one] إجراء واحد محفوظ ينتظر الإرسال
        [two] إجراءان محفوظان ينتظران الإرسال
        [few] { $count } إجراءات محفوظة تنتظر الإرسال
        [many] { $count } إجراءً محفوظًا ينتظر الإرسال
       *[other] { $count } إجراء محفوظ ينتظر الإرسال
    }
status-attention =
    { $count ->
        [zero] لا شيء يحتاج نظرك
        [one] أمر واحد يحتاج نظرك
        [two] أمران يحتاجان نظرك
        [few] { $count } أمور تحتاج نظرك
        [many] { $count } أمرًا يحتاج نظرك
       *[other] { $count } أمر يحتاج نظرك
    }
