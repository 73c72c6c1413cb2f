### بريد العمل: الصفوف وأسبابها

desk-filters = أي الحالات
desk-list = الحالات، الأقرب موعدًا أولًا
filter-mine = حالاتي
filter-overdue = المتأخرة
filter-unowned = بلا صاحب
filter-unit = الوحدة
filter-answered = تنتظر كلمة صاحب الشأن
filter-returned = رسائل لم تصل
filter-closed = المغلقة
desk-empty-mine = تظهر هنا حالاتك، أقربها موعدًا أولًا. خذ حالة من «بلا صاحب» أو استقبل تواصلًا.
desk-look-unowned = انظر في «بلا صاحب»
desk-empty-overdue = لا متأخر عندك.
desk-empty-unowned = تظهر هنا حالات الوحدة التي لم يأخذها أحد. كلها مأخوذة الآن.
desk-empty-unit = تظهر هنا حالات الوحدة المفتوحة.
desk-empty-answered = تظهر هنا الحالات التي أجبت عنها وتنتظر أن يقول صاحبها: حُلّت أو لم تُحلّ.
desk-empty-returned = تظهر هنا الحالات التي لم تصل فيها رسالة إلى صاحب الشأن. لا توجد حالة منها الآن.
desk-empty-closed = تظهر هنا الحالات التي انتهت.

row-unread = جديد لم تقرأه
row-vital = خدمة حيوية
row-flagged = أمام نظر المدير
row-confidential = سرية
row-pending = لم يُتفق عليه بعد
row-contacts =
    { $count ->
        [zero] لم يتواصل
        [one] تواصل مرة
        [two] تواصل مرتين
        [few] تواصل { $count } مرات
        [many] تواصل { $count } مرة
       *[other] تواصل { $count } مرة
    }

list-comma = ،{" "}
key-v = V
changes-show = اعرضها
changes-moved =
    { $count ->
        [zero] لم ينتقل شيء
        [one] انتقلت حالة
        [two] انتقلت حالتان
        [few] انتقلت { $count } حالات
        [many] انتقلت { $count } حالة
       *[other] انتقلت { $count } حالة
    }
changes-added =
    { $count ->
        [zero] لا جديد
        [one] وصلت حالة
        [two] وصلت حالتان
        [few] وصلت { $count } حالات
        [many] وصلت { $count } حالة
       *[other] وصلت { $count } حالة
    }
changes-gone =
    { $count ->
        [zero] لم يخرج شيء
        [one] خرجت حالة
        [two] خرجت حالتان
        [few] خرجت { $count } حالات
        [many] خرجت { $count } حالة
       *[other] خرجت { $count } حالة
    }

due-answer = الرد
due-solution = الحل
due-next_contact = التواصل
due-remedy = تنفيذ المعالجة
due-ceiling = الحد الأقصى
late-answer = تأخر الرد
late-solution = تأخر الحل
late-next_contact = تأخر التواصل
late-remedy = تأخرت المعالجة
late-ceiling = تجاوز الحد الأقصى

stage-new = جديدة
stage-open = مفتوحة
stage-answered = أُجيب عنها
stage-closed = مغلقة
ending-confirmed = مؤكَّدة الحل
ending-unconfirmed = انتهت بلا تأكيد
ending-upheld = أُيّد القرار بعد اعتراض
ending-before_rida = أُغلقت قبل رضا

holder-me = عندك
holder-person = عند صاحب الشأن
holder-handler = عند المعالج
holder-unit_manager = عند مدير الوحدة
holder-approver = عند صاحب الموافقة
holder-approver-named = عند { $post } للموافقة
holder-sync = في الطريق إلى المنصة
holder-outside = خارج الجهة
holder-awaiting_word = تنتظر كلمة صاحب الشأن
holder-nobody = انتهت

why-hint = قف على حالة لترى لماذا هي في موضعها.
why-place = الموضع { $place }، لأن:
why-vital =
    { $count ->
        [zero] خدمة حيوية
        [one] خدمة حيوية، تقدّمت ساعة
        [two] خدمة حيوية، تقدّمت ساعتين
        [few] خدمة حيوية، تقدّمت { $count } ساعات
        [many] خدمة حيوية، تقدّمت { $count } ساعة
       *[other] خدمة حيوية، تقدّمت { $count } ساعة
    }
why-people =
    { $count ->
        [zero] لا متضرر آخر
        [one] متضرر واحد
        [two] متضرران
        [few] { $count } متضررين
        [many] { $count } متضررًا
       *[other] { $count } متضرر
    }
why-repeats =
    { $count ->
        [zero] لم يتواصل
        [one] تواصل مرة
        [two] تواصل مرتين ولا تقدّم
        [few] تواصل { $count } مرات ولا تقدّم
        [many] تواصل { $count } مرة ولا تقدّم
       *[other] تواصل { $count } مرة ولا تقدّم
    }
why-age =
    { $count ->
        [zero] عمرها
        [one] عمرها: دقيقة عن كل يوم
        [two] عمرها: دقيقتان عن كل يوم
        [few] عمرها: { $count } دقائق عن كل يوم
        [many] عمرها: { $count } دقيقة عن كل يوم
       *[other] عمرها: { $count } دقيقة عن كل يوم
    }
why-flagged = أمام نظر المدير
desk-fetching = تصل الحالات الأولى: { $done } من { $total }. ابدأ بما وصل.
