update meta set ranked_until = :ranked_until where one = 1;
