### Status line

link-online = Connected to the platform
link-offline = Not connected
link-not_platform = Something else answered in the platform's place; the network probably asks for a sign-in
link-sign_in_needed = The session ran out, sign in again. Nothing is lost
link-session_ended = Your session was ended by the administrator or by a new password. Sign in again; nothing is lost
link-account_disabled = Your account is disabled. Unsent work is kept on this computer; contact your administrator
link-other_version = The platform's version does not fit this program; update it
link-revoked = This computer was revoked. Unsent work is kept here; contact your administrator
link-store_failed = This computer cannot save; what you type is not safe until that is mended
status-last-contact = last contact
status-who = { $name }, { $post }
status-pending =
    { $count ->
        [one] { $count } saved action waits to be sent
       *[other] { $count } saved actions wait to be sent
    }
status-attention =
    { $count ->
        [one] { $count } item needs your attention
       *[other] { $count } items need your attention
    }
