### ما يُرسل إلى صاحب الشأن. نص الخطاب لمن كتبه، وهذه السطور تحيط به.

letter-dear = { $name }، تحية طيبة وبعد،
letter-greeting = تحية طيبة وبعد،
letter-welcome = وصلتنا حالتك، ورقم مرجعها { $reference }. لن يسألك أحد عن اسمك أو عن موضوعك مرة أخرى.
letter-reminder = أصدرنا قرارًا في حالتك { $reference } ولا نعلم بعد إن كانت قد حُلّت. أنت وحدك من يقول ذلك.
letter-ended = { $ending ->
    [confirmed] أخبرتنا أن حالتك { $reference } قد حُلّت فأغلقناها. إن لم تكن أنت من أخبرنا فأبلغنا فورًا.
    [upheld] أعاد مراجع مستقل النظر في حالتك { $reference } وأيّد القرار. تجد الأسباب في صفحتك.
   *[unconfirmed] سألناك مرات إن كانت حالتك { $reference } قد حُلّت ولم يصلنا رد. أغلقناها ولم نحسبها محلولة. وما زال بإمكانك أن تجيب في صفحتك بكلمة القرار.
}
letter-page =
    تابِع حالتك:
    { $link }
letter-code =
    رمز حالتك:
    { $code }
letter-word =
    لتقول «حُلّت» أو «لم تُحل» تحتاج إلى كلمة هذا القرار:
    { $word }
letter-secret = ما في هذه الرسالة لك وحدك، ولن يطلبه منك موظفونا أبدًا.
letter-announce = وصل رد على حالتك { $reference }. يمكنك قراءته في صفحتك.
letter-private = لديك رسالة. افتح صفحتك لقراءتها.
letter-files = ملفات هذا الرد في صفحتك.
letter-subject-welcome = استلمنا حالتك { $reference }
letter-subject-reply = رد على حالتك { $reference }
letter-subject-reminder = هل حُلّت حالتك { $reference }؟
letter-subject-ended = أُغلقت حالتك { $reference }
letter-subject-private = لديك رسالة
letter-test-subject = رسالة تجريبية من رضا
letter-test = هذه رسالة تجريبية، ولا يلزمك أي إجراء.
