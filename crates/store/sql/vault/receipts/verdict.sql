select verdict from receipts where op = :op;
