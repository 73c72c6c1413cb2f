create table waits (
    approver text not null,
    limit_us integer not null,
    approval blob not null,
    case_num integer not null,
    primary key (approver, limit_us, approval)
) strict, without rowid;
