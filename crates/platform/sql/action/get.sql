select device, store, dev_seq, case_id, staff, kind, header, body, signature, header_hash
from action where agency = :agency and op = :op;
