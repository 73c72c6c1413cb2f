### Sign-in and lock

sign-in = Sign in
sign-out = Sign out
sign-in-title = Sign in
sign-in-account = Account
sign-in-password = Password
sign-in-code = Code for this computer
sign-in-code-hint = Asked once per computer; your manager gives it. Leave it empty if you have signed in here before.
sign-in-offline = Allow opening here without the network
sign-in-offline-hint = Your desk on this computer opens with the password alone when the network is gone. Turn it off on a shared computer that you do not trust.
sign-in-demo = This platform is a demonstration. Choose an account:
lock-title = Locked, { $name }
lock-words = Everything you wrote is saved on this computer.
lock-open = Open
