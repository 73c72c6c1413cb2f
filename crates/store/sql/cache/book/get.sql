select book from book where one = 1;
