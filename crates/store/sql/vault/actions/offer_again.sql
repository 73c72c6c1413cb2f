update actions set standing = 'saved', held_why = null, judged_us = null
where store = :store and dev_seq >= :dev_seq and standing <> 'saved';
