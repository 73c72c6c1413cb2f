select epoch, cursor from meta where one = 1;
