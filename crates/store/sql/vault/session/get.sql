select session from session where one = 1;
