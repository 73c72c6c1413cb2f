### الرد والقرار والصلاحيات والخطاب

reply-kind = نوع الرد
reply-label = الرد
reply-placeholder = قل ما تم، أو متى يتم، أو ما الذي تحتاجه منه.
reply-files = ملفات تخرج معه
reply-send = أرسل
hints = ما يقوله فحص الرد
hint-mend = إصلاح
hint-override = إرسال مع ذلك
templates = القوالب

next-label = التحديث القادم
next-next-day = يوم العمل التالي
next-three-days = بعد ثلاثة أيام عمل
next-week = بعد خمسة أيام عمل
next-date = موعد آخر
next-none = لا موعد، لأن…
next-date-label = الموعد
next-because = السبب

reply-say = ما تم: «…»، يوم «…».
found-label = وقائع وُجدت في النص
found-day = يوم
found-time = وقت
found-duration = مدة
found-amount = مبلغ
found-quantity = كمية
found-identifier = رقم
found-article = مادة نظامية
found-place = مكان
found-post = وظيفة
found-deed = ما تم
found-decision = قرار
found-quote = من كلامه
amount-unread = اكتب المبلغ بالأرقام، مثل 180 أو ١٨٠٫٥٠.

proposed = مقترح
decide-remedies = ماذا سنفعل
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
decide-none = دون معالجة، والسبب…
decide-because = سبب عدم المعالجة
decide-points = جواب كل ما طلبه
decide-point = الجواب
decide-point-because = لماذا
point-granted = نعم
point-partly = جزئيًا
point-refused = لا
decide-cause = السبب الجذري
decide-grounds = الأسانيد
cause-policy = السياسة
cause-system = النظام التقني
cause-other_unit = وحدة أخرى
cause-staff = موظف
cause-third_party = طرف ثالث
cause-person = صاحب الشأن
decide-letter = الخطاب
decide-letter-again = البدء من جديد
decide-asked = يُسأل { $name }، { $post }، ولا يخرج شيء قبل موافقته.
decide-do = منح وإرسال
decide-send = إرسال القرار
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
