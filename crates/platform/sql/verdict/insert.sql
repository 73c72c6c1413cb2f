insert into verdict (agency, op, header_hash, outcome, verdict, signature, at)
values (:agency, :op, :header_hash, :outcome, :verdict, :signature, :at);
