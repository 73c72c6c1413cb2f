update actions set standing = 'sent' where op = :op and standing = 'saved';
