select t.device, t.staff, d.public_key, d.revoked_at
from access_token t
join device d on d.agency = t.agency and d.device = t.device
where t.agency = :agency and t.token_hash = :token_hash and t.expires_at > :now;
