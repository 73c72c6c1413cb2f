### What is sent to the person. The letter of a case is the handler's own; these lines stand around it.

letter-dear = Dear { $name },
letter-greeting = Good day,
letter-welcome = We have your case. Its reference is { $reference }. Nobody will ask you for your name or your matter again.
letter-reminder = We decided on your case { $reference } and do not know yet whether it is solved. Only you can say so.
letter-ended = { $ending ->
    [confirmed] You told us that your case { $reference } is solved, and we closed it. If this was not you, tell us at once.
    [upheld] An independent reviewer looked at your case { $reference } again and upheld the decision. The reasons stand on your page.
   *[unconfirmed] We asked you several times whether your case { $reference } is solved and heard nothing. We closed it and did not count it as solved. You can still answer on your page, with the word of the decision.
}
letter-page =
    Follow your case:
    { $link }
letter-code =
    The code of your case:
    { $code }
letter-word =
    To say “solved” or “not solved” you need the word of this decision:
    { $word }
letter-secret = What stands in this message is for you alone. Our staff will never ask you for it.
letter-announce = There is a reply to your case { $reference }. You can read it on your page.
letter-private = You have a message. Open your page to read it.
letter-files = The files of this reply are on your page.
letter-subject-welcome = We have received your case { $reference }
letter-subject-reply = Reply to your case { $reference }
letter-subject-reminder = Is your case { $reference } solved?
letter-subject-ended = Your case { $reference } is closed
letter-subject-private = You have a message
letter-test-subject = Test message from Rida
letter-test = This is a test message. You don't need to do anything.
