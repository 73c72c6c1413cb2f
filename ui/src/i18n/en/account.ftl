### Sign-in and lock

sign-in = Sign in
sign-out = Sign out
sign-in-title = Sign in
sign-in-agency = Agency
sign-in-account = Staff code
sign-in-password = Password
sign-in-code = Code for this computer
sign-in-code-hint = Asked once per computer; your manager gives it. Leave it empty if you have signed in here before.
sign-in-more = About this computer
sign-in-alone = Open here without the network by the password alone
sign-in-alone-hint = Only needed where the computer has no keyring. Leave it off on a shared computer that you do not trust.
sign-in-no-platform = The platform does not answer now. The first sign-in on this computer needs it.
sign-in-offline-ok = The platform does not answer now. You can work, and your work is sent when it is back.
sign-in-needs-network = Opening without the network is off on this computer, so the platform must be reached.
sign-in-changed = My password was changed elsewhere
sign-in-old = The password before it
sign-in-old-hint = This computer still opens with it. It is asked once; from then on the new one opens.
sign-in-who = Who you are
sign-in-another = Another account
sign-in-back = Back
sign-in-address = Address of the platform:
sign-in-demo = This platform is a demonstration. Choose an account:
lock-title = Locked
lock-words = Everything you wrote is saved on this computer.
lock-open = Open
