### صفحة صاحب الشأن

other-language = English
skip = انتقل إلى المحتوى
accessibility = إمكانية الوصول
leave = أغلق هذه الصفحة

## الباب

enter-title = تابِع حالتك
enter-lead = اكتب رقم مرجع حالتك والرمز الوارد في أي رسالة أرسلناها إليك بشأنها.
enter-reference = رقم المرجع
enter-reference-hint = حرفان لاتينيان، ثم ثمانية أحرف وأرقام، مثل
enter-code = الرمز
enter-code-hint = عشرون حرفًا ورقمًا، كبيرةً كانت الأحرف أو صغيرة، بشرطات أو بدونها.
enter-open = افتح حالتي
enter-wrong = لم تُفتح أي حالة. إما أن الرمز ليس لهذا المرجع، أو أن صفحة هذه الحالة مغلقة. قارن الاثنين بالرسالة التي أرسلناها إليك ثم حاول مرة أخرى.
enter-lost = في كل رسالة نرسلها إليك بشأن حالتك رمز، وأي رمز منها يفتحها. لا يستطيع موظفونا رؤية رموزك، ولن يطلبوا منك رمزًا أبدًا.

## ما الذي لم ينجح

wrong-title = راجع ما يلي
wrong-stale = بقيت هذه الصفحة مفتوحة مدة طويلة، فلم يُرسل شيء. ما كتبته ما زال هنا، أرسله مرة أخرى.
wrong-ended = حفاظًا على خصوصيتك أُغلقت هذه الصفحة بعد مدة، ولم يضع شيء. افتح حالتك مرة أخرى.
ended-typed = ما كتبته، ولم يُرسل منه شيء. انسخه وافتح حالتك مرة أخرى وأرسله هناك.
wrong-word = ليست هذه كلمة هذا القرار. تجدها في الرسالة التي جاءتك بالقرار، وهي غير رمز هذه الصفحة.
wrong-choice = اختر: حُلّت أو لم تُحل.
wrong-missing = اكتب ما الذي ينقص، حتى لا يسألك أحد عنه مرة أخرى.
wrong-empty = اكتب رسالتك أولًا.
wrong-long = { $chars_max ->
    [zero] هذا النص طويل: لا يتسع المكان لأي حرف.
    [one] هذا النص طويل: يتسع المكان لحرف واحد.
    [two] هذا النص طويل: يتسع المكان لحرفين.
    [few] هذا النص طويل: يتسع المكان لـ{ $chars_max } أحرف.
    [many] هذا النص طويل: يتسع المكان لـ{ $chars_max } حرفًا.
   *[other] هذا النص طويل: يتسع المكان لـ{ $chars_max } حرف.
}
wrong-refused = لا يمكن قبول هذا الآن، فقد تغيرت الحالة منذ فتحت الصفحة. ما تراه أدناه هو وضعها الآن.
wrong-failed-title = لم ينجح هذا
wrong-failed = الخلل عندنا، ولم يضع شيء مما كتبت. حاول مرة أخرى بعد دقائق.
wrong-failed-back = عد إلى البداية

## الحالة

case-title = حالتك
case-reference = رقم المرجع
case-opened = لدينا منذ
case-kind = { $kind ->
    [complaint] شكوى
    [inquiry] استفسار
    [suggestion] اقتراح
    [concern] ملاحظة
    [request] طلب
   *[fault_report] بلاغ
}
case-stage = { $stage ->
    [new] وصلتنا، ولم يتسلّمها أحد بعد.
    [open] يجري العمل عليها.
    [answered] صدر القرار. أنت من يقول إن كانت قد حُلّت.
    [reopened] قلت إنها لم تُحل، ويجري العمل عليها من جديد.
    [confirmed] انتهت: قلت إنها حُلّت.
    [heard] أُغلقت: سجّل أحد موظفينا أنك قلت إنها حُلّت. إن لم يكن ذلك صحيحًا فأخبرنا أدناه.
    [unconfirmed] أُغلقت دون كلمتك: سألناك ولم يصلنا رد. ما زال بإمكانك أن تجيب أدناه.
    [upheld] انتهت: أعاد مراجع مستقل النظر فيها وأيّد القرار.
   *[before_rida] انتهت قبل أن نحفظ الحالات هنا.
}
case-with = هي الآن لدى
case-with-since = منذ { $when }

next-title = متى نعود إليك
next-at = { $when } على أبعد تقدير
next-overdue = { $when }: مضى هذا الموعد. لك علينا جواب، وهو أول ما على المكتب.
next-remind = إن لم يصلنا رد سألناك مرة أخرى قبل { $when }
next-none = لا يمكن تحديد موعد الآن، والسبب: { $because }

asked-title = ما طلبته
asked-form = لا يوجد نص منك في هذه الحالة. جاء في النموذج:
asked-points = ما تطلبه تحديدًا
point-outcome = { $outcome ->
    [granted] أُجيب
    [partly] أُجيب جزئيًا
   *[refused] لم يُجَب
}

decision-title = القرار
decision-by = أصدره { $post }
decision-approved = وافق عليه { $post }
decision-none = لم يُمنح شيء، والسبب:
decision-standard = ما هو حق لك
decision-rights = إن لم توافق فقل أدناه «لم تُحل»، فتُفتح الحالة من جديد فورًا.
review-title = ما قاله المراجع المستقل

promises-title = ما وُعدت به
promise-what = الوعد
promise-due = موعده
promise-state = أين وصل
promise-is = { $state ->
    [granted] موعود به
    [ordered] صدر الأمر بتنفيذه
    [done] تم
    [failed] لم يتم
   *[late] متأخر
}

hours-title = من كانت حالتك لديه، وكم بقيت
hours-lead = كل ساعة من عمر الحالة تخص جهة ما، ومجموعها هو المدة كلها.
hours-who = كانت لدى
hours-long = المدة
hours-total = المجموع
holder-you = لديك: كنا قد سألناك
holder-word = لديك: ننتظر كلمتك
holder-sync = في الطريق من مكتب بلا شبكة
holder-outside = طرف خارج الجهة
holder-closed = لا أحد: كانت الحالة مغلقة
holder-staff = أحد الموظفين
holder-now = الآن

talk-title = الخطابات والرسائل
talk-ours = { $kind ->
    [acknowledgement] منّا: وصلتنا
    [question] منّا: سؤال إليك
    [progress] منّا: ما جرى منذ ذلك
    [decision] منّا: القرار
    [remedy_done] منّا: تم ما وعدنا به
   *[deflection] منّا
}
talk-yours = منك
talk-solved = منك: حُلّت
talk-not-solved = منك: لم تُحل

## هل حُلّت؟

solved-title = هل حُلّت؟
solved-lead = أنت وحدك من يقول ذلك. وإن لم تقل شيئًا فلن يُحسب ذلك رضًا أبدًا.
solved-choice = جوابك
solved-yes = حُلّت
solved-no = لم تُحل
solved-pending = ما زال هناك وعد لم يحن. لك أن تنتظره، ولك أن تجيب الآن.
solved-text = بكلماتك
solved-text-hint = إن لم تُحل فاكتب ما الذي ينقص.
solved-word = كلمة هذا القرار
solved-word-hint = عشرون حرفًا ورقمًا من الرسالة التي جاءتك بالقرار، وهي غير رمز هذه الصفحة.
solved-send = أرسل جوابي

## رسالة

message-title = اكتب إلينا
message-answered-lead = تصل رسالتك إلى من لديه حالتك، ونتوقف عن تذكيرك حتى يصلك جواب.
message-lead = تصل رسالتك إلى من لديه حالتك. لا حاجة إلى أن تذكر مرة أخرى من أنت أو ما موضوعك.
message-text = رسالتك
message-send = أرسل الرسالة
message-over = انتهت هذه الحالة. إن عاد الأمر فأخبرنا واذكر هذا المرجع، ولن يسألك أحد عن الباقي مرة أخرى.

## الإيصال

receipt-title = وصلنا جوابك
receipt-solved = قلت إنها حُلّت. شكرًا لأنك أخبرتنا. انتهت الحالة.
receipt-not-solved = قلت إنها لم تُحل. فُتحت الحالة من جديد، وكلماتك أول ما فيها.
receipt-message-title = وصلتنا رسالتك
receipt-message = هي الآن في حالتك، أمام من لديه الحالة.
receipt-at = وقت الوصول
receipt-said = كتبت
receipt-next = متى نعود إليك
receipt-back = عد إلى حالتك

## مغلقة

left-title = أُغلقت هذه الصفحة
left-lead = لا يستطيع أحد الآن فتح حالتك من هذا الجهاز دون الرمز.
left-again = افتحها مرة أخرى
