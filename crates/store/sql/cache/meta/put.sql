update meta set epoch = :epoch, cursor = :cursor, scope = coalesce(:scope, scope) where one = 1;
