# platform, all commands
serve-address = المنصة تجيب على { $address }
serve-demo = هذه نسخة تجريبية. الحسابات، ولكل منها كلمة مرور ورمز لجهاز جديد:
serve-demo-account = { $staff }   { $password }   { $code }   { $name }، { $post }
serve-messages = الرسائل إلى أصحاب الشأن على { $address }
serve-stopped = توقفت.
serve-demo-bind = النسخة التجريبية لا تجيب إلا على هذا الجهاز. { $bind } ليس عنوان الجهاز نفسه: استعمل 127.0.0.1، أو أعدّ مخزناً خاصاً بك.
serve-plain-bind = دون TLS لا تجيب المنصة إلا على هذا الجهاز، و{ $bind } ليس عنوان الجهاز نفسه. حدّد ‎--tls-cert و‎--tls-key، أو ‎--insecure-http إن كان أمامها وسيط يستعمل TLS.
serve-tls-half = يحتاج TLS إلى الملفين معًا: حدّد ‎--tls-cert و‎--tls-key.
serve-tls-failed = تعذّر استعمال TLS: { $cause }. حدّد سلسلة الشهادات، وأولها شهادة الخادم، ومفتاحها الخاص، وكلاهما بصيغة PEM.
serve-no-agency = لم تُعدّ جهة بعد. ابدأ بالأمر: platform setup DIR
serve-bind-failed = لا يمكن استعمال { $bind }: { $cause }. ربما يستعمله برنامج آخر؛ اختر غيره بالخيار --bind.
account-created = يستطيع { $staff } الدخول الآن.
account-changed = { $sessions ->
    [0] غُيّرت كلمة مرور { $staff }. لم تكن له جلسة مفتوحة.
    [one] غُيّرت كلمة مرور { $staff }، وأُنهيت جلسة واحدة.
   *[other] غُيّرت كلمة مرور { $staff }. عدد الجلسات التي أُنهيت: { $sessions }.
}
account-disabled-done = { $sessions ->
    [0] عُطّل حساب { $staff } ولا يمكنه تسجيل الدخول. لم تكن له جلسة مفتوحة. للتراجع: platform accounts enable { $staff }
    [one] عُطّل حساب { $staff } ولا يمكنه تسجيل الدخول، وأُنهيت جلسة واحدة. للتراجع: platform accounts enable { $staff }
   *[other] عُطّل حساب { $staff } ولا يمكنه تسجيل الدخول. عدد الجلسات التي أُنهيت: { $sessions }. للتراجع: platform accounts enable { $staff }
}
account-enabled-done = فُعّل حساب { $staff }، ويمكنه تسجيل الدخول بكلمة المرور نفسها.
account-sessions-ended = { $sessions ->
    [0] لا توجد جلسة مفتوحة للموظف { $staff }.
    [one] أُنهيت جلسة واحدة للموظف { $staff }. يمكنه تسجيل الدخول من جديد.
   *[other] عدد الجلسات التي أُنهيت للموظف { $staff }: { $sessions }. يمكنه تسجيل الدخول من جديد.
}
account-none = لا حساب للموظف { $staff }. لإنشائه: platform accounts add { $staff }
account-disabled = معطّل
account-line = { $staff }   { $state }   { $name }، { $post }
account-ready = جاهز
account-missing = بلا حساب
account-password-short = كلمة المرور { $chars } أحرف على الأقل.
account-password-missing = لم تصل كلمة مرور من الإدخال القياسي. اكتبها في سطر واحد.
unknown-agency = لا تعرف المنصة جهة «{ $agency }». تعرف: { $known }
agency-missing = هنا جهات عدة: { $known }. بيّن أيها بالخيار --agency.
unknown-staff = لا موظف في الجهة باسم «{ $staff }». انظر: platform accounts list
enrol-disabled = حساب { $staff } موقوف. فعّله أولًا: platform accounts enable { $staff }
enrol-code = رمز لجهاز جديد يخص { $staff }: { $code }. يصلح مرة واحدة خلال { $minutes } دقيقة.
device-line = { $device }   { $staff }   { $state }   سُجّل { $enrolled }   آخر اتصال { $seen }
device-state-signed-in = مسجّل الدخول
device-state-signed-out = مسجّل الخروج
device-state-revoked = موقوف
devices-none = لا جهاز مسجّلًا.
device-revoked = أُوقف الجهاز { $device } الخاص بالموظف { $staff }، ولا يمكنه تسجيل الدخول أو القراءة. لجهاز جديد: platform enrol { $staff }
device-revoked-before = الجهاز { $device } موقوف من قبل.
devices-revoked = { $devices ->
    [0] لا يوجد جهاز للموظف { $staff } لإيقافه.
    [one] أُوقف جهاز واحد للموظف { $staff }، ولا يمكنه تسجيل الدخول أو القراءة.
   *[other] عدد الأجهزة التي أُوقفت للموظف { $staff }: { $devices }. لا يمكنها تسجيل الدخول أو القراءة.
}
restore-adopted = اعتُمدت النسخة المستعادة، وهذا السجل رقم { $epoch }. ستعيد الأجهزة إرسال ما لم تره النسخة.
device-unknown = لا يوجد جهاز «{ $device }». انظر: platform devices list
config-unreadable = لا يمكن قراءة الإعدادات { $path }: { $cause }.
failed = تعذّر: { $cause }
data-made-private = كان بإمكان مستخدمين آخرين لهذا الجهاز قراءة { $files } من الملفات والمجلدات في { $path }. لم يعد ذلك ممكنًا.
data-not-private = تعذّر حصر المجلد { $path } على مالكه: { $cause }. حدّد مجلدًا خاصًا بالمنصة بالخيار --data.
key-written = المفتاح في { $path }. احتفظ بنسخة منه في مكان آمن: لا يمكن لأحد قراءة البيانات من دونه.
encrypt-no-key = لم يُحدَّد مفتاح. أنشئ مفتاحًا بالأمر: platform new-key FILE، ثم حدّده بالخيار --key-file.
encrypted = البيانات في { $path } مشفّرة الآن. حدّد المفتاح عند كل تشغيل.
encrypted-before = البيانات في { $path } مشفّرة من قبل بهذا المفتاح.

backup-exists = المجلد { $path } موجود. اكتب اسم مجلد جديد.
backup-begun = جارٍ النسخ إلى { $path } …
no-platform = لا توجد منصة في { $path }. سمِّ مجلدها بالخيار ‎--data أو أنشئ واحدة بالأمر platform setup.
backup-done = في { $path } نسخة احتياطية كاملة فيها { $events } حدثًا، وقد فُحصت.
restore-begun = جارٍ فحص { $path } …
restore-done = وُضعت النسخة { $path } المأخوذة في { $at }. نفّذ ‎platform adopt-restore ثم شغّل المنصة.
restore-refused = لم يتغيّر شيء: تعذرت استعادة { $path }، { $cause }.
restore-occupied = لم يتغيّر شيء: في مجلد البيانات قاعدة بيانات. استعمل ‎--force لتحل { $path } محلها، وتُنقل الموجودة جانبًا.
serve-restored = قاعدة البيانات أقدم مما أرسلته المنصة، فقد استُعيدت من نسخة احتياطية. نفّذ ‎platform adopt-restore أولًا.
serve-anchor-missing = المجلد الذي يحفظ ما أرسلته المنصة مفقود. أعده إلى مكانه، أو نفّذ ‎platform adopt-restore فتُحجز الرسائل المنتظرة حتى تفرج عنها.
