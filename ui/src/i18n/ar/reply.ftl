### الرد والقرار والصلاحيات والخطاب

reply-kind = نوع الرد
reply-label = الرد
reply-placeholder = قل ما تم، أو متى يتم، أو ما الذي تحتاجه منه.
reply-files = ملفات تخرج معه
reply-send = أرسل
hints = ما يقوله فحص الرد
hint-mend = أصلحه
hint-override = أرسله مع ذلك
templates = القوالب

next-label = متى يسمع منا بعد هذا
next-next-day = يوم العمل التالي
next-three-days = بعد ثلاثة أيام عمل
next-week = بعد خمسة أيام عمل
next-date = موعد آخر
next-none = لا موعد، لأن…
next-date-label = الموعد
next-because = السبب

fact-label = واقعة من هذه الحالة
fact-add = أضف
fact-add-one = أضف واقعة
fact-remove = احذف الواقعة
fact-done = تم
fact-when = الموعد
fact-amount = المبلغ
fact-work_order = أمر عمل
fact-quote = كلامه
fact-done-words = ماذا تم ومن قام به
fact-hint = تُحسب الواقعة حين ترد في النص نفسه.
fact-when-words = اليوم
fact-amount-words = المبلغ
fact-work_order-words = رقم أمر العمل
fact-quote-words = من كلام صاحب الشأن

proposed = مقترح
decide-remedies = ماذا نمنحه
decide-remedy = معالجة
decide-above =
    { $count ->
        [zero] لا شيء بموافقة
        [one] معالجة أخرى بموافقة
        [two] معالجتان أخريان بموافقة
        [few] { $count } معالجات أخرى بموافقة
        [many] { $count } معالجة أخرى بموافقة
       *[other] { $count } معالجة أخرى بموافقة
    }
decide-none = لا معالجة، لأن…
decide-because = لماذا لا معالجة
decide-points = جواب كل ما طلبه
decide-point = الجواب
decide-point-because = لماذا
point-granted = نعم
point-partly = بعضه
point-refused = لا
decide-cause = لماذا وصل الأمر إلى هذا
decide-grounds = الأسانيد
cause-policy = السياسة
cause-system = النظام التقني
cause-other_unit = وحدة أخرى
cause-staff = موظف
cause-third_party = طرف ثالث
cause-person = صاحب الشأن
decide-letter = الخطاب كما يقرؤه
decide-letter-again = أعد صياغته
decide-asked = يُسأل { $name }، { $post }، ولا يخرج شيء قبل موافقته.
decide-do = امنح وأرسل
decide-request = اطلب الموافقة

powers-limit = حتى
powers-left = بقي اليوم
powers-due = يتم
powers-above = بموافقة
powers-amount = المبلغ
powers-proof = الإثبات: صورة أو رقم إيصال
powers-demanded = تشترط الجهة موافقة على كل قرار في هذا النوع.
powers-none = لا معالجة في صلاحياتك لهذا النوع. اطلب الموافقة بخطوة واحدة من «قرّر».
powers-by-approval = وبموافقة { $post }

letter-greeting = السلام عليكم { $name }،
letter-greeting-plain = السلام عليكم،
letter-about = نظرنا في حالتكم { $reference } بشأن «{ $subject }».
letter-remedy = قررنا لكم: { $name }، في موعد أقصاه { $due }.
letter-remedy-amount = قررنا لكم: { $name } بمبلغ { $amount }، في موعد أقصاه { $due }.
letter-none = لم نقرر معالجة، لأن { $because }.
letter-point =
    { $because ->
        [none] - { $point }: { $outcome }.
       *[other] - { $point }: { $outcome }، لأن { $because }.
    }
letter-dispute = القول الأخير لكم. إن لم تُحلّ المسألة فلكم الاعتراض من صفحة حالتكم، ويراجعه من لم يتخذ القرار.
