### الدخول والقفل

sign-in = ادخل
sign-out = اخرج
sign-in-title = الدخول
sign-in-agency = الجهة
sign-in-account = رمز الموظف
sign-in-password = كلمة المرور
sign-in-code = رمز هذا الجهاز
sign-in-code-hint = يُطلب مرة واحدة لكل جهاز، ويعطيك إياه مديرك. اتركه فارغًا إن سبق أن دخلت من هنا.
sign-in-more = عن هذا الجهاز
sign-in-alone = افتح هنا دون شبكة بكلمة المرور وحدها
sign-in-alone-hint = يلزم فقط حيث لا يملك الجهاز حافظة مفاتيح. أبقه متوقفًا على جهاز مشترك لا تثق به.
sign-in-no-platform = لا تجيب المنصة الآن. الدخول الأول من هذا الجهاز يحتاج إليها.
sign-in-offline-ok = لا تجيب المنصة الآن. يمكنك أن تعمل، وسيُرسل عملك حين تعود.
sign-in-needs-network = الفتح دون شبكة متوقف على هذا الجهاز، فيلزم الاتصال بالمنصة.
sign-in-changed = غُيّرت كلمة مروري من مكان آخر
sign-in-old = كلمة المرور السابقة
sign-in-old-hint = ما زال هذا الجهاز يُفتح بها. تُطلب مرة واحدة، ثم تفتحه الجديدة.
sign-in-who = من أنت
sign-in-another = حساب آخر
sign-in-back = ارجع
sign-in-address = عنوان المنصة:
sign-in-demo = هذه منصة تجريبية. اختر حسابًا:
lock-title = الشاشة مقفلة
lock-words = كل ما كتبته محفوظ على هذا الجهاز.
lock-open = افتح
