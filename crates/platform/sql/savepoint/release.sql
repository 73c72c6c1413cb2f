release action;
