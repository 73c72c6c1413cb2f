insert into receipts (op, verdict, signature, received_us)
values (:op, :verdict, :signature, :received_us);
