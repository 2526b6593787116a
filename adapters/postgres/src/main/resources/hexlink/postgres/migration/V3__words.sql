-- The words of links, to be found by trigrams. To take a text apart costs more than to make its link, so it is done later, by the way, and beside
-- the links: up to the number in search_progress every link's words are here; those of later links are read with the links themselves.
create table link_words (
  number bigint primary key,
  words text not null
);

-- Without a row, nothing is looked for here.
create table search_progress (
  id smallint primary key check (id = 1),
  done bigint not null
);

-- Whoever has this lock alone knows that no number is given out whose link is not yet to be seen.
create function have_link_numbers() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(1751480429, 3);
  return null;
end
$$;
create trigger numbers_are_given_out before insert on links for each statement execute function have_link_numbers();

-- Where the extension cannot be had, a search walks the links by birth. What waits to be sorted into the index is kept short, as whoever fills it up
-- sorts it in.
do $$
begin
  create extension if not exists pg_trgm;
  create index link_words_by_trigram on link_words using gin (words gin_trgm_ops) with (gin_pending_list_limit = 1024);
  insert into search_progress (id, done) values (1, 0);
exception when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
  raise notice 'no trigrams: %', sqlerrm;
end
$$;
