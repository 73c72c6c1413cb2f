select d.device, d.staff, d.enrolled_at, d.seen_at, d.revoked_at, r.device is not null
from device d
left join refresh_token r on r.agency = d.agency and r.device = d.device and r.expires_at > :now
where d.agency = :agency
order by d.staff, d.enrolled_at, d.device;
