-- Links that are remembered however seldom they are followed, in the order they were pinned. The link is its number.
create table if not exists pinned_links (
  position bigint generated always as identity primary key,
  link bigint not null constraint pinned_links_link unique
);
