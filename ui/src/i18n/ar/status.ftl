### سطر الحال

status-connected = متصل بالمنصة
status-never = غير متصل، ولم يقع اتصال بعد
status-away = غير متصل، آخر اتصال
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
