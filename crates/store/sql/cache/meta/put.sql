update meta set epoch = :epoch, cursor = :cursor, scope = :scope, heard_us = :heard_us where one = 1;
