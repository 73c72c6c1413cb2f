select epoch, cursor, scope, heard_us from meta where one = 1;
