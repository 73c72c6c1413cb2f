### الدخول والقفل

sign-in = ادخل
sign-out = اخرج
sign-in-title = الدخول
sign-in-account = الحساب
sign-in-password = كلمة المرور
sign-in-code = رمز هذا الجهاز
sign-in-code-hint = يُطلب مرة واحدة لكل جهاز، ويعطيك إياه مديرك. اتركه فارغًا إن سبق أن دخلت من هنا.
sign-in-offline = اسمح بالفتح هنا دون شبكة
sign-in-offline-hint = تُفتح بياناتك على هذا الجهاز بكلمة المرور وحدها إذا غابت الشبكة. أوقفه على جهاز مشترك لا تثق به.
sign-in-demo = هذه منصة تجريبية. اختر حسابًا:
lock-title = الشاشة مقفلة، { $name }
lock-words = كل ما كتبته محفوظ على هذا الجهاز.
lock-open = افتح
