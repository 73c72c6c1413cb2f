update grams_idx set term = :term where segid = :segid and term = :before;
