# platform, all commands
serve-address = The platform answers at { $address }
serve-demo = This is a demo. Accounts, each with its password and the code for a new computer:
serve-demo-account = { $staff }   { $password }   { $code }   { $name }, { $post }
serve-messages = Messages to persons lie at { $address }
serve-stopped = Stopped.
serve-demo-bind = A demo answers on this computer only. { $bind } is not a loopback address: use 127.0.0.1, or set up a store of your own.
serve-plain-bind = Without TLS the platform answers on this computer only, and { $bind } is not a loopback address. Give --tls-cert and --tls-key, or --insecure-http when a proxy in front of it speaks TLS.
serve-tls-half = TLS needs both files: give --tls-cert and --tls-key together.
serve-tls-failed = TLS can't be used: { $cause }. Give the chain of certificates, the server's own first, and its private key, both in PEM form.
serve-no-agency = No agency is set up yet. Begin with: platform setup DIR
serve-bind-failed = { $bind } can't be used: { $cause }. Another program may have it; choose another with --bind.
account-created = { $staff } may sign in now.
account-changed = { $sessions ->
    [0] The password of { $staff } was changed. Nobody was signed in.
    [one] The password of { $staff } was changed. One session was ended.
   *[other] The password of { $staff } was changed. { $sessions } sessions were ended.
}
account-disabled-done = { $sessions ->
    [0] { $staff } is disabled and can't sign in. Nobody was signed in. To undo: platform accounts enable { $staff }
    [one] { $staff } is disabled and can't sign in. One session was ended. To undo: platform accounts enable { $staff }
   *[other] { $staff } is disabled and can't sign in. { $sessions } sessions were ended. To undo: platform accounts enable { $staff }
}
account-enabled-done = { $staff } is enabled and can sign in again with the same password.
account-sessions-ended = { $sessions ->
    [0] { $staff } had no session to end.
    [one] One session of { $staff } was ended. They can sign in again.
   *[other] { $sessions } sessions of { $staff } were ended. They can sign in again.
}
account-none = { $staff } has no account. To make one: platform accounts add { $staff }
account-disabled = disabled
account-line = { $staff }   { $state }   { $name }, { $post }
account-ready = ready
account-missing = no account
account-password-short = A password has at least { $chars } characters.
account-password-missing = No password came on standard input. Write it in one line.
unknown-agency = The platform knows no agency “{ $agency }”. Those it knows: { $known }
agency-missing = Several agencies live here: { $known }. Say which one with --agency.
unknown-staff = The agency has no staff “{ $staff }”. See: platform accounts list
enrol-disabled = { $staff }'s account is disabled. Enable it first: platform accounts enable { $staff }
enrol-code = Code for a new computer of { $staff }: { $code }. It is good once, for { $minutes } minutes.
device-line = { $device }   { $staff }   { $state }   enrolled { $enrolled }   last seen { $seen }
device-state-signed-in = signed in
device-state-signed-out = signed out
device-state-revoked = revoked
devices-none = No computer is enrolled.
device-revoked = The computer { $device } of { $staff } is revoked. It can no longer sign in or read. For a new one: platform enrol { $staff }
device-revoked-before = The computer { $device } was already revoked.
devices-revoked = { $devices ->
    [0] { $staff } had no computer to revoke.
    [one] One computer of { $staff } is revoked. It can no longer sign in or read.
   *[other] { $devices } computers of { $staff } are revoked. They can no longer sign in or read.
}
restore-adopted = The restored copy is adopted as history { $epoch }. Computers will offer again what it never saw.
device-unknown = There is no computer “{ $device }”. See: platform devices list
config-unreadable = The settings { $path } can't be read: { $cause }.
failed = Failed: { $cause }
data-made-private = Other users of this computer could read { $files } files or folders in { $path }. They no longer can.
data-not-private = The folder { $path } can't be kept private: { $cause }. Name a folder of the platform's own with --data.
key-written = The key is in { $path }. Keep a copy in a safe place: without it nobody can read the data.
encrypt-no-key = No key was named. Make one with: platform new-key FILE. Then name it with --key-file.
encrypted = The data in { $path } is encrypted. Name the key at each start.
encrypted-before = The data in { $path } was encrypted before, with this key.

backup-exists = { $path } exists already. Name a folder that does not exist yet.
backup-begun = Copying into { $path } …
no-platform = There is no platform in { $path }. Name its folder with --data, or make one with `platform setup`.
backup-done = { $path } holds a complete backup with { $events } events. It was checked.
restore-begun = Checking { $path } …
restore-done = The backup { $path } of { $at } was put in place. Run 'platform adopt-restore', then start the platform.
restore-refused = Nothing was changed: { $path } can't be restored, { $cause }.
restore-occupied = Nothing was changed: the data folder holds a database already. Use --force to replace it with { $path }; what stands there is moved aside.
serve-restored = The database is older than what this platform has already sent: it was restored from a backup. Run 'platform adopt-restore' first.
serve-anchor-missing = The folder that remembers what this platform sent is missing. Put it back, or run 'platform adopt-restore': letters that wait are then held until you release them.
