create table grants (
    event integer primary key,
    case_num integer not null,
    staff text not null,
    remedy text not null,
    category text not null,
    amount_minor integer,
    granted_us integer not null
) strict;
