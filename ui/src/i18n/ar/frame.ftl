### الإطار: الأماكن وسطر الحال والحالات العامة

rida = رضا
frame-places = الأماكن
frame-list = القائمة
frame-side = جانب الحالة
frame-list-edge = حدّ القائمة
frame-side-edge = حدّ جانب الحالة
close = أغلق
pick-one = اختر

place-desk = بريد العمل
place-approvals = الموافقات
place-intake = استقبال
place-search = بحث
place-agreement = المزامنة
place-settings = الإعدادات
place-count =
    { $count ->
        [zero] لا شيء ينتظر
        [one] واحد ينتظر
        [two] اثنان ينتظران
        [few] { $count } تنتظر
        [many] { $count } تنتظر
       *[other] { $count } تنتظر
    }

state-loading = لحظة…
state-try-again = أعد المحاولة

when-now = الآن
when-today = اليوم { $time }
when-tomorrow = غدًا { $time }
when-yesterday = أمس { $time }
when-minutes =
    { $count ->
        [zero] الآن
        [one] منذ دقيقة
        [two] منذ دقيقتين
        [few] منذ { $count } دقائق
        [many] منذ { $count } دقيقة
       *[other] منذ { $count } دقيقة
    }
when-hours =
    { $count ->
        [zero] منذ أقل من ساعة
        [one] منذ ساعة
        [two] منذ ساعتين
        [few] منذ { $count } ساعات
        [many] منذ { $count } ساعة
       *[other] منذ { $count } ساعة
    }
when-days =
    { $count ->
        [zero] اليوم
        [one] منذ يوم
        [two] منذ يومين
        [few] منذ { $count } أيام
        [many] منذ { $count } يومًا
       *[other] منذ { $count } يوم
    }
