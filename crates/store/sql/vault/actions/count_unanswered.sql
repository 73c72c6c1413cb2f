select count(*) from actions where standing in ('saved', 'sent', 'held') and standing = 'sent';
