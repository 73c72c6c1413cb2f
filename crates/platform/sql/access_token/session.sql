select t.device, t.staff, d.public_key, d.revoked_at, a.disabled_at
from access_token t
join device d on d.agency = t.agency and d.device = t.device
join account a on a.agency = t.agency and a.staff = t.staff
where t.agency = :agency and t.token_hash = :token_hash and t.expires_at > :now;
