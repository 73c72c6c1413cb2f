### الإعدادات

language-ar = العربية
language-en = English
settings-language = اللغة
settings-digits = الأرقام
digits-latin = 0123456789
digits-arabic_indic = ٠١٢٣٤٥٦٧٨٩
settings-calendar = التقويم
settings-calendar-sample = هكذا تظهر التواريخ:
calendar-gregorian = الميلادي
calendar-umm_al_qura = أم القرى
calendar-both = كلاهما
settings-theme = المظهر
theme-system = كالنظام
theme-light = فاتح
theme-dark = داكن
settings-text-size = حجم النص
text-size-percent = { $size }٪
settings-rows = صفوف القائمة
rows-two-lines = سطران
rows-compact = سطر واحد
settings-shortcuts = مفاتيح الحرف الواحد
settings-shortcuts-hint = مثل R للرد وE للقرار. تعمل خارج حقول الكتابة فقط، وتبقى المفاتيح مع Ctrl تعمل في كل حال.
settings-lock = أقفل الشاشة بعد
lock-never = لا تقفلها
lock-minutes =
    { $count ->
        [zero] الحال
        [one] دقيقة
        [two] دقيقتين
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
