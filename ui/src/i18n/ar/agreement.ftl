### المزامنة: ما ينتظر وما يحتاج النظر

agreement-link = الاتصال
agreement-last = آخر جواب من المنصة
agreement-never = لم يقع بعد
agreement-lease = تستطيع القرار هنا حتى
agreement-clock = ساعة الجهاز
agreement-clock-off =
    { $count ->
        [zero] مضبوطة
        [one] تختلف دقيقة عن المنصة، ولا أثر لذلك في الحقوق والمواعيد
        [two] تختلف دقيقتين عن المنصة، ولا أثر لذلك في الحقوق والمواعيد
        [few] تختلف { $count } دقائق عن المنصة، ولا أثر لذلك في الحقوق والمواعيد
        [many] تختلف { $count } دقيقة عن المنصة، ولا أثر لذلك في الحقوق والمواعيد
       *[other] تختلف { $count } دقيقة عن المنصة، ولا أثر لذلك في الحقوق والمواعيد
    }
agreement-first = الجلب الأول
agreement-progress = { $done } من { $total }
agreement-offline = تعمل الآن دون اتصال. كل ما تفعله محفوظ هنا ويُرسل وحده حين يعود الاتصال.
agreement-now = اتصل الآن
agreement-export = صدّر ما لم يُرسل
agreement-exported = كُتب في { $name }

waiting-shown = أول { $shown } من أصل { $total }.
waiting-more = عرض المزيد

pending-title = ينتظر الإرسال أو الجواب
pending-none = لا شيء ينتظر. كل ما حفظته اتُّفق عليه مع المنصة.
pending-what = الإجراء
pending-state = حاله
pending-saved = محفوظ هنا، لم يُرسل بعد
pending-probably-refused = سيُرسل، والأرجح أن يُرفض: { $why }
pending-held = عند المنصة، تنتظر { $why }
pending-behind = ينتظر إجراءً قبله على الحالة نفسها
held-attachment = ملفًا لم يصل بعد
held-predecessor = إجراءً سابقًا
held-newer_schema = تحديثًا فيها
held-body = بقية النص

attention-title = يحتاج نظرك
attention-none = لا شيء. إن رُفض لك إجراء ظهر هنا بنصه كاملًا وسببه وما يمكن فعله.
attention-moved = تغيّرت الحالة بعد أن كتبت. انظر ثم قرر:
attention-attachment_missing = ينتظر ملفًا لم يصل منذ يوم.
attention-attachment_refused = رفض الخادم ملفًا مرفقًا: { $names }. احذف الملف أو استبدله ثم أعد الإرسال.
attention-sent_by_copy = سبق أن أُرسل هذا من نسخة أخرى من بيانات هذا الجهاز.
attention-undeliverable = لم يمكن إيصاله، والغالب أنه أكبر مما تسمح به الشبكة.
attention-no_longer_yours = لم تعد الحالة عندك. نصك محفوظ.
attention-behind =
    { $count ->
        [zero] لا إجراء بعده
        [one] إجراء بعده ينتظره
        [two] إجراءان بعده ينتظرانه
        [few] { $count } إجراءات بعده تنتظره
        [many] { $count } إجراءً بعده ينتظره
       *[other] { $count } إجراء بعده ينتظره
    }
moved-inbound = كتب صاحب الشأن:
moved-outbound = كُتب له:
moved-owner = صارت الحالة عند { $name }.
moved-owner-none = لم يعد للحالة صاحب.
moved-stage = صارت الحالة «{ $stage }».
moved-revision = صار الطلب في النسخة { $revision }.
way-confirm = أرسله كما هو
way-make_approval = اطلب الموافقة
way-add_as_note = احفظه ملاحظة
way-hand_to_owner = أعطه صاحب الحالة
way-discard = اتركه

action-open_case = حالة جديدة
action-record_contact = تواصل
action-import_case = استيراد
action-correct_person = تعديل بيانات التواصل
action-take = أخذ الحالة
action-assign = إسناد
action-release = إعادة إلى الوحدة
action-add_note = ملاحظة
action-attach = ملف
action-draft_reply = مسودة رد
action-send_reply = رد
action-ask_person = سؤال إلى صاحب الشأن
action-grant_remedy = منح معالجة
action-update_remedy = حال معالجة
action-request_approval = طلب موافقة
action-approve = موافقة
action-refuse_request = رفض طلب
action-return_request = إعادة طلب
action-recall = سحب طلب
action-pass_approval = انتقال طلب
action-decide = قرار
action-withdraw = تراجع
action-confirm = تأكيد
action-dispute = اعتراض
action-heard_solved = قال: حُلّت
action-heard_not_solved = قال: لم تُحلّ
action-review = مراجعة
action-remind = تذكير
action-end_unconfirmed = انتهاء بلا تأكيد
action-report_letter = بلاغ عن رسالة
action-resend_letter = إعادة إرسال رسالة
action-remedy_due = موعد معالجة
action-ask_lapsed = انقضاء سؤال
action-delegate = إعارة صلاحية
action-end_delegation = إنهاء إعارة
agreement-sign-in = ادخل من جديد
agreement-sign-in-words = انتهت الجلسة مع المنصة. كل عملك محفوظ هنا، ويُرسل بعد أن تدخل. إن غُيّرت كلمة مرورك فاكتب الجديدة.

recovery-title = بيانات هذا الجهاز نسخة أقدم، أو أنها مستخدمة على جهاز آخر أيضًا
recovery-recovered =
    { $count ->
        [zero] لم ينقص شيء من عملك هنا.
        [one] جُلب من الخادم إجراء واحد لك لم يكن هنا.
        [two] جُلب من الخادم إجراءان لك لم يكونا هنا.
        [few] جُلبت من الخادم { $count } إجراءات لك لم تكن هنا.
        [many] جُلب من الخادم { $count } إجراءً لك لم تكن هنا.
       *[other] جُلب من الخادم { $count } إجراء لك لم تكن هنا.
    }
recovery-resent =
    { $count ->
        [zero] لم يتأثر أي عمل غير مرسل. لم يُفقد شيء.
        [one] حُفظ إجراء واحد غير مرسل وأُرسل من جديد. لم يُفقد شيء.
        [two] حُفظ إجراءان غير مرسلين وأُرسلا من جديد. لم يُفقد شيء.
        [few] حُفظت { $count } إجراءات غير مرسلة وأُرسلت من جديد. لم يُفقد شيء.
        [many] حُفظ { $count } إجراءً غير مرسل وأُرسل من جديد. لم يُفقد شيء.
       *[other] حُفظ { $count } إجراء غير مرسل وأُرسل من جديد. لم يُفقد شيء.
    }
recovery-dismiss = إخفاء
