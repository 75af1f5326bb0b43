-- Times never go back along the chain, so the first entry of a day is one look into this index.
drop index journal.entry_at;
create index entry_at on journal.entry (at, seq);
