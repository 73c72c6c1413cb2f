select ranked_until from meta where one = 1;
