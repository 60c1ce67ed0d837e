-- Times are milliseconds since 1970-01-01 UTC. The same statements run on SQLite and PostgreSQL.
create table conversation (
    id text not null primary key,
    owner text not null,
    title text not null,
    state text not null,
    turns integer not null,
    created bigint not null,
    changed bigint not null
);
create index conversation_of_owner on conversation (owner, changed);

create table turn (
    conversation text not null references conversation (id) on delete cascade,
    number integer not null,
    version integer not null,
    said_at bigint not null,
    told text not null,
    primary key (conversation, number)
);

create table job (
    id text not null primary key,
    owner text not null,
    kind text not null,
    -- none if a table is learned or judged
    conversation text references conversation (id) on delete cascade,
    state text not null,
    status text not null,
    doing text not null,
    progress double precision not null,
    outcome text not null,
    problems text not null,
    created bigint not null,
    ended bigint
);
create index job_of_conversation on job (conversation, created);
create index job_of_owner on job (owner, created);
create index job_of_status on job (status, created);

-- Tables that users sent, to be learned or judged; the rows lie in files.
create table upload (
    id text not null primary key,
    owner text not null,
    name text not null,
    bytes bigint not null,
    created bigint not null
);
create index upload_of_owner on upload (owner, created);

create table answered (
    owner text not null,
    idempotency_key text not null,
    request text not null,
    status integer not null,
    body text not null,
    answered_at bigint not null,
    primary key (owner, idempotency_key)
);

create table audit (
    done_at bigint not null,
    owner text not null,
    action text not null,
    subject text not null
);
