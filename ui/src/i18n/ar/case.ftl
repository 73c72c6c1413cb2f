### الحالة: من، وما جرى، وما يُكتب

case-no-person = لم يُذكر صاحب شأن
case-timeline = ما جرى، والأحدث آخرًا
case-pending = لم يُتفق عليه بعد
case-copied = نُسخ

story = الحكاية حتى الآن
story-asked = طُلب
story-promised = وُعد
story-said = قيل له
story-nothing = لم يُكتب كلامه
story-no-promise = لا وعد قائم
story-not-answered = لم يُكتب له شيء بعد
story-next-news = خبر جديد
story-late = فات موعده

said-opened = كلام صاحب الشأن
said-imported = من السجل المستورد
said-contact-inbound = تواصل معنا، { $channel }
said-contact-outbound = تواصلنا معه، { $channel }
said-note = داخلية
said-note-late = داخلية، وصلت متأخرة
said-solved = قال: حُلّت
said-not-solved = قال: لم تُحلّ
said-kind-changed = كُتب على أنه «{ $kind }»، ولم يوقف الوقت.

reply-acknowledgement = إشعار بالاستلام
reply-question = سؤال
reply-progress = خبر عن السير
reply-decision = قرار
reply-remedy_done = تمت المعالجة
reply-deflection = إحالة

channel-phone = هاتف
channel-portal = البوابة
channel-branch = الفرع
channel-social = التواصل الاجتماعي
channel-mail = بريد
channel-sms = رسالة نصية
channel-import = استيراد
outcome-spoke = تحدثنا
outcome-no_answer = لم يجب
outcome-message = تركنا رسالة
direction-inbound = هو تواصل
direction-outbound = نحن تواصلنا

event-granted =
    { $by ->
        [none] قُرر منحه: { $given }
       *[other] قُرر منحه: { $given }، بموافقة { $by }
    }
event-decided-none =
    { $by ->
        [none] قُرر ألا معالجة
       *[other] قُرر ألا معالجة، بموافقة { $by }
    }
event-approval-requested = طُلبت موافقة { $of }
event-approval-passed = انتقل الطلب إلى { $of } لانقضاء الوقت
event-approval-approved = وُوفق على الطلب
event-approval-refused = رُفض الطلب
event-approval-returned = أُعيد الطلب بملاحظة
event-approval-recalled = سُحب الطلب
event-remedy-granted = مُنح: { $remedy }
event-remedy-ordered = صدر الأمر بتنفيذ: { $remedy }
event-remedy-done = تم: { $remedy }
event-remedy-failed = تعذّر: { $remedy }
event-remedy-late = تأخر: { $remedy }
event-owner = صاحب الحالة الآن { $name }
event-owner-none = عادت الحالة إلى الوحدة
event-contact-inbound = تواصل معنا، { $channel }: { $outcome }
event-contact-outbound = تواصلنا معه، { $channel }: { $outcome }
event-reminder = ذُكّر صاحب الشأن، { $channel }
event-review-upheld = أيّدت المراجعة القرار
event-review-overturned = نقضت المراجعة القرار
event-closed = انتهت الحالة: { $ending }
event-attached = أُضيف ملف: { $name }
event-person_corrected =
    { $ended ->
        [none] أُضيفت بيانات تواصل: { $added }
       *[other] { $added ->
            [none] أُلغيت بيانات تواصل: { $ended }
           *[other] تغيرت بيانات التواصل من { $ended } إلى { $added }
        }
    }
event-flagged = صارت أمام نظر المدير
event-taken_back = تُراجع عن إجراء

act-take = خذ الحالة
act-decide = قرّر
act-reply = اكتب ردًا
act-note = دوّن ملاحظة
act-more = المزيد
act-contact = سجّل تواصلًا
act-hear = سجّل كلمة صاحب الشأن
act-correct_person = تعديل بيانات التواصل
act-review = راجع القرار
act-assign = أسند إلى زميل
act-release = أعد الحالة إلى الوحدة

done-take = صارت الحالة عندك.
done-note = حُفظت الملاحظة.
done-contact = سُجّل التواصل.
done-heard = سُجّلت كلمته.
done-correct_person = تم تعديل بيانات التواصل.
done-review-upheld = أُيّد القرار.
done-review-overturned = نُقض القرار، وعادت الحالة مفتوحة.
done-assign = أُسندت الحالة.
done-release = عادت الحالة إلى الوحدة.
done-reply = حُفظ الرد، ويخرج بعد عشر ثوانٍ.
done-decide = صدر القرار، ويخرج الخطاب بعد عشر ثوانٍ.
done-request = طُلبت الموافقة.
done-remedy-ordered = سُجّل صدور الأمر.
done-remedy-done = سُجّل التنفيذ.
done-remedy-failed = سُجّل التعذّر.
undo = تراجع
undo-done = تُراجع عنه.
undo-back = ارجع إلى

form-close = اطوِ
draft-saved = محفوظ
draft-unsaved = يُحفظ…
draft-failed = لم يُحفظ بعد، والمحاولة جارية
draft-elsewhere = نسخة من هذه المسودة كُتبت على جهاز آخر
draft-take = خذها

note-label = ملاحظة داخلية
note-placeholder = لا يراها صاحب الشأن أبدًا.
note-add = دوّن

contact-direction = من بدأ
contact-channel = كيف
contact-outcome = كيف انتهى
contact-words = بكلامه هو
contact-words-hint = اتركه فارغًا إن لم يزد شيئًا. لا تسأله اسمه ولا سببه مرة أخرى.
contact-record = سجّل التواصل

heard-question = ماذا قال عن القرار؟
heard-yes = حُلّت
heard-no = لم تُحلّ
heard-yes-follows = لا تُغلق الحالة بهذا إلا إذا سجّله من لم يعالجها ولم يوافق عليها، وتُحسب وحدها.
heard-no-follows = تعود الحالة مفتوحة حالًا، ويراجع القرار من لم يتخذه.
heard-words = بكلامه هو
heard-record = سجّل كلمته

person-new-phone = رقم هاتف جديد
person-new-mail = بريد إلكتروني جديد
person-end = لم يعد { $value } لصاحب الشأن
person-because = كيف عرفنا؟
person-save = حفظ بيانات التواصل

identifier-phone = الهاتف
identifier-national_id = رقم الهوية
identifier-mail = البريد الإلكتروني
identifier-since = منذ
identifier-until = حتى

review-question = هل يبقى القرار؟
review-upheld = يبقى
review-overturned = يُنقض
review-reasons = الأسباب
review-reasons-hint = يقرؤها صاحب الشأن أيضًا.
review-record = أصدر المراجعة

assign-to = إلى من
assign-colleague = { $name }، { $post } ({ $load })
assign-do = أسند
release-because = ماذا يحتاج من يأخذها بعدك أن يعرف؟

side-powers = ما تملك منحه الآن
side-granted = ما مُنح
side-person = بيانات التواصل
side-facts = الوقائع
side-files = الملفات
side-others = حالاته الأخرى
files-hint = أسقط ملفًا هنا أو ألصقه.
files-choose = اختر ملفات
files-limit = الحد الأقصى للملف الواحد { $size }.
file-save = حفظ { $name } في هذا الجهاز
file-saved = حُفظ: { $name }
file-kb = { $size } ك.ب
file-mb = { $size } م.ب

kind-complaint = شكوى
kind-inquiry = استفسار
kind-suggestion = اقتراح
kind-concern = ملاحظة
kind-request = طلب
kind-fault_report = بلاغ

fact-kind = النوع
fact-unit = الوحدة
fact-opened = بدأت
fact-place = المكان
fact-points = يطلب
fact-tried = جرّب قبلنا
fact-cost = تكلّف
fact-met = تم
fact-hours = من حازها وكم
fact-standard = معيار الخدمة
held-hours =
    { $count ->
        [zero] أقل من ساعة
        [one] ساعة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
held-days =
    { $count ->
        [zero] أقل من يوم
        [one] يوم
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }

remedy-granted = مُنح
remedy-ordered = صدر الأمر
remedy-done = تم
remedy-failed = تعذّر
remedy-late = تأخر
remedy-proof = الإثبات أو السبب
remedy-to-ordered = صدر الأمر
remedy-to-done = تم
remedy-to-failed = تعذّر
act-grant = امنح
done-grant = مُنحت المعالجة.

# رسائل لم تصل إلى صاحب الشأن
side-returned = رسالة لم تصل
letter-resend = إعادة الإرسال
done-resend = ستُرسل الرسالة مرة أخرى
letter-fault-address = العنوان غير موجود
letter-fault-refused = رفض مزود الخدمة الرسالة
letter-fault-unreachable = تعذر الوصول إلى مزود الخدمة
letter-fault-no_way = لا توجد وسيلة إرسال تناسب بيانات صاحب الشأن
letter-fault-undelivered = لم تصل الرسالة
letter-fault-unconfirmed = إرسال غير مؤكد: ربما وصلت الرسالة
letter-fault-interrupted = انقطع الإرسال: ربما وصلت الرسالة
letter-advice-address = يلزم تصحيح رقم الهاتف أو البريد الإلكتروني ثم إعادة الإرسال، أو الاتصال بصاحب الشأن.
letter-advice-refused = يمكن إعادة الإرسال؛ وإن رُفضت مرة أخرى فيلزم الاتصال بصاحب الشأن وإبلاغ مسؤول النظام.
letter-advice-unreachable = يمكن إعادة الإرسال لاحقًا، أو الاتصال بصاحب الشأن.
letter-advice-no_way = يلزم إضافة رقم هاتف أو بريد إلكتروني صالح، أو الاتصال بصاحب الشأن.
letter-advice-undelivered = يلزم التحقق من رقم الهاتف أو البريد الإلكتروني ثم إعادة الإرسال، أو الاتصال بصاحب الشأن.
letter-advice-unconfirmed = يلزم الاتصال بصاحب الشأن وسؤاله. تُعاد الرسالة فقط إن لم تصله.
letter-advice-interrupted = يلزم الاتصال بصاحب الشأن وسؤاله. تُعاد الرسالة فقط إن لم تصله.
event-letter-returned = لم تصل رسالة إلى صاحب الشأن، { $channel }: { $fault }
event-letter-reached = وصلت الرسالة إلى صاحب الشأن بعد ذلك
event-letter-resent = أُعيد إرسال الرسالة
