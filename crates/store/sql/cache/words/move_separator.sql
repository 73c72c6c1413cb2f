update words_idx set term = :term where segid = :segid and term = :before;
