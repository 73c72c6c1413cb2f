update actions set standing = 'held', held_why = :why
where op = :op and standing in ('saved', 'sent', 'held');
