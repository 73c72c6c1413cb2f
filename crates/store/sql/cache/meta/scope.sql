select scope from meta where one = 1;
